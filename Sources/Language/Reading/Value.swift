public import Engine

/// A thing said that can be true or false: an amount, a date, a size, a number.
///
/// "退您2块" holds `amount(2.00)`; "明天下午五点前" holds a `time` that ends tomorrow at 17:00.
public enum Value: Hashable, Sendable, Codable {
    case amount(Money)
    /// A share in whole percent: `100%`, 百分之五.
    case percent(Int)
    /// A price cut as Chinese shops say it, in percent of the price still to pay: 八五折 is 85.
    case discount(percentOfPrice: Int)
    /// A point or stretch of the calendar, resolved against `Context.now`.
    case time(TimeWindow)
    /// A length of time: 48小时 is 48 h to 48 h, 3-5天 is 3 d to 5 d.
    case duration(ClosedRange<Span>)
    case orderNumber(String)
    case trackingNumber(String)
    /// A mobile number as spoken; masked when its middle is stars (138****0000).
    case phone(String, isMasked: Bool)
    /// A clothing size in its usual letters: 大码 is `L`.
    case size(String)
    /// A count or measure with its unit as written: 2件, 165cm, 20000mAh.
    case quantity(Int, unit: String)
    /// A city or province of the lexicon's list, without 市 or 省.
    case place(String)
    /// A carrier by the lexicon's name for it: 顺丰 and "SF Express" are both `顺丰`.
    case carrier(String)
    /// A bare whole number that none of the others explains.
    case number(Int)

    /// Which sort of value this is; the name a scenario pack writes in `{value: amount}`.
    public enum Sort: String, CaseIterable, Hashable, Sendable, Codable {
        case amount, percent, discount, time, duration, order, tracking, phone, size, quantity
        case place, carrier, number
    }

    public var sort: Sort {
        switch self {
        case .amount: .amount
        case .percent: .percent
        case .discount: .discount
        case .time: .time
        case .duration: .duration
        case .orderNumber: .order
        case .trackingNumber: .tracking
        case .phone: .phone
        case .size: .size
        case .quantity: .quantity
        case .place: .place
        case .carrier: .carrier
        case .number: .number
        }
    }
}

/// A stretch of the calendar that words such as "后天上午" stand for: from `start` up to `end`.
///
/// "18点" is the minute 18:00, "18点前" ends at 18:00 and starts now, "明天" is the whole day.
public struct TimeWindow: Hashable, Sendable, Codable {
    public var start: Instant
    /// Exclusive; what a promise made with these words is due by.
    public var end: Instant
    public var grain: Grain
    /// True for 前/之前/内/by/before/within: the words name a latest moment.
    public var isDeadline: Bool

    /// How exact the words were.
    public enum Grain: String, CaseIterable, Hashable, Sendable, Codable {
        case minute, hour, partOfDay, day, week, month
    }

    public init(start: Instant, end: Instant, grain: Grain, isDeadline: Bool) {
        self.start = start
        self.end = end
        self.grain = grain
        self.isDeadline = isDeadline
    }
}
