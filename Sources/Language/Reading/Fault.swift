public import Engine

/// Something an agent must not say, with the reason and a better wording in both languages.
public struct Fault: Hashable, Sendable, Codable {
    /// Which rule of the trade it breaks.
    public enum Kind: String, CaseIterable, Hashable, Sendable, Codable {
        /// 服务禁语: "不归我管", "自己看", "爱买不买".
        case taboo
        /// 极限词: words the advertising law forbids, "最好", "全网最低".
        case superlative
        /// Certainty nobody can give: "肯定合适", "保证明天到".
        case overPromise
        /// Contact or payment outside the platform.
        case offPlatform
        /// A full phone number, address or name read out.
        case privacyLeak
        /// Money or gifts for a good review, or for deleting a bad one.
        case paidReview
        case insult
        /// A cure claimed for something that is not a medicine.
        case medicalClaim
        /// Asks the buyer to pick a refund reason that is not true.
        case falseReason
        /// Speaks ill of a rival.
        case disparage
        /// One character or so where a person expects a sentence: "哦", "嗯", "在".
        case curt
        /// What the platform of the shop forbids beyond the law: words of its profile.
        case platformRule

        /// As a pack writes it: `over-promise`.
        public var written: String { Spelling.hyphened(rawValue) }
    }

    /// Light costs a little, medium more, severe is a red line.
    public enum Severity: String, CaseIterable, Hashable, Sendable, Codable, Comparable {
        case light, medium, severe

        public static func < (a: Self, b: Self) -> Bool { a.rank < b.rank }

        private var rank: Int {
            switch self {
            case .light: 0
            case .medium: 1
            case .severe: 2
            }
        }
    }

    public var kind: Kind
    public var severity: Severity
    public var why: Bilingual
    public var better: Bilingual

    public init(kind: Kind, severity: Severity, why: Bilingual, better: Bilingual) {
        self.kind = kind
        self.severity = severity
        self.why = why
        self.better = better
    }
}

extension Fault {
    /// What a chat may hold and a group or a post may not.
    static let toldInPublic = Fault(
        kind: .privacyLeak, severity: .severe,
        why: Bilingual(
            zh: "这里别人都看得见，顾客的订单、运单、电话不能公开说",
            en: "Others read along: a customer's order, parcel and telephone are not for them"),
        better: Bilingual(
            zh: "请您私信我们，把订单核对清楚",
            en: "Please send us a private message so we can check your order"))
}
