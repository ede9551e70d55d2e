import Engine
import Grading
import Language
import Testing

/// A size question: ask how it should fit, recommend, the customer buys.
@Suite struct ConversationGradeTests {
    static func rubric() throws -> Rubric {
        func text(_ zh: String, _ en: String) -> Engine.Bilingual { .init(zh: zh, en: en) }
        return Rubric(
            id: "P02", title: text("M还是L", "M or L?"),
            success: [Goal(title: text("付了L码", "Paid for the L"), condition: .paidFor("dress-L"))],
            process: [
                Step(
                    title: text("看商品", "Look the product up"),
                    means: .deed(DeedPattern(.look, "product")),
                    before: .says(try Pattern("{act: recommend}"))),
                Step(title: text("先问", "Ask first"), means: .says(try Pattern("{act: probe}"))),
                Step(
                    title: text("推荐", "Recommend"), means: .says(try Pattern("{act: recommend}"))),
            ],
            record: [Goal(title: text("打标", "Tagged"), condition: .tagged(nil))],
            facts: [
                Fact(
                    title: text("M码不合适", "The M does not fit"),
                    pattern: try Pattern("{act: recommend, value: size, is: M}"), isTrue: false)
            ],
            limits: [
                Limit(
                    title: text("催付", "Nudges"), means: .says(try Pattern("{act: nudge}")),
                    atMost: 1, costs: 5)
            ])
    }

    /// What a good agent does.
    static func golden() throws -> Scene {
        var scene = Scene(rubric: try rubric())
        try scene.opens()
        try scene.buyer(1, "165 55公斤穿什么码?")
        try scene.agent(10, .look(conversation: "c1", at: .product("dress")))
        try scene.says(15, "您好，您喜欢宽松还是修身一点呢?")
        try scene.buyer(30, "宽松")
        try scene.says(40, "建议您拍L码，168.00元")
        try scene.act(
            60,
            .placeOrder(
                conversation: "c1", lines: [.init(variant: "dress-L", quantity: 1)], coupon: nil,
                address: Scene.address), by: .buyer("liqian"))
        let order = try #require(scene.shop.orders.values.last?.id)
        try scene.act(61, .pay(order: order, method: .mobile), by: .buyer("liqian"))
        try scene.buyer(62, "拍好了?")
        try scene.agent(70, .tag(customer: "liqian", name: "宽松", expires: nil))
        try scene.says(75, "拍对了，还有其他可以帮您的吗?感谢惠顾")
        try scene.act(90, .rate(conversation: "c1", stars: 5), by: .buyer("liqian"))
        try scene.agent(95, .close(conversation: "c1"))
        return scene
    }

    @Test func `a good agent gets at least ninety points`() throws {
        let grade = try Self.golden().grade()
        #expect(grade.total >= 90, "\(grade.marks.filter { $0.lost > 0 }.map(\.title.en))")
        #expect(grade.isSuccess)
    }

    @Test func `what was missed is called missed, and the advice names what to do`() throws {
        var scene = Scene(rubric: try Self.rubric())
        try scene.opens()
        try scene.buyer(1, "165 55公斤穿什么码?")
        try scene.says(10, "抱歉让您久等，建议您拍L码")
        let marks = try scene.grade().marks
        let lost = marks.filter { $0.lost > 0 }
        #expect(lost.contains { $0.title.zh == "没做到：付了L码" })
        #expect(lost.contains { $0.title.en == "Not done: Ask first" })
        let look = lost.first { $0.title.zh == "没做到：看商品" }
        #expect(look?.advice?.zh == "看商品：打开商品页看规格和库存。")
        // An apology opens as kindly as a hello.
        #expect(marks.contains { $0.title.en == "Greeting" && $0.points == 3 })
    }

    @Test func `an agent who says nothing gets at most ten`() throws {
        var scene = Scene(rubric: try Self.rubric())
        try scene.opens()
        try scene.buyer(1, "165 55公斤穿什么码?")
        try scene.buyer(100, "在吗?")
        try scene.act(600, .leave(conversation: "c1"), by: .buyer("liqian"))
        let grade = try scene.grade()
        #expect(grade.total <= 10)
        #expect(grade.points(of: .accuracy) == 0)
        #expect(grade.points(of: .language) == 0)
        #expect(grade.points(of: .speed) == 0)
    }

    @Test func `polite words without an act get at most forty and are named`() throws {
        var scene = Scene(rubric: try Self.rubric())
        try scene.opens()
        try scene.buyer(1, "165 55公斤穿什么码?")
        try scene.says(5, "您好，非常抱歉给您带来不便")
        try scene.buyer(30, "穿什么码?")
        try scene.says(35, "非常抱歉，会帮您反馈的，感谢理解")
        try scene.agent(50, .close(conversation: "c1"))
        let grade = try scene.grade()
        #expect(grade.total <= 40)
        #expect(grade.emptyPoliteness.map(\.text).contains("非常抱歉，会帮您反馈的，感谢理解"))
    }

    @Test func `every dimension's points are gained, missed or taken off, none twice`() throws {
        for scene in [try Self.golden(), try Self.clumsy()] {
            let grade = try scene.grade()
            for dimension in Dimension.allCases {
                let marks = grade.marks(of: dimension)
                var gained = 0
                var missed = 0
                var deducted = 0
                for mark in marks {
                    switch mark.effect {
                    case .gained(let n): gained += n
                    case .missed(let n): missed += n
                    case .deducted(let n): deducted += n
                    }
                }
                #expect(gained + missed == dimension.points, "\(dimension)")
                #expect(deducted <= gained, "\(dimension)")
                #expect(grade.points(of: dimension) == gained - deducted)
            }
            #expect(grade.sum == grade.marks.reduce(0) { $0 + $1.points })
        }
    }

    /// Recommends before looking or asking, names wrong things, nudges three times.
    static func clumsy() throws -> Scene {
        var scene = Scene(
            rubric: try rubric(),
            orders: [Scene.order("2026031700000001"), Scene.order("2026031700000002", "wangwei")])
        try scene.opens()
        try scene.buyer(1, "165 55公斤穿什么码?")
        try scene.says(200, "建议您拍M码，只要95.00元")
        try scene.says(210, "2026031700000002 已经给您改好了")
        try scene.says(220, "您的订单还没付款哦")
        try scene.says(230, "快付款哦")
        try scene.says(240, "付款哦")
        try scene.says(250, "会尽快处理，加微信聊")
        try scene.agent(260, .look(conversation: "c1", at: .product("dress")))
        return scene
    }

    @Test func `a wrong value costs accuracy and the line is quoted`() throws {
        let grade = try Self.clumsy().grade()
        let wrong = grade.statements.filter { $0.truth == .isFalse }
        #expect(wrong.contains { $0.source.en == "The M does not fit" })
        #expect(wrong.contains { $0.words == "2026031700000002" })
        #expect(grade.statements.contains { $0.truth == .unknown && $0.words == "95.00" })
        let quotes = grade.marks(of: .accuracy).flatMap(\.evidence.quotes).map(\.text)
        #expect(quotes.contains("2026031700000002 已经给您改好了"))
    }

    @Test func `telling a customer another's order and moving off the platform cap the grade`()
        throws
    {
        let grade = try Self.clumsy().grade()
        #expect(grade.cap == 0)
        #expect(grade.total == 0)
        #expect(grade.marks(of: .redLines).count == 2)
    }

    @Test func `saying it is done when nothing was done costs accuracy`() throws {
        let grade = try Self.clumsy().grade()
        #expect(grade.marks.contains { $0.title.en == "Said it was done when it was not" })
    }

    @Test func `a step done too late earns half and says so`() throws {
        let marks = try Self.clumsy().grade().marks(of: .process)
        let late = marks.first { $0.title.en == "Done too late: Look the product up" }
        #expect(late?.effect == .gained(2))
    }

    @Test func `each nudge beyond the limit costs the process`() throws {
        let marks = try Self.clumsy().grade().marks(of: .process)
        #expect(marks.filter { $0.title.en == "Too often: Nudges" }.count == 2)
    }

    @Test func `a goal that was so from the start earns nothing and costs when it is lost`() throws
    {
        var rubric = try Self.rubric()
        rubric.success.append(
            Goal(title: .init(zh: "没有旧账", en: "Nothing open"), condition: .noPromiseOpen))
        var scene = Scene(rubric: rubric)
        try scene.opens()
        try scene.buyer(1, "在吗?")
        let idle = try scene.grade()
        #expect(idle.points(of: .outcome) == 0)

        var golden = try Self.golden()
        golden.rubric = rubric
        #expect(try golden.grade().points(of: .outcome) == 35)
    }

    @Test func `the five lights are lit by what was done`() throws {
        let lights = try Self.golden().grade().lights
        #expect(lights.filter(\.isLit).map(\.step) == [.meet, .learn, .help, .move])
        var silent = Scene(rubric: try Self.rubric())
        try silent.opens()
        try silent.buyer(1, "在吗?")
        #expect(try silent.grade().lights.allSatisfy { !$0.isLit })
    }

    @Test func `the turning point is the largest change, with its line`() throws {
        var scene = Scene(rubric: try Self.rubric())
        try scene.opens()
        try scene.buyer(1, "在吗?")
        try scene.says(5, "您好")
        let line = try #require(scene.shop.conversations["c1"]?.messages.last?.id)
        let buyer = Actor.buyer("liqian")
        try scene.act(
            6, .feel(conversation: "c1", shift: 5, cause: MoodCause(rule: "first-reply-fast")),
            by: buyer)
        try scene.act(
            7,
            .feel(conversation: "c1", shift: -25, cause: MoodCause(rule: "fault", message: line)),
            by: buyer)
        let mood = try scene.grade().mood
        #expect(mood.start == 60)
        #expect(mood.end == 40)
        #expect(mood.turningPoint?.by == -25)
        #expect(mood.turningPoint?.quote?.text == "您好")
    }
}
