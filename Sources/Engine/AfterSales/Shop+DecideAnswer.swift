extension Shop {
    /// The goods may come back, to this place; the sum stays as it was asked.
    func agreeReturn(_ id: AfterSaleID, _ address: Address, at instant: Instant) throws(Refusal)
        -> [Event]
    {
        let item = try openCase(
            id, for: .agreeReturn, AfterSale.Kind.allCases.filter(\.needsReturn))
        let order = try anyOrder(item.order)
        try checkAddress(address)
        return falseReason(item, in: order) + [
            moved(
                item,
                .returnAgreed(
                    to: address, amount: payable(item, in: order),
                    until: instant + rules.afterSales.sendBackWithin, byTimer: false))
        ]
    }

    /// Something is sent and nothing has to come back.
    func agreeToSend(_ id: AfterSaleID, at instant: Instant) throws(Refusal) -> [Event] {
        let item = try openCase(id, for: .agreeToSend, [.reship, .exchange, .repair])
        let order = try anyOrder(item.order)
        if item.kind == .exchange { try checkReplacements(item.items, in: order) }
        return falseReason(item, in: order) + (try settling(item, in: order, at: instant))
            + [moved(item, .sendingAgreed)]
    }

    /// Says no to what was asked, with a reason and proof.
    func refuse(
        _ id: AfterSaleID, _ reason: AfterSale.RefusalReason, _ text: String, _ proof: [Evidence],
        at instant: Instant
    ) throws(Refusal) -> [Event] {
        let item = try openCase(id, for: .refuse)
        let order = try anyOrder(item.order)
        guard reason.fitsRequest, order.isShipped || !reason.isAboutTheWay else {
            throw .wrongRefusalReason(reason)
        }
        let grounds = grounds(against: item, in: order)
        for ground in grounds where rules.afterSales.mayNotRefuse.contains(ground) {
            throw .mayNotBeRefused(ground)
        }
        let proof = try checkedProof(text, proof, at: instant)
        var events: [Event] = []
        // A platform that does not stop it does not make it right.
        if !grounds.isEmpty { events.append(moved(item, .conductMarked(.rightRefused))) }
        events.append(
            moved(
                item,
                .refused(
                    AfterSale.Refused(reason: reason, text: text, at: instant), proof: proof,
                    until: instant + rules.afterSales.platformWithin)))
        return events
    }

    /// Why this request may not be refused: what the buyer has a right to.
    private func grounds(against item: AfterSale, in order: Order) -> [AfterSaleRules.Ground] {
        if item.kind == .refund {
            if order.status == .depositPaid {
                return order.presale?.isSellerFault == true ? [.unshipped] : []
            }
            return order.isUnsent(item.items) ? [.unshipped] : []
        }
        return item.kind == .returnRefund && item.reason == .noReason ? [.noReason] : []
    }

    func checkedProof(_ text: String, _ proof: [Evidence], at instant: Instant) throws(Refusal)
        -> [Evidence]
    {
        let least = rules.afterSales.evidenceTextLeast
        let most = rules.afterSales.evidenceTextMost
        guard text.count >= least, text.count <= most,
            text.contains(where: { !$0.isWhitespace })
        else { throw .badEvidence(least: least, most: most) }
        guard !proof.isEmpty else { throw .evidenceMissing }
        var signed: [Evidence] = []
        for piece in proof { signed.append(try self.signed(piece, by: .agent(agent), at: instant)) }
        return signed
    }

    /// The desk puts a reason of the buyer's own down for what is the shop's fault.
    func falseReason(_ item: AfterSale, in order: Order) -> [Event] {
        guard item.turns.first?.actor.isAgent == true, item.reason.isBuyersOwn else { return [] }
        let isShopsFault = order.pieces(item.items).contains {
            order.lines[$0.line].isShort || order.lines[$0.line].isOverdue
        }
        return isShopsFault ? [moved(item, .conductMarked(.falseReason))] : []
    }
}

extension AfterSale.RefusalReason {
    /// Fits as an answer to a request.
    var fitsRequest: Bool {
        switch self {
        case .onItsWay, .delivered, .noDefect, .specialGoods, .untrueReason, .buyerAgreed: true
        case .wrongReturnNumber, .resaleHarmed, .wrongItemReturned, .partsMissing: false
        }
    }

    /// Fits what came back.
    var fitsReturn: Bool {
        switch self {
        case .wrongReturnNumber, .resaleHarmed, .wrongItemReturned, .partsMissing,
            .untrueReason, .buyerAgreed:
            true
        case .onItsWay, .delivered, .noDefect, .specialGoods: false
        }
    }

    /// Says something of a parcel, so there must be one.
    var isAboutTheWay: Bool { self == .onItsWay || self == .delivered }
}

extension AfterSale.Reason {
    /// Nothing that the shop or the carrier did.
    var isBuyersOwn: Bool {
        switch self {
        case .changedMind, .wrongOrder, .couponForgotten, .wrongAddress, .noReason, .refused: true
        case .outOfStock, .lateShipment, .stuckInTransit, .missingPart, .damaged, .quality,
            .agreed, .other, .noTrack, .notReceived, .emptyParcel, .wrongItem, .notAsDescribed,
            .counterfeit, .priceFell:
            false
        }
    }
}
