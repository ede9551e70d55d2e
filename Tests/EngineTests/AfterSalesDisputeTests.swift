import Engine
import Testing

/// A refused case of a delivered dress.
private func refused(
    _ kind: AfterSale.Kind = .refund, _ items: [AfterSale.Item] = [Counter.piece(0)]
) throws -> (Counter, OrderID, AfterSaleID) {
    var counter = Counter.trading()
    let id = try counter.delivered([("dress-M", 1)])
    let item = try counter.ask(
        id, kind, .quality, items, detail: items.isEmpty ? "腰带" : "")
    try counter.refuse(item)
    return (counter, id, item)
}

private func called(
    _ kind: AfterSale.Kind = .refund, _ items: [AfterSale.Item] = [Counter.piece(0)]
) throws -> (Counter, OrderID, AfterSaleID) {
    var (counter, id, item) = try refused(kind, items)
    try counter.send(.callPlatform(afterSale: item, claim: "衣服开线"), by: .buyer("b1"))
    return (counter, id, item)
}

private func verdict(_ outcome: AfterSale.Verdict.Outcome, _ yuan: Int) -> AfterSale.Verdict {
    AfterSale.Verdict(outcome: outcome, amount: .yuan(yuan), text: "凭证充分")
}

@Suite struct `A refused case` {
    @Test func `is asked for anew, and waits for the shop again`() throws {
        var (counter, id, item) = try refused()
        try counter.send(
            .editApplication(
                afterSale: item,
                request: AfterSale.Request(
                    kind: .returnRefund, reason: .damaged, items: [Counter.piece(0)],
                    amount: .yuan(120))), by: .buyer("b1"))
        let edited = try #require(counter.shop.afterSales[item])
        #expect(edited.state == .waitSeller)
        #expect(edited.kind == .returnRefund)
        #expect(edited.amount == .yuan(120))
        #expect(edited.attempts == 2)
        #expect(edited.freight.payer == .seller)
        #expect(edited.refusal == nil)
        #expect(counter.shop.afterSales(of: id).count == 1)
        #expect(
            counter.refusal(
                .editApplication(
                    afterSale: item,
                    request: AfterSale.Request(kind: .refund, reason: .damaged, items: [])),
                by: .buyer("b1")) == .noItems)
    }

    @Test func `goes to the platform, where both bring evidence until it is closed`() throws {
        var (counter, _, item) = try refused()
        #expect(
            counter.refusal(.callPlatform(afterSale: item, claim: " "), by: .buyer("b1"))
                == .nothingToSay)
        try counter.send(.callPlatform(afterSale: item, claim: "衣服开线"), by: .buyer("b1"))
        #expect(counter.state(item) == .atPlatform)
        #expect(counter.shop.afterSales[item]?.dispute?.status == .evidenceOpen)
        let give = Command.giveEvidence(afterSale: item, evidence: Counter.photo)
        try counter.send(give, by: .buyer("b1"), after: .hours(1))
        try counter.send(give, after: .hours(1))
        #expect(
            counter.refusal(
                .giveEvidence(afterSale: item, evidence: Evidence(kind: .chat, text: "嗯")))
                == .badEvidence(least: 2, most: 200))
        try counter.wait(.hours(47))
        // Both have brought something: a person at the platform looks.
        #expect(counter.state(item) == .atPlatform)
        #expect(counter.shop.afterSales[item]?.dispute?.status == .inProgress)
        #expect(counter.refusal(give) == .evidenceClosed)
        #expect(counter.refusal(give, by: .buyer("b1")) == .evidenceClosed)
        #expect(counter.shop.nextTimer.map { $0 > counter.shop.now } ?? true)
    }

    @Test func `cannot be called for before it was refused`() throws {
        var counter = Counter.trading()
        let id = try counter.delivered([("dress-M", 1)])
        let item = try counter.ask(id, .refund, .quality, [Counter.piece(0)])
        #expect(
            counter.refusal(.callPlatform(afterSale: item, claim: "开线"), by: .buyer("b1"))
                == .caseIs(.waitSeller, needs: [.refused, .returnDisputed]))
        #expect(counter.refusal(.dropDispute(afterSale: item), by: .buyer("b1")) == .noDispute)
        #expect(
            counter.refusal(.judge(afterSale: item, verdict: verdict(.refund, 1)), by: .platform)
                == .noDispute)
        // Proof can be brought before there is a dispute.
        try counter.send(
            .giveEvidence(afterSale: item, evidence: Counter.photo), by: .buyer("b1"))
        #expect(counter.shop.afterSales[item]?.evidence.count == 1)
    }

    @Test func `goes back to where it stood when the call is taken back`() throws {
        var (counter, _, item) = try called()
        try counter.send(.dropDispute(afterSale: item), by: .buyer("b1"), after: .hours(2))
        #expect(counter.state(item) == .refused)
        #expect(counter.shop.afterSales[item]?.dispute?.status == .withdrawn)
        let refusedAt = try #require(counter.shop.afterSales[item]?.refusal?.at)
        #expect(counter.shop.afterSales[item]?.answerBy == refusedAt + .days(7))
        try counter.send(.callPlatform(afterSale: item, claim: "再看看"), by: .buyer("b1"))
        #expect(counter.state(item) == .atPlatform)
    }
}

@Suite struct `The platform's verdict` {
    @Test func `for the buyer gives the money, the goods staying`() throws {
        var (counter, id, item) = try called()
        func judged(_ outcome: AfterSale.Verdict.Outcome, _ yuan: Int) -> Refusal? {
            counter.refusal(
                .judge(afterSale: item, verdict: verdict(outcome, yuan)), by: .platform)
        }
        #expect(judged(.refund, 200) == .moreThanPaid(limit: .yuan(199), asked: .yuan(200)))
        #expect(judged(.refund, 0) == .badAmount(.zero))
        try counter.send(
            .judge(afterSale: item, verdict: verdict(.refund, 80)), by: .platform)
        #expect(counter.state(item) == .done)
        #expect(counter.order(id).ledger.refunded == .yuan(80))
        #expect(counter.order(id).lines[0].left == 1)
        #expect(counter.shop.afterSales[item]?.dispute?.status == .forBuyer)
        #expect(counter.shop.violations() == [])
    }

    @Test func `for a return waits for the goods`() throws {
        var (counter, id, item) = try called()
        try counter.send(
            .judge(afterSale: item, verdict: verdict(.returnRefund, 199)), by: .platform)
        #expect(counter.state(item) == .waitReturn)
        #expect(counter.shop.afterSales[item]?.kind == .returnRefund)
        try counter.send(
            .sendBack(afterSale: item, carrier: "中通", tracking: "R1"), by: .buyer("b1"))
        try counter.send(.acceptReturn(afterSale: item))
        #expect(counter.order(id).ledger.refunded == .yuan(199))
        #expect(counter.shop.violations() == [])
    }

    @Test func `for a return needs goods that can come back`() throws {
        let (counter, _, item) = try called(.reship, [])
        #expect(counter.state(item) == .atPlatform)
        #expect(
            counter.refusal(
                .judge(afterSale: item, verdict: verdict(.returnRefund, 10)), by: .platform)
                == .wrongKind(.reship))
    }

    @Test func `for the shop closes the case`() throws {
        var (counter, id, item) = try called()
        try counter.send(
            .judge(afterSale: item, verdict: verdict(.forSeller, 0)), by: .platform)
        #expect(counter.state(item) == .closed)
        #expect(counter.shop.afterSales[item]?.dispute?.status == .forSeller)
        #expect(counter.order(id).ledger.refunded == .zero)
        #expect(counter.order(id).pausedAt == nil)
    }

    @Test func `about goods that came back wrong does not put them on the shelf`() throws {
        var counter = Counter.trading()
        let id = try counter.delivered([("dress-M", 1)])
        let before = counter.stock("dress-M")
        let item = try counter.ask(id, .returnRefund, .quality, [Counter.piece(0)])
        try counter.returned(item)
        try counter.send(
            .rejectReturn(
                afterSale: item, reason: .resaleHarmed, text: "吊牌剪了", proof: [Counter.photo]))
        try counter.send(.callPlatform(afterSale: item, claim: "没剪"), by: .buyer("b1"))
        try counter.send(
            .judge(afterSale: item, verdict: verdict(.refund, 199)), by: .platform)
        #expect(counter.stock("dress-M") == before)
        // The shop was liable, so the way back is paid as well.
        #expect(counter.shop.books.returned == .yuan(209))
        #expect(counter.shop.violations() == [])
    }

    @Test func `about a part never sent is paid on top`() throws {
        var (counter, id, item) = try called(.reship, [])
        try counter.send(
            .judge(afterSale: item, verdict: verdict(.refund, 30)), by: .platform)
        #expect(counter.state(item) == .done)
        #expect(counter.order(id).ledger.compensated == .yuan(30))
        #expect(counter.shop.violations() == [])
    }

    @Test(arguments: [(false, false), (true, false), (false, true)])
    func `is the clock's where a side brought nothing`(buyer: Bool, seller: Bool) throws {
        var (counter, id, item) = try called()
        let give = Command.giveEvidence(afterSale: item, evidence: Counter.photo)
        if buyer { try counter.send(give, by: .buyer("b1")) }
        if seller { try counter.send(give) }
        try counter.wait(.hours(48))
        // Who brought something wins; where neither did, the buyer.
        #expect(counter.state(item) == (seller ? .closed : .done))
        #expect(counter.order(id).ledger.refunded == (seller ? .zero : .yuan(199)))
        #expect(counter.shop.violations() == [])
    }

    @Test func `by the clock has goods sent back first where they were to come back`() throws {
        var (counter, _, item) = try called(.returnRefund)
        try counter.wait(.hours(48))
        #expect(counter.state(item) == .waitReturn)
        // A part that is to be sent is for a person to reckon.
        var (other, _, part) = try called(.reship, [])
        try other.wait(.hours(48))
        #expect(other.state(part) == .atPlatform)
        #expect(other.shop.afterSales[part]?.dispute?.status == .inProgress)
    }
}
