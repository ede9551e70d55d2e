/// What a backslash stands for inside a text.
enum JSONEscape {
    /// Bytes from the backslash to the end of the escape, a pair of surrogates counted as one; nil
    /// where it is none, or half a pair.
    static func length(at index: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
        guard index + 1 < bytes.count else { return nil }
        if plain(bytes[index + 1]) != nil { return 2 }
        guard let unit = unit(at: index, in: bytes) else { return nil }
        guard unit & 0xF800 == 0xD800 else { return 6 }
        guard unit < 0xDC00, let low = self.unit(at: index + 6, in: bytes), low & 0xFC00 == 0xDC00
        else { return nil }
        return 12
    }

    /// The text with every escape resolved; `length` has looked at them already.
    static func decoded(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
        var out: [UInt8] = []
        out.reserveCapacity(bytes.count)
        var index = 0
        while index < bytes.count {
            guard bytes[index] == UInt8(ascii: "\\"), let length = length(at: index, in: bytes)
            else {
                out.append(bytes[index])
                index += 1
                continue
            }
            if let byte = plain(bytes[index + 1]) {
                out.append(byte)
            } else if let high = unit(at: index, in: bytes) {
                var code = UInt32(high)
                if length == 12, let low = unit(at: index + 6, in: bytes) {
                    code = 0x10000 + (UInt32(high) & 0x3FF) << 10 + UInt32(low) & 0x3FF
                }
                if let scalar = Unicode.Scalar(code) { out += Array(String(scalar).utf8) }
            }
            index += length
        }
        return String(decoding: out, as: UTF8.self)
    }

    private static func plain(_ byte: UInt8) -> UInt8? {
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): byte
        case UInt8(ascii: "n"): 0x0A
        case UInt8(ascii: "t"): 0x09
        case UInt8(ascii: "r"): 0x0D
        case UInt8(ascii: "b"): 0x08
        case UInt8(ascii: "f"): 0x0C
        case _: nil
        }
    }

    /// `\u4e00`
    private static func unit(at index: Int, in bytes: UnsafeBufferPointer<UInt8>) -> UInt16? {
        guard index + 6 <= bytes.count, bytes[index] == UInt8(ascii: "\\"),
            bytes[index + 1] == UInt8(ascii: "u")
        else { return nil }
        var unit: UInt16 = 0
        for place in (index + 2)..<(index + 6) {
            let byte = bytes[place]
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"): unit = unit << 4 | UInt16(byte - 0x30)
            case UInt8(ascii: "a")...UInt8(ascii: "f"): unit = unit << 4 | UInt16(byte - 0x57)
            case UInt8(ascii: "A")...UInt8(ascii: "F"): unit = unit << 4 | UInt16(byte - 0x37)
            case _: return nil
            }
        }
        return unit
    }
}
