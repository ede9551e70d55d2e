import Engine

/// The trade's shop with more people in it, and rules about levels, tags and marketing.
enum CustomerShop {
    static let opening = TradeShop.opening
    static let proof = [Evidence(kind: .chat, text: "聊天里骂人，附记录")]

    static var rules: Rules {
        var rules = Rules.plain
        rules.customers.levels = [
            CustomerRules.LevelRule(level: .regular, spent: .yuan(1), orders: 1, percent: 100),
            CustomerRules.LevelRule(level: .senior, spent: .yuan(500), orders: 3, percent: 98),
            CustomerRules.LevelRule(level: .vip, spent: .yuan(3000), orders: 15, percent: 95),
        ]
        rules.customers.tagRules = [
            CustomerRules.TagRule(
                name: "回头客", when: .orders, atLeast: 2, expiresAfter: .days(90)),
            CustomerRules.TagRule(name: "花得多", when: .spent, atLeast: 400, expiresAfter: nil),
            CustomerRules.TagRule(
                name: "夜猫子", when: .nightOrders, atLeast: 1, expiresAfter: .days(30)),
            CustomerRules.TagRule(name: "要发票", when: .invoices, atLeast: 1, expiresAfter: nil),
            CustomerRules.TagRule(
                name: "常退货", when: .returnRate, atLeast: 50, expiresAfter: .days(180)),
            CustomerRules.TagRule(name: "爱差评", when: .badReviews, atLeast: 2, expiresAfter: nil),
        ]
        return rules
    }

    static func fixture() -> ShopFixture {
        var fixture = TradeShop.fixture(rules)
        fixture.customers += [
            Customer(
                id: "b3", name: "赵敏", account: "minmin",
                consent: Customer.Consent(state: .given, at: opening, source: "下单页")),
            Customer(
                id: "b4", name: "孙磊", account: "sunlei",
                consent: Customer.Consent(state: .refused, at: opening, source: "短信回 T")),
        ]
        return fixture
    }

    /// An order of long ago, done and paid for.
    static func done(
        _ id: OrderID, of customer: CustomerID, daysAgo: Int, yuan: Int,
        variant: VariantID = "cup-small"
    ) -> Order {
        let at = opening - .days(daysAgo)
        return Order(
            id: id, customer: customer, placedAt: at,
            lines: [Order.Line(variant: variant, quantity: 1, price: .yuan(yuan))],
            address: TradeShop.home
        ).after(
            Order.Past(status: .done, payment: .card, paidAt: at, closedAt: at + .days(9)))
    }
}

extension Counter {
    static func caring(_ change: (inout ShopFixture) -> Void = { _ in }) -> Counter {
        var fixture = CustomerShop.fixture()
        change(&fixture)
        return Counter(Shop(fixture))
    }

    func customer(_ id: CustomerID) -> Customer { shop.customers[id]! }

    /// Orders, pays, is sent it and confirms receipt.
    @discardableResult
    mutating func finished(_ items: [(VariantID, Int)], by buyer: CustomerID = "b1")
        throws(Refusal) -> OrderID
    {
        let id = try bought(items, by: buyer)
        try send(.ship(order: id, carrier: "顺丰", tracking: "T\(id)"), by: .warehouse)
        try send(.confirmReceipt(order: id, lines: nil), by: .buyer(buyer))
        return id
    }

    /// Writes to these; the campaign as it was recorded.
    @discardableResult
    mutating func write(
        _ kind: Campaign.Kind = .message, _ questions: [String] = [], to ids: [CustomerID],
        after: Span = .zero
    ) throws(Refusal) -> Campaign {
        let events = try send(
            .sendCampaign(
                kind: kind, name: "春上新", text: "新款到了，回 T 退订", questions: questions,
                customers: ids), after: after)
        guard case .campaignSent(let campaign)? = events.first else { throw .noCustomers }
        return campaign
    }

    /// All fen of the shop, as the books have them and as they lie.
    var fenAreKept: Bool {
        let books = shop.books
        var lying = books.shop + books.commission + books.returned
        for order in shop.orders.values { lying += order.ledger.held }
        for customer in shop.customers.values {
            for account in customer.accounts { lying += account.balance ?? .zero }
        }
        return lying == books.opening + books.received + books.insured
    }
}
