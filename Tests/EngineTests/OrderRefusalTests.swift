import Engine
import Testing

@Suite struct `An order refuses` {
    private func basket(
        _ items: [(VariantID, Int)], coupons: [CouponID] = [], group: GroupID? = nil,
        for customer: CustomerID = "b1", in talk: ConversationID? = nil,
        to address: Address = TradeShop.home
    ) -> Command {
        .buy(
            Command.Purchase(
                customer: customer,
                lines: items.map { Command.LineRequest(variant: $0.0, quantity: $0.1) },
                coupons: coupons, address: address, conversation: talk, group: group))
    }

    private let me = Actor.buyer("b1")

    // MARK: A basket

    @Test func `a basket with nothing, with something unknown, or with no proper number of it`() {
        let counter = Counter.trading()
        #expect(counter.refusal(basket([]), by: me) == .noLines)
        #expect(counter.refusal(basket([("hat", 1)]), by: me) == .noSuchVariant("hat"))
        for quantity in [0, -1, 1000, Int.max, Int.min] {
            #expect(
                counter.refusal(basket([("dress-M", quantity)]), by: me)
                    == .badQuantity(quantity))
        }
    }

    @Test func `what is off the shelf`() {
        var fixture = TradeShop.fixture()
        fixture.products[0].variants[0].isAvailable = false
        let counter = Counter(Shop(fixture))
        #expect(counter.refusal(basket([("dress-M", 1)]), by: me) == .notOnSale("dress-M"))
    }

    @Test func `more than the shelf has, counting one thing in two lines together`() {
        let counter = Counter.trading()
        #expect(
            counter.refusal(basket([("dress-M", 51)]), by: me)
                == .outOfStock("dress-M", left: 50))
        #expect(
            counter.refusal(basket([("dress-M", 30), ("dress-M", 21)]), by: me)
                == .outOfStock("dress-M", left: 50))
        #expect(counter.refusal(basket([("dress-M", 30), ("dress-M", 20)]), by: me) == nil)
    }

    @Test func `coupons that are unknown, not theirs, used, named twice, too early or too late`()
        throws
    {
        var counter = Counter.trading()
        let two: [(VariantID, Int)] = [("dress-M", 2)]
        #expect(
            counter.refusal(basket(two, coupons: ["off99"]), by: me) == .noSuchCoupon("off99"))
        #expect(
            counter.refusal(basket(two, coupons: ["off30"], for: "b2"), by: .buyer("b2"))
                == .couponNotOwned)
        #expect(
            counter.refusal(basket(two, coupons: ["off30", "off30"]), by: me) == .couponNotOwned)
        #expect(
            counter.refusal(basket([("dress-M", 1)], coupons: ["off30"]), by: me)
                == .couponNotReached(threshold: .yuan(300), goods: .yuan(199)))
        try counter.buy(two, coupons: ["off30"])
        #expect(counter.refusal(basket(two, coupons: ["off30"]), by: me) == .couponNotOwned)
        counter = .trading()
        counter.shop.advance(to: TradeShop.opening + .days(30))
        #expect(counter.refusal(basket(two, coupons: ["off30"]), by: me) == .couponExpired)
    }

    @Test func `presale and group goods beside anything else`() {
        let counter = Counter.trading()
        #expect(
            counter.refusal(basket([("coat-M", 1), ("dress-M", 1)]), by: me)
                == .ownBasket("dress"))
        #expect(
            counter.refusal(basket([("dress-M", 1), ("towel-blue", 1)]), by: me)
                == .ownBasket("towel"))
        #expect(
            counter.refusal(basket([("towel-blue", 1), ("towel-blue", 1)]), by: me)
                == .ownBasket("towel"))
        #expect(counter.refusal(basket([("coat-M", 1), ("coat-L", 1)]), by: me) == nil)
    }

    @Test func `a buyer it does not know, a basket for another, a talk that is another's or over`()
        throws
    {
        var counter = Counter.trading()
        let one: [(VariantID, Int)] = [("dress-M", 1)]
        #expect(
            counter.refusal(basket(one, for: "b9"), by: .buyer("b9")) == .noSuchCustomer("b9"))
        #expect(counter.refusal(basket(one, for: "b2"), by: me) == .notYourPart)
        #expect(
            counter.refusal(basket(one, in: "c1"), by: me) == .noSuchConversation("c1"))
        try counter.send(
            .openConversation(
                customer: "b2", channel: .taobao, stage: .preSale, order: nil, mood: 50),
            by: .buyer("b2"))
        #expect(counter.refusal(basket(one, in: "c1"), by: me) == .notYourPart)
        #expect(counter.refusal(basket(one), by: .agent("me")) == .notYourPart)
    }

    @Test func `an address with a part missing`() {
        var address = TradeShop.home
        address.region = " "
        #expect(
            Counter.trading().refusal(basket([("dress-M", 1)], to: address), by: me)
                == .addressIncomplete)
    }

    // MARK: What does not fit its state

    @Test func `everything on an order it does not have`() {
        let counter = Counter.trading()
        let commands: [(Command, Actor)] = [
            (.pay(order: "x", method: .card), me), (.payFrom(order: "x", parts: []), me),
            (.cancelOrder(order: "x"), me), (.confirmReceipt(order: "x"), me),
            (.closeUnpaid(order: "x", reason: .outOfStock), .agent("me")),
            (.reprice(order: "x", reduction: .zero, postage: .zero), .agent("me")),
            (.changeItem(order: "x", line: 0, to: "dress-L"), .agent("me")),
            (.changeItems(order: "x", changes: [], account: nil), .agent("me")),
            (.changePayment(order: "x", to: "card1"), .agent("me")),
            (.changeAddress(order: "x", address: TradeShop.home), .agent("me")),
            (.extendReceipt(order: "x", days: 3), .agent("me")),
            (.nudge(order: "x"), .agent("me")), (.urge(order: "x"), .agent("me")),
            (.mergeOrders(orders: ["x", "y"]), .agent("me")),
            (.moveShipDate(order: "x", to: TradeShop.opening, reason: "晚"), .agent("me")),
            (.memo(order: "x", flag: .red, text: ""), .agent("me")),
            (.reverseInvoice(order: "x", number: "INV000001"), .agent("me")),
            (.ship(order: "x", carrier: "顺丰", tracking: "SF1"), .warehouse),
            (.reportShortage(order: "x", line: 0), .warehouse),
        ]
        for (command, actor) in commands {
            #expect(counter.refusal(command, by: actor) == .noSuchOrder("x"), "\(command)")
        }
    }

    @Test func `another customer's hand`() throws {
        var counter = Counter.trading()
        let id = try counter.buy([("dress-M", 1)])
        let other = Actor.buyer("b2")
        for command: Command in [
            .pay(order: id, method: .card), .payFrom(order: id, parts: []),
            .cancelOrder(order: id), .confirmReceipt(order: id),
        ] {
            #expect(counter.refusal(command, by: other) == .belongsToAnother(id), "\(command)")
        }
    }

    @Test func `what the platform does not offer, and narrows what it allows`() throws {
        var rules = Rules.plain
        rules.orders.permits = [
            OrderRules.Permit(operation: .changeItem, states: []),
            OrderRules.Permit(operation: .changeAddress, states: [.waitPay, .done]),
        ]
        var counter = Counter.trading(rules)
        let id = try counter.bought([("dress-M", 1)])
        #expect(
            counter.refusal(.changeItem(order: id, line: 0, to: "dress-L"))
                == .notOffered(.changeItem))
        #expect(
            counter.refusal(.changeAddress(order: id, address: SampleShop.office))
                == .orderIs(.waitShip, needs: [.waitPay]))
    }

    @Test func `to be paid, closed, repriced or nudged once it is paid, and says in which state`()
        throws
    {
        var counter = Counter.trading()
        let id = try counter.bought([("dress-M", 1)])
        let wrong = Refusal.orderIs(.waitShip, needs: [.waitPay])
        #expect(counter.refusal(.pay(order: id, method: .card), by: me) == wrong)
        #expect(counter.refusal(.closeUnpaid(order: id, reason: .suspicious)) == wrong)
        #expect(counter.refusal(.nudge(order: id)) == wrong)
        try counter.send(.ship(order: id, carrier: "顺丰", tracking: "SF1"), by: .warehouse)
        #expect(
            counter.refusal(.nudge(order: id)) == .orderIs(.shipped, needs: [.waitPay]))
        #expect(counter.refusal(.urge(order: id)) == .alreadyShipped)
    }

    @Test func `to be closed as a group that failed, which is the platform's word`() throws {
        var counter = Counter.trading()
        let id = try counter.buy([("dress-M", 1)])
        #expect(
            counter.refusal(.closeUnpaid(order: id, reason: .groupFailed))
                == .orderIs(.waitPay, needs: [.grouping]))
        for reason in Order.CloseReason.allCases where reason != .groupFailed {
            var copy = counter
            try copy.send(.closeUnpaid(order: id, reason: reason))
            #expect(copy.order(id).closeReason == reason)
            #expect(copy.order(id).status == .closedUnpaid)
            #expect(copy.shop.violations() == [])
        }
    }

    @Test func `a paid one to be cancelled where the platform wants a refund asked for`() throws {
        var counter = Counter.trading()
        let id = try counter.bought([("dress-M", 1)])
        #expect(
            counter.refusal(.cancelOrder(order: id), by: me)
                == .orderIs(.waitShip, needs: [.waitPay]))
        var rules = Rules.plain
        rules.orders.cancelsPaid = true
        counter = .trading(rules)
        let other = try counter.bought([("dress-M", 1)])
        try counter.send(.requestRefund(order: other, reason: .changedMind), by: me)
        #expect(counter.refusal(.cancelOrder(order: other), by: me) == .afterSaleOpen("r1"))
    }

    @Test func `anything that changes goods or money while a case is open`() throws {
        var counter = Counter.trading()
        let id = try counter.bought([("dress-M", 1)])
        let next = try counter.bought([("dress-M", 1)])
        try counter.send(.requestRefund(order: id, reason: .changedMind), by: me)
        let swap = Command.ItemChange(line: 0, to: "dress-L")
        let open = Refusal.afterSaleOpen("r1")
        #expect(counter.refusal(.changeItem(order: id, line: 0, to: "dress-L")) == open)
        #expect(
            counter.refusal(.changeItems(order: id, changes: [swap], account: nil)) == open)
        #expect(counter.refusal(.changePayment(order: id, to: "gift1")) == open)
        #expect(counter.refusal(.mergeOrders(orders: [next, id])) == open)
    }

    // MARK: Receipt

    @Test func `receipt of nothing, of a line that is not there or not sent, or twice`() throws {
        var counter = Counter.trading()
        let id = try counter.bought([("shirt-white", 1), ("cup-small", 1)])
        #expect(
            counter.refusal(.confirmReceipt(order: id), by: me)
                == .orderIs(.waitShip, needs: [.partShipped, .shipped]))
        try counter.send(
            .shipPieces(
                order: id, carrier: "顺丰", tracking: "SF1",
                pieces: [Parcel.Piece(line: 0, quantity: 1)], weight: nil), by: .warehouse)
        func confirm(_ lines: [Int]) -> Refusal? {
            counter.refusal(.confirmReceipt(order: id, lines: lines), by: me)
        }
        #expect(confirm([]) == .noLines)
        #expect(confirm([2]) == .noSuchLine(order: id, line: 2))
        #expect(confirm([-1]) == .noSuchLine(order: id, line: -1))
        #expect(confirm([0, 0]) == .sameLineTwice(0))
        #expect(confirm([1]) == .orderIs(.waitShip, needs: [.shipped]))
        try counter.send(.confirmReceipt(order: id, lines: [0]), by: me)
        #expect(confirm([0]) == .orderIs(.done, needs: [.shipped]))
        #expect(
            counter.refusal(.confirmReceipt(order: id), by: me)
                == .orderIs(.partShipped, needs: [.shipped]))
    }

    @Test func `receipt while a case is open`() throws {
        var counter = Counter.trading()
        let id = try counter.delivered([("shirt-white", 1)], isSigned: false)
        try counter.send(.reship(order: id, contents: "纽扣", reason: .missingPart))
        #expect(counter.refusal(.confirmReceipt(order: id), by: me) == .afterSaleOpen("r1"))
    }

    @Test func `more days than the platform offers, once too often, or before the clock runs`()
        throws
    {
        var counter = Counter.trading()
        let id = try counter.delivered([("shirt-white", 1)], isSigned: false)
        #expect(
            counter.refusal(.extendReceipt(order: id, days: 4))
                == .badExtension(allowed: [3, 5, 7, 10]))
        try counter.send(.extendReceipt(order: id, days: 3))
        #expect(counter.refusal(.extendReceipt(order: id, days: 3)) == .noExtensionLeft)
        var rules = Rules.plain
        rules.orders.confirmFrom = .signature
        counter = .trading(rules)
        let unsigned = try counter.delivered([("shirt-white", 1)], isSigned: false)
        #expect(counter.refusal(.extendReceipt(order: unsigned, days: 3)) == .clockNotRunning)
    }

    // MARK: Edits

    @Test func `a price below nothing, above the goods, the same as before, or on a presale`()
        throws
    {
        var counter = Counter.trading()
        let id = try counter.buy([("cup-small", 1)])
        func reprice(_ reduction: Money, _ postage: Money) -> Refusal? {
            counter.refusal(.reprice(order: id, reduction: reduction, postage: postage))
        }
        #expect(reprice(Money(fen: -1), .yuan(8)) == .badAmount(Money(fen: -1)))
        #expect(reprice(.yuan(60), .yuan(8)) == .badAmount(.yuan(60)))
        #expect(reprice(Money(fen: Int.max), .yuan(8)) == .badAmount(Money(fen: Int.max)))
        #expect(reprice(.zero, Money(fen: -1)) == .badAmount(Money(fen: -1)))
        #expect(reprice(.zero, .yuan(9)) == .postageMayNotRise(from: .yuan(8), to: .yuan(9)))
        #expect(reprice(.zero, .yuan(8)) == .sameAsBefore)
        #expect(reprice(.yuan(59), .zero) == nil)
        let ahead = try counter.buy([("coat-M", 1)])
        #expect(
            counter.refusal(.reprice(order: ahead, reduction: .yuan(1), postage: .zero))
                == .notOffered(.reprice))
    }

    @Test func `a swap to another product, to itself, to what is not there, or of no line`() throws
    {
        var counter = Counter.trading()
        let id = try counter.bought([("dress-M", 1), ("dress-L", 1)])
        func swap(_ changes: [(Int, VariantID)]) -> Refusal? {
            counter.refusal(
                .changeItems(
                    order: id,
                    changes: changes.map { Command.ItemChange(line: $0.0, to: $0.1) },
                    account: "card1"))
        }
        #expect(swap([]) == .noItems)
        #expect(swap([(5, "dress-L")]) == .noSuchLine(order: id, line: 5))
        #expect(swap([(0, "hat")]) == .noSuchVariant("hat"))
        #expect(swap([(0, "dress-M")]) == .sameAsBefore)
        #expect(swap([(0, "cup-small")]) == .notOnSale("cup-small"))
        #expect(swap([(0, "dress-L"), (0, "dress-XL")]) == .sameLineTwice(0))
        #expect(
            counter.refusal(.changeItem(order: id, line: 0, to: "dress-XL"))
                == .priceDiffers(by: .yuan(30)))
        try counter.send(.ship(order: id, carrier: "顺丰", tracking: "SF1"), by: .warehouse)
        #expect(swap([(0, "dress-L")]) == .alreadyShipped)
        #expect(
            counter.refusal(.changeItem(order: id, line: 0, to: "dress-L")) == .alreadyShipped)
        #expect(counter.refusal(.changePayment(order: id, to: "gift1")) == .alreadyShipped)
        #expect(
            counter.refusal(.changeAddress(order: id, address: SampleShop.office))
                == .alreadyShipped)
    }

    @Test func `a swap of a line whose money went back, and one that would cost less than nothing`()
        throws
    {
        var fixture = TradeShop.fixture()
        fixture.products[0].variants[1].price = .yuan(10)
        fixture.promotions = [
            Promotion(
                id: "p", name: "减50", kind: .shop, threshold: .zero, amount: .yuan(50),
                from: TradeShop.opening, until: TradeShop.opening + .days(1))
        ]
        var counter = Counter(Shop(fixture))
        let id = try counter.bought([("dress-M", 1)])
        let swap = Command.changeItems(
            order: id, changes: [Command.ItemChange(line: 0, to: "dress-L")], account: nil)
        // 10 − 50.
        #expect(counter.refusal(swap) == .badAmount(.yuan(-40)))
    }

    @Test func `orders that cannot travel together`() throws {
        var counter = Counter.trading()
        let one = try counter.bought([("cup-small", 1)])
        let two = try counter.bought([("cup-small", 1)])
        let others = try counter.bought([("cup-small", 1)], by: "b2")
        func merge(_ ids: [OrderID]) -> Refusal? { counter.refusal(.mergeOrders(orders: ids)) }
        #expect(merge([one]) == .noLines)
        #expect(merge([one, one]) == .notMergeable(one))
        #expect(merge([one, others]) == .notMergeable(others))
        let unpaid = try counter.buy([("cup-small", 1)])
        #expect(merge([one, unpaid]) == .orderIs(.waitPay, needs: [.waitShip]))
        try counter.send(.changeAddress(order: two, address: SampleShop.office))
        #expect(merge([one, two]) == .notMergeable(two))
        try counter.send(.changeAddress(order: two, address: TradeShop.home))
        try counter.send(.mergeOrders(orders: [one, two]))
        #expect(merge([one, two]) == .notMergeable(one))
    }

    @Test func `a ship date that has passed, says nothing new, or has no reason`() throws {
        var counter = Counter.trading()
        let id = try counter.bought([("dress-M", 1)])
        func move(_ to: Instant, _ reason: String = "面料晚到") -> Refusal? {
            counter.refusal(.moveShipDate(order: id, to: to, reason: reason))
        }
        #expect(move(TradeShop.opening) == .dueInThePast)
        #expect(move(TradeShop.opening + .hours(48)) == .sameAsBefore)
        #expect(move(TradeShop.opening + .days(5), " ") == .nothingToSay)
        #expect(move(TradeShop.opening + .days(5)) == nil)
    }

    @Test func `a shortage of nothing, or said twice; a memo that is too long`() throws {
        var counter = Counter.trading()
        let id = try counter.bought([("dress-M", 1)])
        func short(_ line: Int) -> Refusal? {
            counter.refusal(.reportShortage(order: id, line: line), by: .warehouse)
        }
        #expect(short(1) == .noSuchLine(order: id, line: 1))
        #expect(short(-1) == .noSuchLine(order: id, line: -1))
        try counter.send(.reportShortage(order: id, line: 0), by: .warehouse)
        #expect(short(0) == .alreadySo)
        let text = String(repeating: "急", count: 334)
        #expect(
            counter.refusal(.memo(order: id, flag: .red, text: text))
                == .tooLong(limit: 1000, length: 1002))
        let parts = try counter.bought([("shirt-white", 1), ("cup-small", 1)])
        try counter.send(
            .shipPieces(
                order: parts, carrier: "顺丰", tracking: "SF1",
                pieces: [Parcel.Piece(line: 0, quantity: 1)], weight: nil), by: .warehouse)
        #expect(
            counter.refusal(.reportShortage(order: parts, line: 0), by: .warehouse)
                == .orderIs(.shipped, needs: [.waitShip]))
    }

    // MARK: Shipping

    @Test func `a parcel with a used number, too many pieces, none, or into a closed area`() throws
    {
        var fixture = TradeShop.fixture()
        fixture.road = Road(
            stops: [
                Road.AreaStop(
                    region: "新疆", carrier: nil, reason: "暴雪",
                    from: TradeShop.opening - .days(1), until: nil)
            ], overloads: [], batches: [])
        var counter = Counter(Shop(fixture))
        let id = try counter.bought([("shirt-white", 2), ("cup-small", 1)])
        func ship(_ pieces: [(Int, Int)], _ tracking: String = "SF1") -> Refusal? {
            counter.refusal(
                .shipPieces(
                    order: id, carrier: "顺丰", tracking: tracking,
                    pieces: pieces.map { Parcel.Piece(line: $0.0, quantity: $0.1) }, weight: nil),
                by: .warehouse)
        }
        #expect(ship([]) == .noItems)
        #expect(ship([(0, 3)]) == .tooManyPieces(line: 0, left: 2))
        #expect(ship([(0, 0)]) == .badQuantity(0))
        #expect(ship([(2, 1)]) == .noSuchLine(order: id, line: 2))
        #expect(ship([(0, 1), (0, 1)]) == .sameLineTwice(0))
        try counter.send(
            .shipPieces(
                order: id, carrier: "顺丰", tracking: "SF1",
                pieces: [Parcel.Piece(line: 0, quantity: 1)], weight: 300), by: .warehouse)
        #expect(ship([(0, 1)]) == .trackingUsed("SF1"))
        var far = TradeShop.home
        far.region = "新疆维吾尔自治区喀什"
        let there = try counter.buy([("dress-M", 1)], to: far)
        try counter.send(.pay(order: there, method: .card), by: me)
        #expect(
            counter.refusal(
                .ship(order: there, carrier: "顺丰", tracking: "SF2"), by: .warehouse)
                == .areaStopped(region: "新疆", carrier: "顺丰"))
    }

    @Test func `to ship what is closed`() throws {
        var counter = Counter.trading()
        let id = try counter.buy([("dress-M", 1)])
        try counter.send(.cancelOrder(order: id), by: me)
        #expect(
            counter.refusal(.ship(order: id, carrier: "顺丰", tracking: "SF1"), by: .warehouse)
                == .orderIs(.closedUnpaid, needs: [.waitShip, .partShipped]))
    }
}
