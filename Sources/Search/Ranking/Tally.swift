/// What was found of a query in every entry: three sums of weights in one number each, so that a
/// list of entries is added in one pass.
struct Tally {
    private(set) var sums: [UInt64]
    /// The weight of the whole query.
    private(set) var all = 0
    /// The weight of the parts that were only found by forgiving a typo.
    private(set) var forgiven = 0

    /// For parts with several lists: in which fields an entry has any of them.
    private var fields: [UInt8] = []

    init(count: Int) { sums = Array(repeating: 0, count: count) }

    private static let bits: UInt64 = 20
    private static let mask: UInt64 = 1 << bits - 1

    /// The weight found anywhere.
    @inline(__always)
    static func found(_ sum: UInt64) -> Int { Int(sum & mask) }

    /// The weight found in the title or the other words.
    @inline(__always)
    static func named(_ sum: UInt64) -> Int { Int(sum >> bits & mask) }

    /// The weight found in the title.
    @inline(__always)
    static func titled(_ sum: UInt64) -> Int { Int(sum >> (2 * bits)) }

    mutating func add(_ wanted: Wanted, _ postings: Postings) {
        var weight = wanted.weight
        if wanted.lists.count == 1 {
            add(postings.lists[wanted.lists[0]], Tally.steps(weight))
        } else if wanted.lists.count > 1 {
            // An entry that has several words with the typed beginning has found it once, so only
            // now is it known how many entries there are.
            let found = merge(wanted.lists, postings)
            weight = Weight.rarity(found, of: sums.count) * wanted.share / 4
            addMerged(Tally.steps(weight))
        }
        all += weight
        if wanted.isTypo { forgiven += weight }
    }

    /// What is added to a sum for each set of fields.
    private static func steps(_ weight: Int) -> [UInt64] {
        [0] + (1..<8).map { step(UInt32($0), UInt64(weight)) }
    }

    private static func step(_ fields: UInt32, _ weight: UInt64) -> UInt64 {
        var step = weight
        if fields & Posting.names != 0 { step |= weight << bits }
        if fields & Posting.title != 0 { step |= weight << (2 * bits) }
        return step
    }

    private mutating func add(_ list: [UInt32], _ steps: [UInt64]) {
        sums.withUnsafeMutableBufferPointer { sums in
            list.withUnsafeBufferPointer { list in
                steps.withUnsafeBufferPointer { steps in
                    for posting in list {
                        sums[Posting.entry(posting)] &+= steps[Posting.fields(posting)]
                    }
                }
            }
        }
    }

    /// Gathers the lists in ``fields``; answers how many entries have any of them.
    private mutating func merge(_ lists: [Int], _ postings: Postings) -> Int {
        if fields.isEmpty { fields = Array(repeating: 0, count: sums.count) }
        return fields.withUnsafeMutableBufferPointer { fields in
            for list in lists {
                postings.lists[list].withUnsafeBufferPointer { list in
                    for posting in list {
                        fields[Posting.entry(posting)] |= UInt8(Posting.fields(posting))
                    }
                }
            }
            return fields.reduce(0) { $1 == 0 ? $0 : $0 + 1 }
        }
    }

    private mutating func addMerged(_ steps: [UInt64]) {
        fields.withUnsafeMutableBufferPointer { fields in
            sums.withUnsafeMutableBufferPointer { sums in
                steps.withUnsafeBufferPointer { steps in
                    for entry in fields.indices {
                        // Most entries have none of it, and the first step is nothing.
                        sums[entry] &+= steps[Int(fields[entry])]
                        fields[entry] = 0
                    }
                }
            }
        }
    }
}
