import Engine
import Stores
import Testing

@Suite struct `A cell` {
    private func row(_ cell: String) throws -> CSVRow {
        let quoted = "\"" + cell.replacing("\"", with: "\"\"") + "\""
        var reader = try CSVReader(Array("id,金额\n1,\(quoted)\n".utf8))
        return try #require(try reader.next())
    }

    @Test(arguments: [
        ("=\"0012345678901234567\"", "0012345678901234567"), ("'1234", "1234"), ("'-5", "-5"),
        ("'tis", "'tis"), (" \u{3000}小李\t", "小李"), ("a b", "a b"), ("=1+1", "=1+1"),
        ("=\"他说\"\"好\"\"\"", "他说\"好\""), ("\u{feff}x\u{200b}", "x"), ("", ""), ("=\"\"", ""),
        ("Ｖｉｐ１", "Ｖｉｐ１"),
    ])
    func `loses what a spreadsheet put around it, and nothing else`(
        written: String, meant: String
    ) throws {
        #expect(try row(written).text(at: 1) == meant)
    }

    @Test(arguments: [
        ("298", 29_800), ("298.5", 29_850), ("0.05", 5), ("￥1,298.00", 129_800),
        ("¥ 12.50", 1_250), ("１２．５０元", 1_250), ("=\"99.90\"", 9_990), ("12.5000", 1_250),
        ("1,234,567.89", 123_456_789), ("-0.00", 0), ("999999999999", 99_999_999_999_900),
    ])
    func `holds an amount exactly`(written: String, fen: Int) throws {
        #expect(try row(written).money(at: 1) == Money(fen: fen))
    }

    @Test(arguments: [
        ("9.999", CellFault.Fact.tooManyDecimals), ("-5.00", .negative), ("¥-5", .negative),
        ("1000000000000", .tooLong), ("1,23", .notAnAmount), ("1,2345", .notAnAmount),
        ("12.", .notAnAmount), (".5", .notAnAmount), ("1.2.3", .notAnAmount), ("$5", .notAnAmount),
        ("1e3", .notAnAmount), ("--5", .notAnAmount), ("-", .notAnAmount), ("十二元", .notAnAmount),
        ("٣", .notAnAmount),
    ])
    func `that is no amount is refused with line, column and value`(
        written: String, fact: CellFault.Fact
    ) throws {
        let fault = CellFault(line: 2, column: "金额", value: written, fact: fact)
        #expect(throws: fault) { try row(written).money(at: 1) }
    }

    @Test(arguments: [
        "2026-03-18 09:05:01", "2026/3/18 9:05:01", "２０２６-03-18　09：05：01",
        "2026-03-18T09:05:01+08:00", "2026-03-18T01:05:01Z", "2026-03-18 01:05:01 +0000",
        "2026年3月18日 9:05:01", "=\"2026-03-18 09:05:01\"", "2026-03-17T20:05:01-05:00",
    ])
    func `holds a moment, on the shop's clock unless it names a zone`(written: String) throws {
        #expect(try row(written).instant(at: 1)?.milliseconds == 1_773_795_901_000)
    }

    @Test func `holds a moment to the minute, the day or the millisecond`() throws {
        let midnight = CivilTime(year: 2026, month: 3, day: 18).instant()
        #expect(try row("2026/3/18").instant(at: 1) == midnight)
        #expect(try row("2026.03.18").instant(at: 1) == midnight)
        #expect(try row("2026/3/18 9:05").instant(at: 1) == midnight + .minutes(545))
        #expect(
            try row("2026-03-18T00:00:00.25").instant(at: 1)
                == midnight + Span(milliseconds: 250))
        #expect(try row("2026/3/18").instant(at: 1, offset: 0) == midnight + .hours(8))
    }

    @Test(arguments: [
        ("2026-02-30", CellFault.Fact.noSuchTime), ("2026-03-18 24:00", .noSuchTime),
        ("2026-13-01", .noSuchTime), ("2026-03-18 09:60", .noSuchTime), ("46099.378", .notATime),
        ("18/03/2026", .notATime), ("2026-03/18", .notATime), ("2026-03-18 9", .notATime),
        ("2026-03-18 09:05:01 CST", .notATime), ("明天", .notATime),
        ("2026-3-18T9:05+99:00", .notATime),
    ])
    func `that is no moment is refused`(written: String, fact: CellFault.Fact) throws {
        let fault = CellFault(line: 2, column: "金额", value: written, fact: fact)
        #expect(throws: fault) { try row(written).instant(at: 1) }
    }

    @Test func `holds counts and names made of digits`() throws {
        #expect(try row("12").count(at: 1) == 12)
        #expect(try row("1,200").count(at: 1) == 1200)
        #expect(try row("3.00").count(at: 1) == 3)
        #expect(try row("2467895123456789012").identifier(at: 1) == "2467895123456789012")
        #expect(try row("SF1E+5").identifier(at: 1) == "SF1E+5")
        for (written, fact) in [
            ("-1", CellFault.Fact.negative), ("1.5", .notACount), ("many", .notACount),
        ] {
            let fault = CellFault(line: 2, column: "金额", value: written, fact: fact)
            #expect(throws: fault) { try row(written).count(at: 1) }
        }
        let rounded = CellFault(
            line: 2, column: "金额", value: "2.46789E+18", fact: .roundedNumber)
        #expect(throws: rounded) { try row("2.46789E+18").identifier(at: 1) }
    }

    @Test func `that is empty or missing is nothing`() throws {
        #expect(try row(" ").money(at: 1) == nil)
        #expect(try row("5").money(at: nil) == nil)
        #expect(try row("5").raw(at: 9) == "")
    }
}
