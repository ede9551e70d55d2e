extension Shop {
    func placeOrder(
        _ conversation: ConversationID, _ requests: [Command.LineRequest], _ coupon: CouponID?,
        _ address: Address, at instant: Instant
    ) throws(Refusal) -> [Event] {
        let talk = try openTalk(conversation)
        let order = try basket(
            Command.Purchase(
                customer: talk.customer, lines: requests, coupons: coupon.map { [$0] } ?? [],
                address: address, conversation: conversation), at: instant)
        return [.orderPlaced(order: order, conversation: conversation)]
    }

    func buy(_ purchase: Command.Purchase, by actor: Actor, at instant: Instant)
        throws(Refusal) -> [Event]
    {
        var purchase = purchase
        purchase.customer = file(of: purchase.customer)
        guard customers[purchase.customer] != nil else {
            throw .noSuchCustomer(purchase.customer)
        }
        if case .buyer(let id) = actor, id != purchase.customer { throw .notYourPart }
        if let conversation = purchase.conversation {
            let talk = try openTalk(conversation)
            guard talk.customer == purchase.customer else { throw .notYourPart }
        }
        let order = try basket(purchase, at: instant)
        return [.orderPlaced(order: order, conversation: purchase.conversation)]
    }

    /// The order a buyer would get: prices of now, everything taken off, postage by the rules.
    private func basket(_ purchase: Command.Purchase, at instant: Instant) throws(Refusal)
        -> Order
    {
        try checkAddress(purchase.address)
        let quote = try quote(
            purchase.lines, coupons: purchase.coupons, for: purchase.customer,
            to: purchase.address.region, at: instant)
        var order = Order(
            id: nextOrder(at: instant), customer: purchase.customer, placedAt: instant,
            lines: quote.lines, address: purchase.address, postage: quote.postage,
            cuts: quote.cuts, payBy: instant + rules.payWithin, presale: quote.presale,
            isInsured: purchase.isInsured, note: purchase.note)
        // A deposit has a shorter time than a price.
        if let presale = quote.presale {
            order.payBy = min(instant + rules.orders.depositWithin, presale.balanceUntil)
        }
        try sellToGroup(&order, purchase.group, at: instant)
        return order
    }

    private func sellToGroup(
        _ order: inout Order, _ group: GroupID?, at instant: Instant
    ) throws(Refusal) {
        let products = order.lines.compactMap { product(of: $0.variant) }
        let shared = products.first { $0.groupSize != nil }
        guard let shared else {
            if let group { throw .noSuchGroup(group) }
            return
        }
        guard products.allSatisfy({ $0.id == shared.id }), order.lines.count == 1 else {
            throw .ownBasket(shared.id)
        }
        if let group {
            guard let found = groups[group], product(of: found.variant)?.id == shared.id else {
                throw .noSuchGroup(group)
            }
            try checkPlace(in: found, for: order.customer, at: instant)
            order.group = group
        } else {
            order.group = nextGroup
        }
    }

    private var nextGroup: GroupID {
        // Groups begin when their first order is paid; unpaid ones have taken numbers already.
        let asked = orders.values.reduce(0) { $1.group == nil ? $0 : $0 + 1 }
        var number = asked + 1
        while groups[GroupID("g\(number)")] != nil { number += 1 }
        return GroupID("g\(number)")
    }

    func cancelOrder(_ id: OrderID, by actor: Actor, at instant: Instant) throws(Refusal)
        -> [Event]
    {
        let order = try order(id, of: actor)
        try permit(.cancel, on: order)
        if order.status == .waitPay { return [.orderCancelled(order: id)] }
        guard rules.orders.cancelsPaid else {
            throw .orderIs(order.status, needs: [.waitPay])
        }
        if let open = openAfterSale(of: id) { throw .afterSaleOpen(open.id) }
        let refund = try wholeRefund(of: order, at: instant)
        return [.orderMoved(order: id, step: .cancelledPaid(refund))] + reversals(of: order)
    }

    func confirmReceipt(_ id: OrderID, _ lines: [Int]?, by actor: Actor) throws(Refusal)
        -> [Event]
    {
        let order = try order(id, of: actor)
        try permit(.confirmReceipt, on: order)
        if let open = openAfterSale(of: id) { throw .afterSaleOpen(open.id) }
        if let lines {
            guard !lines.isEmpty else { throw .noLines }
            for (place, line) in lines.enumerated() {
                guard order.lines.indices.contains(line) else {
                    throw .noSuchLine(order: id, line: line)
                }
                if lines[..<place].contains(line) { throw .sameLineTwice(line) }
                guard order.lines[line].status == .shipped else {
                    throw .orderIs(order.lines[line].status, needs: [.shipped])
                }
            }
        } else if !order.lines.contains(where: { $0.status == .shipped }) {
            throw .orderIs(order.status, needs: [.shipped])
        }
        return [.receiptConfirmed(order: id, byTimer: false, lines: lines)]
    }

    func receiptRanOut(_ id: OrderID, at due: Instant) -> [Event] {
        // The clock stands still while an after-sale case is open.
        guard let order = orders[id], order.pausedAt == nil else { return [] }
        let waiting = order.lines.indices.filter { order.lines[$0].status == .shipped }
        let over = waiting.filter { order.lines[$0].confirmBy.map { $0 <= due } ?? false }
        guard !over.isEmpty else { return [] }
        let isAll = over.count == waiting.count
        return [.receiptConfirmed(order: id, byTimer: true, lines: isAll ? nil : over)]
    }

    /// The platform's order numbers: the date, then a count that never repeats in a shift.
    private func nextOrder(at instant: Instant) -> OrderID {
        let date = CivilTime(instant, offset: offset)
        let day = date.year * 10_000 + date.month * 100 + date.day
        var number = 70_000_000 + (orderCount + 1) * 137
        while orders[OrderID("\(day)\(number)")] != nil { number += 1 }
        return OrderID("\(day)\(number)")
    }

    func checkStock(_ id: VariantID, _ quantity: Int) throws(Refusal) {
        guard let variant = variant(id) else { throw .noSuchVariant(id) }
        guard variant.stock >= quantity else { throw .outOfStock(id, left: variant.stock) }
    }

    func checkAddress(_ address: Address) throws(Refusal) {
        for part in [address.name, address.phone, address.region, address.street]
        where !part.contains(where: { !$0.isWhitespace }) {
            throw .addressIncomplete
        }
    }

    func order(_ id: OrderID, of actor: Actor) throws(Refusal) -> Order {
        if case .buyer(let customer) = actor { return try order(id, of: customer) }
        guard let found = orders[id] else { throw .noSuchOrder(id) }
        return found
    }

    func openAfterSale(of order: OrderID) -> AfterSale? {
        afterSales(of: order).first(where: \.isOpen)
    }
}
