import Engine
import Foundation
import Grading
import Testing

@Suite struct ShiftReportTests {
    @Test func `a report written as JSON reads back equal`() throws {
        let report = try ConversationGradeTests.clumsy().report()
        let read = try JSONDecoder().decode(ShiftReport.self, from: Data(report.json.utf8))
        #expect(read == report)
    }

    @Test func `the same journal gives the same report`() throws {
        let scene = try ConversationGradeTests.clumsy()
        #expect(scene.report().json == scene.report().json)
    }

    @Test func `hostile text is harmless in the page and in the table`() throws {
        var scene = Scene()
        try scene.opens()
        try scene.buyer(1, "<script>alert(1)</script>\u{202e}\u{1b}[31m?")
        try scene.says(5, "您好，尽快\"><img src=x onerror=y>")
        let report = scene.report()
        for tongue in Tongue.allCases {
            let page = report.html(in: tongue)
            #expect(!page.contains("<script"))
            #expect(!page.contains("<img"))
            #expect(!page.unicodeScalars.contains("\u{202e}"))
            #expect(!page.unicodeScalars.contains("\u{1b}"))
            #expect(!page.contains("http"))
            #expect(page.contains("&lt;script&gt;"))
        }
        var named = report
        named.conversations[0].customerName = "=HYPERLINK(\"x\",\"y\")"
        let row = try #require(named.csv(in: .english).split(separator: "\r\n").last)
        #expect(row.contains("\"'=HYPERLINK(\"\"x\"\",\"\"y\"\")\""))
    }

    @Test func `the table has a row for each conversation`() throws {
        var scene = Scene()
        try scene.opens()
        try scene.opens(5, "wangwei")
        let rows = scene.report().csv(in: .chinese).split(separator: "\r\n")
        #expect(rows.count == 3)
        #expect(rows[0].hasPrefix("会话,场景"))
    }

    @Test func `the score weighs 70/20/10 and 60/40 and is the mean of both`() {
        func part(_ points: Int?, _ weight: Int) -> ShiftScore.Part {
            .init(points: points, weight: weight, explanation: Bilingual(zh: "", en: ""))
        }
        var score = ShiftScore(
            reception: part(80, 70), summaries: part(100, 20), findings: part(0, 10),
            satisfaction: part(90, 60), process: part(50, 40))
        #expect(score.work == 76)
        #expect(score.performance == 74)
        #expect(score.total == 75)
        score.findings = part(nil, 10)
        #expect(score.work == 84)
    }

    @Test func `whoever answers nobody scores nothing, whatever mood the customers came in`() throws
    {
        var idle = Scene()
        try idle.opens(mood: 80)
        try idle.buyer(1, "穿什么码?")
        #expect(idle.report().score.satisfaction.points == 0)
        #expect(idle.report().score.total == 0)
        var served = idle
        try served.says(5, "您好，建议您拍L码")
        #expect(served.report().score.satisfaction.points == 80)
        #expect(served.report().score.total > 0)
    }

    @Test func `what to practise next is where most was lost`() throws {
        var scene = Scene(rubric: try ConversationGradeTests.rubric())
        try scene.opens()
        try scene.buyer(1, "穿什么码?")
        let step = scene.report().nextStep
        #expect(step.dimension == .outcome)
        #expect(step.conversations == ["c1"])
        #expect(try ConversationGradeTests.clumsy().report().nextStep.dimension == .redLines)
    }
}
