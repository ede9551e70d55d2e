/// What one customer and the shop have had to do with each other, counted once over the file's
/// history and the customer's orders in the store.
struct Dealings: Hashable, Sendable {
    /// Orders paid for, also those that went back.
    var bought = 0
    /// Orders that came to their good end.
    var done = 0
    /// Paid and not gone back, over all orders.
    var spent = Money.zero
    /// The same, over orders that are done.
    var doneSpent = Money.zero
    /// Orders with money gone back through a case, or closed refunded.
    var refunded = 0
    /// Orders with goods sent back for money.
    var returned = 0
    var lastBought: Instant?
}

extension Shop {
    /// - Parameters:
    ///   - finishing: An order that counts as done already, because what finishes it is just
    ///     happening.
    ///   - returning: An order that counts as sent back already.
    ///
    /// O(orders of the customer).
    func dealings(
        of id: CustomerID, finishing: OrderID? = nil, returning: OrderID? = nil
    ) -> Dealings {
        let history = customers[id]?.history ?? Customer.History()
        var sum = Dealings(
            bought: history.orders, done: history.orders, spent: history.spent,
            doneSpent: history.spent, refunded: history.refunds, returned: history.refunds,
            lastBought: history.lastBought)
        for orderID in ordersOfCustomer[id] ?? [] {
            guard let order = orders[orderID], let paidAt = order.paidAt else { continue }
            let known = merges.isEmpty ? history.lastBought : knownUntil(order)
            let net = order.ledger.paid - order.ledger.refunded
            let isFinished = orderID == finishing || order.isFinished
            let back = moneyBack(order)
            // What went back after the history was written is not in it.
            let isNew = known.map { order.placedAt > $0 } ?? true
            let isBackNew = isNew || (back.at.map { at in known.map { at > $0 } ?? true } ?? false)
            if isNew {
                sum.bought += 1
                sum.spent += net
                if isFinished {
                    sum.done += 1
                    sum.doneSpent += net
                }
            } else if isBackNew {
                sum.spent -= order.ledger.refunded
                sum.doneSpent -= order.ledger.refunded
                if order.status == .closedRefunded { sum.done -= 1 }
            }
            if back.at != nil, isBackNew { sum.refunded += 1 }
            if orderID == returning || (back.isReturn && isBackNew) { sum.returned += 1 }
            if net > .zero { sum.lastBought = max(sum.lastBought ?? paidAt, paidAt) }
        }
        return sum
    }

    /// Up to when the history that once stood beside this order knows; nil where there is none.
    /// Orders of a file that went into another were counted by that file's own history.
    private func knownUntil(_ order: Order) -> Instant? {
        var owner = order.customer
        var file = customers[owner]
        for merge in merges.reversed() where merge.into == owner {
            if merge.orders.contains(order.id) {
                owner = merge.from.id
                file = merge.from
            } else {
                file = merge.before
            }
        }
        return file?.history.lastBought
    }

    /// When the newest money of an order went back because of a case or a cancellation.
    private func moneyBack(_ order: Order) -> (at: Instant?, isReturn: Bool) {
        guard order.ledger.refunded > .zero else { return (nil, false) }
        var newest = order.status == .closedRefunded ? order.closedAt : nil
        var isReturn = false
        for id in afterSalesOfOrder[order.id] ?? [] {
            guard let item = afterSales[id], case .done(let at) = item.state else { continue }
            switch item.kind {
            case .returnRefund: isReturn = true
            case .refund, .refusedParcel: break
            case .exchange, .repair, .reship, .priceProtection, .compensation: continue
            }
            newest = max(newest ?? at, at)
        }
        return (newest, isReturn)
    }
}

extension Order {
    /// It is done, asked without building its summary: lists ask this of every order.
    fileprivate var isFinished: Bool {
        var isFinished = false
        for line in lines where !line.status.isClosed {
            guard line.status == .done else { return false }
            isFinished = true
        }
        return isFinished
    }

    /// The order as it is once receipt of these lines, or of all that was sent, is confirmed.
    func isDone(confirming lines: [Int]?) -> Bool {
        guard status != .done else { return true }
        var after = self
        for index in lines ?? Array(after.lines.indices)
        where after.lines.indices.contains(index) && after.lines[index].status == .shipped {
            after.lines[index].status = .done
        }
        return after.status == .done
    }
}
