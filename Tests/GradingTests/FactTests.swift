import Engine
import Grading
import Language
import ShippedData
import Testing

/// Which figures of an honest agent are borne out, and which of a careless one are not, with every
/// sort of figure to be known from somewhere. The shift opens on Wednesday, 18 March 2026, 10:00.
struct FactTests {
    private typealias Found = (words: String, truth: Statement.Truth)

    private func scene(
        _ orders: [Order] = [Scene.order("2026031700000001")], rules: Rules = Scene.rules,
        people: [Customer] = [], order: OrderID? = nil
    ) throws -> Scene {
        var rubric = Rubric(id: "T", title: Bilingual(zh: "数", en: "Figures"))
        rubric.exact = Set(Value.Sort.allCases)
        var scene = Scene(rubric: rubric, orders: orders, rules: rules, people: people)
        scene.read = try Shipped.reader.read
        try scene.opens(order: order)
        try scene.buyer(1, "在吗")
        return scene
    }

    private func found(_ scene: Scene) throws -> [Found] {
        try scene.grade().statements.map { ($0.words, $0.truth) }
    }

    private func isFalse(_ scene: Scene) throws -> [String] {
        try found(scene).filter { $0.truth == .isFalse }.map(\.words)
    }

    private func says(_ text: String, _ scene: Scene) throws -> [Found] {
        var scene = scene
        try scene.says(10, text)
        return try found(scene)
    }

    // MARK: Names

    @Test(arguments: [
        "双11期间单子多，会慢一点", "祝您双11收货愉快", "With the 11.11 rush it may be slower", "618大促那几天",
        "寄到南昌路7号5栋203", "改成东吴北路66号2栋15**了", "it goes to 7 Nanchang Road, Building 5, Room 203",
    ])
    func `a festival and a house state nothing`(text: String) throws {
        #expect(try says(text, scene()).isEmpty)
    }

    // MARK: Counts

    @Test(arguments: ["数量1个就行", "这款1件就够", "one piece: 1 item"])
    func `one piece said in passing states nothing`(text: String) throws {
        #expect(try says(text, scene([])).isEmpty)
    }

    @Test func `a number of pieces is held against the order`() throws {
        var order = Scene.order("2026031700000001")
        order = Order(
            id: order.id, customer: order.customer, placedAt: order.placedAt,
            lines: [Order.Line(variant: "dress-M", quantity: 2, price: .yuan(168))],
            address: order.address)
        for text in ["数量2", "数量是2件", "您拍了2件", "quantity: 2"] {
            #expect(try says(text, scene([order])).map(\.truth) == [.isTrue], "\(text)")
        }
        for text in ["数量3", "数量是3件", "您拍了3件", "quantity: 3", "数量1件"] {
            let scene = try scene([order], order: order.id)
            #expect(try says(text, scene).map(\.truth) == [.isFalse], "\(text)")
        }
    }

    @Test func `what is left on the shelf is known once the goods were looked up`() throws {
        var looked = try scene([])
        try looked.agent(5, .look(conversation: "c1", at: .product("dress")))
        for text in ["还有5件", "现货5件", "库存5", "we have 5 left"] {
            #expect(try says(text, looked).map(\.truth) == [.isTrue], "\(text)")
            #expect(try says(text, scene([])).map(\.truth) == [.isFalse], "\(text)")
        }
        for text in ["还有6件", "只剩1件了", "最后1件", "库存6", "only 1 item left"] {
            #expect(try says(text, looked).map(\.truth) == [.isFalse], "\(text)")
        }
    }

    @Test(arguments: ["电话尾号0001", "会打您尾号0001那个电话", "the phone ending in 0001"])
    func `the end of the recipient's phone is known from the order`(text: String) throws {
        #expect(try says(text, scene()).map(\.truth) == [.isTrue])
        let wrong = text.replacing("0001", with: "9001")
        #expect(try says(wrong, scene()).map(\.truth) == [.isFalse])
    }

    @Test func `the shop's own telephone is no parcel's number`() throws {
        let page = KnowledgeEntry(title: "退货地址", body: "良睦路88号2号仓，小满售后，057188990011")
        var rubric = Rubric(id: "T", title: Bilingual(zh: "数", en: "Figures"))
        rubric.exact = Set(Value.Sort.allCases)
        var scene = Scene(rubric: rubric, pages: [page])
        scene.read = try Shipped.reader.read
        try scene.opens()
        try scene.buyer(1, "寄到哪")
        #expect(try says("仓库电话057188990011", scene).map(\.truth) == [.isTrue])
        #expect(try says("仓库电话057188990012", scene).map(\.truth) == [.isFalse])
    }

    @Test func `the telephone to which goods go back is no parcel's number either`() throws {
        var rules = Scene.rules
        rules.afterSales.returnAddress = Address(
            name: "小满售后", phone: "057188990011", region: "杭州", street: "良睦路88号")
        let scene = try scene(rules: rules)
        #expect(try says("电话057188990011", scene).map(\.truth) == [.isTrue])
        #expect(try says("电话057188990012", scene).map(\.truth) == [.isFalse])
    }

    @Test func `how a line comes to what was paid is right step by step, for a piece too`() throws {
        var order = Scene.order("2026031700000001")
        // 198.00 less 17.37 less 21.71 is 158.92; of two pieces one is 79.46.
        let lines = [
            Order.Line(variant: "dress-M", quantity: 2, price: .yuan(99)),
            Order.Line(variant: "dress-L", quantity: 1, price: .yuan(258)),
        ]
        let cuts = [
            Cut(
                kind: .coupon, name: "满300减40", amount: .yuan(40),
                shares: [Money(fen: 1737), Money(fen: 2263)]),
            Cut(
                kind: .crossShop, name: "每300减50", amount: .yuan(50),
                shares: [Money(fen: 2171), Money(fen: 2829)]),
        ]
        order = Order(
            id: order.id, customer: order.customer, placedAt: order.placedAt, lines: lines,
            address: order.address, cuts: cuts)
        let scene = try scene([order])
        for right in ["17.37", "21.71", "180.63", "158.92", "8.68", "10.86", "79.46"] {
            #expect(try says("这里是\(right)元", scene).map(\.truth) == [.isTrue], "\(right)")
        }
        for wrong in ["17.73", "8.86", "158.29"] {
            #expect(try says("这里是\(wrong)元", scene).map(\.truth) == [.isFalse], "\(wrong)")
        }
    }

    /// The customer's own measures, in whatever unit they are said back.
    @Test(arguments: ["158厘米的话建议您拿小一点的", "您158cm，49公斤"])
    func `what the customer said is theirs in any unit`(text: String) throws {
        var scene = try scene()
        try scene.buyer(2, "我身高158，49kg，穿什么码")
        #expect(try says(text, scene).filter { $0.truth == .isFalse }.isEmpty)
        let wrong = text.replacing("158", with: "168")
        #expect(try says(wrong, scene).contains { $0.truth == .isFalse })
    }

    @Test(arguments: ["尾号8842那单给您退", "the order ending in 8842"])
    func `the end of an order's number is known`(text: String) throws {
        let scene = try scene([Scene.order("2026031700008842")])
        #expect(try says(text, scene).map(\.truth) == [.isTrue])
        let wrong = text.replacing("8842", with: "8843")
        #expect(try says(wrong, scene).map(\.truth) == [.isFalse])
    }

    @Test func `the end of a card is known from the customer's purse`() throws {
        let person = Customer(
            id: "liqian", name: "李倩", account: "liqian",
            accounts: [Account(id: "a1", method: .card, label: "招商银行 尾号6203")])
        let scene = try scene(people: [person])
        #expect(try says("退回尾号6203的卡", scene).map(\.truth) == [.isTrue])
        #expect(try says("退回尾号6204的卡", scene).map(\.truth) == [.isFalse])
    }

    // MARK: Lengths of time

    @Test(arguments: [
        "签收后7天内可以退", "收到货7天内寄回就行", "within 7 days of receiving it you can send it back",
        "please send it back within 7 days",
    ])
    func `the days of a return are the rules'`(text: String) throws {
        #expect(try says(text, scene()).map(\.truth) == [.isTrue])
        let wrong = text.replacing("7", with: "8")
        #expect(try says(wrong, scene()).map(\.truth) == [.isFalse])
    }

    @Test func `the days of a return say nothing about when it ships`() throws {
        #expect(try isFalse(says: "这款要备货7天", scene()) == ["7天"])
    }

    private func isFalse(says text: String, _ scene: Scene) throws -> [String] {
        try says(text, scene).filter { $0.truth == .isFalse }.map(\.words)
    }

    @Test func `the days by which receipt was lengthened are known`() throws {
        var scene = try scene([shipped()])
        try scene.agent(5, .extendReceipt(order: "2026031700000001", days: 5))
        #expect(try says("已经帮您延长了5天", scene).contains { $0 == ("5天", .isTrue) })
        #expect(try isFalse(says: "已经帮您延长了7天", scene) == ["7天"])
    }

    @Test func `a date that follows from days that are right is right`() throws {
        let right = "10天后自动确认收货，就是3月28号"
        #expect(try isFalse(says: right, scene()).isEmpty)
        let wrong = right.replacing("28号", with: "30号")
        #expect(try isFalse(says: wrong, scene()) == ["3月30号"])
    }

    // MARK: Scans

    /// On its way, scanned at a hub on the evening before at 22:40.
    private func shipped() -> Order {
        var order = Scene.order("2026031700000001")
        order.pay(.mobile, at: order.placedAt, shipBy: order.placedAt + .hours(48))
        let at = CivilTime(year: 2026, month: 3, day: 17, hour: 22, minute: 40).instant()
        let parcel = Parcel(
            carrier: "圆通", tracking: "YT7410002318", shippedAt: Scene.opensAt - .hours(15),
            scans: [Scan(at: at + .seconds(37), code: .inTransit, text: "已到达南昌转运中心")])
        order.ship(parcel, confirmBy: Scene.opensAt + .days(9))
        return order
    }

    @Test(arguments: [
        "昨晚22:40到的南昌", "昨天22:40到的", "昨晚10点40到的南昌", "最新一站是22:40", "到站是昨天晚上10点40分",
        "it reached the hub last night at 22:40", "it got there at 10:40 pm yesterday",
        "it got there yesterday evening at 10:40", "the scan is of 22:40",
    ])
    func `a scan is told by the shop's clock, with the day's name or without`(text: String) throws {
        let found = try says(text, scene([shipped()])).filter { $0.words.contains("40") }
        #expect(found.map(\.truth) == [.isTrue])
    }

    @Test(arguments: [
        "昨晚8点到的南昌", "昨天21:40到的", "前天22:40到的", "最新一站是23:40",
        "it reached the hub last night at 20:40", "it got there at 10:40 am yesterday",
    ])
    func `another hour or another day is wrong`(text: String) throws {
        #expect(try isFalse(says: text, scene([shipped()])).count == 1)
    }

    // MARK: Corrections

    @Test(arguments: [
        ("昨晚8点到的南昌", "更正一下，刚才看岔了：是昨晚22:40，不是8点"),
        ("昨晚8点到的南昌", "刚才说错了，昨晚8点是我看岔了，实际昨晚22:40"),
        ("it got to the hub last night at 20:00", "Sorry, it's 22:40, not 8"),
        (
            "it got to the hub last night at 20:00",
            "I said 20:00 and misread it: it was last night at 22:40"
        ),
        ("一共188.00元", "更正：是168.00元，不是188.00元"),
    ])
    func `a wrong value taken back is not counted again`(first: String, second: String) throws {
        var scene = try scene([shipped()])
        try scene.says(10, first)
        let before = try isFalse(scene)
        #expect(before.count == 1)
        try scene.says(60, second)
        #expect(try isFalse(scene) == before)
    }

    @Test func `a correction by another wrong value is a second slip`() throws {
        var scene = try scene([shipped()])
        try scene.says(10, "昨晚8点到的南昌")
        try scene.says(60, "更正一下，是昨晚9点，不是8点")
        #expect(try isFalse(scene) == ["昨晚8点", "昨晚9点"])
    }

    // MARK: Sums

    /// At a level that pays 90 per cent.
    private func member() throws -> Scene {
        var rules = Scene.rules
        rules.customers.levels = [
            CustomerRules.LevelRule(level: .vip, spent: .zero, orders: 0, percent: 90)
        ]
        let person = Customer(
            id: "liqian", name: "李倩", account: "liqian", level: .vip, coupons: ["off30"])
        var scene = try scene([], rules: rules, people: [person])
        try scene.agent(5, .look(conversation: "c1", at: .product("dress")))
        return scene
    }

    @Test func `what the shop reckons for this customer is right before there is an order`() throws
    {
        for text in ["到手151.20元", "会员价便宜16.80元", "还差132.00元就能用券"] {
            #expect(try says(text, member()).map(\.truth) == [.isTrue], "\(text)")
        }
        #expect(try isFalse(says: "到手150.20元", member()) == ["150.20元"])
    }

    @Test func `a basket that the message works out is right step by step`() throws {
        var scene = try scene([])
        try scene.agent(5, .look(conversation: "c1", at: .product("dress")))
        let right = "M和L一起拍：合计336.00元，减30.00元，到手306.00元"
        #expect(try says(right, scene).allSatisfy { $0.truth == .isTrue })
        let wrong = right.replacing("336", with: "346").replacing("306", with: "316")
        #expect(try isFalse(says: wrong, scene) == ["346.00元", "316.00元"])
        #expect(try says("一起拍合计336.00元", scene).map(\.truth) == [.unknown])
    }
}
