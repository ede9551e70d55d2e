/// The words of a text that a program kept as HTML: paragraphs as lines, everything else off.
enum HTMLText {
    /// The plain text, and whether anything was taken off.
    static func plain(_ html: String) -> (text: String, changed: Bool) {
        guard isHTML(html) else { return (html, false) }
        var text = ""
        var rest = Substring(html)
        var isAfterBreak = false
        while let character = rest.first {
            if character == "<", let end = tagEnd(rest) {
                let tag = rest[..<end].dropFirst().dropLast().lowercased()
                let name = String(tag.drop { $0 == "/" }.prefix { $0.isLetter || $0.isNumber })
                let isEnd = tag.hasPrefix("/")
                let isBlockEnd =
                    isEnd && ["p", "div", "li", "tr", "h1", "h2", "h3"].contains(name)
                // A break right before the end of its block is the end of the same line.
                if name == "br" || isBlockEnd && !isAfterBreak { text += "\n" }
                isAfterBreak = name == "br"
                if name == "li", !isEnd { text += "· " }
                rest = rest[end...]
            } else if character == "&", let (word, after) = entity(rest) {
                text += word
                rest = after
                isAfterBreak = false
            } else {
                if !character.isWhitespace { isAfterBreak = false }
                // Line ends between tags are the writer's, not the reader's.
                text.append(character.isNewline ? " " : character)
                rest.removeFirst()
            }
        }
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            line.split(separator: " ").joined(separator: " ")
        }
        var result = lines[...]
        while result.first == "" { result.removeFirst() }
        while result.last == "" { result.removeLast() }
        return (result.joined(separator: "\n"), true)
    }

    /// Behind the tag that begins here; nil where `<` is only a sign: `5 < 6`, `<3`.
    private static func tagEnd(_ rest: Substring) -> String.Index? {
        if rest.hasPrefix("<!--") { return rest.firstRange(of: "-->")?.upperBound }
        let inside = rest.dropFirst()
        guard let first = inside.first, first.isASCII && first.isLetter || "/!".contains(first),
            let end = inside.firstIndex(where: { $0 == ">" || $0 == "<" }), inside[end] == ">"
        else { return nil }
        return inside.index(after: end)
    }

    private static func isHTML(_ text: String) -> Bool {
        [
            "<p", "<div", "<br", "<b>", "<a ", "<ul", "<ol", "<li", "<span", "<strong", "<em",
            "&nbsp;",
        ]
        .contains { text.lowercased().contains($0) }
    }

    private static let words: [(String, String)] = [
        ("amp", "&"), ("lt", "<"), ("gt", ">"), ("quot", "\""), ("apos", "'"), ("nbsp", " "),
        ("hellip", "…"), ("mdash", "—"), ("ndash", "–"),
    ]

    private static func entity(_ rest: Substring) -> (String, Substring)? {
        guard let end = rest.prefix(12).firstIndex(of: ";") else { return nil }
        let name = rest[rest.index(after: rest.startIndex)..<end]
        let after = rest[rest.index(after: end)...]
        if let word = words.first(where: { $0.0 == name })?.1 { return (word, after) }
        guard name.hasPrefix("#") else { return nil }
        let isHex = name.dropFirst().first == "x" || name.dropFirst().first == "X"
        let digits = name.dropFirst(isHex ? 2 : 1)
        guard let value = UInt32(digits, radix: isHex ? 16 : 10),
            let scalar = Unicode.Scalar(value)
        else { return nil }
        return (String(Character(scalar)), after)
    }
}
