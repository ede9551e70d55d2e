extension Order {
    /// Which pieces of the order are in one of its parcels; none for what was sent after (补寄)
    /// and for what comes back
    /// or never left.
    ///
    /// A parcel that names no pieces holds what has been shipped and is in no other. Where several
    /// name none (orders from elsewhere), each may hold anything, and is said to hold all of it.
    public func pieces(of parcel: Parcel) -> [Parcel.Piece] {
        if parcel.contents != nil || parcel.isReturn || parcel.isVoid { return [] }
        if let pieces = parcel.pieces { return pieces }
        return lines.indices.compactMap { index in
            var left = lines[index].shipped
            for other in sent where other.tracking != parcel.tracking {
                for piece in other.pieces ?? [] where piece.line == index { left -= piece.quantity }
            }
            return left > 0 ? Parcel.Piece(line: index, quantity: left) : nil
        }
    }

    /// What the shop gets back for certain when a label is not used.
    func piecesFreed(by parcel: Parcel) -> [Parcel.Piece] {
        let isShared =
            parcel.pieces == nil
            && sent.contains { $0.tracking != parcel.tracking && $0.pieces == nil }
        return isShared ? [] : pieces(of: parcel)
    }

    /// The parcels with the order's own goods on their way to the buyer.
    private var sent: [Parcel] {
        parcels.filter { !$0.isVoid && !$0.isReturn && $0.contents == nil }
    }

    /// All pieces of a line have left and every parcel they are in has been signed for.
    func isSigned(line index: Int) -> Bool {
        guard lines[index].unshipped == 0 else { return false }
        let holding = sent.filter { parcel in
            parcel.pieces.map { $0.contains { $0.line == index } } ?? true
        }
        return !holding.isEmpty && holding.allSatisfy { $0.signedAt != nil }
    }

    /// Where a parcel goes: to the order's address, to another where the carrier could still turn
    /// it, or nowhere but back to the shop (nil).
    public func destination(of parcel: Parcel) -> Address? {
        if parcel.isReturn { return nil }
        guard let intercept = parcel.intercept, intercept.succeeded == true else { return address }
        return intercept.to
    }

    /// What some pieces cost the buyer after everything that was taken off, postage apart.
    func worth(of pieces: [Parcel.Piece]) -> Money {
        pieces.reduce(.zero) { sum, piece in
            sum + net(of: piece.line).share(piece.quantity, of: lines[piece.line].quantity)
        }
    }
}

extension Shop {
    /// What the things in a parcel cost the buyer, through all orders that travel in it. For what
    /// was sent for a case it is the worth of the case's pieces, or of the order where the case
    /// names none (a spoon sent after).
    public func worth(of tracking: String) -> Money {
        var sum = Money.zero
        for id in ordersOfTracking[tracking] ?? [] {
            guard let order = orders[id],
                let parcel = order.parcels.last(where: { $0.tracking == tracking })
            else { continue }
            var pieces = order.pieces(of: parcel)
            if pieces.isEmpty, let item = sentCase(tracking, of: id) {
                pieces = item.items.map { Parcel.Piece(line: $0.line, quantity: $0.quantity) }
            }
            sum +=
                pieces.isEmpty && parcel.contents != nil
                ? order.due - order.postage : order.worth(of: pieces)
        }
        return sum
    }

    /// The case for which a parcel was sent out.
    func sentCase(_ tracking: String, of order: OrderID) -> AfterSale? {
        afterSales(of: order).first { $0.sentTracking == tracking }
    }
}
