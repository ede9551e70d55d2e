/// Cuts a program's bytes into glyphs, controls and sequences; a cut may fall anywhere.
struct EscapeParser: Sendable {
    enum Token: Hashable {
        case glyph(Unicode.Scalar)
        case control(UInt8)
        case escape(intermediate: UInt8?, final: UInt8)
        case sequence(Sequence)
    }

    /// `ESC [ marker parameters intermediate final`, e.g. `ESC [ ? 25 h`.
    struct Sequence: Hashable {
        var marker: Unicode.Scalar?
        var parameters: [Int]
        var intermediate: Unicode.Scalar?
        var final: Unicode.Scalar
    }

    private enum State: Hashable {
        case ground
        /// Inside a UTF-8 sequence: what it is worth so far and how many bytes are missing.
        case scalar(UInt32, missing: Int)
        case escape(intermediate: UInt8?)
        case sequence
        /// OSC, DCS, APC, PM or SOS: skipped up to BEL or ST.
        case string
        case stringEscape
    }

    private var state = State.ground
    private var collected: [UInt8] = []

    mutating func take(_ byte: UInt8) -> Token? {
        switch state {
        case .ground: return ground(byte)
        case .scalar(let value, let missing):
            guard byte & 0xC0 == 0x80 else {
                state = .ground
                return ground(byte)
            }
            let value = value << 6 | UInt32(byte & 0x3F)
            if missing > 1 {
                state = .scalar(value, missing: missing - 1)
                return nil
            }
            state = .ground
            return .glyph(Unicode.Scalar(value) ?? "\u{FFFD}")
        case .escape(let intermediate): return escape(byte, intermediate)
        case .sequence:
            guard (0x40...0x7E).contains(byte) else {
                if byte < 0x20 { return .control(byte) }
                collected.append(byte)
                return nil
            }
            state = .ground
            return .sequence(sequence(final: byte))
        case .string:
            if byte == 0x07 { state = .ground }
            if byte == 0x1B { state = .stringEscape }
            return nil
        case .stringEscape:
            state = byte == 0x5C ? .ground : .string
            return nil
        }
    }

    private mutating func ground(_ byte: UInt8) -> Token? {
        switch byte {
        case 0x1B: state = .escape(intermediate: nil)
        case 0x00..<0x20, 0x7F: return .control(byte)
        case 0x20..<0x7F: return .glyph(Unicode.Scalar(byte))
        case 0xC2...0xDF: state = .scalar(UInt32(byte & 0x1F), missing: 1)
        case 0xE0...0xEF: state = .scalar(UInt32(byte & 0x0F), missing: 2)
        case 0xF0...0xF4: state = .scalar(UInt32(byte & 0x07), missing: 3)
        default: return .glyph("\u{FFFD}")
        }
        return nil
    }

    private mutating func escape(_ byte: UInt8, _ intermediate: UInt8?) -> Token? {
        switch byte {
        case 0x5B where intermediate == nil:
            state = .sequence
            collected = []
            return nil
        case 0x50, 0x58, 0x5D, 0x5E, 0x5F:
            state = .string
            return nil
        case 0x20..<0x30:
            state = .escape(intermediate: byte)
            return nil
        default:
            state = .ground
            return .escape(intermediate: intermediate, final: byte)
        }
    }

    private func sequence(final: UInt8) -> Sequence {
        var marker: Unicode.Scalar?
        var intermediate: Unicode.Scalar?
        var parameters: [Int] = []
        var number: Int?
        for byte in collected {
            switch byte {
            case 0x30...0x39: number = min((number ?? 0) * 10 + Int(byte - 0x30), 99_999)
            case 0x3A, 0x3B:
                parameters.append(number ?? 0)
                number = nil
            case 0x3C...0x3F: marker = Unicode.Scalar(byte)
            default: intermediate = Unicode.Scalar(byte)
            }
        }
        if let number { parameters.append(number) }
        return Sequence(
            marker: marker, parameters: parameters, intermediate: intermediate,
            final: Unicode.Scalar(final))
    }
}
