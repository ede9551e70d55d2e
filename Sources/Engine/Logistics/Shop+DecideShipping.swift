extension Shop {
    func ship(_ id: OrderID, _ carrier: String, _ tracking: String, at instant: Instant)
        throws(Refusal) -> [Event]
    {
        let order = try anyOrder(id)
        // A closed order is never shipped.
        try require(order, .waitShip)
        if let open = openAfterSale(of: id) { throw .afterSaleOpen(open.id) }
        for line in order.lines where !line.isClaimed {
            throw .outOfStock(line.variant, left: variant(line.variant)?.stock ?? 0)
        }
        let parcel = Parcel(carrier: carrier, tracking: tracking, shippedAt: instant)
        return [.shipped(order: id, parcel: parcel)]
    }

    func reportScan(_ tracking: String, _ code: Scan.Code, _ text: String, at instant: Instant)
        throws(Refusal) -> [Event]
    {
        guard let found = orderOfTracking[tracking] else { throw .noSuchParcel(tracking) }
        let scan = Scan(at: instant, code: code, text: text)
        return [.scanned(order: found, tracking: tracking, scan: scan)]
    }

    func restock(_ id: VariantID, _ quantity: Int) throws(Refusal) -> [Event] {
        guard variant(id) != nil else { throw .noSuchVariant(id) }
        guard (1...100_000).contains(quantity) else { throw .badQuantity(quantity) }
        return [.restocked(variant: id, quantity: quantity)]
    }
}
