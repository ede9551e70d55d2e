import Stores

/// A kind of file in which people keep their replies, told apart by what is in it.
public enum ReplyFormat: String, CaseIterable, Hashable, Sendable {
    /// Our own YAML.
    case xiaoer
    /// Match files, YAML.
    case espanso
    /// Canned responses as the API gives them, JSON.
    case chatwoot
    /// Canned responses as a table: short_code, content.
    case chatwootCSV = "chatwoot-csv"
    case chatwootMacros = "chatwoot-macros"
    /// Macros as the API gives them, JSON.
    case zendesk
    /// Text modules as the admin page exports them, CSV.
    case zammad
    /// Canned responses as the API gives them, JSON.
    case rocketChat = "rocket-chat"
    /// 快捷短语编码, 快捷短语, 快捷短语分组; GB18030.
    case qianniu
    /// Any table with a column for the text.
    case csv
    /// A text a line, headings for folders, `[变量]` for what has to be filled in.
    case plain

    /// What the bytes look like; a list of lines where they look like nothing else.
    public static func detect(_ bytes: [UInt8]) -> ReplyFormat {
        let text = (try? TextDecoding.decode(bytes).text) ?? bytes
        if let first = text.first(where: { $0 > 0x20 }), first == 0x7b || first == 0x5b,
            let tree = try? JSONTree(text)
        {
            return detect(tree)
        }
        let lines = String(decoding: text, as: UTF8.self).split(whereSeparator: \.isNewline)
        let isYAML = lines.contains { line in
            ["matches:", "global_vars:", "imports:", "macros:"].contains { line.hasPrefix($0) }
        }
        if isYAML {
            let ours = ["stage:", "group:", "channel:", "zh:", "macros:", "{zh:"]
            return lines.contains { line in ours.contains { line.contains($0) } }
                ? .xiaoer : .espanso
        }
        guard let header = try? CSVReader(text).header else { return .plain }
        let columns = ReplyColumns(header)
        guard columns.content != nil else { return .plain }
        if columns.has("short_code"), columns.has("content") { return .chatwootCSV }
        if columns.has("name"), columns.has("keywords"), columns.has("content") { return .zammad }
        if columns.has("快捷短语") { return .qianniu }
        return .csv
    }

    private static func detect(_ tree: JSONTree) -> ReplyFormat {
        let items = ForeignJSON.items(in: tree)
        func any(_ name: String) -> Bool { items.contains { $0[name] != nil } }
        if any("short_code") { return .chatwoot }
        if any("shortcut") { return .rocketChat }
        let actions = items.lazy.flatMap { $0["actions"]?.items ?? [] }
        if actions.contains(where: { $0["action_name"] != nil }) { return .chatwootMacros }
        return .zendesk
    }
}

/// Where in a JSON answer the list is.
enum ForeignJSON {
    private static let lists = [
        "payload", "macros", "cannedResponses", "canned_responses", "data", "results",
    ]

    static func items(in tree: JSONTree) -> [JSONTree] {
        if let items = tree.items { return items }
        for name in lists {
            if let items = tree[name]?.items { return items }
        }
        // One alone: `{"macro": {…}}`, or the thing itself.
        if let one = tree["macro"] ?? tree["cannedResponse"] { return [one] }
        return [tree]
    }
}
