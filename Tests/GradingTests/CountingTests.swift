import Engine
import Grading
import Testing

@Suite struct CountingTests {
    private static func at(_ hour: Int, _ minute: Int, _ second: Int) -> Int {
        (hour - 10) * 3600 + minute * 60 + second
    }

    @Test func `a follow-up does not restart the round: 0 of 1, then 1 of 2`() throws {
        var scene = Scene()
        try scene.opens(Self.at(10, 10, 10))
        try scene.buyer(Self.at(10, 10, 15), "在吗?")
        try scene.buyer(Self.at(10, 15, 20), "人呢?")
        try scene.says(Self.at(10, 18, 10), "您好")
        var rate = try #require(scene.report().kpi(.threeMinuteRate))
        #expect((rate.part, rate.whole) == (0, 1))
        try scene.buyer(Self.at(10, 18, 30), "什么码?")
        try scene.says(Self.at(10, 19, 0), "L码")
        rate = try #require(scene.report().kpi(.threeMinuteRate))
        #expect((rate.part, rate.whole) == (1, 2))
        #expect(rate.value == .rate(5000))
        #expect(rate.counted.map(\.isGood) == [false, true])
    }

    @Test(arguments: [
        (CountingRules.Unit.rounds, 2, 3), (.messages, 2, 4), (.sessions, 1, 2), (.buyers, 1, 2),
    ])
    func `the same chat is counted as its platform counts`(
        unit: CountingRules.Unit, part: Int, whole: Int
    ) throws {
        var scene = Scene()
        try scene.opens(0)
        try scene.buyer(10, "在吗?")
        try scene.buyer(20, "人呢?")
        try scene.says(300, "您好")
        try scene.buyer(310, "什么码?")
        try scene.says(330, "L码")
        try scene.opens(400, "wangwei")
        try scene.act(410, .say(conversation: "c2", text: "有货吗?"), by: .buyer("wangwei"))
        try scene.says(420, "有的", in: "c2")
        let rate = try #require(scene.report(unit: unit).kpi(.threeMinuteRate))
        #expect((rate.part, rate.whole) == (part, whole))
    }

    @Test func `a robot's greeting does not stop the clock`() throws {
        var scene = Scene()
        try scene.opens()
        try scene.buyer(10, "在吗?")
        try scene.act(11, .autoReply(conversation: "c1", text: "欢迎"), by: .bot)
        try scene.says(50, "您好")
        #expect(scene.report().kpi(.firstResponse)?.value == .time(.seconds(40)))
        #expect(scene.report().kpi(.promptAnswerRate)?.value == .rate(0))
    }

    @Test func `a kind word after the goodbye is no message left unanswered`() throws {
        var scene = Scene()
        try scene.opens()
        try scene.buyer(1, "在吗?")
        try scene.says(5, "您好，再见")
        try scene.buyer(20, "穿着开心，下次还来")
        let rate = try #require(scene.report().kpi(.replyRate))
        #expect((rate.part, rate.whole) == (1, 1))
        #expect(scene.report().kpi(.unreplied)?.value == .count(0))
        try scene.buyer(30, "什么时候发货?")
        #expect(scene.report().kpi(.replyRate)?.whole == 2)
    }

    @Test func `thanks at the end are left out and said to be`() throws {
        var scene = Scene()
        try scene.opens()
        try scene.buyer(1, "在吗?")
        try scene.says(5, "您好")
        try scene.buyer(10, "谢谢")
        let kpi = try #require(scene.report().kpi(.unreplied))
        #expect(kpi.value == .count(0))
        #expect(kpi.leftOut.map(\.why.en) == ["only thanks or goodbye"])
    }

    @Test func `an open question at the end is counted as unreplied`() throws {
        var scene = Scene()
        try scene.opens()
        try scene.buyer(1, "在吗?")
        #expect(scene.report().kpi(.unreplied)?.value == .count(1))
        #expect(scene.report().kpi(.answeredRate)?.value == .rate(0))
    }

    @Test func `ratings that were not given are not counted as bad`() throws {
        var scene = Scene()
        try scene.opens()
        try scene.opens(5, "wangwei")
        try scene.act(10, .rate(conversation: "c1", stars: 4), by: .buyer("liqian"))
        let kpi = try #require(scene.report().kpi(.satisfaction))
        #expect(kpi.value == .rate(10000))
        #expect(kpi.leftOut.count == 1)
        #expect(scene.report().score.satisfaction.points == 100)
    }

    @Test func `with nothing to divide by a figure is none`() {
        let report = Scene().report()
        #expect(report.kpi(.threeMinuteRate)?.value == KPI.Value.none)
        #expect(report.kpis.count == KPI.Kind.allCases.count)
    }

    @Test func `conversion counts inquirers who paid`() throws {
        let report = try ConversationGradeTests.golden().report()
        #expect(report.kpi(.conversion)?.value == .rate(10000))
        #expect(report.kpi(.payRate)?.value == .rate(10000))
        #expect(report.kpi(.salesPerBuyer)?.value == .money(.yuan(168)))
        #expect(report.kpi(.sessions)?.value == .count(1))
    }

    @Test func `what was searched and opened is a find, what was not is a gap`() throws {
        var scene = Scene()
        try scene.opens(0)
        try scene.agent(10, Self.proposal)
        try scene.agent(20, Self.search("以旧", opened: "以旧换新"))
        try scene.agent(30, Self.search("分期", opened: nil))
        let found = try #require(scene.report().kpi(.knowledgeFound))
        #expect((found.part, found.whole) == (1, 2))
        #expect(found.counted.map(\.isGood) == [true, false])
        #expect(found.counted.allSatisfy { $0.events.count == 1 })
    }

    @Test func `an entry put forward is a summary, and no ground for one's own words`() throws {
        var scene = Scene()
        try scene.opens(0)
        #expect(scene.report().score.summaries.points == nil)
        try scene.agent(10, Self.proposal)
        #expect(scene.report().score.summaries.points == 100)
    }

    @Test func `an open matter counts as handed over when the note names it`() throws {
        var scene = Scene()
        try scene.opens(0)
        try scene.buyer(10, "在吗?")
        try scene.opens(20, "wangwei")
        try scene.act(30, .say(conversation: "c2", text: "有货吗?"), by: .buyer("wangwei"))
        let name = try #require(scene.shop.customers["wangwei"]?.name)
        try scene.agent(40, .writeHandover(text: "\(name)问有没有货，明早回他"))
        #expect(scene.report().kpi(.handedOver)?.whole == 0, "the shift is not over")
        try scene.agent(50, .endShift)
        let over = try #require(scene.report().kpi(.handedOver))
        #expect((over.part, over.whole) == (1, 2))
        #expect(over.counted.map(\.isGood) == [false, true])
        #expect(over.counted.allSatisfy { !$0.events.isEmpty })
    }

    private static let proposal = Command.proposeEntry(
        conversation: "c1", title: "以旧换新", body: "旧机上门取走，抵一百元", keywords: [])

    private static func search(_ words: String, opened: String?) -> Command {
        .searchKnowledge(conversation: "c1", query: words, found: 1, opened: opened)
    }

    @Test func `of complaints and refunds those that did not come are to the shop's credit`() throws
    {
        for (stars, isContent) in [(5, true), (1, false)] {
            var scene = Scene()
            try scene.opens()
            try scene.buyer(1, "在吗")
            try scene.says(5, "您好，在的")
            try scene.act(10, .rate(conversation: "c1", stars: stars), by: .buyer("liqian"))
            for kind in [KPI.Kind.satisfaction, .dissatisfaction] {
                let kpi = try #require(scene.report().kpi(kind))
                #expect(kpi.counted.map(kpi.isToCredit) == [isContent], "\(kind), \(stars)")
            }
            let ratio = try #require(scene.report().kpi(.answerQuestionRatio))
            #expect(ratio.counted.allSatisfy { ratio.isToCredit($0) == nil })
        }
    }
}
