// What must be so before a case is opened: its pieces, other cases, the time it may be asked in.

extension Shop {
    /// The pieces of a request exist, are named once, and are where such a case needs them.
    func check(_ items: [AfterSale.Item], of request: AfterSale.Request, on order: Order)
        throws(Refusal)
    {
        guard !items.isEmpty else {
            guard mayBeEmpty(request, on: order) else { throw .noItems }
            return
        }
        for (place, item) in items.enumerated() {
            guard order.lines.indices.contains(item.line) else {
                throw .noSuchLine(order: order.id, line: item.line)
            }
            if items[..<place].contains(where: { $0.line == item.line }) {
                throw .sameLineTwice(item.line)
            }
            guard item.quantity > 0 else { throw .badQuantity(item.quantity) }
            let left = try piecesLeft(for: request.kind, line: item.line, of: order)
            guard item.quantity <= left else { throw .tooManyPieces(line: item.line, left: left) }
            if request.kind == .exchange { try checkReplacement(of: item, in: order) }
            if request.kind == .refusedParcel, !order.wasRefused(line: item.line) {
                throw .parcelNotRefused(line: item.line)
            }
        }
    }

    /// All of an unshipped order or a deposit, a part sent again, a sum made good: these name no
    /// pieces.
    private func mayBeEmpty(_ request: AfterSale.Request, on order: Order) -> Bool {
        switch request.kind {
        case .refund: !order.isShipped
        case .compensation: true
        case .reship: request.detail.contains { !$0.isWhitespace }
        case .returnRefund, .exchange, .repair, .priceProtection, .refusedParcel: false
        }
    }

    /// What has not been sent cannot come back.
    private func piecesLeft(for kind: AfterSale.Kind, line: Int, of order: Order)
        throws(Refusal) -> Int
    {
        switch kind {
        case .refund, .priceProtection, .compensation: return order.lines[line].left
        case .returnRefund, .exchange, .repair, .reship, .refusedParcel:
            if order.lines[line].shipped == 0 { throw .notShipped }
            return order.handed(line: line)
        }
    }

    /// Another of the same product, or the same again: a whole one for a broken one.
    private func checkReplacement(of item: AfterSale.Item, in order: Order) throws(Refusal) {
        guard let to = item.replacement else { throw .replacementMissing(line: item.line) }
        guard let new = variant(to) else { throw .noSuchVariant(to) }
        guard new.product == variant(order.lines[item.line].variant)?.product, new.isAvailable
        else { throw .notOnSale(to) }
    }

    /// One open case a line, and not for ever again.
    func checkAlone(_ request: AfterSale.Request, on order: Order, instead: AfterSaleID?)
        throws(Refusal)
    {
        let isWhole = request.kind == .refund && request.items.isEmpty
        let others = afterSales(of: order.id)
        for other in others where other.isOpen && other.id != instead {
            let sharesLine = request.items.contains { other.concerns(line: $0.line) }
            let isSame = request.items.isEmpty && other.items.isEmpty && request.kind == other.kind
            if isWhole || other.isWholeOrder || sharesLine || isSame {
                throw .afterSaleOpen(other.id)
            }
        }
        let limit = rules.afterSales.attempts
        let lines = isWhole ? Array(order.lines.indices) : request.items.map(\.line)
        for line in lines {
            let made = others.reduce(0) { $1.concerns(line: line) ? $0 + $1.attempts : $0 }
            guard made < limit else { throw .tooManyAttempts(limit: limit) }
        }
        if lines.isEmpty {
            let made = others.reduce(0) {
                $1.kind == request.kind && $1.items.isEmpty ? $0 + $1.attempts : $0
            }
            guard made < limit else { throw .tooManyAttempts(limit: limit) }
        }
    }

    /// The right to return without a reason has days of its own and goods it does not cover; any
    /// other reason has the time after the order was done.
    func checkWindow(_ request: AfterSale.Request, on order: Order, at instant: Instant)
        throws(Refusal)
    {
        if request.kind == .compensation || order.status == .depositPaid { return }
        for item in order.pieces(request.items) {
            guard request.reason == .noReason else {
                guard let doneAt = order.lines[item.line].doneAt else { continue }
                let end = doneAt + rules.afterSales.windowAfterDone
                guard instant <= end else { throw .windowOver(since: end) }
                continue
            }
            let returns = product(of: order.lines[item.line].variant)?.returns ?? .sevenDays
            guard returns == .sevenDays else { throw .notReturnable(returns) }
            if let end = noReasonEnd(of: order, line: item.line), instant >= end {
                throw .noReasonRightOver
            }
        }
    }

    /// When the right to return without a reason ends: days are counted on the shop's calendar
    /// from the day after signature, and the last one counts to its midnight. Nil while the line
    /// has not been signed for.
    public func noReasonEnd(of order: Order, line: Int) -> Instant? {
        guard let signed = order.signedAt(line: line) ?? order.lines[line].doneAt else {
            return nil
        }
        let day = CivilTime(signed, offset: offset)
        let midnight = CivilTime(year: day.year, month: day.month, day: day.day)
        return midnight.instant(offset: offset) + .days(rules.afterSales.noReasonDays + 1)
    }
}

extension Order {
    /// The parcels that some of a line went out in, without what was sent after.
    func parcels(with line: Int) -> [Parcel] {
        parcels.filter { parcel in
            guard !parcel.isVoid, !parcel.isReturn else { return false }
            guard let pieces = parcel.pieces else { return parcel.contents == nil }
            return pieces.contains { $0.line == line }
        }
    }

    /// When the last parcel with some of a line was signed for; nil while one is on its way.
    func signedAt(line: Int) -> Instant? {
        let sent = parcels(with: line)
        guard sent.allSatisfy({ $0.signedAt != nil }) else { return nil }
        return sent.compactMap(\.signedAt).max()
    }

    /// A parcel with some of a line was refused at the door or is on its way back.
    func wasRefused(line: Int) -> Bool {
        parcels(with: line).contains { parcel in
            parcel.scans.contains { scan in
                [.refused, .returning, .returnedSigned].contains(scan.code.parent)
            }
        }
    }

    /// Nothing of these pieces has left the shelf.
    func isUnsent(_ items: [AfterSale.Item]) -> Bool {
        pieces(items).allSatisfy { $0.quantity <= lines[$0.line].unshipped }
    }
}
