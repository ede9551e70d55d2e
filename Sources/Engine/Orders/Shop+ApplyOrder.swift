extension Shop {
    mutating func apply(
        _ step: Order.Step, to id: OrderID, by actor: Actor, at instant: Instant
    ) {
        switch step {
        case .depositPaid(let payments):
            takeIn(payments, of: id)
            orders[id]?.payBy = nil
            orders[id]?.presale?.depositPaidAt = instant
            orders[id]?.setStatus(.depositPaid)
            if let until = orders[id]?.presale?.balanceUntil {
                timers.set(.balance(id), at: until)
            }
        case .depositForfeited:
            release(orders[id]?.ledger.held ?? .zero, of: id)
            end(id, as: .depositForfeit, at: instant)
        case .joinedGroup(let group):
            if groups[group.id] == nil { admit(group) } else { groups[group.id] = group }
            for index in orders[id]?.lines.indices ?? 0..<0
            where orders[id]?.lines[index].status.isClosed == false {
                orders[id]?.lines[index].status = .grouping
                orders[id]?.lines[index].shipBy = nil
            }
        case .groupCompleted(let shipBy):
            for index in orders[id]?.lines.indices ?? 0..<0
            where orders[id]?.lines[index].status == .grouping {
                orders[id]?.lines[index].status = .waitShip
                orders[id]?.lines[index].shipBy = shipBy
            }
            timers.set(.shipment(id), at: shipBy)
            if let group = orders[id]?.group { groups[group]?.state = .complete }
        case .groupFailed(let refund):
            giveBack(refund, of: id, at: instant)
            orders[id]?.closeReason = .groupFailed
            if let group = orders[id]?.group { groups[group]?.state = .failed }
        case .cancelledPaid(let refund):
            giveBack(refund, of: id, at: instant)
            orders[id]?.closeReason = .buyerDeclined
        case .itemsChanged(let changes, let settlement):
            for change in changes { release(line: change.line, of: id) }
            for change in changes {
                orders[id]?.lines[change.line].variant = change.to
                orders[id]?.lines[change.line].price = change.price
                orders[id]?.lines[change.line].isShort = false
                if orders[id]?.lines[change.line].status == .waitShip {
                    claim(line: change.line, of: id)
                }
            }
            enter(settlement, of: id, at: instant)
        case .paymentChanged(let refund, let payment):
            giveBack(refund, of: id, at: instant)
            takeIn([payment], of: id)
            orders[id]?.ledger.moved += refund.amount
        case .merged(let under, let refund):
            orders[id]?.merge = under
            if let refund { giveBack(refund, of: id, at: instant) }
        case .nudged:
            orders[id]?.nudgedAt.append(instant)
        case .shipDateMoved(let date, _, let bySeller):
            if orders[id]?.presale != nil {
                orders[id]?.presale?.shipBy = date
                if bySeller { orders[id]?.presale?.isSellerFault = true }
            }
            for index in orders[id]?.lines.indices ?? 0..<0
            where orders[id]?.lines[index].status == .waitShip {
                orders[id]?.lines[index].shipBy = date
                orders[id]?.lines[index].isOverdue = false
            }
            timers.set(.shipment(id), at: date)
        case .shortageFound(let line):
            // The shelf's count was wrong: the pieces are not there to be put back.
            orders[id]?.lines[line].isShort = true
            orders[id]?.lines[line].isClaimed = false
            if let line = orders[id]?.lines[line], line.isMissingPieces {
                wait(for: line.variant, id)
            }
        case .invoiceRequested(let request):
            orders[id]?.invoiceAsked = request
        case .invoiceIssued(let invoice):
            invoiceCount += 1
            orders[id]?.invoices.append(invoice)
        case .invoiceReversed(let number, let reversal):
            for index in orders[id]?.invoices.indices ?? 0..<0
            where orders[id]?.invoices[index].number == number {
                orders[id]?.invoices[index].reversal = reversal
                orders[id]?.invoices[index].reversedAt = instant
            }
        case .moneyReturned(let refund):
            giveBack(refund, of: id, at: instant)
        case .depositDoubled(let amount):
            compensate(id, amount)
        case .scanOverdue(let tracking):
            changeParcel(tracking) { $0.isScanOverdue = true }
        }
    }

    mutating func enter(_ settlement: Settlement, of id: OrderID, at instant: Instant) {
        if let paid = settlement.paid { takeIn([paid], of: id) }
        if let refund = settlement.refund { giveBack(refund, of: id, at: instant) }
    }

    mutating func end(_ id: OrderID, as status: Order.Status, at instant: Instant) {
        for index in orders[id]?.lines.indices ?? 0..<0
        where orders[id]?.lines[index].status.isClosed == false {
            release(line: index, of: id)
            orders[id]?.lines[index].status = status
            orders[id]?.lines[index].shipBy = nil
            orders[id]?.lines[index].confirmBy = nil
        }
        orders[id]?.closedAt = instant
        orders[id]?.payBy = nil
    }

    /// Each line by as much as the one whose time ends first, so that none gets less than it had.
    mutating func extendReceipt(of id: OrderID, until: Instant) {
        orders[id]?.extensions += 1
        let more = until - (orders[id]?.autoConfirmAt ?? until)
        for index in orders[id]?.lines.indices ?? 0..<0
        where orders[id]?.lines[index].status == .shipped {
            let due = orders[id]?.lines[index].confirmBy.map { $0 + more } ?? until
            orders[id]?.lines[index].confirmBy = due
            // While a case stands the clock stands too, and the case's end sets it going.
            if orders[id]?.pausedAt == nil { timers.set(.receipt(id), at: due) }
        }
    }

    mutating func markOverdue(_ id: OrderID, at instant: Instant) {
        for index in orders[id]?.lines.indices ?? 0..<0 {
            guard let line = orders[id]?.lines[index], line.unshipped > 0, let due = line.shipBy,
                due <= instant
            else { continue }
            orders[id]?.lines[index].isOverdue = true
        }
    }

    /// Notes into which state an event has brought an order, and who did it.
    mutating func enterTurn(of id: OrderID, by actor: Actor, at instant: Instant) {
        guard let status = orders[id]?.status, orders[id]?.turns.last?.status != status else {
            return
        }
        orders[id]?.turns.append(Order.Turn(at: instant, actor: actor, status: status))
        guard status.isClosed || status == .done else { return }
        if orders[id]?.closedAt == nil { orders[id]?.closedAt = instant }
        guard status.isClosed, let order = orders[id], order.closedAt == instant else { return }
        leaveGroup(order)
        giveCouponsBack(of: order, at: instant)
    }

    /// A coupon serves one order.
    mutating func spendCoupons(of order: Order) {
        let spent = order.couponsUsed
        if !spent.isEmpty { customers[order.customer]?.coupons.removeAll(where: spent.contains) }
    }

    /// Nothing was bought in the end: what is still valid may be used again.
    private mutating func giveCouponsBack(of order: Order, at instant: Instant) {
        for id in order.couponsUsed {
            guard let coupon = coupons[id], instant < coupon.validUntil,
                customers[order.customer]?.coupons.contains(id) == false
            else { continue }
            customers[order.customer]?.coupons.append(id)
        }
    }
}

extension Order {
    /// Something should have left by `due` and has not; said once.
    func overdueLines(at due: Instant) -> Bool {
        lines.contains { line in
            (line.status == .waitShip || line.status == .partShipped) && !line.isOverdue
                && line.shipBy.map { $0 <= due } ?? false
        }
    }
}
