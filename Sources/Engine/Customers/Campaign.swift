/// One message, announcement or short survey to many customers (群发).
public struct Campaign: Hashable, Sendable, Codable {
    public let id: CampaignID
    public let kind: Kind
    public let name: String
    public let text: String
    /// A survey's questions.
    public let questions: [String]
    public let at: Instant
    public let sentTo: [CustomerID]
    public let skipped: [Skipped]
    public internal(set) var answers: [Answer]
    /// Who said no more after it.
    public internal(set) var optedOut: [CustomerID]
    /// Orders placed by those reached within the window that the profile counts.
    public internal(set) var orders: [OrderID]

    public init(
        id: CampaignID, kind: Kind, name: String, text: String, questions: [String], at: Instant,
        sentTo: [CustomerID], skipped: [Skipped]
    ) {
        self.id = id
        self.kind = kind
        self.name = name
        self.text = text
        self.questions = questions
        self.at = at
        self.sentTo = sentTo
        self.skipped = skipped
        self.answers = []
        self.optedOut = []
        self.orders = []
    }

    public enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
        /// Marketing: care, reactivation. Needs consent and counts against the cap.
        case message
        /// About an order or the shop's service: a late batch, a closing day.
        case announcement
        case survey
    }

    /// Somebody the message did not go to, and why.
    public struct Skipped: Hashable, Sendable, Codable {
        public let customer: CustomerID
        public let why: Why
        public init(customer: CustomerID, why: Why) {
            self.customer = customer
            self.why = why
        }
        public enum Why: String, Hashable, Sendable, Codable, CaseIterable {
            case noConsent, optedOut, tooSoon, blacklisted
        }
    }

    public struct Answer: Hashable, Sendable, Codable {
        public let customer: CustomerID
        public let at: Instant
        /// One a question.
        public let texts: [String]

        public init(customer: CustomerID, at: Instant, texts: [String]) {
            self.customer = customer
            self.at = at
            self.texts = texts
        }
    }
}
