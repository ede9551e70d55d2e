/// Texts as YAML that every parser reads the same: plain where nothing can be misread, lines as
/// they are under a `|-`, quotes for the rest.
enum YAMLText {
    /// A text on one line.
    static func inline(_ text: String) -> String { isPlain(text) ? text : quoted(text) }

    /// A text behind a name: on one line, or in a block below that is indented by so much.
    static func value(_ text: String, indent: Int) -> String {
        guard text.contains("\n"), isBlock(text) else { return " " + inline(text) }
        let pad = String(repeating: " ", count: indent)
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            line.isEmpty ? "" : pad + line
        }
        return " |-\n" + lines.joined(separator: "\n")
    }

    static func list(_ texts: [String]) -> String {
        "[" + texts.map(inline).joined(separator: ", ") + "]"
    }

    private static let words: Set<String> = [
        "true", "false", "yes", "no", "on", "off", "null", "y", "n",
    ]

    private static func isPlain(_ text: String) -> Bool {
        guard let first = text.first, first.isLetter, text.last != " ",
            !words.contains(text.lowercased())
        else { return false }
        return text.unicodeScalars.allSatisfy { scalar in
            switch scalar.value {
            case 0x30...0x39, 0x41...0x5a, 0x61...0x7a, 0x20, 0x5f, 0x2d: true
            // Chinese and its own punctuation mean nothing to YAML.
            case 0x4e00...0x9fff, 0x3001...0x3002, 0xff01, 0xff08...0xff09, 0xff0c, 0xff1a...0xff1b,
                0xff1f:
                true
            case _: false
            }
        }
    }

    private static func isBlock(_ text: String) -> Bool {
        text.first != " " && text.first != "\n" && text.last != "\n"
            && text.unicodeScalars.allSatisfy {
                $0.value == 0x0a || $0.value >= 0x20 && isPrintable($0.value)
            }
    }

    private static func isPrintable(_ value: UInt32) -> Bool {
        switch value {
        case 0x7f...0x9f, 0x2028, 0x2029, 0xfeff, 0xfffe, 0xffff: false
        case _: true
        }
    }

    private static func quoted(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case "\n": result += "\\n"
            case "\t": result += "\\t"
            case "\r": result += "\\r"
            case _ where scalar.value < 0x20 || !isPrintable(scalar.value):
                let hex = String(scalar.value, radix: 16)
                result += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
            case _: result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }
}
