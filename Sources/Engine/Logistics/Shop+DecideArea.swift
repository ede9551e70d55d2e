// What slows many parcels at once: areas that carriers do not go to, full hubs, late batches.

extension Shop {
    /// A carrier takes nothing to an area (停发); no carrier does, where none is named.
    func stopArea(
        _ region: String, _ carrier: String?, _ reason: String, _ until: Instant?,
        at instant: Instant
    ) throws(Refusal) -> [Event] {
        try checkLength(region)
        if let carrier { try checkLength(carrier) }
        try checkLength(reason)
        if let until, until <= instant { throw .dueInThePast }
        let stop = Road.AreaStop(
            region: region, carrier: carrier, reason: reason, from: instant, until: until)
        if let old = road.stops.first(where: { $0.isSamePlace(region, carrier) }),
            old.isInForce(at: instant), old.until == until
        {
            throw .alreadySo
        }
        return [.roadChanged(.areaStopped(stop))]
    }

    /// Lifts the stop that was set for this area and this carrier.
    func reopenArea(_ region: String, _ carrier: String?, at instant: Instant) throws(Refusal)
        -> [Event]
    {
        guard
            road.stops.contains(where: {
                $0.isSamePlace(region, carrier) && $0.isInForce(at: instant)
            })
        else { throw .notStopped }
        return [.roadChanged(.areaReopened(region: region, carrier: carrier))]
    }

    /// A carrier's hub is full (爆仓) until then; said again, the end moves.
    func overload(_ carrier: String, _ until: Instant, at instant: Instant) throws(Refusal)
        -> [Event]
    {
        try checkLength(carrier)
        guard until > instant else { throw .dueInThePast }
        let old = road.overload(of: carrier, at: instant)
        if old?.until == until { throw .alreadySo }
        return [
            .roadChanged(
                .overloaded(
                    Road.Overload(carrier: carrier, from: old?.from ?? instant, until: until)))
        ]
    }

    /// The warehouse says which orders are late together and when they will really leave. It moves
    /// no order's time to ship: that clock is the platform's.
    func delayBatch(
        _ id: BatchID, _ ids: [OrderID], _ reason: String, _ shipBy: Instant,
        at instant: Instant
    ) throws(Refusal) -> [Event] {
        try checkLength(id.rawValue)
        if road.batches[id] != nil { throw .batchExists(id) }
        guard !ids.isEmpty else { throw .noOrders }
        var late: [OrderID] = []
        for id in ids where !late.contains(id) {
            try require(try anyOrder(id), .waitShip)
            late.append(id)
        }
        try checkLength(reason)
        guard shipBy > instant else { throw .dueInThePast }
        let batch = Road.Batch(id: id, orders: late, reason: reason, shipBy: shipBy)
        return [.roadChanged(.batchDelayed(batch))]
    }

    /// Tells everybody whose order is still late, once and with one date. Who is in a conversation
    /// reads it there, and has the date as a promise.
    func noticeBatch(_ id: BatchID, _ text: String, _ shipBy: Instant, at instant: Instant)
        throws(Refusal) -> [Event]
    {
        guard let batch = road.batches[id] else { throw .noSuchBatch(id) }
        if batch.notice != nil { throw .alreadyNoticed }
        guard shipBy >= batch.shipBy else { throw .dateTooEarly(earliest: batch.shipBy) }
        guard shipBy > instant else { throw .dueInThePast }
        try checkLength(text)
        let late = batch.orders.compactMap { orders[$0] }.filter(\.waitsForWarehouse)
        var customers: [CustomerID] = []
        for order in late where !customers.contains(order.customer) {
            customers.append(order.customer)
        }
        guard !customers.isEmpty else { throw .noCustomers }
        let notice = Road.Notice(at: instant, text: text, shipBy: shipBy, customers: customers)
        return [.roadChanged(.batchNoticed(batch: id, notice: notice))]
            + tell(customers, text, of: late, by: shipBy, at: instant)
    }

    private func tell(
        _ customers: [CustomerID], _ text: String, of late: [Order], by shipBy: Instant,
        at instant: Instant
    ) -> [Event] {
        var events: [Event] = []
        var promises: [Event] = []
        var message = nextMessage
        for customer in customers {
            guard let talk = openTalk(with: customer) else { continue }
            // A waiting customer has an answer now; one put on hold stays there.
            if case .waiting = talk.phase {
                events.append(.taken(conversation: talk.id, by: agent))
            }
            events.append(
                .replySent(conversation: talk.id, message: message, by: agent, text: text))
            for order in late where order.customer == customer {
                promises.append(
                    .promiseMade(
                        promise: Promise(
                            id: PromiseID("p\(self.promises.count + promises.count + 1)"),
                            conversation: talk.id, text: text, deed: .ship(order.id),
                            madeAt: instant, due: shipBy, message: message, state: .open)))
            }
            message = MessageID(message.number + 1)
        }
        return events + promises
    }

    // MARK: Applying

    mutating func apply(_ step: Road.Step, by actor: Actor, at instant: Instant) {
        switch step {
        case .areaStopped(let stop):
            road.stops.removeAll { $0.isSamePlace(stop.region, stop.carrier) }
            road.stops.append(stop)
        case .areaReopened(let region, let carrier):
            road.stops.removeAll { $0.isSamePlace(region, carrier) }
        case .overloaded(let overload):
            road.overloads.removeAll { $0.carrier == overload.carrier }
            road.overloads.append(overload)
        case .batchDelayed(let batch):
            road.batches[batch.id] = batch
        case .batchNoticed(let id, let notice):
            road.batches[id]?.notice = notice
        }
    }
}

extension Road {
    /// The carrier's hub is full at this instant.
    public func overload(of carrier: String, at instant: Instant) -> Overload? {
        overloads.first { $0.carrier == carrier && $0.from <= instant && instant < $0.until }
    }
}

extension Road.AreaStop {
    public func isInForce(at instant: Instant) -> Bool {
        from <= instant && until.map { instant < $0 } ?? true
    }

    func isSamePlace(_ region: String, _ carrier: String?) -> Bool {
        self.region == region && self.carrier == carrier
    }
}

extension Order {
    /// Something of it is still to leave.
    var waitsForWarehouse: Bool {
        lines.contains { line in
            (line.status == .waitShip || line.status == .partShipped) && line.unshipped > 0
        }
    }
}
