/// Reads the notation of `Phrase` from left to right, in scalars already in their normal form.
struct PhraseReader {
    private typealias Spelling = [UInt32]

    private let text: [UInt32]
    private let end: Int
    private var position = 0
    private let groups: [String: String]
    private let depth: Int
    private let isHan: Bool
    private var result = Phrase(parts: [])
    /// What the part being read may be spelled like.
    private var spellings: [Spelling] = [[]]
    private var gap = 0

    init(text: String, groups: [String: String], depth: Int = 0) {
        // Spaces stay for now: one that parts two groups is only known when they are joined.
        var scalars: [UInt32] = []
        for scalar in text.unicodeScalars {
            let value = Scalars.normal(scalar.value)
            if value != 0 { scalars.append(value) }
        }
        self.text = scalars
        self.groups = groups
        self.depth = depth
        isHan = scalars.contains(where: Scalars.isHan)
        if scalars.first == Mark.start {
            result.startsClause = true
            position = 1
        }
        result.endsClause = scalars.last == Mark.finish
        end = result.endsClause ? scalars.count - 1 : scalars.count
    }

    mutating func phrase() throws(Phrase.Problem) -> Phrase {
        while position < end {
            if text[position] == Mark.gap {
                try flush()
                gap = result.parts.isEmpty ? 0 : isHan ? Phrase.hanGap : Phrase.latinGap
                position += 1
                continue
            }
            let piece = try piece()
            let hasValue = piece.contains { Self.sort($0) != nil }
            if hasValue || spellings.contains(where: Self.isPrefix)
                || spellings.count * piece.count > Phrase.joinLimit
            {
                let hadText = spellings != [[]]
                try flush()
                // A space may stand before a value, and between two English words.
                if hadText || !result.parts.isEmpty, gap == 0 { gap = hasValue || !isHan ? 1 : 0 }
                spellings = piece
                if hasValue {
                    try flush()
                    gap = 1
                }
            } else {
                spellings = try product(spellings, piece)
            }
        }
        try flush()
        guard result.parts.contains(where: { !$0.isOptional }) else { throw .empty }
        return result
    }

    private mutating func flush() throws(Phrase.Problem) {
        defer { spellings = [[]] }
        var part = Phrase.Part(words: [], gap: gap)
        for spelling in spellings {
            if let sort = Self.sort(spelling) {
                part.values.append(sort)
            } else if spelling.contains(where: Self.isValueMark) {
                throw .valueInsideWords
            } else if let literal = Self.literal(spelling) {
                part.words.append(literal)
            } else {
                part.isOptional = true
            }
        }
        guard !part.words.isEmpty || !part.values.isEmpty else { return }
        result.parts.append(part)
        gap = 0
    }

    /// One character, group or optional group, as its spellings; `?` after either makes it
    /// optional.
    private mutating func piece() throws(Phrase.Problem) -> [Spelling] {
        let spellings = try bare()
        guard position < end, text[position] == Mark.perhaps else { return spellings }
        position += 1
        return spellings.contains([]) ? spellings : [[]] + spellings
    }

    private mutating func bare() throws(Phrase.Problem) -> [Spelling] {
        let mark = text[position]
        switch mark {
        case Mark.open:
            position += 1
            return try alternatives(until: Mark.close)
        case Mark.openOptional:
            position += 1
            return [[]] + (try alternatives(until: Mark.closeOptional))
        case Mark.openName:
            let name = try name()
            if let index = Value.Sort.allCases.firstIndex(where: { $0.rawValue == name }) {
                return [[Mark.firstValue + UInt32(index)]]
            }
            return try group(name)
        case Mark.close, Mark.closeOptional, Mark.closeName, Mark.or:
            throw .unexpected(Mark.character(mark))
        case Mark.gap: throw .gapInsideGroup
        default:
            position += 1
            return [[mark]]
        }
    }

    private mutating func alternatives(until close: UInt32) throws(Phrase.Problem) -> [Spelling] {
        var all: [Spelling] = []
        var current: [Spelling] = [[]]
        while position < end {
            let mark = text[position]
            if mark == close {
                position += 1
                return all + current
            }
            if mark == Mark.or {
                position += 1
                all += current
                current = [[]]
            } else {
                current = try product(current, piece())
            }
        }
        throw .unclosed(Mark.character(close))
    }

    private mutating func name() throws(Phrase.Problem) -> String {
        position += 1
        var name = ""
        while position < end, text[position] != Mark.closeName {
            name.append(Mark.character(text[position]))
            position += 1
        }
        guard position < end else { throw .unclosed(">") }
        position += 1
        return name
    }

    private func group(_ name: String) throws(Phrase.Problem) -> [Spelling] {
        guard let body = groups[name], depth < 4 else { throw .unknownGroup(name) }
        var inner = PhraseReader(text: "(" + body + ")", groups: groups, depth: depth + 1)
        let spellings = try inner.piece()
        guard inner.position == inner.end else { throw .unexpected(")") }
        return spellings
    }

    private func product(_ a: [Spelling], _ b: [Spelling]) throws(Phrase.Problem) -> [Spelling] {
        guard a.count * b.count <= Phrase.spellingLimit else {
            throw .tooManySpellings(a.count * b.count)
        }
        if a.count == 1, a[0].isEmpty { return b }
        if b.count == 1 {
            return a.map { $0 + b[0] }
        }
        var result: [Spelling] = []
        result.reserveCapacity(a.count * b.count)
        for head in a { for tail in b { result.append(head + tail) } }
        return result
    }

    /// `refund*`; a star behind anything but a letter is a star.
    private static func isPrefix(_ spelling: Spelling) -> Bool {
        spelling.count > 1 && spelling[spelling.count - 1] == Mark.star
            && Scalars.isLatin(spelling[spelling.count - 2])
    }

    /// The spelling as a message would have it: no space at either end or beside Chinese.
    private static func literal(_ spelling: Spelling) -> Phrase.Literal? {
        let isPrefix = isPrefix(spelling)
        var scalars: [UInt32] = []
        scalars.reserveCapacity(spelling.count)
        var hasSpace = false
        for scalar in isPrefix ? spelling.dropLast() : spelling[...] {
            if scalar == 0x20 {
                hasSpace = true
                continue
            }
            if hasSpace, let last = scalars.last, !Scalars.isHan(last), !Scalars.isHan(scalar),
                !Scalars.isPunctuation(scalar)
            {
                scalars.append(0x20)
            }
            hasSpace = false
            scalars.append(scalar)
        }
        return scalars.isEmpty ? nil : Phrase.Literal(scalars: scalars, isPrefix: isPrefix)
    }

    // While spellings are multiplied out, a value stands in them as one private-use scalar.

    private static func isValueMark(_ scalar: UInt32) -> Bool {
        scalar >= Mark.firstValue
            && scalar < Mark.firstValue + UInt32(Value.Sort.allCases.count)
    }

    private static func sort(_ spelling: Spelling) -> Value.Sort? {
        guard spelling.count == 1, isValueMark(spelling[0]) else { return nil }
        return Value.Sort.allCases[Int(spelling[0] - Mark.firstValue)]
    }

    /// The marks of the notation.
    private enum Mark {
        static let start: UInt32 = 0x5E
        static let finish: UInt32 = 0x24
        static let gap: UInt32 = 0x2026
        static let perhaps: UInt32 = 0x3F
        static let open: UInt32 = 0x28
        static let close: UInt32 = 0x29
        static let openOptional: UInt32 = 0x5B
        static let closeOptional: UInt32 = 0x5D
        static let openName: UInt32 = 0x3C
        static let closeName: UInt32 = 0x3E
        static let or: UInt32 = 0x7C
        static let star: UInt32 = 0x2A
        static let firstValue: UInt32 = 0xE000

        static func character(_ scalar: UInt32) -> Character {
            Unicode.Scalar(scalar).map(Character.init) ?? "?"
        }
    }
}
