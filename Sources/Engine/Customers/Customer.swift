/// A person who buys, as the shop's customer file knows them.
public struct Customer: Hashable, Sendable, Codable {
    public let id: CustomerID
    public var name: String
    public var account: String
    public var level: Level
    public internal(set) var tags: [Tag]
    public internal(set) var notes: [Note]
    public var history: History
    /// Coupons in the customer's purse.
    public internal(set) var coupons: [CouponID]

    public init(
        id: CustomerID, name: String, account: String, level: Level = .store, tags: [Tag] = [],
        notes: [Note] = [], history: History = History(), coupons: [CouponID] = []
    ) {
        self.id = id
        self.name = name
        self.account = account
        self.level = level
        self.tags = tags
        self.notes = notes
        self.history = history
        self.coupons = coupons
    }

    /// 店铺客户, 普通, 高级, VIP, 至尊VIP.
    public enum Level: Int, Hashable, Sendable, Codable, CaseIterable {
        case store, regular, senior, vip, supreme
    }

    /// What was bought before this shift.
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
    }
}
