import Engine
import Testing

@Suite struct `A payment` {
    private let me = Actor.buyer("b1")

    private func part(_ account: AccountID, _ fen: Int? = nil) -> Command.PaymentPart {
        Command.PaymentPart(account: account, amount: fen.map { Money(fen: $0) })
    }

    private func balance(_ account: AccountID, in counter: Counter) -> Money? {
        counter.shop.customers["b1"]?.account(account)?.balance
    }

    @Test func `comes from several accounts and rests in escrow until receipt`() throws {
        var counter = Counter.trading()
        let id = try counter.bought(
            [("dress-M", 1)], from: [part("red1", 2000), part("gift1", 10_000), part("card1")])
        let order = counter.order(id)
        #expect(order.payments.map(\.amount.fen) == [2000, 10_000, 7900])
        #expect(order.payments.map(\.method) == [.redPacket, .giftCard, .card])
        #expect(order.ledger.held == .yuan(199))
        #expect(balance("red1", in: counter) == .zero)
        #expect(balance("gift1", in: counter) == .yuan(200))
        #expect(counter.shop.books.received == .yuan(79))
        #expect(counter.shop.violations() == [])
    }

    @Test func `is refused from an account that is not there, not taken, too low, or named twice`()
        throws
    {
        var rules = Rules.plain
        rules.money.methods = [.card, .giftCard]
        var counter = Counter.trading(rules)
        let id = try counter.buy([("dress-M", 2)])
        func pay(_ parts: [Command.PaymentPart]) -> Refusal? {
            counter.refusal(.payFrom(order: id, parts: parts), by: me)
        }
        #expect(pay([]) == .accountNeeded(by: .yuan(398)))
        #expect(pay([part("card2")]) == .noSuchAccount("card2"))
        #expect(pay([part("red1", 100), part("card1")]) == .methodNotTaken(.redPacket))
        #expect(pay([part("gift1")]) == .balanceTooLow("gift1", left: .yuan(300)))
        #expect(pay([part("card1", 100), part("card1")]) == .accountTwice("card1"))
        #expect(
            counter.refusal(.pay(order: id, method: .mobile), by: me) == .methodNotTaken(.mobile))
        #expect(
            counter.refusal(.pay(order: id, method: .giftCard), by: me)
                == .accountNeeded(by: .yuan(398)))
    }

    @Test func `is refused when it is not the sum, is below nothing, or beyond all numbers`()
        throws
    {
        var counter = Counter.trading()
        let id = try counter.buy([("dress-M", 1)])
        func pay(_ parts: [Command.PaymentPart]) -> Refusal? {
            counter.refusal(.payFrom(order: id, parts: parts), by: me)
        }
        #expect(
            pay([part("card1", 19_800)])
                == .sumDiffers(due: .yuan(199), given: .yuan(198)))
        #expect(
            pay([part("card1", 19_900), part("gift1", 1)])
                == .sumDiffers(due: .yuan(199), given: Money(fen: 19_901)))
        for fen in [0, -1, 19_901, Int.max, Int.min] {
            #expect(pay([part("card1", fen)]) == .badAmount(Money(fen: fen)), "\(fen)")
        }
        #expect(pay([part("card1", 19_900), part("gift1")]) == .badAmount(.zero))
    }

    @Test func `is one way only where the platform does not mix`() throws {
        var rules = Rules.plain
        rules.money.mixesPayments = false
        var counter = Counter.trading(rules)
        let id = try counter.buy([("dress-M", 1)])
        #expect(
            counter.refusal(
                .payFrom(order: id, parts: [part("gift1", 100), part("card1")]), by: me)
                == .oneMethodOnly)
        #expect(counter.refusal(.payFrom(order: id, parts: [part("gift1")]), by: me) == nil)
    }

    @Test func `is refused when somebody else has bought the last piece meanwhile`() throws {
        var fixture = TradeShop.fixture()
        fixture.products[1].variants[0] = Variant(
            id: "shirt-white", product: "shirt", name: "白", price: .yuan(99), stock: 3)
        var counter = Counter(Shop(fixture))
        let id = try counter.buy([("shirt-white", 1), ("shirt-white", 1)])
        _ = try counter.bought([("shirt-white", 2)], by: "b2")
        #expect(
            counter.refusal(.pay(order: id, method: .card), by: me)
                == .outOfStock("shirt-white", left: 1))
        #expect(counter.order(id).status == .waitPay)
    }

    @Test func `of three kinds goes back in full on a cancelled order, each to where it came from`()
        throws
    {
        var rules = Rules.plain
        rules.orders.cancelsPaid = true
        var counter = Counter.trading(rules)
        let id = try counter.bought(
            [("dress-M", 1), ("cup-small", 1)],
            from: [part("red1", 2000), part("gift1", 10_000), part("card1")])
        try counter.send(.cancelOrder(order: id), by: me)
        let order = counter.order(id)
        #expect(order.status == .closedRefunded)
        #expect(order.payments.map(\.left) == [.zero, .zero, .zero])
        #expect(order.ledger.refunded == .yuan(258))
        #expect(balance("red1", in: counter) == .yuan(20))
        #expect(balance("gift1", in: counter) == .yuan(300))
        #expect(counter.shop.books.returned == .yuan(138))
        #expect(counter.shop.variant("dress-M")?.stock == 50)
        #expect(counter.shop.violations() == [])
    }

    @Test func `moved to another account leaves the first as it was, and is cancelled from there`()
        throws
    {
        var rules = Rules.plain
        rules.orders.cancelsPaid = true
        var counter = Counter.trading(rules)
        let id = try counter.bought([("dress-M", 1)], from: [part("gift1")])
        #expect(balance("gift1", in: counter) == .yuan(101))
        try counter.send(.changePayment(order: id, to: "card1"))
        #expect(balance("gift1", in: counter) == .yuan(300))
        #expect(counter.order(id).ledger.held == .yuan(199))
        #expect(counter.shop.violations() == [])
        try counter.send(.cancelOrder(order: id), by: me)
        #expect(balance("gift1", in: counter) == .yuan(300))
        #expect(counter.shop.books.received == .yuan(199))
        #expect(counter.shop.books.returned == .yuan(199))
        #expect(counter.shop.violations() == [])
    }

    @Test func `moved to an account that pays a part of it already counts that part`() throws {
        var counter = Counter.trading()
        // 300 on the card, 199 due: 150 of it pays already, and 49 more are needed.
        let id = try counter.bought([("dress-M", 1)], from: [part("gift1", 15_000), part("card1")])
        try counter.send(.changePayment(order: id, to: "gift1"))
        #expect(balance("gift1", in: counter) == .yuan(101))
        #expect(counter.order(id).payments.map(\.left.fen) == [0, 0, 19_900])
        #expect(counter.shop.violations() == [])
    }

    @Test func `is moved only to an account that can bear it, and not to where it is`() throws {
        var counter = Counter.trading()
        let id = try counter.bought([("dress-M", 2)])
        func move(_ account: AccountID) -> Refusal? {
            counter.refusal(.changePayment(order: id, to: account))
        }
        #expect(move("card1") == .sameAsBefore)
        #expect(move("gift1") == .balanceTooLow("gift1", left: .yuan(300)))
        #expect(move("card9") == .noSuchAccount("card9"))
        let unpaid = try counter.buy([("dress-M", 1)])
        #expect(counter.refusal(.changePayment(order: unpaid, to: "gift1")) == .nothingToPay)
        // In two payments, but all of it from there.
        try counter.send(
            .changeItems(
                order: id, changes: [Command.ItemChange(line: 0, to: "dress-XL")],
                account: "card1"))
        #expect(counter.order(id).payments.count == 2)
        #expect(move("card1") == .sameAsBefore)
    }

    @Test func `is released with the platform's part taken off, half up`() throws {
        var rules = Rules.plain
        rules.money.commission = 550
        var counter = Counter.trading(rules)
        let id = try counter.delivered([("shirt-white", 1)], isSigned: false)
        try counter.send(.confirmReceipt(order: id), by: me)
        #expect(counter.shop.books.commission == Money(fen: 545))
        #expect(counter.shop.books.shop == Money(fen: 9355))
        #expect(counter.order(id).ledger.released == .yuan(99))
        #expect(counter.shop.violations() == [])
    }

    @Test func `passes to the shop line by line, the postage with the last`() throws {
        var rules = Rules.plain
        rules.freePostageFrom = .yuan(999)
        var counter = Counter.trading(rules)
        let id = try counter.delivered([("shirt-white", 1), ("cup-small", 1)], isSigned: false)
        try counter.send(.confirmReceipt(order: id, lines: [0]), by: me)
        #expect(counter.order(id).ledger.released == .yuan(99))
        #expect(counter.order(id).ledger.held == .yuan(67))
        #expect(counter.order(id).status == .shipped)
        try counter.send(.confirmReceipt(order: id, lines: [1]), by: me)
        #expect(counter.order(id).ledger.released == .yuan(166))
        #expect(counter.shop.violations() == [])
    }

    @Test func `leaves nothing in escrow when the last open line is given back`() throws {
        var rules = Rules.plain
        rules.freePostageFrom = .yuan(999)
        var counter = Counter.trading(rules)
        let id = try counter.bought([("shirt-white", 1), ("cup-small", 1)])
        try counter.send(
            .shipPieces(
                order: id, carrier: "顺丰", tracking: "SF1",
                pieces: [Parcel.Piece(line: 0, quantity: 1)], weight: nil), by: .warehouse)
        try counter.send(.confirmReceipt(order: id, lines: [0]), by: me)
        let refund = Refund(
            shares: [Refund.Share(line: 1, quantity: 1, amount: .yuan(59), goods: .unsent)],
            routes: [Refund.Route(payment: 0, amount: .yuan(59), arrives: counter.shop.now)])
        counter.enter(
            [.orderMoved(order: id, step: .moneyReturned(refund))], by: .agent("me"),
            at: counter.shop.now)
        let order = counter.order(id)
        #expect(order.status == .done)
        #expect(order.ledger.held == .zero)
        #expect(order.ledger.released == .yuan(107))
        #expect(order.closedAt == counter.shop.now)
        #expect(counter.shop.violations() == [])
    }
}

@Suite struct `A coupon` {
    @Test func `serves one order, and comes back when nothing was bought in the end`() throws {
        var counter = Counter.trading()
        let id = try counter.buy([("dress-M", 2)], coupons: ["off30"])
        #expect(counter.shop.customers["b1"]?.coupons == [])
        try counter.send(.cancelOrder(order: id), by: .buyer("b1"))
        #expect(counter.shop.customers["b1"]?.coupons == ["off30"])
        let again = try counter.bought([("dress-M", 2)], coupons: ["off30"])
        #expect(counter.order(again).due == .yuan(368))
    }

    @Test func `does not come back once its time is over`() throws {
        var fixture = TradeShop.fixture()
        fixture.coupons[0].validUntil = TradeShop.opening + .hours(24)
        var counter = Counter(Shop(fixture))
        let id = try counter.buy([("dress-M", 2)], coupons: ["off30"])
        try counter.tick(at: TradeShop.opening + .hours(24))
        #expect(counter.order(id).status == .closedUnpaid)
        #expect(counter.shop.customers["b1"]?.coupons == [])
    }

    @Test func `does not come back for a part, and does for all of a cancelled order`() throws {
        var rules = Rules.plain
        rules.orders.cancelsPaid = true
        var counter = Counter.trading(rules)
        let id = try counter.bought([("dress-M", 1), ("shirt-white", 2)], coupons: ["off30"])
        let share = Refund.Share(
            line: 0, quantity: 1, amount: counter.order(id).net(of: 0), goods: .unsent)
        let refund = Refund(
            shares: [share],
            routes: [Refund.Route(payment: 0, amount: share.amount, arrives: counter.shop.now)])
        counter.enter(
            [.orderMoved(order: id, step: .moneyReturned(refund))], by: .agent("me"),
            at: counter.shop.now)
        #expect(counter.order(id).status == .waitShip)
        #expect(counter.shop.customers["b1"]?.coupons == [])
        try counter.send(.cancelOrder(order: id), by: .buyer("b1"))
        #expect(counter.shop.customers["b1"]?.coupons == ["off30"])
        #expect(counter.shop.violations() == [])
    }
}
