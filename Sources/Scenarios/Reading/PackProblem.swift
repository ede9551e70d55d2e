/// Something wrong with a pack or a profile: facts with their place; `PackProblem+Sentences`
/// turns them into words.
public struct PackProblem: Error, Hashable, Sendable {
    /// As it was opened, e.g. `Packs/open-shop/shop.yaml`.
    public var file: String
    /// Counted from 1; 0 where no line is to blame.
    public var line: Int
    public var column: Int
    /// The field at fault with the fields around it, e.g. `orders.liqian-dress.status`.
    public var field: String
    public var fact: Fact

    public init(file: String, line: Int = 0, column: Int = 0, field: String = "", fact: Fact) {
        self.file = file
        self.line = line
        self.column = column
        self.field = field
        self.fact = fact
    }

    public enum Fact: Hashable, Sendable {
        // Files
        case missingFile
        case missingFolder
        case notText
        case notYAML(String)
        case tooDeep(limit: Int)
        // Fields
        case unknownField(nearest: String?)
        case missingField(String)
        case writtenTwice
        case missingLanguage(String)
        case unreadable(String, expected: Expected)
        case unknownName(String, nearest: String?)
        case badPhrase(String)
        /// A line break was meant, and two characters would be typed.
        case backslash(String)
        case empty
        case tooMany(limit: Int)
        case outOfRange(String, from: Int, to: Int)
        // The sense of it
        case unknownID(String, kind: Kind, nearest: String?)
        case sameIDTwice(String)
        case belongsToAnother(String)
        case triggers(Int)
        case noEffect
        case neverReached(String)
        case neverEnds
        case successOutOfReach(String)
        case noGolden
        case needNeverRevealed(String)
        case wrongForState(String, state: String)
    }

    /// The form a value ought to have had.
    public enum Expected: String, Hashable, Sendable, CaseIterable {
        case text, list, mapping, yesOrNo, money, wholeNumber, span, moment, shiftTime, date
        case bilingual, wordings, condition, deed, buyerAct, goldenDeed, pattern, delay
    }

    /// What a name ought to have named.
    public enum Kind: String, Hashable, Sendable, CaseIterable {
        case product, variant, coupon, customer, order, scenario, state, need, profile, knowledge
    }
}

/// Everything that is wrong, file by file and line by line.
public struct PackProblems: Error, Hashable, Sendable {
    public var problems: [PackProblem]

    public init(_ problems: [PackProblem]) {
        self.problems = problems.sorted {
            ($0.file, $0.line, $0.column, $0.field) < ($1.file, $1.line, $1.column, $1.field)
        }
    }
}
