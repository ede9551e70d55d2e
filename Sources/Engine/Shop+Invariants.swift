extension Shop {
    /// What must be true after every event; each broken rule as a sentence for a test's output.
    /// It costs one walk over the orders.
    public func violations() -> [String] {
        var found: [String] = []
        for order in orders.values {
            for broken in order.violations(at: now) + violations(around: order) {
                found.append("order \(order.id): \(broken)")
            }
        }
        for product in products.values {
            for variant in product.variants where variant.stock < 0 {
                found.append("variant \(variant.id): stock \(variant.stock)")
            }
        }
        for group in groups.values where group.state == .open {
            if group.deadline < now { found.append("group \(group.id): open after its time") }
            for member in group.members where orders[member]?.status != .grouping {
                found.append("group \(group.id): counts \(member), which waits for nobody")
            }
        }
        for item in afterSales.values where item.isOpen {
            if let due = item.answerBy, due < now {
                found.append("case \(item.id): open after its time")
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
        if let gap = booksGap { found.append("books: \(gap.plain) from nowhere") }
        return found + roadViolations()
    }

    /// What is on accounts, in escrow, with the shop and with the platform, and what was paid
    /// out, is what was there at the opening and what came in from outside since:
    ///
    ///     accounts + held + shop + commission + returned = opening + received + insured
    ///
    /// Nil where it is so; otherwise by how much there is too much (below zero: too little).
    private var booksGap: Money? {
        var there = books.shop + books.commission + books.returned
        for order in orders.values { there += order.ledger.held }
        for customer in customers.values {
            for account in customer.accounts {
                there += account.balance ?? .zero
                // A card that is overdrawn would be money from nowhere as well.
                if let balance = account.balance, balance < .zero { return balance }
            }
        }
        let gap = there - (books.opening + books.received + books.insured)
        return gap == .zero ? nil : gap
    }

    /// What an order cannot know alone.
    private func violations(around order: Order) -> [String] {
        var found: [String] = []
        let isOpen = openAfterSale(of: order.id) != nil
        if isOpen != (order.pausedAt != nil) {
            found.append(isOpen ? "an open case, and its time runs" : "its time stands still")
        }
        // An exchange moves goods and difference one after the other; the sum is right again
        // when its case is settled.
        if !isOpen, order.ledger.held != order.owed {
            found.append("held \(order.ledger.held.plain), owed \(order.owed.plain)")
        }
        if !isOpen, let due = order.autoConfirmAt, due < now {
            found.append("should have been confirmed")
        }
        // After a dispute the time for the balance ends a moment after the case.
        if order.status == .depositPaid, let due = order.presale?.balanceUntil, due < now,
            afterSales(of: order.id).isEmpty
        {
            found.append("waits for a balance after its time")
        }
        if let merge = order.merge, orders[merge] == nil { found.append("goes with no order") }
        return found
    }
}

extension Order {
    /// What escrow must hold for it: until everything is done or closed, the net of every line
    /// whose money the shop has not yet, less what went back, and the postage.
    var owed: Money {
        switch status {
        case .waitPay, .done, .depositForfeit, .closedUnpaid, .closedRefunded: return .zero
        case .depositPaid: return ledger.paid - ledger.refunded
        case .grouping, .waitShip, .partShipped, .shipped, .signed: break
        }
        var sum = postage - postageRefunded
        for (index, line) in lines.enumerated() where line.status != .done && line.doneAt == nil {
            sum += net(of: index) - line.refunded
        }
        return sum
    }

    /// What is wrong with the order itself.
    func violations(at now: Instant) -> [String] {
        var found: [String] = []
        func claim(_ isSo: Bool, _ broken: @autoclosure () -> String) {
            if !isSo { found.append(broken()) }
        }
        claim(ledger.isBalanced, "paid ≠ held + released + refunded")
        for amount in [
            ledger.paid, ledger.held, ledger.released, ledger.refunded, ledger.compensated, due,
            ledger.moved, ledger.cameIn, ledger.wentBack, postage, postageRefunded,
        ] {
            claim(amount >= .zero, "negative amount \(amount.plain)")
        }
        claim(postageRefunded <= postage, "more postage back than was paid")
        checkPayments(claim)
        for cut in cuts {
            claim(cut.shares.count == lines.count, "\(cut.kind): a share for every line")
            claim(cut.shares.reduce(.zero, +) == cut.amount, "\(cut.kind): shares do not add up")
            claim(cut.shares.allSatisfy { $0 >= .zero }, "\(cut.kind): a share below zero")
        }
        for index in lines.indices { check(index, claim) }
        if let due = payBy {
            claim(status != .waitPay || due >= now, "should have closed unpaid")
            claim(status == .waitPay, "a time to pay, and \(status)")
        }
        if status.isClosed { claim(ledger.held == .zero, "closed with money held") }
        claim(closedAt == nil || status.isClosed || status == .done, "ended, and \(status)")
        if let turn = turns.last { claim(turn.status == status, "\(status), not \(turn.status)") }
        return found
    }

    private func checkPayments(_ claim: (Bool, @autoclosure () -> String) -> Void) {
        var paid = Money.zero
        var back = Money.zero
        for payment in payments {
            paid += payment.amount
            back += payment.refunded
            claim(
                payment.refunded >= .zero && payment.refunded <= payment.amount,
                "\(payment.refunded.plain) back of a payment of \(payment.amount.plain)")
        }
        claim(paid == ledger.paid, "payments \(paid.plain), paid \(ledger.paid.plain)")
        claim(back == ledger.refunded, "routes \(back.plain), refunded \(ledger.refunded.plain)")
    }

    private func check(_ index: Int, _ claim: (Bool, @autoclosure () -> String) -> Void) {
        let line = lines[index]
        let net = net(of: index)
        claim(net >= .zero, "line \(index): costs \(net.plain)")
        claim(
            line.refunded >= .zero && line.refunded <= net,
            "line \(index): \(line.refunded.plain) back of \(net.plain)")
        claim(
            line.shipped >= 0 && line.cancelled >= 0
                && line.shipped + line.cancelled <= line.quantity,
            "line \(index): \(line.shipped) sent, \(line.cancelled) not, of \(line.quantity)")
        claim(
            (0...line.quantity).contains(line.returned),
            "line \(index): \(line.returned) back of \(line.quantity)")
        claim(line.left > 0 || line.status.isClosed, "line \(index): all back, and \(line.status)")
        switch line.status {
        case .waitPay, .depositPaid, .depositForfeit, .closedUnpaid, .closedRefunded:
            claim(!line.isClaimed, "line \(index): set aside, and \(line.status)")
        case .grouping, .waitShip:
            claim(line.shipped == 0, "line \(index): \(line.shipped) sent, and \(line.status)")
        case .partShipped:
            claim(
                line.shipped > 0 && line.unshipped > 0,
                "line \(index): in parts, \(line.shipped) of \(line.quantity)")
        case .shipped: claim(line.unshipped == 0, "line \(index): sent but for \(line.unshipped)")
        case .signed: claim(false, "line \(index): signed is what a carrier says")
        case .done: break
        }
        claim(
            line.confirmBy == nil || line.status == .shipped,
            "line \(index): a time to confirm, and \(line.status)")
    }
}
