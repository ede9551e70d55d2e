/// What is wrong with a command in a pack, and in which field.
public struct CommandFault: Error, Hashable, Sendable {
    /// From the command's name down.
    public var path: [Place]
    public var fact: Fact

    public enum Place: Hashable, Sendable {
        case field(String)
        /// Counted from 0.
        case item(Int)
    }

    public enum Fact: Hashable, Sendable {
        case missing(String)
        case unknownField(String, known: [String])
        case unknownName(String, known: [String])
        case unreadable(String, Wanted)
    }

    /// The form a value ought to have had.
    public enum Wanted: Hashable, Sendable {
        case text, wholeNumber, yesOrNo, list, fields
    }

    public init(path: [Place], fact: Fact) {
        self.path = path
        self.fact = fact
    }

    init(_ path: [any CodingKey], _ fact: Fact) {
        self.path = path.map { key in key.intValue.map { .item($0) } ?? .field(key.stringValue) }
        self.fact = fact
    }

    /// What the engine's own reading complained of.
    init(_ error: DecodingError, reading text: String) {
        switch error {
        case .keyNotFound(let key, let context):
            self.init(context.codingPath, .missing(key.stringValue))
        case .dataCorrupted(let context), .typeMismatch(_, let context),
            .valueNotFound(_, let context):
            self.init(context.codingPath, .unreadable(text, .text))
        @unknown default:
            self.init([], .unreadable(text, .text))
        }
    }
}
