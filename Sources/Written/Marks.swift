/// What a text would ask of the parser, seen without parsing it.
///
/// Brackets inside quotes are counted too: nobody quotes so many open ones. A `*word` counts as a
/// reference only where an `&word` stands as well, so that starred text is none.
struct Marks {
    /// The line on which it goes deeper than the limit.
    private(set) var tooDeep: Int?
    /// The line of the first reference too many.
    private(set) var tooManyReferences: Int?

    init(_ text: String, limits: WrittenYAML.Limits) {
        var text = text
        text.withUTF8 { bytes in
            tooDeep = Self.tooDeepLine(bytes, limit: limits.depth)
            tooManyReferences = Self.referenceLine(bytes, limit: limits.references)
        }
    }

    private static func tooDeepLine(_ bytes: UnsafeBufferPointer<UInt8>, limit: Int) -> Int? {
        var depth = 0
        var dashes = 0
        var line = 1
        var isMargin = true
        for byte in bytes {
            switch byte {
            case UInt8(ascii: "["), UInt8(ascii: "{"): depth += 1
            case UInt8(ascii: "]"), UInt8(ascii: "}"): depth = max(0, depth - 1)
            case UInt8(ascii: "\n"):
                line += 1
                dashes = 0
                isMargin = true
                continue
            case UInt8(ascii: "-"), UInt8(ascii: "?"): if isMargin { dashes += 1 }
            case UInt8(ascii: " "): break
            case _: isMargin = false
            }
            if depth > limit || dashes > limit { return line }
        }
        return nil
    }

    private static func referenceLine(_ bytes: UnsafeBufferPointer<UInt8>, limit: Int) -> Int? {
        let anchors = Set(marks(UInt8(ascii: "&"), in: bytes).map(\.name))
        guard !anchors.isEmpty else { return nil }
        let uses = marks(UInt8(ascii: "*"), in: bytes).filter { anchors.contains($0.name) }
        return uses.count > limit ? uses[limit].line : nil
    }

    /// Every word with this sign before it, wherever a value may begin.
    private static func marks(
        _ sign: UInt8, in bytes: UnsafeBufferPointer<UInt8>
    ) -> [(name: [UInt8], line: Int)] {
        var found: [(name: [UInt8], line: Int)] = []
        var line = 1
        var before = UInt8(ascii: "\n")
        var place = 0
        while place < bytes.count {
            let byte = bytes[place]
            defer { before = byte }
            place += 1
            if byte == UInt8(ascii: "\n") { line += 1 }
            guard byte == sign, " \t\r\n[{,:-?".utf8.contains(before) else { continue }
            let start = place
            while place < bytes.count, !" \t\r\n[]{},".utf8.contains(bytes[place]) { place += 1 }
            if place > start { found.append((Array(bytes[start..<place]), line)) }
        }
        return found
    }
}
