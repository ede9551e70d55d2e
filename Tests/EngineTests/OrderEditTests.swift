import Engine
import Testing

@Suite struct `Changing an order` {
    private let me = Actor.buyer("b1")

    private func swap(_ id: OrderID, _ changes: [(Int, VariantID)], _ account: AccountID? = nil)
        -> Command
    {
        .changeItems(
            order: id, changes: changes.map { Command.ItemChange(line: $0.0, to: $0.1) },
            account: account)
    }

    /// A store in which each dress has so many pieces.
    private func stocked(_ counts: [VariantID: Int], rules: Rules = .plain) -> Counter {
        var fixture = TradeShop.fixture(rules)
        for product in fixture.products.indices {
            fixture.products[product].variants = fixture.products[product].variants.map {
                Variant(
                    id: $0.id, product: $0.product, name: $0.name, price: $0.price,
                    stock: counts[$0.id] ?? $0.stock)
            }
        }
        return Counter(Shop(fixture))
    }

    private func stock(_ counter: Counter, _ id: VariantID) -> Int {
        counter.shop.variant(id)!.stock
    }

    // MARK: Goods

    @Test func `to a dearer one and back to the first costs nobody a fen`() throws {
        var counter = Counter.trading()
        let id = try counter.bought([("dress-M", 2)])
        #expect(counter.refusal(swap(id, [(0, "dress-XL")])) == .accountNeeded(by: .yuan(60)))
        try counter.send(swap(id, [(0, "dress-XL")], "gift1"))
        #expect(counter.order(id).due == .yuan(458))
        #expect(counter.order(id).ledger.held == .yuan(458))
        #expect(counter.shop.customers["b1"]?.account("gift1")?.balance == .yuan(240))
        try counter.send(swap(id, [(0, "dress-M")], "gift1"))
        #expect(counter.order(id).due == .yuan(398))
        #expect(counter.order(id).ledger.held == .yuan(398))
        #expect(counter.shop.customers["b1"]?.account("gift1")?.balance == .yuan(300))
        #expect(stock(counter, "dress-M") == 48)
        #expect(stock(counter, "dress-XL") == 50)
        #expect(counter.shop.violations() == [])
    }

    @Test func `to a cheaper one gives the difference back the way it came`() throws {
        var counter = Counter.trading()
        let id = try counter.bought([("dress-XL", 1)])
        try counter.send(swap(id, [(0, "dress-M")]))
        #expect(counter.order(id).ledger.refunded == .yuan(30))
        #expect(counter.shop.books.returned == .yuan(30))
        try counter.send(swap(id, [(0, "dress-XL")], "card1"))
        #expect(counter.order(id).ledger.held == .yuan(229))
        #expect(counter.shop.violations() == [])
    }

    @Test
    func `gives a difference to a gift card only where the platform does, never a red packet's`()
        throws
    {
        var counter = Counter.trading()
        let id = try counter.bought([("dress-XL", 1)])
        #expect(counter.refusal(swap(id, [(0, "dress-M")], "gift1")) == .mayNotGoThere("gift1"))
        #expect(counter.refusal(swap(id, [(0, "dress-M")], "gift9")) == .noSuchAccount("gift9"))
        var rules = Rules.plain
        rules.money.refundsToGiftCard = true
        rules.money.refundRoutes = [.redPacket, .card]
        counter = .trading(rules)
        let other = try counter.bought(
            [("dress-XL", 1)],
            from: [
                Command.PaymentPart(account: "red1", amount: .yuan(20)),
                Command.PaymentPart(account: "card1"),
            ])
        try counter.send(swap(other, [(0, "dress-M")], "gift1"))
        #expect(counter.shop.customers["b1"]?.account("red1")?.balance == .yuan(20))
        #expect(counter.shop.customers["b1"]?.account("gift1")?.balance == .yuan(310))
        #expect(counter.shop.violations() == [])
    }

    @Test func `keeps the reductions it was bought under`() throws {
        var counter = Counter.trading(promotions: TradeShop.vectorA)
        let id = try counter.bought([("dress-M", 1), ("shirt-white", 2), ("cup-small", 1)])
        try counter.send(swap(id, [(0, "dress-XL")], "card1"))
        #expect(counter.order(id).net(of: 0) == Money(fen: 18_972))
        #expect(counter.order(id).due == .yuan(396))
        try counter.send(swap(id, [(0, "dress-L")]))
        #expect(counter.order(id).due == .yuan(366))
        #expect(counter.shop.violations() == [])
    }

    @Test func `costs nothing while nothing is paid, and the buyer pays the new sum`() throws {
        var counter = Counter.trading()
        let id = try counter.buy([("dress-M", 1)])
        try counter.send(swap(id, [(0, "dress-XL")]))
        #expect(counter.order(id).due == .yuan(229))
        #expect(counter.order(id).payments == [])
        try counter.send(.pay(order: id, method: .card), by: me)
        #expect(counter.order(id).ledger.held == .yuan(229))
        #expect(counter.shop.violations() == [])
    }

    @Test func `of an order that cost nothing is paid for all the same`() throws {
        var rules = Rules.plain
        rules.postage = .zero
        var counter = Counter.trading(
            rules,
            promotions: [
                Promotion(
                    id: "p", name: "", kind: .item, threshold: .zero, amount: .yuan(199),
                    from: TradeShop.opening, until: TradeShop.opening + .days(1))
            ])
        let id = try counter.bought([("dress-M", 1)])
        #expect(counter.order(id).due == .zero)
        #expect(counter.refusal(swap(id, [(0, "dress-XL")])) == .accountNeeded(by: .yuan(30)))
        try counter.send(swap(id, [(0, "dress-XL")], "card1"))
        #expect(counter.order(id).ledger.held == .yuan(30))
        #expect(counter.shop.violations() == [])
    }

    @Test func `does not give the same last piece to two lines`() throws {
        var counter = stocked(["dress-L": 1])
        let id = try counter.bought([("dress-M", 1), ("dress-XL", 1)])
        let both = swap(id, [(0, "dress-L"), (1, "dress-L")], "card1")
        #expect(counter.refusal(both) == .outOfStock("dress-L", left: 1))
        try counter.send(swap(id, [(0, "dress-L")]))
        #expect(
            counter.refusal(swap(id, [(1, "dress-L")], "card1"))
                == .outOfStock("dress-L", left: 0))
        let unpaid = try counter.buy([("dress-M", 1)])
        #expect(
            counter.refusal(swap(unpaid, [(0, "dress-L")])) == .outOfStock("dress-L", left: 0))
        #expect(counter.shop.violations() == [])
    }

    @Test func `does not ask the shelf for more than it has in an unpaid order's two lines`() throws
    {
        var counter = stocked(["dress-L": 1])
        let id = try counter.buy([("dress-M", 1), ("dress-L", 1)])
        #expect(
            counter.refusal(swap(id, [(0, "dress-L")])) == .outOfStock("dress-L", left: 1))
    }

    @Test func `lets two lines exchange their last pieces`() throws {
        var counter = stocked(["dress-M": 1, "dress-L": 1])
        let id = try counter.bought([("dress-M", 1), ("dress-L", 1)])
        try counter.send(swap(id, [(0, "dress-L"), (1, "dress-M")]))
        #expect(counter.order(id).lines.map(\.variant) == ["dress-L", "dress-M"])
        #expect(counter.order(id).lines.map(\.isClaimed) == [true, true])
        #expect(stock(counter, "dress-M") + stock(counter, "dress-L") == 0)
        #expect(counter.shop.violations() == [])
    }

    @Test func `takes a short line off the list of those that wait`() throws {
        var counter = Counter.trading()
        let id = try counter.bought([("dress-M", 1)])
        try counter.send(.reportShortage(order: id, line: 0), by: .warehouse)
        try counter.send(.changeItem(order: id, line: 0, to: "dress-L"))
        #expect(counter.order(id).lines[0].isShort == false)
        #expect(counter.order(id).lines[0].isClaimed)
        try counter.send(.restock(variant: "dress-M", quantity: 1), by: .warehouse)
        #expect(stock(counter, "dress-L") == 49)
        #expect(counter.shop.violations() == [])
    }

    // MARK: The same thing in two lines

    @Test func `with one thing in two lines keeps each line's own share and pieces`() throws {
        var rules = Rules.plain
        rules.orders.cancelsPaid = true
        var counter = Counter.trading(rules, promotions: TradeShop.vectorA)
        let id = try counter.bought([("dress-M", 1), ("dress-M", 2)])
        #expect(stock(counter, "dress-M") == 47)
        let nets = [counter.order(id).net(of: 0), counter.order(id).net(of: 1)]
        #expect(nets[0] + nets[1] == counter.order(id).due)
        try counter.send(swap(id, [(1, "dress-L")]))
        #expect(stock(counter, "dress-M") == 49)
        try counter.send(.cancelOrder(order: id), by: me)
        #expect(stock(counter, "dress-M") == 50)
        #expect(stock(counter, "dress-L") == 50)
        #expect(counter.order(id).lines.map(\.refunded) == nets)
        #expect(counter.shop.violations() == [])
    }

    // MARK: Shortage

    @Test(arguments: [false, true])
    func `gets the pieces of a short line when they come, in a group or in parts`(isGroup: Bool)
        throws
    {
        var counter = Counter.trading()
        let items: [(VariantID, Int)] =
            isGroup ? [("towel-blue", 2)] : [("dress-M", 2), ("cup-small", 1)]
        let id = try counter.buy(items)
        try counter.send(.pay(order: id, method: .card), by: me)
        if !isGroup {
            try counter.send(
                .shipPieces(
                    order: id, carrier: "顺丰", tracking: "SF1",
                    pieces: [Parcel.Piece(line: 0, quantity: 1)], weight: nil), by: .warehouse)
        }
        try counter.send(.reportShortage(order: id, line: 0), by: .warehouse)
        #expect(!counter.order(id).lines[0].isClaimed)
        // The shelf's count was wrong, so what it still says goes first to who has paid.
        let variant = counter.order(id).lines[0].variant
        try counter.send(.restock(variant: variant, quantity: 1), by: .warehouse)
        #expect(counter.order(id).lines[0].isClaimed)
        #expect(!counter.order(id).lines[0].isShort)
        #expect(counter.shop.violations() == [])
    }

    @Test func `serves those who wait in their order, and each once`() throws {
        var counter = stocked(["dress-M": 3])
        let ids = try (0..<3).map { _ in try counter.bought([("dress-M", 1)]) }
        for id in ids { try counter.send(.reportShortage(order: id, line: 0), by: .warehouse) }
        #expect(counter.shop.pieces(of: "dress-M") == (0, 0))
        try counter.send(.restock(variant: "dress-M", quantity: 2), by: .warehouse)
        #expect(ids.map { counter.order($0).lines[0].isClaimed } == [true, true, false])
        #expect(counter.shop.pieces(of: "dress-M") == (0, 2))
        try counter.send(.restock(variant: "dress-M", quantity: 2), by: .warehouse)
        #expect(counter.shop.pieces(of: "dress-M") == (1, 3))
        #expect(counter.shop.violations() == [])
    }

    // MARK: Together

    @Test func `merges orders, gives the second postage back, and moves them together`() throws {
        var counter = Counter.trading()
        let one = try counter.bought([("cup-small", 1)])
        let two = try counter.bought([("cup-small", 1)])
        try counter.send(.mergeOrders(orders: [one, two]))
        let back = [one, two].map { counter.order($0).ledger.refunded }
        #expect(back.reduce(.zero, +) == .yuan(8))
        #expect(counter.order(two).merge == one)
        try counter.send(.changeAddress(order: two, address: SampleShop.office))
        #expect(counter.order(one).address == SampleShop.office)
        try counter.send(.ship(order: two, carrier: "顺丰", tracking: "SF1"), by: .warehouse)
        for id in [one, two] {
            #expect(counter.order(id).status == .shipped)
            #expect(counter.order(id).parcels.map(\.tracking) == ["SF1"])
        }
        #expect(counter.shop.violations() == [])
        for id in [one, two] { try counter.send(.confirmReceipt(order: id), by: me) }
        #expect(counter.shop.books.shop == .yuan(126))
    }

    // MARK: Time

    @Test func `extends each line by as much, and shortens none`() throws {
        var fixture = TradeShop.fixture()
        fixture.products[2].delivery = .post
        var counter = Counter(Shop(fixture))
        let id = try counter.delivered([("shirt-white", 1), ("cup-small", 1)], isSigned: false)
        let sent = TradeShop.opening
        #expect(
            counter.order(id).lines.map(\.confirmBy) == [sent + .days(10), sent + .days(30)])
        try counter.send(.extendReceipt(order: id, days: 5))
        #expect(
            counter.order(id).lines.map(\.confirmBy) == [sent + .days(15), sent + .days(35)])
        try counter.tick(at: sent + .days(15))
        #expect(counter.order(id).lines.map(\.status) == [.done, .shipped])
        try counter.tick(at: sent + .days(35))
        #expect(counter.order(id).status == .done)
        #expect(counter.shop.violations() == [])
    }

    @Test func `adds its days to a clock that stands still, and the rest runs when the case ends`()
        throws
    {
        var rules = Rules.plain
        rules.afterSales.answerReturn = .days(40)
        var counter = Counter(Shop(TradeShop.fixture(rules)))
        let id = try counter.delivered([("shirt-white", 1)], isSigned: false)
        let item = try counter.ask(
            id, .returnRefund, .quality, [Counter.piece(0)])
        try counter.wait(.days(20))
        try counter.send(.extendReceipt(order: id, days: 3))
        #expect(counter.shop.violations() == [])
        try counter.send(.withdraw(afterSale: item), by: .buyer("b1"))
        #expect(counter.order(id).autoConfirmAt.map { $0 > counter.shop.now } == true)
        #expect(counter.shop.nextTimer == counter.order(id).autoConfirmAt)
        #expect(counter.shop.violations() == [])
    }

    @Test func `counts from the signature where the platform does, and a virtual thing's own days`()
        throws
    {
        var rules = Rules.plain
        rules.orders.confirmFrom = .signature
        rules.autoConfirmAfter = .days(7)
        var fixture = TradeShop.fixture(rules)
        fixture.products[2].delivery = .virtual
        var counter = Counter(Shop(fixture))
        let shirt = try counter.delivered([("shirt-white", 1)], isSigned: false)
        let code = try counter.delivered([("cup-small", 1)], isSigned: false)
        #expect(counter.order(code).postage == .zero)
        #expect(counter.order(shirt).autoConfirmAt == nil)
        #expect(counter.order(code).autoConfirmAt == TradeShop.opening + .days(3))
        try counter.tick(at: TradeShop.opening + .days(3))
        #expect(counter.order(code).status == .done)
        #expect(counter.order(shirt).status == .shipped)
        let scan = Scan(at: counter.shop.now, code: .signedInPerson, text: "本人签收")
        counter.enter(
            [.scanned(order: shirt, tracking: "SF\(shirt)", scan: scan)], by: .carrier,
            at: counter.shop.now)
        #expect(counter.order(shirt).autoConfirmAt == TradeShop.opening + .days(10))
        #expect(counter.order(shirt).shownStatus == .signed)
        try counter.tick(at: TradeShop.opening + .days(10))
        #expect(counter.order(shirt).status == .done)
        #expect(counter.order(shirt).turns.last?.actor == .platform)
        #expect(counter.shop.violations() == [])
    }

    @Test func `says once that a shipment is late, and not again when a new day is set`() throws {
        var counter = Counter.trading()
        let id = try counter.bought([("dress-M", 1)])
        try counter.tick(at: TradeShop.opening + .hours(48))
        #expect(counter.order(id).lines[0].isOverdue)
        try counter.send(
            .moveShipDate(order: id, to: TradeShop.opening + .days(4), reason: "面料晚到"))
        #expect(!counter.order(id).lines[0].isOverdue)
        try counter.tick(at: TradeShop.opening + .days(4))
        #expect(counter.order(id).lines[0].isOverdue)
        #expect(counter.records.filter { $0.event == .shipmentOverdue(order: id) }.count == 2)
    }
}

@Suite struct `An order from before the shift` {
    @Test(arguments: Order.Status.allCases)
    func `stands in its state with its money where such an order's money is`(status: Order.Status)
        throws
    {
        let lines = [
            Order.Line(variant: "shirt-white", quantity: 2, price: .yuan(99)),
            Order.Line(variant: "cup-small", quantity: 1, price: .yuan(59)),
        ]
        let presale: Presale? =
            status == .depositPaid || status == .depositForfeit
            ? Presale(
                deposit: .yuan(30), balanceFrom: TradeShop.opening,
                balanceUntil: TradeShop.opening + .days(2),
                shipBy: TradeShop.opening + .days(4)) : nil
        var order = Order(
            id: "p1", customer: "b1", placedAt: TradeShop.opening - .days(5), lines: lines,
            address: TradeShop.home, postage: .yuan(8), payBy: TradeShop.opening + .hours(1),
            presale: presale)
        let parcel = Parcel(
            carrier: "顺丰", tracking: "SF1", shippedAt: TradeShop.opening - .days(3),
            pieces: [Parcel.Piece(line: 0, quantity: 1)])
        order = order.after(
            Order.Past(
                status: status, payment: .card, paidAt: TradeShop.opening - .days(5),
                shipBy: TradeShop.opening + .days(1),
                autoConfirmAt: TradeShop.opening + .days(7),
                closedAt: status.isClosed || status == .done ? TradeShop.opening : nil,
                parcels: status == .partShipped ? [parcel] : []))
        var fixture = TradeShop.fixture()
        fixture.orders = [order]
        let counter = Counter(Shop(fixture))
        #expect(counter.shop.violations() == [])
        let shown = counter.order("p1").status
        #expect(shown == (status == .signed ? .shipped : status))
        #expect(
            counter.order("p1").lines.map(\.unshipped)[0]
                == [
                    .partShipped: 1, .waitPay: 2, .depositPaid: 2, .grouping: 2, .waitShip: 2,
                ][status, default: 0])
    }
}
