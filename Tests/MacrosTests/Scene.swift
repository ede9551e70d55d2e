import Engine
import Foundation
import Language
import ShippedData
import Support

@testable import Macros

/// A shop with three customers: one has not paid, one waits for a late parcel and is angry, one's
/// order is on its way with a refund asked for.
enum Scene {
    /// Wednesday 18 March 2026, 14:02.
    static let now = CivilTime(year: 2026, month: 3, day: 18, hour: 14, minute: 2).instant()

    static let reader: Reader? = try? Shipped.reader

    static let reads: @Sendable (String, Context) -> Reading = { text, context in
        guard let reader else { preconditionFailure("the lexicons cannot be read") }
        return reader.read(text, in: context)
    }

    static let dress = Product(
        id: "dress", title: "连衣裙",
        variants: [
            Variant(id: "dress-L", product: "dress", name: "L码", price: .yuan(168), stock: 5),
            Variant(id: "dress-M", product: "dress", name: "M码", price: .yuan(168), stock: 5),
        ])

    static let coupon = Coupon(
        id: "off30", name: "满300减30", threshold: .yuan(300), amount: .yuan(30),
        validUntil: now + .days(7))

    static func order(_ id: OrderID, of customer: CustomerID, _ name: String) -> Order {
        Order(
            id: id, customer: customer, placedAt: now - .days(1),
            lines: [Order.Line(variant: "dress-L", quantity: 1, price: .yuan(168))],
            address: Address(
                name: name, phone: "13800001111", region: "浙江省杭州市西湖区", street: "文三路 1 号"),
            postage: .yuan(8))
    }

    static var fixture: ShopFixture {
        let unpaid = order("2026031800018842", of: "liqian", "李倩")
            .after(Order.Past(status: .waitPay))
        var past = Order.Past(status: .waitShip, payment: .escrow)
        past.paidAt = now - .hours(20)
        past.shipBy = now + .hours(4)
        let paid = order("2026031700010003", of: "wang", "王姐").after(past)
        past = Order.Past(status: .shipped, payment: .escrow)
        past.paidAt = now - .days(2)
        past.autoConfirmAt = now + .days(9)
        past.parcels = [
            Parcel(
                carrier: "顺丰", tracking: "SF1001", shippedAt: now - .days(1),
                scans: [Scan(at: now - .hours(20), code: .pickedUp, text: "杭州 已揽收")])
        ]
        let shipped = order("2026031600010007", of: "chen", "陈先生").after(past)
        return ShopFixture(
            name: "小满生活", colleagues: ["老周"], rules: .plain, opensAt: now,
            products: [dress], coupons: [coupon],
            customers: [
                Customer(id: "liqian", name: "李倩", account: "lq"),
                Customer(id: "wang", name: "王姐", account: "w"),
                Customer(id: "chen", name: "陈先生", account: "c"),
            ],
            orders: [unpaid, paid, shipped])
    }

    /// The three have come and said something; the agent has taken all of them.
    static func desk(reading: Bool = true) throws -> TestDesk {
        let desk = TestDesk(Shop(fixture), reads: reading ? reads : nil)
        for (customer, stage, words) in [
            ("liqian", Conversation.Stage.preSale, "这件有货吗"), ("wang", .order, "怎么还不发货！气死了"),
            ("chen", .order, "我的包裹到哪了"),
        ] {
            let id = CustomerID(customer)
            let order = desk.shop.orders(of: id)[0].id
            try desk.send(
                .openConversation(
                    customer: id, channel: .taobao, stage: stage, order: order, mood: 60),
                by: .buyer(id))
            let talk = desk.shop.conversations(of: id)[0].id
            try desk.send(.say(conversation: talk, text: words), by: .buyer(id))
            try desk.send(.take(conversation: talk), by: desk.agent)
        }
        return desk
    }

    static let liqian: ConversationID = "c1"
    static let wang: ConversationID = "c2"
    static let chen: ConversationID = "c3"

    static func occasion(
        _ talk: ConversationID, _ desk: TestDesk, _ tongue: Engine.Tongue = .chinese,
        draft: Draft = Draft()
    ) -> Occasion {
        var occasion = Occasion(
            shop: desk.shop, conversation: talk, tongue: tongue, draft: draft)
        occasion.reads = desk.reads
        return occasion
    }

    static func library() throws -> MacroLibrary {
        var library = MacroLibrary()
        library.add(
            yaml: try Repository.text(of: "Tests/MacrosTests/Fixtures/six.yaml"), named: "six.yaml")
        return library
    }

    /// One macro of a text; its problems fail the test that asks for it.
    static func macro(_ yaml: String) throws -> Macro {
        var library = MacroLibrary()
        library.add(yaml: yaml, named: "macros.yaml")
        guard library.problems.isEmpty, let macro = library.macros.first else {
            throw Wrong(sentences: library.problems.map { $0.sentence(in: .english) })
        }
        return macro
    }

    /// What is wrong with a file, in English.
    static func problems(_ yaml: String) -> [String] {
        var library = MacroLibrary()
        library.add(yaml: yaml, named: "macros.yaml")
        return library.problems.map { $0.sentence(in: .english) }
    }

    struct Wrong: Error { let sentences: [String] }
}
