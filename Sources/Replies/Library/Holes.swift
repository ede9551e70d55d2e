/// The `{{…}}` of a text, one after the other: `{{order.paid|money}}` is the variable `order.paid`
/// and the filter `money`.
struct Holes: Sequence, IteratorProtocol {
    struct Hole {
        let range: Range<String.Index>
        /// What stands between the braces, blanks at the ends aside.
        let written: String
        /// The variable; what stands before the first filter.
        let name: String
        /// Braces around something else, such as a formula, are plain text.
        let isVariable: Bool

        fileprivate init(range: Range<String.Index>, written: String) {
            self.range = range
            self.written = written
            let bar = written.utf8.firstIndex(of: UInt8(ascii: "|"))
            name = bar.map { written[..<$0].trimmed } ?? written
            isVariable = Hole.isVariable(name)
        }

        /// The filters as written, in order.
        var filters: [String] {
            guard name.utf8.count < written.utf8.count else { return [] }
            return written.split(separator: "|", omittingEmptySubsequences: false).dropFirst()
                .map(\.trimmed)
        }

        private static func isVariable(_ name: String) -> Bool {
            guard let first = name.utf8.first, name.utf8.count <= 160 else { return false }
            // Nearly all names are ASCII, and asking a character what it is costs.
            if name.utf8.allSatisfy({ isPlain($0) }) {
                return first | 0x20 >= UInt8(ascii: "a") || first == UInt8(ascii: "_")
            }
            guard let first = name.first, first.isLetter || first == "_" else { return false }
            return name.count <= 40
                && name.allSatisfy { $0.isLetter || $0.isNumber || "._+-".contains($0) }
        }

        private static func isPlain(_ byte: UInt8) -> Bool {
            switch byte {
            case 0x30...0x39, 0x41...0x5a, 0x61...0x7a, 0x2b, 0x2d, 0x2e, 0x5f: true
            case _: false
            }
        }
    }

    /// The text with something else in the place of every variable.
    static func replaced(in text: String, with other: String) -> String {
        var result = ""
        var place = text.startIndex
        for hole in Holes(text) where hole.isVariable {
            result += text[place..<hole.range.lowerBound] + other
            place = hole.range.upperBound
        }
        return place == text.startIndex ? text : result + text[place...]
    }

    /// Braces in pairs that belong to no variable, each as it begins, in order: `{{order.id` whose
    /// end is missing, an end without a beginning, a formula. None of it may reach a customer.
    static func strays(in text: String) -> [String] {
        // Nearly every text has none, and bytes are quick to ask.
        guard text.utf8.contains(where: { $0 == UInt8(ascii: "{") || $0 == UInt8(ascii: "}") })
        else { return [] }
        var strays: [String] = []
        var place = text.startIndex
        for hole in Holes(text) where hole.isVariable {
            addStrays(of: text[place..<hole.range.lowerBound], to: &strays)
            place = hole.range.upperBound
        }
        addStrays(of: text[place...], to: &strays)
        return strays
    }

    private static func addStrays(of part: Substring, to strays: inout [String]) {
        var rest = part
        while let open = rest.firstIndex(where: { $0 == "{" || $0 == "}" }) {
            rest = rest[open...]
            let isPair = rest.hasPrefix("{{")
            guard isPair || rest.hasPrefix("}}") else {
                rest = rest.dropFirst()
                continue
            }
            // A beginning and its end are one thing.
            let end = isPair ? rest.firstRange(of: "}}")?.upperBound : nil
            let whole = end.map { rest[..<$0] } ?? rest
            let piece = whole.prefix { !$0.isNewline }.prefix(shown).trimmed
            if !strays.contains(piece) { strays.append(piece) }
            rest = end.map { rest[$0...] } ?? rest.dropFirst(2)
        }
    }

    /// So many characters show which braces are meant.
    private static let shown = 16

    private let text: String
    private var place: String.Index

    init(_ text: String) {
        self.text = text
        place = text.startIndex
    }

    mutating func next() -> Hole? {
        while let start = find("{", from: place) {
            let bytes = text.utf8
            var inside = bytes.index(start, offsetBy: 2)
            while inside < bytes.endIndex, bytes[inside] == UInt8(ascii: "{") {
                inside = bytes.index(after: inside)
            }
            guard let end = find("}", from: inside) else { return nil }
            place = bytes.index(end, offsetBy: 2)
            var name = text[inside..<end]
            // The innermost braces count.
            if name.utf8.contains(UInt8(ascii: "{")), let inner = name.range(of: "{{") {
                name = name[inner.upperBound...]
            }
            let first = text.utf8.index(name.startIndex, offsetBy: -2)
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
        while rest.utf8.first == 0x20 { rest.removeFirst() }
        while rest.utf8.last == 0x20 { rest.removeLast() }
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
