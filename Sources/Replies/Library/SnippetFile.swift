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
        guard let mapping = root.mapping, let matches = mapping["matches"]?.sequence else {
            return report(root.mark?.line ?? 0, .noMatches)
        }
        for (key, _) in mapping where !SnippetFile.topFields.contains(key.string ?? "") {
            reportField(key, SnippetFile.topFields)
        }
        if let globals = mapping["global_vars"] {
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
        guard let mapping = node.mapping else { return report(line, .wrongShape(field: "matches")) }
        for (key, _) in mapping {
            let name = key.string ?? ""
            if !SnippetFile.fields.contains(name), !SnippetFile.typing.contains(name) {
                reportField(key, SnippetFile.fields)
            }
        }
        guard let codes = codes(mapping, line: line), let text = text(mapping, line: line) else {
            return
        }
        let before = problems.count
        let own = variables(mapping["vars"])
        if problems[before...].contains(where: \.dropsEntry) { return }
        let ownNames = Set(own.known.map(\.name)).union(own.unfilled).union(sharedUnfilled)
            .union(shared.map(\.name))
        check(text, known: ownNames, line: mapping["replace"]?.mark?.line ?? line)
        snippets.append(
            Snippet(
                codes: codes,
                label: bilingual(mapping["label"], field: "label") ?? SnippetFile.label(of: text),
                text: text, stages: stages(mapping["stage"]),
                group: bilingual(mapping["group"], field: "group"),
                words: texts(mapping["search_terms"], field: "search_terms"),
                variables: own.known + shared))
    }

    private mutating func codes(_ mapping: Node.Mapping, line: Int) -> [String]? {
        var codes: [String] = []
        for raw in texts(mapping["trigger"], field: "trigger")
            + texts(mapping["triggers"], field: "triggers")
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

    private mutating func text(_ mapping: Node.Mapping, line: Int) -> Bilingual? {
        guard let node = mapping["replace"] else {
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
        guard let mapping = node.mapping else {
            report(line, .wrongShape(field: field))
            return nil
        }
        for tongue in Tongue.allCases where mapping[Node(tongue.rawValue)]?.scalar == nil {
            report(line, .missingLanguage(field: field, tongue: tongue))
            return nil
        }
        guard let zh = mapping["zh"]?.string, let en = mapping["en"]?.string else { return nil }
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
            guard let mapping = entry.mapping, let name = mapping["name"]?.scalar?.string,
                let type = mapping["type"]?.scalar?.string
            else {
                report(line, .wrongShape(field: "vars"))
                continue
            }
            let settings = mapping["params"]?.mapping
            switch type {
            case "script", "shell":
                report(line, .runsProgram(variable: name, type: type))
            case "echo":
                let text = settings?["echo"]?.scalar?.string ?? ""
                known.append(Snippet.Variable(name: name, value: .echo(text)))
            case "date":
                let format = settings?["format"]?.scalar?.string ?? "%Y-%m-%d"
                let seconds = settings?["offset"]?.int ?? 0
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
            if part.components(separatedBy: "$|$").count > 2 { report(line, .severalCarets) }
        }
    }

    private mutating func reportField(_ key: Node, _ fields: [String]) {
        let name = key.string ?? "?"
        report(
            key.mark?.line ?? 0,
            .unknownField(name, nearest: Spelling.nearest(to: name, among: fields)))
    }

    private mutating func report(_ line: Int, _ fact: SnippetProblem.Fact) {
        problems.append(SnippetProblem(file: path, line: line, fact: fact))
    }
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
