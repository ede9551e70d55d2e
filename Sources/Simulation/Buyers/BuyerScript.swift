public import Engine

/// A customer's part in one scenario: who, how they feel, what they open with, how they react.
public struct BuyerScript: Hashable, Sendable {
    /// The scenario's name, e.g. `P02`.
    public var id: String
    public var persona: Persona
    public var customer: CustomerID
    public var channel: Conversation.Channel
    public var stage: Conversation.Stage
    public var order: OrderID?
    /// Where parcels of orders placed in the conversation go.
    public var address: AddressTexts
    public var opens: Wordings
    public var chart: Chart
    /// The pack's own wordings are used where nil.
    public var misunderstood: Wordings?
    /// How departments answer tickets from this conversation.
    public var answers: [Department: DepartmentHabits]

    public init(
        id: String, persona: Persona, customer: CustomerID, channel: Conversation.Channel,
        stage: Conversation.Stage, order: OrderID? = nil, address: AddressTexts, opens: Wordings,
        chart: Chart, misunderstood: Wordings? = nil,
        answers: [Department: DepartmentHabits] = [:]
    ) {
        self.id = id
        self.persona = persona
        self.customer = customer
        self.channel = channel
        self.stage = stage
        self.order = order
        self.address = address
        self.opens = opens
        self.chart = chart
        self.misunderstood = misunderstood
        self.answers = answers
    }
}

/// An address as it is written in each language.
public struct AddressTexts: Hashable, Sendable {
    public var zh: Address
    public var en: Address

    public init(zh: Address, en: Address) {
        self.zh = zh
        self.en = en
    }

    public subscript(tongue: Engine.Tongue) -> Address {
        switch tongue {
        case .chinese: zh
        case .english: en
        }
    }
}

/// What sort of person a customer is.
public struct Persona: Hashable, Sendable {
    public var kind: Kind
    /// How they feel on arriving, 0…100.
    public var mood: Int
    /// How long they wait for an answer without minding.
    public var patience: Span
    /// In how many of a hundred conversations they rate without being asked.
    public var ratesUnasked: Int

    public init(kind: Kind, mood: Int, patience: Span, ratesUnasked: Int) {
        self.kind = kind
        self.mood = mood
        self.patience = patience
        self.ratesUnasked = ratesUnasked
    }

    /// The personas of the trade, by their letters.
    public enum Kind: String, Hashable, Sendable, CaseIterable {
        case novice = "N"
        case hesitant = "H"
        case bargainer = "B"
        case expert = "E"
        case anxious = "A"
        case angry = "R"
        case vip = "V"
        case gift = "G"
        case corporate = "P"
        case elder = "O"
        case terse = "Q"
        case claimant = "S"
        case troll = "T"
    }
}
