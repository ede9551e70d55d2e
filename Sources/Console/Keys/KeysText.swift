/// The text of a `keys.yaml`, changed one line at a time; comments and all other lines stay as the
/// person wrote them.
///
/// ```swift
/// var text = KeysText("# mine\nsend: Enter  # as ever\n")
/// try text.set("send", to: ["Ctrl-Enter"], in: nil)
/// text.whole == "# mine\nsend: Ctrl-Enter  # as ever\n"
/// ```
struct KeysText {
    private var lines: [String]
    private let endings: String

    init(_ text: String) {
        endings = text.contains("\r\n") ? "\r\n" : "\n"
        lines = text.replacing("\r\n", with: "\n").split(
            separator: "\n", omittingEmptySubsequences: false
        ).map(String.init)
        if lines.last?.isEmpty == true { lines.removeLast() }
    }

    var whole: String { lines.map { $0 + endings }.joined() }

    /// Writes the keys of a command, everywhere or in a place, where its line stands or at the end.
    /// - Throws: `wrongShape` where the file is written in a way that no line can be changed in.
    mutating func set(
        _ command: String, to keys: [String], in place: String?
    ) throws(SettingsProblem) {
        let value = keys.count == 1 ? KeysText.quoted(keys[0]) : KeysText.list(keys)
        try change(command, to: value, in: place, expecting: keys)
    }

    /// Names the preset, in the first line where none is named yet.
    mutating func setPreset(_ name: String) throws(SettingsProblem) {
        let file = try SettingsFile(path: "keys.yaml", text: whole)
        if let entry = file.entries.last(where: { $0.name == "preset" }) {
            replace(at: entry.line - 1, with: "preset: " + KeysText.quoted(name))
        } else {
            lines.insert("preset: " + KeysText.quoted(name), at: 0)
        }
    }

    private mutating func change(
        _ command: String, to value: String, in place: String?, expecting keys: [String]
    ) throws(SettingsProblem) {
        let file = try SettingsFile(path: "keys.yaml", text: whole)
        let line = command + ": " + value
        if let place {
            put(line, named: command, in: place, file)
        } else if let entry = file.entries.last(where: { $0.name == command }) {
            replace(at: entry.line - 1, with: line)
        } else {
            lines.append(line)
        }
        // Whoever writes YAML in a way not foreseen here is told, and keeps the file as it was.
        let now = try SettingsFile(path: "keys.yaml", text: whole)
        var entries = now.entries
        if let place {
            guard case .table(let inner) = entries.last(where: { $0.name == place })?.value else {
                throw SettingsProblem(file: "keys.yaml", line: 0, fact: .wrongShape(at: place))
            }
            entries = inner
        }
        let written = entries.last { $0.name == command }
        guard let written, written.value.texts == keys else {
            throw SettingsProblem(
                file: "keys.yaml", line: written?.line ?? 0, fact: .wrongShape(at: command))
        }
    }

    private mutating func put(
        _ line: String, named command: String, in place: String, _ file: SettingsFile
    ) {
        guard let table = file.entries.last(where: { $0.name == place }) else {
            lines += [place + ":", "  " + line]
            return
        }
        let head = table.line - 1
        guard case .table(let inner) = table.value, let first = inner.first else {
            // A place with nothing in it yet.
            replace(at: head, with: place + ":")
            lines.insert("  " + line, at: head + 1)
            return
        }
        if first.line == table.line {
            // Written in braces: a line each from now on.
            replace(at: head, with: place + ":")
            var rows = inner.filter { $0.name != command }.compactMap { entry in
                entry.value.texts.map { "  " + entry.name + ": " + KeysText.value($0) }
            }
            rows.append("  " + line)
            lines.insert(contentsOf: rows, at: head + 1)
            return
        }
        let indent = String(repeating: " ", count: KeysText.indent(of: lines[first.line - 1]))
        if let old = inner.last(where: { $0.name == command }) {
            replace(at: old.line - 1, with: indent + line)
        } else {
            let last = inner.map(\.line).max() ?? first.line
            lines.insert(indent + line, at: end(of: last - 1))
        }
    }

    /// Puts a line in the place of the entry that begins at `start`; its comments stay.
    private mutating func replace(at start: Int, with line: String) {
        let end = end(of: start)
        let remarks = lines[start + 1..<end].filter { KeysText.isRemark($0) }
        let remark = KeysText.remark(of: lines[start])
        lines.replaceSubrange(start..<end, with: [line + remark] + remarks)
    }

    /// The row behind an entry's last one; rows of comments and blanks below belong to the next.
    private func end(of start: Int) -> Int {
        let own = KeysText.indent(of: lines[start])
        var end = start + 1
        for row in lines.indices.dropFirst(start + 1) {
            if KeysText.isRemark(lines[row]) { continue }
            let indent = KeysText.indent(of: lines[row])
            let text = lines[row].drop { $0 == " " }
            guard indent > own || (indent == own && text.hasPrefix("-")) else { break }
            end = row + 1
        }
        return end
    }

    private static func indent(of line: String) -> Int { line.prefix { $0 == " " }.count }

    /// A row with nothing but a comment, or nothing.
    private static func isRemark(_ line: String) -> Bool {
        let text = line.drop { $0 == " " || $0 == "\t" }
        return text.isEmpty || text.hasPrefix("#")
    }

    /// The comment at the end of a row, with the blanks before it; empty where there is none.
    private static func remark(of line: String) -> String {
        var quote: Character?
        var blanks = line.startIndex
        for place in line.indices {
            let character = line[place]
            if let open = quote {
                if character == open { quote = nil }
            } else if character == "\"" || character == "'" {
                quote = character
            } else if character == "#", place > line.startIndex,
                line[line.index(before: place)] == " "
            {
                return String(line[blanks...])
            }
            if character != " " { blanks = line.index(after: place) }
        }
        return ""
    }

    private static func value(_ keys: [String]) -> String {
        keys.count == 1 ? quoted(keys[0]) : list(keys)
    }

    private static func list(_ keys: [String]) -> String {
        "[" + keys.map(quoted).joined(separator: ", ") + "]"
    }

    /// A name as YAML takes it for text: letters, digits and dashes need no quotes.
    private static func quoted(_ name: String) -> String {
        let isPlain =
            name.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "- _".contains($0)) }
            && name.first?.isLetter == true
        if isPlain { return name }
        return "\""
            + name.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
    }
}
