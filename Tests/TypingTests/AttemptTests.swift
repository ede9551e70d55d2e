import Engine
import Testing

@testable import Typing

/// A hand at a keyboard with an input method, or without.
private struct Hand {
    var attempt = Attempt()
    var now: Int64 = 0
    var text = ""

    /// Characters that come at once, so long after what came before.
    mutating func commit(_ word: String, after milliseconds: Int64) {
        now += milliseconds
        text += word
        // As the program gets them: one event a character, all in one reading.
        for end in text.indices.suffix(word.count) {
            attempt.change(to: String(text[...end]), added: 1, removed: 0, at: now)
        }
    }

    mutating func erase(_ count: Int, after milliseconds: Int64) {
        for _ in 0..<count {
            now += milliseconds
            text.removeLast()
            attempt.change(to: text, added: 0, removed: 1, at: now)
        }
    }

    func result(_ target: String) -> SentenceResult {
        SentenceResult(DrillSentence(target, stage: "greeting", grade: .easy), attempt)
    }
}

@Suite struct `A sentence typed through an input method` {
    @Test func `is timed from its first commit, whose characters are not counted`() {
        var hand = Hand()
        hand.commit("您好", after: 3000)
        hand.commit("，马上", after: 1500)
        hand.commit("帮您查", after: 1500)
        hand.commit("。", after: 600)
        let result = hand.result("您好，马上帮您查。")
        #expect(result.first == 2)
        #expect(result.milliseconds == 3600)
        #expect(hand.attempt.commits == 4)
        // Seven characters in 3.6 seconds.
        #expect(result.pace == Pace(characters: 7, milliseconds: 3600))
        #expect(result.pace.figure(in: .chinese) == 117)
    }

    @Test func `has no speed where it came all at once, but its accuracy`() {
        var hand = Hand()
        hand.commit("您好，在的。", after: 4000)
        let result = hand.result("您好，再的。")
        #expect(result.pace == .none)
        #expect(result.pace.figure(in: .chinese) == nil)
        #expect(result.alignment.permille == 833)
    }

    @Test func `takes two readings of one commit for one`() {
        var hand = Hand()
        hand.commit("您好，", after: 900)
        hand.commit("在的", after: 19)
        #expect(hand.attempt.commits == 1)
        #expect(hand.attempt.first == 5)
        #expect(hand.result("您好，在的").pace == .none)
        hand.commit("。", after: 20)
        #expect(hand.attempt.commits == 2)
    }

    @Test func `typed letter by letter it is the usual measure`() {
        var hand = Hand()
        for letter in "hello there" { hand.commit(String(letter), after: 200) }
        let result = hand.result("hello there")
        #expect(result.pace == Pace(characters: 10, milliseconds: 2000))
        #expect(result.pace.figure(in: .english) == 60)
        #expect(result.pace.perMinute == 300)
    }

    @Test func `counts what is taken back, and the time it takes`() {
        var hand = Hand()
        hand.commit("很", after: 500)
        hand.commit("抱谦", after: 1000)
        hand.erase(1, after: 500)
        hand.commit("歉", after: 1500)
        let result = hand.result("很抱歉")
        #expect(result.corrections == 1)
        #expect(result.alignment.permille == 1000)
        #expect(result.pace == Pace(characters: 2, milliseconds: 3000))
    }

    @Test func `gains nothing by wrong characters`() {
        var hand = Hand()
        hand.commit("很", after: 500)
        hand.commit("包歉歉", after: 2000)
        #expect(hand.result("很抱歉").pace == Pace(characters: 1, milliseconds: 2000))
    }

    @Test func `too little time says nothing`() {
        #expect(Pace(characters: 5, milliseconds: 999).perMinute == nil)
        #expect(Pace(characters: 5, milliseconds: 1000).perMinute == 300)
        #expect(Pace(characters: 0, milliseconds: 60_000).perMinute == nil)
        #expect(
            (Pace(characters: 60, milliseconds: 60_000) + Pace(characters: 30, milliseconds: 60_000))
                .perMinute == 45)
    }
}
