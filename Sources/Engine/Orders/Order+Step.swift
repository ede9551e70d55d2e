extension Order {
    /// What can happen to an order beside what has an event of its own.
    public enum Step: Hashable, Sendable, Codable {
        /// The deposit is in; the balance opens later.
        case depositPaid([Payment])
        /// The balance was not paid in time: the shop keeps the deposit.
        case depositForfeited
        /// Paid, and waiting for others to buy as well.
        case joinedGroup(Group)
        case groupCompleted(shipBy: Instant)
        /// Not enough buyers in time; the money is back.
        case groupFailed(Refund)
        /// Paid and not shipped, cancelled at once; the money is back.
        case cancelledPaid(Refund)
        case itemsChanged([ItemChanged], Settlement)
        /// The old payments have gone back, a new one has come.
        case paymentChanged(refund: Refund, payment: Payment)
        /// Goes in one parcel with these; duplicated postage comes back.
        case merged(under: OrderID, refund: Refund?)
        case nudged
        case shipDateMoved(to: Instant, reason: String, bySeller: Bool)
        /// The warehouse cannot send this line.
        case shortageFound(line: Int)
        case invoiceRequested(Command.InvoiceRequest)
        case invoiceIssued(Invoice)
        case invoiceReversed(number: String, reversal: String)
        /// Money back outside a case: a deposit, a difference.
        case moneyReturned(Refund)
        /// The shop owes the deposit once more on top.
        case depositDoubled(Money)
        /// The carrier's first scan did not come in time.
        case scanOverdue(tracking: String)
    }

    public struct ItemChanged: Hashable, Sendable, Codable {
        public let line: Int
        public let from: VariantID
        public let to: VariantID
        public let price: Money

        public init(line: Int, from: VariantID, to: VariantID, price: Money) {
            self.line = line
            self.from = from
            self.to = to
            self.price = price
        }
    }
}
