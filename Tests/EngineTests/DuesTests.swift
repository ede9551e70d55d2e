import Testing

@testable import Engine

@Suite struct `Everything that waits` {
    private static let now = CustomerShop.opening

    /// Kinds and whose turn, in the order of the list.
    private func found(_ counter: Counter, within span: Span? = nil) -> [Due.Kind] {
        counter.shop.dues(at: counter.shop.now, within: span).map(\.kind)
    }

    @Test func `a shop in which nothing happens waits for nothing`() {
        #expect(found(Counter.caring()) == [])
    }

    @Test func `an order waits for its money, then for the warehouse, then for the carrier`()
        throws
    {
        var counter = Counter.caring()
        let id = try counter.buy([("cup-small", 1)])
        var due = try #require(counter.shop.dues(at: counter.shop.now).first)
        #expect(due.kind == .payment && due.turn == .buyer && due.order == id)
        #expect(due.at == Self.now + .hours(24) && due.customer == "b1" && !due.isOverdue)
        try counter.send(
            .payFrom(order: id, parts: [Command.PaymentPart(account: "card1")]),
            by: .buyer("b1"))
        due = try #require(counter.shop.dues(at: counter.shop.now).first)
        #expect(due.kind == .shipment && due.turn == .warehouse)
        #expect(due.at == Self.now + .hours(48))
        try counter.send(.ship(order: id, carrier: "顺丰", tracking: "SF1"), by: .warehouse)
        due = try #require(counter.shop.dues(at: counter.shop.now).first)
        #expect(due.kind == .firstScan(tracking: "SF1") && due.turn == .carrier)
        #expect(due.at == Self.now + .hours(24))
        counter.enter(
            [
                .scanned(
                    order: id, tracking: "SF1",
                    scan: Scan(at: counter.shop.now, code: .collected, text: "已揽收"))
            ], by: .carrier, at: counter.shop.now)
        #expect(found(counter) == [])
    }

    @Test func `nobody waits for the scan of an order that is done`() {
        let counter = Counter.caring { fixture in
            let at = Self.now - .days(20)
            fixture.orders = [
                Order(
                    id: "h1", customer: "b1", placedAt: at,
                    lines: [Order.Line(variant: "cup-small", quantity: 1, price: .yuan(59))],
                    address: TradeShop.home
                ).after(
                    Order.Past(
                        status: .done, payment: .card, paidAt: at,
                        parcels: [Parcel(carrier: "顺丰", tracking: "SF1", shippedAt: at)]))
            ]
        }
        #expect(found(counter) == [])
    }

    @Test func `what is late still waits, and says so`() throws {
        var counter = Counter.caring()
        let id = try counter.bought([("cup-small", 1)])
        try counter.tick(at: Self.now + .hours(48))
        #expect(counter.shop.dues(at: counter.shop.now).map(\.isOverdue) == [false])
        counter.shop.advance(to: counter.shop.now + .minutes(1))
        let due = try #require(counter.shop.dues(at: counter.shop.now).first)
        #expect(due.isOverdue && due.kind == .shipment && due.order == id)
        // Overdue things are in every window.
        #expect(found(counter, within: .zero) == [.shipment])
    }

    @Test func `a window leaves out what is later`() throws {
        var counter = Counter.caring()
        _ = try counter.bought([("cup-small", 1)])
        try counter.send(.tag(customer: "b1", name: "急", expires: Self.now + .days(1)))
        #expect(found(counter) == [.tagEnd(name: "急"), .shipment])
        #expect(found(counter, within: .days(1)) == [.tagEnd(name: "急")])
        #expect(found(counter, within: .hours(23)) == [])
    }

    @Test func `a presale waits for its balance`() throws {
        var counter = Counter.caring()
        let id = try counter.bought([("coat-M", 1)])
        let due = try #require(counter.shop.dues(at: counter.shop.now).first)
        #expect(due.kind == .balance && due.turn == .buyer && due.order == id)
        #expect(due.at == Self.now + .days(4))
    }

    @Test func `a group waits for more buyers`() throws {
        var counter = Counter.caring()
        let id = try counter.bought([("towel-blue", 1)])
        let group = try #require(counter.order(id).group)
        #expect(found(counter) == [.group(group)])
        #expect(counter.shop.dues(at: Self.now).first?.at == Self.now + .hours(24))
    }

    @Test func `a promise waits until its deed is done, broken or not`() throws {
        var counter = Counter.caring()
        try counter.send(
            .openConversation(
                customer: "b1", channel: .taobao, stage: .preSale, order: nil, mood: 50),
            by: .buyer("b1"))
        try counter.send(
            .promise(
                conversation: "c1", text: "十分钟内回", deed: .report(ticket: nil),
                due: Self.now + .minutes(10), message: nil))
        var due = try #require(counter.shop.dues(at: counter.shop.now).first)
        #expect(due.kind == .promise("p1") && due.turn == .desk)
        #expect(due.conversation == "c1" && due.customer == "b1")
        try counter.tick(at: Self.now + .minutes(10))
        counter.shop.advance(to: Self.now + .minutes(11))
        due = try #require(counter.shop.dues(at: counter.shop.now).first)
        #expect(due.isOverdue)
        try counter.send(.reply(conversation: "c1", text: "查到了"))
        #expect(found(counter) == [])
        #expect(counter.shop.promises["p1"]?.state == .late(at: counter.shop.now))
    }

    @Test func `a ticket waits for its department`() throws {
        var counter = Counter.caring()
        try counter.send(
            .openTicket(
                department: .legal, conversation: nil, order: nil, summary: "假一赔三",
                fields: nil, kind: nil))
        let due = try #require(counter.shop.dues(at: counter.shop.now).first)
        #expect(due.kind == .ticket("t1") && due.turn == .department(.legal))
        try counter.send(.answerTicket(ticket: "t1", text: "收到"), by: .department(.legal))
        #expect(found(counter) == [])
    }

    @Test func `a case waits when it is the shop's turn, and the platform for proof`() throws {
        func item(
            _ id: AfterSaleID, _ state: AfterSale.State, _ answerBy: Instant?,
            evidenceUntil: Instant? = nil
        ) -> AfterSale {
            var item = AfterSale(
                id: id, order: "h1", kind: .returnRefund, reason: .quality, amount: .yuan(59),
                detail: "", openedAt: Self.now, state: state, answerBy: answerBy)
            item.dispute = evidenceUntil.map {
                AfterSale.Dispute(
                    status: .evidenceOpen, calledAt: Self.now, claim: "退", evidenceUntil: $0,
                    evidenceBefore: 0, from: .refused)
            }
            return item
        }
        let counter = Counter.caring { fixture in
            fixture.orders = [CustomerShop.done("h1", of: "b1", daysAgo: 5, yuan: 59)]
            fixture.afterSales = [
                item("r1", .waitSeller, Self.now + .hours(30)),
                item("r2", .waitReturn, Self.now + .hours(3)),
                item("r3", .waitCheck, Self.now + .hours(20)),
                item("r4", .waitConsign, nil),
                item("r5", .atPlatform, nil, evidenceUntil: Self.now + .hours(25)),
                item("r6", .atPlatform, nil, evidenceUntil: Self.now - .hours(1)),
                item("r7", .done(at: Self.now), Self.now),
            ]
        }
        #expect(found(counter) == [.answer("r3"), .evidence("r5"), .answer("r1")])
        let first = counter.shop.dues(at: Self.now)[0]
        #expect(first.turn == .desk && first.customer == "b1" && first.order == "h1")
    }

    @Test func `a bad review waits to be explained, until nobody may any more`() {
        func review(_ id: ReviewID, _ stars: Int, days: Int) -> Review {
            Review(
                id: id, order: "h1", line: 0, customer: "b1", at: Self.now - .days(days),
                rating: Review.Rating(stars: stars), text: "差")
        }
        let counter = Counter.caring { fixture in
            fixture.orders = [CustomerShop.done("h1", of: "b1", daysAgo: 50, yuan: 59)]
            var explained = review("v4", 1, days: 1)
            explained.explanation = Review.Said(at: Self.now, text: "已补发")
            var again = review("v5", 1, days: 1)
            again.followUp = Review.Said(at: Self.now, text: "还是坏")
            fixture.reviews = [
                review("v1", 1, days: 2), review("v2", 5, days: 1), review("v3", 2, days: 31),
                explained, again, review("v6", 3, days: 3),
            ]
        }
        #expect(found(counter) == [.explanation("v6"), .explanation("v1")])
        #expect(counter.shop.dues(at: Self.now)[1].at == Self.now + .days(28))
    }

    @Test func `a blacklisting waits for its end`() throws {
        var counter = Counter.caring()
        try counter.send(
            .blacklist(
                customer: "b1", reason: "辱骂", proof: CustomerShop.proof,
                until: Self.now + .days(2)))
        let due = try #require(counter.shop.dues(at: counter.shop.now).first)
        #expect(due.kind == .blacklistEnd && due.turn == .nobody && due.customer == "b1")
    }

    @Test func `of two due together the dearer one comes first`() throws {
        var counter = Counter.caring { $0.rules.ticketWithin = .hours(48) }
        _ = try counter.bought([("cup-small", 1)])
        try counter.send(
            .openTicket(
                department: .legal, conversation: nil, order: nil, summary: "查", fields: nil,
                kind: nil))
        #expect(found(counter) == [.ticket("t1"), .shipment])
    }

    @Test func `each has a name in both languages`() {
        let kinds: [Due.Kind] = [
            .promise("p1"), .ticket("t1"), .answer("r1"), .evidence("r1"), .payment, .balance,
            .group("g1"), .shipment, .firstScan(tracking: "1"), .explanation("v1"),
            .tagEnd(name: "急"), .blacklistEnd,
        ]
        #expect(Set(kinds.map(\.name.zh)).count == kinds.count)
        #expect(Set(kinds.map(\.name.en)).count == kinds.count)
        #expect(Set(kinds.map(\.rank)).count == kinds.count)
    }

    @Test func `each time names the field of the profile that set it`() throws {
        var rules = Rules.plain
        rules.tickets.departments = [
            TicketRules.DepartmentRule(department: .carrier, fields: [], within: .hours(2))
        ]
        var fixture = TradeShop.fixture(rules)
        fixture.products[2].delivery = .post
        var counter = Counter(Shop(fixture))
        let unpaid = try counter.buy([("cup-small", 1)])
        let paid = try counter.bought([("cup-small", 1)])
        let posted = try counter.delivered([("cup-small", 1)], isSigned: false)
        func rule(_ id: OrderID) -> String? { counter.shop.rule(behind: counter.order(id)) }
        #expect(rule(unpaid) == "payWithin")
        #expect(rule(paid) == "shipWithin")
        let isPost = counter.shop.product(of: "cup-small")?.delivery == .post
        #expect(rule(posted) == (isPost ? "orders.autoConfirmPost" : "autoConfirmAfter"))
        for (department, name) in [
            (Department.carrier, "tickets.departments.carrier.within"), (.legal, "ticketWithin"),
        ] {
            let events = try counter.send(
                .openTicket(
                    department: department, conversation: nil, order: paid, summary: "查件",
                    fields: nil, kind: nil))
            guard case .ticketOpened(let ticket)? = events.first else { continue }
            let due = counter.shop.dues(at: counter.shop.now).first {
                $0.kind == .ticket(ticket.id)
            }
            #expect(due.flatMap { counter.shop.rule(behind: $0) } == name)
        }
    }
}
