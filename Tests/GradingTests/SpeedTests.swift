import Engine
import Grading
import Testing

@Suite struct SpeedTests {
    @Test func `a wait that a promise covers is no delay, one past it is`() throws {
        func scene(answerAt: Int) throws -> ConversationGrade {
            var scene = Scene()
            try scene.opens()
            try scene.buyer(1, "什么时候发?")
            try scene.says(10, "您好，10分钟内回复您")
            try scene.buyer(20, "我等你消息")
            try scene.says(answerAt, "查到了，168.00元")
            return try scene.grade()
        }
        #expect(try scene(answerAt: 400).points(of: .speed) == 10)
        #expect(try scene(answerAt: 700).points(of: .speed) < 10)
    }

    @Test(arguments: [
        "谢谢", "好的谢谢", "没有了，谢谢你", "嗯嗯", "No, that's all, thanks", "OK", "Great, thank you!", "👍",
    ])
    func `a last word that asks nothing needs no answer`(_ word: String) throws {
        var scene = Scene()
        try scene.opens()
        try scene.buyer(1, "在吗?")
        try scene.says(5, "您好")
        try scene.buyer(20, word)
        #expect(scene.report().kpi(.unreplied)?.value == .count(0))
    }

    @Test(arguments: ["我的快递还没到", "地址写错了", "my parcel is late", "不对"])
    func `a last word that is a matter is left unanswered`(_ word: String) throws {
        var scene = Scene()
        try scene.opens()
        try scene.buyer(1, "在吗?")
        try scene.says(5, "您好")
        try scene.buyer(20, word)
        #expect(scene.report().kpi(.unreplied)?.value == .count(1))
        let outcome = try scene.grade().marks(of: .outcome)
        #expect(outcome.contains { $0.title.en == "The last message was left unanswered" })
        // (4 s and the ten minutes that count at most) by two
        let speed = try scene.grade().marks(of: .speed)
        #expect(
            speed.contains {
                $0.title.en
                    == "Average reply 302 s (a round left unanswered counts as 600 s)"
            }, "\(speed.map(\.title.en))")
    }

    @Test func `rounds outside the counted hours are left out of the three-minute rate`() throws {
        var scene = Scene()
        // Ten in the morning plus fifteen hours is one at night.
        try scene.opens(15 * 3600)
        try scene.buyer(15 * 3600 + 1, "在吗?")
        let kpi = try #require(scene.report().kpi(.threeMinuteRate))
        #expect(kpi.whole == 0)
        #expect(kpi.leftOut.map(\.why.en) == ["outside the counted hours"])
    }

    @Test func `a customer who comes back was not helped the first time`() throws {
        var scene = Scene()
        try scene.opens()
        try scene.buyer(1, "在吗?")
        try scene.says(5, "您好")
        try scene.agent(10, .close(conversation: "c1"))
        #expect(scene.report().kpi(.firstContactResolution)?.value == .rate(10000))
        try scene.opens(600)
        let kpi = try #require(scene.report().kpi(.firstContactResolution))
        #expect(kpi.value == .rate(0))
        #expect(kpi.leftOut.count == 1)
    }

    @Test func `tickets count once they are answered or overdue`() throws {
        var scene = Scene()
        try scene.opens()
        for second in [10, 20] {
            try scene.agent(
                second,
                .openTicket(
                    department: .carrier, conversation: "c1", order: nil, summary: "请查件并回复"))
        }
        try scene.act(
            60, .answerTicket(ticket: "t1", text: "在查"), by: .department(.carrier))
        let kpi = try #require(scene.report().kpi(.ticketsInTime))
        #expect((kpi.part, kpi.whole, kpi.leftOut.count) == (1, 1, 1))
    }
}
