extension Shop {
    /// What must be true of parcels, reviews and the list of orders under way after every event.
    func roadViolations() -> [String] {
        var found: [String] = []
        for order in orders.values {
            for (index, line) in order.lines.enumerated()
            where line.shipped < 0 || line.shipped + line.cancelled > line.quantity {
                found.append("order \(order.id) line \(index): more pieces than were bought")
            }
            for parcel in order.parcels {
                if ordersOfTracking[parcel.tracking]?.contains(order.id) != true {
                    found.append("parcel \(parcel.tracking): not found by its number")
                }
                if let claim = parcel.claim, let paid = claim.paid, paid > claim.amount {
                    found.append("parcel \(parcel.tracking): paid more than was claimed")
                }
            }
            if underWay.contains(order.id) != isUnderWay(order) {
                found.append("order \(order.id): wrongly listed as under way or not")
            }
            let reviewed = reviews(of: order.id).map(\.line)
            if Set(reviewed).count != reviewed.count {
                found.append("order \(order.id): one line reviewed twice")
            }
        }
        return found
    }
}
