public import Engine

/// What is wrong with one entry of a replies file. The entry, or the part of it, is left out; the
/// rest keeps working.
public struct SnippetProblem: Error, Hashable, Sendable {
    public let file: String
    /// Counted from 1; 0 for the file as a whole.
    public let line: Int
    public let fact: Fact

    public init(file: String, line: Int, fact: Fact) {
        self.file = file
        self.line = line
        self.fact = fact
    }

    /// The facts; `sentence(in:)` makes words of them.
    public enum Fact: Hashable, Sendable {
        case unreadable
        /// What stands there is no text in any encoding we know.
        case noText
        case notYAML(Bilingual)
        /// The file cannot be read just now, half written perhaps: what it said before counts.
        case keptLastVersion(Bilingual)
        /// There is no list of `matches`.
        case noMatches
        case wrongShape(field: String)
        case unknownField(String, nearest: String?)
        case missingCode
        case missingText
        case missingLanguage(field: String, tongue: Tongue)
        case unknownStage(String, nearest: String?)
        case unknownChannel(String, nearest: String?)
        case unknownStatus(String, nearest: String?)
        case noHours(String)
        case unknownScope(String, nearest: String?)
        case unknownVariable(String, nearest: String?)
        case unknownFilter(String, nearest: String?)
        /// A filter that does nothing to this variable: a name is no date.
        case unfitFilter(String, variable: String)
        case unknownReply(code: String, nearest: String?)
        /// A variable that needs itself.
        case circular(variable: String)
        case missingImport(String)
        /// `script` and `shell` run programs; a reply must not.
        case runsProgram(variable: String, type: String)
        /// A pattern instead of a code; replies are called by codes.
        case patternAsCode(String)
        /// A picture or a formatted text: the chat takes plain text only.
        case notPlainText(field: String)
        case unsupported(variable: String, type: String)
        case severalCarets
        /// Braces that are no hole: `{{order.id` without its end.
        case halfHole(String)
        /// A code with a blank could never be typed.
        case blankInCode(String)
    }

    /// Whether the whole entry was left out.
    public var dropsEntry: Bool {
        switch fact {
        case .unreadable, .noText, .notYAML, .noMatches, .missingCode, .missingText,
            .missingLanguage, .runsProgram, .blankInCode, .patternAsCode, .notPlainText:
            true
        case .wrongShape, .unknownField, .unknownStage, .unknownVariable, .unsupported,
            .severalCarets, .keptLastVersion, .unknownChannel, .unknownScope, .unknownFilter,
            .unfitFilter, .unknownReply, .circular, .missingImport, .halfHole, .unknownStatus,
            .noHours:
            false
        }
    }

    /// Whether the file as a whole could not be read.
    var stopsFile: Bool {
        switch fact {
        case .unreadable, .noText, .notYAML: true
        case .noMatches, .missingCode, .missingText, .missingLanguage, .runsProgram, .blankInCode,
            .patternAsCode, .notPlainText, .wrongShape, .unknownField, .unknownStage,
            .unknownVariable, .unsupported, .severalCarets, .keptLastVersion, .unknownChannel,
            .unknownScope, .unknownFilter, .unfitFilter, .unknownReply, .circular, .missingImport,
            .halfHole, .unknownStatus, .noHours:
            false
        }
    }

    /// One sentence: file, line, what is wrong, what was probably meant.
    public func sentence(in tongue: Tongue) -> String {
        let place = line > 0 ? "\(file):\(line)" : file
        return tongue == .chinese ? "\(place)：\(fact.words.zh)" : "\(place): \(fact.words.en)"
    }
}
