public import Engine

/// The grade of one conversation out of 100, every point with its reason.
public struct ConversationGrade: Hashable, Sendable, Codable {
    public var conversation: ConversationID
    public var customer: CustomerID
    public var customerName: String
    /// The scenario the conversation came from; nil where it came from none.
    public var scenario: String?
    public var title: Engine.Bilingual
    public var stage: Conversation.Stage
    public var openedAt: Instant
    /// In the order of `Dimension.allCases`, and inside one in the order in which they were found.
    public var marks: [Mark]
    /// Set when a red line was crossed.
    public var cap: Int?
    public var promises: [PromiseReport]
    public var lights: [Light]
    public var mood: MoodTrack
    /// Lines that apologise or "will report" while nothing was done, promised with a date or
    /// written down; empty when there is nothing to blame.
    public var emptyPoliteness: [Evidence.Quote]
    /// Every value the agent said, with whether it was so.
    public var statements: [Statement]
    /// Stars the customer gave.
    public var rating: Int?
    /// All that the scenario asks for came about.
    public var isSuccess: Bool

    /// Out of 100, after the cap.
    public var total: Int { min(cap ?? 100, sum) }
    /// Before the cap.
    public var sum: Int { marks.reduce(0) { $0 + $1.points } }

    public func points(of dimension: Dimension) -> Int {
        marks.reduce(0) { $0 + ($1.dimension == dimension ? $1.points : 0) }
    }

    public func marks(of dimension: Dimension) -> [Mark] {
        marks.filter { $0.dimension == dimension }
    }
}

/// A promise made in the conversation and what became of it.
public struct PromiseReport: Hashable, Sendable, Codable {
    /// Nil for words that promised and bound to nothing.
    public var promise: PromiseID?
    public var text: String
    public var madeAt: Instant
    public var due: Instant?
    public var outcome: Outcome
    public var evidence: Evidence

    public enum Outcome: String, Hashable, Sendable, Codable, CaseIterable {
        case kept, late, broken
        /// Its time had not come when the shift ended.
        case open
        /// Said without a time ("尽快"), or never entered: nobody can count on it.
        case undated

        public var name: Engine.Bilingual {
            switch self {
            case .kept: Engine.Bilingual(zh: "已兑现", en: "kept")
            case .late: Engine.Bilingual(zh: "迟到", en: "late")
            case .broken: Engine.Bilingual(zh: "未兑现", en: "broken")
            case .open: Engine.Bilingual(zh: "未到期", en: "not yet due")
            case .undated: Engine.Bilingual(zh: "没说时间", en: "no date given")
            }
        }
    }
}

/// One of the five steps of serving a customer (五步一法), lit when the conversation shows it.
public struct Light: Hashable, Sendable, Codable {
    public var step: Step
    /// What lit it; nil leaves it dark.
    public var evidence: Evidence?
    public var isLit: Bool { evidence != nil }

    public enum Step: String, Hashable, Sendable, Codable, CaseIterable {
        /// 认识: greeted, and the customer's file or order looked at.
        case meet
        /// 了解: asked, or a hidden need brought to light.
        case learn
        /// 帮助: something was done.
        case help
        /// 理解: the feeling was named, or the mood rose after words.
        case understand
        /// 感动: more than was asked, and a content customer at the end.
        case move

        public var name: Engine.Bilingual {
            switch self {
            case .meet: Engine.Bilingual(zh: "认识客户", en: "Meet")
            case .learn: Engine.Bilingual(zh: "了解客户", en: "Learn")
            case .help: Engine.Bilingual(zh: "帮助客户", en: "Help")
            case .understand: Engine.Bilingual(zh: "理解客户", en: "Understand")
            case .move: Engine.Bilingual(zh: "感动客户", en: "Move")
            }
        }
    }
}

/// How the customer felt from the first line to the last, and where it turned.
public struct MoodTrack: Hashable, Sendable, Codable {
    public var start: Int
    public var end: Int
    public var shifts: [Shift]
    /// The largest single change, down before up when they are equal.
    public var turningPoint: Shift?

    public struct Shift: Hashable, Sendable, Codable {
        public var event: Int
        public var at: Instant
        public var by: Int
        /// The rule of the simulation that moved it, e.g. `wait`.
        public var rule: String
        /// What that rule is called, where it is known.
        public var title: Engine.Bilingual?
        /// The line that caused it, where one did.
        public var quote: Evidence.Quote?
    }
}

/// One value that the agent said, and whether it was so at that moment.
public struct Statement: Hashable, Sendable, Codable {
    public var quote: Evidence.Quote
    /// The words of the value: `298.00`, `L`, `明天下午5点`.
    public var words: String
    public var truth: Truth
    /// What it was compared with, or what would have been right.
    public var source: Engine.Bilingual

    public enum Truth: String, Hashable, Sendable, Codable {
        case isTrue = "true"
        case isFalse = "false"
        case unknown
    }
}
