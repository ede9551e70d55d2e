/// A complete CSI sequence: its numbers and its last byte, and which key, movement or answer that
/// is in xterm, VT220, linux, rxvt, tmux and the kitty protocol.
struct ControlSequence {
    /// `<`, `?`, `>` or `=` before the numbers, 0 without.
    private let mark: UInt8
    private let numbers: [Int]
    private let last: UInt8

    enum Meaning {
        case heard(Heard.Meaning)
        case pasteBegins
        case unknown
    }

    init(parameters: ArraySlice<UInt8>, last: UInt8) {
        self.last = last
        var rest = parameters
        if let first = rest.first, first >= 0x3C {
            mark = first
            rest = rest.dropFirst()
        } else {
            mark = 0
        }
        numbers = rest.split(separator: 0x3B, omittingEmptySubsequences: false).map { part in
            // Behind a colon stand details of the kitty protocol.
            part.prefix { $0 != 0x3A }.reduce(0) { sum, digit in
                (0x30...0x39).contains(digit) ? min(sum * 10 + Int(digit) - 0x30, 0x11_0000) : sum
            }
        }
    }

    private func number(_ index: Int) -> Int {
        index < numbers.count ? numbers[index] : 0
    }

    func meaning(held: Key.Modifiers, expectsCursor: Bool) -> Meaning {
        switch mark {
        case 0: return unmarked(held: held, expectsCursor: expectsCursor)
        case 0x3C: return sgrMouse
        default: return answer
        }
    }

    private var answer: Meaning {
        switch last {
        case 0x63: .heard(.report(.attributes))  // c
        case 0x79: .heard(.report(.mode(number(0), state: number(1))))  // y
        case 0x52: .heard(.report(.cursor(Point(x: number(1) - 1, y: number(0) - 1))))  // R
        default: .heard(.report(.other))
        }
    }

    private func unmarked(held: Key.Modifiers, expectsCursor: Bool) -> Meaning {
        if last == 0x52, expectsCursor, numbers.count == 2 { return answer }
        let held = held.union(numbers.count > 1 ? Self.modifiers(number(1)) : [])
        switch last {
        case 0x7E: return tilde(held)
        case 0x5E: return numbered(held.union(.control))  // ^ and the next two: rxvt
        case 0x24: return numbered(held.union(.shift))
        case 0x40: return numbered(held.union([.control, .shift]))
        case 0x75: return coded(number(0), held)  // u: the kitty protocol
        case 0x49: return .heard(.input(.focus(true)))
        case 0x4F: return .heard(.input(.focus(false)))
        case 0x63, 0x6E, 0x74: return .heard(.report(.other))  // c, n, t
        case 0x61...0x64:  // rxvt: Shift and arrow
            guard let code = Self.letter(last - 0x20) else { return .unknown }
            return .heard(.input(.key(Key(code, held.union(.shift)))))
        default:
            guard let code = Self.letter(last) else { return .unknown }
            return .heard(.input(.key(Key(code, held))))
        }
    }

    /// ESC [ 3 ~ and so on.
    private func tilde(_ held: Key.Modifiers) -> Meaning {
        if number(0) == 200 { return .pasteBegins }
        if number(0) == 201 { return .heard(.report(.other)) }  // an end without a beginning
        if number(0) == 27, numbers.count == 3 { return coded(number(2), held) }
        return numbered(held)
    }

    private func numbered(_ held: Key.Modifiers) -> Meaning {
        let code: Key.Code
        switch number(0) {
        case 1, 7: code = .home
        case 2: code = .insert
        case 3: code = .delete
        case 4, 8: code = .end
        case 5: code = .pageUp
        case 6: code = .pageDown
        case let value where value >= 11 && value <= 15: code = .function(value - 10)
        case let value where value >= 17 && value <= 21: code = .function(value - 11)
        case let value where value >= 23 && value <= 26: code = .function(value - 12)
        case let value where value >= 28 && value <= 29: code = .function(value - 13)
        case let value where value >= 31 && value <= 34: code = .function(value - 14)
        case let value where value >= 42 && value <= 45: code = .function(value - 21)
        default: return .unknown
        }
        return .heard(.input(.key(Key(code, held))))
    }

    /// A key given as the number of its character.
    private func coded(_ value: Int, _ held: Key.Modifiers) -> Meaning {
        let code: Key.Code
        switch value {
        case 9: code = .tab
        case 13, 57_414: code = .enter
        case 27: code = .escape
        case 8, 127: code = .backspace
        case 57_376...57_387: code = .function(value - 57_376 + 13)
        case 57_399...57_408:
            code = .character(Character(UnicodeScalar(UInt8(value - 57_399 + 0x30))))
        case 57_344...63_743: return .unknown
        default:
            guard value >= 0x20, let scalar = Unicode.Scalar(UInt32(value)) else {
                return .unknown
            }
            code = .character(Character(scalar))
        }
        return .heard(.input(.key(Key(code, held))))
    }

    private var sgrMouse: Meaning {
        guard numbers.count == 3, last == 0x4D || last == 0x6D,
            let mouse = Self.mouse(
                number(0), column: number(1), row: number(2), isRelease: last == 0x6D)
        else { return .unknown }
        return .heard(.input(.mouse(mouse)))
    }

    static func mouse(_ code: Int, column: Int, row: Int, isRelease: Bool) -> Mouse? {
        guard column > 0, row > 0 else { return nil }
        var held: Key.Modifiers = []
        if code & 4 != 0 { held.insert(.shift) }
        if code & 8 != 0 { held.insert(.alt) }
        if code & 16 != 0 { held.insert(.control) }
        let at = Point(x: column - 1, y: row - 1)
        if code & 64 != 0 {
            switch code & 3 {
            case 0: return Mouse(.wheelUp, at: at, modifiers: held)
            case 1: return Mouse(.wheelDown, at: at, modifiers: held)
            default: return nil
            }
        }
        let button: Mouse.Button
        switch code & 3 {
        case 0: button = .left
        case 1: button = .middle
        case 2: button = .right
        default: return nil
        }
        if isRelease { return Mouse(.release(button), at: at, modifiers: held) }
        if code & 32 != 0 { return Mouse(.drag(button), at: at, modifiers: held) }
        return Mouse(.press(button), at: at, modifiers: held)
    }

    /// xterm's second number: one more than the keys held down.
    static func modifiers(_ value: Int) -> Key.Modifiers {
        guard value > 1 else { return [] }
        let bits = value - 1
        var held: Key.Modifiers = []
        if bits & 1 != 0 { held.insert(.shift) }
        if bits & (2 | 8 | 32) != 0 { held.insert(.alt) }
        if bits & 4 != 0 { held.insert(.control) }
        return held
    }

    /// The letters ESC [ and ESC O share.
    private static func letter(_ byte: UInt8) -> Key.Code? {
        switch byte {
        case 0x41: .up
        case 0x42: .down
        case 0x43: .right
        case 0x44: .left
        case 0x46: .end
        case 0x48: .home
        case 0x50: .function(1)
        case 0x51: .function(2)
        case 0x52: .function(3)
        case 0x53: .function(4)
        case 0x5A: .backTab
        default: nil
        }
    }

    /// The last byte of ESC O, which is also what a keypad sends in application mode.
    static func keypad(_ byte: UInt8) -> Key.Code? {
        switch byte {
        case 0x4D: .enter
        case 0x49: .tab
        case 0x58: .character("=")
        case 0x20: .character(" ")
        case 0x6A...0x79: .character(Character(UnicodeScalar(byte - 0x40)))
        default: letter(byte)
        }
    }
}
