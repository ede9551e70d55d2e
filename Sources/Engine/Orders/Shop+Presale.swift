extension Shop {
    /// The balance was not paid in time: the deposit stays with the shop, unless the shop itself
    /// had moved the date; then it goes back, once more on top where the platform says so.
    func balanceRanOut(_ id: OrderID, at due: Instant) -> [Event] {
        guard let order = orders[id], order.status == .depositPaid, let presale = order.presale,
            presale.balanceUntil <= due, openAfterSale(of: id) == nil
        else { return [] }
        let held = order.ledger.held
        let binding = bindingDeposit(of: order)
        guard presale.isSellerFault else {
            // What is above the share that binds was only paid ahead and goes back.
            let forfeit = Event.orderMoved(order: id, step: .depositForfeited)
            return returned(held - binding, of: order, at: due) + (binding > .zero ? [forfeit] : [])
        }
        var events = returned(held, of: order, at: due)
        if rules.orders.depositDouble, binding > .zero {
            events.append(.orderMoved(order: id, step: .depositDoubled(binding)))
        }
        return events
    }

    private func returned(_ sum: Money, of order: Order, at due: Instant) -> [Event] {
        guard let refund = try? refund(of: order, [], extra: sum, at: due) else { return [] }
        // Also a deposit of nothing ends: there is nothing that could be forfeited.
        guard sum > .zero || order.ledger.held == .zero else { return [] }
        return [.orderMoved(order: order.id, step: .moneyReturned(refund))]
    }

    /// How much of a deposit binds: no more than the share of the price that the law lets it
    /// (民法典 586: a fifth). It is what a buyer can lose, and what a shop owes once more.
    public func bindingDeposit(of order: Order) -> Money {
        let price = order.due - order.postage
        return min(order.ledger.held, price.share(rules.orders.depositPercent, of: 100))
    }
}
