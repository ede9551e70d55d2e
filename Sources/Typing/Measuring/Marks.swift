/// Full-width marks and their half-width twins.
extension Character {
    /// Whether this character of a sentence is satisfied by what was typed.
    func accepts(_ typed: Character) -> Bool { self == typed || narrow == typed }

    /// The half-width form of a full-width mark; nil for everything else, digits and letters too.
    var narrow: Character? {
        guard let scalar = unicodeScalars.first, unicodeScalars.count == 1 else { return nil }
        switch scalar.value {
        case 0x3002: return "."
        case 0x201C, 0x201D: return "\""
        case 0x2018, 0x2019: return "'"
        case 0x3010: return "["
        case 0x3011: return "]"
        case 0x3000: return " "
        case 0xFFE5: return "¥"
        case 0xFF01...0xFF5E:
            guard let twin = Unicode.Scalar(scalar.value - 0xFEE0) else { return nil }
            let character = Character(twin)
            return character.isLetter || character.isNumber ? nil : character
        default: return nil
        }
    }
}
