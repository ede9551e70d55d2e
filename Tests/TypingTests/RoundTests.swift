import Engine
import Foundation
import Testing

@testable import Typing

extension DrillSheet {
    /// Two stages of six sentences each.
    static let sample = DrillSheet(
        tongue: .chinese, goal: 80, length: 4,
        stages: ["greeting", "closing"].map { id in
            Stage(
                id: id, title: Bilingual(zh: id, en: id),
                sentences: (1...6).map {
                    DrillSentence(
                        "\(id)第\($0)句。", stage: id, grade: $0 > 3 ? .hard : .easy)
                })
        })
}

@Suite struct `A round` {
    static let at = CivilTime(year: 2026, month: 3, day: 18, hour: 9).instant()

    private func round(_ choice: RoundChoice = RoundChoice(.chinese), seed: UInt64 = 7) throws
        -> Round
    {
        try #require(Round(.sample, choice, seed: seed, id: "r1", at: Self.at))
    }

    @Test func `is the same for the same seed, and another for another`() throws {
        #expect(try round().sentences == round().sentences)
        let all = try (1...20).map { try round(seed: UInt64($0)).sentences }
        #expect(Set(all).count > 15)
    }

    @Test func `holds no sentence twice, and comes in the order of a conversation`() throws {
        for seed in 1...50 {
            let sentences = try round(seed: UInt64(seed)).sentences
            #expect(Set(sentences).count == 4)
            let stages = sentences.map(\.stage)
            #expect(stages == stages.sorted { $0 == "greeting" && $1 == "closing" })
        }
    }

    @Test func `keeps to its stage and grade, and to what there is`() throws {
        let choice = RoundChoice(.chinese, stage: "closing", grade: .hard)
        let sentences = try round(choice).sentences
        #expect(sentences.count == 3)
        #expect(sentences.allSatisfy { $0.stage == "closing" && $0.grade == .hard })
        let none = RoundChoice(.chinese, stage: "nowhere")
        #expect(Round(.sample, none, seed: 1, id: "r", at: Self.at) == nil)
    }

    @Test func `goes sentence by sentence and sums up what was measured`() throws {
        var round = try round()
        for (number, sentence) in round.sentences.enumerated() {
            #expect(round.current == sentence)
            round.elapse(milliseconds: 5000)
            round.change(to: String(sentence.text.prefix(2)), added: 2, removed: 0)
            round.elapse(milliseconds: 3000)
            // The last one with a wrong end.
            let text = number == 3 ? sentence.text.dropLast() + "！" : sentence.text[...]
            round.change(to: String(text), added: text.count - 2, removed: 0)
            round.finishSentence()
        }
        #expect(round.isFinished && round.current == nil)
        let length = round.sentences.map(\.text.count).reduce(0, +)
        #expect(round.figures.pace == Pace(characters: length - 9, milliseconds: 12_000))
        #expect(round.figures.permille == (length - 1) * 1000 / length)
        let slips = RoundFigures.slips(of: round.results)
        #expect(slips.count == 1 && slips[0].slip == Slip(expected: "。", typed: "！"))
        #expect(round.finishSentence() == nil)
    }

    @Test func `knows the slowest first, and counts those without a time`() throws {
        func result(_ text: String, _ seconds: Int64) -> SentenceResult {
            SentenceResult(
                sentence: DrillSentence(text, stage: "s", grade: .easy), typed: text, first: 1,
                milliseconds: seconds * 1000, corrections: 0)
        }
        let results = [result("快一点。", 1), result("慢一点。", 9), result("一下子。", 0)]
        #expect(RoundFigures.slowest(results).map(\.result) == [results[1], results[0]])
        #expect(RoundFigures(results).untimed == 1)
    }

    @Test func `stands while nobody lets time pass`() throws {
        var round = try round()
        round.change(to: "好", added: 1, removed: 0)
        round.elapse(milliseconds: 1000)
        round.change(to: "好的", added: 1, removed: 0)
        #expect(round.attempt.milliseconds == 1000)
        round.elapse(milliseconds: -5)
        #expect(round.clock == 1000)
    }

    @Test func `left in the middle of a sentence comes back whole out of its line`() throws {
        var round = try round()
        round.change(to: round.sentences[0].text, added: 9, removed: 0)
        round.finishSentence()
        round.elapse(milliseconds: 700)
        round.change(to: "写了一半", added: 4, removed: 0)
        let line = DrillLine.round(round)
        #expect(try DrillLine(json: line.json) == line)
        #expect(DrillHistory([line]).unfinished == round)
    }
}

@Suite struct `The book of rounds` {
    private func finished(_ id: String, day: Int, seconds: Int64) throws -> [DrillLine] {
        let at = CivilTime(year: 2026, month: 3, day: day, hour: 23, minute: 30).instant()
        let round = try #require(
            Round(.sample, RoundChoice(.chinese), seed: 1, id: id, at: at))
        return [.round(round)]
            + round.sentences.enumerated().map { number, sentence in
                .sentence(
                    round: id, number: number + 1,
                    SentenceResult(
                        sentence: sentence, typed: sentence.text, first: 1,
                        milliseconds: seconds * 1000, corrections: 1))
            }
    }

    @Test func `goes on after a crash with every sentence that was done`() throws {
        let lines = try Array(finished("a", day: 18, seconds: 5).prefix(3))
        let round = try #require(DrillHistory(lines).unfinished)
        #expect(round.results.count == 2)
        #expect(!round.attempt.isBegun)
    }

    @Test func `does not count a sentence twice, nor one that is no round's next`() throws {
        let lines = try finished("a", day: 18, seconds: 5)
        let twice = DrillHistory(lines + lines.dropFirst() + [lines[0]])
        #expect(twice.rounds.count == 1)
        #expect(twice.rounds[0].results.count == 4)
        #expect(DrillHistory([lines[0], lines[2]]).rounds[0].results.isEmpty)
        #expect(DrillHistory(Array(lines.dropFirst())).rounds.isEmpty)
    }

    @Test func `offers only the newest round to go on with`() throws {
        let old = try Array(finished("a", day: 17, seconds: 5).prefix(2))
        let new = try finished("b", day: 18, seconds: 5)
        #expect(DrillHistory(old).unfinished?.id == "a")
        #expect(DrillHistory(old + new).unfinished == nil)
        #expect(DrillHistory(old + new).last(in: .chinese)?.id == "b")
    }

    @Test func `sums up each day on the person's own wall: best and median`() throws {
        // 40 characters but four, in four times so many seconds.
        let lines = try [(18, 6), (18, 3), (18, 12), (18, 4), (19, 5)].enumerated().flatMap {
            try finished("r\($0.offset)", day: $0.element.0, seconds: Int64($0.element.1))
        }
        let history = DrillHistory(lines)
        let days = history.days(in: .chinese, offset: CivilTime.chinaOffset)
        #expect(days.map(\.date) == ["2026-03-18", "2026-03-19"])
        #expect(days[0].rounds == 4)
        let figures = history.rounds.compactMap { $0.figures.pace.perMinute }
        #expect(days[0].best == figures[1])
        // Of two middle ones the lower.
        #expect(days[0].median == figures[0])
        #expect(days[0].permille == 1000 && days[0].corrections == 16)
        // Half past eleven in the evening there is the next morning further east.
        #expect(
            history.days(in: .chinese, offset: 600).map(\.date) == ["2026-03-19", "2026-03-20"])
        #expect(history.days(in: .english, offset: 480).isEmpty)
    }

    @Test func `says which lines it cannot read`() {
        for bad in ["", "{}", #"{"kind":"round"}"#, #"{"kind":"later","id":"x"}"#, "half a l"] {
            #expect(throws: DrillLine.Unreadable.self) { try DrillLine(json: Array(bad.utf8)) }
        }
    }

    @Test func `holds a shift once, as it was told last`() throws {
        let typing = ShiftTyping([:], solved: [], goals: TypingGoals(chinese: 80, english: 40))
        func line(_ title: String) -> DrillLine {
            .shift(
                .init(
                    id: "s1", title: Bilingual(zh: title, en: title), at: `A round`.at,
                    typing: typing))
        }
        let history = DrillHistory([line("早班"), line("晚班")])
        #expect(history.shifts.map(\.title.zh) == ["晚班"])
        #expect(try DrillLine(json: line("早班").json) == line("早班"))
    }
}
