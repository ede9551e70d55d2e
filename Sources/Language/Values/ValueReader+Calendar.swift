import Engine

extension ValueReader {
    /// Days since 1970 of a date, or nil for the 31st of June and the like.
    func dayNumber(year: Int, month: Int, day: Int) -> Int? {
        guard (1970...9000).contains(year), (1...12).contains(month), (1...31).contains(day) else {
            return nil
        }
        let number = Self.dayNumber(CivilTime(year: year, month: month, day: day))
        let back = CivilTime(Instant(milliseconds: Int64(number) * 86_400_000), offset: 0)
        return back.day == day && back.month == month ? number : nil
    }

    /// The 20th that lies nearest to now, before or after.
    func nearest(day: Int) -> Int? {
        let now = CivilTime(context.now, offset: context.offset)
        let months = (-1...1).compactMap { step -> Int? in
            let index = now.year * 12 + now.month - 1 + step
            return dayNumber(year: index / 12, month: index % 12 + 1, day: day)
        }
        return months.min { abs($0 - today) < abs($1 - today) }
    }

    func nearest(month: Int, day: Int) -> Int? {
        let now = CivilTime(context.now, offset: context.offset)
        let years = (-1...1).compactMap { dayNumber(year: now.year + $0, month: month, day: day) }
        return years.min { abs($0 - today) < abs($1 - today) }
    }

    /// Puts the pieces together to a stretch of the calendar.
    func window(_ pieces: TimePieces) -> TimeWindow? {
        guard !pieces.isEmpty else { return nil }
        let now = context.now
        let days = pieces.days ?? today...today
        if var minute = pieces.minute {
            if pieces.isClockOpen { minute = settled(minute, day: days.lowerBound) }
            var moment = instant(day: days.upperBound, minute: minute)
            // "9点前" said in the afternoon can only mean tomorrow's nine.
            if pieces.days == nil, pieces.isDeadline, moment <= now { moment = moment + .days(1) }
            return TimeWindow(
                start: pieces.isDeadline ? min(now, moment) : moment, end: moment, grain: .minute,
                isDeadline: pieces.isDeadline)
        }
        if let part = pieces.part {
            let start = instant(day: days.lowerBound, minute: part.from)
            let end = instant(
                day: days.upperBound, minute: pieces.isDeadline ? part.deadline : part.to)
            return TimeWindow(
                start: pieces.isDeadline ? min(now, end) : start, end: end, grain: .partOfDay,
                isDeadline: pieces.isDeadline)
        }
        // 以前 includes the day itself, as the Civil Code counts (article 1259).
        let start = instant(day: days.lowerBound, minute: 0)
        let end = instant(day: days.upperBound + 1, minute: 0)
        return TimeWindow(
            start: pieces.isDeadline ? min(now, start) : start, end: end, grain: pieces.grain,
            isDeadline: pieces.isDeadline)
    }

    /// "5点" with nothing to say which half of the day: the next one today, else office hours.
    private func settled(_ minute: Int, day: Int) -> Int {
        if day == today {
            let now = CivilTime(context.now, offset: context.offset)
            return minute > now.hour * 60 + now.minute ? minute : minute + 720
        }
        return minute < 8 * 60 ? minute + 720 : minute
    }
}
