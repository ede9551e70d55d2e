import Testing

@testable import Engine

@Suite struct `A promised deed` {
    /// A customer at the desk, with something bought.
    private static func talking() throws -> (Counter, OrderID) {
        var counter = Counter.caring { $0.rules.orders.cancelsPaid = true }
        let id = try counter.bought([("cup-small", 2), ("shirt-white", 1)])
        try counter.send(
            .openConversation(
                customer: "b1", channel: .taobao, stage: .order, order: id, mood: 50),
            by: .buyer("b1"))
        return (counter, id)
    }

    private func promise(_ deed: Promise.Deed, in counter: inout Counter) throws -> PromiseID {
        let events = try counter.send(
            .promise(
                conversation: "c1", text: "一小时内", deed: deed,
                due: counter.shop.now + .hours(1), message: nil))
        guard case .promiseMade(let promise)? = events.first else { throw Refusal.noItems }
        return promise.id
    }

    @Test func `to ship is done when the last piece has left`() throws {
        var (counter, id) = try Self.talking()
        let promise = try promise(.ship(id), in: &counter)
        func pieces(_ tracking: String, _ pieces: [(Int, Int)]) -> Command {
            .shipPieces(
                order: id, carrier: "顺丰", tracking: tracking,
                pieces: pieces.map { Parcel.Piece(line: $0.0, quantity: $0.1) }, weight: nil)
        }
        try counter.send(pieces("A", [(0, 1)]), by: .warehouse)
        #expect(counter.shop.promises[promise]?.isOpen == true)
        try counter.send(pieces("B", [(0, 1), (1, 1)]), by: .warehouse)
        #expect(counter.shop.promises[promise]?.isKept == true)
    }

    @Test func `to refund is done by any way the money goes back`() throws {
        var (counter, id) = try Self.talking()
        let promise = try promise(.refund(id), in: &counter)
        try counter.send(.cancelOrder(order: id), by: .buyer("b1"))
        #expect(counter.shop.promises[promise]?.isKept == true)
        #expect(
            counter.shop.isKept(
                Promise(
                    id: "p9", conversation: "c1", text: "", deed: .refund(id),
                    madeAt: counter.shop.now, due: counter.shop.now, message: nil, state: .open),
                by: .refunded(
                    afterSale: "r1", order: id, amount: .yuan(1), byTimer: false, refund: nil),
                at: counter.shop.now))
    }

    @Test func `to have it scanned is done by the newest parcel's scan beyond the label`() throws {
        var (counter, id) = try Self.talking()
        let promise = try promise(.scan(id), in: &counter)
        for (tracking, line) in [("A", 0), ("B", 1)] {
            try counter.send(
                .shipPieces(
                    order: id, carrier: "顺丰", tracking: tracking,
                    pieces: [Parcel.Piece(line: line, quantity: 1)], weight: nil),
                by: .warehouse)
        }
        func keeps(_ tracking: String, _ code: Scan.Code) -> Bool {
            counter.shop.isKept(
                counter.shop.promises[promise]!,
                by: .scanned(
                    order: id, tracking: tracking,
                    scan: Scan(at: counter.shop.now, code: code, text: "")),
                at: counter.shop.now)
        }
        #expect(keeps("B", .collected))
        #expect(keeps("B", .onTrunk))
        #expect(!keeps("A", .collected))
        #expect(!keeps("B", .ordered))
        #expect(!keeps("B", .awaitingPickUp))
        #expect(!keeps("B", .labelCancelled))
    }

    @Test func `to send again is done when it has left`() throws {
        var (counter, id) = try Self.talking()
        try counter.send(.ship(order: id, carrier: "顺丰", tracking: "A"), by: .warehouse)
        try counter.send(.reship(order: id, contents: "杯盖", reason: .missingPart))
        let again = try promise(.reship("r1"), in: &counter)
        let settled = try promise(.settle("r1"), in: &counter)
        try counter.send(
            .shipPart(afterSale: "r1", carrier: "中通", tracking: "Z"), by: .warehouse)
        #expect(counter.shop.promises[again]?.isKept == true)
        #expect(counter.shop.promises[settled]?.isKept == true)
    }

    @Test func `to settle a case is done by its end, and by nothing before`() throws {
        var (counter, id) = try Self.talking()
        try counter.send(.requestRefund(order: id, reason: .changedMind), by: .buyer("b1"))
        let promise = try promise(.settle("r1"), in: &counter)
        let now = counter.shop.now
        func keeps(_ event: Event) -> Bool {
            counter.shop.isKept(counter.shop.promises[promise]!, by: event, at: now)
        }
        func moved(_ step: AfterSale.Step) -> Event {
            .afterSaleMoved(afterSale: "r1", order: id, step: step)
        }
        func judged(_ outcome: AfterSale.Verdict.Outcome) -> Event {
            moved(
                .judged(AfterSale.Verdict(outcome: outcome, amount: .zero, text: ""), until: nil))
        }
        #expect(
            keeps(
                .refunded(
                    afterSale: "r1", order: id, amount: .yuan(1), byTimer: false, refund: nil)))
        #expect(
            !keeps(
                .refunded(
                    afterSale: "r2", order: id, amount: .yuan(1), byTimer: false, refund: nil)))
        #expect(keeps(moved(.confirmed(byTimer: false))))
        #expect(keeps(moved(.lapsed)))
        #expect(keeps(judged(.forSeller)))
        #expect(!keeps(judged(.refund)))
        #expect(!keeps(moved(.sendingAgreed)))
        try counter.send(.withdraw(afterSale: "r1"), by: .buyer("b1"))
        #expect(counter.shop.promises[promise]?.isKept == true)
    }

    @Test func `to report on a ticket is done after its answer and not in the same breath`() throws
    {
        var (counter, _) = try Self.talking()
        try counter.send(
            .openTicket(
                department: .carrier, conversation: "c1", order: nil, summary: "停滞",
                fields: nil, kind: nil))
        try counter.send(.answerTicket(ticket: "t1", text: "今晚到"), by: .department(.carrier))
        let promise = try promise(.report(ticket: "t1"), in: &counter)
        try counter.send(.reply(conversation: "c1", text: "稍等"), after: .seconds(10))
        #expect(counter.shop.promises[promise]?.isOpen == true)
        try counter.send(.reply(conversation: "c1", text: "今晚到杭州"), after: .seconds(50))
        #expect(counter.shop.promises[promise]?.isKept == true)
    }

    @Test func `names a case and a ticket that there are, of this customer`() throws {
        var (counter, _) = try Self.talking()
        let other = try counter.bought([("cup-small", 1)], by: "b2")
        try counter.send(.requestRefund(order: other, reason: .changedMind), by: .buyer("b2"))
        func refusal(_ deed: Promise.Deed) -> Refusal? {
            counter.refusal(
                .promise(
                    conversation: "c1", text: "一小时内", deed: deed,
                    due: counter.shop.now + .hours(1), message: nil))
        }
        #expect(refusal(.settle("r9")) == .noSuchAfterSale("r9"))
        #expect(refusal(.settle("r1")) == .belongsToAnother(other))
        #expect(refusal(.report(ticket: "t9")) == .noSuchTicket("t9"))
        #expect(refusal(.scan("x")) == .noSuchOrder("x"))
    }

    @Test func `to send something more is done by a part, a replacement or a parcel, not by words`()
        throws
    {
        var (counter, id) = try Self.talking()
        let promise = try promise(.another(id), in: &counter)
        try counter.send(.reply(conversation: "c1", text: "已经安排了"), after: .minutes(5))
        #expect(counter.shop.promises[promise]?.isOpen == true)
        try counter.send(
            .ship(order: id, carrier: "顺丰", tracking: "SF9"), by: .warehouse)
        #expect(counter.shop.promises[promise]?.isKept == true)
    }

    @Test func `of money is done by a compensation, too`() throws {
        var (counter, id) = try Self.talking()
        let promise = try promise(.refund(id), in: &counter)
        try counter.send(.compensate(order: id, amount: .yuan(5), reason: .lateShipment))
        #expect(counter.shop.promises[promise]?.isKept == true)
    }

    @Test func `lines sent in a row are the buyer's one last message`() throws {
        var (counter, _) = try Self.talking()
        func say(_ text: String) throws {
            try counter.send(.say(conversation: "c1", text: text), by: .buyer("b1"))
        }
        try say("在吗")
        try counter.send(.reply(conversation: "c1", text: "在的"))
        try say("改地址")
        try say("珞喻路66号")
        #expect(counter.shop.conversations["c1"]?.lastBuyerText == "改地址\n珞喻路66号")
        try counter.send(.reply(conversation: "c1", text: "好的"))
        #expect(counter.shop.conversations["c1"]?.lastBuyerText == "改地址\n珞喻路66号")
    }

    @Test func `a flag alone is a memo, grey and empty takes it away`() throws {
        var (counter, id) = try Self.talking()
        try counter.send(.memo(order: id, flag: .red, text: ""))
        #expect(counter.order(id).memo?.flag == .red)
        try counter.send(.memo(order: id, flag: .grey, text: ""))
        #expect(counter.order(id).memo == nil)
    }
}
