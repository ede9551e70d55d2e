/// Why a pattern in a pack cannot be read: facts only; whoever shows it writes the sentence.
public struct PatternProblem: Error, Hashable, Sendable {
    /// Counted from 1 in the file the pattern came from; 0 when it is not known.
    public var line: Int
    public var column: Int
    /// The key at fault: `act`, `value`, `says` …
    public var field: String
    public var fact: Fact

    public enum Fact: Hashable, Sendable {
        case unknownField(nearest: String?)
        case unknownName(String, nearest: String?)
        case unreadable(String, expected: Expected)
        case badPhrase(String)
        case missing(String)
        case empty
    }

    /// The form a value ought to have had.
    public enum Expected: String, Hashable, Sendable {
        case text, list, yesOrNo, amount, wholeNumber, span, moment, pattern
    }

    public init(line: Int, column: Int, field: String, fact: Fact) {
        self.line = line
        self.column = column
        self.field = field
        self.fact = fact
    }
}

/// All that is wrong with one pattern, in the order it is written.
public struct PatternProblems: Error, Hashable, Sendable {
    public var problems: [PatternProblem]

    public init(problems: [PatternProblem]) { self.problems = problems }
}
