import Engine

extension ValueReader {
    private enum Unit {
        case second, minute, hour, day, workday, week, month

        /// A length of `n` hundredths of this unit; working days are counted by the caller.
        func span(_ hundredths: Int) -> Span {
            let whole: Span =
                switch self {
                case .second: .seconds(1)
                case .minute: .minutes(1)
                case .hour: .hours(1)
                case .day, .workday: .days(1)
                case .week: .days(7)
                case .month: .days(30)
                }
            return Span(milliseconds: whole.milliseconds * Int64(hundredths) / 100)
        }
    }

    private static let hanUnits: [(word: String, unit: Unit)] = [
        ("个工作日", .workday), ("工作日", .workday), ("个小时", .hour), ("小时", .hour), ("个钟头", .hour),
        ("个钟", .hour), ("分钟", .minute), ("分", .minute), ("秒钟", .second), ("秒", .second),
        ("天", .day), ("周", .week), ("个星期", .week), ("个礼拜", .week), ("星期", .week),
        ("个月", .month), ("个自然日", .day), ("自然日", .day), ("日内", .day),
    ]
    private static let latinUnits: [(word: String, unit: Unit)] = [
        ("seconds", .second), ("second", .second), ("secs", .second), ("sec", .second),
        ("minutes", .minute), ("minute", .minute), ("mins", .minute), ("min", .minute),
        ("hours", .hour), ("hour", .hour), ("hrs", .hour), ("hr", .hour), ("h", .hour),
        ("business days", .workday), ("working days", .workday), ("business day", .workday),
        ("working day", .workday), ("days", .day), ("day", .day), ("weeks", .week),
        ("week", .week), ("months", .month), ("month", .month), ("d", .day),
    ]
    private static let latinNumbers: [(word: String, hundredths: Int)] = [
        ("half an", 50), ("half a", 50), ("a couple of", 200), ("couple of", 200), ("a few", 300),
        ("an", 100), ("a", 100), ("one", 100), ("two", 200), ("three", 300), ("four", 400),
        ("five", 500), ("six", 600), ("seven", 700), ("eight", 800), ("nine", 900), ("ten", 1000),
        ("twelve", 1200), ("fifteen", 1500), ("twenty", 2000), ("thirty", 3000),
    ]

    /// 48小时, 3-5天, 三五天, 半小时, 1个半小时, `24h`, "2 to 3 days", "half an hour".
    func duration(at index: Int) -> Found? {
        guard let low = count(at: index) else { return nil }
        var high = low
        if let next = rangeMark(at: low.end), let second = count(at: next), second.end > next {
            high = second
        } else if low.isChinese, low.hundredths < 1000, low.hundredths >= 100,
            let digit = Numerals.chineseDigit(at(low.end)), digit * 100 > low.hundredths
        {
            // 三五天, 一两天: two digits side by side are a range.
            high = Numerals.Reading(hundredths: digit * 100, end: low.end + 1, isChinese: true)
        }
        var unitAt = skipSpace(high.end)
        if high == low, at(unitAt) == 0x2D { unitAt += 1 }
        guard let (unit, end) = unit(at: unitAt) else {
            return halfUnit(low, high, from: index)
        }
        // 第3天 names a day; 5分 of a rating or 5分好评 is no time.
        if at(index - 1) == 0x7B2C { return nil }
        if at(end - 1) == 0x5206, at(end) == 0x597D || low.hundredths > 6000 { return nil }
        let spans = (span(low.hundredths, unit), span(high.hundredths, unit))
        var last = end
        if let more = fractionAfter(unit, at: end) {
            last = more
            let extra = unit.span(50)
            return found(.duration(spans.0 + extra...spans.1 + extra), index..<last, "duration")
        }
        guard spans.0 <= spans.1 else { return nil }
        return found(.duration(spans.0...spans.1), index..<last, "duration")
    }

    private func count(at index: Int) -> Numerals.Reading? {
        if let n = Numerals.read(s, at: index) { return n }
        guard Scalars.isLatin(at(index)), !Scalars.isAlphanumeric(at(index - 1)),
            let (which, end) = match(any: Self.latinNumbers.map(\.word), at: index)
        else { return nil }
        // "in a minute" is a length of time, "have a minute" is a way to speak.
        let isArticle =
            Self.latinNumbers[which].word == "a" || Self.latinNumbers[which].word == "an"
        if isArticle, !precedes(any: ["in", "within", "about", "for", "than", "half"], index) {
            return nil
        }
        return Numerals.Reading(hundredths: Self.latinNumbers[which].hundredths, end: end)
    }

    private func rangeMark(at index: Int) -> Int? {
        let i = skipSpace(index)
        if at(i) == 0x2D || at(i) == 0x7E || at(i) == 0x5230 || at(i) == 0x81F3 {
            return skipSpace(i + 1)
        }
        for word in ["to", "or"] { if let end = match(word, at: i) { return skipSpace(end) } }
        return nil
    }

    private func unit(at index: Int) -> (Unit, Int)? {
        if let (which, end) = match(any: Self.hanUnits.map(\.word), at: index) {
            let entry = Self.hanUnits[which]
            return (entry.unit, entry.word == "日内" ? end - 1 : end)
        }
        if let (which, end) = match(any: Self.latinUnits.map(\.word), at: index),
            !Scalars.isDigit(at(end))
        {
            return (Self.latinUnits[which].unit, end)
        }
        return nil
    }

    /// 1个半小时, 两个半小时.
    private func halfUnit(
        _ low: Numerals.Reading, _ high: Numerals.Reading, from index: Int
    ) -> Found? {
        guard low == high, let half = match("个半", at: low.end),
            let (unit, end) = unit(at: half)
        else { return nil }
        let span = unit.span(low.hundredths + 50)
        return found(.duration(span...span), index..<end, "duration")
    }

    /// 一天半, 3天半.
    private func fractionAfter(_ unit: Unit, at index: Int) -> Int? {
        guard at(index) == 0x534A, at(index + 1) != 0x5929 else { return nil }
        switch unit {
        case .day, .week, .month: return index + 1
        case .second, .minute, .hour, .workday: return nil
        }
    }

    /// Working days leave out Saturdays and Sundays from `now` on; public holidays are not known.
    private func span(_ hundredths: Int, _ unit: Unit) -> Span {
        switch unit {
        case .workday:
            var days = min(hundredths / 100, 366)
            var moment = context.now
            while days > 0 {
                moment = moment + .days(1)
                if CivilTime(moment, offset: context.offset).weekday <= 5 { days -= 1 }
            }
            return moment - context.now
        case .second, .minute, .hour, .day, .week, .month:
            return unit.span(min(hundredths, 10_000_000))
        }
    }
}
