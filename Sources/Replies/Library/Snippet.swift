public import Engine

/// A reply the shop has ready: a code to type, a label to find it by, a text in both languages
/// with holes for this customer's order.
public struct Snippet: Hashable, Sendable {
    /// What is typed after the slash, the one to show first: `fh`.
    public let codes: [String]
    public let label: Bilingual
    /// The text as written, with `{{order.id}}` for what has to be filled in and `$|$` for the
    /// caret.
    public let text: Bilingual
    /// Where in the purchase it belongs; empty for everywhere.
    public let stages: [Conversation.Stage]
    /// What it belongs to in a list: 发货, 退款.
    public let group: Bilingual?
    /// More words that find it.
    public let words: [String]
    /// Values the file itself gives: an echo, a date with a form of its own.
    let variables: [Variable]

    public var code: String { codes.first ?? "" }

    /// A variable defined in the file, as espanso's match files do.
    struct Variable: Hashable, Sendable {
        let name: String
        let value: Value

        enum Value: Hashable, Sendable {
            case echo(String)
            /// A date in the notation of `strftime`, moved by so much.
            case date(format: String, shift: Span)
        }
    }

    /// The names of variables still standing unfilled in a text, in order, each once: such a text
    /// must not be sent.
    public static func unfilled(in text: String) -> [String] {
        var names: [String] = []
        for hole in Holes(text) where hole.isVariable && !names.contains(hole.name) {
            names.append(hole.name)
        }
        return names
    }
}

/// The `{{…}}` of a text, one after the other.
struct Holes: Sequence, IteratorProtocol {
    struct Hole {
        let range: Range<String.Index>
        let name: String

        /// Braces around something else, such as a formula, are plain text.
        var isVariable: Bool {
            guard let first = name.first, first.isLetter else { return false }
            return name.count <= 40
                && name.allSatisfy { $0.isLetter || $0.isNumber || "._+-".contains($0) }
        }
    }

    private let text: String
    private var place: String.Index

    init(_ text: String) {
        self.text = text
        place = text.startIndex
    }

    mutating func next() -> Hole? {
        while let start = find("{", from: place) {
            var inside = text.index(start, offsetBy: 2)
            while inside < text.endIndex, text[inside] == "{" { inside = text.index(after: inside) }
            guard let end = find("}", from: inside) else { return nil }
            place = text.index(end, offsetBy: 2)
            var name = text[inside..<end]
            // The innermost braces count.
            if let inner = name.range(of: "{{") { name = name[inner.upperBound...] }
            let first = text.index(name.startIndex, offsetBy: -2)
            while name.first == " " { name.removeFirst() }
            while name.last == " " { name.removeLast() }
            return Hole(range: first..<place, name: String(name))
        }
        return nil
    }

    /// Where a pair of these braces begins. Bytes are quicker than characters, and braces are
    /// never a part of another character.
    private func find(_ brace: Unicode.Scalar, from start: String.Index) -> String.Index? {
        let bytes = text.utf8
        let wanted = UInt8(ascii: brace)
        var index = start
        while let found = bytes[index...].firstIndex(of: wanted) {
            let after = bytes.index(after: found)
            if after < bytes.endIndex, bytes[after] == wanted { return found }
            index = after
        }
        return nil
    }
}

extension Substring {
    fileprivate func range(of pair: String) -> Range<Index>? {
        var last: Range<Index>?
        var index = startIndex
        while index < endIndex {
            if self[index...].hasPrefix(pair) {
                last = index..<self.index(index, offsetBy: pair.count)
            }
            index = self.index(after: index)
        }
        return last
    }
}
