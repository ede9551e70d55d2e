/// Turns the bytes a terminal sends into keys, pastes, mouse movements and answers.
///
/// Bytes may arrive cut anywhere: what is not yet complete waits for the next `feed`. Only time
/// can tell a pressed Esc from the beginning of a longer sequence, so the caller waits `patience`
/// milliseconds and then calls `settle`. Nothing a terminal sends can stop the decoder: bytes
/// without a meaning are swallowed and reported as `Input.unknown`.
public struct InputDecoder: Sendable {
    /// Bytes that are not yet a whole anything.
    var pending: [UInt8] = []
    /// The text between paste brackets so far, or nil outside of them.
    private var paste: [UInt8]?
    /// How many cursor positions were asked for: their answers look like Shift-F3.
    public private(set) var expectedCursors = 0

    /// A string of the terminal (OSC, DCS) longer than this is thrown away.
    private static let longestString = 65_536
    /// A longer paste is handed over in parts.
    private static let longestPaste = 4 << 20

    public init() {}

    /// How long to wait for more bytes before `settle`, in milliseconds; nil when nothing is
    /// pending.
    public var patience: Int? {
        if paste != nil { return 2_000 }
        if pending.isEmpty { return nil }
        // One or two bytes may be a key on its own (Esc, Alt-[); more are a sequence on its way.
        // Twenty, so that what Esc does is drawn within twenty-five.
        return pending.count <= 2 ? 20 : 250
    }

    /// Announces cursor reports, so that the next ones are not taken for a key.
    public mutating func expectCursors(_ count: Int) {
        expectedCursors = count
    }

    /// Takes bytes and gives back everything that is complete.
    public mutating func feed(_ bytes: some Sequence<UInt8>) -> [Heard] {
        pending.append(contentsOf: bytes)
        return take(final: false)
    }

    /// Decides about what is pending, since nothing more came: a lone ESC is the Esc key.
    public mutating func settle() -> [Heard] {
        var heard = take(final: true)
        if let rest = paste {
            paste = nil
            heard.append(Self.pasted(rest))
        }
        return heard
    }

    private mutating func take(final: Bool) -> [Heard] {
        var heard: [Heard] = []
        var position = 0
        loop: while position < pending.count {
            if paste != nil {
                position = takePaste(from: position, final: final, into: &heard)
                if paste != nil { break loop }
                continue
            }
            switch unit(at: position, final: final) {
            case .unfinished:
                break loop
            case .pasteBegins(let length):
                position += length
                paste = []
            case .whole(let length, let meaning):
                let bytes = Array(pending[position..<position + length])
                position += length
                append(Heard(bytes: bytes, meaning: meaning), to: &heard)
            }
        }
        pending.removeFirst(position)
        return heard
    }

    /// A character that belongs to the one before (an accent, the rest of a family emoji) becomes
    /// one key with it.
    private mutating func append(_ next: Heard, to heard: inout [Heard]) {
        guard case .report(.cursor) = next.meaning else {
            if let last = heard.last, let both = last.joined(with: next) {
                heard[heard.count - 1] = both
            } else {
                heard.append(next)
            }
            return
        }
        expectedCursors = max(0, expectedCursors - 1)
        heard.append(next)
    }

    // MARK: One thing at a time

    /// What stands at a place in the pending bytes.
    enum Unit {
        case unfinished
        case pasteBegins(length: Int)
        case whole(length: Int, Heard.Meaning)

        static func key(_ length: Int, _ code: Key.Code, _ held: Key.Modifiers = []) -> Unit {
            .whole(length: length, .input(.key(Key(code, held))))
        }
    }

    private func unit(at position: Int, final: Bool) -> Unit {
        let byte = pending[position]
        if byte == 0x1B { return escape(at: position, final: final) }
        return plain(at: position, held: [], before: 0, final: final)
    }

    /// A control byte or a character in UTF-8; `before` bytes of ESC stand in front of it.
    private func plain(
        at position: Int, held: Key.Modifiers, before: Int, final: Bool
    ) -> Unit {
        let byte = pending[position]
        let length = before + 1
        switch byte {
        case 0x00: return .key(length, .character(" "), held.union(.control))
        case 0x08, 0x7F: return .key(length, .backspace, held)
        case 0x09: return .key(length, .tab, held)
        case 0x0D: return .key(length, .enter, held)
        case 0x1B: return .key(length, .escape, held)
        case 0x01...0x1A:
            let letter = Character(UnicodeScalar(byte + 0x60))
            return .key(length, .character(letter), held.union(.control))
        case 0x1C...0x1F:
            let sign = Character(UnicodeScalar(byte + 0x40))
            return .key(length, .character(sign), held.union(.control))
        case 0x20...0x7E:
            return .key(length, .character(Character(UnicodeScalar(byte))), held)
        default:
            return scalar(at: position, held: held, before: before, final: final)
        }
    }

    private func scalar(
        at position: Int, held: Key.Modifiers, before: Int, final: Bool
    ) -> Unit {
        let wanted = UTF8Form.length(startingWith: pending[position])
        let available = pending.count - position
        var value = UInt32(pending[position])
        if wanted > 1 { value &= 0xFF >> UInt32(wanted + 1) }
        for index in 1..<max(2, wanted) {
            guard wanted > 1, index < available || !final else {
                return invalid(at: position, count: min(index, available), before: before)
            }
            guard index < available else { return .unfinished }
            let byte = pending[position + index]
            guard UTF8Form.continues(byte, after: pending[position], at: index) else {
                return invalid(at: position, count: index, before: before)
            }
            value = value << 6 | UInt32(byte & 0x3F)
        }
        guard let scalar = Unicode.Scalar(value), value >= 0xA0 else {
            return invalid(at: position, count: wanted, before: before)
        }
        return .key(before + wanted, .character(Character(scalar)), held)
    }

    private func invalid(at position: Int, count: Int, before: Int) -> Unit {
        let bytes = pending[position..<position + count]
        let spelled = bytes.map { "\\x" + String($0, radix: 16, uppercase: true) }.joined()
        return .whole(
            length: before + count,
            .input(.unknown((before > 0 ? "ESC" : "") + spelled)))
    }

    private func escape(at position: Int, final: Bool) -> Unit {
        guard position + 1 < pending.count else {
            return final ? .key(1, .escape) : .unfinished
        }
        switch pending[position + 1] {
        case 0x5B:
            return csi(at: position, introducer: 2, held: [], final: final)
        case 0x4F:
            return ss3(at: position, introducer: 2, held: [], final: final)
        case 0x5D, 0x50, 0x58, 0x5E, 0x5F:
            return string(at: position, final: final)
        case 0x1B:
            return escapeTwice(at: position, final: final)
        default:
            return plain(at: position + 1, held: .alt, before: 1, final: final)
        }
    }

    /// Some terminals send Alt-Up as ESC ESC [ A; otherwise these are two presses of Esc.
    private func escapeTwice(at position: Int, final: Bool) -> Unit {
        guard position + 2 < pending.count else {
            return final ? .key(1, .escape) : .unfinished
        }
        switch pending[position + 2] {
        case 0x5B: return csi(at: position, introducer: 3, held: .alt, final: final)
        case 0x4F: return ss3(at: position, introducer: 3, held: .alt, final: final)
        default: return .key(1, .escape)
        }
    }

    /// OSC, DCS and their like: answers to questions, up to their end or as far as is bearable.
    private func string(at position: Int, final: Bool) -> Unit {
        var index = position + 2
        while index < pending.count, index - position < Self.longestString {
            let byte = pending[index]
            if byte == 0x07 { return .whole(length: index + 1 - position, .report(.other)) }
            if byte == 0x1B {
                guard index + 1 < pending.count else { break }
                let length = pending[index + 1] == 0x5C ? index + 2 - position : index - position
                return .whole(length: length, .report(.other))
            }
            if byte == 0x18 || byte == 0x1A {
                return .whole(length: index + 1 - position, .report(.other))
            }
            index += 1
        }
        if index - position >= Self.longestString {
            return .whole(length: index - position, .report(.other))
        }
        guard final else { return .unfinished }
        if index == position + 2 {
            return plain(at: position + 1, held: .alt, before: 1, final: final)
        }
        return .whole(length: pending.count - position, .report(.other))
    }

    // MARK: Paste

    private static let pasteEnd: [UInt8] = Array("\u{1B}[201~".utf8)

    /// Collects pasted text up to the closing bracket; gives back where to go on.
    private mutating func takePaste(
        from start: Int, final: Bool, into heard: inout [Heard]
    ) -> Int {
        var index = start
        let end = Self.pasteEnd
        while index < pending.count {
            guard pending[index] == 0x1B else {
                paste?.append(pending[index])
                index += 1
                continue
            }
            let rest = pending[index...].prefix(end.count)
            if rest.elementsEqual(end) {
                heard.append(Self.pasted(paste ?? []))
                paste = nil
                return index + end.count
            }
            if rest.elementsEqual(end.prefix(rest.count)), rest.count < end.count, !final {
                return index
            }
            paste?.append(pending[index])
            index += 1
        }
        if let text = paste, text.count > Self.longestPaste {
            heard.append(Self.pasted(text))
            paste = []
        }
        return index
    }

    /// Terminals send line ends in a paste as Enter would: CR.
    private static func pasted(_ bytes: [UInt8]) -> Heard {
        var text: [UInt8] = []
        text.reserveCapacity(bytes.count)
        for (index, byte) in bytes.enumerated() {
            if byte == 0x0A, index > 0, bytes[index - 1] == 0x0D { continue }
            text.append(byte == 0x0D ? 0x0A : byte)
        }
        return Heard(
            bytes: bytes, meaning: .input(.paste(String(decoding: text, as: UTF8.self))))
    }
}

extension Heard {
    /// One key out of two when the second is a mark on the first.
    fileprivate func joined(with next: Heard) -> Heard? {
        guard case .input(.key(let one)) = meaning, case .input(.key(let two)) = next.meaning,
            let first = one.typed, let second = two.typed,
            second.unicodeScalars.first.map({ $0.value > 0x2FF }) ?? false
        else { return nil }
        let both = String(first) + String(second)
        guard both.count == 1, let character = both.first, both.unicodeScalars.count <= 16 else {
            return nil
        }
        return Heard(
            bytes: bytes + next.bytes, meaning: .input(.key(Key(.character(character)))))
    }
}
