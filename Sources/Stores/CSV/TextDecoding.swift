/// How the bytes of a file from outside spell its text: shops' programs in China write GB18030
/// (GBK), spreadsheets write UTF-16 or UTF-8 with a mark in front, everybody else UTF-8.
public enum TextDecoding: String, Hashable, Sendable, CaseIterable {
    case utf8 = "UTF-8"
    case utf8WithMark = "UTF-8 BOM"
    case utf16LittleEndian = "UTF-16LE"
    case utf16BigEndian = "UTF-16BE"
    case gb18030 = "GB18030"

    /// The text of a file as UTF-8, without a mark in front, and how it was written.
    ///
    /// - Throws: `CSVFault.workbook` for a spreadsheet's own file, `.undecodable` at the first byte
    ///   that is no text in the encoding that got furthest.
    public static func decode(
        _ bytes: [UInt8]
    ) throws(CSVFault) -> (text: [UInt8], decoding: TextDecoding) {
        // A zip archive (.xlsx) or an OLE file (.xls), whatever it is called.
        if bytes.starts(with: [0x50, 0x4b, 0x03, 0x04])
            || bytes.starts(with: [0xd0, 0xcf, 0x11, 0xe0])
        {
            throw .workbook
        }
        if bytes.starts(with: [0xff, 0xfe]) {
            return (try utf16(bytes, lowFirst: true), .utf16LittleEndian)
        }
        if bytes.starts(with: [0xfe, 0xff]) {
            return (try utf16(bytes, lowFirst: false), .utf16BigEndian)
        }
        if let zero = bytes.firstIndex(of: 0) { throw undecodable(bytes, at: zero) }
        let isMarked = bytes.starts(with: [0xef, 0xbb, 0xbf])
        guard let end = endOfUTF8(bytes) else {
            return isMarked ? (Array(bytes[3...]), .utf8WithMark) : (bytes, .utf8)
        }
        // Damaged UTF-8 must not be taken for GB18030: nearly any bytes are characters there.
        if isMarked || wideCharacters(bytes[..<end]) >= 8 { throw undecodable(bytes, at: end) }
        let (text, endOfGB) = GB18030.shared.decode(bytes)
        if let endOfGB { throw undecodable(bytes, at: max(end, endOfGB)) }
        return (text, .gb18030)
    }

    /// Where the bytes stop being UTF-8; nil when they are to the end.
    private static func endOfUTF8(_ bytes: [UInt8]) -> Int? {
        do throws(UTF8.ValidationError) {
            _ = try UTF8Span(validating: bytes.span)
            return nil
        } catch {
            return error.byteOffsets.lowerBound
        }
    }

    /// How many characters of valid UTF-8 are longer than a byte; GBK text that looks like UTF-8
    /// by chance does so for a character or two.
    private static func wideCharacters(_ bytes: ArraySlice<UInt8>) -> Int {
        bytes.reduce(0) { $1 >= 0xc0 ? $0 + 1 : $0 }
    }

    private static func utf16(_ bytes: [UInt8], lowFirst: Bool) throws(CSVFault) -> [UInt8] {
        var text: [UInt8] = []
        text.reserveCapacity(bytes.count)
        var index = 2
        func unit(_ at: Int) -> UInt32? {
            guard at + 1 < bytes.count else { return nil }
            let (low, high) = lowFirst ? (bytes[at], bytes[at + 1]) : (bytes[at + 1], bytes[at])
            return UInt32(high) << 8 | UInt32(low)
        }
        while index < bytes.count {
            guard let first = unit(index), first != 0 else {
                throw .undecodable(offset: index, line: lines(text[...]))
            }
            if let scalar = Unicode.Scalar(first) {
                append(scalar.value, to: &text)
                index += 2
            } else if first < 0xdc00, let second = unit(index + 2), 0xdc00..<0xe000 ~= second {
                append(0x10000 + (first - 0xd800) << 10 + (second - 0xdc00), to: &text)
                index += 4
            } else {
                throw .undecodable(offset: index, line: lines(text[...]))
            }
        }
        return text
    }

    /// Appends one scalar value as UTF-8.
    static func append(_ value: UInt32, to text: inout [UInt8]) {
        func tail(_ shift: UInt32) -> UInt8 { 0x80 | UInt8(value >> shift & 0x3f) }
        switch value {
        case ..<0x80:
            text.append(UInt8(value))
        case ..<0x800:
            text.append(0xc0 | UInt8(value >> 6))
            text.append(tail(0))
        case ..<0x10000:
            text.append(0xe0 | UInt8(value >> 12))
            text.append(tail(6))
            text.append(tail(0))
        default:
            text.append(0xf0 | UInt8(value >> 18))
            text.append(tail(12))
            text.append(tail(6))
            text.append(tail(0))
        }
    }

    private static func undecodable(_ bytes: [UInt8], at offset: Int) -> CSVFault {
        .undecodable(offset: offset, line: lines(bytes[..<offset]))
    }

    /// The 1-based line on which the byte after these stands.
    private static func lines(_ bytes: ArraySlice<UInt8>) -> Int {
        var count = 1
        var previous: UInt8 = 0
        for byte in bytes {
            if byte == 0x0d || byte == 0x0a && previous != 0x0d { count += 1 }
            previous = byte
        }
        return count
    }
}
