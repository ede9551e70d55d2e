import Engine
import Foundation
import Testing

@Suite struct `Time, money and chance` {
    @Test func `a date survives the way to an instant and back`() {
        for (y, m, d, weekday) in [
            (1970, 1, 1, 4), (2000, 2, 29, 2), (2026, 3, 18, 3), (2100, 12, 31, 5),
        ] {
            let date = CivilTime(year: y, month: m, day: d, hour: 23, minute: 59, second: 58)
            #expect(CivilTime(date.instant()) == date)
            #expect(date.weekday == weekday)
        }
        #expect(CivilTime(Instant(milliseconds: -1), offset: 0).date == "1969-12-31")
    }

    @Test(arguments: [("298", 29_800), ("298.0", 29_800), ("0.05", 5), ("12.34", 1234)])
    func `reads an amount of at most two decimals`(text: String, fen: Int) {
        #expect(Money(text: text) == Money(fen: fen))
    }

    @Test(arguments: ["", "-1", "1.234", "1.", ".5", "1,00", "１", "99999999999999"])
    func `refuses what is no amount`(text: String) {
        #expect(Money(text: text) == nil)
    }

    @Test func `shows an amount with two decimals`() {
        #expect(Money(fen: -5).plain == "-0.05")
        #expect(Money(fen: 123_456).plain == "1234.56")
    }

    @Test(arguments: [
        "2026031800018842", "1", "0", "", "007", "999999999999999999", "1000000000000000000",
        "99999999999999999999999", "E-17", "１２", "+5", "12 ",
    ])
    func `an order's number is given back as it was written`(_ text: String) throws {
        let id = OrderID(text)
        #expect(id.rawValue == text)
        #expect(id == OrderID(text))
        #expect(Set([id, OrderID(text), OrderID(text + "1")]).count == 2)
        #expect(try JSONDecoder().decode(OrderID.self, from: JSONEncoder().encode(id)) == id)
    }

    @Test func `order numbers of one length stand in the order of their figures`() {
        let ids: [OrderID] = ["2026031800018842", "2026031800000001", "2026020661427961"]
        #expect(ids.sorted() == [ids[2], ids[1], ids[0]])
    }

    @Test func `throws the same dice from the same seed, and others for another purpose`() {
        var a = Dice(seed: 1, purpose: "buyer c1")
        var b = Dice(seed: 1, purpose: "buyer c1")
        var c = Dice(seed: 1, purpose: "buyer c2")
        let first = (0..<20).map { _ in a.roll(1...1000) }
        #expect(first == (0..<20).map { _ in b.roll(1...1000) })
        #expect(first != (0..<20).map { _ in c.roll(1...1000) })
        #expect(Set(first).count > 10)
    }
}
