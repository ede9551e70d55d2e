extension Order {
    /// The order as it stands when part of its money had gone back before the shift opened, for
    /// goods that stayed where they are: goods first, postage last. No more goes back than is
    /// still there.
    public func refunded(_ sum: Money) -> Order {
        var order = self
        var rest = min(sum, ledger.held + ledger.released)
        guard rest > .zero else { return order }
        let held = min(rest, ledger.held)
        order.ledger.held -= held
        order.ledger.released -= rest - held
        order.ledger.refunded += rest
        var routes = rest
        for index in order.payments.indices {
            let amount = min(routes, order.payments[index].left)
            order.payments[index].refunded += amount
            routes -= amount
        }
        for index in order.lines.indices {
            let amount = min(rest, order.net(of: index) - order.lines[index].refunded)
            order.lines[index].refunded += amount
            rest -= amount
        }
        order.postageRefunded += rest
        return order
    }
}
