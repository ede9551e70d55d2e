import Engine
import Search

/// Codes for replies that have none: the initials of what they are called, as one would guess them.
struct CodeMaker {
    private var taken: Set<String> = []
    private let pinyin = Pinyin(folding: .shop)

    /// Not to be given to anybody else.
    mutating func take(_ code: String) { taken.insert(code) }

    /// `fhsj` for 发货时间, `wis` for “Where it ships”; with a number where it is taken.
    mutating func code(for label: String) -> String {
        let sounds = pinyin.syllables(of: label)
        let initials = sounds.count == 1 ? sounds[0] : sounds.map { $0.prefix(1) }.joined()
        let letters = initials.lowercased().filter {
            $0.isASCII && ($0.isLetter || $0.isNumber)
        }
        let base = letters.isEmpty ? "r" : String(letters.prefix(4))
        var code = base
        var number = 2
        while !taken.insert(code).inserted {
            code = base + "\(number)"
            number += 1
        }
        return code
    }
}
