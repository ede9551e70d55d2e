extension Pinyin {
    /// What somebody typed instead of Chinese characters, ready to be held against many texts:
    /// letters, digits, and characters already chosen (发货sj).
    public struct Letters: Sendable {
        let units: [UInt16]
        /// The eight letters from each place on, as in ``Syllable/packed``.
        let packed: [UInt64]
    }

    /// Nil where the query cannot be pinyin: without a letter, or too long.
    public func letters(of query: String) -> Letters? {
        letters(of: folding.units(of: query, limit: 256))
    }

    func letters(of folded: [UInt16]) -> Letters? {
        var units = folded.filter { $0 != Folding.gap }
        let isLetter = { (unit: UInt16) in (0x61...0x7A).contains(unit) }
        guard units.count <= 48, units.contains(where: isLetter) else { return nil }
        for place in units.indices.dropFirst() where units[place] == 0x76 {
            // ü after j, q, x and y is written u: jv is ju.
            switch units[place - 1] {
            case 0x6A, 0x71, 0x78, 0x79: units[place] = 0x75
            default: break
            }
        }
        let packed = units.indices.map { place in
            units[place..<min(place + 8, units.count)].reversed().reduce(UInt64(0)) {
                $0 << 8 | UInt64(isLetter($1) ? $1 : 0xFF)
            }
        }
        return Letters(units: units, packed: packed)
    }

    /// Where in the text these letters are its pinyin: the first place in it, or nil.
    public func match(_ letters: Letters, in text: String) -> Range<String.Index>? {
        let placed = PlacedText(text, folding)
        return placed.units.withUnsafeBufferPointer { units in
            withSpeller(of: letters) { speller in
                for start in units.indices {
                    if let end = speller.end(in: units, from: start) {
                        return placed.range(start..<end)
                    }
                }
                return nil
            }
        }
    }
}
