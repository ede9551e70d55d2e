import Engine
import Testing

@Suite struct `Lists of customers` {
    static func shop() -> Counter {
        Counter.caring { fixture in
            fixture.rules.customers.usualGap = .days(30)
            fixture.orders = [
                CustomerShop.done("h1", of: "b1", daysAgo: 10, yuan: 59),
                CustomerShop.done("h2", of: "b2", daysAgo: 45, yuan: 89, variant: "cream-50"),
                CustomerShop.done("h3", of: "b3", daysAgo: 200, yuan: 59),
                CustomerShop.done("h4", of: "b3", daysAgo: 91, yuan: 99, variant: "shirt-white"),
            ]
        }
    }

    @Test func `sort customers by level, tag, consent, purchase and last purchase`() throws {
        var counter = Self.shop()
        try counter.send(.tag(customer: "b2", name: "母婴", expires: nil))
        func found(_ audience: Audience) -> [CustomerID] {
            counter.shop.customers(in: audience, at: counter.shop.now)
        }
        #expect(found(.all) == ["b1", "b2", "b3", "b4"])
        #expect(found(.level(.store)) == ["b1", "b2", "b3", "b4"])
        #expect(found(.level(.vip)) == [])
        #expect(found(.tag("母婴")) == ["b2"])
        #expect(found(.consented) == ["b3"])
        #expect(found(.bought("cup")) == ["b1", "b3"])
        #expect(found(.lifecycle(.new)) == ["b1"])
        #expect(found(.lifecycle(.active)) == [])
        #expect(found(.lifecycle(.dormant)) == ["b2"])
        #expect(found(.lifecycle(.preChurn)) == [])
        #expect(found(.lifecycle(.churned)) == ["b3"])
    }

    @Test func `what went back was not bought`() throws {
        var counter = Self.shop()
        counter.shop = Counter.caring { $0.rules.orders.cancelsPaid = true }.shop
        let id = try counter.bought([("cup-small", 1)])
        #expect(counter.shop.customers(in: .bought("cup"), at: counter.shop.now) == ["b1"])
        try counter.send(.cancelOrder(order: id), by: .buyer("b1"))
        #expect(counter.shop.customers(in: .bought("cup"), at: counter.shop.now) == [])
        #expect(counter.shop.lifecycle(of: "b1", at: counter.shop.now) == nil)
    }

    @Test func `thank who has just confirmed, once, and say what stands in the way`() throws {
        var counter = Self.shop()
        // h1 was confirmed yesterday.
        func thanks() -> [Care] { counter.shop.careList(.thanks, at: counter.shop.now) }
        #expect(thanks().map(\.order) == ["h1"])
        #expect(thanks().map(\.bar) == [.noConsent])
        try counter.send(.giveConsent(customer: "b1", source: "聊天"))
        try counter.finished([("cup-small", 1)])
        #expect(thanks().map(\.customer) == ["b1"])
        #expect(thanks().first?.bar == nil)
        #expect(thanks().first?.order != "h1")
        let other = try counter.bought([("cup-small", 1)])
        try counter.send(.requestRefund(order: other, reason: .changedMind), by: .buyer("b1"))
        #expect(thanks().first?.openCase == "r1")
        try counter.write(to: ["b1"])
        #expect(thanks().isEmpty)
    }

    @Test func `win back who has been away for longer than usual`() throws {
        let counter = Self.shop()
        let list = counter.shop.careList(.reactivation, at: counter.shop.now)
        #expect(list.map(\.customer) == ["b3", "b2"])
        #expect(list.map(\.bar) == [nil, .noConsent])
        #expect(list.first?.why.zh.contains("91 天") == true)
        #expect(list.first?.why.en.contains("91 days") == true)
    }

    @Test func `advise on use while a parcel has just come`() throws {
        let counter = Counter.caring { fixture in
            var order = CustomerShop.done("s1", of: "b3", daysAgo: 3, yuan: 59)
            order = Order(
                id: "s1", customer: "b3", placedAt: order.placedAt,
                lines: [Order.Line(variant: "cup-small", quantity: 1, price: .yuan(59))],
                address: TradeShop.home
            ).after(
                Order.Past(
                    status: .shipped, payment: .card, paidAt: order.placedAt,
                    autoConfirmAt: fixture.opensAt + .days(7),
                    parcels: [
                        Parcel(
                            carrier: "顺丰", tracking: "SF1", shippedAt: order.placedAt,
                            scans: [
                                Scan(
                                    at: fixture.opensAt - .hours(5), code: .signedInPerson,
                                    text: "签收")
                            ])
                    ]))
            fixture.orders = [order]
        }
        let tips = counter.shop.careList(.usageTip, at: counter.shop.now)
        #expect(tips.map(\.order) == ["s1"])
        #expect(tips.first?.since == CustomerShop.opening - .hours(5))
        #expect(counter.shop.careList(.usageTip, at: counter.shop.now + .days(8)).isEmpty)
    }
}

@Suite struct `A customer in figures` {
    @Test func `counts history and orders once, and shows twelve months`() throws {
        let now = CustomerShop.opening
        var counter = Counter.caring { fixture in
            fixture.customers[0] = Customer(
                id: "b1", name: "李倩", account: "liqian",
                history: Customer.History(
                    orders: 4, spent: .yuan(500), lastBought: now - .days(40), refunds: 1),
                accounts: [Account(id: "card1", method: .card)])
            fixture.orders = [
                CustomerShop.done("h1", of: "b1", daysAgo: 400, yuan: 100),
                CustomerShop.done("h2", of: "b1", daysAgo: 40, yuan: 59),
                CustomerShop.done("h3", of: "b1", daysAgo: 2, yuan: 99),
            ]
        }
        _ = try counter.bought([("dress-M", 1)])
        try counter.send(
            .openConversation(
                customer: "b1", channel: .jd, stage: .preSale, order: nil, mood: 50),
            by: .buyer("b1"))
        try counter.send(
            .promise(
                conversation: "c1", text: "一小时内回", deed: .report(ticket: nil),
                due: now + .hours(1), message: nil))
        let card = try #require(counter.shop.card(of: "b1", at: now))
        #expect(card.orders == 6)
        #expect(card.spent == .yuan(500 + 99 + 199))
        #expect(card.average == Money(fen: 13_300))
        #expect(card.lastBought == now)
        #expect(card.refunds == 1)
        #expect(card.returnRate == 16)
        #expect(card.openPromises == 1)
        #expect(card.months.count == 12)
        #expect(card.months.last?.month == 3 && card.months.last?.year == 2026)
        #expect(card.months.first?.month == 4 && card.months.first?.year == 2025)
        #expect(card.months.last?.spent == .yuan(99 + 199))
        #expect(card.months[10].spent == .yuan(59))
        #expect(card.months.reduce(0) { $0 + $1.orders } == 3)
        // 500 of before the shift, of which the store knows 159.
        #expect(card.undated == .yuan(341))
    }

    @Test func `of somebody new is empty, and of nobody there is none`() {
        let counter = Counter.caring()
        let card = counter.shop.card(of: "b2", at: counter.shop.now)
        #expect(card?.orders == 0 && card?.average == nil && card?.returnRate == nil)
        #expect(card?.spent == .zero && card?.undated == .zero && card?.lastBought == nil)
        #expect(counter.shop.card(of: "b9", at: counter.shop.now) == nil)
    }

    @Test func `takes off what went back, also of an order of before the shift`() throws {
        let now = CustomerShop.opening
        var counter = Counter.caring { fixture in
            fixture.rules.orders.cancelsPaid = true
            fixture.customers[0] = Customer(
                id: "b1", name: "李倩", account: "liqian",
                history: Customer.History(
                    orders: 2, spent: .yuan(158), lastBought: now - .days(1)),
                accounts: [Account(id: "card1", method: .card)])
            let at = now - .days(1)
            fixture.orders = [
                Order(
                    id: "w1", customer: "b1", placedAt: at,
                    lines: [Order.Line(variant: "cup-small", quantity: 1, price: .yuan(59))],
                    address: TradeShop.home
                ).after(
                    Order.Past(
                        status: .waitShip, payment: .card, paidAt: at,
                        shipBy: now + .days(1)))
            ]
        }
        try counter.send(.cancelOrder(order: "w1"), by: .buyer("b1"), after: .hours(1))
        let card = try #require(counter.shop.card(of: "b1", at: counter.shop.now))
        #expect(card.orders == 2)
        #expect(card.spent == .yuan(99))
        #expect(card.refunds == 1)
        #expect(card.average == .yuan(99))
    }
}
