/// A message cut into the short runs of words that the learned layer weighs: every Chinese
/// character and every Latin word is one token, a value that was read is one token by its sort,
/// and a run is one to four of them side by side within a sentence.
///
/// "明天下午5点前回复您" holds `<time>`, `回复`, `<time>回复` and so on; `promise` has learned that the
/// last of these promises.
struct Grams {
    /// A run with where it stands.
    struct Gram {
        var key: UInt64
        /// Tokens from, up to.
        var tokens: Range<Int>
    }

    /// One token: its key and the scalars it was made of.
    private(set) var tokens: [(key: UInt64, range: Range<Int>)] = []
    private(set) var all: [Gram] = []

    static let longest = 4

    init(_ text: NormalText, values: [ValueReader.Found]) {
        cut(text, values)
        all.reserveCapacity(tokens.count * Self.longest)
        for start in tokens.indices {
            var key = Self.seed
            for end in start..<min(start + Self.longest, tokens.count) {
                if tokens[end].key == Self.stop, end > start { break }
                key = Self.join(key, tokens[end].key)
                all.append(Gram(key: key, tokens: start..<end + 1))
                if tokens[end].key == Self.stop { break }
            }
        }
    }

    private mutating func cut(_ text: NormalText, _ values: [ValueReader.Found]) {
        var spans = values.map { (range: $0.range, sort: $0.value.sort) }
            .sorted {
                ($0.range.lowerBound, -$0.range.count) < ($1.range.lowerBound, -$1.range.count)
            }
        spans.reverse()
        var index = 0
        tokens.append((Self.first, 0..<0))
        while index < text.count {
            while let next = spans.last, next.range.lowerBound < index { spans.removeLast() }
            if let next = spans.last, next.range.lowerBound == index, !next.range.isEmpty {
                tokens.append((Self.key(of: next.sort), next.range))
                index = next.range.upperBound
                continue
            }
            let start = index
            let scalar = text.scalars[index]
            index += 1
            if Scalars.isLatin(scalar) {
                while index < text.count, Scalars.isLatin(text.scalars[index]) { index += 1 }
                tokens.append((Self.key(of: text.scalars[start..<index]), start..<index))
            } else if Scalars.isDigit(scalar) {
                while index < text.count, Scalars.isDigit(text.scalars[index]) { index += 1 }
                tokens.append((Self.digits, start..<index))
            } else if scalar == 0x3F {
                tokens.append((Self.question, start..<index))
            } else if Self.isSilent(scalar) {
                continue
            } else if Scalars.isPause(scalar) {
                if tokens.last?.key != Self.stop { tokens.append((Self.stop, start..<index)) }
            } else {
                tokens.append((Self.key(of: text.scalars[start..<index]), start..<index))
            }
        }
    }

    /// Spaces and apostrophes say nothing, and the file's own marks cannot stand in it.
    private static func isSilent(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x20, 0x27, 0x22, 0x3C, 0x3E, 0x3D, 0x5E, 0x28, 0x29: true
        default: false
        }
    }

    // MARK: Keys

    static let seed: UInt64 = 0xcbf2_9ce4_8422_2325
    private static let prime: UInt64 = 0x100_0000_01b3

    /// FNV-1a over the scalars.
    static func key(of scalars: some Sequence<UInt32>) -> UInt64 {
        var key = seed
        for scalar in scalars { key = (key ^ UInt64(scalar)) &* prime }
        return key
    }

    static func key(of word: String) -> UInt64 { key(of: word.unicodeScalars.lazy.map(\.value)) }

    static func join(_ key: UInt64, _ next: UInt64) -> UInt64 {
        (key ^ (next &+ (next >> 29))) &* prime
    }

    static let first = key(of: "^")
    static let stop = key(of: ",")
    static let question = key(of: "?")
    static let digits = key(of: "<digits>")
    private static let sorts = Dictionary(
        uniqueKeysWithValues: Value.Sort.allCases.map { ($0, key(of: "<\($0.rawValue)>")) })
    static func key(of sort: Value.Sort) -> UInt64 { sorts[sort] ?? digits }

    /// What the lexicon found, as a run of its own: `=promise`.
    static func key(ofLexicon label: Label) -> UInt64 { join(seed, key(of: "=" + label.name)) }

    /// The key of a run as `Weights` writes it: `<time>前回复`, `get back to you`, `=promise`.
    static func key(ofRun text: String) -> UInt64 {
        let scalars = text.unicodeScalars.map(\.value)
        if scalars.first == 0x3D { return join(seed, key(of: scalars)) }
        var result = seed
        var index = 0
        while index < scalars.count {
            let start = index
            index += 1
            if scalars[start] == 0x3C {
                while index < scalars.count, scalars[index - 1] != 0x3E { index += 1 }
            } else if Scalars.isLatin(scalars[start]) {
                while index < scalars.count, Scalars.isLatin(scalars[index]) { index += 1 }
            } else if scalars[start] == 0x20 {
                continue
            }
            result = join(result, key(of: scalars[start..<index]))
        }
        return result
    }

    /// A run as it is written in the file.
    func text(of run: Range<Int>, in normal: NormalText) -> String {
        var result = ""
        for (key, range) in tokens[run] {
            let word =
                Self.name(of: key)
                ?? String(
                    String.UnicodeScalarView(
                        normal.scalars[range].compactMap(Unicode.Scalar.init)))
            let isLatin = range.first.map { Scalars.isLatin(normal.scalars[$0]) } ?? false
            if isLatin, result.unicodeScalars.last.map({ Scalars.isLatin($0.value) }) ?? false {
                result += " "
            }
            result += word
        }
        return result
    }

    /// The name of a token that stands for more than its own scalars.
    private static func name(of key: UInt64) -> String? {
        switch key {
        case first: "^"
        case stop: ","
        case question: "?"
        case digits: "<digits>"
        default: sorts.first { $0.value == key }.map { "<\($0.key.rawValue)>" }
        }
    }
}
