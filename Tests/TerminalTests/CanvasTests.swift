import Terminal
import Testing

@Suite struct `A canvas` {
    private func canvas(_ columns: Int, _ rows: Int = 1) -> Canvas {
        Canvas(size: Size(columns: columns, rows: rows))
    }

    @Test func `a wide glyph takes two columns`() {
        var canvas = canvas(10)
        #expect(canvas.put("李倩 5L", at: Point(x: 1, y: 0)) == 7)
        #expect(canvas.picture == " 李倩 5L")
        #expect(canvas.character(at: Point(x: 2, y: 0)) == "李")
    }

    @Test(arguments: [(0, "x 倩"), (1, " x倩"), (2, "李x"), (3, "李 x")])
    func `writing over half of a wide glyph blanks the other half`(x: Int, row: String) {
        var canvas = canvas(6)
        canvas.put("李倩", at: Point(x: 0, y: 0))
        canvas.put("x", at: Point(x: x, y: 0))
        #expect(canvas.picture == row)
    }

    @Test func `a wide glyph that fits by half only is left out`() {
        var canvas = canvas(3)
        #expect(canvas.put("李倩", at: Point(x: 0, y: 0)) == 2)
        #expect(canvas.picture == "李")
    }

    @Test func `text too long ends in an ellipsis that never splits a glyph`() {
        var canvas = canvas(12)
        canvas.put("发货时间说明", at: Point(x: 0, y: 0), limit: 7, overflow: .ellipsis)
        #expect(canvas.picture == "发货时…")
        canvas.fill(canvas.bounds, style: .plain)
        canvas.put("发货时间说明", at: Point(x: 0, y: 0), limit: 6, overflow: .ellipsis)
        #expect(canvas.picture == "发货…")
        canvas.put("abc", at: Point(x: 0, y: 0), limit: 3, overflow: .ellipsis)
        #expect(canvas.picture.hasPrefix("abc"))
    }

    @Test func `nothing is drawn outside the clip`() {
        var canvas = canvas(8, 3)
        canvas.withClip(Rect(x: 2, y: 1, width: 3, height: 1)) { inner in
            inner.put("abcdefgh", at: Point(x: 0, y: 1))
            inner.put("zzz", at: Point(x: 2, y: 0))
            inner.fill(Rect(x: 0, y: 0, width: 8, height: 3), with: "-", style: .plain)
            inner.put("李李", at: Point(x: 1, y: 1))
        }
        #expect(canvas.picture == "\n  -李\n")
    }

    @Test func `hostile text becomes harmless cells`() {
        var canvas = canvas(20)
        canvas.put("\u{202E}a\u{1B}[2J\u{200B}b\nc", at: Point(x: 0, y: 0))
        #expect(canvas.picture == "a[2Jb c")
    }
}
