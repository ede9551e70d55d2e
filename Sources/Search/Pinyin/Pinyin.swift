/// The sounds of Chinese characters, so that a name is found by the letters an input method would
/// take for it: `fahuo`, `fh`, `fahuosj` and `fahuosh` all find 发货时间.
public struct Pinyin: Sendable {
    let folding: Folding
    /// Readings of the character `0x4E00 + n`: those from `starts[n]` to `starts[n + 1]`, the usual
    /// one first.
    let starts: [UInt16]
    let readings: [Syllable]

    static let first: UInt16 = 0x4E00
    static let last: UInt16 = 0x9FFF

    /// - Parameter folding: what is done to a text first; traditional characters have no sound of
    ///   their own here.
    public init(folding: Folding = Folding()) {
        self.folding = folding
        let count = Int(Pinyin.last - Pinyin.first) + 1
        var found: [(unit: UInt16, syllable: Syllable)] = []
        var further: [(unit: UInt16, syllable: Syllable)] = []
        PinyinTable.read { syllable, unit, isUsual in
            if isUsual { found.append((unit, syllable)) } else { further.append((unit, syllable)) }
            if let withU = syllable.withU { further.append((unit, withU)) }
        }
        found += further
        var places = [UInt16](repeating: 0, count: count + 1)
        for (unit, _) in found { places[Int(unit - Pinyin.first) + 1] += 1 }
        for place in 1...count { places[place] += places[place - 1] }
        starts = places
        var sorted = [Syllable](repeating: Syllable([]), count: found.count)
        for (unit, syllable) in found {
            let character = Int(unit - Pinyin.first)
            sorted[Int(places[character])] = syllable
            places[character] += 1
        }
        readings = sorted
    }

    /// `fhsj` for 发货时间; Latin letters and digits stay, everything else is left out.
    public func initials(of text: String) -> String {
        sounds(of: text).map { $0.isWord ? $0.text : String($0.text.prefix(1)) }.joined()
    }

    /// `["fa", "huo", "shi", "jian"]` for 发货时间, the usual reading of each character. Latin words
    /// and numbers stay whole; a character without a reading is left out.
    public func syllables(of text: String) -> [String] {
        sounds(of: text).map(\.text)
    }

    private func sounds(of text: String) -> [(text: String, isWord: Bool)] {
        var result: [(text: String, isWord: Bool)] = []
        let units = folding.units(of: text)
        var index = 0
        while index < units.count {
            let start = index
            while index < units.count, Parts.isWordUnit(folding.kinds[Int(units[index])]) {
                index += 1
            }
            if index > start {
                result.append((String(decoding: units[start..<index], as: UTF16.self), true))
            } else {
                if let usual = usual(of: units[index]) {
                    result.append((String(decoding: usual.letters, as: UTF8.self), false))
                }
                index += 1
            }
        }
        return result
    }

    private func usual(of unit: UInt16) -> Syllable? {
        guard unit >= Pinyin.first, unit <= Pinyin.last else { return nil }
        let place = Int(unit - Pinyin.first)
        return starts[place] < starts[place + 1] ? readings[Int(starts[place])] : nil
    }
}
