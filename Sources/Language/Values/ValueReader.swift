import Engine

/// Finds the values of one message, left to right, each scalar used once.
struct ValueReader {
    /// A value and the scalars that say it.
    struct Found: Hashable {
        var value: Value
        var range: Range<Int>
        var rule: String
    }

    let text: NormalText
    let s: [UInt32]
    let context: Context
    /// Carriers, places and size words, found by the lexicon beforehand, by where they start.
    private let named: [Int: Found]
    private let source: [UInt8]
    var found: [Found] = []

    init(text: NormalText, source: [UInt8], context: Context, named: [Found]) {
        self.text = text
        self.s = text.scalars
        self.source = source
        self.context = context
        var longest: [Int: Found] = [:]
        for value in named
        where value.range.count > longest[value.range.lowerBound]?.range.count ?? 0 {
            longest[value.range.lowerBound] = value
        }
        self.named = longest
    }

    /// No message says more values than this; a wall of digits is cut here.
    static let limit = 400

    mutating func read() -> [Found] {
        var index = 0
        while index < s.count, found.count < Self.limit {
            guard mayStart(at: index) else {
                index += 1
                continue
            }
            if let end = festival(at: index) {
                index = end
            } else if let value = value(at: index) {
                found.append(value)
                index = max(value.range.upperBound, index + 1)
            } else {
                index += 1
                // The rest of a word or number that is no value is none either.
                while index < s.count, Scalars.isAlphanumeric(s[index]),
                    Scalars.isAlphanumeric(s[index - 1]),
                    Scalars.isDigit(s[index]) == Scalars.isDigit(s[index - 1])
                { index += 1 }
            }
        }
        return found
    }

    private func mayStart(at index: Int) -> Bool {
        let scalar = s[index]
        return Scalars.isAlphanumeric(scalar) || Scalars.isHan(scalar) || scalar == 0xA5
            || scalar == 0x24 || scalar == 0x23
    }

    private func value(at index: Int) -> Found? {
        if let code = code(at: index) { return code }
        if let house = house(at: index) { return house }
        if let time = time(at: index) { return time }
        if let value = named[index] { return value }
        if let size = size(at: index) { return size }
        if let amount = symbolAmount(at: index) { return amount }
        if Scalars.isLatin(s[index]) { return duration(at: index) }
        if let number = number(at: index) { return number }
        return nil
    }

    // MARK: Small looks at the text

    func at(_ index: Int) -> UInt32 { index >= 0 && index < s.count ? s[index] : 0 }

    func skipSpace(_ index: Int) -> Int { at(index) == 0x20 ? index + 1 : index }

    /// The end of `word` when it stands at `index`; Latin words must end there.
    func match(_ word: String, at index: Int) -> Int? {
        var i = index
        for scalar in word.unicodeScalars {
            guard i < s.count, s[i] == scalar.value else { return nil }
            i += 1
        }
        if let last = word.unicodeScalars.last, Scalars.isLatin(last.value), Scalars.isLatin(at(i))
        {
            return nil
        }
        return i
    }

    /// The end of the longest of `words` at `index`, with its place in the list.
    func match(any words: [String], at index: Int) -> (which: Int, end: Int)? {
        var best: (which: Int, end: Int)?
        for (which, word) in words.enumerated() {
            if let end = match(word, at: index), end > best?.end ?? index { best = (which, end) }
        }
        return best
    }

    /// True when one of `words` ends at `index`, a space between allowed.
    func precedes(any words: [String], _ index: Int) -> Bool {
        let end = at(index - 1) == 0x20 ? index - 1 : index
        return words.contains { word in
            let length = word.unicodeScalars.count
            return end >= length && match(word, at: end - length) == end
        }
    }

    /// True when one of `words` stands in the `reach` scalars before `index`, in this sentence.
    func isNear(_ words: [String], before index: Int, reach: Int) -> Bool {
        var start = max(0, index - reach)
        while start < index {
            if text.sameSentence(start, index), match(any: words, at: start) != nil { return true }
            start += 1
        }
        return false
    }

    func isUpperCase(_ index: Int) -> Bool {
        let range = text.source(index..<index + 1)
        guard range.start < source.count else { return false }
        let byte = source[range.start]
        return (byte >= 0x41 && byte <= 0x5A) || byte == 0xEF
    }

    func found(_ value: Value, _ range: Range<Int>, _ rule: String) -> Found {
        Found(value: value, range: range, rule: "values." + rule)
    }
}
