extension Shop {
    func decideAfterSale(
        _ command: Command, by actor: Actor, at instant: Instant
    ) throws(Refusal) -> [Event] {
        let next = AfterSaleID("r\(afterSales.count + 1)")
        switch command {
        case .requestRefund(let id, let reason):
            let order = try order(id, of: actor)
            // After shipping a refund is a different procedure with proofs and parcels.
            if order.isShipped { throw .alreadyShipped }
            try require(order, .waitShip)
            if let open = openAfterSale(of: id) { throw .afterSaleOpen(open.id) }
            return [
                .refundRequested(
                    afterSale: next, order: id, reason: reason, amount: order.ledger.held,
                    answerBy: instant + rules.answerRefundWithin)
            ]
        case .withdraw(let id):
            let afterSale = try openAfterSale(id)
            _ = try order(afterSale.order, of: actor)
            return [.afterSaleWithdrawn(afterSale: id)]
        case .agreeRefund(let id):
            let afterSale = try openAfterSale(id)
            guard afterSale.kind == .refund else { throw .wrongKind(afterSale.kind) }
            return [refund(afterSale, byTimer: false)]
        case .reship(let id, let contents, let reason):
            let order = try anyOrder(id)
            guard order.isShipped else { throw .notShipped }
            try require(order, .shipped, .done)
            if let open = openAfterSale(of: id) { throw .afterSaleOpen(open.id) }
            try checkLength(contents)
            return [
                .reshipOpened(afterSale: next, order: id, contents: contents, reason: reason)
            ]
        case .compensate(let id, let amount, let reason):
            let order = try anyOrder(id)
            guard order.ledger.paid > .zero else {
                throw .orderIs(order.status, needs: [.waitShip, .shipped, .done])
            }
            guard amount > .zero else { throw .badAmount(amount) }
            let share = Money(fen: order.ledger.paid.fen * rules.compensationPercent / 100)
            let limit = min(rules.compensationLimit, share) - order.ledger.compensated
            guard amount <= limit else { throw .overTheLimit(limit: limit, asked: amount) }
            return [.compensated(afterSale: next, order: id, amount: amount, reason: reason)]
        case .shipPart(let id, let carrier, let tracking):
            let afterSale = try openAfterSale(id)
            guard afterSale.kind == .reship else { throw .wrongKind(afterSale.kind) }
            let parcel = Parcel(
                carrier: carrier, tracking: tracking, shippedAt: instant,
                contents: afterSale.detail)
            return [.partShipped(afterSale: id, order: afterSale.order, parcel: parcel)]
        case _: throw .notYourPart
        }
    }

    func refund(_ afterSale: AfterSale, byTimer: Bool) -> Event {
        .refunded(
            afterSale: afterSale.id, order: afterSale.order, amount: afterSale.amount,
            byTimer: byTimer)
    }

    private func openAfterSale(_ id: AfterSaleID) throws(Refusal) -> AfterSale {
        guard let afterSale = afterSales[id] else { throw .noSuchAfterSale(id) }
        guard afterSale.isOpen else { throw .afterSaleNotOpen(id) }
        return afterSale
    }
}
