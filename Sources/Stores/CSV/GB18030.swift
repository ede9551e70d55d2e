import Foundation

/// The Chinese national encoding, of which GBK and GB2312 are parts. Foundation knows the
/// characters; asked once for all that take two bytes, it is out of the way of a long file.
struct GB18030: Sendable {
    static let shared = GB18030()

    /// The scalar of each pair of bytes, by `(lead - 0x81) * 191 + (trail - 0x40)`; 0 for none.
    private let pairs: [UInt16]

    private static let trails = 0x40...0xfe
    /// `kCFStringEncodingGB_18030_2000` as Foundation counts it.
    private static let encoding = String.Encoding(rawValue: 0x8000_0000 | 0x0632)

    private init() {
        var pairs: [UInt16] = []
        pairs.reserveCapacity(126 * Self.trails.count)
        for lead in UInt8(0x81)...0xfe {
            let known = Self.trails.filter { $0 != 0x7f }
            let row = known.flatMap { [lead, UInt8($0)] }
            var units = Array(String(bytes: row, encoding: Self.encoding)?.utf16 ?? "".utf16)
            if units.count != known.count {
                units = known.map { Self.foundation([lead, UInt8($0)]).map { UInt16($0) } ?? 0 }
            }
            units.insert(0, at: 0x7f - Self.trails.lowerBound)
            pairs += units
        }
        self.pairs = pairs
    }

    /// The one character that these bytes are, when it is a single scalar of two bytes in UTF-16.
    private static func foundation(_ bytes: [UInt8]) -> UInt32? {
        let scalars = String(bytes: bytes, encoding: encoding)?.unicodeScalars
        guard let scalars, scalars.count == 1, let only = scalars.first, only.value < 0x10000
        else { return nil }
        return only.value
    }

    /// The text as UTF-8, and where it stopped being text; nil when it is to the end.
    func decode(_ bytes: [UInt8]) -> (text: [UInt8], end: Int?) {
        var text: [UInt8] = []
        text.reserveCapacity(bytes.count + bytes.count / 2)
        var index = 0
        while index < bytes.count {
            let lead = bytes[index]
            switch lead {
            case ..<0x80:
                text.append(lead)
                index += 1
            case 0x80:
                // Windows writes the euro like this.
                TextDecoding.append(0x20ac, to: &text)
                index += 1
            case 0xff:
                return (text, index)
            default:
                guard index + 1 < bytes.count else { return (text, index) }
                let trail = bytes[index + 1]
                if trail >= 0x40, trail != 0xff {
                    let place = Int(lead - 0x81) * Self.trails.count + Int(trail - 0x40)
                    guard pairs[place] != 0 else { return (text, index) }
                    TextDecoding.append(UInt32(pairs[place]), to: &text)
                    index += 2
                } else {
                    guard let value = Self.four(bytes[index...].prefix(4)) else {
                        return (text, index)
                    }
                    TextDecoding.append(value, to: &text)
                    index += 4
                }
            }
        }
        return (text, nil)
    }

    /// A character of four bytes: emoji and rare characters lie in one straight row, the few of
    /// the first plane are Foundation's to know.
    private static func four(_ bytes: ArraySlice<UInt8>) -> UInt32? {
        let b = Array(bytes)
        guard b.count == 4, 0x30...0x39 ~= b[1], 0x81...0xfe ~= b[2], 0x30...0x39 ~= b[3]
        else { return nil }
        if b[0] < 0x90 { return foundation(b) }
        let row = (Int(b[0]) - 0x90) * 10 + Int(b[1]) - 0x30
        let value = 0x10000 + (row * 126 + Int(b[2]) - 0x81) * 10 + Int(b[3]) - 0x30
        return value <= 0x10ffff ? UInt32(value) : nil
    }
}
