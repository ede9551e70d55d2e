/// Reads the notation of `Phrase` from left to right.
struct PhraseReader {
    private var text: [Character]
    private var position = 0
    private var groups: [String: String]
    private var depth = 0
    private var result = Phrase(parts: [])
    /// What the part being read may be spelled like.
    private var spellings = [""]
    private var gap = 0

    init(text: [Character], groups: [String: String]) {
        self.text = text
        self.groups = groups
    }

    mutating func phrase() throws(Phrase.Problem) -> Phrase {
        if text.first == "^" {
            result.startsClause = true
            position = 1
        }
        if text.last == "$" {
            result.endsClause = true
            text.removeLast()
        }
        let isHan = text.contains { Scalars.isHan($0.unicodeScalars.first?.value ?? 0) }
        while position < text.count {
            if text[position] == "…" {
                try flush(isHan)
                gap = result.parts.isEmpty ? 0 : isHan ? Phrase.hanGap : Phrase.latinGap
                position += 1
                continue
            }
            let piece = try piece()
            let hasValue = piece.contains { Self.sort($0) != nil }
            if hasValue || spellings.contains(where: { Self.sort($0) != nil })
                || spellings.contains(where: Self.isPrefix)
                || spellings.count * piece.count > Phrase.joinLimit
            {
                let hadText = spellings != [""]
                try flush(isHan)
                // A space may stand before a value, and between two English words.
                if hadText || !result.parts.isEmpty, gap == 0 { gap = hasValue || !isHan ? 1 : 0 }
                spellings = piece
                if hasValue {
                    try flush(isHan)
                    gap = 1
                }
            } else {
                spellings = try product(spellings, piece)
            }
        }
        try flush(isHan)
        guard result.parts.contains(where: { !$0.isOptional }) else { throw .empty }
        return result
    }

    private mutating func flush(_ isHan: Bool) throws(Phrase.Problem) {
        defer { spellings = [""] }
        var part = Phrase.Part(words: [], gap: gap)
        var seen: Set<Phrase.Literal> = []
        for spelling in spellings {
            if let sort = Self.sort(spelling) {
                part.values.append(sort)
            } else if spelling.unicodeScalars.contains(where: { Self.isValueMark($0) }) {
                throw .valueInsideWords
            } else if let literal = Self.literal(spelling) {
                if seen.insert(literal).inserted { part.words.append(literal) }
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
    private mutating func piece() throws(Phrase.Problem) -> [String] {
        let spellings = try bare()
        guard position < text.count, text[position] == "?" else { return spellings }
        position += 1
        return spellings.contains("") ? spellings : [""] + spellings
    }

    private mutating func bare() throws(Phrase.Problem) -> [String] {
        let mark = text[position]
        switch mark {
        case "(":
            position += 1
            return try alternatives(until: ")")
        case "[":
            position += 1
            return [""] + (try alternatives(until: "]"))
        case "<":
            let name = try name()
            if let sort = Value.Sort(rawValue: name) { return [Self.mark(sort)] }
            return try group(name)
        case ")", "]", ">", "|": throw .unexpected(mark)
        case "…": throw .gapInsideGroup
        default:
            position += 1
            return [String(mark)]
        }
    }

    private mutating func alternatives(until close: Character) throws(Phrase.Problem) -> [String] {
        var all: [String] = []
        var current = [""]
        while position < text.count {
            let mark = text[position]
            if mark == close {
                position += 1
                return all + current
            }
            if mark == "|" {
                position += 1
                all += current
                current = [""]
            } else {
                current = try product(current, piece())
            }
        }
        throw .unclosed(close)
    }

    private mutating func name() throws(Phrase.Problem) -> String {
        position += 1
        var name = ""
        while position < text.count, text[position] != ">" {
            name.append(text[position])
            position += 1
        }
        guard position < text.count else { throw .unclosed(">") }
        position += 1
        return name
    }

    private func group(_ name: String) throws(Phrase.Problem) -> [String] {
        guard let body = groups[name], depth < 4 else { throw .unknownGroup(name) }
        var inner = PhraseReader(text: Array("(" + body + ")"), groups: groups)
        inner.depth = depth + 1
        let spellings = try inner.piece()
        guard inner.position == inner.text.count else { throw .unexpected(")") }
        return spellings
    }

    private func product(_ a: [String], _ b: [String]) throws(Phrase.Problem) -> [String] {
        guard a.count * b.count <= Phrase.spellingLimit else {
            throw .tooManySpellings(a.count * b.count)
        }
        if a == [""] { return b }
        return a.flatMap { head in b.map { head + $0 } }
    }

    /// `refund*`; a star behind anything but a letter is a star.
    private static func isPrefix(_ spelling: String) -> Bool {
        spelling.hasSuffix("*") && spelling.dropLast().last?.isLetter == true
    }

    private static func literal(_ spelling: String) -> Phrase.Literal? {
        var spelling = spelling
        let isPrefix = isPrefix(spelling)
        if isPrefix { spelling.removeLast() }
        let scalars = NormalText(spelling).scalars
        return scalars.isEmpty ? nil : Phrase.Literal(scalars: scalars, isPrefix: isPrefix)
    }

    // While spellings are multiplied out, a value stands in them as one private-use character.

    private static func mark(_ sort: Value.Sort) -> String {
        let index = Value.Sort.allCases.firstIndex(of: sort) ?? 0
        return Unicode.Scalar(0xE000 + UInt32(index)).map { String(Character($0)) } ?? ""
    }

    private static func isValueMark(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value >= 0xE000 && scalar.value < 0xE000 + UInt32(Value.Sort.allCases.count)
    }

    private static func sort(_ spelling: String) -> Value.Sort? {
        guard let scalar = spelling.unicodeScalars.first, isValueMark(scalar),
            spelling.unicodeScalars.count == 1
        else { return nil }
        return Value.Sort.allCases[Int(scalar.value - 0xE000)]
    }
}
