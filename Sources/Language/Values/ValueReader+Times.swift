import Engine

extension ValueReader {
    /// The pieces of a date as they are met: which day, which part of it, which minute.
    struct TimePieces {
        /// Midnight of the first and after the last day named.
        var days: ClosedRange<Int>?
        var grain = TimeWindow.Grain.day
        var part: DayPart?
        var minute: Int?
        /// "5点" without 上午 or 下午: either may be meant.
        var isClockOpen = false
        /// "am" or "pm" has said which half of the day it is.
        var isHalfKnown = false
        var isDeadline = false
        var end: Int

        var isEmpty: Bool { days == nil && part == nil && minute == nil }
    }

    /// A part of the day with its hours.
    struct DayPart: Hashable {
        var from: Int
        var to: Int
        var isAfternoon: Bool
        /// Minute a deadline "before this part" falls on: 中午前 is before 12:00.
        var deadline: Int

        private var isNight: Bool { to == 1440 || from == 1080 }

        /// The minute of the day that an hour of this part means: 下午3点 is 15:00. The small hours
        /// of a night belong to the next day, and its twelve is midnight.
        func minute(hour: Int, _ minute: Int) -> Int {
            switch hour {
            case 0..<5 where isNight: (hour + 24) * 60 + minute
            case 12 where isNight: 1440 + minute
            case ..<12 where isAfternoon: (hour + 12) * 60 + minute
            case 12 where to == 360: minute
            case _: hour * 60 + minute
            }
        }
    }

    static let hanParts: [(word: String, part: DayPart)] = [
        ("凌晨", DayPart(from: 0, to: 360, isAfternoon: false, deadline: 360)),
        ("早上", DayPart(from: 360, to: 600, isAfternoon: false, deadline: 600)),
        ("早晨", DayPart(from: 360, to: 600, isAfternoon: false, deadline: 600)),
        ("上午", DayPart(from: 480, to: 720, isAfternoon: false, deadline: 720)),
        ("中午", DayPart(from: 660, to: 780, isAfternoon: false, deadline: 720)),
        ("下午", DayPart(from: 720, to: 1080, isAfternoon: true, deadline: 1080)),
        ("傍晚", DayPart(from: 1020, to: 1140, isAfternoon: true, deadline: 1140)),
        ("晚上", DayPart(from: 1080, to: 1440, isAfternoon: true, deadline: 1440)),
        ("晚间", DayPart(from: 1080, to: 1440, isAfternoon: true, deadline: 1440)),
        ("夜里", DayPart(from: 1080, to: 1440, isAfternoon: true, deadline: 1440)),
        ("深夜", DayPart(from: 1080, to: 1440, isAfternoon: true, deadline: 1440)),
        ("半夜", DayPart(from: 1080, to: 1440, isAfternoon: true, deadline: 1440)),
        ("清晨", DayPart(from: 240, to: 480, isAfternoon: false, deadline: 480)),
        ("午前", DayPart(from: 480, to: 720, isAfternoon: false, deadline: 720)),
        ("下班", DayPart(from: 1020, to: 1080, isAfternoon: true, deadline: 1080)),
    ]
    private static let relativeDays: [(word: String, day: Int, part: String?)] = [
        ("今天", 0, nil), ("今日", 0, nil), ("今儿", 0, nil), ("今晚", 0, "晚上"), ("今早", 0, "早上"),
        ("明天", 1, nil), ("明日", 1, nil), ("明儿", 1, nil), ("明早", 1, "早上"), ("明晚", 1, "晚上"),
        ("后天", 2, nil), ("大后天", 3, nil), ("昨天", -1, nil), ("昨日", -1, nil), ("昨晚", -1, "晚上"),
        ("前天", -2, nil), ("当晚", 0, "晚上"), ("昨夜", -1, "晚上"), ("今夜", 0, "晚上"),
        ("今晨", 0, "清晨"), ("明晨", 1, "清晨"),
    ]

    /// 一号店, 2号线: behind these a number names a thing and no day.
    private static let notDays = ["码", "线", "店", "楼", "仓", "柜", "机", "门", "馆", "链", "栋"]

    /// Days since 1970 on the shop's calendar, of the moment the message is written.
    var today: Int { Self.dayNumber(CivilTime(context.now, offset: context.offset)) }

    static func dayNumber(_ time: CivilTime) -> Int {
        let midnight = CivilTime(year: time.year, month: time.month, day: time.day)
        return Int(midnight.instant(offset: 0).milliseconds / 86_400_000)
    }

    func instant(day: Int, minute: Int) -> Instant {
        let minutes = Int64(day) * 1440 + Int64(minute) - Int64(context.offset)
        return Instant(milliseconds: minutes * 60_000)
    }

    /// A date or time of day in either language.
    func time(at index: Int) -> Found? {
        // "5:30" reads either way: the longer reading knows more.
        let readings = [hanPieces(at: index), latinPieces(at: index)].compactMap { $0 }
        guard let pieces = readings.max(by: { $0.end < $1.end }), let window = window(pieces) else {
            return nil
        }
        return found(.time(window), index..<pieces.end, "time")
    }

    private func hanPieces(at index: Int) -> TimePieces? {
        var pieces = TimePieces(end: index)
        if Scalars.isDigit(s[index]),
            Scalars.isAlphanumeric(at(index - 1))
                || (at(index - 1) == 0x2E && text.sameSentence(index - 1, index))
        {
            return nil
        }
        day(&pieces)
        part(&pieces)
        clock(&pieces)
        guard !pieces.isEmpty else { return nil }
        if let end = match(any: ["之前", "以前", "前", "内", "之内", "以内", "截止"], at: pieces.end)?.end,
            at(end) != 0x9762
        {
            pieces.isDeadline = true
            pieces.end = end
        } else if let end = match(any: ["左右", "整"], at: pieces.end)?.end {
            pieces.end = end
        }
        return pieces
    }

    private func day(_ pieces: inout TimePieces) {
        let i = pieces.end
        if let (which, end) = match(any: Self.relativeDays.map(\.word), at: i) {
            let entry = Self.relativeDays[which]
            pieces.days = today + entry.day...today + entry.day
            pieces.part = Self.hanParts.first { $0.word == entry.part }?.part
            pieces.end = end
        } else if let (days, end, grain) = weekday(at: i) {
            pieces.days = days
            pieces.grain = grain
            pieces.end = end
        } else if let (day, end) = calendarDay(at: i) {
            pieces.days = day...day
            pieces.end = end
        } else {
            return
        }
        if at(pieces.end) == 0x7684 { pieces.end += 1 }
        pieces.end = skipSpace(pieces.end)
    }

    /// 周五, 下周三, 星期天, 本周, 下周, 周末, 月底.
    private func weekday(at index: Int) -> (ClosedRange<Int>, Int, TimeWindow.Grain)? {
        var i = index
        var weeks: Int?
        if let end = match(any: ["下周", "下个周", "下星期", "下礼拜", "下个星期", "下个礼拜"], at: i)?.end {
            weeks = 1
            i = end
        } else if let end = match(any: ["本周", "这周", "这个周", "这星期", "这礼拜", "这个星期"], at: i)?.end {
            weeks = 0
            i = end
        } else if let end = match(any: ["周", "星期", "礼拜"], at: i)?.end {
            i = end
        } else {
            return nil
        }
        let monday = today - (weekdayOfToday - 1)
        let name = at(i)
        var number = name == 0x65E5 || name == 0x5929 ? 7 : Numerals.chineseDigit(name)
        if number == nil, Scalars.isDigit(name), weeks != nil || at(index) != 0x5468 {
            number = Int(name) - 0x30
        }
        if let number, (1...7).contains(number) {
            var day = monday + (weeks ?? 0) * 7 + number - 1
            if weeks == nil, day < today { day += 7 }
            return (day...day, i + 1, .day)
        }
        if name == 0x672B {
            let saturday = monday + (weeks ?? 0) * 7 + 5
            return (saturday...saturday + 1, i + 1, .day)
        }
        guard let weeks else { return nil }
        let start = monday + weeks * 7
        return (start...start + 6, i, .week)
    }

    var weekdayOfToday: Int { CivilTime(context.now, offset: context.offset).weekday }

    /// 2026年3月20日, 3月20号, 20号, 2026-03-20, 3/20.
    private func calendarDay(at index: Int) -> (Int, Int)? {
        guard let first = Numerals.read(s, at: index), let a = first.whole, a >= 0, a < 10_000
        else { return nil }
        if at(first.end) == 0x5E74, let second = Numerals.read(s, at: first.end + 1),
            let month = second.whole, at(second.end) == 0x6708,
            let third = Numerals.read(s, at: second.end + 1), let day = third.whole
        {
            let end = at(third.end) == 0x65E5 || at(third.end) == 0x53F7 ? 1 : 0
            return dayNumber(year: a, month: month, day: day).map { ($0, third.end + end) }
        }
        if at(first.end) == 0x6708, let second = Numerals.read(s, at: first.end + 1),
            let day = second.whole, at(second.end) != 0x5929
        {
            let end = at(second.end) == 0x65E5 || at(second.end) == 0x53F7 ? 1 : 0
            return nearest(month: a, day: day).map { ($0, second.end + end) }
        }
        if at(first.end) == 0x53F7 || at(first.end) == 0x65E5, (1...31).contains(a),
            match(any: Self.notDays, at: first.end + 1) == nil
        {
            if at(first.end) == 0x65E5, at(first.end + 1) == 0x5185 { return nil }
            return nearest(day: a).map { ($0, first.end + 1) }
        }
        guard !first.isChinese else { return nil }
        return numericDay(first, a)
    }

    private func numericDay(_ first: Numerals.Reading, _ a: Int) -> (Int, Int)? {
        let mark = at(first.end)
        guard mark == 0x2D || mark == 0x2F, let second = Numerals.read(s, at: first.end + 1),
            let b = second.whole, Scalars.isDigit(at(first.end + 1))
        else { return nil }
        if first.digits == 4 {
            guard at(second.end) == mark, let third = Numerals.read(s, at: second.end + 1),
                let day = third.whole
            else { return nil }
            return dayNumber(year: a, month: b, day: day).map { ($0, third.end) }
        }
        guard mark == 0x2F, (1...12).contains(a), (1...31).contains(b),
            !Scalars.isLatin(at(second.end)), at(second.end) != 0x2F
        else { return nil }
        return nearest(month: a, day: b).map { ($0, second.end) }
    }

    private func part(_ pieces: inout TimePieces) {
        guard let (which, end) = match(any: Self.hanParts.map(\.word), at: pieces.end) else {
            return
        }
        pieces.part = Self.hanParts[which].part
        pieces.end = skipSpace(end)
    }

    /// 18点, 18:30, 5点半, 五点一刻, 3点20.
    private func clock(_ pieces: inout TimePieces) {
        guard let hour = Numerals.read(s, at: pieces.end), let h = hour.whole, (0...24).contains(h),
            !(hour.isChinese && at(pieces.end) == 0x534A)
        else { return }
        var minute = 0
        var end = hour.end
        let isAnchored = pieces.days != nil || pieces.part != nil
        if at(end) == 0x3A, Scalars.isDigit(at(end + 1)), Scalars.isDigit(at(end + 2)) {
            minute = Int(at(end + 1) - 0x30) * 10 + Int(at(end + 2) - 0x30)
            guard minute < 60, !Scalars.isDigit(at(end + 3)) else { return }
            end += 3
        } else if at(end) == 0x70B9 {
            end += 1
            if at(end) == 0x949F { end += 1 }
            if at(end) == 0x534A {
                minute = 30
                end += 1
            } else if let next = match("一刻", at: end) {
                minute = 15
                end = next
            } else if let n = Numerals.read(s, at: end), let m = n.whole, m < 60,
                at(n.end) == 0x5206 || (n.digits == 2 && !n.isChinese)
            {
                minute = m
                end = at(n.end) == 0x5206 ? n.end + 1 : n.end
            } else if hour.isChinese, !isAnchored {
                // 有两点要说明 is no time; 两点前, 两点钟, 两点左右 are.
                let isTime =
                    at(end - 1) == 0x949F
                    || match(any: ["前", "之前", "以前", "左右", "整"], at: end) != nil
                guard isTime else { return }
            }
        } else {
            return
        }
        pieces.minute = h * 60 + minute
        if let part = pieces.part {
            pieces.minute = part.minute(hour: h, minute)
            if part.from == 660, h < 3 { pieces.minute = (h + 12) * 60 + minute }
        } else {
            pieces.isClockOpen = h > 0 && h < 12 && (at(hour.end) == 0x70B9 || hour.digits == 1)
        }
        pieces.end = end
        pieces.grain = .minute
    }
}
