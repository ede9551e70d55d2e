/// A customer in figures, as the customer page shows them. All counted, nothing guessed: what the
/// file's history does not say is not there.
public struct CustomerCard: Hashable, Sendable {
    public let customer: CustomerID
    /// Orders paid for, also those that went back.
    public let orders: Int
    /// Paid and not gone back.
    public let spent: Money
    /// Of an order that did not wholly go back, in whole fen, halves up; nil before the first.
    public let average: Money?
    public let lastBought: Instant?
    /// Orders with money gone back.
    public let refunds: Int
    /// Of a hundred orders, how many were sent back, rounded down; nil before the first.
    public let returnRate: Int?
    public let openPromises: Int
    /// The last twelve months on the shop's wall, oldest first, this one last.
    public let months: [Month]
    /// Spent before this shift in months that the store does not know.
    public let undated: Money

    /// What was spent in one month, refunds taken off.
    public struct Month: Hashable, Sendable {
        public let year: Int
        public let month: Int
        public internal(set) var orders: Int
        public internal(set) var spent: Money
    }
}

extension Shop {
    /// The figures of one customer now; nil where there is none of that name.
    ///
    /// O(orders of the customer + promises not yet done).
    public func card(of id: CustomerID, at instant: Instant) -> CustomerCard? {
        guard customers[id] != nil else { return nil }
        let dealings = dealings(of: id)
        var months = CustomerCard.Month.twelve(until: CivilTime(instant, offset: offset))
        var dated = Money.zero
        var gone = 0
        for order in orders(of: id) {
            guard let paidAt = order.paidAt else { continue }
            let net = order.ledger.paid - order.ledger.refunded
            guard net > .zero else {
                gone += 1
                continue
            }
            dated += net
            let day = CivilTime(paidAt, offset: offset)
            if let place = months.firstIndex(where: { $0.year == day.year && $0.month == day.month }
            ) {
                months[place].orders += 1
                months[place].spent += net
            }
        }
        let kept = max(0, dealings.bought - gone)
        return CustomerCard(
            customer: id, orders: dealings.bought, spent: dealings.spent,
            average: kept == 0 || dealings.spent <= .zero
                ? nil : dealings.spent.share(1, of: kept),
            lastBought: dealings.lastBought, refunds: dealings.refunded,
            returnRate: dealings.returnRate, openPromises: openPromises(to: id), months: months,
            undated: max(.zero, dealings.spent - dated))
    }

    /// Promised to this customer and neither done nor broken.
    func openPromises(to customer: CustomerID) -> Int {
        unmetPromises.reduce(0) { count, id in
            guard let promise = promises[id], promise.isOpen,
                conversations[promise.conversation]?.customer == customer
            else { return count }
            return count + 1
        }
    }
}

extension CustomerCard.Month {
    static func twelve(until day: CivilTime) -> [Self] {
        (0..<12).reversed().map { back in
            let month = day.year * 12 + day.month - 1 - back
            return Self(year: month / 12, month: month % 12 + 1, orders: 0, spent: .zero)
        }
    }
}
