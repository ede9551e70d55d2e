import Engine
import Foundation
import Grading
import Testing
import Typing

@Suite struct `Keys and typing in a report` {
    private func report() throws -> ShiftReport {
        try ConversationGradeTests.clumsy().report()
    }

    private func tallies(_ report: ShiftReport) -> [ConversationID: KeyTally] {
        var tally = KeyTally()
        tally.keys = 42
        tally.characters = 96
        tally.chinese = Pace(characters: 90, milliseconds: 60_000)
        tally.savedChinese = 45
        tally.replies = 2
        return Dictionary(
            report.conversations.map { ($0.conversation, tally) },
            uniquingKeysWith: { first, _ in first })
    }

    @Test func `a conversation is solved where its grade says so`() throws {
        var report = try report()
        report.conversations[0].isSuccess = true
        report.add(tallies(report), goals: TypingGoals(chinese: 80, english: 40))
        #expect(report.typing?.solved == report.conversations.count { $0.isSuccess })
        #expect(report.typing?.row(of: report.conversations[0].conversation)?.isSolved == true)
        var lost = try self.report()
        for index in lost.conversations.indices { lost.conversations[index].isSuccess = false }
        lost.add(tallies(lost), goals: TypingGoals(chinese: 80, english: 40))
        #expect(lost.typing?.keysPerSolved == nil)
    }

    @Test func `nothing is said where nobody was counted`() throws {
        var report = try report()
        report.add([:], goals: TypingGoals(chinese: 80, english: 40))
        #expect(report.typing == nil)
        #expect(!report.json.contains("typing"))
        #expect(!report.html(in: .chinese).contains("按键与打字"))
    }

    @Test func `stand in JSON, in the table and in the page`() throws {
        var report = try report()
        report.conversations[0].isSuccess = true
        report.add(tallies(report), goals: TypingGoals(chinese: 80, english: 40))
        let read = try JSONDecoder().decode(ShiftReport.self, from: Data(report.json.utf8))
        #expect(read == report)
        #expect(report.json.contains("\"keysPerSolved\" : 42"))
        let rows = report.csv(in: .english).split(separator: "\r\n")
        #expect(rows[0].hasSuffix(",keys,characters typed,characters spared"))
        #expect(rows[1].hasSuffix(",42,96,45"))
        let page = report.html(in: .english)
        #expect(page.contains("Keys per solved conversation"))
        #expect(page.contains("cpm"))
    }
}
