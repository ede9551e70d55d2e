/// A request to another department, with what it needs to know and when it must have answered.
public struct Ticket: Hashable, Sendable, Codable {
    public let id: TicketID
    public let department: Department
    public let conversation: ConversationID?
    public let order: OrderID?
    public let summary: String
    public let openedAt: Instant
    public let due: Instant
    public internal(set) var answer: Answer?

    public struct Answer: Hashable, Sendable, Codable {
        public let at: Instant
        public let text: String
        public init(at: Instant, text: String) {
            self.at = at
            self.text = text
        }
    }
}
