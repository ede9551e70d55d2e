extension Shop {
    /// The buyer hands the goods to a carrier and says the number.
    func sendBack(
        _ id: AfterSaleID, _ carrier: String, _ tracking: String, by actor: Actor,
        at instant: Instant
    ) throws(Refusal) -> [Event] {
        let item = try openCase(id, for: .sendBack)
        _ = try order(item.order, of: actor)
        try checkNumber(carrier, tracking)
        return [
            moved(
                item,
                .sentBack(
                    tracking: tracking, carrier: carrier,
                    until: instant + rules.afterSales.checkWithin))
        ]
    }

    private func checkNumber(_ carrier: String, _ tracking: String) throws(Refusal) {
        try checkLength(carrier)
        try checkLength(tracking)
        if ordersOfTracking[tracking] != nil { throw .trackingUsed(tracking) }
    }

    /// What came back is right.
    func acceptReturn(_ id: AfterSaleID, at instant: Instant) throws(Refusal) -> [Event] {
        try acceptance(of: try openCase(id, for: .acceptReturn), byTimer: false, at: instant)
    }

    /// What follows when a return is accepted, or counts as accepted because the shop was silent:
    /// the money, or something to be sent; where there is nothing left to swap for, the money.
    func acceptance(of accepted: AfterSale, byTimer: Bool, at instant: Instant)
        throws(Refusal) -> [Event]
    {
        var item = accepted
        let order = try anyOrder(item.order)
        var events: [Event] = []
        if item.kind == .exchange, !canSwap(item, in: order, at: instant) {
            item = asRefund(item, in: order)
            events.append(moved(item, .becameRefund(amount: item.amount)))
        }
        events += try settling(item, in: order, at: instant)
        events.append(moved(item, .returnAccepted(byTimer: byTimer)))
        events += freightPaid(for: item)
        guard item.kind == .returnRefund else { return events }
        return events
            + (try payout(
                item, payable(item, in: order), .returned, byTimer: byTimer, at: instant))
    }

    /// The replacement is there and its difference can be paid.
    private func canSwap(_ item: AfterSale, in order: Order, at instant: Instant) -> Bool {
        do throws(Refusal) {
            try checkReplacements(item.items, in: order)
            _ = try settling(item, in: order, at: instant)
            return true
        } catch { return false }
    }

    /// The same case, for money: all that its pieces can bring.
    func asRefund(_ item: AfterSale, in order: Order) -> AfterSale {
        var item = item
        item.kind = .returnRefund
        item.amount = yield(of: item, in: order).total
        item.account = nil
        return item
    }

    /// An exchange for something dearer or cheaper is settled when it is agreed for good, before
    /// the goods change places.
    func settling(_ item: AfterSale, in order: Order, at instant: Instant) throws(Refusal)
        -> [Event]
    {
        guard item.kind == .exchange else { return [] }
        let settlement = try settlement(
            of: order, by: difference(item.items, in: order), with: item.account, at: instant)
        guard settlement != Settlement() else { return [] }
        return [moved(item, .differenceSettled(settlement))]
            + (settlement.refund == nil ? [] : reversals(of: order))
    }

    /// The way back, paid to the buyer by the shop that is liable or by the insurer.
    func freightPaid(for item: AfterSale) -> [Event] {
        guard item.freight.reimbursed == .zero else { return [] }
        var freight = item.freight
        switch freight.payer {
        case .seller: freight.reimbursed = rules.afterSales.returnFreight
        case .insurer: freight.reimbursed = rules.afterSales.insuredFreight
        case .buyer, .nobody: return []
        }
        guard freight.reimbursed > .zero else { return [] }
        return [moved(item, .freightPaid(freight))]
    }

    /// What came back is not what should have, or not as it should be; with proof.
    func rejectReturn(
        _ id: AfterSaleID, _ reason: AfterSale.RefusalReason, _ text: String, _ proof: [Evidence],
        at instant: Instant
    ) throws(Refusal) -> [Event] {
        let item = try openCase(id, for: .rejectReturn)
        guard reason.fitsReturn else { throw .wrongRefusalReason(reason) }
        let proof = try checkedProof(text, proof, at: instant)
        return [
            moved(
                item,
                .returnRejected(
                    AfterSale.Refused(reason: reason, text: text, at: instant), proof: proof,
                    until: instant + rules.afterSales.platformWithin))
        ]
    }

    /// The warehouse sends what was agreed: a part, a replacement, the repaired piece.
    func shipPart(_ id: AfterSaleID, _ carrier: String, _ tracking: String, at instant: Instant)
        throws(Refusal) -> [Event]
    {
        let item = try openCase(id, for: .shipPart, [.reship, .exchange, .repair])
        let order = try anyOrder(item.order)
        try checkNumber(carrier, tracking)
        if let stop = stop(for: order.address.region, carrier, at: instant) {
            throw .areaStopped(region: stop.region, carrier: carrier)
        }
        let pieces = item.items.map { Parcel.Piece(line: $0.line, quantity: $0.quantity) }
        let parcel = Parcel(
            carrier: carrier, tracking: tracking, shippedAt: instant,
            contents: item.detail.isEmpty ? names(of: pieces, in: order) : item.detail,
            pieces: pieces.isEmpty || item.kind == .reship ? nil : pieces)
        guard item.kind != .reship else {
            return [.partShipped(afterSale: id, order: order.id, parcel: parcel)]
        }
        return [
            moved(
                item,
                .consigned(parcel, until: instant + rules.afterSales.confirmReplacement))
        ]
    }

    /// `棉麻连衣裙 L ×1`, as the shelf names them.
    private func names(of pieces: [Parcel.Piece], in order: Order) -> String {
        pieces.map { piece in
            let id = order.lines[piece.line].variant
            let title = product(of: id)?.title ?? id.rawValue
            return "\(title) \(variant(id)?.name ?? "") ×\(piece.quantity)"
        }.joined(separator: ", ")
    }

    func confirmReplacement(_ id: AfterSaleID, by actor: Actor) throws(Refusal) -> [Event] {
        let item = try openCase(id, for: .confirmReplacement)
        _ = try order(item.order, of: actor)
        return [moved(item, .confirmed(byTimer: false))]
    }
}
