import Engine
import Grading
import Language
import Testing

/// What caps a grade, said or done, and how much the platform leaves of it.
struct RedLineTests {
    private static func rules(caps: [(SpeechRules.RedLine.Kind, Int)] = []) -> Rules {
        var rules = Scene.rules
        rules.afterSales.mayNotRefuse = []
        rules.afterSales.evidenceTextLeast = 2
        rules.speech.redLines = caps.map {
            SpeechRules.RedLine(kind: $0.0, title: Bilingual(zh: "线", en: "line"), cap: $0.1)
        }
        return rules
    }

    /// A buyer asks for an unshipped order's money back, and the agent refuses.
    private static func refusing(_ rules: Rules) throws -> ConversationGrade {
        var scene = Scene(orders: [Scene.order("o1")], rules: rules)
        try scene.opens(order: "o1")
        try scene.act(3, .pay(order: "o1", method: .mobile), by: .buyer("liqian"))
        try scene.act(
            5,
            .apply(
                order: "o1",
                request: AfterSale.Request(
                    kind: .refund, reason: .changedMind,
                    items: [AfterSale.Item(line: 0, quantity: 1)])), by: .buyer("liqian"))
        let id = try #require(scene.shop.afterSales.values.first?.id)
        try scene.agent(
            9,
            .refuse(
                afterSale: id, reason: .specialGoods, text: "定制商品不退",
                proof: [Engine.Evidence(kind: .photo, text: "商品页写明")]))
        return try scene.grade()
    }

    @Test func `refusing what the law gives caps the grade at what the profile says`() throws {
        let grade = try Self.refusing(Self.rules(caps: [(.rightRefused, 42)]))
        #expect(grade.cap == 42)
        #expect(
            grade.marks(of: .redLines).map(\.title.en) == ["Refused what the buyer has a right to"])
        #expect(try Self.refusing(Self.rules()).cap == 59)
    }

    @Test func `what is said off the platform costs what the platform says`() throws {
        for cap in [0, 30] {
            var scene = Scene(rules: Self.rules(caps: [(.offPlatform, cap)]))
            try scene.opens()
            try scene.buyer(1, "能便宜吗?")
            try scene.says(5, "加微信聊")
            #expect(try scene.grade().cap == cap)
        }
    }

    @Test func `what only sounds like a red line costs points and says so`() throws {
        var scene = Scene(rules: Self.rules())
        try scene.opens()
        try scene.buyer(1, "能便宜吗?")
        try scene.says(5, "您好，168.00 有货，似乎加微信聊，谢谢您，还有其他需要吗？")
        let grade = try scene.grade()
        #expect(grade.cap == nil)
        #expect(grade.marks(of: .redLines).isEmpty)
        let faults = grade.marks(of: .language).filter { $0.points < 0 }
        #expect(faults.map(\.points).first == -8, "\(faults)")
        #expect(faults.first?.title.en.hasPrefix("Sounds like it") == true)
    }

    @Test func `shutting a customer out again costs more than the first time`() throws {
        var scene = Scene(rules: Self.rules())
        try scene.opens()
        try scene.buyer(1, "有货吗?")
        try scene.says(5, "您好，别问了，谢谢您，168.00 有货")
        try scene.buyer(9, "能便宜吗?")
        try scene.says(12, "别问了，建议您等 158.00 的活动，还有其他需要吗？")
        let faults = try scene.grade().marks(of: .language).filter { $0.points < 0 }
        #expect(faults.map(\.points) == [-5, -6], "\(faults)")
    }
}
