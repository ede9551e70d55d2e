public import Engine

/// Understands a time as people write it: `18:00`, `明天12点`, `+2h`, `tomorrow 12:00`, `20号 9点半`,
/// `周五 下午3点`, `in 30 minutes`.
///
/// A time of day without a day is the next one to come; a day without a time means 18:00, the end
/// of a working day. What was understood is shown beside the field, so a guess is never silent.
public enum HumanTime {
    /// The instant meant, or nil when the text says no time.
    public static func read(
        _ text: String, now: Instant, offset: Int = CivilTime.chinaOffset
    ) -> Instant? {
        var reader = HumanTimeReader(text, today: CivilTime(now, offset: offset))
        guard reader.readAll() else { return nil }
        if let span = reader.span {
            return reader.hasDay || reader.hasClock ? nil : now + span
        }
        guard reader.hasDay || reader.hasClock else { return nil }
        var day = reader.day
        day.hour = reader.hour ?? 18
        day.minute = reader.minute
        day.second = 0
        let found = day.instant(offset: offset)
        if !reader.hasDay, found <= now { return found + .days(1) }
        return found
    }

    /// The instant in full, to set beside what was typed: `3月19日 周四 12:00`, `Thu 19 Mar 12:00`.
    public static func shown(
        _ instant: Instant, in tongue: Tongue, offset: Int = CivilTime.chinaOffset
    ) -> String {
        let time = CivilTime(instant, offset: offset)
        switch tongue {
        case .chinese:
            let day = ["一", "二", "三", "四", "五", "六", "日"][time.weekday - 1]
            return "\(time.month)月\(time.day)日 周\(day) \(time.clock)"
        case .english:
            let day = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"][time.weekday - 1]
            let month = [
                "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov",
                "Dec",
            ][time.month - 1]
            return "\(day) \(time.day) \(month) \(time.clock)"
        }
    }
}

/// Walks through a written time piece by piece; every piece must be understood.
struct HumanTimeReader {
    private var rest: Substring
    private let today: CivilTime
    private(set) var span: Span?
    private(set) var day: CivilTime
    private(set) var hasDay = false
    private(set) var hour: Int?
    private(set) var minute = 0
    /// 下午, 晚上, pm: small hours belong to the second half of the day.
    private var isLate: Bool?
    private var isNoon = false

    var hasClock: Bool { hour != nil }

    init(_ text: String, today: CivilTime) {
        rest = Substring(HumanTimeReader.plain(text))
        self.today = today
        day = CivilTime(year: today.year, month: today.month, day: today.day)
    }

    mutating func readAll() -> Bool {
        skipFillers()
        guard !rest.isEmpty else { return false }
        while !rest.isEmpty {
            guard
                readSpan() || readDayWord() || readWeekday() || readDate() || readPeriod()
                    || readClock()
            else { return false }
            skipFillers()
        }
        if let hour, let isLate {
            if isLate, hour < 12 { self.hour = hour + 12 }
            if !isLate, hour == 12 { self.hour = 0 }
        }
        if hour == nil, isNoon { hour = 12 }
        if isLate != nil, hour == nil { return false }
        return true
    }

    // MARK: Pieces

    /// `+2h`, `2小时后`, `半小时后`, `in 30 minutes`.
    private mutating func readSpan() -> Bool {
        guard span == nil else { return false }
        let before = rest
        let isMarked = take("+") || take("in ")
        skipBlanks()
        var amount: Int?
        var isHalf = false
        if take("半个") || take("半") || take("half an ") || take("half ") {
            isHalf = true
        } else {
            amount = readNumber()
            if amount != nil, take("个半") { isHalf = true }
            _ = take("个")
        }
        skipBlanks()
        guard amount != nil || isHalf, let unit = readUnit() else {
            rest = before
            return false
        }
        let isAfter = take("后") || take("之后") || take("以后") || take(" later") || take("内")
        guard isMarked || isAfter || isHalf else {
            rest = before
            return false
        }
        let whole = unit * (amount ?? 0)
        span = isHalf ? whole + Span(milliseconds: unit.milliseconds / 2) : whole
        return true
    }

    private mutating func readUnit() -> Span? {
        for (word, unit) in HumanTimeReader.units where take(word) { return unit }
        return nil
    }

    private mutating func readDayWord() -> Bool {
        guard !hasDay else { return false }
        for (word, shift, late) in HumanTimeReader.dayWords where take(word) {
            move(by: shift)
            if let late { isLate = late }
            return true
        }
        return false
    }

    private mutating func readWeekday() -> Bool {
        guard !hasDay else { return false }
        let before = rest
        let isNextWeek = take("下") || take("next ")
        let target: Int?
        if take("周") || take("星期") || take("礼拜") {
            target = HumanTimeReader.weekdays.first { take($0.0) }?.1
        } else {
            target = HumanTimeReader.englishWeekdays.first { take($0.0) }?.1
        }
        guard let target else {
            rest = before
            return false
        }
        if isNextWeek {
            move(by: 7 - today.weekday + target)
        } else {
            move(by: (target - today.weekday + 7) % 7)
        }
        return true
    }

    /// `3月20日`, `20号`, `3-20`, `3/20`, `2026-03-20`.
    private mutating func readDate() -> Bool {
        let before = rest
        guard let first = readNumber() else { return false }
        if take("号") || take("日") {
            return setDay(month: nil, day: first, year: nil) || put(back: before)
        }
        guard take("月") || take("-") || take("/") || take("年"), let second = readNumber() else {
            return put(back: before)
        }
        if first >= 2000 {
            guard take("月") || take("-") || take("/"), let third = readNumber() else {
                return put(back: before)
            }
            _ = take("日") || take("号")
            return setDay(month: second, day: third, year: first) || put(back: before)
        }
        _ = take("日") || take("号")
        return setDay(month: first, day: second, year: nil) || put(back: before)
    }

    private mutating func readPeriod() -> Bool {
        for (word, late) in HumanTimeReader.periods where take(word) {
            isLate = late
            return true
        }
        if take("中午") || take("noon") {
            isNoon = true
            return true
        }
        return false
    }

    /// `18:00`, `18点`, `9点半`, `6pm`, a bare `18` behind a day.
    private mutating func readClock() -> Bool {
        let before = rest
        guard hour == nil, let number = readNumber(), (0...24).contains(number) else {
            return put(back: before)
        }
        var found = 0
        if take(":") {
            guard let minutes = readNumber() else { return put(back: before) }
            found = minutes
        } else if take("点") || take("时") {
            if take("半") {
                found = 30
            } else if take("一刻") {
                found = 15
            } else if take("三刻") {
                found = 45
            } else if let minutes = readNumber() {
                found = minutes
                _ = take("分")
            } else {
                _ = take("整") || take("钟")
            }
        } else if !isHalfDayNext {
            return put(back: before)
        }
        skipBlanks()
        if take("pm") { isLate = true } else if take("am") { isLate = false }
        guard (0..<60).contains(found), number < 24 || found == 0 else { return put(back: before) }
        // After noon, one o'clock is thirteen.
        hour = isNoon && number < 6 ? number + 12 : number
        minute = found
        return true
    }

    private var isHalfDayNext: Bool {
        let next = rest.drop { $0 == " " }
        return next.hasPrefix("am") || next.hasPrefix("pm")
    }

    // MARK: Walking

    private mutating func take(_ word: String) -> Bool {
        guard rest.hasPrefix(word) else { return false }
        rest = rest.dropFirst(word.count)
        return true
    }

    private mutating func put(back text: Substring) -> Bool {
        rest = text
        return false
    }

    private mutating func readNumber() -> Int? {
        let digits = rest.prefix { $0.isASCII && $0.isNumber }
        if !digits.isEmpty, digits.count <= 4 {
            rest = rest.dropFirst(digits.count)
            return Int(digits)
        }
        for (word, value) in HumanTimeReader.numerals where take(word) { return value }
        return nil
    }

    private mutating func skipBlanks() {
        rest = rest.drop { $0 == " " }
    }

    private mutating func skipFillers() {
        var before: Substring
        repeat {
            before = rest
            skipBlanks()
            for word in HumanTimeReader.fillers where take(word) { break }
        } while rest != before
    }

    private mutating func move(by days: Int) {
        let noon = CivilTime(
            year: today.year, month: today.month, day: today.day, hour: 12
        ).instant(offset: 0)
        day = CivilTime(noon + .days(days), offset: 0)
        hasDay = true
    }

    /// A day of the month, or of the year, that has passed is the next one.
    private mutating func setDay(month: Int?, day wanted: Int, year: Int?) -> Bool {
        var found = CivilTime(
            year: year ?? today.year, month: month ?? today.month, day: wanted)
        guard !hasDay, (1...12).contains(found.month), (1...31).contains(wanted) else {
            return false
        }
        if year == nil, (found.month, wanted) < (today.month, today.day) {
            if month != nil {
                found.year += 1
            } else {
                found.month += 1
                if found.month > 12 { (found.month, found.year) = (1, found.year + 1) }
            }
        }
        // The 31st of a month of thirty days is no day.
        let proof = CivilTime(found.instant(offset: 0), offset: 0)
        guard proof.month == found.month, proof.day == wanted else { return false }
        day = found
        hasDay = true
        return true
    }

    private static func plain(_ text: String) -> String {
        var result = ""
        for scalar in text.lowercased().unicodeScalars {
            if (0xFF01...0xFF5E).contains(scalar.value),
                let half = Unicode.Scalar(scalar.value - 0xFEE0)
            {
                result.unicodeScalars.append(half)
            } else if scalar == "\u{3000}" || scalar == "\n" || scalar == "," || scalar == "，" {
                result.append(" ")
            } else {
                result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}
