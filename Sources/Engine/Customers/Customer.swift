/// A person who buys, as the shop's customer file knows them.
public struct Customer: Hashable, Sendable {
    public let id: CustomerID
    public var name: String
    public var account: String
    public internal(set) var level: Level
    public internal(set) var tags: [Tag]
    public internal(set) var notes: [Note]
    public internal(set) var history: History
    /// Coupons in the customer's purse.
    public internal(set) var coupons: [CouponID]
    /// Means of payment in the customer's purse.
    public internal(set) var accounts: [Account]
    public internal(set) var consent: Consent
    public internal(set) var block: Block?
    /// When marketing last reached them.
    public internal(set) var marketedAt: [Instant]
    /// Where their parcels usually go.
    public internal(set) var address: Address?

    public init(
        id: CustomerID, name: String, account: String, level: Level = .store, tags: [Tag] = [],
        notes: [Note] = [], history: History = History(), coupons: [CouponID] = [],
        accounts: [Account] = [], consent: Consent = Consent(), block: Block? = nil,
        address: Address? = nil
    ) {
        self.id = id
        self.name = name
        self.account = account
        self.level = level
        self.tags = tags
        self.notes = notes
        self.history = history
        self.coupons = coupons
        self.accounts = accounts
        self.consent = consent
        self.block = block
        self.marketedAt = []
        self.address = address
    }

    public func account(_ id: AccountID) -> Account? { accounts.first { $0.id == id } }

    public func isBlacklisted(at instant: Instant) -> Bool {
        block.map { instant < $0.until } ?? false
    }

    /// 店铺客户, 普通, 高级, VIP, 至尊VIP.
    public enum Level: Int, Hashable, Sendable, Codable, CaseIterable {
        case store, regular, senior, vip, supreme
    }

    /// Whether the shop may send marketing. A refusal is final until the customer asks again.
    public struct Consent: Hashable, Sendable, Codable {
        public internal(set) var state: State
        public internal(set) var at: Instant?
        /// Where it was said: a form, the chat.
        public internal(set) var source: String

        public init(state: State = .unasked, at: Instant? = nil, source: String = "") {
            self.state = state
            self.at = at
            self.source = source
        }

        public enum State: String, Hashable, Sendable, Codable, CaseIterable {
            case unasked, given, refused
        }
    }

    /// On the blacklist: no marketing, a flag for the desk. It never takes away a legal right.
    public struct Block: Hashable, Sendable, Codable {
        public let at: Instant
        public let reason: String
        public let proof: [Evidence]
        /// It ends by itself; a mark for ever would be a sentence.
        public let until: Instant

        public init(at: Instant, reason: String, proof: [Evidence], until: Instant) {
            self.at = at
            self.reason = reason
            self.proof = proof
            self.until = until
        }
    }

    /// What was bought before this shift. It knows what happened up to `lastBought`: an order in
    /// the store that was placed no later is in it already and is not counted twice.
    public struct History: Hashable, Sendable, Codable {
        public var orders: Int
        public var spent: Money
        public var lastBought: Instant?
        public var refunds: Int
        /// Earlier conversations, newest last, one line each.
        public var conversations: [String]

        public init(
            orders: Int = 0, spent: Money = .zero, lastBought: Instant? = nil, refunds: Int = 0,
            conversations: [String] = []
        ) {
            self.orders = orders
            self.spent = spent
            self.lastBought = lastBought
            self.refunds = refunds
            self.conversations = conversations
        }
    }

    public struct Note: Hashable, Sendable, Codable {
        public let at: Instant
        public let text: String
        public init(at: Instant, text: String) {
            self.at = at
            self.text = text
        }
    }

    /// What can happen to a customer's file apart from tags, notes and coupons.
    public enum Step: Hashable, Sendable, Codable {
        case consentGiven(source: String)
        case optedOut(source: String)
        case blocked(Block)
        case unblocked(byTimer: Bool)
        case levelChanged(from: Level, to: Level)
        case merged(CustomerMerge)
        case parted(CustomerMerge)
        case surveyAnswered(campaign: CampaignID, texts: [String])
        case balanceChanged(account: AccountID, by: Money)
    }
}

/// A word hung on a customer so that the next agent knows; it says where it came from and when
/// it ends (打标).
public struct Tag: Hashable, Sendable, Codable {
    public let name: String
    public let source: Source
    public let at: Instant
    public let expires: Instant?

    public init(name: String, source: Source, at: Instant, expires: Instant? = nil) {
        self.name = name
        self.source = source
        self.at = at
        self.expires = expires
    }

    public enum Source: Hashable, Sendable {
        case rule
        case manual(AgentID)
        case imported
        /// Put on many customers at once.
        case batch(AgentID)
    }
}
