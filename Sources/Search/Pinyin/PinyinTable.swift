/// The pinyin of the 6,763 characters of GB 2312, as text: a line is a syllable and its characters.
///
/// The lines are read once when a ``Pinyin`` is made, which takes about a millisecond.
enum PinyinTable {
    /// Calls back for every line and character; `isUsual` is false for a second reading.
    static func read(_ found: (_ syllable: Syllable, _ unit: UInt16, _ isUsual: Bool) -> Void) {
        for (table, isUsual) in [(usualAtoL, true), (usualMtoZ, true), (also, false)] {
            table.withUTF8Buffer { bytes in
                var letters: [UInt8] = []
                var isNew = true
                var index = 0
                while index < bytes.count {
                    let byte = bytes[index]
                    if byte < 0x80 {
                        if byte == 0x0A { isNew = true }
                        if byte > 0x20 {
                            if isNew { letters.removeAll() }
                            isNew = false
                            letters.append(byte)
                        }
                        index += 1
                    } else {
                        // All of GB 2312's characters are three bytes of UTF-8.
                        let unit =
                            UInt16(byte & 0x0F) << 12 | UInt16(bytes[index + 1] & 0x3F) << 6
                            | UInt16(bytes[index + 2] & 0x3F)
                        found(Syllable(letters), unit, isUsual)
                        index += 3
                    }
                }
            }
        }
    }
}

/// One syllable of pinyin without its tone, at most six letters: `zhuang`, `lv`.
struct Syllable: Sendable, Equatable {
    /// The letters, the first one in the lowest byte, so that two are compared at once.
    let packed: UInt64
    let count: Int

    init(_ letters: [UInt8]) {
        packed = letters.reversed().reduce(0) { $0 << 8 | UInt64($1) }
        count = letters.count
    }

    /// Two for `zhong`, which is also typed as `zh`.
    var initialCount: Int {
        guard count > 1, packed >> 8 & 0xFF == UInt64(UInt8(ascii: "h")) else { return 1 }
        return 2
    }

    var letters: [UInt8] { (0..<count).map { UInt8(truncatingIfNeeded: packed >> ($0 * 8)) } }

    /// `lu` for `lv`: ü is typed both ways.
    var withU: Syllable? {
        let changed = letters.map { $0 == UInt8(ascii: "v") ? UInt8(ascii: "u") : $0 }
        return changed == letters ? nil : Syllable(changed)
    }
}
