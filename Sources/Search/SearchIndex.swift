/// Everything a shop's knowledge can be found by: add entries, then search as somebody types.
///
/// Entries are numbered from 0 in the order they are added. Nothing is ever taken out: a changed
/// collection is indexed anew, 100,000 entries in about a second.
public struct SearchIndex: Sendable {
    public let pinyin: Pinyin
    var folding: Folding { pinyin.folding }

    /// The folded titles and other words of all entries one after the other: title, zero, word,
    /// zero, word. They are small and read by nearly every query, so they lie side by side.
    private(set) var names: [UInt16] = []
    private(set) var nameEnds: [Int] = []
    private(set) var titleEnds: [Int] = []
    private(set) var bodies: [[UInt16]] = []

    private(set) var pairs = PairTable()
    private(set) var words = WordTable()
    private(set) var pairPostings = Postings()
    private(set) var wordPostings = Postings()

    public init(folding: Folding = Folding()) { pinyin = Pinyin(folding: folding) }

    /// How many entries there are.
    public var count: Int { bodies.count }

    /// Adds an entry; its number is the ``count`` there was before.
    ///
    /// - Parameters:
    ///   - title: what the entry is called.
    ///   - words: what else people call it, in any language; the title in English, for one.
    ///   - body: its text. It is not searched by pinyin.
    public mutating func add(title: String, words: [String], body: String) {
        precondition(count < 1 << 28, "too many entries: \(count)")
        let title = folding.units(of: title)
        note(title, Posting.title)
        noteAcrossGaps(title, Posting.title)
        names += title
        titleEnds.append(names.count)
        for word in words {
            let units = folding.units(of: word)
            if units.isEmpty { continue }
            note(units, Posting.words)
            noteAcrossGaps(units, Posting.words)
            names.append(0)
            names += units
        }
        nameEnds.append(names.count)
        let units = folding.units(of: body)
        note(units, Posting.body)
        bodies.append(units)
    }

    private mutating func note(_ units: [UInt16], _ field: UInt32) {
        let entry = count
        let kinds = folding.kinds
        units.withUnsafeBufferPointer { units in
            kinds.withUnsafeBufferPointer { kinds in
                Parts.walk(units, kinds) { pair, _ in
                    pairPostings.note(pairs.number(of: pair), entry: entry, field: field)
                } word: { range in
                    noteWord(range, units, kinds, entry, field)
                }
            }
        }
    }

    /// Names are also found when typed without their pauses: 发货时间 finds 发货（时间）.
    private mutating func noteAcrossGaps(_ name: [UInt16], _ field: UInt32) {
        for (place, unit) in name.enumerated() where unit == Folding.gap {
            let pair = Parts.pair(name[place - 1], name[place + 1])
            pairPostings.note(pairs.number(of: pair), entry: count, field: field)
        }
    }

    /// Notes a word, and the number in it by itself: 1521 finds SF1521.
    private mutating func noteWord(
        _ range: Range<Int>, _ units: Parts.Units, _ kinds: UnsafeBufferPointer<Folding.Kind>,
        _ entry: Int, _ field: UInt32
    ) {
        let word = Parts.Units(rebasing: units[range].prefix(Parts.longestWord))
        let digit = word.firstIndex { kinds[Int($0)] == .digit }
        let number = words.number(of: word, isPlain: digit == nil)
        wordPostings.note(number, entry: entry, field: field)
        if let digit, digit > 0 {
            let rest = Parts.Units(rebasing: word[digit...])
            wordPostings.note(
                words.number(of: rest, isPlain: false), entry: entry, field: field)
        }
    }

    /// Where the entry's title is in ``names``.
    func title(of entry: Int) -> Range<Int> {
        (entry == 0 ? 0 : nameEnds[entry - 1])..<titleEnds[entry]
    }

    /// Where its other words are, each begun by a zero.
    func otherWords(of entry: Int) -> Range<Int> { titleEnds[entry]..<nameEnds[entry] }
}
