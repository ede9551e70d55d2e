import Engine

extension ValueReader {
    private static let latinDays: [(word: String, day: Int)] = [
        ("today", 0), ("tonight", 0), ("last night", -1), ("last evening", -1), ("tomorrow", 1),
        ("tmrw", 1), ("tmr", 1), ("yesterday", -1),
        ("the day after tomorrow", 2), ("day after tomorrow", 2), ("this morning", 0),
        ("this afternoon", 0), ("this evening", 0), ("end of day", 0), ("end of the day", 0),
        ("eod", 0), ("close of business", 0),
    ]
    private static let weekdays = [
        "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
    ]
    private static let months = [
        "january", "february", "march", "april", "may", "june", "july", "august", "september",
        "october", "november", "december",
    ]
    private static let shortMonths = [
        "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
    ]
    private static let latinParts: [(word: String, part: DayPart)] = [
        ("morning", DayPart(from: 480, to: 720, isAfternoon: false, deadline: 720)),
        ("afternoon", DayPart(from: 720, to: 1080, isAfternoon: true, deadline: 1080)),
        ("evening", DayPart(from: 1080, to: 1320, isAfternoon: true, deadline: 1320)),
        ("night", DayPart(from: 1080, to: 1440, isAfternoon: true, deadline: 1440)),
    ]

    /// "by 5 pm", "tomorrow noon", "on the 20th", "by Friday", "March 20", "next Tuesday at 3pm".
    func latinPieces(at index: Int) -> TimePieces? {
        guard !Scalars.isAlphanumeric(at(index - 1)), Scalars.isAlphanumeric(s[index]) else {
            return nil
        }
        var pieces = TimePieces(end: index)
        if let (which, end) = match(any: ["by", "before", "no later than", "until"], at: index) {
            pieces.isDeadline = which < 3
            pieces.end = skipSpace(end)
        } else if let end = match("on", at: index) {
            pieces.end = skipSpace(end)
        }
        if let end = match("the", at: pieces.end), Scalars.isDigit(at(end + 1)) {
            pieces.end = skipSpace(end)
        }
        // A clock and a day come in either order: "5 pm tomorrow", "tomorrow at 5 pm".
        for _ in 0..<3 {
            let before = pieces
            latinClock(&pieces)
            latinDay(&pieces)
            latinPart(&pieces)
            if pieces.end == before.end { break }
            if let link = match(any: ["at", "on", "in the", "by", "before"], at: step(pieces)) {
                var next = pieces
                next.end = skipSpace(link.end)
                if link.which >= 3 { next.isDeadline = true }
                let from = next.end
                latinClock(&next)
                latinDay(&next)
                latinPart(&next)
                if next.end > from { pieces = next }
            }
        }
        if let minute = pieces.minute, let part = pieces.part, !pieces.isHalfKnown {
            pieces.minute = part.minute(hour: minute / 60, minute % 60)
            pieces.isClockOpen = false
        }
        return pieces.isEmpty ? nil : pieces
    }

    private func step(_ pieces: TimePieces) -> Int { skipSpace(pieces.end) }

    private func latinClock(_ pieces: inout TimePieces) {
        guard pieces.minute == nil else { return }
        let i = step(pieces)
        if let (which, end) = match(any: ["noon", "midday", "midnight"], at: i) {
            pieces.minute = which == 2 ? 1440 : 720
            pieces.isHalfKnown = true
            pieces.end = end
            return
        }
        guard let n = Numerals.read(s, at: i), !n.isChinese, let h = n.whole, n.digits <= 2,
            (0...24).contains(h)
        else { return }
        var minute = 0
        var end = n.end
        var hasMinutes = false
        if at(end) == 0x3A, Scalars.isDigit(at(end + 1)), Scalars.isDigit(at(end + 2)) {
            minute = Int(at(end + 1) - 0x30) * 10 + Int(at(end + 2) - 0x30)
            end += 3
            hasMinutes = true
        }
        guard minute < 60, !Scalars.isDigit(at(end)) else { return }
        let half = skipSpace(end)
        if let (which, after) = match(any: ["am", "pm", "a.m.", "p.m.", "a.m", "p.m"], at: half) {
            let isAfternoon = which % 2 == 1
            let hour = isAfternoon ? (h < 12 ? h + 12 : h) : (h == 12 ? 0 : h)
            pieces.minute = hour * 60 + minute
            pieces.isHalfKnown = true
            pieces.end = after
        } else if let after = match("o'clock", at: half) {
            pieces.minute = h * 60
            pieces.isClockOpen = h < 12
            pieces.end = after
        } else if hasMinutes {
            pieces.minute = h * 60 + minute
            pieces.end = end
        }
    }

    private func latinDay(_ pieces: inout TimePieces) {
        guard pieces.days == nil else { return }
        let i = step(pieces)
        if let (which, end) = match(any: Self.latinDays.map(\.word), at: i) {
            let entry = Self.latinDays[which]
            pieces.days = today + entry.day...today + entry.day
            if entry.word == "tonight" { pieces.part = Self.latinParts[3].part }
            if entry.word.hasPrefix("this ") || entry.word.hasPrefix("last ") {
                pieces.part = Self.latinParts.first { entry.word.hasSuffix($0.word) }?.part
            }
            pieces.end = end
            return
        }
        if let (day, end) = latinWeekday(at: i) ?? monthDay(at: i) ?? ordinal(at: i) {
            pieces.days = day...day
            pieces.end = end
        }
    }

    private func latinWeekday(at index: Int) -> (Int, Int)? {
        var i = index
        var isNext = false
        if let (which, end) = match(any: ["next", "this"], at: i) {
            isNext = which == 0
            i = skipSpace(end)
        }
        let short = ["mon", "tue", "tues", "wed", "thu", "thurs", "fri"]
        var number: Int
        var last: Int
        if let (which, end) = match(any: Self.weekdays, at: i) {
            (number, last) = (which + 1, end)
        } else if let (which, end) = match(any: short, at: i) {
            (number, last) = ([1, 2, 2, 3, 4, 4, 5][which], end)
        } else {
            return nil
        }
        if match("'s", at: last) != nil { last += 2 }
        let monday = today - (weekdayOfToday - 1)
        var day = monday + number - 1
        if isNext { day += 7 } else if day < today { day += 7 }
        return (day, last)
    }

    /// "March 20", "Mar 20th", "20 March", "20th of March".
    private func monthDay(at index: Int) -> (Int, Int)? {
        if let (month, end) = month(at: index), let n = Numerals.read(s, at: skipSpace(end)),
            !n.isChinese, let day = n.whole, day <= 31
        {
            return dated(month, day, suffix(n.end))
        }
        guard let n = Numerals.read(s, at: index), !n.isChinese, let day = n.whole, day <= 31 else {
            return nil
        }
        var i = skipSpace(suffix(n.end))
        if let end = match("of", at: i) { i = skipSpace(end) }
        guard let (month, end) = month(at: i) else { return nil }
        return dated(month, day, end)
    }

    /// "13 November 2026": the year, where it is said, belongs to the day.
    private func dated(_ month: Int, _ day: Int, _ end: Int) -> (Int, Int)? {
        let next = skipSpace(at(end) == 0x2C ? end + 1 : end)
        if let n = Numerals.read(s, at: next), n.digits == 4, let year = n.whole,
            (2000...2100).contains(year), let number = dayNumber(year: year, month: month, day: day)
        {
            return (number, n.end)
        }
        return nearest(month: month, day: day).map { ($0, end) }
    }

    private func month(at index: Int) -> (Int, Int)? {
        if let (which, end) = match(any: Self.months, at: index) { return (which + 1, end) }
        if let (which, end) = match(any: Self.shortMonths, at: index) { return (which + 1, end) }
        return nil
    }

    /// "the 20th".
    private func ordinal(at index: Int) -> (Int, Int)? {
        guard let n = Numerals.read(s, at: index), !n.isChinese, let day = n.whole,
            (1...31).contains(day), suffix(n.end) > n.end,
            precedes(any: ["the", "by", "on"], index)
        else { return nil }
        let next = skipSpace(suffix(n.end))
        if match(any: ["time", "item", "one", "order", "step", "day", "parcel"], at: next) != nil {
            return nil
        }
        return nearest(day: day).map { ($0, suffix(n.end)) }
    }

    private func suffix(_ index: Int) -> Int {
        match(any: ["st", "nd", "rd", "th"], at: index)?.end ?? index
    }

    private func latinPart(_ pieces: inout TimePieces) {
        guard pieces.part == nil, pieces.days != nil else { return }
        if let (which, end) = match(any: Self.latinParts.map(\.word), at: step(pieces)) {
            pieces.part = Self.latinParts[which].part
            pieces.end = end
        }
    }
}
