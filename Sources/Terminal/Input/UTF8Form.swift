/// Which bytes may follow which in well-formed UTF-8 (Unicode, table 3-7).
enum UTF8Form {
    /// Bytes of the character that starts with this one; 0 for a byte that starts none.
    static func length(startingWith byte: UInt8) -> Int {
        switch byte {
        case 0x00...0x7F: 1
        case 0xC2...0xDF: 2
        case 0xE0...0xEF: 3
        case 0xF0...0xF4: 4
        default: 0
        }
    }

    static func continues(_ byte: UInt8, after first: UInt8, at index: Int) -> Bool {
        guard index == 1 else { return (0x80...0xBF).contains(byte) }
        switch first {
        case 0xE0: return (0xA0...0xBF).contains(byte)
        case 0xED: return (0x80...0x9F).contains(byte)
        case 0xF0: return (0x90...0xBF).contains(byte)
        case 0xF4: return (0x80...0x8F).contains(byte)
        default: return (0x80...0xBF).contains(byte)
        }
    }
}
