/// One paid order as an analysis of customers sees it: who, when, how much.
public struct Purchase: Hashable, Sendable {
    public let customer: CustomerID
    /// When it was paid.
    public let at: Instant
    /// What was paid, refunds already taken off. An order with nothing left is no purchase.
    public let paid: Money

    public init(customer: CustomerID, at: Instant, paid: Money) {
        self.customer = customer
        self.at = at
        self.paid = paid
    }
}

extension Instant {
    /// The number of the calendar day on the shop's wall, days since 1970-01-01, whole.
    func civilDay(offset: Int) -> Int {
        let local = milliseconds + Int64(offset) * 60_000
        let day = local / 86_400_000
        return Int(local < day * 86_400_000 ? day - 1 : day)
    }
}
