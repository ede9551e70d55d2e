import Engine
import Testing

@Suite struct `A parcel` {
    static let office = Address(
        name: "李倩", phone: "13800001111", region: "浙江省杭州市滨江区", street: "江南大道 2 号")

    private func sent(_ items: [(VariantID, Int)] = [("shirt-white", 2)]) throws -> (
        counter: Counter, order: OrderID, tracking: String
    ) {
        var counter = Counter.trading()
        let id = try counter.delivered(items, isSigned: false)
        return (counter, id, "SF\(id)")
    }

    // MARK: Labels taken back

    @Test func `whose label was not used goes back to the shelf of its order, its time unchanged`()
        throws
    {
        var (counter, id, tracking) = try sent()
        let due = try #require(counter.order(id).lines[0].shipBy)
        let stock = counter.shop.variant("shirt-white")?.stock
        let events = try counter.send(
            .voidParcel(tracking: tracking), by: .warehouse, after: .hours(3))
        #expect(
            events == [.parcelMoved(order: id, tracking: tracking, step: .voided)])
        let order = counter.order(id)
        #expect(order.status == .waitShip)
        #expect(order.turns.last?.status == .waitShip)
        #expect(order.lines[0].isClaimed && order.lines[0].shipped == 0)
        #expect(order.lines[0].confirmBy == nil)
        #expect(order.shipBy == due)
        #expect(counter.shop.variant("shirt-white")?.stock == stock)
        try counter.send(.ship(order: id, carrier: "中通", tracking: "ZT9"), by: .warehouse)
        #expect(counter.order(id).status == .shipped)
        #expect(counter.shop.violations() == [])
    }

    @Test func `voided after its time is held against the shop at once`() throws {
        var (counter, id, tracking) = try sent()
        try counter.send(.voidParcel(tracking: tracking), after: .hours(60))
        try counter.tick(at: counter.shop.now)
        #expect(counter.order(id).lines[0].isOverdue)
        #expect(counter.shop.violations() == [])
    }

    @Test func `voided alone leaves the others of the order on their way`() throws {
        var counter = Counter.trading()
        let id = try counter.bought([("shirt-white", 3), ("cup-small", 1)])
        let piece = Parcel.Piece(line: 0, quantity: 2)
        try counter.send(
            .shipPieces(
                order: id, carrier: "顺丰", tracking: "A", pieces: [piece], weight: 400),
            by: .warehouse)
        try counter.send(.ship(order: id, carrier: "顺丰", tracking: "B"), by: .warehouse)
        #expect(counter.order(id).pieces(of: counter.order(id).parcels[0]) == [piece])
        try counter.send(.voidParcel(tracking: "A"))
        #expect(counter.order(id).status == .partShipped)
        #expect(counter.order(id).lines.map(\.status) == [.partShipped, .shipped])
        #expect(counter.order(id).lines.map(\.unshipped) == [2, 0])
    }

    @Test func `of merged orders is taken out of all of them, and goes again with all`() throws {
        var counter = Counter.trading()
        let first = try counter.bought([("shirt-white", 1)])
        let second = try counter.bought([("cup-small", 1)])
        try counter.send(.mergeOrders(orders: [first, second]))
        try counter.send(.ship(order: first, carrier: "顺丰", tracking: "M1"), by: .warehouse)
        try counter.send(.voidParcel(tracking: "M1"))
        #expect([first, second].map { counter.order($0).status } == [.waitShip, .waitShip])
        #expect([first, second].allSatisfy { counter.order($0).turns.last?.status == .waitShip })
        try counter.send(.ship(order: second, carrier: "顺丰", tracking: "M2"), by: .warehouse)
        #expect([first, second].map { counter.order($0).status } == [.shipped, .shipped])
    }

    @Test func `that the carrier has cannot be voided, nor one that is unknown or void`() throws {
        var (counter, _, tracking) = try sent()
        let void = Command.voidParcel(tracking: tracking)
        #expect(counter.refusal(.voidParcel(tracking: "X")) == .noSuchParcel("X"))
        #expect(counter.refusal(void, by: .carrier) == .notYourPart)
        var other = counter
        try other.send(void)
        #expect(other.refusal(void) == .parcelVoid(tracking))
        try counter.send(.scan(tracking: tracking, code: .collected, text: ""), by: .carrier)
        #expect(counter.refusal(void) == .alreadyMoving(tracking))
    }

    @Test func `that the buyer has confirmed, or that belongs to a case, is not voided`() throws {
        var (counter, id, tracking) = try sent()
        var other = counter
        try other.send(.confirmReceipt(order: id, lines: nil), by: .buyer("b1"))
        #expect(
            other.refusal(.voidParcel(tracking: tracking))
                == .orderIs(.done, needs: [.partShipped, .shipped]))
        try counter.send(.reship(order: id, contents: "勺子", reason: .missingPart))
        try counter.send(
            .shipPart(afterSale: "r1", carrier: "中通", tracking: "P1"), by: .warehouse)
        #expect(counter.refusal(.voidParcel(tracking: "P1")) == .parcelOfCase("r1"))
    }

    @Test func `voided after some of its money went back puts those pieces on the shelf`() throws {
        var (counter, id, tracking) = try sent()
        let stock = try #require(counter.shop.variant("shirt-white")?.stock)
        let refund = Refund(
            shares: [Refund.Share(line: 0, quantity: 1, amount: .yuan(99), goods: .kept)],
            routes: [
                Refund.Route(payment: 0, amount: .yuan(99), arrives: counter.shop.now)
            ])
        counter.enter(
            [
                .refunded(
                    afterSale: "r1", order: id, amount: .yuan(99), byTimer: false, refund: refund)
            ], by: .agent("me"), at: counter.shop.now)
        try counter.send(.voidParcel(tracking: tracking))
        let line = counter.order(id).lines[0]
        #expect(line.unshipped == 1 && line.cancelled == 1 && line.status == .waitShip)
        #expect(counter.shop.variant("shirt-white")?.stock == stock + 1)
        #expect(counter.shop.violations() == [])
    }

    @Test
    func `of an order from elsewhere with two unlisted parcels frees its pieces with the last`()
        throws
    {
        var (counter, id, _) = try sent()
        var fixture = counter.shop.store
        fixture.orders[0].ship(
            Parcel(carrier: "顺丰", tracking: "B", shippedAt: fixture.opensAt),
            confirmBy: fixture.opensAt + .days(10))
        counter = Counter(Shop(fixture))
        try counter.send(.voidParcel(tracking: "B"))
        #expect(counter.order(id).status == .shipped)
        try counter.send(.voidParcel(tracking: "SF\(id)"))
        #expect(counter.order(id).status == .waitShip)
    }

    // MARK: What buyers report

    @Test func `is reported by its buyer and by nobody else's`() throws {
        var (counter, id, tracking) = try sent()
        func report(_ text: String, _ photos: Int = 0) -> Command {
            .reportParcel(tracking: tracking, fault: .damaged, text: text, photos: photos)
        }
        #expect(counter.refusal(report("碎了"), by: .buyer("b2")) == .belongsToAnother(id))
        #expect(counter.refusal(report("碎了")) == .notYourPart)
        #expect(counter.refusal(report(" "), by: .buyer("b1")) == .nothingToSay)
        #expect(counter.refusal(report("碎了", -1), by: .buyer("b1")) == .badQuantity(-1))
        #expect(
            counter.refusal(
                .reportParcel(tracking: "X", fault: .empty, text: "空的", photos: 1),
                by: .buyer("b1")) == .noSuchParcel("X"))
        try counter.send(report("碎了"), by: .buyer("b1"))
        #expect(counter.refusal(report("碎了"), by: .buyer("b1")) == .sameAsBefore)
        try counter.send(report("碎了", 3), by: .buyer("b1"))
        #expect(counter.order(id).parcels[0].reports.map(\.photos) == [0, 3])
        try counter.send(.voidParcel(tracking: tracking))
        #expect(counter.refusal(report("碎了", 4), by: .buyer("b1")) == .parcelVoid(tracking))
    }

    // MARK: Turning it on the way

    @Test func `is turned to another address, with a fee and a ticket to the carrier`() throws {
        var (counter, id, tracking) = try sent()
        let events = try counter.send(.intercept(tracking: tracking, to: Self.office))
        #expect(events.count == 2)
        let asked = try #require(counter.order(id).parcels[0].intercept)
        #expect(asked.fee == .yuan(8) && asked.to == Self.office && asked.succeeded == nil)
        let ticket = try #require(counter.shop.tickets["t1"])
        #expect(ticket.department == .carrier && ticket.order == id)
        #expect(ticket.summary.contains(tracking))
        #expect(counter.order(id).destination(of: counter.order(id).parcels[0]) == TradeShop.home)
        let answer = Command.answerIntercept(tracking: tracking, succeeded: true)
        #expect(counter.refusal(answer) == .notYourPart)
        try counter.send(answer, by: .carrier)
        #expect(counter.order(id).destination(of: counter.order(id).parcels[0]) == Self.office)
        #expect(counter.refusal(answer, by: .carrier) == .notIntercepted)
    }

    @Test func `called back goes nowhere but to the shop, and one that fails goes on`() throws {
        var (counter, id, tracking) = try sent()
        try counter.send(.intercept(tracking: tracking, to: nil))
        var other = counter
        try counter.send(.answerIntercept(tracking: tracking, succeeded: true), by: .carrier)
        #expect(counter.order(id).destination(of: counter.order(id).parcels[0]) == nil)
        try other.send(.answerIntercept(tracking: tracking, succeeded: false), by: .carrier)
        #expect(other.order(id).destination(of: other.order(id).parcels[0]) == TradeShop.home)
        #expect(other.refusal(.intercept(tracking: tracking, to: nil)) == .alreadyIntercepted)
    }

    @Test func `is turned once, while it is moving, to a whole and reachable address`() throws {
        var (counter, _, tracking) = try sent()
        func turn(_ address: Address?) -> Command { .intercept(tracking: tracking, to: address) }
        var half = Self.office
        half.phone = ""
        #expect(counter.refusal(turn(half)) == .addressIncomplete)
        #expect(counter.refusal(turn(TradeShop.home)) == .sameAsBefore)
        #expect(counter.refusal(.intercept(tracking: "X", to: nil)) == .noSuchParcel("X"))
        #expect(
            counter.refusal(.answerIntercept(tracking: tracking, succeeded: true), by: .carrier)
                == .notIntercepted)
        #expect(
            counter.refusal(.answerIntercept(tracking: "X", succeeded: true), by: .carrier)
                == .noSuchParcel("X"))
        var back = counter
        try back.send(.scan(tracking: tracking, code: .refused, text: ""), by: .carrier)
        #expect(back.refusal(turn(nil)) == .comingBack(tracking))
        var stopped = counter
        try stopped.send(
            .stopArea(region: "浙江省", carrier: "顺丰", reason: "大雪", until: nil), by: .carrier)
        #expect(
            stopped.refusal(turn(Self.office)) == .areaStopped(region: "浙江省", carrier: "顺丰"))
        var voided = counter
        try voided.send(.voidParcel(tracking: tracking))
        #expect(voided.refusal(turn(nil)) == .parcelVoid(tracking))
        var signed = counter
        try signed.send(turn(nil))
        try signed.send(.scan(tracking: tracking, code: .signed, text: ""), by: .carrier)
        #expect(
            signed.refusal(.answerIntercept(tracking: tracking, succeeded: true), by: .carrier)
                == .alreadySigned)
        try counter.send(.scan(tracking: tracking, code: .signed, text: ""), by: .carrier)
        #expect(counter.refusal(turn(nil)) == .alreadySigned)
    }

    // MARK: Money from the carrier

    @Test func `is claimed for up to what the buyer paid for it, and the money reaches the shop`()
        throws
    {
        var counter = Counter.trading(promotions: TradeShop.vectorA)
        let id = try counter.bought([("dress-M", 1), ("shirt-white", 2), ("cup-small", 1)])
        try counter.send(
            .shipPieces(
                order: id, carrier: "顺丰", tracking: "A",
                pieces: [Parcel.Piece(line: 1, quantity: 1)], weight: nil), by: .warehouse)
        let worth = Money(fen: 7946)
        #expect(counter.shop.worth(of: "A") == worth)
        func claim(_ amount: Money) -> Command {
            .claim(tracking: "A", amount: amount, reason: "丢件")
        }
        #expect(counter.refusal(claim(.zero)) == .badAmount(.zero))
        #expect(
            counter.refusal(claim(Money(fen: 7947)))
                == .moreThanItCost(limit: worth, asked: Money(fen: 7947)))
        #expect(
            counter.refusal(.claim(tracking: "A", amount: worth, reason: "")) == .nothingToSay)
        #expect(
            counter.refusal(.claim(tracking: "X", amount: worth, reason: "丢"))
                == .noSuchParcel("X"))
        #expect(
            counter.refusal(.answerClaim(tracking: "A", paid: worth), by: .carrier)
                == .notClaimed)
        try counter.send(claim(worth))
        #expect(counter.refusal(claim(worth)) == .alreadyClaimed)
        let before = counter.shop.books
        let asked = try #require(counter.order(id).parcels[0].claim)
        #expect(asked.answerBy == counter.shop.now + .days(7))
        for bad in [Money(fen: -1), Money(fen: 7947)] {
            #expect(
                counter.refusal(.answerClaim(tracking: "A", paid: bad), by: .carrier)
                    == .badAmount(bad))
        }
        try counter.send(.answerClaim(tracking: "A", paid: .yuan(50)), by: .carrier)
        #expect(counter.shop.books.insured == before.insured + .yuan(50))
        #expect(counter.shop.books.shop == before.shop + .yuan(50))
        #expect(counter.order(id).parcels[0].claim?.paid == .yuan(50))
        #expect(
            counter.refusal(.answerClaim(tracking: "A", paid: .zero), by: .carrier) == .notClaimed)
        #expect(
            counter.refusal(.answerClaim(tracking: "X", paid: .zero), by: .carrier)
                == .noSuchParcel("X"))
    }

    @Test func `with several orders in it is claimed for once and pays once`() throws {
        var counter = Counter.trading()
        let first = try counter.bought([("shirt-white", 1)])
        let second = try counter.bought([("cup-small", 1)])
        try counter.send(.mergeOrders(orders: [first, second]))
        try counter.send(.ship(order: first, carrier: "顺丰", tracking: "M1"), by: .warehouse)
        #expect(counter.shop.worth(of: "M1") == .yuan(158))
        try counter.send(.claim(tracking: "M1", amount: .yuan(158), reason: "丢件"))
        try counter.send(.answerClaim(tracking: "M1", paid: .yuan(158)), by: .carrier)
        #expect(counter.shop.books.insured == .yuan(158))
        #expect(counter.order(first).parcels[0].claim == counter.order(second).parcels[0].claim)
    }

    @Test func `of an order that is not on its way takes none of this`() throws {
        var (counter, id, tracking) = try sent()
        try counter.send(.confirmReceipt(order: id, lines: nil), by: .buyer("b1"))
        var rules = Rules.plain
        rules.orders.permits = [OrderRules.Permit(operation: .claim, states: [])]
        var fixture = counter.shop.store
        fixture.rules = rules
        let other = Counter(Shop(fixture))
        #expect(
            other.refusal(.claim(tracking: tracking, amount: .yuan(1), reason: "丢件"))
                == .notOffered(.claim))
    }
}
