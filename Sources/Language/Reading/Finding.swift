/// A stretch of a message, counted in UTF-8 bytes from its first: stays meaningful when stored.
public struct TextRange: Hashable, Sendable, Codable, Comparable {
    public var start: Int
    public var end: Int

    public init(start: Int, end: Int) {
        self.start = start
        self.end = end
    }

    public var isEmpty: Bool { start >= end }

    public static func < (a: Self, b: Self) -> Bool { (a.start, a.end) < (b.start, b.end) }

    public func overlaps(_ other: Self) -> Bool { start < other.end && other.start < end }
    public func contains(_ other: Self) -> Bool { start <= other.start && other.end <= end }

    /// The indices in `text`, the very message that was read; clamped to it when it is another.
    public func indices(in text: String) -> Range<String.Index> {
        let bytes = text.utf8
        let length = bytes.count
        let low = bytes.index(bytes.startIndex, offsetBy: min(max(start, 0), length))
        let high = bytes.index(low, offsetBy: min(max(end, start), length) - min(start, length))
        return low..<high
    }

    /// The words themselves: `TextRange(start: 0, end: 6).words(in: "您好，在的")` is `您好`.
    public func words(in text: String) -> String { String(text[indices(in: text)]) }
}

/// One thing found in a message: what it is, where it stands, and which rule of the lexicon said
/// so, so that a learner can be shown why.
public struct Finding<Subject: Hashable & Sendable>: Hashable, Sendable {
    public var subject: Subject
    public var range: TextRange
    /// `zh.greet.2`: language, list and place in the list; `values.amount` for the value readers.
    public var rule: String

    public init(_ subject: Subject, at range: TextRange, rule: String) {
        self.subject = subject
        self.range = range
        self.rule = rule
    }
}

extension Finding: Codable where Subject: Codable {}

extension Finding {
    /// Found by what examples taught; `Reader.runs(behind:in:_:)` tells the words that weighed.
    public var isLearned: Bool { rule.hasPrefix("learned.") || rule.hasPrefix("likely.") }
}

extension Finding where Subject == Fault {
    /// No listed words stand behind it, and the wording as a whole does not speak clearly enough to
    /// be held against somebody for good: one in eight or so is a mistake.
    public var isGuess: Bool { rule.hasPrefix(Self.guess) }

    static var guess: String { "likely." }
}
