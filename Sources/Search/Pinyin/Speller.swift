/// Holds letters against texts, character by character; lives as long as one search.
struct Speller {
    let letters: UnsafeBufferPointer<UInt16>
    let packed: UnsafeBufferPointer<UInt64>
    let starts: UnsafeBufferPointer<UInt16>
    let readings: UnsafeBufferPointer<Syllable>

    /// The place behind the last letter.
    var last: UInt64 { 1 << UInt64(letters.count) }

    /// Where the letters end if the text from `start` on is what they spell.
    @inline(__always)
    func end(in units: Parts.Units, from start: Int) -> Int? {
        guard units[start] != Folding.gap else { return nil }
        var places: UInt64 = 1
        var index = start
        while index < units.count {
            if units[index] != Folding.gap {
                places = self.places(after: units[index], from: places)
                if places & last != 0 { return index + 1 }
                if places == 0 { return nil }
            }
            index += 1
        }
        return nil
    }

    /// Where one can be in the letters after one more character of the text.
    ///
    /// A set bit is a place: bit 0 is before the first letter. A character takes its whole
    /// syllable, its initial, or, at the very end, the beginning of its syllable.
    @inline(__always)
    func places(after unit: UInt16, from places: UInt64) -> UInt64 {
        var result: UInt64 = 0
        var open = places
        let count = letters.count
        var range = 0..<0
        if unit >= Pinyin.first, unit <= Pinyin.last {
            let place = Int(unit - Pinyin.first)
            range = Int(starts[place])..<Int(starts[place + 1])
        }
        while open != 0 {
            let place = open.trailingZeroBitCount
            open &= open - 1
            if place == count { continue }
            if letters[place] == unit { result |= 1 << UInt64(place + 1) }
            let rest = count - place
            for reading in range {
                let syllable = readings[reading]
                let different = packed[place] ^ syllable.packed
                let same = min(different.trailingZeroBitCount >> 3, syllable.count, rest)
                if same == 0 { continue }
                result |= 1 << UInt64(place + 1)
                if same > 1, syllable.initialCount == 2 { result |= 1 << UInt64(place + 2) }
                if same == syllable.count {
                    result |= 1 << UInt64(place + same)
                } else if same == rest {
                    result |= last
                }
            }
        }
        return result
    }
}

extension Pinyin {
    @inline(__always)
    func withSpeller<T>(of letters: Letters, _ body: (Speller) -> T) -> T {
        letters.units.withUnsafeBufferPointer { units in
            letters.packed.withUnsafeBufferPointer { packed in
                starts.withUnsafeBufferPointer { starts in
                    readings.withUnsafeBufferPointer { readings in
                        body(
                            Speller(
                                letters: units, packed: packed, starts: starts, readings: readings))
                    }
                }
            }
        }
    }
}
