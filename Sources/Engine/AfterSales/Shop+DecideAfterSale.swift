extension Shop {
    func requestRefund(
        _ id: OrderID, _ reason: AfterSale.Reason, by actor: Actor, at instant: Instant
    ) throws(Refusal) -> [Event] {
        let next = nextAfterSale
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
    }

    func withdraw(_ id: AfterSaleID, by actor: Actor) throws(Refusal) -> [Event] {
        let afterSale = try openAfterSale(id)
        _ = try order(afterSale.order, of: actor)
        return [.afterSaleWithdrawn(afterSale: id)]
    }

    func agreeRefund(_ id: AfterSaleID) throws(Refusal) -> [Event] {
        let afterSale = try openAfterSale(id)
        guard afterSale.kind == .refund else { throw .wrongKind(afterSale.kind) }
        return [refund(afterSale, byTimer: false)]
    }

    func reship(_ id: OrderID, _ contents: String, _ reason: AfterSale.Reason) throws(Refusal)
        -> [Event]
    {
        let next = nextAfterSale
        let order = try anyOrder(id)
        guard order.isShipped else { throw .notShipped }
        try require(order, .shipped, .done)
        if let open = openAfterSale(of: id) { throw .afterSaleOpen(open.id) }
        try checkLength(contents)
        return [
            .reshipOpened(afterSale: next, order: id, contents: contents, reason: reason)
        ]
    }

    /// How much may still be paid for this order without asking the supervisor.
    public func compensationLeft(of order: Order) -> Money {
        let share = Money(fen: order.ledger.paid.fen * rules.compensationPercent / 100)
        return min(rules.compensationLimit, share) - order.ledger.compensated
    }

    func compensate(_ id: OrderID, _ amount: Money, _ reason: AfterSale.Reason) throws(Refusal)
        -> [Event]
    {
        let next = nextAfterSale
        let order = try anyOrder(id)
        guard order.ledger.paid > .zero else {
            throw .orderIs(order.status, needs: [.waitShip, .shipped, .done])
        }
        guard amount > .zero else { throw .badAmount(amount) }
        let limit = compensationLeft(of: order)
        guard amount <= limit else { throw .overTheLimit(limit: limit, asked: amount) }
        return [.compensated(afterSale: next, order: id, amount: amount, reason: reason)]
    }

    func shipPart(_ id: AfterSaleID, _ carrier: String, _ tracking: String, at instant: Instant)
        throws(Refusal) -> [Event]
    {
        let afterSale = try openAfterSale(id)
        guard afterSale.kind == .reship else { throw .wrongKind(afterSale.kind) }
        let parcel = Parcel(
            carrier: carrier, tracking: tracking, shippedAt: instant,
            contents: afterSale.detail)
        return [.partShipped(afterSale: id, order: afterSale.order, parcel: parcel)]
    }

    private var nextAfterSale: AfterSaleID { AfterSaleID("r\(afterSales.count + 1)") }

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
