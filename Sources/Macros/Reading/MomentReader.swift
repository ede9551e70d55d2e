import Engine

/// Times as a person types them: `18:00`, `明天 18:00`, `3月19日 12:00`, `2026-03-18 18:00`,
/// `D+1 18:00`, `+30m`, `+2h`. Only what names a moment; `soon` does not.
struct MomentReader {
    let now: Instant
    let offset: Int

    /// A time of day alone is the next one. A span from now ends with a full minute, so that what
    /// is said and what is entered agree.
    func read(_ text: some StringProtocol) -> Instant? {
        // An input method types its own colon.
        let text = String(text.map { $0 == "：" ? ":" : $0 }).trimmed
        if text.first == "+" { return Span(written: text.dropFirst()).map(after) }
        guard let clock = clockPlace(in: text) else { return nil }
        let time = minutes(text[clock])
        let rest = (String(text[..<clock.lowerBound]) + String(text[clock.upperBound...])).trimmed
        guard let time else { return nil }
        if rest.isEmpty {
            let today = midnight(0) + .minutes(time)
            return today > now ? today : today + .days(1)
        }
        return day(String(rest)).map { $0 + .minutes(time) }
    }

    func after(_ span: Span) -> Instant {
        let end = (now + span).milliseconds
        return Instant(milliseconds: (end + 59_999) / 60_000 * 60_000)
    }

    private func midnight(_ days: Int) -> Instant {
        CivilTime(now, offset: offset).midnight.instant(offset: offset) + .days(days)
    }

    /// `今天`, `tomorrow`, `D+1`, `3月19日`, `2026-03-18`, `on 19 March`: the beginning of that day.
    private func day(_ text: String) -> Instant? {
        switch text.lowercased() {
        case "今天", "today", "d": return midnight(0)
        case "明天", "tomorrow": return midnight(1)
        case "后天": return midnight(2)
        case let word where word.hasPrefix("d+"):
            return Int(word.dropFirst(2)).flatMap { (0...999).contains($0) ? midnight($0) : nil }
        default: break
        }
        let parts = text.split(separator: "-").compactMap { Int($0) }
        if parts.count == 3 { return date(parts[0], parts[1], parts[2]) }
        if let month = text.firstIndex(of: "月"), text.hasSuffix("日") {
            let inside = text[text.index(after: month)...].dropLast()
            guard let m = Int(text[..<month]), let d = Int(inside) else { return nil }
            return comingDate(m, d)
        }
        let words = text.lowercased().split(separator: " ").filter { $0 != "on" }
        guard words.count == 2, let d = Int(words[0]),
            let m = Self.months.firstIndex(where: { $0.lowercased() == words[1] })
        else { return nil }
        return comingDate(m + 1, d)
    }

    /// Of this year, or of the next where it is long past.
    private func comingDate(_ month: Int, _ day: Int) -> Instant? {
        let year = CivilTime(now, offset: offset).year
        guard let this = date(year, month, day) else { return nil }
        return this > now - .days(180) ? this : date(year + 1, month, day)
    }

    private func date(_ year: Int, _ month: Int, _ day: Int) -> Instant? {
        guard (1970...9999).contains(year), (1...12).contains(month), (1...31).contains(day) else {
            return nil
        }
        let civil = CivilTime(year: year, month: month, day: day)
        let instant = civil.instant(offset: offset)
        // 31 February is no day.
        return CivilTime(instant, offset: offset).day == day ? instant : nil
    }

    /// Where `18:00` stands.
    private func clockPlace(in text: String) -> Range<String.Index>? {
        guard let colon = text.firstIndex(of: ":") else { return nil }
        var start = colon
        while start > text.startIndex, text[text.index(before: start)].isDigit {
            start = text.index(before: start)
        }
        var end = text.index(after: colon)
        while end < text.endIndex, text[end].isDigit { end = text.index(after: end) }
        return start < colon && end > text.index(after: colon) ? start..<end : nil
    }

    private func minutes(_ clock: Substring) -> Int? {
        let parts = clock.split(separator: ":").compactMap { Int($0) }
        guard parts.count == 2, (0...24).contains(parts[0]), (0..<60).contains(parts[1]) else {
            return nil
        }
        return parts[0] * 60 + parts[1]
    }

    /// `今天 17:00`, `17:00 on 19 March`: read again it is the same, seconds apart.
    func shown(_ instant: Instant, in tongue: Tongue) -> String {
        let civil = CivilTime(instant, offset: offset)
        let days = (civil.date, CivilTime(now, offset: offset).date)
        let isTomorrow = civil.date == CivilTime(now + .days(1), offset: offset).date
        switch tongue {
        case .chinese:
            if days.0 == days.1 { return "今天\(civil.clock)" }
            if isTomorrow { return "明天\(civil.clock)" }
            return "\(civil.month)月\(civil.day)日 \(civil.clock)"
        case .english:
            if days.0 == days.1 { return "\(civil.clock) today" }
            if isTomorrow { return "\(civil.clock) tomorrow" }
            return "\(civil.clock) on \(civil.day) \(Self.months[civil.month - 1])"
        }
    }

    private static let months = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September",
        "October", "November", "December",
    ]
}

extension Character {
    fileprivate var isDigit: Bool { isASCII && isNumber }
}

extension StringProtocol {
    /// Without blanks at either end.
    var trimmed: String {
        var rest = self[...]
        while rest.first?.isWhitespace == true { rest = rest.dropFirst() }
        while rest.last?.isWhitespace == true { rest = rest.dropLast() }
        return String(rest)
    }
}
