import Engine

/// One entry of somebody else's file before it is a reply of ours.
struct ForeignEntry {
    var line: Int
    var code = ""
    var label = ""
    var text: String
    var folders: [String] = []
    var words: [String] = []
    var tags: [String] = []
    var scope: Snippet.Scope?
}

/// Takes entries one after the other and gives codes to those without.
struct EntryTaker {
    private(set) var taken: ReplyImport
    private let variables: ForeignVariables
    private let file: String
    private var codes = CodeMaker()

    init(_ format: ReplyFormat, file: String, codes: [String]) {
        taken = ReplyImport(format: format)
        variables = ForeignVariables(format)
        self.file = file
        for code in codes { self.codes.take(EntryTaker.typed(code)) }
    }

    /// A code as it can be typed.
    private static func typed(_ code: String) -> String {
        SnippetFile.code(code.split(whereSeparator: \.isWhitespace).joined(separator: "-"))
    }

    mutating func note(_ line: Int, _ entry: String, _ fact: ReplyImport.Note.Fact) {
        taken.note(line, entry, fact)
    }

    mutating func take(_ entry: ForeignEntry) {
        let name = entry.code.isEmpty ? entry.label : entry.code
        let (plain, hadFormat) = HTMLText.plain(entry.text)
        let text = ForeignText(EntryTaker.trimmed(plain), variables)
        if let statement = text.statement {
            return taken.note(entry.line, name, .statement(statement))
        }
        guard !text.text.isEmpty else { return taken.note(entry.line, name, .emptyText) }
        let both = Bilingual(zh: text.text, en: text.text)
        let label =
            entry.label.isEmpty
            ? SnippetFile.label(of: both) : Bilingual(zh: entry.label, en: entry.label)
        var code = EntryTaker.typed(entry.code)
        if code.isEmpty {
            code = codes.code(for: label.zh)
            taken.note(entry.line, code, .codeMade(code))
        } else if SnippetFile.code(entry.code) != code {
            taken.note(entry.line, code, .codeChanged(from: entry.code, to: code))
        }
        if hadFormat { taken.note(entry.line, code, .plainText) }
        for fact in text.facts { taken.note(entry.line, code, fact) }
        let group = entry.folders.joined(separator: "/")
        taken.replies.append(
            Snippet(
                codes: [code], label: label, text: both, stages: [], channels: [],
                truth: .always,
                group: group.isEmpty ? nil : Bilingual(zh: group, en: group), words: entry.words,
                tags: entry.tags, scope: entry.scope ?? .shop, keys: [],
                place: Snippet.Place(file: file, line: entry.line),
                variables: text.variables(line: entry.line)))
    }

    static func trimmed(_ text: String) -> String {
        let text = text.replacing("\r\n", with: "\n").replacing("\r", with: "\n")
        let end = text.lastIndex { !$0.isWhitespace }
        guard let start = text.firstIndex(where: { !$0.isWhitespace }), let end else { return "" }
        return String(text[start...end])
    }

    static func list(_ text: String) -> [String] {
        text.split { ",，、;；|\n".contains($0) }.map { trimmed(String($0)) }
            .filter { !$0.isEmpty }
    }
}
