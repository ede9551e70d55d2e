import Engine
import Stores
import Support
import Testing

@Suite struct `A table from outside` {
    static func rows(_ text: String) throws -> [[String]] { try rows(Array(text.utf8)) }

    static func rows(_ bytes: [UInt8]) throws -> [[String]] {
        var reader = try CSVReader(bytes)
        var rows = [reader.header.names]
        while let row = try reader.next() { rows.append((0..<row.count).map { row.raw(at: $0) }) }
        return rows
    }

    /// Lines and shapes of the rows behind the header.
    private func shapes(_ text: String) throws -> [(line: Int, shape: CSVRow.Shape)] {
        var reader = try CSVReader(Array(text.utf8))
        var found: [(line: Int, shape: CSVRow.Shape)] = []
        while let row = try reader.next() { found.append((row.line, row.shape)) }
        return found
    }

    @Test func `quotes keep commas, line breaks and doubled quotes`() throws {
        let text = "名,说明\n裙子,\"第一行\n第二,行，他说\"\"好\"\"\"\n"
        #expect(try Self.rows(text) == [["名", "说明"], ["裙子", "第一行\n第二,行，他说\"好\""]])
    }

    @Test(arguments: ["\n", "\r\n", "\r"])
    func `line ends of every kind end a row, the last may lack`(end: String) throws {
        let expected = [["a", "b"], ["1", "2"], ["3", ""]]
        #expect(try Self.rows("a,b\(end)1,2\(end)3,\(end)") == expected)
        #expect(try Self.rows("a,b\(end)1,2\(end)3,") == expected)
    }

    @Test(arguments: [",", "\t", ";"])
    func `the header tells what stands between the cells`(mark: String) throws {
        let bytes = Array("a\(mark)\"b,,;;\t\t!\"\(mark)c\nx\(mark)1\(mark)2\n".utf8)
        #expect(try CSVReader(bytes).separator == Character(mark))
        #expect(try Self.rows(bytes) == [["a", "b,,;;\t\t!", "c"], ["x", "1", "2"]])
    }

    @Test(arguments: ["\n", "\r\n", "\r"])
    func `a row's line is counted as an editor counts it`(end: String) throws {
        let text = ["a,b", "", "1,\"x", "y\"", "2,z"].joined(separator: end)
        #expect(try shapes(text).map(\.line) == [3, 5])
    }

    @Test func `a row of the wrong shape says so`() throws {
        let found = try shapes("a,b\n1\n1,2,3\n1,2,,\n\"x\"y,2\n1,5\" wide\n")
        #expect(
            found.map(\.shape) == [
                .tooFew(cells: 1, columns: 2), .tooMany(cells: 3, columns: 2), .fits,
                .strayQuote(column: 0), .fits,
            ])
    }

    @Test func `a file cut inside a quoted cell names the line where the quote opened`() throws {
        var reader = try CSVReader(Array("a,b\n1,2\n2,\"no end\n3,4\n".utf8))
        #expect(try reader.next()?.raw(at: 1) == "2")
        #expect(throws: CSVFault.openQuote(line: 3)) { try reader.next() }
        #expect(try reader.next() == nil)
    }

    @Test func `an empty file has no header`() {
        for text in ["", "\n\r\n", "\u{feff}"] {
            #expect(throws: CSVFault.noHeader) { try CSVReader(Array(text.utf8)) }
        }
    }

    @Test func `a column is found under any of its names`() throws {
        let header = CSVHeader(names: ["订单号 ", "ＳＫＵ Code", "Body (HTML)", "x", "X"])
        #expect(try header.place(of: CSVColumn("订单编号", "订单号")) == 0)
        #expect(try header.place(of: CSVColumn("sku code")) == 1)
        #expect(try header.place(of: CSVColumn("Body（HTML）")) == 2)
        #expect(try header.placeIfPresent(of: CSVColumn("Vendor")) == nil)
        #expect(throws: CSVFault.missingColumn("订单编好", nearest: "订单号")) {
            try header.place(of: CSVColumn("订单编好"))
        }
        #expect(throws: CSVFault.doubledColumn("x")) { try header.place(of: CSVColumn("x")) }
    }

    @Test func `that cannot be read is refused with its place, in both languages`() {
        let faults: [(CSVFault, String)] = [
            (.workbook, "Excel"), (.undecodable(offset: 77, line: 3), "77"), (.noHeader, ""),
            (.openQuote(line: 12), "12"), (.missingColumn("订单状态", nearest: "状态列"), "状态列"),
            (.missingColumn("订单状态", nearest: nil), "订单状态"), (.doubledColumn("SKU"), "SKU"),
            (.rowsAreItems(column: "子订单编号"), "子订单编号"),
        ]
        for (fault, fact) in faults {
            let chinese = fault.sentence(in: .chinese)
            let english = fault.sentence(in: .english)
            #expect(chinese.hasSuffix("。") && english.hasSuffix("."))
            #expect(!english.contains("\n") && !chinese.contains("\n"))
            #expect(fact.isEmpty || chinese.contains(fact) && english.contains(fact))
        }
    }

    @Test func `any table reads back as it was written`() throws {
        let pieces = [
            "\"", "\"\"", ",", ";", "\t", "\n", "\r\n", "\r", " ", "", "a", "7", "订单", "，", "“引号”",
            "🧧", "👨‍👩‍👧", "é", "𠮷", "'", "=", "\u{3000}",
        ]
        for seed in 1...UInt64(Soak.rounds(300, soaking: 20_000)) {
            var dice = Dice(seed: seed, purpose: "table")
            let columns = dice.roll(1...6)
            let mark = dice.pick([",", "\t", ";"]) ?? ","
            let end = dice.pick(["\n", "\r\n", "\r"]) ?? "\n"
            // The header is plain: what it says is trimmed, and it tells the separator.
            var table = [(0..<columns).map { "列\($0)" }]
            for _ in 0..<dice.roll(0...8) {
                table.append(
                    (0..<columns).map { _ in
                        (0..<dice.roll(0...5)).map { _ in dice.pick(pieces) ?? "" }.joined()
                    })
            }
            let isOneColumn = columns == 1
            let text = Self.written(table, mark: isOneColumn ? "," : mark, end: end)
            #expect(try Self.rows(text) == table, "seed \(seed)")
        }
    }

    /// The smallest writer: a cell is quoted when it must be. An empty cell alone on its line is
    /// quoted too, or the line would be empty and no row.
    static func written(_ table: [[String]], mark: String, end: String) -> String {
        table.map { row in
            row.map { cell in
                let special = cell.unicodeScalars.contains {
                    "\"\n\r".unicodeScalars.contains($0) || mark.unicodeScalars.contains($0)
                }
                guard special || row == [""] else { return cell }
                return "\"" + cell.replacing("\"", with: "\"\"") + "\""
            }.joined(separator: mark) + end
        }.joined()
    }
}
