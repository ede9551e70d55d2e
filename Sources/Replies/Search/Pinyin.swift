/// The first letters of pinyin, so that `fhsj` finds 发货时间: a table of everyday characters, ready
/// without the seconds a full transliteration needs.
struct Pinyin: Sendable {
    private let letters: [UInt8]

    private static let first: UInt32 = 0x4E00
    private static let last: UInt32 = 0x9FFF

    init() {
        var letters = [UInt8](repeating: 0, count: Int(Pinyin.last - Pinyin.first) + 1)
        for (letter, all) in PinyinTable.characters {
            for scalar in all.unicodeScalars { letters[Int(scalar.value - Pinyin.first)] = letter }
        }
        self.letters = letters
    }

    /// `fhsj` for 发货时间; Latin letters and digits stay, everything else is left out.
    func initials(of text: String) -> [UInt8] {
        var result: [UInt8] = []
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case Pinyin.first...Pinyin.last:
                let letter = letters[Int(scalar.value - Pinyin.first)]
                if letter != 0 { result.append(letter) }
            case 0x30...0x39, 0x61...0x7A: result.append(UInt8(scalar.value))
            case 0x41...0x5A: result.append(UInt8(scalar.value | 0x20))
            default: break
            }
        }
        return result
    }
}
