// What happens to parcels once they have a number: scans, reports, labels taken back, parcels
// turned on the way, money from the carrier.

extension Shop {
    /// A carrier's scan, one event for each order in the parcel. Goods coming back are found too.
    func reportScan(_ tracking: String, _ code: Scan.Code, _ text: String, at instant: Instant)
        throws(Refusal) -> [Event]
    {
        let scan = Scan(at: instant, code: code, text: text)
        guard let found = parcel(tracking) else {
            guard let item = afterSaleOfTracking[tracking].flatMap({ afterSales[$0] }) else {
                throw .noSuchParcel(tracking)
            }
            return [.scanned(order: item.order, tracking: tracking, scan: scan)]
        }
        if found.parcel.isVoid { throw .parcelVoid(tracking) }
        return found.orders.map { .scanned(order: $0, tracking: tracking, scan: scan) }
    }

    /// The buyer says what is wrong with a parcel; more photos may follow.
    func reportParcel(
        _ tracking: String, _ fault: Parcel.Fault, _ text: String, _ photos: Int,
        by actor: Actor, at instant: Instant
    ) throws(Refusal) -> [Event] {
        for id in parcel(tracking)?.orders ?? [] { _ = try order(id, of: actor) }
        let (order, parcel) = try sentParcel(tracking, for: .reportParcel)
        try checkLength(text)
        guard (0...99).contains(photos) else { throw .badQuantity(photos) }
        let report = Parcel.Report(at: instant, fault: fault, text: text, photos: photos)
        if let last = parcel.reports.last(where: { $0.fault == fault }), last.text == text,
            last.photos == photos
        {
            throw .sameAsBefore
        }
        return [.parcelMoved(order: order.id, tracking: tracking, step: .reported(report))]
    }

    /// Takes a label back that was never used (运单作废). The pieces are to be shipped again, by
    /// the time by which they always were.
    func voidParcel(_ tracking: String) throws(Refusal) -> [Event] {
        let (_, parcel) = try sentParcel(tracking, for: .voidParcel)
        if parcel.wasCollected { throw .alreadyMoving(tracking) }
        var events: [Event] = []
        for id in ordersOfTracking[tracking] ?? [] {
            guard let order = orders[id],
                let parcel = order.parcels.last(where: { $0.tracking == tracking })
            else { continue }
            if let item = sentCase(tracking, of: id) { throw .parcelOfCase(item.id) }
            // Who has confirmed receipt has it, whatever the carrier says.
            for piece in order.pieces(of: parcel) where order.lines[piece.line].status == .done {
                throw .orderIs(.done, needs: [.partShipped, .shipped])
            }
            events.append(.parcelMoved(order: id, tracking: tracking, step: .voided))
        }
        return events
    }

    /// Asks the carrier to turn a parcel, to another address or back to the shop. It may fail,
    /// and it is asked once; the fee is told to the buyer first.
    func intercept(_ tracking: String, _ address: Address?, at instant: Instant)
        throws(Refusal) -> [Event]
    {
        let (order, parcel) = try sentParcel(tracking, for: .intercept)
        if parcel.signedAt != nil { throw .alreadySigned }
        if parcel.isHeadingBack { throw .comingBack(tracking) }
        if parcel.intercept != nil { throw .alreadyIntercepted }
        if let address {
            try checkAddress(address)
            guard address != order.address else { throw .sameAsBefore }
            if let stop = stop(for: address.region, parcel.carrier, at: instant) {
                throw .areaStopped(region: stop.region, carrier: parcel.carrier)
            }
        }
        let intercept = Parcel.Intercept(
            askedAt: instant, to: address, fee: rules.logistics.interceptFee)
        let place = address.map { " → \($0.region)\($0.street)" } ?? ""
        let what = address == nil ? "退回 / back to the shop" : "改址 / redirect"
        return [
            .parcelMoved(order: order.id, tracking: tracking, step: .interceptAsked(intercept)),
            .ticketOpened(
                ticket: Ticket(
                    id: TicketID("t\(tickets.count + 1)"), department: .carrier,
                    conversation: openTalk(with: order.customer)?.id, order: order.id,
                    summary: "\(what): \(tracking)\(place)", openedAt: instant,
                    due: instant + within(.carrier))),
        ]
    }

    func answerIntercept(_ tracking: String, _ succeeded: Bool) throws(Refusal) -> [Event] {
        guard let found = parcel(tracking), let order = found.orders.first else {
            throw .noSuchParcel(tracking)
        }
        guard let intercept = found.parcel.intercept, intercept.succeeded == nil else {
            throw .notIntercepted
        }
        // Too late is no success, whatever the carrier would like to report.
        if succeeded, found.parcel.signedAt != nil { throw .alreadySigned }
        return [
            .parcelMoved(
                order: order, tracking: tracking, step: .interceptAnswered(succeeded: succeeded))
        ]
    }

    /// Money asked of the carrier for what was lost or broken; the buyer does not wait for it.
    func claim(_ tracking: String, _ amount: Money, _ reason: String, at instant: Instant)
        throws(Refusal) -> [Event]
    {
        let (order, parcel) = try sentParcel(tracking, for: .claim)
        if parcel.claim != nil { throw .alreadyClaimed }
        guard amount > .zero else { throw .badAmount(amount) }
        let limit = worth(of: tracking)
        guard amount <= limit else { throw .moreThanItCost(limit: limit, asked: amount) }
        try checkLength(reason)
        let claim = Parcel.Claim(
            askedAt: instant, amount: amount, reason: reason,
            answerBy: instant + rules.logistics.claimWithin)
        return [.parcelMoved(order: order.id, tracking: tracking, step: .claimed(claim))]
    }

    /// The carrier pays all, a part, or nothing.
    func answerClaim(_ tracking: String, _ paid: Money) throws(Refusal) -> [Event] {
        guard let found = parcel(tracking), let order = found.orders.first else {
            throw .noSuchParcel(tracking)
        }
        guard let claim = found.parcel.claim, claim.paid == nil else { throw .notClaimed }
        guard paid >= .zero, paid <= claim.amount else { throw .badAmount(paid) }
        return [.parcelMoved(order: order, tracking: tracking, step: .claimAnswered(paid: paid))]
    }

    /// A parcel that the shop sent, with the first order in it for which this may be done.
    private func sentParcel(_ tracking: String, for operation: Operation) throws(Refusal)
        -> (order: Order, parcel: Parcel)
    {
        guard let found = parcel(tracking) else { throw .noSuchParcel(tracking) }
        if found.parcel.isVoid { throw .parcelVoid(tracking) }
        if found.parcel.isReturn { throw .comingBack(tracking) }
        var refusal: Refusal?
        for id in found.orders {
            guard let order = orders[id] else { continue }
            do throws(Refusal) {
                try permit(operation, on: order)
                return (order, found.parcel)
            } catch { refusal = refusal ?? error }
        }
        throw refusal ?? .noSuchParcel(tracking)
    }

    /// The customer's newest conversation that has not ended.
    func openTalk(with customer: CustomerID) -> Conversation? {
        conversations(of: customer).last(where: \.isOpen)
    }

    private func within(_ department: Department) -> Span {
        rules.tickets.departments.first { $0.department == department }?.within
            ?? rules.ticketWithin
    }

    // MARK: Applying

    /// A voided label concerns one order at a time, everything else the parcel as it lies in the
    /// carrier's van, whosever orders are in it.
    mutating func apply(
        _ step: Parcel.Step, to tracking: String, of id: OrderID, at instant: Instant
    ) {
        switch step {
        case .voided:
            takeBack(tracking, of: id, at: instant)
        case .interceptAsked(let intercept):
            changeParcel(tracking) { $0.intercept = intercept }
        case .interceptAnswered(let succeeded):
            changeParcel(tracking) { $0.intercept?.succeeded = succeeded }
        case .reported(let report):
            changeParcel(tracking) { $0.reports.append(report) }
        case .claimed(let claim):
            changeParcel(tracking) { $0.claim = claim }
        case .claimAnswered(let paid):
            changeParcel(tracking) {
                $0.claim?.paid = paid
                $0.claim?.answeredAt = instant
            }
            books.insured += paid
            books.shop += paid
        }
        for id in ordersOfTracking[tracking] ?? [] { watchRoad(of: id) }
    }

    /// The pieces stand in the shop again, set aside for this order as before.
    private mutating func takeBack(_ tracking: String, of id: OrderID, at instant: Instant) {
        guard let order = orders[id],
            let place = order.parcels.lastIndex(where: { $0.tracking == tracking && !$0.isVoid })
        else { return }
        let freed = order.piecesFreed(by: order.parcels[place])
        orders[id]?.parcels[place].isVoid = true
        for piece in freed {
            guard var line = orders[id]?.lines[piece.line] else { continue }
            line.shipped -= min(piece.quantity, line.shipped)
            // Pieces whose money has gone back meanwhile are not sent again: to the shelf.
            let unwanted = max(0, line.returned - line.shipped - line.cancelled)
            line.cancelled += unwanted
            changeStock(of: line.variant, by: unwanted)
            if line.unshipped > 0 {
                let due = line.shipBy ?? (order.paidAt ?? instant) + rules.shipWithin
                line.status = line.shipped > 0 ? .partShipped : .waitShip
                line.shipBy = due
                line.confirmBy = nil
                timers.set(.shipment(id), at: max(due, instant))
            }
            orders[id]?.lines[piece.line] = line
        }
    }
}
