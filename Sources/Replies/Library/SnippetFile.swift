import Engine
import Language
import Written

/// One file of replies as written, in a form that takes espanso's match files as they are.
///
/// ```yaml
/// matches:
///   - trigger: /fh
///     label: {zh: 发货时间, en: When it ships}
///     stage: order
///     group: {zh: 发货, en: Shipping}
///     search_terms: [几天发, 什么时候发]
///     replace:
///       zh: 您的订单最晚{{order.shipBy}}发出，$|$
///       en: Your order leaves by {{order.shipBy}} at the latest. $|$
/// ```
struct SnippetFile: Sendable {
    private(set) var snippets: [Snippet] = []
    private(set) var problems: [SnippetProblem] = []
    /// Files this one brings along, as written, with their lines.
    private(set) var imports: [(path: String, line: Int)] = []
    let path: String
    private var scope: Snippet.Scope
    private var shared = Definitions()

    init(path: String, scope: Snippet.Scope = .shop) {
        self.path = path
        self.scope = scope
        do {
            read(try FileText.read(path))
        } catch {
            switch error {
            case .unreadable: report(0, .unreadable)
            case .noText(let line): report(line, .noText)
            }
        }
    }

    init(path: String, text: String, scope: Snippet.Scope = .shop) {
        self.path = path
        self.scope = scope
        read(text)
    }

    private mutating func read(_ text: String) {
        let root: YAMLTree?
        do {
            root = try YAMLTree.read(text)
        } catch {
            return report(error.line, .notYAML(error.words))
        }
        guard let root else { return }
        guard let fields = root.fields else { return report(root.line, .noMatches) }
        let names = fields.map(\.name)
        let matches = root["matches"]
        let isLibrary = matches != nil || names.contains { SnippetFile.enough.contains($0) }
        guard isLibrary, matches == nil || matches?.list != nil else {
            return report(root.line, .noMatches)
        }
        for field in fields where !SnippetFile.topFields.contains(field.name) {
            reportField(field, SnippetFile.topFields)
        }
        imports = (root["imports"]?.list ?? []).compactMap { item in
            item.text.map { ($0, item.line) }
        }
        scope = scope(root["scope"]) ?? scope
        if let globals = root["global_vars"] { shared = definitions(globals) }
        snippets.reserveCapacity(matches?.list?.count ?? 0)
        for match in matches?.list ?? [] { readMatch(match) }
    }

    private static let topFields = [
        "matches", "global_vars", "imports", "macros", "name", "title", "scope",
    ]
    /// A file may also hold only what others use.
    private static let enough: Set<String> = ["global_vars", "imports", "macros"]

    private static let fields = [
        "trigger", "triggers", "label", "search_terms", "replace", "stage", "group", "vars",
        "form", "form_fields", "channel", "status", "hours", "scope", "keys", "tags", "folder",
    ]

    /// Fields of espanso that say how text is typed into other programs; of no use here.
    private static let typing: Set<String> = [
        "word", "left_word", "right_word", "propagate_case", "uppercase_style", "force_mode",
        "force_clipboard", "paragraph", "backend", "comment",
    ]

    private static let notPlain = ["html", "markdown", "image_path"]

    private mutating func readMatch(_ match: YAMLTree) {
        let line = match.line
        guard let fields = match.fields else {
            return report(line, .wrongShape(field: "matches"))
        }
        if let pattern = match["regex"] {
            return report(pattern.line, .patternAsCode(pattern.text ?? ""))
        }
        for field in fields where SnippetFile.notPlain.contains(field.name) {
            return report(field.line, .notPlainText(field: field.name))
        }
        for field in fields
        where !SnippetFile.fields.contains(field.name) && !SnippetFile.typing.contains(field.name) {
            reportField(field, SnippetFile.fields)
        }
        guard let codes = codes(match), let text = text(match) else { return }
        let before = problems.count
        let own = definitions(match)
        if problems[before...].contains(where: \.dropsEntry) { return }
        let body = (match["replace"] ?? match["form"])?.line ?? line
        check(text, own, line: body)
        snippets.append(
            Snippet(
                codes: codes,
                label: bilingual(match["label"], field: "label") ?? SnippetFile.label(of: text),
                text: text, stages: stages(match["stage"]), channels: channels(match["channel"]),
                truth: Snippet.Truth(
                    statuses: statuses(match["status"]), hours: hours(match["hours"])),
                group: bilingual(match["group"] ?? match["folder"], field: "group"),
                words: texts(match["search_terms"], field: "search_terms"),
                tags: texts(match["tags"], field: "tags"), scope: scope(match["scope"]) ?? scope,
                keys: texts(match["keys"], field: "keys"),
                place: Snippet.Place(file: path, line: line),
                variables: own.variables + shared.variables))
    }

    private mutating func codes(_ match: YAMLTree) -> [String]? {
        var codes: [String] = []
        for raw in texts(match["trigger"], field: "trigger")
            + texts(match["triggers"], field: "triggers")
        {
            let code = SnippetFile.code(raw)
            if code.contains(where: \.isWhitespace) {
                report(match.line, .blankInCode(raw))
                return nil
            }
            if !code.isEmpty { codes.append(code) }
        }
        guard codes.isEmpty else { return codes }
        report(match.line, .missingCode)
        return nil
    }

    /// A slash, colon or semicolon in front is how one calls it, not part of the code.
    static func code(_ trigger: String) -> String {
        trigger.drop { "/:;、；：".contains($0) }.lowercased()
    }

    /// The text of `replace`, or the layout of a `form` with its `[[fields]]` as holes.
    private mutating func text(_ match: YAMLTree) -> Bilingual? {
        let field = match["replace"] == nil && match["form"] != nil ? "form" : "replace"
        guard let tree = match[field] else {
            report(match.line, .missingText)
            return nil
        }
        let before = problems.count
        guard let text = bilingual(tree, field: field), problems.count == before else {
            if problems.count == before { report(match.line, .missingText) }
            return nil
        }
        if text.zh.isEmpty || text.en.isEmpty {
            report(match.line, .missingText)
            return nil
        }
        guard field == "form" else { return text }
        return Bilingual(zh: FormLayout.holes(text.zh), en: FormLayout.holes(text.en))
    }

    /// One text for both languages, or `{zh: …, en: …}`.
    mutating func bilingual(_ tree: YAMLTree?, field: String) -> Bilingual? {
        guard let tree else { return nil }
        if let text = tree.text { return Bilingual(zh: text, en: text) }
        guard tree.fields != nil else {
            report(tree.line, .wrongShape(field: field))
            return nil
        }
        guard let zh = tree.text("zh") else {
            report(tree.line, .missingLanguage(field: field, tongue: .chinese))
            return nil
        }
        guard let en = tree.text("en") else {
            report(tree.line, .missingLanguage(field: field, tongue: .english))
            return nil
        }
        return Bilingual(zh: zh, en: en)
    }

    /// The beginning of the text, for an entry without a label.
    static func label(of text: Bilingual) -> Bilingual {
        func start(_ text: String) -> String {
            let line = text.split(separator: "\n").first.map(String.init) ?? ""
            return String(Holes.replaced(in: line, with: "…").prefix(24))
        }
        return Bilingual(zh: start(text.zh), en: start(text.en))
    }

    mutating func texts(_ tree: YAMLTree?, field: String) -> [String] {
        guard let tree else { return [] }
        if let text = tree.text { return [text] }
        guard let list = tree.list else {
            report(tree.line, .wrongShape(field: field))
            return []
        }
        return list.compactMap(\.text)
    }

    /// The variables of a match, or those of the whole file.
    private mutating func definitions(_ tree: YAMLTree) -> Definitions {
        var reader = DefinitionReader(path: path)
        let read = reader.read(tree)
        problems += reader.problems
        return read
    }

    /// Looks at every hole of a text: is there such a variable, and does the filter fit it?
    private mutating func check(_ text: Bilingual, _ own: Definitions, line: Int) {
        var seen: [String] = []
        for part in text.zh == text.en ? [text.zh] : [text.zh, text.en] {
            for hole in Holes(part) where hole.isVariable {
                if seen.contains(hole.written) { continue }
                seen.append(hole.written)
                let isOwn = own.has(hole.name) || shared.has(hole.name)
                if !isOwn, Variables.problem(with: hole.name) {
                    report(
                        line,
                        .unknownVariable(
                            hole.name,
                            nearest: Spelling.nearest(
                                to: hole.name, among: Variables.names + own.names + shared.names)))
                }
                for filter in hole.filters {
                    if let fact = Filter.problem(filter, on: hole.name, isOwn: isOwn) {
                        report(line, fact)
                    }
                }
            }
            for piece in Holes.strays(in: part) where !seen.contains(piece) {
                seen.append(piece)
                report(line, .halfHole(piece))
            }
            if part.utf8.contains(UInt8(ascii: "|")), part.ranges(of: "$|$").count > 1 {
                report(line, .severalCarets)
            }
        }
    }

    private mutating func reportField(_ field: YAMLTree.Field, _ fields: [String]) {
        report(
            field.line,
            .unknownField(field.name, nearest: Spelling.nearest(to: field.name, among: fields)))
    }

    mutating func report(_ line: Int, _ fact: SnippetProblem.Fact) {
        problems.append(SnippetProblem(file: path, line: line, fact: fact))
    }
}
