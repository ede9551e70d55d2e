/// The `{{…}}` of a text, one after the other: `{{order.paid|money}}` is the variable `order.paid`
/// and the filter `money`.
struct Holes: Sequence, IteratorProtocol {
    struct Hole {
        let range: Range<String.Index>
        /// What stands between the braces, blanks at the ends aside.
        let written: String

        /// The variable; what stands before the first filter.
        var name: String {
            guard let bar = written.firstIndex(of: "|") else { return written }
            return written[..<bar].trimmed
        }

        /// The filters as written, in order.
        var filters: [String] {
            written.split(separator: "|", omittingEmptySubsequences: false).dropFirst()
                .map(\.trimmed)
        }

        /// Braces around something else, such as a formula, are plain text.
        var isVariable: Bool {
            let name = name
            guard let first = name.first, first.isLetter || first == "_" else { return false }
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
            return Hole(range: first..<place, written: name.trimmed)
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
    /// Without blanks at the ends.
    fileprivate var trimmed: String {
        var rest = self
        while rest.first == " " { rest.removeFirst() }
        while rest.last == " " { rest.removeLast() }
        return String(rest)
    }

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
