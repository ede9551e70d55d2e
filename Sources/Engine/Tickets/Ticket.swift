/// A request to another department, with what it needs to know and when it must have answered.
public struct Ticket: Hashable, Sendable {
    public let id: TicketID
    public let department: Department
    /// Of this shift; conversations are numbered anew in the next.
    public internal(set) var conversation: ConversationID?
    public let order: OrderID?
    public let summary: String
    public let openedAt: Instant
    public let due: Instant
    public internal(set) var answer: Answer?
    /// What the department needs to know, by name, in the order of the rules.
    public let fields: [Field]
    public let kind: Kind
    /// It was not answered in time.
    public internal(set) var isOverdue: Bool

    public init(
        id: TicketID, department: Department, conversation: ConversationID?, order: OrderID?,
        summary: String, openedAt: Instant, due: Instant, answer: Answer? = nil,
        fields: [Field] = [], kind: Kind = .request, isOverdue: Bool = false
    ) {
        self.id = id
        self.department = department
        self.conversation = conversation
        self.order = order
        self.summary = summary
        self.openedAt = openedAt
        self.due = due
        self.answer = answer
        self.fields = fields
        self.kind = kind
        self.isOverdue = isOverdue
    }

    public enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
        /// Something is to be done or found out.
        case request
        /// A problem seen, summed up for those who can mend it (问题整理).
        case summary
    }

    public struct Field: Hashable, Sendable, Codable {
        public let name: String
        public let value: String
        public init(name: String, value: String) {
            self.name = name
            self.value = value
        }

        /// A field left empty says nothing and is not kept.
        var isBlank: Bool { !value.contains { !$0.isWhitespace } }
    }

    public struct Answer: Hashable, Sendable, Codable {
        public let at: Instant
        public let text: String
        public init(at: Instant, text: String) {
            self.at = at
            self.text = text
        }
    }
}
