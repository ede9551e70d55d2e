import Engine

/// A text of another program with its holes made ours.
struct ForeignText {
    private(set) var text = ""
    private(set) var facts: [ReplyImport.Note.Fact] = []
    /// Holes that nobody here can fill, in order, each once.
    private(set) var fields: [FormField] = []
    /// The first statement in it, which nobody here can follow: `{% if … %}`.
    private(set) var statement: String?
    private let variables: ForeignVariables
    private let own: [String]
    private var lastMapped: (ours: String, end: Int)?

    /// - Parameter own: names that the text defines itself.
    init(_ raw: String, _ variables: ForeignVariables, own: [String] = []) {
        self.variables = variables
        self.own = own
        var rest = Substring(raw)
        while let (start, written, end) = ForeignText.nextHole(in: rest, variables.braces) {
            text += rest[..<start]
            take(written, in: rest[start..<end])
            rest = rest[end...]
        }
        text += rest
        if variables.isLiquid { statement = ForeignText.statement(in: raw) }
        facts += Holes.strays(in: text).map { .problem(.halfHole($0)) }
    }

    private static func statement(in raw: String) -> String? {
        guard let start = raw.firstRange(of: "{%") else { return nil }
        let rest = raw[start.lowerBound...]
        let end = rest.firstRange(of: "%}")?.upperBound ?? rest.endIndex
        return String(rest[..<end].prefix(40))
    }

    /// The next `{{…}}`, `#{…}` or `[…]`.
    private static func nextHole(
        in rest: Substring, _ braces: ForeignVariables.Braces
    ) -> (start: String.Index, written: String, end: String.Index)? {
        var index = rest.startIndex
        while index < rest.endIndex {
            let here = rest[index...]
            for (open, close) in [("{{", "}}"), ("#{", "}"), ("[", "]")] where here.hasPrefix(open)
            {
                if open == "#{", braces != .hash { continue }
                let inside = here.dropFirst(open.count)
                guard let end = inside.firstRange(of: close) else { continue }
                let name = inside[..<end.lowerBound]
                if name.contains("\n") || name.contains("[") || name.contains("{") { continue }
                return (index, trimmed(name), end.upperBound)
            }
            index = rest.index(after: index)
        }
        return nil
    }

    private static func trimmed(_ text: Substring) -> String {
        var text = text
        while text.first == " " { text.removeFirst() }
        while text.last == " " { text.removeLast() }
        return String(text)
    }

    private mutating func take(_ written: String, in hole: Substring) {
        if hole.hasPrefix("[") { return takeBracket(written, hole) }
        // Liquid's filters say how a value is shown; the value is what counts.
        let name = ForeignText.trimmed(written.prefix { $0 != "|" })
        if let ours = variables.ours(name) {
            map(String(hole), to: ours, isLast: name.contains("last"))
        } else if own.contains(name) || !Variables.problem(with: name) {
            // Somebody has written our own names into it.
            text += "{{\(written)}}"
        } else {
            ask(name, written: String(hole))
        }
    }

    private mutating func takeBracket(_ written: String, _ hole: Substring) {
        if let ours = ForeignVariables.spoken(written) {
            map(String(hole), to: ours, isLast: false)
        } else if variables.takesAllBrackets, !written.isEmpty, written.count <= 20,
            !ForeignVariables.isFace(written), written.contains(where: \.isLetter)
        {
            ask(written, written: String(hole))
        } else {
            text += hole
        }
    }

    private mutating func map(_ theirs: String, to ours: String, isLast: Bool) {
        if theirs != "{{\(ours)}}" { facts.append(.variableMapped(from: theirs, to: ours)) }
        // First name and last name are one name here.
        if isLast, let last = lastMapped, last.ours == ours,
            text.utf8.dropFirst(last.end).allSatisfy({ $0 == 0x20 })
        {
            text = String(decoding: text.utf8.prefix(last.end), as: UTF8.self)
        } else {
            text += "{{\(ours)}}"
        }
        lastMapped = (ours, text.utf8.count)
    }

    private mutating func ask(_ name: String, written: String) {
        var field = ""
        for character in name {
            let isPlain = character.isLetter || character.isNumber || character == "_"
            if isPlain { field.append(character) } else if field.last != "_" { field.append("_") }
        }
        if field.first.map({ !$0.isLetter }) ?? true { field = "x" + field }
        field = String(field.prefix(40))
        text += "{{\(field)}}"
        if fields.contains(where: { $0.name == field }) { return }
        facts.append(.variableAsked(written))
        fields.append(
            FormField(
                name: field, title: field == name ? nil : Bilingual(zh: name, en: name)))
    }

    /// The same for a macro.
    var parameters: [ReplyMacro.Parameter] {
        fields.map { ReplyMacro.Parameter(name: $0.name, title: $0.title?.zh ?? $0.name) }
    }

    /// The form that asks for what nobody can fill; none where all is known.
    func variables(line: Int) -> [Variable] {
        guard !fields.isEmpty else { return [] }
        return [Variable(name: "", value: .form(layout: "", fields: fields), line: line)]
    }
}
