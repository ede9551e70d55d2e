/// All pairs of neighbouring characters that were ever seen, numbered in the order they came.
///
/// A hash table of its own, because an index of 100,000 entries asks it ten million times.
struct PairTable: Sendable {
    private(set) var pairs: [UInt32] = []
    /// The characters that begin a pair, in the order they came.
    private(set) var firsts: [UInt16] = []
    /// The numbers of the pairs beginning with a unit.
    private var begun: [[Int32]] = Array(repeating: [], count: 0x1_0000)
    /// A pair's number plus one; zero is free.
    private var slots = [Int32](repeating: 0, count: 1 << 10)

    /// The pair's number, a new one if it was never seen.
    mutating func number(of pair: UInt32) -> Int {
        let slot = slot(of: pair)
        if slots[slot] != 0 { return Int(slots[slot]) - 1 }
        let first = Int(pair >> 16)
        if begun[first].isEmpty { firsts.append(UInt16(first)) }
        begun[first].append(Int32(pairs.count))
        pairs.append(pair)
        slots[slot] = Int32(pairs.count)
        if pairs.count * 2 > slots.count { grow() }
        return pairs.count - 1
    }

    func known(_ pair: UInt32) -> Int? {
        let number = slots[slot(of: pair)]
        return number == 0 ? nil : Int(number) - 1
    }

    func beginning(with first: UInt16) -> [Int32] { begun[Int(first)] }

    /// Where the pair is, or where it would be put.
    private func slot(of pair: UInt32) -> Int {
        let mask = slots.count - 1
        var slot = Int(truncatingIfNeeded: (UInt64(pair) &* 0x9E37_79B9_7F4A_7C15) >> 32) & mask
        while slots[slot] != 0, pairs[Int(slots[slot]) - 1] != pair { slot = (slot + 1) & mask }
        return slot
    }

    private mutating func grow() {
        slots = [Int32](repeating: 0, count: slots.count * 2)
        for (number, pair) in pairs.enumerated() { slots[slot(of: pair)] = Int32(number + 1) }
    }
}
