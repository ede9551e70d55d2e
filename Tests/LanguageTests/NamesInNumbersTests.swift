import Engine
import Language
import Testing

/// Figures that belong to a name: a festival's, a house's. They count nothing and date nothing.
struct NamesInNumbersTests {
    let shop: Fixture

    init() throws { shop = try Fixture() }

    func values(_ text: String) -> [Finding<Value>] { shop.read(text).values }

    @Test(arguments: [
        "双11期间单子多", "祝您双11收货愉快", "双 12 还有活动", "双十一件件有礼", "大促（双十二）那几天",
        "With the 11.11 rush it may be slower", "12.12 is coming", "the Double 11 sale",
        "Double Eleven is busy", "618大促期间", "今年618单子多", "6.18活动", "during 618", "the 618 sale",
        "520当天送到", "520快乐", "38节的券", "after 11.11",
    ])
    func `the name of a festival holds no figure`(text: String) {
        let found = values(text).filter { $0.subject.sort != .duration }
        #expect(found.isEmpty, "\(found.map(\.subject))")
    }

    @Test(arguments: [
        ("一共11.11元", Value.amount(Money(fen: 1111))), ("¥12.12", .amount(Money(fen: 1212))),
        ("到手618", .amount(.yuan(618))), ("618元", .amount(.yuan(618))),
        ("520毫升", .quantity(520, unit: "毫升")),
        ("1双11码", .quantity(1, unit: "双")), ("卡号尾号618", .number(618)),
        ("it is 520 yuan", .amount(.yuan(520))),
    ])
    func `a figure that only looks like a festival's is one`(text: String, value: Value) {
        #expect(values(text).map(\.subject).contains(value), "\(values(text).map(\.subject))")
    }

    @Test(arguments: [
        ("南昌路7号5栋203，电话尾号3102", ["7", "5", "203"]), ("东吴北路66号2栋15**", ["66", "2", "15"]),
        ("文三路1号", ["1"]), ("中山街道12号3单元501室", ["12", "3", "501"]), ("幸福里8弄3号楼5楼", ["8", "3", "5"]),
        ("建设路二段12号", ["12"]), ("7 Nanchang Road, Building 5, Room 203", ["7", "5", "203"]),
        ("at 12 West Lake Avenue, Unit 3", ["12", "3"]),
    ])
    func `a house has a number that is no day and no count`(text: String, houses: [String]) {
        let found = values(text).filter { $0.isHouse }
        #expect(found.map { $0.range.words(in: text) } == houses, "\(values(text))")
        #expect(!values(text).contains { $0.subject.sort == .time }, "\(values(text))")
    }

    @Test(arguments: [
        ("20号之前", Value.Sort.time), ("走陆路3天到", .duration), ("南昌路2件", .quantity),
        ("3号发货", .time), ("5层包装", .quantity), ("2 parcels to Nanchang Road", .quantity),
        ("知道7号发货", .time),
    ])
    func `what is no house keeps its meaning`(text: String, sort: Value.Sort) {
        let found = values(text)
        #expect(found.contains { $0.subject.sort == sort && !$0.isHouse }, "\(found)")
        #expect(found.allSatisfy { !$0.isHouse }, "\(found)")
    }

    /// Wednesday, 2026-03-18, 14:00.
    @Test(arguments: [
        ("last night at 22:40", "2026-03-17 22:40"), ("at 22:40 last night", "2026-03-17 22:40"),
        ("昨晚22:40", "2026-03-17 22:40"), ("昨天夜里22:40", "2026-03-17 22:40"),
        ("yesterday evening at 10:40", "2026-03-17 22:40"), ("昨晚10点40", "2026-03-17 22:40"),
        ("this morning at 6:05", "2026-03-18 06:05"), ("今天凌晨1点", "2026-03-18 01:00"),
        ("昨晚12点", "2026-03-18 00:00"), ("昨晚1点", "2026-03-18 01:00"),
        ("10:40 pm yesterday", "2026-03-17 22:40"), ("今晚8点", "2026-03-18 20:00"),
        ("this evening at 7:30", "2026-03-18 19:30"), ("tonight at 8:15", "2026-03-18 20:15"),
    ])
    func `a night is resolved on the shop's calendar`(text: String, moment: String) throws {
        let window = try #require(
            values(text).compactMap { finding -> TimeWindow? in
                guard case .time(let window) = finding.subject else { return nil }
                return window
            }.first, "\(values(text))")
        #expect(CivilTime(window.start).date + " " + CivilTime(window.start).clock == moment)
        #expect(window.grain == .minute)
    }
}
