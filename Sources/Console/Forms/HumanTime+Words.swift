import Engine

/// The words a written time is made of. Longer ones stand first where one begins another.
extension HumanTimeReader {
    static let units: [(String, Span)] = [
        ("分钟", .minutes(1)), ("minutes", .minutes(1)), ("minute", .minutes(1)),
        ("mins", .minutes(1)), ("min", .minutes(1)), ("m", .minutes(1)),
        ("小时", .hours(1)), ("钟头", .hours(1)), ("hours", .hours(1)), ("hour", .hours(1)),
        ("hrs", .hours(1)), ("hr", .hours(1)), ("h", .hours(1)),
        ("天", .days(1)), ("days", .days(1)), ("day", .days(1)), ("d", .days(1)),
    ]

    /// A word, how many days ahead it means, and whether it also says the half of the day.
    static let dayWords: [(String, Int, Bool?)] = [
        ("大后天", 3, nil), ("后天", 2, nil), ("明天", 1, nil), ("明日", 1, nil),
        ("明早", 1, false), ("明晚", 1, true), ("今天", 0, nil), ("今日", 0, nil),
        ("今晚", 0, true), ("今早", 0, false), ("day after tomorrow", 2, nil),
        ("tomorrow", 1, nil), ("tmr", 1, nil), ("today", 0, nil), ("tonight", 0, true),
    ]

    static let weekdays: [(String, Int)] = [
        ("一", 1), ("二", 2), ("三", 3), ("四", 4), ("五", 5), ("六", 6), ("日", 7), ("天", 7),
        ("末", 6),
    ]

    static let englishWeekdays: [(String, Int)] = [
        ("monday", 1), ("mon", 1), ("tuesday", 2), ("tue", 2), ("wednesday", 3), ("wed", 3),
        ("thursday", 4), ("thu", 4), ("friday", 5), ("fri", 5), ("saturday", 6), ("sat", 6),
        ("sunday", 7), ("sun", 7),
    ]

    static let periods: [(String, Bool)] = [
        ("下午", true), ("晚上", true), ("傍晚", true), ("上午", false), ("早上", false),
        ("早晨", false), ("凌晨", false), ("afternoon", true), ("evening", true),
        ("morning", false),
    ]

    static let numerals: [(String, Int)] = [
        ("十一", 11), ("十二", 12), ("十", 10), ("一", 1), ("两", 2), ("二", 2), ("三", 3),
        ("四", 4), ("五", 5), ("六", 6), ("七", 7), ("八", 8), ("九", 9),
    ]

    static let fillers = ["的", "前", "之前", "by ", "before ", "at ", "on ", "the "]
}
