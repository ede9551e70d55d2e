import Engine
import Stores

// What programs give away over their APIs.
extension ReplyImport {
    static func json(
        _ bytes: [UInt8], named file: String, _ format: ReplyFormat
    ) throws(ReplyFileFault) -> ReplyImport {
        let tree: JSONTree
        do {
            // A mark in front of UTF-8 is no part of JSON.
            let text = bytes.starts(with: [0xef, 0xbb, 0xbf]) ? Array(bytes[3...]) : bytes
            tree = try JSONTree(text)
        } catch { throw .json(error) }
        let items = ForeignJSON.items(in: tree)
        switch format {
        case .chatwootMacros: return macros(items, format) { ChatwootMacro($0) }
        case .zendesk: return macros(items, format) { ZendeskMacro($0) }
        case .chatwoot, .rocketChat, .xiaoer, .espanso, .chatwootCSV, .zammad, .qianniu, .csv,
            .plain:
            return canned(items, file, format)
        }
    }

    private static func canned(
        _ items: [JSONTree], _ file: String, _ format: ReplyFormat
    ) -> ReplyImport {
        func code(_ item: JSONTree) -> String {
            (item["short_code"] ?? item["shortcut"])?.words ?? ""
        }
        var taker = EntryTaker(format, file: file, codes: items.map(code))
        for item in items {
            let text = (item["content"] ?? item["text"])?.text ?? ""
            // Rocket.Chat's own are of one user; everybody has the others.
            let scope = item["scope"]?.text.map { $0 == "user" ? Snippet.Scope.personal : .shop }
            taker.take(
                ForeignEntry(
                    line: item.line, code: code(item), text: text,
                    tags: (item["tags"]?.items ?? []).compactMap(\.text), scope: scope))
        }
        return taker.taken
    }

    private static func macros(
        _ items: [JSONTree], _ format: ReplyFormat, _ read: (JSONTree) -> any ForeignMacro
    ) -> ReplyImport {
        var taken = ReplyImport(format: format)
        var names = CodeMaker()
        for item in items {
            var macro = read(item)
            let label = macro.title
            guard item["active"]?.value != .truth(false) else {
                taken.note(item.line, label, .inactive)
                continue
            }
            for action in item["actions"]?.items ?? [] { macro.take(action) }
            macro.finish()
            // Without one of its texts, or with half of it, it would do something else.
            if let refusal = macro.refusal {
                taken.note(refusal.line, label, refusal.fact)
                continue
            }
            for (line, fact) in macro.notes { taken.note(line, label, fact) }
            guard !macro.steps.isEmpty else {
                taken.note(item.line, label, .noSteps)
                continue
            }
            let path = label.replacing("::", with: "\u{0}").split(separator: "\u{0}")
                .map { EntryTaker.trimmed(String($0)) }
            taken.macros.append(
                ReplyMacro(
                    name: names.code(for: path.last ?? label), label: path.last ?? label,
                    folders: Array(path.dropLast()), scope: macro.scope,
                    parameters: macro.parameters, steps: macro.steps, line: item.line))
        }
        return taken
    }
}

/// A macro of another program on its way to ours: its actions come one by one.
protocol ForeignMacro {
    var title: String { get }
    var scope: Snippet.Scope? { get }
    var steps: [ReplyMacro.Step] { get }
    var parameters: [ReplyMacro.Parameter] { get }
    var notes: [(line: Int, fact: ReplyImport.Note.Fact)] { get }
    /// Why it cannot be taken at all.
    var refusal: (line: Int, fact: ReplyImport.Note.Fact)? { get }
    mutating func take(_ action: JSONTree)
    /// All actions have come.
    mutating func finish()
}
