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
    ///
    /// - Throws: `ReplyFileFault` for JSON and tables that cannot be read as what they are. Line by
    ///   line they would only become replies that nobody wrote.
    public static func detect(_ bytes: [UInt8]) throws(ReplyFileFault) -> ReplyFormat {
        let text: [UInt8]
        do { text = try TextDecoding.decode(bytes).text } catch { throw .table(error) }
        if let first = text.first(where: { $0 > 0x20 }), first == 0x7b || first == 0x5b {
            let tree: JSONTree?
            do throws(JSONFault) { tree = try JSONTree(text) } catch {
                // A list may begin with a hole: `[买家昵称]您好`.
                if looksLikeJSON(text) { throw .json(error) }
                tree = nil
            }
            if let tree { return try detect(tree) }
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
        guard let reader = try? CSVReader(text) else { return .plain }
        let columns = ReplyColumns(reader.header)
        if let doubled = columns.doubled { throw .table(.doubledColumn(doubled)) }
        guard columns.content != nil else {
            guard isTable(reader, first: lines.first ?? "") else { return .plain }
            throw .noContent(columns: reader.header.names)
        }
        if columns.has("short_code"), columns.has("content") { return .chatwootCSV }
        if columns.has("name"), columns.has("keywords"), columns.has("content") { return .zammad }
        if columns.has("快捷短语") { return .qianniu }
        return .csv
    }

    /// `{"…`, `[{`, `["…`, or nothing behind the bracket: the file was cut there.
    private static func looksLikeJSON(_ text: [UInt8]) -> Bool {
        let signs = text.lazy.filter { $0 > 0x20 }.prefix(2).map { Character(Unicode.Scalar($0)) }
        guard let first = signs.first else { return false }
        guard let second = signs.dropFirst().first else { return true }
        return (first == "{" ? "\"}" : "{\"]").contains(second)
    }

    private static func detect(_ tree: JSONTree) throws(ReplyFileFault) -> ReplyFormat {
        let items = ForeignJSON.items(in: tree)
        func any(_ name: String) -> Bool { items.contains { $0[name] != nil } }
        if any("short_code") { return .chatwoot }
        if any("shortcut") { return .rocketChat }
        if any("actions") {
            let actions = items.lazy.flatMap { $0["actions"]?.items ?? [] }
            return actions.contains { $0["action_name"] != nil } ? .chatwootMacros : .zendesk
        }
        if items.isEmpty { return tree["macros"] == nil ? .chatwoot : .zendesk }
        throw .unknownJSON(fields: items.first?.fields?.map(\.name) ?? [])
    }

    /// Whether the first line names at least three columns, and most rows have a cell for each.
    /// Sentences have commas, too, but with blanks behind them, or full stops, or they are long.
    private static func isTable(_ reader: CSVReader, first line: Substring) -> Bool {
        let names = reader.header.names
        guard names.count > 2, !line.contains("\(reader.separator) "),
            names.allSatisfy({ name in
                (1...longestName).contains(name.count)
                    && !name.contains { "。！？!?…，；\t".contains($0) }
            })
        else { return false }
        var reader = reader
        var (rows, fitting) = (0, 0)
        while rows < 20, let row = (try? reader.next()) ?? nil {
            rows += 1
            if row.shape == .fits { fitting += 1 }
        }
        return fitting * 2 >= rows
    }

    /// Longer than the name of any column.
    private static let longestName = 24
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
