/// The parts a folded text is found by: pairs of neighbouring characters, and words of letters and
/// digits.
///
/// 发货48小时 has the pairs 发货, 货4, 8小, 小时 and 时‸ (‸ is nothing) and the word 48. Every Chinese
/// character is the first of exactly one pair, so all places of 发 are those of the pairs 发*.
enum Parts {
    typealias Units = UnsafeBufferPointer<UInt16>

    /// Longer words are known by their beginning.
    static let longestWord = 32

    @inline(__always)
    static func pair(_ first: UInt16, _ second: UInt16) -> UInt32 {
        UInt32(first) << 16 | UInt32(second)
    }

    /// Calls back for every part in order of the text.
    @inline(__always)
    static func walk(
        _ units: Units, _ kinds: UnsafeBufferPointer<Folding.Kind>,
        pair found: (UInt32, Int) -> Void, word: (Range<Int>) -> Void
    ) {
        var index = 0
        let count = units.count
        while index < count {
            let unit = units[index]
            switch kinds[Int(unit)] {
            case .sign:
                let next = index + 1 < count ? units[index + 1] : 0
                let isOpen = next != 0 && next != Folding.gap
                found(pair(unit, isOpen ? next : 0), index)
                index += 1
            case .letter, .digit:
                let start = index
                while index < count, isWordUnit(kinds[Int(units[index])]) { index += 1 }
                word(start..<index)
                if index < count, kinds[Int(units[index])] == .sign {
                    found(pair(units[index - 1], units[index]), index - 1)
                }
            case .nothing, .blank, .pause: index += 1
            }
        }
    }

    @inline(__always)
    static func isWordUnit(_ kind: Folding.Kind) -> Bool { kind == .letter || kind == .digit }

    /// Where `part` stands in `whole` at or after `start`.
    static func place(of part: Units, in whole: Units, from start: Int = 0) -> Int? {
        guard part.count > 0, part.count <= whole.count else { return nil }
        var index = start
        let last = whole.count - part.count
        while index <= last {
            if part.count > 1 { index = skip(part, whole, from: index, to: last) }
            var same = 0
            while same < part.count, whole[index + same] == part[same] { same += 1 }
            if same == part.count { return index }
            index += 1
        }
        return nil
    }

    /// The first place from here on that is worth a look: sixteen at a time are passed where none
    /// has the first two units. Bodies are read this way, thousands for one key.
    @inline(__always)
    private static func skip(_ part: Units, _ whole: Units, from start: Int, to last: Int) -> Int {
        let first = SIMD16(repeating: part[0])
        let second = SIMD16(repeating: part[1])
        let bytes = UnsafeRawBufferPointer(whole)
        var index = start
        while index + 16 <= last {
            let here = bytes.loadUnaligned(fromByteOffset: index * 2, as: SIMD16<UInt16>.self)
            let next = bytes.loadUnaligned(fromByteOffset: index * 2 + 2, as: SIMD16<UInt16>.self)
            if any((here .== first) .& (next .== second)) { break }
            index += 16
        }
        return index
    }
}
