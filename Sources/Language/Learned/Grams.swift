/// A message cut into the short runs of words that the learned layer weighs, clause by clause.
///
/// Every Chinese character and every Latin word is one token, and a value that was read is one
/// token by its sort. A run is one to four tokens side by side within a clause, whose two ends
/// count as tokens; where words stand for a concept there are runs with the concept in their
/// place, too; and two tokens with up to three others between them make a pair. How a longer Latin
/// word begins and ends counts besides, so that "refused" is known by "refusing".
///
/// "明天下午5点前回复您" holds `<time>`, `回复`, `^<time>前[reply]`, `<time>…您$` and so on; `promise`
/// has learned that most of these promise.
struct Grams {
    typealias Token = (key: UInt64, range: Range<Int>)

    /// A run with where it stands.
    struct Gram {
        var key: UInt64
        var clause: Int32
        /// From, up to: of `words`, or of `ideas` where `form` is `.concepts`.
        var tokens: Range<Int>
        var form: Form

        enum Form { case words, concepts, pair, opening, ending }
    }

    private(set) var all: [Gram] = []
    /// The tokens of all clauses with the ends of each.
    private var words: [Token] = []
    /// The same with concepts in the place of their words.
    private var ideas: [Token] = []
    private let dictionary: Concepts

    private static let longest = 4
    private static let longestOfConcepts = 3
    private static let widestGap = 3
    /// Of a Latin word that has so many letters, the first and the last few.
    private static let longWord = 5
    private static let lengthOfOpening = 4
    private static let lengthOfEnding = 3

    init(_ text: NormalText, values: [ValueReader.Found], concepts dictionary: Concepts) {
        self.dictionary = dictionary
        let tokens = Self.tokens(of: text, values: values)
        all.reserveCapacity(
            tokens.count * (Self.longest + Self.longestOfConcepts + Self.widestGap))
        var start = 0
        while start < tokens.count {
            let clause = text.clauseOf[tokens[start].range.upperBound - 1]
            var end = start + 1
            while end < tokens.count, text.clauseOf[tokens[end].range.upperBound - 1] == clause {
                end += 1
            }
            add(tokens[start..<end].filter { $0.key != Self.stop }, clause, in: text)
            start = end
        }
    }

    private mutating func add(_ tokens: [Token], _ clause: Int32, in text: NormalText) {
        guard let first = tokens.first?.range, let last = tokens.last else { return }
        let opening = words.isEmpty ? Self.first : Self.begins
        let closing = last.key == Self.question ? Self.asks : Self.ends
        let inner = tokens.filter { $0.key != Self.question }
        let from = words.count
        words.append((opening, first.lowerBound..<first.lowerBound))
        words += inner
        words.append((closing, last.range.upperBound..<last.range.upperBound))
        runs(from, clause)
        pairs(from, clause)
        parts(from, clause, in: text)
        guard !dictionary.isEmpty else { return }
        let fromIdeas = ideas.count
        var isConcept = [false]
        ideas.append(words[from])
        var index = 0
        while index < inner.count {
            if let (concept, end) = dictionary.match(inner, at: index) {
                let whole = inner[index].range.lowerBound..<inner[end - 1].range.upperBound
                ideas.append((dictionary.keys[concept], whole))
                isConcept.append(true)
                index = end
            } else {
                ideas.append(inner[index])
                isConcept.append(false)
                index += 1
            }
        }
        ideas.append(words[words.count - 1])
        isConcept.append(false)
        runsOfConcepts(fromIdeas, isConcept, clause)
    }

    private mutating func runs(_ from: Int, _ clause: Int32) {
        for start in from..<words.count {
            var key = Self.seed
            for end in start..<min(start + Self.longest, words.count) {
                key = Self.join(key, words[end].key)
                all.append(Gram(key: key, clause: clause, tokens: start..<end + 1, form: .words))
            }
        }
    }

    private mutating func pairs(_ from: Int, _ clause: Int32) {
        for start in from..<words.count {
            let key = Self.join(Self.gap, words[start].key)
            let last = min(start + 2 + Self.widestGap, words.count)
            guard start + 2 < last else { continue }
            for end in start + 2..<last {
                all.append(
                    Gram(
                        key: Self.join(key, words[end].key), clause: clause,
                        tokens: start..<end + 1, form: .pair))
            }
        }
    }

    private mutating func parts(_ from: Int, _ clause: Int32, in text: NormalText) {
        for place in from..<words.count {
            let scalars = text.scalars[words[place].range]
            guard scalars.count >= Self.longWord, scalars.allSatisfy(Scalars.isLatin) else {
                continue
            }
            func add(_ key: UInt64, _ form: Gram.Form) {
                all.append(Gram(key: key, clause: clause, tokens: place..<place + 1, form: form))
            }
            let opening = Self.key(of: scalars.prefix(Self.lengthOfOpening))
            let ending = Self.key(of: scalars.suffix(Self.lengthOfEnding))
            add(Self.join(Self.opening, opening), .opening)
            add(Self.join(Self.ending, ending), .ending)
        }
    }

    private mutating func runsOfConcepts(_ from: Int, _ isConcept: [Bool], _ clause: Int32) {
        for start in from..<ideas.count {
            var key = Self.seed
            var holdsConcept = false
            for end in start..<min(start + Self.longestOfConcepts, ideas.count) {
                key = Self.join(key, ideas[end].key)
                if isConcept[end - from] { holdsConcept = true }
                guard holdsConcept else { continue }
                all.append(
                    Gram(key: key, clause: clause, tokens: start..<end + 1, form: .concepts))
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

    private static let first = key(of: "^")
    private static let begins = key(of: ",^")
    private static let ends = key(of: "$")
    private static let asks = key(of: "?$")
    private static let gap = key(of: "…")
    private static let opening = key(of: "-…")
    private static let ending = key(of: "…-")
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

    /// A run for people to read: `<time>前[reply]`, `get back to you`, `帮…查`, `refu-`, `-ing`.
    func text(of gram: Gram, in normal: NormalText) -> String {
        switch gram.form {
        case .opening:
            return letters(of: gram, in: normal).prefix(Self.lengthOfOpening) + "-"
        case .ending:
            return "-" + letters(of: gram, in: normal).suffix(Self.lengthOfEnding)
        case .words, .concepts, .pair: break
        }
        let tokens = (gram.form == .concepts ? ideas : words)[gram.tokens]
        if gram.form == .pair, let first = tokens.first, let last = tokens.last {
            return text(of: first, in: normal) + "…" + text(of: last, in: normal)
        }
        var result = ""
        for token in tokens {
            let name = text(of: token, in: normal)
            let isLatin = name.unicodeScalars.first.map { Scalars.isLatin($0.value) } ?? false
            if isLatin, result.unicodeScalars.last.map({ Scalars.isLatin($0.value) }) ?? false {
                result += " "
            }
            result += name
        }
        return result
    }

    private func letters(of gram: Gram, in normal: NormalText) -> String {
        text(of: words[gram.tokens.lowerBound], in: normal)
    }

    private func text(of token: Token, in normal: NormalText) -> String {
        name(of: token.key)
            ?? String(
                String.UnicodeScalarView(
                    normal.scalars[token.range].compactMap(Unicode.Scalar.init)))
    }

    /// The name of a token that stands for more than its own scalars.
    private func name(of key: UInt64) -> String? {
        switch key {
        case Self.first: return "^"
        case Self.begins: return ",^"
        case Self.ends: return "$"
        case Self.asks: return "?$"
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
