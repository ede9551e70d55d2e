/// A date and a time of day as the shop's wall shows them.
///
/// The shop keeps one fixed offset from UTC (China Standard Time, +08:00, unless the pack says
/// otherwise); there is no summer time to guess.
public struct CivilTime: Hashable, Sendable {
    public var year: Int
    public var month: Int
    public var day: Int
    public var hour: Int
    public var minute: Int
    public var second: Int

    public init(year: Int, month: Int, day: Int, hour: Int = 0, minute: Int = 0, second: Int = 0) {
        self.year = year
        self.month = month
        self.day = day
        self.hour = hour
        self.minute = minute
        self.second = second
    }

    /// China Standard Time, in minutes east of UTC.
    public static let chinaOffset = 480

    public init(_ instant: Instant, offset: Int = CivilTime.chinaOffset) {
        let local = instant.milliseconds + Int64(offset) * 60_000
        let seconds = local >= 0 ? local / 1000 : (local - 999) / 1000
        let days = seconds >= 0 ? seconds / 86_400 : (seconds - 86_399) / 86_400
        let ofDay = Int(seconds - days * 86_400)
        // Howard Hinnant's civil_from_days: exact for the proleptic Gregorian calendar.
        let z = Int(days) + 719_468
        let era = (z >= 0 ? z : z - 146_096) / 146_097
        let dayOfEra = z - era * 146_097
        let yearOfEra =
            (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shifted = (5 * dayOfYear + 2) / 153
        day = dayOfYear - (153 * shifted + 2) / 5 + 1
        month = shifted < 10 ? shifted + 3 : shifted - 9
        year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        hour = ofDay / 3600
        minute = ofDay / 60 % 60
        second = ofDay % 60
    }

    public func instant(offset: Int = CivilTime.chinaOffset) -> Instant {
        let y = month <= 2 ? year - 1 : year
        let era = (y >= 0 ? y : y - 399) / 400
        let yearOfEra = y - era * 400
        let shifted = month > 2 ? month - 3 : month + 9
        let dayOfYear = (153 * shifted + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        let days = era * 146_097 + dayOfEra - 719_468
        let seconds = days * 86_400 + hour * 3600 + minute * 60 + second - offset * 60
        return Instant(milliseconds: Int64(seconds) * 1000)
    }

    /// When this day began.
    public var midnight: CivilTime { CivilTime(year: year, month: month, day: day) }

    /// 1 Monday … 7 Sunday.
    public var weekday: Int {
        let days = CivilTime(year: year, month: month, day: day).instant(offset: 0).milliseconds
        let index = Int(days / 86_400_000)
        return ((index % 7) + 7 + 3) % 7 + 1
    }

    /// `14:02`
    public var clock: String { two(hour) + ":" + two(minute) }
    /// `2026-03-18`
    public var date: String { "\(year)-\(two(month))-\(two(day))" }
}

func two(_ n: Int) -> String { n < 10 ? "0\(n)" : "\(n)" }
