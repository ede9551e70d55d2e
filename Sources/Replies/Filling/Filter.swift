import Engine

/// What a hole does to its value before it is shown: `{{order.paid|money}}`, `{{order.shipBy|date}}`.
///
/// | filter | does |
/// | --- | --- |
/// | `money` | `168.00` becomes `168元` or `¥168`, with cents only where there are any |
/// | `date` `date:%m月%d日` `time` | a moment as a day, in a form of one's own, or as the clock |
/// | `phone` | `13800001111` becomes `138****1111` |
/// | `upper` `lower` `trim` | letters, blanks at the ends |
/// | `last:4` | the last characters: of a parcel's or an order's number |
enum Filter: Hashable {
    case money, phone, upper, lower, trim, time
    case date(format: String?)
    case last(Int)

    static let names = ["date", "last", "lower", "money", "phone", "time", "trim", "upper"]

    init?(_ written: String) {
        let colon = written.firstIndex(of: ":")
        let name = written[..<(colon ?? written.endIndex)]
        let argument = colon.map { String(written[written.index(after: $0)...]) }
        switch name {
        case "money": self = .money
        case "phone": self = .phone
        case "upper": self = .upper
        case "lower": self = .lower
        case "trim": self = .trim
        case "time": self = .time
        case "date": self = .date(format: argument)
        case "last":
            guard let count = Int(argument ?? "4"), (1...99).contains(count) else { return nil }
            self = .last(count)
        case _: return nil
        }
    }

    /// What is wrong with a filter on a variable; nil where it fits.
    static func problem(
        _ written: String, on variable: String, isOwn: Bool
    ) -> SnippetProblem.Fact? {
        guard let filter = Filter(written) else {
            let name = String(written.prefix { $0 != ":" })
            return .unknownFilter(written, nearest: Spelling.nearest(to: name, among: names))
        }
        guard !isOwn, let kind = Variables.kind(of: variable) else { return nil }
        let fits =
            switch filter {
            case .money: kind == .money
            case .date, .time: kind == .moment
            case .phone: kind == .text
            case .upper, .lower, .trim, .last: true
            }
        return fits ? nil : .unfitFilter(written, variable: variable)
    }
}

/// A value of the shop before it is words.
enum ShopValue: Hashable {
    case text(String)
    case money(Money)
    /// A moment as it is said to a customer: `今天17:00`.
    case moment(Instant)
    /// A moment of which only the day or only the clock is said.
    case day(Instant)
    case clock(Instant)

    /// Words of a person: filters that need a value know only its letters.
    func filtered(by filters: [Filter], _ calendar: ShopCalendar) -> String {
        var value = self
        for filter in filters { value = value.filtered(by: filter, calendar) }
        return value.words(calendar)
    }

    func words(_ calendar: ShopCalendar) -> String {
        switch self {
        case .text(let text): text
        case .money(let money): money.plain
        case .moment(let instant): calendar.said(instant)
        case .day(let instant): calendar.day(instant)
        case .clock(let instant): calendar.clock(instant)
        }
    }

    private var instant: Instant? {
        switch self {
        case .moment(let instant), .day(let instant), .clock(let instant): instant
        case .text, .money: nil
        }
    }

    private func filtered(by filter: Filter, _ calendar: ShopCalendar) -> ShopValue {
        let words = words(calendar)
        switch filter {
        case .money:
            guard case .money(let money) = self else { return self }
            return .text(ShopValue.said(money, calendar.tongue))
        case .date(let format):
            guard let instant else { return self }
            return format.map { .text(calendar.shown(instant, $0)) } ?? .day(instant)
        case .time: return instant.map { .clock($0) } ?? self
        case .phone: return .text(ShopValue.masked(words))
        case .upper: return .text(words.uppercased())
        case .lower: return .text(words.lowercased())
        case .trim:
            let kept = words.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace)
            return .text(String(kept.reversed()))
        case .last(let count): return .text(String(words.suffix(count)))
        }
    }

    private static func said(_ money: Money, _ tongue: Tongue) -> String {
        let plain = money.plain
        let short = plain.hasSuffix(".00") ? String(plain.dropLast(3)) : plain
        return switch tongue {
        case .chinese: short + "元"
        case .english: "¥" + short
        }
    }

    /// A phone number of which nobody can be called: its middle is hidden.
    static func masked(_ phone: String) -> String {
        let digits = phone.indices.filter { phone[$0].isNumber }
        guard digits.count >= 7 else {
            return String(phone.map { $0.isNumber ? "*" : $0 })
        }
        let hidden = Set(digits.dropFirst(3).dropLast(4))
        return String(phone.indices.map { hidden.contains($0) ? "*" : phone[$0] })
    }
}
