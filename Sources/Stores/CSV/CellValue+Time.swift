public import Engine

extension CellValue {
    /// `2026-03-18 09:05:01`, `2026/3/18 9:05`, `2026年3月18日`, `2026-03-18T09:05:01.250+08:00`.
    ///
    /// - Parameter offset: minutes east of UTC of a time that names no zone.
    public static func instant(
        _ text: String, offset: Int = CivilTime.chinaOffset
    ) throws(CellFault.Fact) -> Instant {
        var rest = Scanner(text)
        guard let year = rest.number(digits: 4...4), let divider = rest.one(of: "-/.年"),
            let month = rest.number(digits: 1...2),
            rest.one(of: divider == "年" ? "月" : String(divider)) != nil,
            let day = rest.number(digits: 1...2)
        else { throw .notATime }
        if divider == "年" { _ = rest.one(of: "日号") }
        var time = CivilTime(year: year, month: month, day: day)
        var milliseconds: Int64 = 0
        var zone = offset
        if rest.one(of: "T ") != nil || (divider == "年" && !rest.isAtEnd) {
            rest.skipBlanks()
            guard let hour = rest.number(digits: 1...2), rest.one(of: ":") != nil,
                let minute = rest.number(digits: 2...2)
            else { throw .notATime }
            time.hour = hour
            time.minute = minute
            if rest.one(of: ":") != nil {
                guard let second = rest.number(digits: 2...2) else { throw .notATime }
                time.second = second
                if rest.one(of: ".") != nil {
                    guard let fraction = rest.thousandths() else { throw .notATime }
                    milliseconds = fraction
                }
            }
            rest.skipBlanks()
            if !rest.isAtEnd {
                guard let named = rest.zone() else { throw .notATime }
                zone = named
            }
        }
        guard rest.isAtEnd else { throw .notATime }
        let instant = time.instant(offset: zone)
        // A day or an hour that does not exist comes back as another one.
        guard CivilTime(instant, offset: zone) == time else { throw .noSuchTime }
        return Instant(milliseconds: instant.milliseconds + milliseconds)
    }
}

/// Goes through a written time from left to right.
private struct Scanner {
    private var rest: Substring

    init(_ text: String) { rest = text[...] }

    var isAtEnd: Bool { rest.isEmpty }

    mutating func skipBlanks() { rest = rest.drop { $0 == " " } }

    mutating func one(of characters: String) -> Character? {
        guard let first = rest.first, characters.contains(first) else { return nil }
        rest.removeFirst()
        return first
    }

    mutating func number(digits: ClosedRange<Int>) -> Int? {
        let number = rest.prefix(while: CellValue.isDigit)
        guard digits.contains(number.count) else { return nil }
        rest = rest[number.endIndex...]
        return Int(number)
    }

    /// The digits behind the point of a second, in milliseconds; finer ones are dropped.
    mutating func thousandths() -> Int64? {
        let digits = rest.prefix(while: CellValue.isDigit)
        guard (1...9).contains(digits.count) else { return nil }
        rest = rest[digits.endIndex...]
        return Int64((digits + "00").prefix(3))
    }

    /// `Z`, `+08:00`, `+0800` or `-3`, in minutes east of UTC.
    mutating func zone() -> Int? {
        if one(of: "Zz") != nil { return 0 }
        guard let sign = one(of: "+-") else { return nil }
        let digits = rest.prefix { CellValue.isDigit($0) || $0 == ":" }.filter { $0 != ":" }
        rest = rest.drop { CellValue.isDigit($0) || $0 == ":" }
        guard let value = Int(digits), [1, 2, 4].contains(digits.count) else { return nil }
        let minutes = digits.count == 4 ? value / 100 * 60 + value % 100 : value * 60
        guard minutes <= 14 * 60, value % 100 < 60 || digits.count < 4 else { return nil }
        return sign == "-" ? -minutes : minutes
    }
}
