public import Engine

/// Why a lexicon cannot be used: facts only, with the place in the file.
public struct LexiconProblem: Error, Hashable, Sendable {
    public var file: String
    /// Counted from 1; 0 when no line is to blame.
    public var line: Int
    public var column: Int
    public var field: String
    public var fact: Fact

    public enum Fact: Hashable, Sendable {
        case missingFile
        case notYAML(Engine.Bilingual)
        case unknownField(nearest: String?)
        case unknownName(String, nearest: String?)
        case missing
        case unreadable(String)
        case badPhrase(String, why: PhraseReason)
        /// A line without `name:` in a file of concepts.
        case notAConcept
        case badExample(Example.Problem.Fact)
        /// The file of weights is cut short, or of another version.
        case badWeights
    }

    /// What is wrong with the marks of a phrase.
    public enum PhraseReason: Hashable, Sendable {
        case empty
        case unclosed(Character)
        case unexpected(Character)
        case unknownGroup(String)
        case tooManySpellings(Int)
        case gapInsideGroup
        case valueInsideWords
    }

    public init(file: String, line: Int = 0, column: Int = 0, field: String = "", fact: Fact) {
        self.file = file
        self.line = line
        self.column = column
        self.field = field
        self.fact = fact
    }
}

/// Everything wrong with the lexicons, file by file and line by line.
public struct LexiconProblems: Error, Hashable, Sendable {
    public var problems: [LexiconProblem]

    public init(problems: [LexiconProblem]) { self.problems = problems }
}

extension Phrase.Problem {
    var reason: LexiconProblem.PhraseReason {
        switch self {
        case .empty: .empty
        case .unclosed(let mark): .unclosed(mark)
        case .unexpected(let mark): .unexpected(mark)
        case .unknownGroup(let name): .unknownGroup(name)
        case .tooManySpellings(let count): .tooManySpellings(count)
        case .gapInsideGroup: .gapInsideGroup
        case .valueInsideWords: .valueInsideWords
        }
    }
}
