extension Order {
    /// Parts some pieces that the buyer has from the rest of their line, so that something else
    /// can stand in their place: a new line at the end, with its share of every reduction. What
    /// both lines cost together, and what has gone back for them, stays the same to the fen.
    ///
    /// - Returns: The place of the pieces' own line; the old one where it has no other pieces.
    mutating func part(_ quantity: Int, from index: Int) -> Int {
        let whole = lines[index]
        guard quantity < whole.quantity else { return index }
        let net = net(of: index)
        let parted =
            net.share(whole.returned + quantity, of: whole.quantity)
            - net.share(whole.returned, of: whole.quantity)
        let reductions = cuts.map { $0.shares[index] }
        let moved = Money.apportion(whole.price * quantity - parted, over: reductions)
        for place in cuts.indices {
            cuts[place].shares[index] -= moved[place]
            cuts[place].shares.append(moved[place])
        }
        var line = Line(
            variant: whole.variant, quantity: quantity, price: whole.price,
            isClaimed: whole.isClaimed, status: whole.status == .done ? .done : .shipped)
        line.shipped = quantity
        line.shipBy = whole.shipBy
        line.confirmBy = whole.confirmBy
        line.doneAt = whole.doneAt
        line.refunded = max(.zero, whole.refunded - (net - parted))
        lines[index].quantity -= quantity
        lines[index].shipped -= quantity
        lines[index].refunded -= line.refunded
        lines.append(line)
        if lines[index].left == 0 {
            lines[index].status = .closedRefunded
            lines[index].isClaimed = false
            lines[index].confirmBy = nil
        } else if lines[index].status == .partShipped, lines[index].shipped == 0 {
            lines[index].status = .waitShip
        }
        return lines.count - 1
    }
}

extension Shop {
    /// By how much more (or, below zero, less) an exchange's goods cost. The same thing again
    /// costs nothing; something else its price of today, the reductions of the purchase staying.
    func difference(_ items: [AfterSale.Item], in order: Order) -> Money {
        items.reduce(.zero) { sum, item in
            let old = order.lines[item.line]
            guard let to = item.replacement, to != old.variant, let new = variant(to) else {
                return sum
            }
            return sum + (new.price - old.price) * item.quantity
        }
    }

    /// Something else may not be so cheap that less than nothing would be left of what was paid.
    func checkWorth(_ items: [AfterSale.Item], in order: Order) throws(Refusal) {
        for item in items {
            let worth =
                order.refundable(line: item.line, quantity: item.quantity)
                + difference([item], in: order)
            guard worth >= .zero else { throw .badAmount(worth) }
        }
    }

    /// The shelf has all replacements, without the pieces that are just coming back: those are
    /// what the buyer does not want.
    func checkReplacements(_ items: [AfterSale.Item], in order: Order) throws(Refusal) {
        for item in items {
            guard item.quantity <= order.handed(line: item.line) else { throw .notShipped }
            guard let to = item.replacement else { throw .replacementMissing(line: item.line) }
            let wanted = items.reduce(0) { $1.replacement == to ? $0 + $1.quantity : $0 }
            try checkStock(to, wanted)
        }
    }

    // MARK: Applying

    /// The replacement takes the old pieces' place: off the shelf, with its own price; what came
    /// back goes onto the shelf. The difference has been settled before.
    mutating func swap(ofCase id: AfterSaleID, isReturned: Bool, at instant: Instant) {
        guard let item = afterSales[id] else { return }
        for (place, piece) in item.items.enumerated() {
            guard let old = orders[item.order]?.lines[piece.line], let to = piece.replacement,
                let new = variant(to)
            else { continue }
            if isReturned { changeStock(of: old.variant, by: piece.quantity) }
            changeStock(of: to, by: -piece.quantity)
            guard to != old.variant else { continue }
            guard let line = orders[item.order]?.part(piece.quantity, from: piece.line)
            else { continue }
            orders[item.order]?.lines[line].variant = to
            orders[item.order]?.lines[line].price = new.price
            afterSales[id]?.items[place] = AfterSale.Item(
                line: line, quantity: piece.quantity, replacement: to)
            let parted = orders[item.order]?.lines[line]
            if parted?.status == .shipped, parted?.confirmBy == nil {
                startReceiptClock(line: line, of: item.order, at: instant)
            }
        }
        balanceEscrow(of: item.order)
    }

    /// Escrow holds what has not been confirmed at its new price; the shop has the rest. One sum
    /// settled the difference of goods on both sides.
    private mutating func balanceEscrow(of id: OrderID) {
        guard let order = orders[id] else { return }
        let surplus = order.ledger.held - order.owed
        guard surplus < .zero else {
            release(surplus, of: id)
            return
        }
        orders[id]?.ledger.held -= surplus
        orders[id]?.ledger.released += surplus
        books.shop += surplus
    }
}
