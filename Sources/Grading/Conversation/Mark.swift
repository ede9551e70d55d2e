public import Engine

/// One reason why points were gained, taken off again or never earned, with what happened and
/// what was said that caused it.
public struct Mark: Hashable, Sendable, Codable {
    public var dimension: Dimension
    public var effect: Effect
    public var title: Engine.Bilingual
    public var evidence: Evidence
    /// What to do next time; nil where nothing was lost.
    public var advice: Engine.Bilingual?

    public enum Effect: Hashable, Sendable, Codable {
        case gained(Int)
        /// Taken off what was gained in the same dimension.
        case deducted(Int)
        /// Never earned.
        case missed(Int)
    }

    public init(
        _ dimension: Dimension, _ effect: Effect, _ title: Engine.Bilingual,
        evidence: Evidence = Evidence(), advice: Engine.Bilingual? = nil
    ) {
        self.dimension = dimension
        self.effect = effect
        self.title = title
        self.evidence = evidence
        self.advice = advice
    }

    /// What this adds to the grade; a dimension's grade is the sum over its marks.
    public var points: Int {
        switch effect {
        case .gained(let n): n
        case .deducted(let n): -n
        case .missed: 0
        }
    }

    /// What this cost, compared with full marks.
    public var lost: Int {
        switch effect {
        case .gained: 0
        case .deducted(let n), .missed(let n): n
        }
    }
}

/// The events and lines behind a mark, so that a learner can be shown the very spot.
public struct Evidence: Hashable, Sendable, Codable {
    /// Places in the journal.
    public var events: [Int]
    public var quotes: [Quote]

    public init(events: [Int] = [], quotes: [Quote] = []) {
        self.events = events
        self.quotes = quotes
    }

    /// A line of the chat as it was said.
    public struct Quote: Hashable, Sendable, Codable {
        public var message: MessageID
        public var event: Int
        public var at: Instant
        /// The line's author: the customer, or else the shop.
        public var isBuyer: Bool
        public var text: String

        public init(message: MessageID, event: Int, at: Instant, isBuyer: Bool, text: String) {
            self.message = message
            self.event = event
            self.at = at
            self.isBuyer = isBuyer
            self.text = text
        }
    }
}

/// The seven sides of a conversation that are marked, with 100 points among them.
public enum Dimension: String, Hashable, Sendable, Codable, CaseIterable {
    case outcome, process, accuracy, language, speed, record, redLines

    /// How many of the hundred points it holds; a red line holds none and caps them all.
    public var points: Int {
        switch self {
        case .outcome: 35
        case .process, .accuracy, .language: 15
        case .speed, .record: 10
        case .redLines: 0
        }
    }

    public var name: Engine.Bilingual {
        switch self {
        case .outcome: Engine.Bilingual(zh: "结果", en: "Outcome")
        case .process: Engine.Bilingual(zh: "流程", en: "Process")
        case .accuracy: Engine.Bilingual(zh: "准确", en: "Accuracy")
        case .language: Engine.Bilingual(zh: "用语", en: "Language")
        case .speed: Engine.Bilingual(zh: "速度", en: "Speed")
        case .record: Engine.Bilingual(zh: "记录", en: "Record")
        case .redLines: Engine.Bilingual(zh: "红线", en: "Red lines")
        }
    }
}
