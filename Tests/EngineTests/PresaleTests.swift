import Engine
import Testing

@Suite struct `Goods sold ahead` {
    private let me = Actor.buyer("b1")

    /// A coat at 500 with a deposit of 50 that counts for 80, in a store of these rules.
    private func ahead(
        _ change: (inout Rules) -> Void = { _ in }, deposit: Int = 50
    ) throws -> (Counter, OrderID) {
        var rules = Rules.plain
        change(&rules)
        var fixture = TradeShop.fixture(rules)
        let place = fixture.products.firstIndex { $0.id == "coat" }!
        fixture.products[place].presale?.deposit = .yuan(deposit)
        fixture.products[place].presale?.counts = .yuan(max(80, deposit))
        var counter = Counter(Shop(fixture))
        let id = try counter.buy([("coat-M", 1)])
        return (counter, id)
    }

    private func paid(_ ahead: (Counter, OrderID)) throws -> (Counter, OrderID) {
        var (counter, id) = ahead
        try counter.send(.pay(order: id, method: .card), by: me)
        return (counter, id)
    }

    @Test func `take a deposit, then the balance in its window, and leave on the agreed day`()
        throws
    {
        var (counter, id) = try paid(ahead())
        #expect(counter.order(id).status == .depositPaid)
        #expect(counter.order(id).ledger.held == .yuan(50))
        #expect(counter.order(id).presale?.depositPaidAt == TradeShop.opening)
        #expect(counter.shop.variant("coat-M")?.stock == 50)
        #expect(
            counter.refusal(.pay(order: id, method: .card), by: me)
                == .balanceNotOpen(from: TradeShop.opening + .days(2)))
        try counter.send(.pay(order: id, method: .card), by: me, after: .days(2))
        #expect(counter.order(id).status == .waitShip)
        #expect(counter.order(id).ledger.paid == .yuan(470))
        #expect(counter.order(id).payments.map(\.amount) == [.yuan(50), .yuan(420)])
        #expect(counter.order(id).shipBy == TradeShop.opening + .days(10))
        #expect(counter.shop.variant("coat-M")?.stock == 49)
        #expect(counter.shop.violations() == [])
    }

    @Test func `close unpaid when the deposit does not come in its shorter time`() throws {
        var (counter, id) = try ahead()
        #expect(counter.order(id).payBy == TradeShop.opening + .minutes(30))
        try counter.tick(at: TradeShop.opening + .minutes(30))
        #expect(counter.order(id).status == .closedUnpaid)
        #expect(counter.order(id).closeReason == .notPaidInTime)
    }

    @Test func `keep the deposit of a buyer who lets the balance pass`() throws {
        var (counter, id) = try paid(ahead())
        try counter.tick(at: TradeShop.opening + .days(4))
        #expect(counter.order(id).status == .depositForfeit)
        #expect(counter.order(id).ledger.released == .yuan(50))
        #expect(counter.shop.books.shop == .yuan(50))
        #expect(counter.shop.violations() == [])
    }

    @Test func `keep no more than a fifth of the price; the rest of a deposit goes back`() throws {
        var (counter, id) = try paid(ahead(deposit: 150))
        try counter.tick(at: TradeShop.opening + .days(4))
        #expect(counter.order(id).status == .depositForfeit)
        #expect(counter.order(id).ledger.released == .yuan(100))
        #expect(counter.order(id).ledger.refunded == .yuan(50))
        #expect(counter.shop.violations() == [])
    }

    @Test func `give the deposit back twice when the shop moved the day, and once where so ruled`()
        throws
    {
        for isDouble in [true, false] {
            var (counter, id) = try paid(ahead({ $0.orders.depositDouble = isDouble }))
            try counter.send(
                .moveShipDate(order: id, to: TradeShop.opening + .days(15), reason: "面料晚到"))
            #expect(counter.order(id).presale?.isSellerFault == true)
            try counter.tick(at: TradeShop.opening + .days(4))
            let order = counter.order(id)
            #expect(order.status == .closedRefunded)
            #expect(order.ledger.refunded == .yuan(50))
            #expect(order.ledger.compensated == (isDouble ? .yuan(50) : .zero))
            #expect(counter.shop.books.shop == (isDouble ? .yuan(-50) : .zero))
            #expect(counter.shop.violations() == [])
        }
    }

    @Test func `are not the shop's fault when the day comes nearer`() throws {
        var (counter, id) = try paid(ahead())
        try counter.send(
            .moveShipDate(order: id, to: TradeShop.opening + .days(8), reason: "提前到货"),
            by: .warehouse)
        #expect(counter.order(id).presale?.isSellerFault == false)
        #expect(counter.order(id).presale?.shipBy == TradeShop.opening + .days(8))
    }

    @Test func `have the usual time to leave when the balance comes after the agreed day`() throws {
        var (counter, id) = try paid(ahead())
        try counter.send(
            .moveShipDate(order: id, to: TradeShop.opening + .days(1), reason: "提前到货"))
        try counter.send(.pay(order: id, method: .card), by: me, after: .days(3))
        #expect(counter.order(id).shipBy == TradeShop.opening + .days(5))
        #expect(counter.shop.violations() == [])
    }

    @Test func `leave nothing to do when a deposit of nothing lapses`() throws {
        var (counter, id) = try paid(ahead(deposit: 0))
        try counter.tick(at: TradeShop.opening + .days(4))
        #expect(counter.order(id).status == .closedRefunded)
        #expect(counter.shop.violations() == [])
    }

    @Test func `wait for a dispute about the deposit, and take no balance meanwhile`() throws {
        var order = Order(
            id: "p1", customer: "b1", placedAt: TradeShop.opening - .days(1),
            lines: [Order.Line(variant: "coat-M", quantity: 1, price: .yuan(500))],
            address: TradeShop.home,
            presale: Presale(
                deposit: .yuan(50), balanceFrom: TradeShop.opening + .days(2),
                balanceUntil: TradeShop.opening + .days(4),
                shipBy: TradeShop.opening + .days(10)))
        order = order.after(
            Order.Past(status: .depositPaid, payment: .card, paidAt: TradeShop.opening - .days(1)))
        var fixture = TradeShop.fixture()
        fixture.orders = [order]
        fixture.afterSales = [
            AfterSale(
                id: "r1", order: "p1", kind: .refund, reason: .agreed, amount: .yuan(50),
                detail: "", openedAt: TradeShop.opening, state: .waitSeller, answerBy: nil)
        ]
        var counter = Counter(Shop(fixture))
        #expect(counter.shop.violations() == [])
        try counter.tick(at: TradeShop.opening + .days(4))
        #expect(counter.order("p1").status == .depositPaid)
        #expect(
            counter.refusal(.pay(order: "p1", method: .card), by: me) == .afterSaleOpen("r1"))
        try counter.send(.withdraw(afterSale: "r1"), by: me)
        #expect(
            counter.refusal(.pay(order: "p1", method: .card), by: me)
                == .balanceClosed(since: TradeShop.opening + .days(4)))
        try counter.tick(at: counter.shop.now + .seconds(1))
        #expect(counter.order("p1").status == .depositForfeit)
        #expect(counter.shop.violations() == [])
    }

    @Test func `are not changed into what costs less than the deposit`() throws {
        var fixture = TradeShop.fixture()
        let place = fixture.products.firstIndex { $0.id == "coat" }!
        fixture.products[place].variants[1].price = .yuan(70)
        var counter = Counter(Shop(fixture))
        let id = try counter.buy([("coat-M", 1)])
        // 70 − 30 for the deposit's bonus is 40, and 50 is agreed.
        #expect(
            counter.refusal(
                .changeItems(
                    order: id, changes: [Command.ItemChange(line: 0, to: "coat-L")], account: nil))
                == .badAmount(.yuan(-10)))
    }
}

@Suite struct `A group` {
    private let me = Actor.buyer("b1")

    private func opened() throws -> (Counter, OrderID, GroupID) {
        var rules = Rules.plain
        rules.orders.cancelsPaid = true
        var counter = Counter.trading(rules)
        let id = try counter.buy([("towel-blue", 1)])
        try counter.send(.pay(order: id, method: .card), by: me)
        let group = try #require(counter.order(id).group)
        return (counter, id, group)
    }

    @Test func `sets the pieces aside and lets nobody's time to ship run before it is full`()
        throws
    {
        var (counter, id, group) = try opened()
        #expect(counter.order(id).status == .grouping)
        #expect(counter.order(id).shipBy == nil)
        #expect(counter.order(id).turns.map(\.status) == [.waitPay, .grouping])
        #expect(counter.shop.variant("towel-blue")?.stock == 49)
        let other = try counter.buy([("towel-blue", 1)], by: "b2", group: group)
        try counter.send(
            .pay(order: other, method: .card), by: .buyer("b2"), after: .hours(5))
        for member in [id, other] {
            #expect(counter.order(member).status == .waitShip)
            #expect(counter.order(member).shipBy == TradeShop.opening + .hours(53))
        }
        #expect(counter.shop.groups[group]?.state == .complete)
        #expect(counter.shop.violations() == [])
    }

    @Test func `gives everybody the money and the shelf its pieces when it is not filled in time`()
        throws
    {
        var (counter, id, group) = try opened()
        try counter.tick(at: TradeShop.opening + .hours(24))
        #expect(counter.order(id).status == .closedRefunded)
        #expect(counter.order(id).closeReason == .groupFailed)
        #expect(counter.order(id).ledger.refunded == counter.order(id).due)
        #expect(counter.shop.groups[group]?.state == .failed)
        #expect(counter.shop.variant("towel-blue")?.stock == 50)
        #expect(counter.shop.violations() == [])
    }

    @Test func `forgets who has cancelled, and is over when nobody is left`() throws {
        var fixture = TradeShop.fixture()
        fixture.rules.orders.cancelsPaid = true
        let place = fixture.products.firstIndex { $0.id == "towel" }!
        fixture.products[place].groupSize = 3
        fixture.customers.append(Customer(id: "b3", name: "三", account: "b3"))
        fixture.customers.append(Customer(id: "b4", name: "四", account: "b4"))
        var counter = Counter(Shop(fixture))
        let first = try counter.buy([("towel-blue", 1)])
        try counter.send(.pay(order: first, method: .card), by: me)
        let group = try #require(counter.order(first).group)
        let second = try counter.buy([("towel-blue", 1)], by: "b2", group: group)
        try counter.send(.pay(order: second, method: .card), by: .buyer("b2"))
        try counter.send(.cancelOrder(order: first), by: me)
        #expect(counter.shop.groups[group]?.members == [second])
        for buyer: CustomerID in ["b3", "b4"] {
            let id = try counter.buy([("towel-blue", 1)], by: buyer, group: group)
            try counter.send(.pay(order: id, method: .card), by: .buyer(buyer))
        }
        // Who has the money back does not come back to life with the group.
        #expect(counter.order(first).status == .closedRefunded)
        #expect(counter.order(second).status == .waitShip)
        #expect(counter.shop.violations() == [])
        let alone = try counter.buy([("towel-blue", 1)])
        try counter.send(.pay(order: alone, method: .card), by: me)
        try counter.send(.cancelOrder(order: alone), by: me)
        #expect(counter.shop.groups[try #require(counter.order(alone).group)]?.state == .failed)
    }

    @Test func `lets in nobody twice, nobody after its end, and nobody for other goods`() throws {
        var (counter, _, group) = try opened()
        func join(_ variant: VariantID, _ group: GroupID, _ buyer: CustomerID) -> Refusal? {
            counter.refusal(
                .buy(
                    Command.Purchase(
                        customer: buyer,
                        lines: [Command.LineRequest(variant: variant, quantity: 1)],
                        address: TradeShop.home, group: group)), by: .buyer(buyer))
        }
        #expect(join("towel-blue", group, "b1") == .alreadyInGroup(group))
        #expect(join("towel-blue", "g9", "b2") == .noSuchGroup("g9"))
        #expect(join("cup-small", group, "b2") == .noSuchGroup(group))
        #expect(join("towel-blue", group, "b2") == nil)
        let late = try counter.buy([("towel-blue", 1)], by: "b2", group: group)
        try counter.tick(at: TradeShop.opening + .hours(23))
        try counter.tick(at: TradeShop.opening + .hours(24))
        #expect(join("towel-blue", group, "b2") == .groupClosed(group))
        #expect(counter.order(late).status == .closedUnpaid)
    }

    @Test func `that is full while somebody still pays for it refuses that payment`() throws {
        var fixture = TradeShop.fixture()
        fixture.customers.append(Customer(id: "b3", name: "三", account: "b3"))
        var counter = Counter(Shop(fixture))
        let first = try counter.buy([("towel-blue", 1)])
        try counter.send(.pay(order: first, method: .card), by: me)
        let group = try #require(counter.order(first).group)
        let second = try counter.buy([("towel-blue", 1)], by: "b2", group: group)
        let third = try counter.buy([("towel-blue", 1)], by: "b3", group: group)
        try counter.send(.pay(order: second, method: .card), by: .buyer("b2"))
        #expect(
            counter.refusal(.pay(order: third, method: .card), by: .buyer("b3"))
                == .groupClosed(group))
        #expect(counter.order(third).ledger.paid == .zero)
    }
}
