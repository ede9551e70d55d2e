extension Shop {
    /// Takes a line's pieces from the shelf where there are enough; otherwise the line stays
    /// unclaimed and cannot be shipped.
    mutating func claim(line index: Int, of id: OrderID) {
        guard let line = orders[id]?.lines[index], !line.isClaimed,
            let variant = variant(line.variant)
        else { return }
        guard variant.stock >= line.unshipped else {
            wait(for: line.variant, id)
            return
        }
        changeStock(of: line.variant, by: -line.unshipped)
        orders[id]?.lines[index].isClaimed = true
        orders[id]?.lines[index].isShort = false
    }

    /// New pieces go to the paid orders that have waited longest.
    mutating func claimWaiting(_ variant: VariantID) {
        guard let waiting = ordersWithoutStock[variant] else { return }
        ordersWithoutStock[variant] = nil
        for id in waiting {
            guard let order = orders[id] else { continue }
            for (index, line) in order.lines.enumerated()
            where line.variant == variant && line.isMissingPieces {
                claim(line: index, of: id)
            }
        }
    }

    /// At the end of those who wait for this thing; an order waits once however many lines do.
    mutating func wait(for variant: VariantID, _ id: OrderID) {
        if ordersWithoutStock[variant]?.contains(id) == true { return }
        ordersWithoutStock[variant, default: []].append(id)
    }

    mutating func release(line index: Int, of id: OrderID) {
        guard let line = orders[id]?.lines[index], line.isClaimed else { return }
        changeStock(of: line.variant, by: line.unshipped)
        orders[id]?.lines[index].isClaimed = false
    }

    mutating func changeStock(of variant: VariantID, by change: Int) {
        guard let product = productOfVariant[variant],
            let index = products[product]?.variants.firstIndex(where: { $0.id == variant })
        else { return }
        products[product]?.variants[index].stock += change
    }

    /// The pieces of one thing that are in the house: on the shelf, and set aside for paid orders.
    /// Only what leaves in a parcel, comes back, is delivered, or turns out never to have been
    /// there changes their sum.
    public func pieces(of id: VariantID) -> (onShelf: Int, setAside: Int) {
        let setAside = orders.values.reduce(0) { sum, order in
            order.lines.reduce(sum) {
                $1.variant == id && $1.isClaimed ? $0 + $1.unshipped : $0
            }
        }
        return (variant(id)?.stock ?? 0, setAside)
    }
}

extension Order.Line {
    /// Paid, to be sent, and not set aside.
    var isMissingPieces: Bool {
        switch status {
        case .grouping, .waitShip, .partShipped: !isClaimed && unshipped > 0
        case .waitPay, .depositPaid, .depositForfeit, .shipped, .signed, .done, .closedUnpaid,
            .closedRefunded:
            false
        }
    }
}
