extension Shop {
    /// How a sum goes back: along the routes it came by, in the platform's order, none getting
    /// more than came by it; or onto a gift card where the platform and the buyer want that.
    func refund(
        of order: Order, _ shares: [Refund.Share], postage: Money = .zero, extra: Money = .zero,
        into account: AccountID? = nil, at instant: Instant
    ) throws(Refusal) -> Refund {
        let sum = shares.reduce(postage + extra) { $0 + $1.amount }
        let left = order.payments.reduce(Money.zero) { $0 + $1.left }
        guard sum <= left else { throw .moreThanPaid(limit: left, asked: sum) }
        var routes: [Refund.Route] = []
        var rest = sum
        for index in routeOrder(of: order, first: account) where rest > .zero {
            let payment = order.payments[index]
            let amount = min(rest, payment.left)
            guard amount > .zero else { continue }
            let into = try destination(account, instead: payment, in: order)
            let method = into == nil ? payment.method : .giftCard
            routes.append(
                Refund.Route(
                    payment: index, into: into, amount: amount,
                    arrives: instant + rules.money.arrival(by: method)))
            rest -= amount
        }
        return Refund(shares: shares, postage: postage, routes: routes)
    }

    /// The places of an order's payments in the order in which money goes back along them.
    private func routeOrder(of order: Order, first account: AccountID?) -> [Int] {
        let (payments, routes) = (order.payments, rules.money.refundRoutes)
        let ranks = payments.map { payment in
            if let account, payment.account == account { return -1 }
            return routes.firstIndex(of: payment.method) ?? routes.count
        }
        return payments.indices.sorted { (ranks[$0], $0) < (ranks[$1], $1) }
    }

    /// Nil: back to where it came from.
    private func destination(
        _ account: AccountID?, instead payment: Payment, in order: Order
    ) throws(Refusal) -> AccountID? {
        guard let account else { return nil }
        guard let found = customers[order.customer]?.account(account) else {
            throw .noSuchAccount(account)
        }
        // Naming an account one paid with only says which route comes first.
        if order.payments.contains(where: { $0.account == account }) { return nil }
        // A red packet goes back as one, a gift card's money onto that card.
        if payment.method.hasBalance { return nil }
        guard found.method == .giftCard, rules.money.refundsToGiftCard else {
            throw .mayNotGoThere(account)
        }
        return account
    }

    /// Everything that is left of an order of which nothing has been sent.
    func wholeRefund(of order: Order, into account: AccountID? = nil, at instant: Instant)
        throws(Refusal) -> Refund
    {
        var shares: [Refund.Share] = []
        for (index, line) in order.lines.enumerated() where !line.status.isClosed {
            shares.append(
                Refund.Share(
                    line: index, quantity: line.left, amount: order.net(of: index) - line.refunded,
                    goods: .unsent))
        }
        return try refund(
            of: order, shares, postage: order.postage - order.postageRefunded, into: account,
            at: instant)
    }

    /// The same for an event written before refunds had routes.
    func wholeRefund(of id: OrderID, _ amount: Money, at instant: Instant) -> Refund {
        guard let order = orders[id], !order.payments.isEmpty else {
            return Refund(shares: [], routes: [])
        }
        let whole = try? wholeRefund(of: order, at: instant)
        return whole
            ?? Refund(
                shares: [], routes: [Refund.Route(payment: 0, amount: amount, arrives: instant)])
    }

    // MARK: Applying

    mutating func giveBack(_ refund: Refund, of id: OrderID, at instant: Instant) {
        guard let order = orders[id] else { return }
        var released = Money.zero
        for share in refund.shares where order.lines[share.line].status == .done {
            released += share.amount
        }
        released = min(released, order.ledger.released)
        // What is not in escrow any more the shop gives back out of its own account.
        let held = min(order.ledger.held, refund.amount - released)
        released = refund.amount - held
        orders[id]?.ledger.held -= held
        orders[id]?.ledger.released -= released
        orders[id]?.ledger.refunded += refund.amount
        orders[id]?.postageRefunded += refund.postage
        books.shop -= released
        for route in refund.routes {
            orders[id]?.payments[route.payment].refunded += route.amount
            let account = route.into ?? order.payments[route.payment].account
            pay(route.amount, to: account, of: order.customer)
        }
        for share in refund.shares { settle(share, of: id, at: instant) }
        if orders[id]?.status.isClosed == true { orders[id]?.closedAt = instant }
        // A deposit that has gone back leaves nothing to wait for.
        if orders[id]?.status == .depositPaid, orders[id]?.ledger.held == .zero {
            end(id, as: .closedRefunded, at: instant)
        }
        releaseRest(of: id)
    }

    /// What stays in escrow when nothing more is to come goes to the shop: postage that was not
    /// given back, the part of a price that a buyer agreed to leave.
    mutating func releaseRest(of id: OrderID) {
        guard let order = orders[id], order.status.isClosed || order.status == .done,
            order.ledger.held > .zero
        else { return }
        release(order.ledger.held, of: id)
    }

    private mutating func settle(_ share: Refund.Share, of id: OrderID, at instant: Instant) {
        guard let line = orders[id]?.lines[share.line] else { return }
        orders[id]?.lines[share.line].refunded += share.amount
        orders[id]?.lines[share.line].returned += share.quantity
        switch share.goods {
        case .unsent:
            orders[id]?.lines[share.line].cancelled += share.quantity
            if line.isClaimed { changeStock(of: line.variant, by: share.quantity) }
        case .returned: changeStock(of: line.variant, by: share.quantity)
        case .kept: break
        }
        guard let now = orders[id]?.lines[share.line] else { return }
        if now.left == 0 {
            orders[id]?.lines[share.line].status = .closedRefunded
            orders[id]?.lines[share.line].isClaimed = false
            orders[id]?.lines[share.line].shipBy = nil
            orders[id]?.lines[share.line].confirmBy = nil
        } else if now.status == .partShipped, now.unshipped == 0 {
            orders[id]?.lines[share.line].status = .shipped
            startReceiptClock(line: share.line, of: id, at: instant)
        }
    }

    /// Money to a buyer: onto an account with a balance, or out through the bank.
    mutating func pay(_ amount: Money, to account: AccountID?, of customer: CustomerID) {
        if let account, let place = place(of: account, of: customer),
            customers[customer]?.accounts[place].balance != nil
        {
            customers[customer]?.accounts[place].balance? += amount
        } else {
            books.returned += amount
        }
    }

    /// Money from a buyer.
    mutating func take(_ amount: Money, from account: AccountID?, of customer: CustomerID) {
        if let account, let place = place(of: account, of: customer),
            customers[customer]?.accounts[place].balance != nil
        {
            customers[customer]?.accounts[place].balance? -= amount
        } else {
            books.received += amount
        }
    }

    private func place(of account: AccountID, of customer: CustomerID) -> Int? {
        customers[customer]?.accounts.firstIndex { $0.id == account }
    }

    /// Out of escrow to the shop, the platform's part taken off.
    mutating func release(_ amount: Money, of id: OrderID) {
        let fee = amount.share(rules.money.commission, of: 10_000)
        orders[id]?.ledger.held -= amount
        orders[id]?.ledger.released += amount
        books.shop += amount - fee
        books.commission += fee
    }

    mutating func compensate(_ id: OrderID, _ amount: Money) {
        orders[id]?.ledger.compensated += amount
        books.shop -= amount
        books.returned += amount
    }
}
