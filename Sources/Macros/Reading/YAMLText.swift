import Engine

/// A piece of YAML to be written: plain and in a fixed order, so that two versions of a file differ
/// only where they do.
enum YAMLText {
    /// As it is: `true`, `send`.
    case plain(String)
    /// A text, in quotes where it would be read as something else.
    case one(String)
    /// A text in both languages; one where they are the same.
    case words(Bilingual)
    /// In both languages, whether or not they are the same.
    case pair(Bilingual)
    /// One, or a list of several.
    case some([String])
    /// `{a: 1, b: 2}`, or a line each.
    case fields([Field], isFlow: Bool)
    /// `[a, b]`.
    case flowList([YAMLText])
    /// A line each.
    case list([YAMLText])

    /// One of a mapping's entries.
    struct Field {
        let name: String
        let value: YAMLText
    }

    static func flow(_ fields: [(String, YAMLText)]) -> YAMLText {
        .fields(fields.map { Field(name: $0.0, value: $0.1) }, isFlow: true)
    }

    static func block(_ fields: [(String, YAMLText)]) -> YAMLText {
        .fields(fields.map { Field(name: $0.0, value: $0.1) }, isFlow: false)
    }

    /// Its lines, the first of a list behind its dash.
    func lines(_ indent: Int) -> [String] {
        switch self {
        case .list(let items):
            items.flatMap { item in
                let lines = item.lines(indent + 2)
                let dash = String(repeating: " ", count: indent) + "- "
                return [dash + lines[0].dropFirst(indent + 2)] + lines.dropFirst()
            }
        case .fields(let fields, isFlow: false):
            fields.flatMap { field -> [String] in
                let value = field.value
                let head =
                    String(repeating: " ", count: indent) + YAMLText.quoted(field.name) + ":"
                switch value {
                case .list(let items) where items.isEmpty: return [head + " []"]
                case .fields(_, isFlow: false), .list: return [head] + value.lines(indent + 2)
                case .words(let words) where words.zh != words.en && value.inline.count > 60:
                    return [head]
                        + YAMLText.block([("zh", .one(words.zh)), ("en", .one(words.en))])
                        .lines(indent + 2)
                case .plain, .one, .words, .pair, .some, .fields, .flowList:
                    return [head + " " + value.inline]
                }
            }
        case .plain, .one, .words, .pair, .some, .fields, .flowList:
            [String(repeating: " ", count: indent) + inline]
        }
    }

    private var inline: String {
        switch self {
        case .plain(let text): text
        case .one(let text): YAMLText.quoted(text)
        case .words(let words):
            words.zh == words.en ? YAMLText.quoted(words.zh) : YAMLText.pair(words).inline
        case .pair(let words):
            "{zh: \(YAMLText.quoted(words.zh)), en: \(YAMLText.quoted(words.en))}"
        case .some(let texts):
            texts.count == 1
                ? YAMLText.quoted(texts[0])
                : "[" + texts.map(YAMLText.quoted).joined(separator: ", ") + "]"
        case .fields(let fields, _):
            "{"
                + fields.map { YAMLText.quoted($0.name) + ": " + $0.value.inline }
                .joined(separator: ", ") + "}"
        case .flowList(let items), .list(let items):
            "[" + items.map(\.inline).joined(separator: ", ") + "]"
        }
    }

    /// Without quotes where nothing in it could mean something to YAML.
    static func quoted(_ text: String) -> String {
        if isPlain(text) { return text }
        var quoted = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": quoted += "\\\""
            case "\\": quoted += "\\\\"
            case "\n": quoted += "\\n"
            case "\t": quoted += "\\t"
            case "\r": quoted += "\\r"
            case _
            where scalar.value < 0x20 || scalar.value == 0x7F || scalar.value == 0xFEFF
                || (0x80...0x9F).contains(scalar.value)
                || scalar.value == 0x2028 || scalar.value == 0x2029:
                let hex = String(scalar.value, radix: 16, uppercase: true)
                quoted += "\\u" + String(repeating: "0", count: max(0, 4 - hex.count)) + hex
            case _: quoted.unicodeScalars.append(scalar)
            }
        }
        return quoted + "\""
    }

    private static func isPlain(_ text: String) -> Bool {
        guard let first = text.unicodeScalars.first, let last = text.unicodeScalars.last,
            first != " ", last != " "
        else { return false }
        // A word of YAML's own, or a name for nothing.
        if ["true", "false", "yes", "no", "null", "~", "on", "off", "y", "n"]
            .contains(text.lowercased())
        {
            return false
        }
        let isStart = first.properties.isAlphabetic || (48...57).contains(first.value)
        return isStart
            && text.unicodeScalars.allSatisfy { scalar in
                scalar.properties.isAlphabetic || (48...57).contains(scalar.value)
                    || " ._/+-$".unicodeScalars.contains(scalar)
                    || "，。！？、；“”（）《》…".unicodeScalars.contains(scalar)
            }
    }
}
