extension Shop {
    func setMemo(_ id: OrderID, _ flag: Memo.Flag, _ text: String) throws(Refusal) -> [Event] {
        try permit(.memo, on: try anyOrder(id))
        let length = text.utf8.count
        guard length <= rules.memoBytes else {
            throw .tooLong(limit: rules.memoBytes, length: length)
        }
        return [.memoSet(order: id, memo: Memo(flag: flag, text: text))]
    }

    func changeAddress(_ id: OrderID, _ address: Address) throws(Refusal) -> [Event] {
        let order = try anyOrder(id)
        if order.isShipped { throw .alreadyShipped }
        try permit(.changeAddress, on: order)
        try checkAddress(address)
        guard address != order.address else { throw .sameAsBefore }
        return travellingWith(order).filter { $0.address != address }.map {
            .addressChanged(order: $0.id, from: $0.address, to: address)
        }
    }

    /// The order and those that go in one parcel with it.
    private func travellingWith(_ order: Order) -> [Order] {
        guard let merge = order.merge else { return [order] }
        let others = orders(of: order.customer).filter {
            $0.merge == merge && $0.id != order.id && $0.status == .waitShip && !$0.isShipped
        }
        return [order] + others
    }

    func reprice(_ id: OrderID, _ reduction: Money, _ postage: Money) throws(Refusal) -> [Event] {
        let order = try anyOrder(id)
        try permit(.reprice, on: order)
        // A deposit is agreed; a presale's price is not haggled over afterwards.
        if order.presale != nil { throw .notOffered(.reprice) }
        guard reduction >= .zero, reduction <= order.goods - order.discount else {
            throw .badAmount(reduction)
        }
        guard postage >= .zero else { throw .badAmount(postage) }
        guard postage <= order.postage else {
            throw .postageMayNotRise(from: order.postage, to: postage)
        }
        guard reduction != order.reduction || postage != order.postage else {
            throw .sameAsBefore
        }
        return [.repriced(order: id, reduction: reduction, postage: postage)]
    }

    func closeUnpaid(_ id: OrderID, _ reason: Order.CloseReason) throws(Refusal) -> [Event] {
        let order = try anyOrder(id)
        try permit(.closeUnpaid, on: order)
        // That is the platform's word, for a group that nobody filled.
        if reason == .groupFailed { throw .orderIs(order.status, needs: [.grouping]) }
        return [.closedUnpaid(order: id, reason: reason, byTimer: false)]
    }

    func urge(_ id: OrderID) throws(Refusal) -> [Event] {
        try permit(.urge, on: try anyOrder(id))
        return [.warehouseUrged(order: id)]
    }

    func nudge(_ id: OrderID) throws(Refusal) -> [Event] {
        try permit(.nudge, on: try anyOrder(id))
        return [.orderMoved(order: id, step: .nudged)]
    }

    /// Another variant at the same price; a difference in money names the account it is settled
    /// with.
    func changeItem(_ id: OrderID, _ line: Int, _ variant: VariantID) throws(Refusal) -> [Event] {
        let order = try anyOrder(id)
        if order.isShipped { throw .alreadyShipped }
        try permit(.changeItem, on: order)
        try require(order, .waitShip)
        if let open = openAfterSale(of: id) { throw .afterSaleOpen(open.id) }
        let change = try change(Command.ItemChange(line: line, to: variant), in: order)
        let old = order.lines[line]
        guard change.price == old.price else { throw .priceDiffers(by: change.price - old.price) }
        try checkShelf([change], in: order)
        return [.itemChanged(order: id, line: line, from: old.variant, to: variant)]
    }

    func changeItems(
        _ id: OrderID, _ changes: [Command.ItemChange], _ account: AccountID?,
        at instant: Instant
    ) throws(Refusal) -> [Event] {
        let order = try anyOrder(id)
        if order.isShipped { throw .alreadyShipped }
        try permit(.changeItem, on: order)
        if let open = openAfterSale(of: id) { throw .afterSaleOpen(open.id) }
        guard !changes.isEmpty else { throw .noItems }
        var changed: [Order.ItemChanged] = []
        var after = order
        for request in changes {
            if changed.contains(where: { $0.line == request.line }) {
                throw .sameLineTwice(request.line)
            }
            let change = try change(request, in: order)
            changed.append(change)
            after.lines[change.line].variant = change.to
            after.lines[change.line].price = change.price
            // The promotions an order was bought under keep their shares.
            guard after.net(of: change.line) >= after.lines[change.line].refunded else {
                throw .badAmount(after.net(of: change.line))
            }
        }
        // A deposit agreed is not more than the whole.
        if order.status == .waitPay, let deposit = order.presale?.deposit, after.due < deposit {
            throw .badAmount(after.due - deposit)
        }
        try checkShelf(changed, in: order)
        let settlement = try settlement(
            of: order, by: after.due - order.due, with: account, at: instant)
        // An invoice names what was paid.
        let isSettled = settlement.paid != nil || settlement.refund != nil
        return (isSettled ? reversals(of: order) : [])
            + [.orderMoved(order: id, step: .itemsChanged(changed, settlement))]
    }

    private func change(
        _ request: Command.ItemChange, in order: Order
    ) throws(Refusal) -> Order.ItemChanged {
        guard order.lines.indices.contains(request.line) else {
            throw .noSuchLine(order: order.id, line: request.line)
        }
        let old = order.lines[request.line]
        guard let new = variant(request.to) else { throw .noSuchVariant(request.to) }
        guard new.id != old.variant else { throw .sameAsBefore }
        // Another thing altogether is another order.
        guard new.product == variant(old.variant)?.product else { throw .notOnSale(new.id) }
        guard new.isAvailable else { throw .notOnSale(new.id) }
        if old.status.isClosed || old.cancelled > 0 {
            throw .orderIs(old.status, needs: [.waitPay, .waitShip])
        }
        return Order.ItemChanged(
            line: request.line, from: old.variant, to: new.id, price: new.price)
    }

    /// Two lines that become the same thing need both from the shelf, and so does a line of an
    /// unpaid order that is that thing already. What another line gives up lies there first.
    private func checkShelf(_ changes: [Order.ItemChanged], in order: Order) throws(Refusal) {
        for change in changes {
            var wanted = 0
            var freed = 0
            for (index, line) in order.lines.enumerated() {
                if let own = changes.first(where: { $0.line == index }) {
                    if own.to == change.to { wanted += line.quantity }
                    if own.from == change.to, line.isClaimed { freed += line.unshipped }
                } else if line.status == .waitPay, line.variant == change.to {
                    wanted += line.quantity
                }
            }
            try checkStock(change.to, wanted - freed)
        }
    }

    /// Pays a difference in money, or has it paid; nothing where nothing has been paid yet.
    func settlement(
        of order: Order, by difference: Money, with account: AccountID?, at instant: Instant
    ) throws(Refusal) -> Settlement {
        guard order.status != .waitPay, difference != .zero else { return Settlement() }
        if difference < .zero {
            return Settlement(
                refund: try refund(
                    of: order, [], extra: -difference, into: account, at: instant))
        }
        guard let account else { throw .accountNeeded(by: difference) }
        return Settlement(
            paid: try payment(difference, from: account, of: order.customer, at: instant))
    }

    func changePayment(_ id: OrderID, _ account: AccountID, at instant: Instant)
        throws(Refusal) -> [Event]
    {
        let order = try anyOrder(id)
        if order.isShipped { throw .alreadyShipped }
        try permit(.changePayment, on: order)
        if let open = openAfterSale(of: id) { throw .afterSaleOpen(open.id) }
        let left = order.payments.filter { $0.left > .zero }
        guard !left.isEmpty else { throw .nothingToPay }
        if left.allSatisfy({ $0.account == account }) { throw .sameAsBefore }
        let sum = left.reduce(Money.zero) { $0 + $1.left }
        // What it pays itself so far comes back to it first.
        let own = left.filter { $0.account == account }.reduce(Money.zero) { $0 + $1.left }
        let payment = try payment(sum - own, from: account, of: order.customer, at: instant)
        let whole = Payment(
            method: payment.method, account: account, amount: sum, at: instant)
        let refund = try refund(of: order, [], extra: sum, at: instant)
        return [.orderMoved(order: id, step: .paymentChanged(refund: refund, payment: whole))]
    }

    func extendReceipt(_ id: OrderID, _ days: Int) throws(Refusal) -> [Event] {
        let order = try anyOrder(id)
        try permit(.extendReceipt, on: order)
        guard rules.extensionDays.contains(days) else {
            throw .badExtension(allowed: rules.extensionDays)
        }
        guard order.extensions < rules.extensionsPerOrder else { throw .noExtensionLeft }
        guard let due = order.autoConfirmAt else { throw .clockNotRunning }
        return [.receiptExtended(order: id, until: due + .days(days))]
    }

    /// Several orders to one place in one parcel; postage paid twice comes back.
    func mergeOrders(_ ids: [OrderID], at instant: Instant) throws(Refusal) -> [Event] {
        guard ids.count > 1 else { throw .noLines }
        var found: [Order] = []
        for id in ids {
            let order = try anyOrder(id)
            if found.contains(where: { $0.id == id }) { throw .notMergeable(id) }
            try permit(.merge, on: order)
            if let open = openAfterSale(of: id) { throw .afterSaleOpen(open.id) }
            if order.merge != nil || order.presale != nil { throw .notMergeable(id) }
            if let first = found.first,
                first.customer != order.customer || first.address != order.address
            {
                throw .notMergeable(id)
            }
            found.append(order)
        }
        let left = found.map { $0.postage - $0.postageRefunded }
        let dearest = left.indices.max { left[$0] < left[$1] } ?? 0
        var events: [Event] = []
        for (index, order) in found.enumerated() {
            var refund: Refund?
            if index != dearest, left[index] > .zero {
                refund = try self.refund(of: order, [], postage: left[index], at: instant)
                events += reversals(of: order)
            }
            events.append(
                .orderMoved(order: order.id, step: .merged(under: found[0].id, refund: refund)))
        }
        return events
    }

    /// The shop says that it will be later; whoever paid a deposit has it back for the asking.
    func moveShipDate(_ id: OrderID, _ date: Instant, _ reason: String, at instant: Instant)
        throws(Refusal) -> [Event]
    {
        let order = try anyOrder(id)
        try permit(.moveShipDate, on: order)
        try checkLength(reason)
        guard date > instant else { throw .dueInThePast }
        let old = order.presale?.shipBy ?? order.shipBy
        guard date != old else { throw .sameAsBefore }
        return [
            .orderMoved(
                order: id,
                step: .shipDateMoved(
                    to: date, reason: reason, bySeller: old.map { date > $0 } ?? true))
        ]
    }

    func reportShortage(_ id: OrderID, _ line: Int) throws(Refusal) -> [Event] {
        let order = try anyOrder(id)
        try permit(.reportShortage, on: order)
        guard order.lines.indices.contains(line) else { throw .noSuchLine(order: id, line: line) }
        guard order.lines[line].unshipped > 0 else {
            throw .orderIs(order.lines[line].status, needs: [.waitShip])
        }
        if order.lines[line].isShort { throw .alreadySo }
        return [.orderMoved(order: id, step: .shortageFound(line: line))]
    }

    func require(_ order: Order, _ states: Order.Status...) throws(Refusal) {
        guard states.contains(order.status) else {
            throw .orderIs(order.status, needs: states)
        }
    }

    func anyOrder(_ id: OrderID) throws(Refusal) -> Order {
        guard let order = orders[id] else { throw .noSuchOrder(id) }
        return order
    }
}
