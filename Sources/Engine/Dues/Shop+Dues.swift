extension Shop {
    /// Everything that waits with a time, the earliest first; overdue things too, for they still
    /// wait. With `within`, only what is due until so long from now.
    ///
    /// One walk over each table, closed things skipped at once; nothing is built for what is not
    /// in the answer but its place.
    public func dues(at instant: Instant, within span: Span? = nil) -> [Due] {
        var list = DueList(at: instant, until: span.map { instant + $0 })
        collectWords(into: &list)
        for item in afterSales.values where item.isOpen { collect(item, into: &list) }
        for order in orders.values where order.closedAt == nil { collect(order, into: &list) }
        for group in groups.values where group.state == .open {
            list.add(group.deadline, .group(group.id), .buyer)
        }
        for review in reviews.values { collect(review, into: &list) }
        for customer in customers.values { collect(customer, into: &list) }
        return list.sorted
    }

    /// What was promised and what departments were asked.
    private func collectWords(into list: inout DueList) {
        for id in unmetPromises {
            guard let promise = promises[id] else { continue }
            let talk = conversations[promise.conversation]
            list.add(
                promise.due, .promise(id), .desk, customer: talk?.customer,
                order: order(of: promise) ?? talk?.order, conversation: promise.conversation)
        }
        for ticket in tickets.values where ticket.answer == nil {
            let talk = ticket.conversation.flatMap { conversations[$0] }
            list.add(
                ticket.due, .ticket(ticket.id), .department(ticket.department),
                customer: talk?.customer ?? ticket.order.flatMap { orders[$0]?.customer },
                order: ticket.order, conversation: ticket.conversation)
        }
    }

    private func order(of promise: Promise) -> OrderID? {
        switch promise.deed {
        case .report(let ticket): ticket.flatMap { tickets[$0]?.order }
        case .shipOncePaid, .visit: nil
        case .ship(let id), .refund(let id), .scan(let id), .another(let id): id
        case .reship(let id), .settle(let id): afterSales[id]?.order
        }
    }

    private func collect(_ item: AfterSale, into list: inout DueList) {
        let customer = orders[item.order]?.customer
        if item.isShopsTurn, let due = item.answerBy {
            list.add(due, .answer(item.id), .desk, customer: customer, order: item.order)
        }
        if case .atPlatform = item.state, let dispute = item.dispute, dispute.verdict == nil,
            dispute.evidenceUntil >= list.now
        {
            list.add(
                dispute.evidenceUntil, .evidence(item.id), .desk, customer: customer,
                order: item.order)
        }
    }

    private func collect(_ order: Order, into list: inout DueList) {
        if let due = order.payBy {
            list.add(due, .payment, .buyer, customer: order.customer, order: order.id)
        }
        var leaves: Instant?
        for line in order.lines {
            guard line.status == .waitShip || line.status == .partShipped, let due = line.shipBy
            else { continue }
            leaves = min(due, leaves ?? due)
        }
        if let leaves {
            list.add(leaves, .shipment, .warehouse, customer: order.customer, order: order.id)
        }
        if let presale = order.presale, order.status == .depositPaid {
            list.add(
                presale.balanceUntil, .balance, .buyer, customer: order.customer, order: order.id)
        }
        // What a store brings as done may never have been scanned; nobody waits for it.
        guard order.lines.contains(where: { $0.status == .shipped || $0.status == .partShipped })
        else { return }
        for parcel in order.parcels where !parcel.isVoid && !parcel.isReturn {
            // Merged orders travel in one parcel, which is scanned once.
            guard !parcel.wasCollected, parcel.signedAt == nil,
                ordersOfTracking[parcel.tracking]?.first == order.id
            else { continue }
            list.add(
                parcel.shippedAt + rules.logistics.firstScanWithin,
                .firstScan(tracking: parcel.tracking), .carrier, customer: order.customer,
                order: order.id)
        }
    }

    /// After its time, or after the buyer's second word, a review can no longer be explained:
    /// then nothing waits.
    private func collect(_ review: Review, into list: inout DueList) {
        guard review.rating.grade != .good, review.explanation == nil, review.followUp == nil,
            !review.isHidden
        else { return }
        let due = review.at + rules.reviews.explainWithin
        guard due >= list.now else { return }
        list.add(
            due, .explanation(review.id), .desk, customer: review.customer, order: review.order)
    }

    private func collect(_ customer: Customer, into list: inout DueList) {
        for tag in customer.tags {
            guard let end = tag.expires else { continue }
            list.add(end, .tagEnd(name: tag.name), .nobody, customer: customer.id)
        }
        if let block = customer.block {
            list.add(block.until, .blacklistEnd, .nobody, customer: customer.id)
        }
    }
}

/// Dues as they are found, in the order of the tables, which is the same on every machine.
private struct DueList {
    let now: Instant
    let until: Instant?
    private var found: [Due] = []

    init(at now: Instant, until: Instant?) {
        self.now = now
        self.until = until
    }

    mutating func add(
        _ at: Instant, _ kind: Due.Kind, _ turn: Due.Turn, customer: CustomerID? = nil,
        order: OrderID? = nil, conversation: ConversationID? = nil
    ) {
        if let until, at > until { return }
        found.append(
            Due(
                at: at, kind: kind, turn: turn, customer: customer, order: order,
                conversation: conversation, isOverdue: at < now))
    }

    var sorted: [Due] {
        found.indices.sorted { a, b in
            (found[a].at, found[a].kind.rank, a) < (found[b].at, found[b].kind.rank, b)
        }.map { found[$0] }
    }
}
