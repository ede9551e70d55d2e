/// A text as it is compared with others: letters, digits and characters only, by the pairs of
/// neighbours in it. 您好，在的！ is 您好在的.
struct LikeText {
    let letters: [UInt32]
    /// Sorted, each once.
    private let pairs: [UInt64]

    init(_ text: String) {
        var plain = ""
        var place = text.startIndex
        for hole in Holes(text) where hole.isVariable {
            plain += text[place..<hole.range.lowerBound] + "\u{e000}" + hole.name
            place = hole.range.upperBound
        }
        plain += text[place...]
        letters = LikeText.letters(plain)
        var pairs: Set<UInt64> = []
        for index in letters.indices.dropLast() {
            pairs.insert(UInt64(letters[index]) << 32 | UInt64(letters[index + 1]))
        }
        self.pairs = pairs.sorted()
    }

    /// Where even the rarest pairs are in more texts than this, they are all of one mould, and the
    /// first of them stand for the rest.
    private static let mostShared = 100

    /// Case, width and pauses do not matter.
    static func letters(_ text: String) -> [UInt32] {
        text.lowercased().unicodeScalars.compactMap { scalar in
            let value =
                (0xff01...0xff5e).contains(scalar.value) ? scalar.value - 0xfee0 : scalar.value
            guard let plain = Unicode.Scalar(value) else { return nil }
            let counts = plain.properties.isAlphabetic || plain.properties.numericType != nil
            return counts || value == 0xe000 ? value : nil
        }
    }

    /// Pairs in both of all pairs, in thousandths; 1000 only for the same text.
    func likeness(to other: LikeText) -> Int {
        if letters == other.letters { return 1000 }
        var common = 0
        var (here, there) = (0, 0)
        while here < pairs.count, there < other.pairs.count {
            if pairs[here] == other.pairs[there] {
                common += 1
                here += 1
                there += 1
            } else if pairs[here] < other.pairs[there] {
                here += 1
            } else {
                there += 1
            }
        }
        let all = pairs.count + other.pairs.count - common
        return all == 0 ? 0 : min(999, common * 1000 / all)
    }

    /// For each text the first before it that is the same, or nearly.
    ///
    /// Two texts that share so much share one of their rarest pairs; only those are looked up, so
    /// thirty thousand texts need no half a billion comparisons.
    static func pairs(
        _ texts: [LikeText], least: Int
    ) -> [(first: Int, second: Int, likeness: Int)] {
        var counts: [UInt64: Int] = [:]
        for text in texts {
            for pair in text.pairs { counts[pair, default: 0] += 1 }
        }
        var known: [UInt64: [Int]] = [:]
        var same: [[UInt32]: Int] = [:]
        var found: [(first: Int, second: Int, likeness: Int)] = []
        for (number, text) in texts.enumerated() where !text.letters.isEmpty {
            if let first = same[text.letters] {
                found.append((first, number, 1000))
                continue
            }
            same[text.letters] = number
            // A word or two are alike by chance.
            guard text.letters.count >= 8 else { continue }
            let rarest = text.pairs.sorted { (counts[$0] ?? 0, $0) < (counts[$1] ?? 0, $1) }
            let needed = text.pairs.count - text.pairs.count * least / 1000 + 1
            var candidates: Set<Int> = []
            for pair in rarest.prefix(needed) {
                let others = known[pair] ?? []
                candidates.formUnion(others)
                if others.count < mostShared { known[pair, default: []].append(number) }
            }
            let near = candidates.sorted().lazy.map { ($0, texts[$0].likeness(to: text)) }
                .first { $0.1 >= least }
            if let near { found.append((near.0, number, near.1)) }
        }
        return found
    }
}
