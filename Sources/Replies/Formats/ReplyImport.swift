import Engine

/// What a file of somebody else's replies became: what was taken, what was changed on the way, and
/// what was left out and why. Every entry of the file is either taken or refused by a note.
///
/// ```swift
/// let taken = try ReplyImport.read(bytes, named: "canned.json")
/// taken.replies.count, taken.macros.count
/// for note in taken.notes { print(note.sentence(in: .chinese)) }
/// let yaml = taken.yaml          // what goes into ~/.config/xiaoer/replies
/// ```
public struct ReplyImport: Sendable {
    public let format: ReplyFormat
    public internal(set) var replies: [Snippet] = []
    public internal(set) var macros: [ReplyMacro] = []
    public internal(set) var notes: [Note] = []

    init(format: ReplyFormat) { self.format = format }

    /// One thing that was changed or refused.
    public struct Note: Hashable, Sendable {
        /// Counted from 1; 0 for the file as a whole.
        public let line: Int
        /// The code or the name of the entry.
        public let entry: String
        public let fact: Fact

        public enum Kind: String, Hashable, Sendable, Codable { case changed, refused }

        public enum Fact: Hashable, Sendable {
            /// Another program's name for a value became ours.
            case variableMapped(from: String, to: String)
            /// Nobody here knows the value: the agent is asked for it.
            case variableAsked(String)
            case codeMade(String)
            case codeChanged(from: String, to: String)
            /// Formatting was taken off.
            case plainText
            /// A line of a list was taken for the name of a folder.
            case heading(String)
            /// A number stands for a group or a person: write the name.
            case needsName(String)
            /// All tags were replaced there; here these are added.
            case tagsAdded
            case emptyText
            case inactive
            /// A step of a macro that has no counterpart here.
            case noCounterpart(String)
            case noSteps
            /// A statement of another program's language: `{% if … %}`.
            case statement(String)
            /// A row that has no cell for each column.
            case wrongShape
            case problem(SnippetProblem.Fact)
        }

        public var kind: Kind {
            switch fact {
            case .variableMapped, .variableAsked, .codeMade, .codeChanged, .plainText, .heading,
                .needsName, .tagsAdded:
                .changed
            case .emptyText, .inactive, .noCounterpart, .noSteps, .statement, .wrongShape: .refused
            case .problem(let problem):
                SnippetProblem(file: "", line: 0, fact: problem).dropsEntry ? .refused : .changed
            }
        }
    }

    /// Reads a file; its format is found out where none is given.
    ///
    /// - Throws: `ReplyFileFault` where nothing of it can be read.
    public static func read(
        _ bytes: [UInt8], named name: String, format: ReplyFormat? = nil
    ) throws(ReplyFileFault) -> ReplyImport {
        let format = if let format { format } else { try ReplyFormat.detect(bytes) }
        switch format {
        case .xiaoer, .espanso: return try yaml(bytes, named: name, format)
        case .chatwoot, .rocketChat, .chatwootMacros, .zendesk:
            return try json(bytes, named: name, format)
        case .chatwootCSV, .zammad, .qianniu, .csv: return try table(bytes, named: name, format)
        case .plain: return try plain(bytes, named: name)
        }
    }

    mutating func note(_ line: Int, _ entry: String, _ fact: Note.Fact) {
        let note = Note(line: line, entry: entry, fact: fact)
        if notes.last != note { notes.append(note) }
    }

    /// The account in figures: taken, changed, refused.
    public var tally: (taken: Int, changed: Int, refused: Int) {
        (
            replies.count + macros.count, notes.count { $0.kind == .changed },
            notes.count { $0.kind == .refused }
        )
    }
}
