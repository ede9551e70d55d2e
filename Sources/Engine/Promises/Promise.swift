/// Something the agent told a customer would be done by a time. It is remembered, and it is
/// judged by what happens, not by what is said afterwards.
public struct Promise: Hashable, Sendable, Codable {
    public let id: PromiseID
    public let conversation: ConversationID
    public let text: String
    public let deed: Deed
    public let madeAt: Instant
    public let due: Instant
    /// The message whose words made it; nil when the agent entered it by a command.
    public let message: MessageID?
    public internal(set) var state: State

    /// What has to happen for the promise to be kept.
    public enum Deed: Hashable, Sendable {
        /// The customer hears from the shop again: an answer, heard by the platform; where a ticket
        /// is awaited, after its answer.
        case report(ticket: TicketID?)
        /// The customer is asked how it went (回访): a reply no earlier than this, for a word that
        /// is said today does not keep what was agreed for another day.
        case visit(from: Instant)
        /// The order leaves the warehouse.
        case ship(OrderID)
        /// What the customer has still to order or to pay for leaves the warehouse. Nothing is
        /// owed until it is paid.
        case shipOncePaid
        /// The money goes back.
        case refund(OrderID)
        /// The carrier scans the order's newest parcel.
        case scan(OrderID)
        /// Something more is sent for the order: what was missing, or a replacement.
        case another(OrderID)
        /// What was agreed in a case has left.
        case reship(AfterSaleID)
        /// The case is settled, one way or another.
        case settle(AfterSaleID)
    }

    public enum State: Hashable, Sendable, Codable {
        case open
        case kept(at: Instant)
        /// The time passed and the deed had not been done.
        case broken(at: Instant)
        /// Done after it had been broken.
        case late(at: Instant)
        /// The message that made it was recalled before its time, or what it depended on did not
        /// come: nothing is waited for.
        case withdrawn(at: Instant)
    }

    public var isOpen: Bool { state == .open }

    /// For so long the next reply may still belong to the promise ("please hold on"): it keeps it
    /// only by what it says.
    public static let breath = Span.minutes(1)
}
