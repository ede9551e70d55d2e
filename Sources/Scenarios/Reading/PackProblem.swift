public import Engine

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
        case notYAML(Engine.Bilingual)
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
        /// A caption that two lines of a small screen cannot hold.
        case tooLong(Int, language: String, limit: Int)
        case outOfRange(String, from: Int, to: Int)
        /// A span or an amount that no platform can mean.
        case outside(String, from: String, to: String)
        case listedTwice(String)
        case needsCount(Int)
        /// The items of a list are to stand from the smallest up.
        case notRising
        // Profiles
        case neverInState(operation: String, state: String, allowed: [String])
        case inheritsItself([String])
        case fileIsCalled(String)
        /// A list that needs all of them leaves one out.
        case leavesOut(String)
        /// Two values contradict each other.
        case mustNotBeBelow(String, other: String)
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
        /// So many wordings are too few; a person would notice.
        case fewWordings(Int)
        /// A near miss names what no entry of the rubric is called.
        case failsForNothing(String, nearest: String?)
        case needNeverRevealed(String)
        case wrongForState(String, state: String)
        /// A command that is not this actor's to send.
        case notTheirPart(String, of: String)
        /// A lesson or worksheet that no chapter names.
        case belongsNowhere
    }

    /// The form a value ought to have had.
    public enum Expected: String, Hashable, Sendable, CaseIterable {
        case text, list, mapping, yesOrNo, money, wholeNumber, span, moment, shiftTime, date, day
        /// A state in which a shift can find an order.
        case orderStatus
        case bilingual, wordings, condition, deed, buyerAct, goldenDeed, pattern, delay
        case command, reference, demoMoment
    }

    /// What a name ought to have named.
    public enum Kind: String, Hashable, Sendable, CaseIterable {
        case product, variant, coupon, customer, order, scenario, state, need, profile, knowledge
        case account, file, pack
        /// Of the course.
        case lesson, worksheet, cell
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
