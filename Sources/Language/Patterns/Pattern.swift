public import Engine

/// What a scenario pack asks of a message: "does it probe about fit?", "does it name 2.00 yuan?".
///
/// ```yaml
/// {act: probe, about: fit}           # both in one sentence
/// {value: amount, is: 2.00}
/// {says: [宽松, loose|relaxed]}       # any of these words
/// any: [{act: offer}, {not: {fault: taboo}}]
/// ```
/// Keys written beside each other must hold in one and the same sentence; `all`, `any` and `not`
/// look at the whole message.
public indirect enum Pattern: Hashable, Sendable {
    case test(Test)
    case all([Pattern])
    case any([Pattern])
    case not(Pattern)

    /// Conditions on one sentence; those left nil ask nothing.
    public struct Test: Hashable, Sendable {
        public var act: Act?
        public var topic: Topic?
        public var value: ValueTest?
        public var says: Wording?
        public var fault: FaultTest?
        public var promise: PromiseTest?
        /// About the whole message.
        public var isQuestion: Bool?
        public var isEmptyPoliteness: Bool?
        public var language: MessageLanguage?

        public init() {}
    }

    /// A value of some sort, perhaps of some size.
    public struct ValueTest: Hashable, Sendable {
        public var sort: Value.Sort
        public var expected: Expected?
        public var unit: String?

        public init(sort: Value.Sort, expected: Expected? = nil, unit: String? = nil) {
            self.sort = sort
            self.expected = expected
            self.unit = unit
        }
    }

    /// What a value is compared with.
    public enum Expected: Hashable, Sendable {
        case amount(ClosedRange<Money>)
        case number(ClosedRange<Int>)
        case span(ClosedRange<Span>)
        case text(String)
        /// A day, or a minute of a day, on the shop's calendar; nil parts are free.
        case moment(Moment)
    }

    /// `2026-03-20`, `03-20`, `20`, each perhaps with ` 18:00`.
    public struct Moment: Hashable, Sendable {
        public var year: Int?
        public var month: Int?
        public var day: Int?
        public var minuteOfDay: Int?

        public init(year: Int? = nil, month: Int? = nil, day: Int?, minuteOfDay: Int? = nil) {
            self.year = year
            self.month = month
            self.day = day
            self.minuteOfDay = minuteOfDay
        }
    }

    public enum FaultTest: Hashable, Sendable {
        case any
        case kind(Fault.Kind)
    }

    /// A promise of some deed, perhaps asked to carry a date.
    public struct PromiseTest: Hashable, Sendable {
        public var deed: PromiseFound.Deed?
        public var isDated: Bool?

        public init(deed: PromiseFound.Deed? = nil, isDated: Bool? = nil) {
            self.deed = deed
            self.isDated = isDated
        }
    }

    /// Words or phrases in the notation of the lexicon, any of which will do.
    public struct Wording: Hashable, Sendable {
        public let phrases: [String]
        let index: PhraseIndex

        public static func == (a: Self, b: Self) -> Bool { a.phrases == b.phrases }
        public func hash(into hasher: inout Hasher) { hasher.combine(phrases) }
    }
}
