import Engine
import Testing

@Suite struct `Tags and levels` {
    @Test func `a tag goes on many at once, each with its source, and nobody twice`() throws {
        var counter = Counter.caring()
        try counter.send(.tag(customer: "b2", name: "母婴", expires: nil))
        let expires = counter.shop.now + .days(30)
        let events = try counter.send(
            .tagMany(customers: ["b1", "b2", "b3", "b1"], name: "母婴", expires: expires))
        #expect(events.count == 2)
        #expect(counter.customer("b1").tags.map(\.source) == [.batch("me")])
        #expect(counter.customer("b2").tags.map(\.source) == [.manual("me")])
        #expect(counter.customer("b3").tags.map(\.expires) == [expires])
    }

    @Test func `a tag for many is refused whole`() throws {
        var counter = Counter.caring()
        func many(_ ids: [CustomerID], _ name: String = "母婴", _ expires: Instant? = nil)
            -> Refusal?
        {
            counter.refusal(.tagMany(customers: ids, name: name, expires: expires))
        }
        #expect(many([]) == .noCustomers)
        #expect(many(["b1", "b9"]) == .noSuchCustomer("b9"))
        #expect(many(["b1"], " ") == .nothingToSay)
        #expect(
            many(["b1"], String(repeating: "长", count: 21)) == .tooLong(limit: 20, length: 21))
        #expect(many(["b1"], "母婴", counter.shop.now) == .dueInThePast)
        try counter.send(.tagMany(customers: ["b1", "b2"], name: "母婴", expires: nil))
        #expect(
            counter.refusal(.tagMany(customers: ["b1", "b2"], name: "母婴", expires: nil))
                == .alreadyTagged(name: "母婴"))
    }

    @Test func `a level rises by the sum or by the count, when receipt is confirmed`() throws {
        var counter = Counter.caring()
        try counter.finished([("cup-small", 1)])
        #expect(counter.customer("b1").level == .regular)
        try counter.finished([("shirt-white", 1)])
        #expect(counter.customer("b1").level == .regular)
        try counter.finished([("cup-small", 1)])
        #expect(counter.customer("b1").level == .senior)
        try counter.finished([("dress-M", 3)], by: "b2")
        #expect(counter.customer("b2").level == .senior)
        #expect(
            counter.records.contains {
                $0.event
                    == .customerMoved(
                        customer: "b2", step: .levelChanged(from: .store, to: .senior))
            })
    }

    @Test func `a level counts what came before the shift once, and never falls`() throws {
        var counter = Counter.caring { fixture in
            // Two orders in the history, one of which is in the store as well.
            fixture.customers[0] = Customer(
                id: "b1", name: "李倩", account: "liqian", level: .store,
                history: Customer.History(
                    orders: 1, spent: .yuan(59), lastBought: CustomerShop.opening - .days(20)),
                accounts: [Account(id: "card1", method: .card)])
            fixture.customers[1] = Customer(
                id: "b2", name: "王明", account: "wangming", level: .supreme,
                accounts: [Account(id: "card2", method: .card)])
            fixture.orders = [CustomerShop.done("h1", of: "b1", daysAgo: 20, yuan: 59)]
        }
        try counter.finished([("cup-small", 1)])
        #expect(counter.customer("b1").level == .regular)
        try counter.finished([("cup-small", 1)])
        #expect(counter.customer("b1").level == .senior)
        try counter.finished([("cup-small", 1)], by: "b2")
        #expect(counter.customer("b2").level == .supreme)
    }

    @Test func `an order counts when its last line is confirmed, not before`() throws {
        var counter = Counter.caring()
        let id = try counter.bought([("cup-small", 1), ("shirt-white", 1)])
        try counter.send(.ship(order: id, carrier: "顺丰", tracking: "T1"), by: .warehouse)
        try counter.send(.confirmReceipt(order: id, lines: [0]), by: .buyer("b1"))
        #expect(counter.customer("b1").level == .store)
        try counter.send(.confirmReceipt(order: id, lines: [1]), by: .buyer("b1"))
        #expect(counter.customer("b1").level == .regular)
    }

    @Test func `rules hang on their tags when the count is reached, and not twice`() throws {
        var counter = Counter.caring()
        try counter.finished([("cup-small", 1)])
        #expect(counter.customer("b1").tags.isEmpty)
        try counter.finished([("dress-M", 2)])
        let tags = counter.customer("b1").tags
        #expect(tags.map(\.name) == ["回头客", "花得多"])
        #expect(tags.map(\.source) == [.rule, .rule])
        #expect(tags[0].expires == tags[0].at + .days(90))
        #expect(tags[1].expires == nil)
        try counter.finished([("cup-small", 1)])
        #expect(counter.customer("b1").tags == tags)
        try counter.tick(at: tags[0].at + .days(90))
        #expect(counter.customer("b1").tags.map(\.name) == ["花得多"])
    }

    @Test func `an order placed at night is counted at the shop's own hour`() throws {
        var counter = Counter.caring()
        try counter.buy([("cup-small", 1)])
        #expect(counter.customer("b1").tags.isEmpty)
        // 9:00 on the wall; sixteen hours on it is one in the morning.
        counter.shop.advance(to: counter.shop.now + .hours(16))
        try counter.buy([("cup-small", 1)], by: "b2")
        #expect(counter.customer("b2").tags.map(\.name) == ["夜猫子"])
    }

    @Test func `an invoice asked for is counted`() throws {
        var counter = Counter.caring()
        let id = try counter.bought([("cup-small", 1)])
        try counter.send(
            .requestInvoice(
                order: id,
                invoice: Command.InvoiceRequest(
                    kind: .ordinary, title: "李倩", taxNumber: nil, email: "a@b.cn")),
            by: .buyer("b1"))
        #expect(counter.customer("b1").tags.map(\.name) == ["要发票"])
    }
}
