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

    @Test func `a style can change under the text`() {
        var canvas = canvas(8)
        canvas.put("李倩 ok", at: Point(x: 0, y: 0))
        canvas.restyle(Rect(x: 0, y: 0, width: 4, height: 1)) { $0.background = .indexed(24) }
        #expect(canvas.styledPicture == "{bg:24|李倩} ok")
        canvas.restyle(canvas.bounds, style: .plain)
        #expect(canvas.styledPicture == "李倩 ok")
    }

    @Test func `a clip ends with its closure, also when that fails`() {
        struct Stop: Error {}
        var canvas = canvas(8, 2)
        #expect(throws: Stop.self) {
            try canvas.withClip(Rect(x: 0, y: 0, width: 2, height: 1)) { _ in throw Stop() }
        }
        #expect(canvas.clip == canvas.bounds)
        canvas.withClip(Rect(x: 0, y: 0, width: 4, height: 1)) { outer in
            outer.withClip(Rect(x: 2, y: 0, width: 9, height: 9)) { inner in
                #expect(inner.clip == Rect(x: 2, y: 0, width: 2, height: 1))
            }
        }
    }

    @Test func `text may begin left of the picture`() {
        var canvas = canvas(6)
        #expect(canvas.put("李倩ok", at: Point(x: -3, y: 0)) == 6)
        // Of the second glyph only the right half would show: it is left out.
        #expect(canvas.picture == " ok")
    }

    @Test func `a block of one picture can be put into another`() {
        var source = canvas(8, 2)
        source.put("李倩 👨‍👩‍👧", at: Point(x: 0, y: 1), style: Style(attributes: .bold))
        var target = canvas(10, 1)
        target.paste(source, from: Rect(x: 2, y: 1, width: 5, height: 1), at: Point(x: 1, y: 0))
        #expect(target.picture == " 倩 👨‍👩‍👧")
        #expect(target.style(at: Point(x: 1, y: 0)) == Style(attributes: .bold))
    }

    @Test func `a picture of no size is one cell`() {
        var canvas = canvas(0, -3)
        #expect(canvas.size == Size(columns: 1, rows: 1))
        #expect(canvas.put("李", at: Point(x: 0, y: 0)) == 0)
        #expect(canvas.put("x", at: Point(x: 0, y: 5)) == 0)
        #expect(canvas.character(at: Point(x: 4, y: 4)) == nil)
    }

    @Test(arguments: 0..<100 as Range<UInt64>)
    func `no half of a glyph is ever left alone`(seed: UInt64) {
        var dice = SeededDice(seed: seed)
        var canvas = canvas(12, 2)
        for _ in 0..<30 {
            let point = Point(
                x: Int.random(in: -2..<13, using: &dice), y: Int.random(in: 0..<2, using: &dice))
            let rect = Rect(x: point.x, y: point.y, width: 3, height: 1)
            switch Int.random(in: 0..<4, using: &dice) {
            case 0: canvas.put("李倩说好", at: point, limit: 5)
            case 1: canvas.put("ab", at: point)
            case 2: canvas.fill(rect, style: .plain)
            default: canvas.withClip(rect) { $0.fill($0.bounds, with: "店", style: .plain) }
            }
        }
        // A row's text is as wide as the row, so every wide glyph has both of its halves.
        for row in 0..<2 {
            let width = canvas.runs(row: row).reduce(0) { $0 + TextGate().width(of: $1.text) }
            #expect(width == 12)
        }
    }
}
