/// Some bytes from the terminal and what they mean.
public struct Heard: Hashable, Sendable {
    /// What bytes can mean.
    public enum Meaning: Hashable, Sendable {
        case input(Input)
        /// The terminal's answer to something we asked.
        case report(Report)
    }

    /// An answer of the terminal.
    public enum Report: Hashable, Sendable {
        /// Where the cursor is, counted from zero.
        case cursor(Point)
        /// Whether a private mode is known: 0 not at all, 1 set, 2 reset, 3 always, 4 never.
        case mode(Int, state: Int)
        /// What kind of terminal it says it is; the last answer of a probe.
        case attributes
        case other
    }

    public let bytes: [UInt8]
    public let meaning: Meaning

    public init(bytes: [UInt8], meaning: Meaning) {
        self.bytes = bytes
        self.meaning = meaning
    }

    /// The bytes as a person can read them: `ESC[1;5A`, `^K`, `店`.
    public var spelling: String { Heard.spelling(bytes) }

    static func spelling(_ bytes: some Sequence<UInt8>) -> String {
        var text = ""
        var plain: [UInt8] = []
        func flush() {
            text += TextGate().cleaned(String(decoding: plain, as: UTF8.self))
            plain.removeAll()
        }
        for byte in bytes {
            switch byte {
            case 0x1B:
                flush()
                text += "ESC"
            case 0x00...0x1F:
                flush()
                text += "^" + String(UnicodeScalar(byte + 0x40))
            case 0x7F:
                flush()
                text += "^?"
            default:
                plain.append(byte)
            }
        }
        flush()
        return text
    }
}
