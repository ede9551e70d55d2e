// Finding what goes wrong. Nothing here changes the shop, and nothing is remembered: a trouble is
// there as long as the facts are. What a buyer reports stands until a case about the order has been
// opened, for from then on the case is what the desk follows.

extension Shop {
    /// Every trouble of every order that is not finished, in the order in which orders came.
    /// Costs the count of such orders, however many finished ones lie in the files.
    public func troubles(at instant: Instant) -> [Trouble] {
        var batches: [OrderID: Road.Batch] = [:]
        for batch in road.batches.values {
            for id in batch.orders { batches[id] = batch }
        }
        var found: [(place: Int, troubles: [Trouble])] = []
        for id in underWay {
            guard let order = orders[id], let place = orders.index(of: id) else { continue }
            let troubles = troubles(of: order, batches[id], at: instant)
            if !troubles.isEmpty { found.append((place, troubles)) }
        }
        // A set's order differs from run to run; the files' does not.
        return found.sorted { $0.place < $1.place }.flatMap(\.troubles)
    }

    /// Of one order and its parcels.
    public func troubles(of id: OrderID, at instant: Instant) -> [Trouble] {
        guard let order = orders[id] else { return [] }
        let batch = road.batches.values.last { $0.orders.contains(id) }
        return troubles(of: order, batch, at: instant)
    }

    /// Of one parcel, in each order that travels in it.
    public func troubles(ofParcel tracking: String, at instant: Instant) -> [Trouble] {
        (ordersOfTracking[tracking] ?? []).compactMap { orders[$0] }.flatMap { order in
            order.parcels.filter { $0.tracking == tracking }.flatMap {
                troubles(of: $0, in: order, at: instant)
            }
        }
    }

    private func troubles(of order: Order, _ batch: Road.Batch?, at instant: Instant) -> [Trouble] {
        var found = order.parcels.flatMap { troubles(of: $0, in: order, at: instant) }
        guard order.waitsForWarehouse else { return found }
        func add(_ kind: Trouble.Kind, _ since: Instant) {
            found.append(Trouble(kind: kind, order: order.id, tracking: nil, since: since))
        }
        if let due = order.shipBy, due <= instant { add(.shipmentOverdue, due) }
        // By which carrier it would go nobody knows yet: any stop may keep it here.
        if let stop = road.stops.first(where: {
            order.address.region.hasPrefix($0.region) && $0.isInForce(at: instant)
        }) {
            add(.areaStopped, max(stop.from, order.paidAt ?? order.placedAt))
        }
        // It is felt from when the order should have left, or will at last.
        if let batch { add(.batchLate, min(order.shipBy ?? batch.shipBy, batch.shipBy)) }
        return found
    }

    private func troubles(of parcel: Parcel, in order: Order, at instant: Instant) -> [Trouble] {
        if parcel.isVoid { return [] }
        var found: [Trouble] = []
        func add(_ kind: Trouble.Kind, _ since: Instant) {
            if found.contains(where: { $0.kind == kind }) { return }
            found.append(
                Trouble(kind: kind, order: order.id, tracking: parcel.tracking, since: since))
        }
        if order.awaits(parcel) {
            if let (kind, since) = whereabouts(of: parcel, at: instant) { add(kind, since) }
            if let intercept = parcel.intercept, intercept.succeeded != true, !parcel.isOver {
                add(.intercepted, intercept.askedAt)
            }
        }
        for report in openReports(on: parcel, in: order) {
            switch report.fault {
            case .notReceived: if parcel.signedAt != nil { add(.signedButDenied, report.at) }
            case .leftUnasked: add(.leftUnasked, report.at)
            case .damaged: add(.damaged, report.at)
            case .wrongItem, .missingPart, .empty: add(.wrongOrMissing, report.at)
            }
        }
        return found
    }

    /// What the track alone says is wrong; one thing at a time, the worst that is known.
    private func whereabouts(of parcel: Parcel, at instant: Instant) -> (Trouble.Kind, Instant)? {
        if parcel.signedAt != nil { return nil }
        guard parcel.wasCollected, let last = parcel.scans.last else {
            // A number that a buyer wrote down is the buyer's to explain.
            let due = parcel.shippedAt + rules.logistics.firstScanWithin
            return parcel.isReturn || instant < due ? nil : (.noFirstScan, due)
        }
        if parcel.isBack { return parcel.isReturn ? nil : (.refused, last.at) }
        // In a locker it waits for the buyer, not for the carrier.
        let isWaiting = last.code == .atLocker || last.code == .lockerOverdue
        let lostAt = last.at + rules.logistics.lostAfter
        if !isWaiting, lostAt <= instant { return (.lost, lostAt) }
        if parcel.isHeadingBack || last.code == .refusalPending {
            return parcel.isReturn ? nil : (.refused, last.at)
        }
        if last.code == .damaged { return (.damaged, last.at) }
        if last.code == .noUpdate { return (.stalled, last.at) }
        if last.code.parent == .problem || last.code == .labelCancelled {
            return (.deliveryProblem, last.at)
        }
        let patience =
            road.overload(of: parcel.carrier, at: instant) == nil
            ? rules.logistics.stalledAfter : rules.logistics.stalledAfterOverload
        let stalledAt = last.at + patience
        return isWaiting || instant < stalledAt ? nil : (.stalled, stalledAt)
    }

    private func openReports(on parcel: Parcel, in order: Order) -> [Parcel.Report] {
        if parcel.reports.isEmpty || order.status.isClosed { return [] }
        let newest = afterSales(of: order.id).map(\.openedAt).max()
        return parcel.reports.filter { report in newest.map { $0 < report.at } ?? true }
    }

    // MARK: Applying

    /// Keeps an order among those that something may yet go wrong with, or takes it off.
    mutating func watchRoad(of id: OrderID) {
        guard let order = orders[id] else { return }
        if isUnderWay(order) { underWay.insert(id) } else { underWay.remove(id) }
    }

    func isUnderWay(_ order: Order) -> Bool {
        order.lines.contains { $0.status.isUnderWay }
            || order.parcels.contains { parcel in
                !parcel.isVoid
                    && (order.awaits(parcel) || !openReports(on: parcel, in: order).isEmpty)
            }
    }
}

extension Order {
    /// Somebody still waits for this parcel: the buyer for goods not confirmed or sent after, the
    /// shop for goods that come back.
    func awaits(_ parcel: Parcel) -> Bool {
        if parcel.contents != nil || parcel.isReturn { return !parcel.isOver }
        return pieces(of: parcel).contains { lines[$0.line].status.isUnderWay }
    }
}

extension Order.Status {
    /// Paid for, and not yet with a buyer who said so.
    var isUnderWay: Bool { self == .waitShip || self == .partShipped || self == .shipped }
}
