import Engine

/// How the shop says a moment, in the tongue of the reply and by the shop's clock.
struct ShopCalendar {
    let now: Instant
    let offset: Int
    let tongue: Tongue

    private func civil(_ instant: Instant) -> CivilTime { CivilTime(instant, offset: offset) }

    /// A time as it is said to a customer: `今天17:00`, `3月19日 12:00`, `17:00 today`.
    func said(_ instant: Instant) -> String {
        let civil = civil(instant)
        let isToday = civil.date == self.civil(now).date
        let isTomorrow = civil.date == self.civil(now + .days(1)).date
        switch tongue {
        case .chinese:
            if isToday { return "今天\(civil.clock)" }
            if isTomorrow { return "明天\(civil.clock)" }
            return "\(day(instant)) \(civil.clock)"
        case .english:
            if isToday { return "\(civil.clock) today" }
            if isTomorrow { return "\(civil.clock) tomorrow" }
            return "\(civil.clock) on \(day(instant))"
        }
    }

    func clock(_ instant: Instant) -> String { civil(instant).clock }

    func day(_ instant: Instant) -> String {
        let civil = civil(instant)
        return switch tongue {
        case .chinese: "\(civil.month)月\(civil.day)日"
        case .english: "\(civil.day) \(ShopCalendar.months[civil.month - 1])"
        }
    }

    private static let months = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September",
        "October", "November", "December",
    ]
    private static let days = [
        "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
    ]
    private static let chineseDays = ["一", "二", "三", "四", "五", "六", "日"]

    /// A date in the notation of `strftime`, the part of it that espanso's files use; `%-d` is a
    /// number without a zero in front.
    func shown(_ instant: Instant, _ format: String) -> String {
        let civil = civil(instant)
        var result = ""
        var rest = Substring(format)
        while let character = rest.popFirst() {
            guard character == "%", var mark = rest.popFirst() else {
                result.append(character)
                continue
            }
            let isShort = mark == "-"
            if isShort {
                guard let next = rest.popFirst() else { return result + "%-" }
                mark = next
            }
            func two(_ number: Int) -> String {
                number < 10 && !isShort ? "0\(number)" : "\(number)"
            }
            switch mark {
            case "Y": result += "\(civil.year)"
            case "y": result += two(civil.year % 100)
            case "m": result += two(civil.month)
            case "d": result += two(civil.day)
            case "e": result += "\(civil.day)"
            case "H": result += two(civil.hour)
            case "I": result += two((civil.hour + 11) % 12 + 1)
            case "M": result += two(civil.minute)
            case "S": result += two(civil.second)
            case "p":
                result +=
                    tongue == .chinese
                    ? (civil.hour < 12 ? "上午" : "下午") : (civil.hour < 12 ? "AM" : "PM")
            case "F": result += civil.date
            case "R": result += civil.clock
            case "T": result += "\(civil.clock):\(civil.second < 10 ? "0" : "")\(civil.second)"
            case "B", "b", "h": result += month(civil, isShort: mark != "B")
            case "A", "a": result += weekday(civil, isShort: mark == "a")
            case "u": result += "\(civil.weekday)"
            case "%": result += "%"
            default: result += "%\(isShort ? "-" : "")\(mark)"
            }
        }
        return result
    }

    private func month(_ civil: CivilTime, isShort: Bool) -> String {
        switch tongue {
        case .chinese: "\(civil.month)月"
        case .english: String(ShopCalendar.months[civil.month - 1].prefix(isShort ? 3 : 99))
        }
    }

    private func weekday(_ civil: CivilTime, isShort: Bool) -> String {
        switch tongue {
        case .chinese: (isShort ? "周" : "星期") + ShopCalendar.chineseDays[civil.weekday - 1]
        case .english: String(ShopCalendar.days[civil.weekday - 1].prefix(isShort ? 3 : 99))
        }
    }
}
