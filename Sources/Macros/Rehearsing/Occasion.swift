public import Engine
public import Language

/// Where a macro is to run: which shop, which talk, which order, in which language, and what stands
/// in the composer.
public struct Occasion: Sendable {
    /// As it is now: a run is decided on a copy of it.
    public var shop: Shop
    public var conversation: ConversationID
    /// The one in view; nil for the conversation's own, else the customer's only one.
    public var order: OrderID?
    /// What customers are told.
    public var agentName: String?
    /// In which language texts are written.
    public var tongue: Tongue
    public var draft: Draft
    /// Reads a text: faults, and the promises that are in it. Nil where nobody reads.
    public var reads: (@Sendable (String, Context) -> Reading)?
    /// What else there is to say against a text, such as an amount that the shop contradicts; asked
    /// with the shop as it is by then.
    public var objections: (@Sendable (String, Conversation, Shop) -> [Objection])?

    /// Words of a text, and what speaks against them.
    public struct Objection: Hashable, Sendable {
        public var words: String
        public var reason: Bilingual

        public init(_ words: String, _ reason: Bilingual) {
            self.words = words
            self.reason = reason
        }
    }

    public init(
        shop: Shop, conversation: ConversationID, order: OrderID? = nil,
        agentName: String? = nil, tongue: Tongue, draft: Draft = Draft()
    ) {
        self.shop = shop
        self.conversation = conversation
        self.order = order
        self.agentName = agentName
        self.tongue = tongue
        self.draft = draft
    }
}

/// What stands in the composer.
public struct Draft: Hashable, Sendable {
    public var text: String
    /// Characters from the start; nil for behind the text.
    public var caret: Int?

    public init(_ text: String = "", caret: Int? = nil) {
        self.text = text
        self.caret = caret
    }
}

/// What the person has given: values for parameters and choices by name, and yeses.
public struct Answers: Hashable, Sendable {
    /// As typed: `5.00`, `明天 18:00`; for a choice its value or its place, counted from 1.
    public var values: [String: String]
    /// Numbers of the `confirm` steps that were answered with yes.
    public var confirmed: Set<Int>

    public init(_ values: [String: String] = [:], confirmed: Set<Int> = []) {
        self.values = values
        self.confirmed = confirmed
    }
}
