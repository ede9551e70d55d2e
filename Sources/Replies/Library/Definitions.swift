import Engine

/// The variables a match or a file defines itself: those that can be filled, and the names of those
/// that stay holes.
struct Definitions: Sendable {
    var variables: [Variable] = []
    var unfilled: [String] = []

    var names: [String] { variables.flatMap(\.names) + unfilled }

    func has(_ name: String) -> Bool {
        if variables.isEmpty, unfilled.isEmpty { return false }
        return names.contains(name)
    }
}

/// The layout of a form: `Size: [[size]]`.
enum FormLayout {
    /// With its `[[fields]]` as holes.
    static func holes(_ layout: String) -> String { replaced(layout) { "{{\($0)}}" } }

    /// With the holes of these names as `[[fields]]`.
    static func fields(_ text: String, named names: [String]) -> String {
        var result = ""
        var place = text.startIndex
        for hole in Holes(text) where names.contains(hole.written) {
            result += text[place..<hole.range.lowerBound] + "[[\(hole.written)]]"
            place = hole.range.upperBound
        }
        return result + text[place...]
    }

    static func names(in layout: String) -> [String] {
        var names: [String] = []
        _ = replaced(layout) { name in
            if !names.contains(name) { names.append(name) }
            return ""
        }
        return names
    }

    private static func replaced(_ layout: String, _ hole: (String) -> String) -> String {
        var result = ""
        var rest = Substring(layout)
        while let start = rest.firstRange(of: "[[") {
            guard let end = rest[start.upperBound...].firstRange(of: "]]") else { break }
            let name = rest[start.upperBound..<end.lowerBound]
            result += rest[..<start.lowerBound]
            let isName =
                !name.isEmpty && name.allSatisfy { $0.isLetter || $0.isNumber || "_-".contains($0) }
            result += isName ? hole(String(name)) : String(rest[start.lowerBound..<end.upperBound])
            rest = rest[end.upperBound...]
        }
        return result + rest
    }
}

/// Reads `vars`, `global_vars`, `form` and `form_fields`, whose shapes are espanso's.
struct DefinitionReader {
    let path: String
    private(set) var problems: [SnippetProblem] = []

    init(path: String) { self.path = path }

    /// The variables of a match, or a list of variables.
    mutating func read(_ tree: YAMLTree) -> Definitions {
        var found = Definitions()
        let isMatch = tree.fields != nil
        let list = isMatch ? tree["vars"] : tree
        if isMatch, tree["replace"] == nil, let form = tree["form"] {
            found.variables.append(
                Variable(
                    name: "", value: self.form(layouts(form), tree["form_fields"]), line: form.line)
            )
        } else if let fields = tree["form_fields"] {
            // Fields of a text that has no form are a form of that text.
            let names = (fields.fields ?? []).map { "[[\($0.name)]]" }.joined(separator: "\n")
            found.variables.append(
                Variable(name: "", value: form([names], fields), line: fields.line))
        }
        if let list { readList(list, into: &found) }
        checkCircles(found.variables)
        return found
    }

    private mutating func readList(_ tree: YAMLTree, into found: inout Definitions) {
        guard let list = tree.list else {
            return report(tree.line, .wrongShape(field: "vars"))
        }
        for entry in list {
            guard let name = entry.text("name"), let type = entry.text("type") else {
                report(entry.line, .wrongShape(field: "vars"))
                continue
            }
            guard let value = value(of: name, type, entry) else {
                found.unfilled.append(name)
                continue
            }
            let needs = entry["depends_on"].map { tree in
                tree.text.map { [$0] } ?? (tree.list ?? []).compactMap(\.text)
            }
            found.variables.append(
                Variable(name: name, value: value, needs: needs ?? [], line: entry.line))
        }
    }

    private mutating func value(
        of name: String, _ type: String, _ entry: YAMLTree
    ) -> VariableValue? {
        let settings = entry["params"] ?? .fields([], line: entry.line)
        switch type {
        case "script", "shell":
            report(entry.line, .runsProgram(variable: name, type: type))
        case "echo":
            return .echo(bilingual(settings["echo"]) ?? Bilingual(zh: "", en: ""))
        case "date":
            let seconds = settings.text("offset").flatMap { Int($0) } ?? 0
            let locale = settings.text("locale")
            return .date(
                format: settings.text("format") ?? "%Y-%m-%d", shift: .seconds(seconds),
                tongue: locale.map { $0.hasPrefix("zh") ? .chinese : .english })
        case "choice":
            let choices = choices(settings["values"] ?? settings["choices"])
            if !choices.isEmpty { return .choice(choices) }
            report(entry.line, .wrongShape(field: "params.values"))
        case "random":
            let choices = choices(settings["choices"] ?? settings["values"])
            if !choices.isEmpty { return .random(choices.map(\.title)) }
            report(entry.line, .wrongShape(field: "params.choices"))
        case "clipboard":
            return .clipboard
        case "form":
            guard let layout = settings["layout"] else {
                report(entry.line, .wrongShape(field: "params.layout"))
                return nil
            }
            return form(layouts(layout), settings["fields"])
        case "match":
            guard let trigger = settings.text("trigger") else {
                report(entry.line, .wrongShape(field: "params.trigger"))
                return nil
            }
            return .match(SnippetFile.code(trigger))
        case _:
            report(entry.line, .unsupported(variable: name, type: type))
        }
        return nil
    }

    private func layouts(_ tree: YAMLTree) -> [String] {
        tree.text.map { [$0] } ?? [tree.text("zh"), tree.text("en")].compactMap(\.self)
    }

    private mutating func form(_ layouts: [String], _ settings: YAMLTree?) -> VariableValue {
        var names: [String] = []
        for name in layouts.flatMap(FormLayout.names) where !names.contains(name) {
            names.append(name)
        }
        for field in settings?.fields ?? [] where !names.contains(field.name) {
            report(
                field.line,
                .unknownField(
                    field.name, nearest: Spelling.nearest(to: field.name, among: names)))
        }
        return .form(
            layout: layouts.first ?? "",
            fields: names.map { field(named: $0, settings?[$0]) })
    }

    private mutating func field(named name: String, _ settings: YAMLTree?) -> FormField {
        var field = FormField(name: name)
        guard let settings, settings.fields != nil else { return field }
        field.title = bilingual(settings["label"] ?? settings["title"])
        field.value = bilingual(settings["default"])
        switch settings.text("type") ?? "text" {
        case "choice", "list":
            let choices = choices(settings["values"])
            if choices.isEmpty {
                report(settings.line, .wrongShape(field: "values"))
            } else {
                field.kind = .choice(choices)
            }
        case "text":
            if settings.text("multiline") == "true" { field.kind = .multiline }
        case "multiline":
            field.kind = .multiline
        case let type:
            report(settings.line, .unsupported(variable: name, type: type))
        }
        return field
    }

    /// A list of texts, of `{label:, id:}` or of `{zh:, en:}`; or a text with one on each line.
    private func choices(_ tree: YAMLTree?) -> [Ask.Choice] {
        if let text = tree?.text {
            return text.split(separator: "\n").map { line in
                Ask.Choice(line.hasPrefix("- ") ? String(line.dropFirst(2)) : String(line))
            }
        }
        return (tree?.list ?? []).compactMap { item in
            if let text = item.text { return Ask.Choice(text) }
            if let both = bilingual(item) { return Ask.Choice(id: both.zh, title: both) }
            guard let id = item.text("id") ?? item.text("label") else { return nil }
            let title = item["label"].flatMap { bilingual($0) }
            return Ask.Choice(id: id, title: title ?? Bilingual(zh: id, en: id))
        }
    }

    private func bilingual(_ tree: YAMLTree?) -> Bilingual? {
        guard let tree else { return nil }
        if let text = tree.text { return Bilingual(zh: text, en: text) }
        guard let zh = tree.text("zh"), let en = tree.text("en") else { return nil }
        return Bilingual(zh: zh, en: en)
    }

    /// A text that holds itself, over however many steps, would never end.
    private mutating func checkCircles(_ variables: [Variable]) {
        func needed(by variable: Variable) -> [String] {
            guard case .echo(let text) = variable.value else { return variable.needs }
            let holes = [text.zh, text.en].flatMap { Array(Holes($0)) }
            return variable.needs + holes.filter(\.isVariable).map(\.name)
        }
        for variable in variables {
            var waiting = needed(by: variable)
            var seen: Set<String> = []
            while let name = waiting.popLast() {
                if name == variable.name {
                    report(variable.line, .circular(variable: name))
                    break
                }
                guard seen.insert(name).inserted else { continue }
                waiting += variables.filter { $0.name == name }.flatMap(needed)
            }
        }
    }

    private mutating func report(_ line: Int, _ fact: SnippetProblem.Fact) {
        problems.append(SnippetProblem(file: path, line: line, fact: fact))
    }
}
