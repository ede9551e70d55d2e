import Engine
import Foundation
import Language
import Yams

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
struct SnippetFile {
    private(set) var snippets: [Snippet] = []
    private(set) var problems: [SnippetProblem] = []
    private let path: String
    private var shared: [Snippet.Variable] = []
    private var sharedUnfilled: Set<String> = []

    init(path: String) {
        self.path = path
        guard let data = FileManager.default.contents(atPath: path) else {
            problems = [SnippetProblem(file: path, line: 0, fact: .unreadable)]
            return
        }
        read(String(decoding: data, as: UTF8.self))
    }

    init(path: String, text: String) {
        self.path = path
        read(text)
    }

    private mutating func read(_ text: String) {
        let root: Node?
        do {
            root = try Yams.compose(yaml: text)
        } catch let error as YamlError {
            return report(error.place, .notYAML(error.reason))
        } catch {
            return report(0, .unreadable)
        }
        guard let root else { return }
        guard let top = Fields(root), let matches = top["matches"]?.sequence else {
            return report(root.mark?.line ?? 0, .noMatches)
        }
        for (name, line) in top.names where !SnippetFile.topFields.contains(name) {
            reportField(name, line, SnippetFile.topFields)
        }
        if let globals = top["global_vars"] {
            let read = variables(globals)
            shared = read.known
            sharedUnfilled = read.unfilled
        }
        for node in matches { readMatch(node) }
    }

    private static let topFields = ["matches", "global_vars", "name", "title"]

    private static let fields = [
        "trigger", "triggers", "label", "search_terms", "replace", "stage", "group", "vars",
    ]

    /// Fields of espanso that say how text is typed into other programs; of no use here.
    private static let typing: Set<String> = [
        "word", "left_word", "right_word", "propagate_case", "uppercase_style", "force_mode",
        "force_clipboard", "paragraph", "backend", "comment",
    ]

    private mutating func readMatch(_ node: Node) {
        let line = node.mark?.line ?? 0
        guard let fields = Fields(node) else {
            return report(line, .wrongShape(field: "matches"))
        }
        for (name, line) in fields.names
        where !SnippetFile.fields.contains(name) && !SnippetFile.typing.contains(name) {
            reportField(name, line, SnippetFile.fields)
        }
        guard let codes = codes(fields, line: line), let text = text(fields, line: line) else {
            return
        }
        let before = problems.count
        let own = variables(fields["vars"])
        if problems[before...].contains(where: \.dropsEntry) { return }
        let ownNames = Set(own.known.map(\.name)).union(own.unfilled).union(sharedUnfilled)
            .union(shared.map(\.name))
        check(text, known: ownNames, line: fields["replace"]?.mark?.line ?? line)
        snippets.append(
            Snippet(
                codes: codes,
                label: bilingual(fields["label"], field: "label") ?? SnippetFile.label(of: text),
                text: text, stages: stages(fields["stage"]),
                group: bilingual(fields["group"], field: "group"),
                words: texts(fields["search_terms"], field: "search_terms"),
                variables: own.known + shared))
    }

    private mutating func codes(_ fields: Fields, line: Int) -> [String]? {
        var codes: [String] = []
        for raw in texts(fields["trigger"], field: "trigger")
            + texts(fields["triggers"], field: "triggers")
        {
            // A slash, colon or semicolon in front is how one calls it, not part of the code.
            let code = raw.drop { "/:;、；：".contains($0) }
            if code.contains(where: \.isWhitespace) {
                report(line, .blankInCode(raw))
                return nil
            }
            if !code.isEmpty { codes.append(code.lowercased()) }
        }
        guard codes.isEmpty else { return codes }
        report(line, .missingCode)
        return nil
    }

    private mutating func text(_ fields: Fields, line: Int) -> Bilingual? {
        guard let node = fields["replace"] else {
            report(line, .missingText)
            return nil
        }
        let before = problems.count
        guard let text = bilingual(node, field: "replace"), problems.count == before else {
            if problems.count == before { report(line, .missingText) }
            return nil
        }
        if text.zh.isEmpty || text.en.isEmpty {
            report(line, .missingText)
            return nil
        }
        return text
    }

    /// One text for both languages, or `{zh: …, en: …}`.
    private mutating func bilingual(_ node: Node?, field: String) -> Bilingual? {
        guard let node else { return nil }
        if let scalar = node.scalar { return Bilingual(zh: scalar.string, en: scalar.string) }
        let line = node.mark?.line ?? 0
        guard let fields = Fields(node) else {
            report(line, .wrongShape(field: field))
            return nil
        }
        guard let zh = fields.text("zh") else {
            report(line, .missingLanguage(field: field, tongue: .chinese))
            return nil
        }
        guard let en = fields.text("en") else {
            report(line, .missingLanguage(field: field, tongue: .english))
            return nil
        }
        return Bilingual(zh: zh, en: en)
    }

    /// The beginning of the text, for an entry without a label.
    private static func label(of text: Bilingual) -> Bilingual {
        func start(_ text: String) -> String {
            String(text.split(separator: "\n").first?.prefix(24) ?? "")
        }
        return Bilingual(zh: start(text.zh), en: start(text.en))
    }

    private mutating func stages(_ node: Node?) -> [Conversation.Stage] {
        texts(node, field: "stage").compactMap { name in
            if let stage = SnippetFile.stageNames[name] { return stage }
            let names = SnippetFile.stageNames.keys.sorted()
            report(
                node?.mark?.line ?? 0,
                .unknownStage(name, nearest: Spelling.nearest(to: name, among: names)))
            return nil
        }
    }

    private static let stageNames: [String: Conversation.Stage] = [
        "pre-sale": .preSale, "preSale": .preSale, "售前": .preSale, "order": .order, "售中": .order,
        "after-sale": .afterSale, "afterSale": .afterSale, "售后": .afterSale,
    ]

    private mutating func texts(_ node: Node?, field: String) -> [String] {
        guard let node else { return [] }
        if let scalar = node.scalar { return [scalar.string] }
        guard let list = node.sequence else {
            report(node.mark?.line ?? 0, .wrongShape(field: field))
            return []
        }
        return list.compactMap(\.scalar?.string)
    }

    /// The variables a file defines itself: those that can be filled, and the names of those that
    /// stay holes.
    private mutating func variables(
        _ node: Node?
    ) -> (known: [Snippet.Variable], unfilled: Set<String>) {
        guard let node else { return ([], []) }
        guard let list = node.sequence else {
            report(node.mark?.line ?? 0, .wrongShape(field: "vars"))
            return ([], [])
        }
        var known: [Snippet.Variable] = []
        var unfilled: Set<String> = []
        for entry in list {
            let line = entry.mark?.line ?? 0
            guard let fields = Fields(entry), let name = fields.text("name"),
                let type = fields.text("type")
            else {
                report(line, .wrongShape(field: "vars"))
                continue
            }
            let settings = fields["params"].flatMap(Fields.init)
            switch type {
            case "script", "shell":
                report(line, .runsProgram(variable: name, type: type))
            case "echo":
                let text = settings?.text("echo") ?? ""
                known.append(Snippet.Variable(name: name, value: .echo(text)))
            case "date":
                let format = settings?.text("format") ?? "%Y-%m-%d"
                let seconds = settings?.text("offset").flatMap { Int($0) } ?? 0
                known.append(
                    Snippet.Variable(
                        name: name, value: .date(format: format, shift: .seconds(seconds))))
            default:
                report(line, .unsupported(variable: name, type: type))
                unfilled.insert(name)
            }
        }
        return (known, unfilled)
    }

    private mutating func check(_ text: Bilingual, known: Set<String>, line: Int) {
        var seen: Set<String> = []
        for part in [text.zh, text.en] {
            for hole in Holes(part) where hole.isVariable && !known.contains(hole.name) {
                guard Variables.problem(with: hole.name), seen.insert(hole.name).inserted else {
                    continue
                }
                let nearest = Spelling.nearest(to: hole.name, among: Variables.names)
                report(line, .unknownVariable(hole.name, nearest: nearest))
            }
            if Snippet.split(part).count > 2 { report(line, .severalCarets) }
        }
    }

    private mutating func reportField(_ name: String, _ line: Int, _ fields: [String]) {
        report(
            line,
            .unknownField(name, nearest: Spelling.nearest(to: name, among: fields)))
    }

    private mutating func report(_ line: Int, _ fact: SnippetProblem.Fact) {
        problems.append(SnippetProblem(file: path, line: line, fact: fact))
    }
}

/// The entries of one YAML mapping by name. Yams compares keys by what type they would have, which
/// costs more than reading the file; ours are always text.
private struct Fields {
    private let nodes: [String: Node]
    /// In the order of the file, with their lines.
    let names: [(name: String, line: Int)]

    init?(_ node: Node) {
        guard case .mapping(let mapping) = node else { return nil }
        var nodes: [String: Node] = [:]
        var names: [(name: String, line: Int)] = []
        for (key, value) in mapping {
            guard case .scalar(let name) = key else { continue }
            nodes[name.string] = value
            names.append((name.string, name.mark?.line ?? 0))
        }
        self.nodes = nodes
        self.names = names
    }

    subscript(name: String) -> Node? { nodes[name] }

    func text(_ name: String) -> String? { nodes[name]?.scalar?.string }
}

extension YamlError {
    /// The line the parser stopped at, counted from 1; 0 where it does not know.
    fileprivate var place: Int {
        switch self {
        case .scanner(_, _, let mark, _), .parser(_, _, let mark, _),
            .composer(_, _, let mark, _):
            mark.line
        case .no, .memory, .reader, .writer, .emitter, .representer, .dataCouldNotBeDecoded,
            .duplicatedKeysInMapping:
            0
        }
    }

    fileprivate var reason: String {
        switch self {
        case .scanner(_, let problem, _, _), .parser(_, let problem, _, _),
            .composer(_, let problem, _, _):
            problem
        case .no, .memory, .reader, .writer, .emitter, .representer, .dataCouldNotBeDecoded,
            .duplicatedKeysInMapping:
            "\(self)".split(separator: "\n").first.map(String.init) ?? ""
        }
    }
}
