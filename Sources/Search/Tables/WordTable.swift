/// All words of letters and digits that were ever seen, numbered in the order they came.
struct WordTable: Sendable {
    /// The words one after the other; word `n` ends at `ends[n]`.
    private var units: [UInt16] = []
    private var ends: [Int32] = []
    /// The numbers of the words beginning with a unit.
    private var begun: [[Int32]] = Array(repeating: [], count: 0x1_0000)
    /// The words without a digit, the only ones in which a typo is forgiven: a code with one wrong
    /// digit is another code.
    private(set) var plain: [Int32] = []
    private var slots = [Int32](repeating: 0, count: 1 << 10)

    typealias Units = UnsafeBufferPointer<UInt16>

    mutating func number(of word: Units, isPlain: Bool) -> Int {
        let slot = slot(of: word)
        if slots[slot] != 0 { return Int(slots[slot]) - 1 }
        let number = ends.count
        begun[Int(word[0])].append(Int32(number))
        if isPlain { plain.append(Int32(number)) }
        units.append(contentsOf: word)
        ends.append(Int32(units.count))
        slots[slot] = Int32(number + 1)
        if ends.count * 2 > slots.count { grow() }
        return number
    }

    func known(_ word: Units) -> Int? {
        let number = slots[slot(of: word)]
        return number == 0 ? nil : Int(number) - 1
    }

    /// The numbers of the words that begin so, at most `limit` of them.
    func beginning(with start: Units, limit: Int) -> [Int] {
        var result: [Int] = []
        for number in begun[Int(start[0])] where self.begins(Int(number), start) {
            result.append(Int(number))
            if result.count == limit { break }
        }
        return result
    }

    func withWord<T>(_ number: Int, _ body: (Units) -> T) -> T {
        units.withUnsafeBufferPointer { body(Units(rebasing: $0[range(number)])) }
    }

    private func range(_ number: Int) -> Range<Int> {
        (number == 0 ? 0 : Int(ends[number - 1]))..<Int(ends[number])
    }

    private func begins(_ number: Int, _ start: Units) -> Bool {
        let range = range(number)
        guard range.count >= start.count else { return false }
        for (offset, unit) in start.enumerated() where units[range.lowerBound + offset] != unit {
            return false
        }
        return true
    }

    private func isWord(_ number: Int, _ word: Units) -> Bool {
        range(number).count == word.count && begins(number, word)
    }

    private func slot(of word: Units) -> Int {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for unit in word { hash = (hash ^ UInt64(unit)) &* 0x9E37_79B9_7F4A_7C15 }
        let mask = slots.count - 1
        var slot = Int(truncatingIfNeeded: hash >> 32) & mask
        while slots[slot] != 0, !isWord(Int(slots[slot]) - 1, word) { slot = (slot + 1) & mask }
        return slot
    }

    private mutating func grow() {
        slots = [Int32](repeating: 0, count: slots.count * 2)
        for number in ends.indices {
            let free = withWord(number) { slot(of: $0) }
            slots[free] = Int32(number + 1)
        }
    }
}
