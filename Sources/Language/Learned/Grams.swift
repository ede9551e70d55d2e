/// A message cut into the short runs of words that the learned layer weighs.
///
/// Every Chinese character and every Latin word is one token, and a value that was read is one
/// token by its sort. A run is one to four tokens side by side within a clause; where words stand
/// for a concept there are runs with the concept in their place, too.
///
/// "明天下午5点前回复您" holds `<time>`, `回复`, `<time>前回复`, `<time>[reply]` and so on; `promise` has
/// learned that the last of these promises.
struct Grams {
    typealias Token = (key: UInt64, range: Range<Int>)

    /// A run with where it stands.
    struct Gram {
        var key: UInt64
        /// Tokens from, up to; of the sequence with concepts where `isConcept`.
        var tokens: Range<Int>
        var isConcept: Bool
    }

    private(set) var tokens: [Token]
    /// The same with concepts in the place of their words.
    private(set) var concepts: [Token] = []
    private var isConcept: [Bool] = []
    private(set) var all: [Gram] = []
    private let dictionary: Concepts

    static let longest = 4
    static let longestOfConcepts = 3

    init(_ text: NormalText, values: [ValueReader.Found], concepts dictionary: Concepts) {
        self.dictionary = dictionary
        tokens = [(Self.first, 0..<0)] + Self.tokens(of: text, values: values)
        all.reserveCapacity(tokens.count * (Self.longest + Self.longestOfConcepts))
        runs(of: tokens, upTo: Self.longest, isConcept: false)
        guard !dictionary.isEmpty else { return }
        var index = 0
        while index < tokens.count {
            if let (concept, end) = dictionary.match(tokens, at: index) {
                let whole = tokens[index].range.lowerBound..<tokens[end - 1].range.upperBound
                concepts.append((dictionary.keys[concept], whole))
                isConcept.append(true)
                index = end
            } else {
                concepts.append(tokens[index])
                isConcept.append(false)
                index += 1
            }
        }
        runs(of: concepts, upTo: Self.longestOfConcepts, isConcept: true)
    }

    private mutating func runs(of tokens: [Token], upTo longest: Int, isConcept isOfConcepts: Bool)
    {
        for start in tokens.indices {
            var key = Self.seed
            var holdsConcept = !isOfConcepts
            for end in start..<min(start + longest, tokens.count) {
                if tokens[end].key == Self.stop, end > start { break }
                key = Self.join(key, tokens[end].key)
                if isOfConcepts, isConcept[end] { holdsConcept = true }
                if holdsConcept {
                    all.append(Gram(key: key, tokens: start..<end + 1, isConcept: isOfConcepts))
                }
                if tokens[end].key == Self.stop { break }
            }
        }
    }

    static func tokens(of text: NormalText, values: [ValueReader.Found]) -> [Token] {
        var tokens: [Token] = []
        var spans = values.map { (range: $0.range, key: key(of: $0.value)) }
            .sorted {
                ($0.range.lowerBound, -$0.range.count) < ($1.range.lowerBound, -$1.range.count)
            }
        spans.reverse()
        var index = 0
        while index < text.count {
            while let next = spans.last, next.range.lowerBound < index { spans.removeLast() }
            if let next = spans.last, next.range.lowerBound == index, !next.range.isEmpty {
                tokens.append((next.key, next.range))
                index = next.range.upperBound
                continue
            }
            let start = index
            let scalar = text.scalars[index]
            index += 1
            if Scalars.isLatin(scalar) {
                while index < text.count, Scalars.isLatin(text.scalars[index]) { index += 1 }
                tokens.append((key(of: text.scalars[start..<index]), start..<index))
            } else if Scalars.isDigit(scalar) {
                while index < text.count, Scalars.isDigit(text.scalars[index]) { index += 1 }
                tokens.append((digits, start..<index))
            } else if scalar == 0x3F {
                tokens.append((question, start..<index))
            } else if isSilent(scalar) {
                continue
            } else if Scalars.isPause(scalar) {
                if tokens.last?.key != stop { tokens.append((stop, start..<index)) }
            } else {
                tokens.append((key(of: text.scalars[start..<index]), start..<index))
            }
        }
        return tokens
    }

    /// Spaces and apostrophes say nothing; brackets are how tokens of more than a word are shown.
    private static func isSilent(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x20, 0x27, 0x22, 0x3C, 0x3E, 0x3D, 0x5E, 0x28, 0x29, 0x5B, 0x5D: true
        default: false
        }
    }

    /// Where a run stands in the message.
    func place(of gram: Gram) -> Range<Int> {
        let used = gram.isConcept ? concepts : tokens
        let first = used[gram.tokens.lowerBound].range.lowerBound
        return first..<max(first, used[gram.tokens.upperBound - 1].range.upperBound)
    }
}

// MARK: Keys and their writing

extension Grams {
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

    /// A number behind stars is another thing than one read out.
    private static func key(of value: Value) -> UInt64 {
        if case .phone(_, isMasked: true) = value { return masked }
        return key(of: value.sort)
    }
    private static let masked = key(of: "<masked>")

    private static let found = Dictionary(
        uniqueKeysWithValues: Label.all.map { ($0, join(seed, key(of: "=" + $0.name))) })
    /// What the lexicon found is a run of its own.
    static func key(ofLexicon label: Label) -> UInt64 { found[label] ?? 0 }

    /// A run for people to read: `<time>前[reply]`, `get back to you`.
    func text(of gram: Gram, in normal: NormalText) -> String {
        var result = ""
        for (key, range) in (gram.isConcept ? concepts : tokens)[gram.tokens] {
            let plain = String(
                String.UnicodeScalarView(normal.scalars[range].compactMap(Unicode.Scalar.init)))
            let name = name(of: key) ?? plain
            let isLatin = name.unicodeScalars.first.map { Scalars.isLatin($0.value) } ?? false
            if isLatin, result.unicodeScalars.last.map({ Scalars.isLatin($0.value) }) ?? false {
                result += " "
            }
            result += name
        }
        return result
    }

    /// The name of a token that stands for more than its own scalars.
    private func name(of key: UInt64) -> String? {
        switch key {
        case Self.first: return "^"
        case Self.stop: return ","
        case Self.question: return "?"
        case Self.digits: return "<digits>"
        case Self.masked: return "<masked>"
        default:
            if let sort = Self.sorts.first(where: { $0.value == key }) {
                return "<\(sort.key.rawValue)>"
            }
            return dictionary.keys.firstIndex(of: key).map { dictionary.titles[$0] }
        }
    }
}
