import Engine

/// The shop's clock, by which a pack's times are read: `D+1 14:00`, `-2d 3:15`, `+5h`, `0:40`.
struct ShopClock {
    var opensAt: Instant
    /// Minutes east of UTC.
    var offset: Int

    /// A moment relative to opening; nil where the text is none.
    ///
    /// `+5h`, `-1h30m` count from opening; `D+1 14:00`, `D 18:00` and `-2d 3:15` name a time of
    /// the clock some days away.
    func moment(_ text: String) -> Instant? {
        let words = text.split(separator: " ")
        guard let first = words.first, words.count <= 2 else { return nil }
        if words.count == 2 {
            guard let clock = Self.clock(words[1]), let days = Self.days(first) else { return nil }
            var day = CivilTime(opensAt, offset: offset)
            day.hour = 0
            day.minute = 0
            day.second = 0
            return day.instant(offset: offset) + .days(days) + clock
        }
        guard let sign = first.first, sign == "+" || sign == "-",
            let span = Span(written: first.dropFirst())
        else { return nil }
        return sign == "+" ? opensAt + span : opensAt - span
    }

    /// `2026-03-18 09:00` on the shop's clock.
    static func date(_ text: String, offset: Int) -> Instant? {
        let words = text.split(separator: " ")
        guard words.count == 2, let clock = clock(words[1]) else { return nil }
        let parts = words[0].split(separator: "-").compactMap { Int($0) }
        guard parts.count == 3, (1970...9999).contains(parts[0]), (1...12).contains(parts[1]),
            (1...31).contains(parts[2])
        else { return nil }
        let day = CivilTime(year: parts[0], month: parts[1], day: parts[2])
        return day.instant(offset: offset) + clock
    }

    /// `0:40` is forty seconds, `1:02:00` an hour and two minutes.
    static func shiftTime(_ text: some StringProtocol) -> Span? {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        let numbers = parts.compactMap { part in
            part.count <= 4 && part.allSatisfy { $0.isASCII && $0.isNumber } ? Int(part) : nil
        }
        guard numbers.count == parts.count, (2...3).contains(numbers.count),
            numbers.dropFirst().allSatisfy({ $0 < 60 })
        else { return nil }
        return .seconds(numbers.reduce(0) { $0 * 60 + $1 })
    }

    /// `14:00` as the time since midnight.
    private static func clock(_ text: some StringProtocol) -> Span? {
        let parts = text.split(separator: ":").compactMap { Int($0) }
        guard parts.count == 2, (0...24).contains(parts[0]), (0..<60).contains(parts[1]) else {
            return nil
        }
        return .minutes(parts[0] * 60 + parts[1])
    }

    /// `D`, `D+1`, `-2d`.
    private static func days(_ text: Substring) -> Int? {
        if text == "D" { return 0 }
        let number: Int?
        if text.hasPrefix("D") {
            number = Int(text.dropFirst())
        } else if text.hasSuffix("d"), text.hasPrefix("+") || text.hasPrefix("-") {
            number = Int(text.dropLast())
        } else {
            number = nil
        }
        guard let number, abs(number) <= 10_000 else { return nil }
        return number
    }
}
