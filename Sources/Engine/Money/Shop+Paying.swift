extension Shop {
    func pay(_ id: OrderID, _ method: PaymentMethod, by actor: Actor, at instant: Instant)
        throws(Refusal) -> [Event]
    {
        let order = try order(id, of: actor)
        guard rules.money.methods.contains(method) else { throw .methodNotTaken(method) }
        let due = try dueNow(order, at: instant)
        // Money with a balance comes from an account that has it.
        if method.hasBalance { throw .accountNeeded(by: due) }
        return try paid(
            order, [Payment(method: method, amount: due, at: instant)], isNamed: false, at: instant)
    }

    func pay(
        _ id: OrderID, from parts: [Command.PaymentPart], by actor: Actor, at instant: Instant
    ) throws(Refusal) -> [Event] {
        let order = try order(id, of: actor)
        let due = try dueNow(order, at: instant)
        guard !parts.isEmpty else { throw .accountNeeded(by: due) }
        if parts.count > 1, !rules.money.mixesPayments { throw .oneMethodOnly }
        var payments: [Payment] = []
        var rest = due
        for part in parts {
            let amount = part.amount ?? rest
            // Where a coupon has taken everything off, nothing is what is to be paid.
            guard amount > .zero && amount <= due || amount == due else {
                throw .badAmount(amount)
            }
            if payments.contains(where: { $0.account == part.account }) {
                throw .accountTwice(part.account)
            }
            payments.append(
                try payment(amount, from: part.account, of: order.customer, at: instant))
            rest -= amount
        }
        guard rest == .zero else { throw .sumDiffers(due: due, given: due - rest) }
        return try paid(order, payments, isNamed: true, at: instant)
    }

    /// A payment that the account can make.
    func payment(
        _ amount: Money, from account: AccountID, of customer: CustomerID, at instant: Instant
    ) throws(Refusal) -> Payment {
        guard let found = customers[customer]?.account(account) else {
            throw .noSuchAccount(account)
        }
        guard rules.money.methods.contains(found.method) else {
            throw .methodNotTaken(found.method)
        }
        if let balance = found.balance, balance < amount {
            throw .balanceTooLow(account, left: balance)
        }
        return Payment(method: found.method, account: account, amount: amount, at: instant)
    }

    /// What is to pay now: the whole, a deposit, or the balance in its window.
    public func dueNow(_ order: Order, at instant: Instant) throws(Refusal) -> Money {
        guard let presale = order.presale else {
            try permit(.pay, on: order)
            return order.due
        }
        if order.status == .waitPay {
            try permit(.payDeposit, on: order)
            return presale.deposit
        }
        try permit(.payBalance, on: order)
        // Who asks for a deposit back does not pay the rest meanwhile.
        if let open = openAfterSale(of: order.id) { throw .afterSaleOpen(open.id) }
        guard instant < presale.balanceUntil else {
            throw .balanceClosed(since: presale.balanceUntil)
        }
        guard instant >= presale.balanceFrom else {
            throw .balanceNotOpen(from: presale.balanceFrom)
        }
        return order.due - order.ledger.paid
    }

    private func paid(
        _ order: Order, _ payments: [Payment], isNamed: Bool, at instant: Instant
    ) throws(Refusal) -> [Event] {
        if order.presale != nil, order.status == .waitPay {
            return [.orderMoved(order: order.id, step: .depositPaid(payments))]
        }
        for line in order.lines {
            try checkStock(line.variant, pieces(of: line.variant, in: order))
        }
        let amount = payments.reduce(Money.zero) { $0 + $1.amount }
        var events: [Event] = [
            .orderPaid(
                order: order.id, amount: amount, method: payments[0].method,
                shipBy: leaves(order, paidAt: instant),
                parts: isNamed ? payments : nil)
        ]
        if let group = order.group { events += try join(order, group, at: instant) }
        return events
    }

    /// By when an order has to leave that is paid now: on the day agreed for goods sold ahead,
    /// where that is still to come.
    func leaves(_ order: Order, paidAt instant: Instant) -> Instant {
        if let agreed = order.presale?.shipBy, agreed > instant { return agreed }
        return instant + rules.shipWithin
    }

    /// One thing may stand in several lines; the shelf must have enough for all.
    private func pieces(of variant: VariantID, in order: Order) -> Int {
        order.lines.reduce(0) { $1.variant == variant ? $0 + $1.quantity : $0 }
    }

    // MARK: Applying

    mutating func takePayment(
        _ id: OrderID, _ amount: Money, _ method: PaymentMethod, _ shipBy: Instant,
        _ parts: [Payment]?, at instant: Instant
    ) {
        takeIn(parts ?? [Payment(method: method, amount: amount, at: instant)], of: id)
        orders[id]?.paidAt = instant
        orders[id]?.payBy = nil
        // In a group nobody's time to ship runs before all have paid.
        let waitsForOthers = orders[id]?.group != nil
        for index in orders[id]?.lines.indices ?? 0..<0 {
            orders[id]?.lines[index].status = waitsForOthers ? .grouping : .waitShip
            orders[id]?.lines[index].shipBy = waitsForOthers ? nil : shipBy
            claim(line: index, of: id)
        }
        if !waitsForOthers { timers.set(.shipment(id), at: shipBy) }
    }

    mutating func takeIn(_ payments: [Payment], of id: OrderID) {
        guard let customer = orders[id]?.customer else { return }
        for payment in payments {
            take(payment.amount, from: payment.account, of: customer)
            orders[id]?.payments.append(payment)
            orders[id]?.ledger.paid += payment.amount
            orders[id]?.ledger.held += payment.amount
        }
    }

    /// Receipt of these lines, or of all that has been sent: their money goes to the shop.
    mutating func confirm(_ lines: [Int]?, of id: OrderID, at instant: Instant) {
        guard let order = orders[id] else { return }
        var amount = Money.zero
        for index in lines ?? Array(order.lines.indices)
        where order.lines[index].status == .shipped {
            amount += order.net(of: index) - order.lines[index].refunded
            orders[id]?.lines[index].status = .done
            orders[id]?.lines[index].doneAt = instant
            orders[id]?.lines[index].confirmBy = nil
        }
        // The postage goes with the last line.
        if orders[id]?.status == .done { amount = order.ledger.held }
        release(amount, of: id)
        if orders[id]?.status == .done { orders[id]?.closedAt = instant }
    }
}
