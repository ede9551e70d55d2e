extension Shop {
    /// The warehouse and the carrier.
    func decideShipping(_ command: Command, at instant: Instant) throws(Refusal) -> [Event] {
        switch command {
        case .ship(let id, let carrier, let tracking):
            let order = try anyOrder(id)
            // A closed order is never shipped.
            try require(order, .waitShip)
            if let open = openAfterSale(of: id) { throw .afterSaleOpen(open.id) }
            for line in order.lines where !line.isClaimed {
                throw .outOfStock(line.variant, left: variant(line.variant)?.stock ?? 0)
            }
            let parcel = Parcel(carrier: carrier, tracking: tracking, shippedAt: instant)
            return [.shipped(order: id, parcel: parcel)]
        case .scan(let tracking, let code, let text):
            let found = orders.values.first { order in
                order.parcels.contains { $0.tracking == tracking }
            }
            guard let found else { throw .noSuchParcel(tracking) }
            let scan = Scan(at: instant, code: code, text: text)
            return [.scanned(order: found.id, tracking: tracking, scan: scan)]
        case .restock(let id, let quantity):
            guard variant(id) != nil else { throw .noSuchVariant(id) }
            guard (1...100_000).contains(quantity) else { throw .badQuantity(quantity) }
            return [.restocked(variant: id, quantity: quantity)]
        case _: throw .notYourPart
        }
    }
}
