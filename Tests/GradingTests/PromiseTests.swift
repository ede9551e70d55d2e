import Engine
import Grading
import Testing

@Suite struct PromiseTests {
    private func scene() throws -> Scene {
        var scene = Scene()
        try scene.opens()
        try scene.buyer(1, "什么时候发?")
        return scene
    }

    @Test func `a promise without a time costs two points and is listed`() throws {
        var scene = try scene()
        try scene.says(5, "您好，尽快安排")
        let grade = try scene.grade()
        #expect(grade.promises.map(\.outcome) == [.undated])
        #expect(grade.marks(of: .language).contains { $0.effect == .deducted(2) })
    }

    @Test func `"as soon as possible" is no empty word when it is done the next minute`() throws {
        var scene = try scene()
        try scene.says(5, "您好，尽快安排")
        try scene.agent(
            30,
            .openTicket(
                department: .warehouse, conversation: "c1", order: nil, summary: "请今天发出"))
        #expect(try scene.grade().promises.isEmpty)
    }

    @Test func `a spoken promise is kept by coming back in time, and broken by silence`() throws {
        var kept = try scene()
        try kept.says(5, "您好，10分钟内回复您")
        try kept.says(300, "查到了，168.00元")
        #expect(try kept.grade().promises.map(\.outcome) == [.kept])

        var broken = try scene()
        try broken.says(5, "您好，10分钟内回复您")
        try broken.buyer(700, "人呢?")
        let grade = try broken.grade()
        #expect(grade.promises.map(\.outcome) == [.broken])
    }

    @Test func `another bubble of the same breath keeps no spoken promise, an answer does`() throws
    {
        for (words, outcome) in [
            ("您好，在的", PromiseReport.Outcome.broken), ("改好了，您看一下", .kept),
        ] {
            var scene = try scene()
            try scene.says(5, "您好，10分钟内回复您")
            try scene.says(20, words)
            try scene.buyer(700, "人呢?")
            #expect(try scene.grade().promises.map(\.outcome) == [outcome], "\(words)")
        }
    }

    @Test func `an entered promise is judged by what happened`() throws {
        var scene = try scene()
        let due = Scene.opensAt + .minutes(5)
        try scene.agent(
            10,
            .promise(
                conversation: "c1", text: "五分钟内回", deed: .report(ticket: nil), due: due,
                message: nil))
        try scene.buyer(400, "人呢?")
        try scene.says(420, "来了")
        let report = try #require(try scene.grade().promises.first)
        #expect(report.outcome == .late)
        #expect(report.due == due)
        let kpi = try #require(scene.report().kpi(.promisesKept))
        #expect(kpi.part == 0)
        #expect(kpi.whole == 1)
    }
}
