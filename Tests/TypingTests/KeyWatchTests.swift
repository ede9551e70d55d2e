import Engine
import Testing

@testable import Typing

/// Somebody at the desk, pressing and typing.
private struct Agent {
    var watch = KeyWatch()
    var now: Int64 = 0
    var id: ConversationID = "c1"

    mutating func press(after milliseconds: Int64 = 300) {
        now += milliseconds
        watch.press(nil, in: id, at: now)
    }

    /// Characters in one reading: a commit of an input method, a letter, a pad's line.
    mutating func commit(_ text: String, after milliseconds: Int64) {
        now += milliseconds
        for character in text {
            watch.press(character, in: id, at: now)
            watch.wrote(added: 1, removed: 0, in: id, at: now)
        }
    }

    mutating func type(_ text: String, each milliseconds: Int64) {
        for character in text { commit(String(character), after: milliseconds) }
    }

    mutating func erase(_ count: Int) {
        for _ in 0..<count {
            press()
            watch.wrote(added: 0, removed: 1, in: id, at: now)
        }
    }

    var tally: KeyTally { watch.tally(of: id) }
}

@Suite struct `Keys counted while serving` {
    @Test func `a letter is a key, a commit of an input method is one, a command is one`() {
        var agent = Agent()
        agent.type("ok", each: 150)
        agent.commit("您好，在的", after: 900)
        agent.press()
        #expect(agent.tally.keys == 4)
        #expect(agent.tally.commits == 1)
        #expect(agent.tally.characters == 7)
    }

    @Test func `a pad's line is one key and nobody's typing`() {
        var agent = Agent()
        agent.commit("Thank you for waiting", after: 900)
        agent.press(after: 0)
        #expect(agent.tally.keys == 2)
        #expect(agent.tally.padded == 21)
        #expect(agent.tally.characters == 0)
        #expect(agent.tally.english == .none)
        // Three letters that ran together are a quick hand.
        agent.commit("the", after: 900)
        #expect(agent.tally.keys == 5)
        #expect(agent.tally.characters == 3)
    }

    @Test func `speed leaves out the first commit and long pauses`() {
        var agent = Agent()
        agent.commit("您好", after: 5000)
        agent.commit("，马上查", after: 2000)
        agent.commit("一下", after: 10_000)
        #expect(agent.tally.chinese == Pace(characters: 6, milliseconds: 12_000))
        agent.commit("好了", after: 10_001)
        agent.commit("的", after: 1000)
        #expect(agent.tally.chinese == Pace(characters: 7, milliseconds: 13_000))
        #expect(agent.tally.english == .none)
    }

    @Test func `what is taken back is no speed`() {
        var agent = Agent()
        agent.type("hello", each: 200)
        agent.erase(2)
        agent.type("p", each: 200)
        #expect(agent.tally.corrections == 2)
        #expect(agent.tally.english == Pace(characters: 3, milliseconds: 800 + 600 + 200))
        #expect(agent.tally.chinese == .none)
    }

    @Test func `each customer has a count of his own, and turning to another ends a run`() {
        var agent = Agent()
        agent.type("hello", each: 200)
        agent.id = "c2"
        agent.type("hi", each: 200)
        agent.id = "c1"
        agent.type("there", each: 200)
        #expect(agent.watch.tally(of: "c2").keys == 2)
        #expect(agent.tally.keys == 10)
        #expect(agent.tally.english == Pace(characters: 8, milliseconds: 1600))
    }

    @Test func `a reply spares what of it is sent, less what was typed to find it`() {
        var agent = Agent()
        agent.type("/fh", each: 200)
        agent.watch.putIn("今天18:00前发出，请放心。", cost: 3, in: "c1")
        agent.watch.sent("亲，今天18:00前发出，请放心。", in: "c1")
        #expect(agent.tally.replies == 1)
        #expect(agent.tally.savedChinese == 15 - 3)
        #expect(agent.tally.pending.isEmpty)
        // Sent again by hand, it spares nothing more.
        agent.watch.sent("今天18:00前发出，请放心。", in: "c1")
        #expect(agent.tally.savedChinese == 12)
    }

    @Test func `a reply that was thrown away or rewritten spares nothing`() {
        var agent = Agent()
        agent.watch.putIn("It ships today before six.", cost: 2, in: "c1")
        agent.watch.emptied("c1")
        agent.watch.sent("It ships today before six.", in: "c1")
        agent.watch.putIn("It ships today before six.", cost: 2, in: "c1")
        agent.watch.sent("No.", in: "c1")
        #expect(agent.tally.replies == 0)
        #expect(agent.tally.savedEnglish == 0)
    }

    @Test func `a macro spares what it wrote, not what had been typed before`() {
        var agent = Agent()
        agent.watch.macroRan(
            over: "Hello, ", sent: ["Hello, it ships today."], left: "", in: "c1")
        #expect(agent.tally.savedEnglish == "it ships today.".count)
        #expect(agent.tally.replies == 1)
        agent.watch.macroRan(over: "", sent: [], left: "Anything else?", in: "c1")
        #expect(agent.tally.pending.map(\.text) == ["Anything else?"])
        agent.watch.sent("Anything else?", in: "c1")
        #expect(agent.tally.savedEnglish == 15 + 14)
    }

    @Test func `what was kept goes on where it stood, whatever was still being typed`() {
        var agent = Agent()
        agent.type("hello", each: 200)
        let kept = agent.watch.changes
        agent.watch.forgetChanges()
        #expect(!agent.watch.hasChanges)
        #expect(kept["c1"]?.english == Pace(characters: 4, milliseconds: 800))
        var again = Agent()
        again.watch = KeyWatch(kept)
        again.press()
        #expect(again.tally.keys == 6)
        #expect(again.tally.characters == 5)
        #expect(again.watch.changes.keys.sorted() == ["c1"])
    }

    @Test func `asking changes nothing`() {
        var asked = Agent()
        var silent = Agent()
        for word in ["您好", "，在的", "。"] {
            asked.commit(word, after: 700)
            _ = asked.watch.all
            _ = asked.watch.changes
            silent.commit(word, after: 700)
        }
        #expect(asked.tally == silent.tally)
    }
}

@Suite struct `A shift's typing` {
    private func tally(_ keys: Int, _ chinese: Pace = .none, saved: Int = 0) -> KeyTally {
        var tally = KeyTally()
        tally.keys = keys
        tally.chinese = chinese
        tally.savedChinese = saved
        tally.replies = saved > 0 ? 1 : 0
        return tally
    }

    private let goals = TypingGoals(chinese: 80, english: nil)

    @Test func `counts keys for each solved conversation, and only those`() {
        let typing = ShiftTyping(
            ["c1": tally(30), "c2": tally(41), "c3": tally(500), "c4": tally(0)],
            solved: ["c1", "c2", "c4"], goals: goals)
        #expect(typing.solved == 2)
        #expect(typing.keysPerSolved == 36)
        #expect(typing.keys == 571)
        #expect(typing.conversations.map(\.conversation) == ["c1", "c2", "c3"])
        #expect(ShiftTyping(["c1": tally(9)], solved: [], goals: goals).keysPerSolved == nil)
    }

    @Test func `reckons spared time by the shift's own speed where there is one`() {
        let own = ShiftTyping(
            ["c1": tally(9, Pace(characters: 60, milliseconds: 60_000), saved: 120)], solved: [],
            goals: goals)
        #expect(own.charactersPerMinute == 60)
        #expect(own.savedMilliseconds == 120_000)
        #expect(own.saved.first?.isMeasured == true)
        #expect(own.lines.last?.counted.zh.contains("按这一班自己的 60 字/分") == true)
    }

    @Test func `reckons by the goal where too little was typed, and says so`() {
        let guess = ShiftTyping(
            ["c1": tally(9, Pace(characters: 19, milliseconds: 60_000), saved: 120)], solved: [],
            goals: goals)
        #expect(guess.charactersPerMinute == nil)
        #expect(guess.savedMilliseconds == 90_000)
        #expect(guess.saved.first?.isMeasured == false)
        #expect(guess.lines.last?.counted.zh.contains("按目标 80 字/分") == true)
        #expect(guess.lines.last?.counted.en.contains("own speed not measured") == true)
    }

    @Test func `claims no time where no speed is known at all`() {
        let none = ShiftTyping(
            ["c1": tally(9, saved: 120)], solved: [],
            goals: TypingGoals(chinese: nil, english: nil))
        #expect(none.savedMilliseconds == nil)
        #expect(none.saved.first?.characters == 120)
    }
}
