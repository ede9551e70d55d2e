extension Shop {
    /// Proposes something else instead of refusing (协商).
    func negotiate(_ id: AfterSaleID, _ offer: AfterSale.Offer, at instant: Instant)
        throws(Refusal) -> [Event]
    {
        let item = try openCase(id, for: .negotiate)
        let order = try anyOrder(item.order)
        guard rules.afterSales.kinds.contains(offer.kind) else {
            throw .kindNotOffered(offer.kind)
        }
        try permit(offer.kind.operation, on: order)
        try checkLength(offer.text)
        let offered = offered(offer, instead: item)
        try check(offered, instead: item, in: order)
        if offer.kind.isForMoney {
            guard offer.amount > .zero else { throw .badAmount(offer.amount) }
            let most = yield(of: offered, in: order).total
            guard offer.amount <= most else {
                throw .moreThanPaid(limit: most, asked: offer.amount)
            }
            try checkWhole(offer.amount, offer.kind, in: order)
        } else if offer.amount != .zero {
            throw .badAmount(offer.amount)
        }
        if offer.kind == item.kind {
            if offer.amount == payable(item, in: order) { throw .sameAsBefore }
            let mayBeLower = offer.kind.needsReturn || offer.kind == .compensation
            if !mayBeLower, offer.amount < item.amount,
                !rules.afterSales.refundOnlyMayBeLowered
            {
                throw .mayNotBeLowered
            }
        }
        if offer.kind == .compensation {
            try checkLimit(of: order, offer.amount, compensationLeft(of: order))
        }
        return [
            moved(item, .offered(offer, answerBy: instant + rules.afterSales.answerOffer))
        ]
    }

    /// The case as it would be if the offer were taken. An exchange that names nothing else is
    /// for the same thing again.
    func offered(_ offer: AfterSale.Offer, instead item: AfterSale) -> AfterSale {
        var item = item
        guard let order = orders[item.order] else { return item }
        item.kind = offer.kind
        item.amount = offer.amount
        if offer.kind == .exchange {
            item.items = item.items.map {
                AfterSale.Item(
                    line: $0.line, quantity: $0.quantity,
                    replacement: $0.replacement ?? order.lines[$0.line].variant)
            }
        }
        if offer.kind == .reship { item.detail = offer.text }
        item.freight = freight(item.kind, item.reason, item.items, of: order)
        return item
    }

    /// An offer must be something that these pieces can be given.
    private func check(_ item: AfterSale, instead old: AfterSale, in order: Order)
        throws(Refusal)
    {
        if order.status == .depositPaid, item.kind != .refund, item.kind != .compensation {
            throw .wrongKind(item.kind)
        }
        switch item.kind {
        case .refund, .compensation: return
        case .reship:
            if !order.isShipped { throw .notShipped }
        case .priceProtection, .refusedParcel:
            if item.kind != old.kind { throw .wrongKind(item.kind) }
        case .returnRefund, .exchange, .repair:
            guard !item.items.isEmpty else { throw .wrongKind(item.kind) }
            for piece in item.items where piece.quantity > order.handed(line: piece.line) {
                throw .notShipped
            }
            if item.kind != .exchange { return }
            try checkReplacements(item.items, in: order)
            try checkWorth(item.items, in: order)
        }
    }

    /// Yes: it goes on as offered. No: it waits for the shop again.
    func answerOffer(_ id: AfterSaleID, _ accepts: Bool, by actor: Actor, at instant: Instant)
        throws(Refusal) -> [Event]
    {
        let item = try openCase(id, for: .answerOffer)
        let order = try order(item.order, of: actor)
        guard accepts, let offer = item.offer else {
            let due = instant + answerSpan(item.kind, of: order)
            return [moved(item, .offerDeclined(answerBy: due))]
        }
        let agreed = offered(offer, instead: item)
        if offer.kind.needsReturn {
            let due = instant + rules.afterSales.sendBackWithin
            return [moved(item, .offerAccepted(answerBy: due))]
        }
        if offer.kind == .reship { return [moved(item, .offerAccepted(answerBy: nil))] }
        let amount = min(offer.amount, yield(of: agreed, in: order).total)
        return [moved(item, .offerAccepted(answerBy: nil))]
            + (try payout(
                agreed, amount, offer.kind == .refusedParcel ? .returned : nil, at: instant))
    }
}
