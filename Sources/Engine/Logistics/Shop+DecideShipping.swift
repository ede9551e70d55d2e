extension Shop {
    /// Everything that is left of an order, and of those it goes with, in one parcel.
    func ship(_ id: OrderID, _ carrier: String, _ tracking: String, at instant: Instant)
        throws(Refusal) -> [Event]
    {
        let order = try anyOrder(id)
        try checkRoad(order, carrier, tracking, at: instant)
        let merged = order.merge.map { under in
            orders(of: order.customer).filter { $0.merge == under && $0.waitsForWarehouse }
        }
        var events: [Event] = []
        for order in merged ?? [order] {
            try checkReady(order, order.lines.indices.filter { order.lines[$0].unshipped > 0 })
            let isFirst = !order.lines.contains { $0.shipped > 0 || $0.cancelled > 0 }
            let parcel = Parcel(
                carrier: carrier, tracking: tracking, shippedAt: instant,
                pieces: isFirst ? nil : order.unsentPieces)
            events.append(.shipped(order: order.id, parcel: parcel))
        }
        return events
    }

    /// Some pieces in a parcel of their own (拆单发货).
    func shipPieces(
        _ id: OrderID, _ carrier: String, _ tracking: String, _ pieces: [Parcel.Piece],
        _ weight: Int?, at instant: Instant
    ) throws(Refusal) -> [Event] {
        let order = try anyOrder(id)
        try checkRoad(order, carrier, tracking, at: instant)
        guard !pieces.isEmpty else { throw .noItems }
        for (place, piece) in pieces.enumerated() {
            guard order.lines.indices.contains(piece.line) else {
                throw .noSuchLine(order: id, line: piece.line)
            }
            if pieces[..<place].contains(where: { $0.line == piece.line }) {
                throw .sameLineTwice(piece.line)
            }
            guard piece.quantity > 0 else { throw .badQuantity(piece.quantity) }
            let left = order.lines[piece.line].unshipped
            guard piece.quantity <= left else { throw .tooManyPieces(line: piece.line, left: left) }
        }
        try checkReady(order, pieces.map(\.line))
        if let weight, weight <= 0 { throw .badQuantity(weight) }
        return [
            .shipped(
                order: id,
                parcel: Parcel(
                    carrier: carrier, tracking: tracking, shippedAt: instant, pieces: pieces,
                    weight: weight))
        ]
    }

    /// A closed order is never shipped, nor one into an area where the carrier does not go.
    private func checkRoad(
        _ order: Order, _ carrier: String, _ tracking: String, at instant: Instant
    ) throws(Refusal) {
        try permit(.ship, on: order)
        try checkLength(carrier)
        try checkLength(tracking)
        if ordersOfTracking[tracking] != nil { throw .trackingUsed(tracking) }
        if let stop = stop(for: order.address.region, carrier, at: instant) {
            throw .areaStopped(region: stop.region, carrier: carrier)
        }
    }

    private func checkReady(_ order: Order, _ lines: [Int]) throws(Refusal) {
        if let open = openAfterSale(of: order.id) { throw .afterSaleOpen(open.id) }
        for index in lines where !order.lines[index].isClaimed {
            let variant = order.lines[index].variant
            throw .outOfStock(variant, left: self.variant(variant)?.stock ?? 0)
        }
    }

    /// The stop that keeps this carrier out of a region now, if any.
    public func stop(for region: String, _ carrier: String, at instant: Instant)
        -> Road.AreaStop?
    {
        road.stops.first { stop in
            region.hasPrefix(stop.region) && stop.isInForce(at: instant)
                && (stop.carrier == nil || stop.carrier == carrier)
        }
    }

    func restock(_ id: VariantID, _ quantity: Int) throws(Refusal) -> [Event] {
        guard variant(id) != nil else { throw .noSuchVariant(id) }
        guard (1...100_000).contains(quantity) else { throw .badQuantity(quantity) }
        return [.restocked(variant: id, quantity: quantity)]
    }

    func firstScanRanOut(_ tracking: String, at due: Instant) -> [Event] {
        guard let found = parcel(tracking), let order = found.orders.first,
            !found.parcel.isVoid, !found.parcel.wasCollected, !found.parcel.isScanOverdue,
            found.parcel.shippedAt + rules.logistics.firstScanWithin <= due
        else { return [] }
        return [.orderMoved(order: order, step: .scanOverdue(tracking: tracking))]
    }

    // MARK: Applying

    mutating func send(_ parcel: Parcel, of id: OrderID, at instant: Instant) {
        guard let order = orders[id] else { return }
        attach(parcel, to: id)
        for piece in parcel.pieces ?? order.unsentPieces {
            orders[id]?.lines[piece.line].shipped += piece.quantity
            guard orders[id]?.lines[piece.line].unshipped == 0 else {
                orders[id]?.lines[piece.line].status = .partShipped
                continue
            }
            // By when it had to leave stays known: the label may yet be taken back.
            orders[id]?.lines[piece.line].status = .shipped
            startReceiptClock(line: piece.line, of: id, at: instant)
        }
        timers.set(
            .firstScan(tracking: parcel.tracking),
            at: instant + rules.logistics.firstScanWithin)
    }

    mutating func attach(_ parcel: Parcel, to id: OrderID) {
        orders[id]?.parcels.append(parcel)
        note(parcel.tracking, of: id)
    }

    mutating func note(_ tracking: String, of id: OrderID) {
        if ordersOfTracking[tracking]?.contains(id) == true { return }
        ordersOfTracking[tracking, default: []].append(id)
    }

    /// From when the time to confirm runs is the platform's; by signature it starts with a scan.
    mutating func startReceiptClock(line index: Int, of id: OrderID, at instant: Instant) {
        guard let line = orders[id]?.lines[index] else { return }
        let delivery = product(of: line.variant)?.delivery ?? .express
        if rules.orders.confirmFrom == .signature, delivery != .virtual,
            orders[id]?.isSigned(line: index) != true
        {
            return
        }
        let span =
            switch delivery {
            case .express: rules.autoConfirmAfter
            case .post: rules.orders.autoConfirmPost
            case .virtual: rules.orders.autoConfirmVirtual
            }
        orders[id]?.lines[index].confirmBy = instant + span
        timers.set(.receipt(id), at: instant + span)
    }

    mutating func enter(_ scan: Scan, on tracking: String, of id: OrderID) {
        if orders[id]?.parcels.contains(where: { $0.tracking == tracking }) == false,
            afterSaleOfTracking[tracking] != nil
        {
            // A number the buyer only wrote down: the first scan shows there is a parcel.
            attach(
                Parcel(carrier: "", tracking: tracking, shippedAt: scan.at, isReturn: true),
                to: id)
        }
        guard let place = orders[id]?.parcels.lastIndex(where: { $0.tracking == tracking })
        else { return }
        // Looked at before the scan only where that is asked: a kept order makes the scan copy it.
        let startsClock = rules.orders.confirmFrom == .signature && scan.code.parent == .signed
        let before = startsClock ? orders[id] : nil
        orders[id]?.parcels[place].scans.append(scan)
        guard startsClock else { return }
        // Each line for itself: of an order sent in two parcels, one may be at home already.
        for index in orders[id]?.lines.indices ?? 0..<0
        where orders[id]?.lines[index].status == .shipped && before?.isSigned(line: index) == false
        {
            startReceiptClock(line: index, of: id, at: scan.at)
        }
    }

    /// Changes a parcel in every order that travels in it.
    mutating func changeParcel(_ tracking: String, _ change: (inout Parcel) -> Void) {
        for id in ordersOfTracking[tracking] ?? [] {
            guard let index = orders[id]?.parcels.lastIndex(where: { $0.tracking == tracking })
            else { continue }
            if var parcel = orders[id]?.parcels[index] {
                change(&parcel)
                orders[id]?.parcels[index] = parcel
            }
        }
    }
}

extension Order {
    /// What is still to be sent.
    var unsentPieces: [Parcel.Piece] {
        lines.enumerated().compactMap { index, line in
            line.unshipped > 0 ? Parcel.Piece(line: index, quantity: line.unshipped) : nil
        }
    }
}
