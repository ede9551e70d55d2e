extension Shop {
    /// What must be true after every event; each broken rule as a sentence for a test's output.
    public func violations() -> [String] {
        var found: [String] = []
        for order in orders.values {
            if !order.ledger.isBalanced {
                found.append("order \(order.id): paid ≠ held + released + refunded")
            }
            let ledger = order.ledger
            for amount in [ledger.paid, ledger.held, ledger.released, ledger.refunded, order.due]
            where amount < .zero {
                found.append("order \(order.id): negative amount \(amount.plain)")
            }
            if let due = order.payBy, order.status == .waitPay, due < now {
                found.append("order \(order.id): should have closed unpaid")
            }
            if order.status == .closedRefunded || order.status == .closedUnpaid {
                if ledger.held != .zero {
                    found.append("order \(order.id): closed with money held")
                }
                if order.lines.contains(where: \.isClaimed) && order.parcels.isEmpty {
                    found.append("order \(order.id): closed with goods set aside")
                }
            }
        }
        for product in products.values {
            for variant in product.variants where variant.stock < 0 {
                found.append("variant \(variant.id): stock \(variant.stock)")
            }
        }
        for talk in conversations.values {
            if case .closed(let at) = talk.phase,
                talk.messages.contains(where: { $0.at > at && !$0.isPrivate })
            {
                found.append("conversation \(talk.id): a message after the close")
            }
            if let since = talk.waitingSince, since > now {
                found.append("conversation \(talk.id): waiting since the future")
            }
        }
        for promise in promises.values where promise.isOpen && promise.due < now {
            found.append("promise \(promise.id): open after its time")
        }
        if let next = timers.next, next < now { found.append("a timer was passed over") }
        return found
    }
}
