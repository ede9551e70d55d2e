/// One press on the keyboard: what was pressed, and what was held down with it.
///
/// ```swift
/// Key(name: "Ctrl-K") == Key(.character("k"), .control)
/// Key(.function(13)).name == "F13"
/// ```
///
/// A terminal cannot tell some keys apart, so they are one key here too: Shift-F1 is F13,
/// Ctrl-I is Tab, Ctrl-M is Enter, Ctrl-[ is Escape, Ctrl-H is Backspace.
public struct Key: Hashable, Sendable {
    /// What was pressed.
    public enum Code: Hashable, Sendable {
        /// A character as typed: `a`, `A`, `店`, a whole emoji cluster.
        case character(Character)
        case enter, tab, backTab, backspace, delete, escape, insert
        case up, down, left, right
        case home, end, pageUp, pageDown
        /// F1 to F24.
        case function(Int)
    }

    /// What was held down.
    public struct Modifiers: OptionSet, Hashable, Sendable {
        public let rawValue: UInt8

        public init(rawValue: UInt8) {
            self.rawValue = rawValue
        }

        public static let shift = Modifiers(rawValue: 1)
        public static let alt = Modifiers(rawValue: 2)
        public static let control = Modifiers(rawValue: 4)
    }

    public let code: Code
    public let modifiers: Modifiers

    /// A key in its one spelling: what terminals cannot tell apart becomes the same value.
    public init(_ code: Code, _ modifiers: Modifiers = []) {
        (self.code, self.modifiers) = Key.oneSpelling(code, modifiers)
    }

    /// The text this key types, or nil for a command key.
    public var typed: Character? {
        guard case .character(let character) = code,
            modifiers.isDisjoint(with: [.control, .alt])
        else { return nil }
        return character
    }

    private static func oneSpelling(_ code: Code, _ held: Modifiers) -> (Code, Modifiers) {
        switch code {
        case .character("\r"), .character("\n"):
            return (.enter, held)
        case .character("\t"):
            return oneSpelling(.tab, held)
        case .character(let character) where held.contains(.control):
            return control(character, held)
        case .character(let character) where held.contains(.alt):
            guard let letter = character.asciiLetter else { return (code, held) }
            return (.character(letter.lower), letter.isUpper ? held.union(.shift) : held)
        case .character(let character) where held == .shift:
            guard let letter = character.asciiLetter else { return (code, []) }
            return (.character(letter.upper), [])
        case .tab where held.contains(.shift):
            return (.backTab, held.subtracting(.shift))
        case .backTab:
            return (.backTab, held.subtracting(.shift))
        case .function(let number) where held.contains(.shift) && number <= 12:
            return (.function(number + 12), held.subtracting(.shift))
        case .character, .tab, .function, .enter, .backspace, .delete, .escape, .insert, .up,
            .down, .left, .right, .home, .end, .pageUp, .pageDown:
            return (code, held)
        }
    }

    private static func control(_ character: Character, _ held: Modifiers) -> (Code, Modifiers) {
        let rest = held.subtracting(.control)
        switch character {
        case "i", "I": return oneSpelling(.tab, rest)
        case "m", "M": return (.enter, rest)
        case "[": return (.escape, rest)
        case "h", "H", "?": return (.backspace, rest)
        case "@", "`": return (.character(" "), held)
        case "7": return (.character("_"), held)
        case "/": return (.character("_"), held)
        default: break
        }
        guard let letter = character.asciiLetter else { return (.character(character), held) }
        return (.character(letter.lower), held)
    }
}

extension Character {
    /// Both cases of an ASCII letter, and which one this is.
    fileprivate var asciiLetter: (lower: Character, upper: Character, isUpper: Bool)? {
        guard let value = asciiValue else { return nil }
        switch value {
        case 0x41...0x5A:
            return (Character(UnicodeScalar(value | 0x20)), self, true)
        case 0x61...0x7A:
            return (self, Character(UnicodeScalar(value & ~0x20)), false)
        default:
            return nil
        }
    }
}
