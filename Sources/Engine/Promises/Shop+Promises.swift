extension Shop {
    /// Whether what has just happened is the deed that was promised. The shop is the one before
    /// the event.
    func isKept(_ promise: Promise, by event: Event, at instant: Instant) -> Bool {
        switch promise.deed {
        case .report:
            guard case .replySent(promise.conversation, _, _, _) = event else { return false }
            return !rules.speech.answersAreHeard && awaitsAnswer(promise)
                && instant - promise.madeAt >= Promise.breath
        case .visit(let from):
            guard case .replySent(promise.conversation, _, _, _) = event else { return false }
            return instant >= from
        case .ship(let order):
            guard case .shipped(order, let parcel) = event else { return false }
            return leavesNothing(of: order, parcel)
        case .shipOncePaid:
            guard case .shipped(let order, let parcel) = event, isPaid(order, since: promise)
            else { return false }
            return leavesNothing(of: order, parcel)
        case .refund(let order): return givesBack(order, event)
        case .scan(let order):
            // Merged orders share a parcel, and the scan names only one of them.
            guard case .scanned(_, let tracking, let scan) = event else { return false }
            return !scan.code.isLabelOnly && newestParcel(of: order)?.tracking == tracking
        case .another(let order): return sendsMore(for: order, event)
        case .reship(let item):
            if case .partShipped(item, _, _) = event { return true }
            guard case .afterSaleMoved(item, _, .consigned) = event else { return false }
            return true
        case .settle(let item): return settles(item, event)
        }
    }

    /// Whether an answer from the agent is what is lacking: one is promised, and the ticket that it
    /// waits for, if any, has come back.
    public func awaitsAnswer(_ promise: Promise) -> Bool {
        guard case .report(let ticket) = promise.deed else { return false }
        return ticket.map { tickets[$0]?.answer != nil } ?? true
    }

    /// A visit on the day on which this falls; nil where that day has begun.
    public func visit(by due: Instant) -> Promise.Deed? {
        // Due at midnight is due on the day that ends there.
        let day = CivilTime(due - Span(milliseconds: 1), offset: offset).midnight
        let from = day.instant(offset: offset)
        return from > now ? .visit(from: from) : nil
    }

    /// Whether this is an order that the promised customer has paid for since: a promise to ship
    /// what is still to be paid for (`shipOncePaid`) is one to ship it.
    public func isPaid(_ order: OrderID, since promise: Promise) -> Bool {
        guard let customer = conversations[promise.conversation]?.customer,
            orders[order]?.customer == customer, let paidAt = orders[order]?.paidAt
        else { return false }
        return paidAt >= promise.madeAt
    }

    /// The time has come and the deed was not done.
    func ranOut(_ promise: Promise) -> Event {
        let customer = conversations[promise.conversation]?.customer
        let orders = customer.flatMap { ordersOfCustomer[$0] } ?? []
        let isOwed =
            promise.deed != .shipOncePaid || orders.contains { isPaid($0, since: promise) }
        return isOwed ? .promiseBroken(promise: promise.id) : .promiseLapsed(promise: promise.id)
    }

    /// Half an order on its way is not yet the order that was promised.
    private func leavesNothing(of id: OrderID, _ parcel: Parcel) -> Bool {
        guard let order = orders[id], let pieces = parcel.pieces else { return true }
        let left = order.lines.reduce(0) { $0 + $1.unshipped }
        return pieces.reduce(0) { $0 + $1.quantity } >= left
    }

    /// Money goes back through a case, or, where nothing has left yet, without one.
    private func givesBack(_ order: OrderID, _ event: Event) -> Bool {
        switch event {
        case .refunded(_, order, _, _, _), .orderMoved(order, .cancelledPaid),
            .orderMoved(order, .groupFailed), .orderMoved(order, .moneyReturned),
            .compensated(_, order, _, _):
            true
        case _: false
        }
    }

    /// A part, a replacement or a further parcel has left.
    private func sendsMore(for order: OrderID, _ event: Event) -> Bool {
        switch event {
        case .shipped(order, _): true
        case .partShipped(let item, _, _), .afterSaleMoved(let item, _, .consigned):
            afterSales[item]?.order == order
        case _: false
        }
    }

    /// The last one sent to the buyer.
    private func newestParcel(of order: OrderID) -> Parcel? {
        orders[order]?.parcels.last { !$0.isVoid && !$0.isReturn }
    }

    /// The case has come to its end.
    private func settles(_ item: AfterSaleID, _ event: Event) -> Bool {
        switch event {
        case .refunded(item, _, _, _, _), .afterSaleWithdrawn(item), .partShipped(item, _, _),
            .afterSaleMoved(item, _, .confirmed), .afterSaleMoved(item, _, .lapsed):
            true
        case .afterSaleMoved(item, _, .judged(let verdict, _)):
            // For the buyer the refund itself settles it.
            verdict.outcome == .forSeller
        case _: false
        }
    }
}
