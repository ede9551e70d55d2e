/// One line of a lexicon: words with a few marks for what may vary, compiled for searching.
///
/// `(帮|给)[您|你]查…<time>` reads: 帮 or 给, perhaps 您 or 你, 查, a few more characters, a time.
///
/// | mark | stands for |
/// | --- | --- |
/// | `(a\|b)` | one of these |
/// | `[a\|b]` | one of these or nothing |
/// | `…` | up to ten characters, up to forty where the phrase is English, within one sentence |
/// | `^` first, `$` last | the start or the end of a clause |
/// | `<name>` | a group of the lexicon, or a value: amount, time, duration, size, number … |
/// | `word*` | a Latin word with any ending |
///
/// Latin words match whole words only: `no` is not found in `now`.
struct Phrase: Hashable, Sendable {
    /// Parts in order; between two of them at most `gap` scalars.
    var parts: [Part]
    var startsClause = false
    var endsClause = false

    struct Part: Hashable, Sendable {
        var content: Content
        /// How many scalars may stand between the part before and this one.
        var gap = 0
    }

    enum Content: Hashable, Sendable {
        case words([Literal])
        case value(Value.Sort)
    }

    /// One way to spell a part.
    struct Literal: Hashable, Sendable {
        var scalars: [UInt32]
        var isPrefix = false
    }

    static let hanGap = 10
    static let latinGap = 40
    /// More spellings than this in one part is a mistake of the writer's.
    static let spellingLimit = 2000

    /// Why a phrase cannot be read.
    enum Problem: Error, Hashable, Sendable {
        case empty
        case unclosed(Character)
        case unexpected(Character)
        case unknownGroup(String)
        case tooManySpellings(Int)
        case gapInsideGroup
    }

    init(_ text: String, groups: [String: String] = [:]) throws(Problem) {
        var reader = PhraseReader(text: Array(text), groups: groups)
        self = try reader.phrase()
    }

    init(parts: [Part]) { self.parts = parts }
}

/// Reads the notation of `Phrase` from left to right.
struct PhraseReader {
    private var text: [Character]
    private var position = 0
    private var groups: [String: String]
    private var depth = 0

    init(text: [Character], groups: [String: String]) {
        self.text = text
        self.groups = groups
    }

    mutating func phrase() throws(Phrase.Problem) -> Phrase {
        var result = Phrase(parts: [])
        if text.first == "^" {
            result.startsClause = true
            position = 1
        }
        if text.last == "$" {
            result.endsClause = true
            text.removeLast()
        }
        let isLatin = !text.contains {
            $0.unicodeScalars.first.map { Scalars.isHan($0.value) } == true
        }
        let widest = isLatin ? Phrase.latinGap : Phrase.hanGap
        var gap = 0
        var spellings: [String] = [""]
        func flush(_ result: inout Phrase, _ spellings: inout [String], _ gap: inout Int)
            throws(Phrase.Problem)
        {
            let literals = spellings.compactMap(Self.literal)
            if !literals.isEmpty {
                result.parts.append(.init(content: .words(Self.unique(literals)), gap: gap))
                gap = 0
            }
            spellings = [""]
        }
        while position < text.count {
            let mark = text[position]
            switch mark {
            case "…":
                try flush(&result, &spellings, &gap)
                gap = result.parts.isEmpty ? 0 : widest
                position += 1
            case "<":
                let name = try name()
                if let sort = Value.Sort(rawValue: name) {
                    // A value may stand one space away from the words before it.
                    let before = spellings
                    try flush(&result, &spellings, &gap)
                    if gap == 0, before != [""] || !result.parts.isEmpty { gap = 1 }
                    result.parts.append(.init(content: .value(sort), gap: gap))
                    gap = 1
                } else {
                    spellings = try product(spellings, group(name))
                }
            default:
                spellings = try product(spellings, piece())
            }
        }
        try flush(&result, &spellings, &gap)
        guard !result.parts.isEmpty else { throw .empty }
        return result
    }

    /// One character, group or optional group, as its spellings.
    private mutating func piece() throws(Phrase.Problem) -> [String] {
        let mark = text[position]
        switch mark {
        case "(":
            position += 1
            return try alternatives(until: ")")
        case "[":
            position += 1
            return [""] + (try alternatives(until: "]"))
        case "<": return try group(try name())
        case ")", "]", ">", "|": throw .unexpected(mark)
        case "…": throw .gapInsideGroup
        default:
            position += 1
            return [String(mark)]
        }
    }

    private mutating func alternatives(until close: Character) throws(Phrase.Problem) -> [String] {
        var all: [String] = []
        var current: [String] = [""]
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

    private static func literal(_ spelling: String) -> Phrase.Literal? {
        var spelling = spelling
        let isPrefix = spelling.hasSuffix("*")
        if isPrefix { spelling.removeLast() }
        let scalars = NormalText(spelling).scalars
        return scalars.isEmpty ? nil : Phrase.Literal(scalars: scalars, isPrefix: isPrefix)
    }

    private static func unique(_ literals: [Phrase.Literal]) -> [Phrase.Literal] {
        var seen: Set<Phrase.Literal> = []
        return literals.filter { seen.insert($0).inserted }
    }
}
