/// Numbers as people type them: 298, 1,280.50, 二十, 两百五, 半.
enum Numerals {
    /// A number read from some place in a message.
    struct Reading: Hashable {
        /// In hundredths, so that 2.5 and 8.5 stay exact.
        var hundredths: Int
        var end: Int
        var isChinese = false
        /// Two or more decimals, or digits grouped with commas, or nothing special.
        var digits = 0

        var whole: Int? { hundredths % 100 == 0 ? hundredths / 100 : nil }
    }

    /// The number that starts at `index`; nil when none does.
    static func read(_ s: [UInt32], at index: Int) -> Reading? {
        guard index < s.count else { return nil }
        return Scalars.isDigit(s[index]) ? arabic(s, at: index) : chinese(s, at: index)
    }

    private static func arabic(_ s: [UInt32], at index: Int) -> Reading? {
        var i = index
        var value = 0
        var digits = 0
        while i < s.count, digits < 13 {
            if Scalars.isDigit(s[i]) {
                value = value * 10 + Int(s[i] - 0x30)
                digits += 1
                i += 1
            } else if s[i] == 0x2C, digits > 0, digits <= 3 || digits % 3 == 0,
                isGroup(s, at: i + 1), value < 1_000_000_000
            {
                i += 1
            } else {
                break
            }
        }
        var fraction = 0
        var places = 0
        if i + 1 < s.count, s[i] == 0x2E, Scalars.isDigit(s[i + 1]) {
            var j = i + 1
            while j < s.count, Scalars.isDigit(s[j]), places < 6 {
                if places < 2 { fraction = fraction * 10 + Int(s[j] - 0x30) }
                places += 1
                j += 1
            }
            if places == 1 { fraction *= 10 }
            i = j
        }
        return Reading(hundredths: value * 100 + fraction, end: i, digits: digits)
    }

    /// Exactly three digits follow a grouping comma.
    private static func isGroup(_ s: [UInt32], at i: Int) -> Bool {
        guard i + 2 < s.count else { return false }
        for k in i..<i + 3 where !Scalars.isDigit(s[k]) { return false }
        return i + 3 == s.count || !Scalars.isDigit(s[i + 3])
    }

    /// A digit as figures are read out one by one, 幺 for one, in its ASCII form.
    static func spokenDigit(_ value: UInt32) -> UInt32? {
        switch value {
        case 0x5E7A: 0x31
        case 0x4E24, 0x4FE9, 0x4EE8: nil
        default: chineseDigit(value).map { 0x30 + UInt32($0) }
        }
    }

    static func chineseDigit(_ value: UInt32) -> Int? {
        switch value {
        case 0x96F6, 0x3007: 0
        case 0x4E00: 1
        case 0x4E8C, 0x4E24, 0x4FE9: 2
        case 0x4E09, 0x4EE8: 3
        case 0x56DB: 4
        case 0x4E94: 5
        case 0x516D: 6
        case 0x4E03: 7
        case 0x516B: 8
        case 0x4E5D: 9
        default: nil
        }
    }

    private static func place(_ value: UInt32) -> Int? {
        switch value {
        case 0x5341: 10
        case 0x767E: 100
        case 0x5343: 1000
        default: nil
        }
    }

    /// 二十, 一百二, 三千五百, 两万; 半 alone is a half.
    private static func chinese(_ s: [UInt32], at index: Int) -> Reading? {
        if s[index] == 0x534A { return Reading(hundredths: 50, end: index + 1, isChinese: true) }
        var i = index
        var total = 0
        var section = 0
        var digit: Int?
        var lastPlace = 1
        var count = 0
        loop: while i < s.count, count < 12 {
            if let value = chineseDigit(s[i]) {
                // 一二三 in a row is spelling digits out, not a number: 三五天 is read elsewhere.
                if digit != nil, value != 0 { break loop }
                digit = value
            } else if let unit = place(s[i]) {
                guard digit != nil || unit == 10 else { break loop }
                section += (digit ?? 1) * unit
                digit = nil
                lastPlace = unit
            } else if s[i] == 0x4E07, section > 0 || digit != nil {
                total += (section + (digit ?? 0)) * 10_000
                section = 0
                digit = nil
                lastPlace = 10_000
            } else {
                break loop
            }
            i += 1
            count += 1
        }
        guard i > index else { return nil }
        if let digit {
            // 一百二 is 120, but 一百零二 is 102.
            let hasZero = i >= 2 && chineseDigit(s[i - 2]) == 0
            section += lastPlace > 10 && !hasZero ? digit * lastPlace / 10 : digit
        }
        return Reading(hundredths: (total + section) * 100, end: i, isChinese: true)
    }
}
