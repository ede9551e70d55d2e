/// What one Unicode scalar is to a reader of shop chat; plain integer ranges, no tables of ICU.
enum Scalars {
    static func utf8Width(_ value: UInt32) -> Int {
        value < 0x80 ? 1 : value < 0x800 ? 2 : value < 0x10000 ? 3 : 4
    }

    static func isDigit(_ value: UInt32) -> Bool { value >= 0x30 && value <= 0x39 }
    static func isLatin(_ value: UInt32) -> Bool {
        (value >= 0x61 && value <= 0x7A) || (value >= 0x41 && value <= 0x5A)
            || (value >= 0xC0 && value < 0x250 && value != 0xD7 && value != 0xF7)
    }
    static func isAlphanumeric(_ value: UInt32) -> Bool { isDigit(value) || isLatin(value) }

    static func isHan(_ value: UInt32) -> Bool {
        (value >= 0x4E00 && value <= 0x9FFF) || (value >= 0x3400 && value <= 0x4DBF)
            || (value >= 0x20000 && value <= 0x323AF) || value == 0x3005 || value == 0x3007
    }

    static func isLineBreak(_ value: UInt32) -> Bool {
        value == 0x0A || value == 0x0D || value == 0x2028 || value == 0x2029
    }

    static func isSentenceEnd(_ value: UInt32) -> Bool {
        value == 0x21 || value == 0x3F || value == 0x3B
    }

    /// Marks that part clauses: , . : ~ … — and what ends a sentence.
    static func isPause(_ value: UInt32) -> Bool {
        switch value {
        case 0x21, 0x2C, 0x2E, 0x3A, 0x3B, 0x3F, 0x7E, 0x2026, 0x2014: true
        default: false
        }
    }

    static func isPunctuation(_ value: UInt32) -> Bool {
        isPause(value) || value == 0x29 || value == 0x22 || value == 0x27
    }

    static func isPictograph(_ value: UInt32) -> Bool {
        (value >= 0x1F000 && value <= 0x1FAFF) || (value >= 0x2600 && value <= 0x27BF)
            || (value >= 0x2B00 && value <= 0x2BFF) || (value >= 0x2190 && value <= 0x21FF)
            || (value >= 0xE0000 && value <= 0xE01EF)
    }

    private static func isInvisible(_ value: UInt32) -> Bool {
        value < 0x20 || (value >= 0x7F && value < 0xA0) || value == 0xAD
            || (value >= 0x200B && value <= 0x200F) || (value >= 0x202A && value <= 0x202E)
            || (value >= 0x2060 && value <= 0x206F) || value == 0xFEFF
            || (value >= 0xFE00 && value <= 0xFE0F) || (value >= 0x300 && value <= 0x36F)
            || value == 0x20E3 || value == 0xFFFC || value == 0xFFFD
    }

    /// The normal form of one scalar; 0 drops it, 0x20 is any space.
    static func normal(_ value: UInt32) -> UInt32 {
        if value < 0x80 {
            if value == 0x09 { return 0x20 }
            if value < 0x20 || value == 0x7F { return 0 }
            return value >= 0x41 && value <= 0x5A ? value + 0x20 : value
        }
        if isHan(value) { return Traditional.simplified(value) }
        if value >= 0xFF01 && value <= 0xFF5E { return normal(value - 0xFEE0) }
        if let mark = mark(value) { return mark }
        if isInvisible(value) || isPictograph(value) { return 0 }
        if value >= 0x24B6 && value <= 0x24CF { return value - 0x24B6 + 0x61 }
        if value >= 0x24D0 && value <= 0x24E9 { return value - 0x24D0 + 0x61 }
        if value >= 0x2460 && value <= 0x2468 { return value - 0x2460 + 0x31 }
        if value >= 0xC0 && value <= 0xDE && value != 0xD7 { return value + 0x20 }
        return value
    }

    private static func mark(_ value: UInt32) -> UInt32? {
        switch value {
        case 0xA0, 0x3000, 0x2002...0x200A, 0x202F, 0x205F: 0x20
        case 0x3002, 0xFF61: 0x2E
        case 0x3001: 0x2C
        case 0x2018, 0x2019, 0x201B, 0x2032: 0x27
        case 0x201C, 0x201D, 0x300C, 0x300D, 0x300E, 0x300F, 0xAB, 0xBB: 0x22
        case 0x3010: 0x5B
        case 0x3011: 0x5D
        case 0x2013, 0x2010, 0x2011, 0x2212: 0x2D
        case 0x2015: 0x2014
        case 0x301C, 0x223C: 0x7E
        case 0xFFE5: 0xA5
        case 0x22EF: 0x2026
        default: nil
        }
    }
}
