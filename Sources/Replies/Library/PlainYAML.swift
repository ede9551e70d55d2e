/// Reads the plain shape of YAML that nearly every file of replies has, a dozen times faster than a
/// full parser: blocks by indentation, texts on one line with or without quotes, `|` blocks, and
/// `{…}` and `[…]` on one line.
///
/// Whatever else stands in a file (anchors, folded texts, texts over several lines, tabs, Windows
/// line ends) makes the answer nil, and the full parser reads the file. So it may refuse anything,
/// but what it reads it must read exactly as the full parser does; the tests hold the two against
/// each other.
struct PlainYAML {
    private let bytes: UnsafeBufferPointer<UInt8>
    private var position = 0
    private var line = 1

    /// Something that is not of the plain shape.
    struct NotPlain: Error {}

    static func read(_ text: String) -> YAMLTree? {
        var text = text
        return text.withUTF8 { bytes in
            guard hasPlainBytes(bytes) else { return nil }
            var reader = PlainYAML(bytes)
            return try? reader.document()
        }
    }

    private init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

    /// No tabs, returns or other signs that a parser treats in ways of its own.
    private static func hasPlainBytes(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            index += 1
            if byte < 0x20 {
                if byte != 0x0a { return false }
                continue
            }
            if byte < 0x7f { continue }
            if byte == 0x7f { return false }
            // U+0080…9F, U+2028 and U+2029, U+FEFF and the signs that are no characters.
            guard byte == 0xc2 || byte == 0xe2 || byte == 0xef, index + 1 < bytes.count else {
                continue
            }
            let (second, third) = (bytes[index], bytes[index + 1])
            if byte == 0xc2, second < 0xa0 { return false }
            if byte == 0xe2, second == 0x80, third == 0xa8 || third == 0xa9 { return false }
            if byte == 0xef, second == 0xbb && third == 0xbf || second == 0xbf && third >= 0xbe {
                return false
            }
        }
        return true
    }

    // MARK: Lines

    private var isAtEnd: Bool { position >= bytes.count }
    private var byte: UInt8 { position < bytes.count ? bytes[position] : 0x0a }

    /// Goes to the next line with something on it; returns its indentation, -1 at the end.
    private mutating func nextIndent() throws(NotPlain) -> Int {
        while position < bytes.count {
            let start = position
            while byte == 0x20 { position += 1 }
            if byte == 0x0a {
                guard position < bytes.count else { return -1 }
                position += 1
                line += 1
            } else if byte == UInt8(ascii: "#") {
                skipLine()
            } else {
                let indent = position - start
                if indent == 0, isMarker("---") || isMarker("...") || byte == UInt8(ascii: "%") {
                    throw NotPlain()
                }
                position = start
                return indent
            }
        }
        return -1
    }

    private func isMarker(_ marker: StaticString) -> Bool {
        guard position + 3 <= bytes.count else { return false }
        return marker.utf8Start[0] == bytes[position]
            && marker.utf8Start[1] == bytes[position + 1]
            && marker.utf8Start[2] == bytes[position + 2]
    }

    private mutating func skipLine() {
        while byte != 0x0a { position += 1 }
        if position < bytes.count {
            position += 1
            line += 1
        }
    }

    /// Nothing but a comment may follow on this line.
    private mutating func finishLine() throws(NotPlain) {
        let start = position
        while byte == 0x20 { position += 1 }
        if byte == UInt8(ascii: "#"), position > start {
            skipLine()
        } else if byte == 0x0a {
            skipLine()
        } else {
            throw NotPlain()
        }
    }

    // MARK: Blocks

    private mutating func document() throws(NotPlain) -> YAMLTree {
        // An empty file, and a file that is one text, are the full parser's.
        guard try nextIndent() == 0 else { throw NotPlain() }
        let tree = try block(indent: 0)
        guard try nextIndent() == -1 else { throw NotPlain() }
        return tree
    }

    /// A list or fields, each of whose lines begins at this column. The place is at the beginning
    /// of the first of them.
    private mutating func block(indent: Int) throws(NotPlain) -> YAMLTree {
        position += indent
        let isList = byte == UInt8(ascii: "-") && isBlank(at: position + 1)
        return isList ? try list(indent: indent) : try fields(indent: indent)
    }

    private func isBlank(at index: Int) -> Bool {
        index >= bytes.count || bytes[index] == 0x20 || bytes[index] == 0x0a
    }

    /// The place is behind the indentation.
    private mutating func list(indent: Int) throws(NotPlain) -> YAMLTree {
        let began = line
        var items: [YAMLTree] = []
        repeat {
            guard byte == UInt8(ascii: "-"), isBlank(at: position + 1) else { throw NotPlain() }
            let dash = position
            position += 1
            while byte == 0x20 { position += 1 }
            if isKey {
                items.append(try fields(indent: indent + position - dash))
            } else if byte == UInt8(ascii: "-"), isBlank(at: position + 1) {
                throw NotPlain()
            } else {
                items.append(try value(of: indent, mayHoldListBelow: false))
            }
        } while try isNext(indent)
        return .list(items, line: began)
    }

    /// The place is behind the indentation.
    private mutating func fields(indent: Int) throws(NotPlain) -> YAMLTree {
        let began = line
        var fields: [YAMLTree.Field] = []
        repeat {
            guard isKey else { throw NotPlain() }
            let keyLine = line
            let start = position
            while byte != UInt8(ascii: ":") { position += 1 }
            let name = text(start, position)
            if fields.contains(where: { $0.name == name }) { throw NotPlain() }
            position += 1
            while byte == 0x20 { position += 1 }
            let value = try value(of: indent, mayHoldListBelow: true)
            fields.append(YAMLTree.Field(name: name, line: keyLine, value: value))
        } while try isNext(indent)
        return .fields(fields, line: began)
    }

    /// Whether the next line belongs to the same block; then the place is behind its indentation.
    private mutating func isNext(_ indent: Int) throws(NotPlain) -> Bool {
        let next = try nextIndent()
        if next > indent { throw NotPlain() }
        guard next == indent else { return false }
        position += indent
        return true
    }

    /// Whether a name and a colon stand here: letters, digits, `_`, `-`, `.`, and whatever is not
    /// ASCII.
    private var isKey: Bool {
        var index = position
        while index < bytes.count, PlainYAML.isName(bytes[index]) { index += 1 }
        return index > position && bytes[position] != UInt8(ascii: "-")
            && bytes[position] != UInt8(ascii: ".")
            && index < bytes.count && bytes[index] == UInt8(ascii: ":") && isBlank(at: index + 1)
    }

    private static func isName(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5a, 0x61...0x7a, 0x2d, 0x2e, 0x5f, 0x80...: true
        case _: false
        }
    }

    // MARK: Values

    /// The value of a field or an item whose block begins at this column.
    private mutating func value(
        of indent: Int, mayHoldListBelow: Bool
    ) throws(NotPlain) -> YAMLTree {
        let began = line
        switch byte {
        case 0x0a, UInt8(ascii: "#"):
            if byte == UInt8(ascii: "#"), bytes[position - 1] != 0x20 { throw NotPlain() }
            skipLine()
            let next = try nextIndent()
            if next > indent { return try block(indent: next) }
            if next == indent, mayHoldListBelow, position + indent < bytes.count,
                bytes[position + indent] == UInt8(ascii: "-"), isBlank(at: position + indent + 1)
            {
                return try block(indent: next)
            }
            // Nothing at all is rare, and where it stands is a parser's secret.
            throw NotPlain()
        case UInt8(ascii: "|"):
            return .text(try literal(under: indent), line: began)
        case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "{"), UInt8(ascii: "["):
            let value = try flow()
            try finishLine()
            return value
        case _:
            let text = try plain(inFlow: false)
            skipLine()
            // A deeper line would go on with the text.
            if try nextIndent() > indent { throw NotPlain() }
            return .text(text, line: began)
        }
    }

    /// A `|` or `|-` and the lines below it.
    private mutating func literal(under indent: Int) throws(NotPlain) -> String {
        position += 1
        let isStripped = byte == UInt8(ascii: "-")
        if isStripped { position += 1 }
        guard byte == 0x0a, position < bytes.count else { throw NotPlain() }
        skipLine()
        let start = position
        while byte == 0x20 { position += 1 }
        let depth = position - start
        // The first line says how deep the text stands.
        guard depth > indent, byte != 0x0a else { throw NotPlain() }
        position = start
        var content: [UInt8] = []
        var emptyLines = 0
        while position < bytes.count {
            let lineStart = position
            var spaces = 0
            while byte == 0x20, spaces < depth {
                position += 1
                spaces += 1
            }
            if byte == 0x0a {
                skipLine()
                emptyLines += 1
                continue
            }
            guard spaces == depth else {
                if spaces > indent { throw NotPlain() }
                position = lineStart
                break
            }
            content.append(contentsOf: repeatElement(0x0a, count: emptyLines))
            emptyLines = 0
            let from = position
            while byte != 0x0a { position += 1 }
            guard position < bytes.count else { throw NotPlain() }
            content.append(contentsOf: bytes[from..<position])
            content.append(0x0a)
            skipLine()
        }
        if isStripped { content.removeLast() }
        return String(decoding: content, as: UTF8.self)
    }

    /// A quoted text, `{…}`, `[…]` or, inside of those, a plain text; all on this line.
    private mutating func flow(depth: Int = 0) throws(NotPlain) -> YAMLTree {
        // It descends by recursion; deeper brackets are for the reader that counts them first.
        guard depth < 20 else { throw NotPlain() }
        switch byte {
        case UInt8(ascii: "\""): return .text(try doubleQuoted(), line: line)
        case UInt8(ascii: "'"): return .text(try singleQuoted(), line: line)
        case UInt8(ascii: "["): return try flowList(depth + 1)
        case UInt8(ascii: "{"): return try flowFields(depth + 1)
        case _: return .text(try plain(inFlow: true), line: line)
        }
    }

    private mutating func flowList(_ depth: Int) throws(NotPlain) -> YAMLTree {
        position += 1
        var items: [YAMLTree] = []
        while try !isOver(UInt8(ascii: "]"), isFirst: items.isEmpty) {
            items.append(try flow(depth: depth))
            // `[a: b]` is a field in a list.
            if byte == UInt8(ascii: ":") { throw NotPlain() }
        }
        return .list(items, line: line)
    }

    private mutating func flowFields(_ depth: Int) throws(NotPlain) -> YAMLTree {
        position += 1
        var fields: [YAMLTree.Field] = []
        while try !isOver(UInt8(ascii: "}"), isFirst: fields.isEmpty) {
            guard isKey else { throw NotPlain() }
            let start = position
            while byte != UInt8(ascii: ":") { position += 1 }
            let name = text(start, position)
            if fields.contains(where: { $0.name == name }) { throw NotPlain() }
            position += 1
            while byte == 0x20 { position += 1 }
            if byte == UInt8(ascii: ",") || byte == UInt8(ascii: "}") { throw NotPlain() }
            fields.append(YAMLTree.Field(name: name, line: line, value: try flow(depth: depth)))
        }
        return .fields(fields, line: line)
    }

    /// Passes blanks and the comma between two items, or the closing bracket.
    private mutating func isOver(_ bracket: UInt8, isFirst: Bool) throws(NotPlain) -> Bool {
        while byte == 0x20 { position += 1 }
        if byte == bracket {
            position += 1
            return true
        }
        if isFirst { return false }
        guard byte == UInt8(ascii: ",") else { throw NotPlain() }
        position += 1
        while byte == 0x20 { position += 1 }
        if byte == bracket || byte == UInt8(ascii: ",") { throw NotPlain() }
        return false
    }

    // MARK: Texts

    private func text(_ start: Int, _ end: Int) -> String {
        String(decoding: UnsafeBufferPointer(rebasing: bytes[start..<end]), as: UTF8.self)
    }

    /// A text without quotes; afterwards the place is behind it, blanks aside.
    private mutating func plain(inFlow: Bool) throws(NotPlain) -> String {
        let start = position
        switch byte {
        // With these a text may not begin, or what begins with them is no text.
        case UInt8(ascii: "&"), UInt8(ascii: "*"), UInt8(ascii: "!"), UInt8(ascii: "|"),
            UInt8(ascii: ">"), UInt8(ascii: "%"), UInt8(ascii: "@"), UInt8(ascii: "`"),
            UInt8(ascii: "?"), UInt8(ascii: ":"), UInt8(ascii: "#"), UInt8(ascii: ","),
            UInt8(ascii: "]"), UInt8(ascii: "}"), 0x0a:
            throw NotPlain()
        case UInt8(ascii: "-") where inFlow || isBlank(at: position + 1):
            throw NotPlain()
        case _: break
        }
        var end = position
        while byte != 0x0a {
            switch byte {
            case UInt8(ascii: ":"):
                if inFlow || isBlank(at: position + 1) { throw NotPlain() }
            case UInt8(ascii: "#"):
                if bytes[position - 1] == 0x20 {
                    if inFlow { throw NotPlain() }
                    return text(start, end)
                }
            case UInt8(ascii: ","), UInt8(ascii: "]"), UInt8(ascii: "}"):
                if inFlow { return text(start, end) }
            case UInt8(ascii: "["), UInt8(ascii: "{"):
                if inFlow { throw NotPlain() }
            case _: break
            }
            if byte != 0x20 { end = position + 1 }
            position += 1
        }
        if inFlow { throw NotPlain() }
        return text(start, end)
    }

    private mutating func singleQuoted() throws(NotPlain) -> String {
        position += 1
        let start = position
        var hasDoubled = false
        while byte != 0x0a {
            if byte == UInt8(ascii: "'") {
                guard position + 1 < bytes.count, bytes[position + 1] == byte else {
                    let raw = text(start, position)
                    position += 1
                    return hasDoubled ? raw.replacing("''", with: "'") : raw
                }
                hasDoubled = true
                position += 1
            }
            position += 1
        }
        throw NotPlain()
    }

    private mutating func doubleQuoted() throws(NotPlain) -> String {
        position += 1
        let start = position
        while byte != 0x0a, byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\") { position += 1 }
        if byte == UInt8(ascii: "\"") {
            position += 1
            return text(start, position - 1)
        }
        var content = Array(bytes[start..<position])
        while byte != 0x0a {
            if byte == UInt8(ascii: "\"") {
                position += 1
                return String(decoding: content, as: UTF8.self)
            }
            if byte == UInt8(ascii: "\\") {
                position += 1
                try escape(into: &content)
            } else {
                content.append(byte)
                position += 1
            }
        }
        throw NotPlain()
    }

    private mutating func escape(into content: inout [UInt8]) throws(NotPlain) {
        let letter = byte
        position += 1
        switch letter {
        case UInt8(ascii: "n"): content.append(0x0a)
        case UInt8(ascii: "t"): content.append(0x09)
        case UInt8(ascii: "r"): content.append(0x0d)
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): content.append(letter)
        case UInt8(ascii: "u"):
            guard position + 4 <= bytes.count,
                let value = UInt32(text(position, position + 4), radix: 16),
                bytes[position] != UInt8(ascii: "+"), let scalar = Unicode.Scalar(value)
            else { throw NotPlain() }
            content += Array(String(Character(scalar)).utf8)
            position += 4
        case _: throw NotPlain()
        }
    }
}
