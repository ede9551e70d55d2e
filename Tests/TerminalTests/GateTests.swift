import Terminal
import Testing

@Suite struct `The gate for text from outside` {
    private let gate = TextGate()

    /// Every code point a reader cannot see and a liar can use.
    private static let hidden: [ClosedRange<UInt32>] = [
        0x00...0x08, 0x0E...0x1F, 0x7F...0x84, 0x86...0x9F, 0xAD...0xAD, 0x34F...0x34F,
        0x61C...0x61C, 0x115F...0x1160, 0x17B4...0x17B5, 0x180B...0x180F, 0x200B...0x200F,
        0x202A...0x202E, 0x2060...0x206F, 0x3164...0x3164, 0xFE00...0xFE0F, 0xFEFF...0xFEFF,
        0xFFA0...0xFFA0, 0xFFF9...0xFFFB, 0x1BCA0...0x1BCA3, 0x1D173...0x1D17A,
        0xE0000...0xE0FFF,
    ]

    @Test(arguments: hidden.indices)
    func `lets nothing hidden pass`(row: Int) throws {
        for value in Self.hidden[row] {
            let scalar = try #require(Unicode.Scalar(value))
            let raw = "发" + String(scalar) + "货"
            #expect(gate.cleaned(raw) == "发货", "U+\(String(value, radix: 16))")
            #expect(gate.width(of: raw) == 4)
        }
    }

    @Test func `shows what is not assigned as a mark`() {
        #expect(gate.cleaned("a\u{378}b\u{FFFF}\u{10FFFE}") == "a\u{FFFD}b\u{FFFD}\u{FFFD}")
        #expect(
            gate.cleaned(String(decoding: [0x61, 0xED, 0xA0, 0x80, 0x62], as: UTF8.self))
                .hasPrefix("a\u{FFFD}"))
    }

    @Test func `takes the teeth out of escape sequences`() {
        #expect(gate.cleaned("\u{1B}[2J\u{9B}31m\u{1B}]52;c;x\u{07}") == "[2J31m]52;c;x")
    }

    @Test func `keeps line ends only where they are asked for`() {
        #expect(gate.cleaned("a\r\nb\rc\u{2028}d\te") == "a b c d e")
        #expect(gate.cleaned("a\r\nb\rc\u{2028}d\te", keepingNewlines: true) == "a\nb\nc\nd e")
    }

    @Test(arguments: [
        "👨‍👩‍👧", "❤️", "🇨🇳", "1️⃣", "👍🏽", "🏳️‍🌈", "é", "👩🏽‍❤️‍💋‍👨🏽", "한국어", "ไทย", "नमस्ते", "العربية",
    ])
    func `leaves what people really write alone`(text: String) {
        #expect(gate.cleaned(text) == text)
        #expect(gate.cleaned(gate.cleaned(text)) == gate.cleaned(text))
    }

    @Test func `drops a joiner that joins nothing`() {
        #expect(gate.cleaned("a\u{200D}b") == "ab")
        #expect(gate.cleaned("👨\u{200D}b") == "👨b")
        #expect(gate.cleaned("1\u{FE0F}2") == "12")
        #expect(gate.cleaned("\u{200D}\u{FE0F}") == "")
    }

    @Test(arguments: [
        ("a", 1), ("店", 2), ("，", 2), ("…", 1), ("“", 1), ("─", 1), ("●", 1), ("😀", 2), ("👨‍👩‍👧", 2),
        ("❤️", 2), ("❤", 1), ("🇨🇳", 2), ("1️⃣", 2), ("e\u{301}", 1), ("\u{301}", 1), ("ｱ", 1),
        ("Ａ", 2), ("한", 2), ("🫨", 2), ("🪿", 2), ("\u{200B}", 0), ("½", 1), ("⚑", 1), ("⏸", 1),
    ])
    func `knows how wide a character is`(text: String, width: Int) {
        #expect(gate.width(of: text) == width)
    }

    @Test func `counts ambiguous characters double where the terminal does`() {
        let wide = TextGate(ambiguousIsWide: true)
        #expect(wide.width(of: "─●…") == 6)
        #expect(wide.width(of: "a店") == 3)
        #expect(wide.ellipsis == "..")
        #expect(wide.cut("发货时间", toWidth: 7) == "发货..")
    }

    @Test func `writes an emoji as the terminal can show it`() {
        var canvas = Canvas(
            size: Size(columns: 30, rows: 1), gate: TextGate(emoji: .firstGlyph))
        canvas.put("👨‍👩‍👧❤️🇨🇳1️⃣👍🏽!", at: Point(x: 0, y: 0))
        #expect(canvas.picture == "👨❤CN1👍!")
        canvas = Canvas(size: Size(columns: 30, rows: 1), gate: TextGate(emoji: .name))
        canvas.put("好😀🇨🇳!", at: Point(x: 0, y: 0))
        #expect(canvas.picture == "好[grinning face]CN!")
        canvas = Canvas(
            size: Size(columns: 30, rows: 1),
            gate: TextGate(emoji: [.pictures, .joined, .flags]))
        canvas.put("😀❤️👍🏽👨‍👩‍👧🇨🇳🫨!", at: Point(x: 0, y: 0))
        #expect(canvas.picture == "😀❤👍👨‍👩‍👧🇨🇳[shaking face]!")
    }

    @Test func `cuts between characters`() {
        #expect(gate.cut("发货时间说明", toWidth: 7) == "发货时…")
        #expect(gate.cut("发货时间", toWidth: 8) == "发货时间")
        #expect(gate.cut("发货时间说明", toWidth: 7, ellipsis: false) == "发货时")
        #expect(gate.cut("abc", toWidth: 0) == "")
        #expect(gate.cut("abc", toWidth: 1) == "…")
    }

    @Test func `a megabyte of anything is dealt with at once`() {
        let lines = [
            String(repeating: "\u{202E}", count: 300_000) + "x",
            "e" + String(repeating: "\u{301}", count: 500_000),
            String(repeating: "店", count: 340_000),
            String(repeating: "👨‍", count: 140_000),
            String(repeating: "🇨", count: 250_000),
        ]
        for line in lines {
            var canvas = Canvas(size: Size(columns: 80, rows: 24))
            // Two hundred draws of it: hopeless if a draw looked at all of it.
            for _ in 0..<200 { canvas.put(line, at: Point(x: 0, y: 0)) }
            #expect(gate.cut(line, toWidth: 20).unicodeScalars.count <= 20 * 16)
            #expect(gate.cleaned(line).unicodeScalars.count <= 340_000)
        }
    }
}

@Suite struct `Wrapping` {
    private let gate = TextGate()

    @Test func `keeps Latin words and breaks Chinese anywhere`() {
        #expect(gate.wrap("please wait a moment", width: 8) == ["please", "wait a", "moment"])
        #expect(gate.wrap("电饭煲什么时候发货", width: 8) == ["电饭煲什", "么时候发", "货"])
        #expect(gate.wrap("订单A12345已发货", width: 8) == ["订单", "A12345已", "发货"])
    }

    @Test func `never begins a line with closing punctuation nor ends one with opening`() {
        #expect(gate.wrap("亲，今天发货。", width: 8) == ["亲，今天", "发货。"])
        #expect(gate.wrap("今天发货了。", width: 10) == ["今天发货", "了。"])
        #expect(gate.wrap("请看这个（说明）", width: 10) == ["请看这个", "（说明）"])
        #expect(gate.wrap("实付￥298.00元", width: 8) == ["实付", "￥298.00", "元"])
    }

    @Test func `keeps the person's own line ends and empty lines`() {
        #expect(gate.wrap("a\n\nb\n", width: 10) == ["a", "", "b", ""])
        #expect(gate.wrap("", width: 10) == [""])
    }

    @Test func `breaks a word that is longer than a line`() {
        #expect(gate.wrap("SF1234567890", width: 5) == ["SF123", "45678", "90"])
        #expect(gate.wrap("店铺", width: 1) == ["店", "铺"])
    }

    @Test func `swallows the blank at a break and tells where each line came from`() {
        let lines = gate.lines(of: "please wait\n好", width: 6)
        #expect(lines.map(\.text) == ["please", "wait", "好"])
        #expect(lines.map(\.start) == [0, 7, 12])
        #expect(lines.map(\.end) == [6, 11, 13])
        #expect(lines.map(\.width) == [6, 4, 2])
    }

    @Test(arguments: 0..<60 as Range<UInt64>)
    func `loses nothing but blanks and fits every line`(seed: UInt64) {
        var dice = SeededDice(seed: seed)
        let pool = Array("ab 店，。（「A1-😀…é \n")
        let text = String((0..<80).map { _ in pool.randomElement(using: &dice) ?? "a" })
        let width = Int.random(in: 2...20, using: &dice)
        let lines = gate.lines(of: text, width: width)
        #expect(lines.allSatisfy { $0.width <= width && gate.width(of: $0.text) == $0.width })
        let solid = { (text: String) in text.filter { $0 != " " && $0 != "\n" } }
        #expect(solid(lines.map(\.text).joined()) == solid(text))
        let characters = Array(text)
        for line in lines {
            #expect(String(characters[line.start..<line.end]) == line.text)
        }
    }
}
