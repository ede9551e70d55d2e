import Engine
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
