import Engine
import Language
import Testing

/// Amounts, dates, lengths of time, sizes, numbers.
struct ValueTests {
    let shop: Fixture

    init() throws { shop = try Fixture() }

    func values(_ text: String) -> [Value] { shop.read(text).values.map(\.subject) }

    func span(_ value: Value?) -> ClosedRange<Int>? {
        guard case .duration(let range) = value else { return nil }
        return range.lowerBound.seconds...range.upperBound.seconds
    }

    @Test(arguments: [
        ("一共298元", 29_800), ("¥298", 29_800), ("￥2.00", 200), ("退您2块", 200), ("退您两块五", 250),
        ("补您二十块钱", 2000), ("实付298.00", 29_800), ("5毛", 50), ("1,280.50元", 128_050),
        ("it's 20 yuan", 2000), ("¥2.00 short", 200), ("RMB 15", 1500), ("两百五十块钱", 25_000),
    ])
    func `an amount is read to the fen`(text: String, fen: Int) {
        #expect(values(text).contains(.amount(Money(fen: fen))), "\(values(text))")
    }

    @Test(arguments: ["一块发给您", "两块巧克力", "3件", "第298单", "298"])
    func `not every number is money`(text: String) {
        #expect(!values(text).contains { $0.sort == .amount }, "\(values(text))")
    }

    @Test(arguments: [
        ("明天", "2026-03-19 00:00", "2026-03-20 00:00"),
        ("后天上午", "2026-03-20 08:00", "2026-03-20 12:00"),
        ("周五", "2026-03-20 00:00", "2026-03-21 00:00"),
        ("下周三", "2026-03-25 00:00", "2026-03-26 00:00"),
        ("下午五点", "2026-03-18 17:00", "2026-03-18 17:00"),
        ("明晚八点半", "2026-03-19 20:30", "2026-03-19 20:30"),
        ("18点前", "2026-03-18 14:00", "2026-03-18 18:00"),
        ("3月20号", "2026-03-20 00:00", "2026-03-21 00:00"),
        ("20号", "2026-03-20 00:00", "2026-03-21 00:00"),
        ("20号之前", "2026-03-18 14:00", "2026-03-21 00:00"),
        ("2026-03-22 10:30", "2026-03-22 10:30", "2026-03-22 10:30"),
        ("今天内", "2026-03-18 00:00", "2026-03-19 00:00"),
        ("by 5 pm", "2026-03-18 14:00", "2026-03-18 17:00"),
        ("tomorrow noon", "2026-03-19 12:00", "2026-03-19 12:00"),
        ("by Friday", "2026-03-18 14:00", "2026-03-21 00:00"),
        ("on the 20th", "2026-03-20 00:00", "2026-03-21 00:00"),
        ("next Tuesday at 3pm", "2026-03-24 15:00", "2026-03-24 15:00"),
        ("March 21st", "2026-03-21 00:00", "2026-03-22 00:00"),
        ("5:30 pm tomorrow", "2026-03-19 17:30", "2026-03-19 17:30"),
    ])
    func `a time is resolved on the shop's calendar`(text: String, from: String, to: String) throws
    {
        let window = try #require(
            values(text).compactMap { value -> TimeWindow? in
                guard case .time(let window) = value else { return nil }
                return window
            }.first, "\(values(text))")
        func show(_ instant: Instant) -> String {
            CivilTime(instant).date + " " + CivilTime(instant).clock
        }
        #expect(show(window.start) == from)
        #expect(show(window.end) == to)
    }

    @Test(arguments: ["有两点要说明", "便宜一点", "2号线", "3.5点", "一号店"])
    func `what only looks like a time is none`(text: String) {
        #expect(!values(text).contains { $0.sort == .time }, "\(values(text))")
    }

    @Test(arguments: [
        ("2小时内", 7200...7200), ("48h", 172_800...172_800), ("10分钟", 600...600),
        ("3-5天", 259_200...432_000), ("三五天", 259_200...432_000), ("半小时", 1800...1800),
        ("一个半小时", 5400...5400), ("within 24 hours", 86_400...86_400),
        ("2 to 3 days", 172_800...259_200), ("half an hour", 1800...1800),
        ("两周", 1_209_600...1_209_600),
        // Wednesday afternoon and three working days: Thursday, Friday, Monday.
        ("3个工作日", 432_000...432_000),
    ])
    func `a length of time is read in either language`(text: String, seconds: ClosedRange<Int>) {
        #expect(span(values(text).first) == seconds, "\(values(text))")
    }

    @Test(arguments: [
        ("建议拍L码", "L"), ("M还是L", "M"), ("中码", "M"), ("大号的XL", "XL"), ("2XL有货", "XXL"),
        ("38码", "38"), ("size L", "L"), ("an M would be snug", "M"), ("穿l码", "L"),
    ])
    func `a size is read in its usual letters`(text: String, size: String) {
        #expect(values(text).contains(.size(size)), "\(values(text))")
    }

    @Test(arguments: ["that's fine", "I'm here", "5m长", "https"])
    func `not every letter is a size`(text: String) {
        #expect(!values(text).contains { $0.sort == .size }, "\(values(text))")
    }

    @Test(arguments: [
        ("单号SF1234567890123", Value.trackingNumber("SF1234567890123")),
        ("运单号是78912345678901", .trackingNumber("78912345678901")),
        ("订单号XE202603180012", .orderNumber("XE202603180012")),
        ("订单2026031800123456789", .orderNumber("2026031800123456789")),
        ("尾号138****5678", .phone("138****5678", isMasked: true)),
        ("138 1234 5678", .phone("13812345678", isMasked: false)),
        ("9折", .discount(percentOfPrice: 90)), ("八五折", .discount(percentOfPrice: 85)),
        ("98%好评", .percent(98)), ("165cm", .quantity(165, unit: "cm")),
        ("两件", .quantity(2, unit: "件")), ("到杭州了", .place("杭州")), ("顺丰", .carrier("顺丰")),
        ("SF Express", .carrier("顺丰")),
    ])
    func `numbers, shares, places and carriers are told apart`(text: String, value: Value) {
        #expect(values(text).contains(value), "\(values(text))")
    }

    @Test func `the words behind a value are the very bytes it came from`() throws {
        let text = "😀您好，退您２９８元哦"
        let amount = try #require(shop.read(text).values.first { $0.subject.sort == .amount })
        #expect(amount.range.words(in: text) == "２９８元")
    }

    @Test(arguments: ["好。4月20日", "好的。4月20日发货", "Fine.\n4月20日"])
    func `a date begins anew behind a full stop`(text: String) {
        #expect(values(text).map(\.sort) == [.time], "\(values(text))")
    }

    @Test func `the places of a decimal are no number of their own`() {
        for text in ["宝宝体重7.2kg", "The baby weighs 7.2kg now"] {
            let values = shop.read(text).values.map(\.subject)
            #expect(!values.contains(.quantity(2, unit: "kg")), "\(values)")
        }
    }
}
