extension Shop {
    /// All of an order that has not been shipped.
    func requestRefund(
        _ id: OrderID, _ reason: AfterSale.Reason, by actor: Actor, at instant: Instant
    ) throws(Refusal) -> [Event] {
        let order = try order(id, of: actor)
        // After shipping a refund is a different procedure with proofs and parcels.
        if order.isShipped { throw .alreadyShipped }
        guard rules.afterSales.kinds.contains(.refund) else { throw .kindNotOffered(.refund) }
        try permit(.refund, on: order)
        try require(order, .waitShip)
        if let open = openAfterSale(of: id) { throw .afterSaleOpen(open.id) }
        try checkAlone(
            AfterSale.Request(kind: .refund, reason: reason, items: []), on: order, instead: nil)
        return [
            .refundRequested(
                afterSale: nextAfterSale, order: id, reason: reason, amount: order.ledger.held,
                answerBy: instant + rules.answerRefundWithin)
        ]
    }

    func withdraw(_ id: AfterSaleID, by actor: Actor) throws(Refusal) -> [Event] {
        let item = try openAfterSale(id)
        _ = try order(item.order, of: actor)
        return [.afterSaleWithdrawn(afterSale: try openCase(id, for: .withdraw).id)]
    }

    /// Gives the money back: for a refund, a protected price, a refused parcel or a sum on top as
    /// asked; for goods that were to come back, without waiting for them.
    func agreeRefund(_ id: AfterSaleID, _ amount: Money?, at instant: Instant) throws(Refusal)
        -> [Event]
    {
        let item = try openCase(
            id, for: .agreeRefund, AfterSale.Kind.allCases.filter(\.isForMoney))
        let order = try anyOrder(item.order)
        if item.kind == .refund, order.status == .depositPaid, !isDepositDue(item, in: order) {
            throw .depositBinds
        }
        let asked = payable(item, in: order)
        let sum = amount ?? asked
        guard sum > .zero else { throw .badAmount(sum) }
        let most = yield(of: item, in: order).total
        guard sum <= most else { throw .moreThanPaid(limit: most, asked: sum) }
        try checkWhole(sum, item.kind, in: order)
        if sum < asked, !rules.afterSales.refundOnlyMayBeLowered { throw .mayNotBeLowered }
        if item.kind == .compensation {
            try checkLimit(of: order, sum, compensationLeft(of: order))
        }
        let goods: Refund.Goods? =
            switch item.kind {
            case .refusedParcel: .returned
            case .returnRefund: .kept
            case .refund, .priceProtection, .compensation, .exchange, .repair, .reship: nil
            }
        return falseReason(item, in: order) + (try payout(item, sum, goods, at: instant))
    }

    /// A deposit goes back whole or not at all: what was left of it would be a deposit of
    /// another sum.
    func checkWhole(_ amount: Money, _ kind: AfterSale.Kind, in order: Order) throws(Refusal) {
        guard kind == .refund, order.status == .depositPaid else { return }
        guard amount == order.ledger.held else { throw .badAmount(amount) }
    }

    /// A deposit binds the buyer, unless the shop is at fault or both have agreed.
    func isDepositDue(_ item: AfterSale, in order: Order) -> Bool {
        order.presale?.isSellerFault == true || item.reason == .agreed
    }

    /// Sends something after without being asked.
    func reship(_ id: OrderID, _ contents: String, _ reason: AfterSale.Reason) throws(Refusal)
        -> [Event]
    {
        let order = try anyOrder(id)
        guard order.isShipped else { throw .notShipped }
        guard rules.afterSales.kinds.contains(.reship) else { throw .kindNotOffered(.reship) }
        try permit(.reship, on: order)
        if let open = openAfterSale(of: id) { throw .afterSaleOpen(open.id) }
        try checkLength(contents)
        return [
            .reshipOpened(afterSale: nextAfterSale, order: id, contents: contents, reason: reason)
        ]
    }

    /// How much may still be paid for this order without asking the supervisor.
    public func compensationLeft(of order: Order) -> Money {
        let share = Money(fen: order.ledger.cameIn.fen * rules.compensationPercent / 100)
        return min(rules.compensationLimit, share) - order.ledger.compensated
    }

    /// A sum on top, within what the one who pays it may decide; the manager has no limit.
    func compensate(
        _ id: OrderID, _ amount: Money, _ reason: AfterSale.Reason, by actor: Actor
    ) throws(Refusal) -> [Event] {
        let order = try anyOrder(id)
        guard order.ledger.paid > .zero else {
            throw .orderIs(order.status, needs: [.waitShip, .shipped, .done])
        }
        guard rules.afterSales.kinds.contains(.compensation) else {
            throw .kindNotOffered(.compensation)
        }
        // Also what was refunded can be made good, where the platform has such payments at all.
        if order.status != .closedRefunded || rules.states(for: .compensate).isEmpty {
            try permit(.compensate, on: order)
        }
        guard amount > .zero else { throw .badAmount(amount) }
        switch actor {
        case .department:
            try checkLimit(
                of: order, amount, rules.money.supervisorLimit - order.ledger.compensated)
        case .instructor: break
        case .agent, .buyer, .bot, .warehouse, .carrier, .platform:
            try checkLimit(of: order, amount, compensationLeft(of: order))
        }
        return [
            .compensated(afterSale: nextAfterSale, order: id, amount: amount, reason: reason)
        ]
    }

    func checkLimit(of order: Order, _ amount: Money, _ limit: Money) throws(Refusal) {
        guard amount <= limit else { throw .overTheLimit(limit: limit, asked: amount) }
    }
}
