extension Shop {
    /// The buyer asks the platform to decide what the shop refused.
    func callPlatform(_ id: AfterSaleID, _ claim: String, by actor: Actor, at instant: Instant)
        throws(Refusal) -> [Event]
    {
        let item = try openCase(id, for: .callPlatform)
        _ = try order(item.order, of: actor)
        try checkLength(claim)
        let until = instant + rules.afterSales.evidenceWithin
        return [moved(item, .platformCalled(claim: claim, evidenceUntil: until))]
    }

    /// The buyer takes the call back; the case stands where it stood.
    func dropDispute(_ id: AfterSaleID, by actor: Actor, at instant: Instant) throws(Refusal)
        -> [Event]
    {
        let item = try disputed(id, .dropDispute)
        _ = try order(item.order, of: actor)
        // What is left of the time to call the platform, and at least the time for an answer.
        let left = (item.refusal?.at ?? instant) + rules.afterSales.platformWithin
        let until = max(left, instant + rules.afterSales.answerOffer)
        return [moved(item, .disputeDropped(until: until))]
    }

    /// Proof of either side: before the platform is called at any time, then while it may be
    /// brought.
    func giveEvidence(
        _ id: AfterSaleID, _ evidence: Evidence, by actor: Actor, at instant: Instant
    ) throws(Refusal) -> [Event] {
        let item = try openCase(id, for: .giveEvidence)
        _ = try order(item.order, of: actor)
        if item.state == .atPlatform, let dispute = item.dispute,
            instant > dispute.evidenceUntil || dispute.status != .evidenceOpen
        {
            throw .evidenceClosed
        }
        return [moved(item, .evidenceGiven(try signed(evidence, by: actor, at: instant)))]
    }

    /// The platform decides.
    func judge(_ id: AfterSaleID, _ verdict: AfterSale.Verdict, at instant: Instant)
        throws(Refusal) -> [Event]
    {
        let item = try disputed(id, .judge)
        let order = try anyOrder(item.order)
        try checkLength(verdict.text)
        if verdict.outcome != .forSeller {
            let most = judgeable(item, in: order)
            guard verdict.amount > .zero else { throw .badAmount(verdict.amount) }
            guard verdict.amount <= most else {
                throw .moreThanPaid(limit: most, asked: verdict.amount)
            }
            try checkWhole(verdict.amount, item.kind, in: order)
        }
        if verdict.outcome == .returnRefund, !canReturn(item, in: order) {
            throw .wrongKind(item.kind)
        }
        return try carryOut(verdict, on: item, byTimer: false, at: instant)
    }

    private func disputed(_ id: AfterSaleID, _ word: AfterSale.Word) throws(Refusal) -> AfterSale {
        let item = try openAfterSale(id)
        guard item.state == .atPlatform else { throw .noDispute }
        return try openCase(id, for: word)
    }

    /// What the buyer can be given in money for a case of any kind.
    private func judgeable(_ item: AfterSale, in order: Order) -> Money {
        switch item.kind {
        case .refund, .returnRefund, .priceProtection, .compensation, .refusedParcel:
            yield(of: item, in: order).total
        // For a part that was not sent: no more than what was paid, and on top.
        case .reship where item.items.isEmpty: order.unrequited
        case .exchange, .repair, .reship:
            yield(of: asRefund(item, in: order), in: order).total
        }
    }

    /// The pieces are with the buyer and can be sent back.
    private func canReturn(_ item: AfterSale, in order: Order) -> Bool {
        switch item.kind {
        case .compensation, .priceProtection, .refusedParcel: return false
        case .refund, .returnRefund, .exchange, .repair, .reship: break
        }
        return !item.items.isEmpty
            && item.items.allSatisfy { $0.quantity <= order.handed(line: $0.line) }
    }

    /// What a verdict leads to.
    private func carryOut(
        _ verdict: AfterSale.Verdict, on item: AfterSale, byTimer: Bool, at instant: Instant
    ) throws(Refusal) -> [Event] {
        let order = try anyOrder(item.order)
        switch verdict.outcome {
        case .forSeller: return [moved(item, .judged(verdict, until: nil))]
        case .returnRefund:
            let until = instant + rules.afterSales.sendBackWithin
            return [moved(item, .judged(verdict, until: until))]
        case .refund: break
        }
        var paid = item
        var goods: Refund.Goods?
        switch item.kind {
        case .refund, .priceProtection, .compensation: break
        case .refusedParcel: goods = .returned
        // What came back was not right: it is not put on the shelf.
        case .returnRefund: goods = .kept
        case .reship where item.items.isEmpty: paid.kind = .compensation
        case .exchange, .repair, .reship:
            paid = asRefund(item, in: order)
            goods = .kept
        }
        var events = [moved(item, .judged(verdict, until: nil))]
        if item.returnTracking != nil { events += freightPaid(for: item) }
        events += try payout(paid, verdict.amount, goods, byTimer: byTimer, at: instant)
        return events
    }

    /// When the time for evidence is over. A rule of this training shop, not of a platform: who
    /// brought nothing to the platform loses to who did; where neither did, the buyer gets what
    /// was asked; where both did, a person at the platform looks.
    func evidenceRanOut(_ item: AfterSale, at due: Instant) -> [Event] {
        guard let dispute = item.dispute, let order = orders[item.order],
            dispute.status == .evidenceOpen
        else { return [] }
        let brought = item.evidence.dropFirst(dispute.evidenceBefore)
        let byBuyer = brought.contains { $0.by?.isBuyer == true }
        let bySeller = brought.contains { $0.by?.isBuyer != true }
        guard byBuyer != bySeller || !byBuyer else { return [moved(item, .evidenceClosed)] }
        if bySeller {
            return [
                moved(
                    item,
                    .judged(
                        AfterSale.Verdict(outcome: .forSeller, amount: .zero, text: ""),
                        until: nil))
            ]
        }
        let most = judgeable(item, in: order)
        let amount = item.kind.isForMoney ? min(item.amount, most) : most
        let comesBack =
            dispute.from == .refused && item.kind.needsReturn && canReturn(item, in: order)
        let verdict = AfterSale.Verdict(
            outcome: comesBack ? .returnRefund : .refund, amount: amount, text: "")
        // A part that is to be sent cannot be reckoned by a clock.
        guard amount > .zero, !item.items.isEmpty || item.kind.isForMoney,
            let events = try? carryOut(verdict, on: item, byTimer: true, at: due)
        else { return [moved(item, .evidenceClosed)] }
        return events
    }
}
