import Testing

@testable import Terminal

@Suite struct `A frame` {
    private let size = Size(columns: 24, rows: 6)

    private static let styles = [
        Style.plain, Style(foreground: .indexed(208)), Style(attributes: [.bold, .underline]),
        Style(foreground: .indexed(15), background: .indexed(24)),
        Style(foreground: .indexed(2), attributes: .dim), Style(attributes: [.reverse, .italic]),
    ]

    private func scribble(on canvas: inout Canvas, using dice: inout SeededDice) {
        let words = ["李倩", "hello", " ", "……", "👨‍👩‍👧", "é", "❤️x", "──", "5L电饭煲", "🇨🇳", "   "]
        for _ in 0..<Int.random(in: 0...4, using: &dice) {
            let x = Int.random(in: -2..<size.columns, using: &dice)
            let y = Int.random(in: 0..<size.rows, using: &dice)
            let style = Self.styles.randomElement(using: &dice) ?? .plain
            switch Int.random(in: 0..<6, using: &dice) {
            case 0: canvas.fill(Rect(x: x, y: y, width: 9, height: 2), style: style)
            case 1: canvas.restyle(Rect(x: x, y: y, width: 5, height: 1), style: style)
            case 2: canvas.fill(Rect(x: x, y: y, width: 40, height: 1), style: .plain)
            default:
                canvas.put(
                    words.randomElement(using: &dice) ?? "", at: Point(x: x, y: y), style: style)
            }
        }
        canvas.caret = Point(
            x: Int.random(in: 0..<size.columns, using: &dice),
            y: Int.random(in: 0..<size.rows, using: &dice))
    }

    @Test(arguments: 0..<150 as Range<UInt64>)
    func `turns what is shown into what was drawn, with the cursor on the caret`(
        seed: UInt64
    ) throws {
        var dice = SeededDice(seed: seed)
        var writer = FrameWriter(depth: .full)
        var paper = Paper(size: size)
        var canvas = Canvas(size: size)
        for _ in 0..<12 {
            scribble(on: &canvas, using: &dice)
            paper.print(writer.frame(for: canvas))
            #expect(paper.canvas.styledPicture == Self.withoutCaret(canvas).styledPicture)
            #expect(paper.cursor == canvas.caret)
            guard Bool.random(using: &dice) else { continue }
            canvas = Canvas(size: size)
        }
    }

    private static func withoutCaret(_ canvas: Canvas) -> Canvas {
        var canvas = canvas
        canvas.caret = nil
        return canvas
    }

    @Test func `is empty when nothing changed`() {
        var writer = FrameWriter(depth: .full)
        var canvas = Canvas(size: size)
        canvas.put("👨‍👩‍👧 店", at: Point(x: 1, y: 1))
        #expect(!writer.frame(for: canvas).isEmpty)
        // The same picture, its clusters numbered in another order.
        var again = Canvas(size: size)
        again.put("❤️", at: Point(x: 1, y: 1))
        again.put("👨‍👩‍👧 店", at: Point(x: 1, y: 1))
        #expect(again == canvas)
        #expect(writer.frame(for: again).isEmpty)
    }

    @Test func `of one character typed at the caret is that character`() {
        var writer = FrameWriter(depth: .full)
        let style = Self.styles[3]
        var canvas = Canvas(size: size)
        canvas.fill(Rect(x: 0, y: 3, width: 24, height: 1), style: style)
        canvas.put("亲", at: Point(x: 0, y: 3), style: style)
        canvas.put("下一行", at: Point(x: 0, y: 4))
        canvas.caret = Point(x: 2, y: 3)
        _ = writer.frame(for: canvas)
        canvas.put("您", at: Point(x: 2, y: 3), style: style)
        canvas.caret = Point(x: 4, y: 3)
        #expect(writer.frame(for: canvas) == Array("您".utf8))
    }

    @Test func `places what follows a doubtful glyph absolutely`() {
        var writer = FrameWriter(depth: .full)
        var canvas = Canvas(size: size)
        canvas.put("👨‍👩‍👧x", at: Point(x: 0, y: 0))
        let text = String(decoding: writer.frame(for: canvas), as: UTF8.self)
        #expect(text.contains("👨‍👩‍👧\u{1B}[;3Hx"))
    }

    @Test func `has no colours where there are none, and sixteen where there are sixteen`() {
        var canvas = Canvas(size: size)
        canvas.put("x", at: Point(x: 0, y: 0), style: Style(foreground: .indexed(196)))
        var none = FrameWriter(depth: .none)
        #expect(!String(decoding: none.frame(for: canvas), as: UTF8.self).contains("38;5"))
        var sixteen = FrameWriter(depth: .sixteen)
        #expect(String(decoding: sixteen.frame(for: canvas), as: UTF8.self).contains("[91mx"))
    }

    @Test func `that measures leaves the picture as it was`() {
        var writer = FrameWriter(depth: .full)
        var paper = Paper(size: size)
        var canvas = Canvas(size: size)
        canvas.put("店小二 👨‍👩‍👧", at: Point(x: 0, y: 5), style: Self.styles[3])
        canvas.caret = Point(x: 7, y: 5)
        paper.print(writer.frame(for: canvas))
        let before = paper.canvas
        paper.print(writer.measurement(of: Probe.glyphs, question: ""))
        #expect(paper.canvas == before)
        #expect(paper.cursor == canvas.caret)
        #expect(writer.frame(for: canvas).isEmpty)
    }
}

@Suite struct `What a terminal answers` {
    private func profile(_ columns: [Int], mode: Int? = nil) -> TerminalProfile {
        var probe = Probe()
        probe.start()
        for column in columns { probe.hear(.cursor(Point(x: column, y: 9))) }
        if let mode { probe.hear(.mode(2026, state: mode)) }
        #expect(!probe.isAnswered)
        probe.hear(.attributes)
        #expect(probe.isAnswered)
        return probe.profile(over: TerminalProfile())
    }

    @Test func `decides how text is measured and written`() {
        #expect(profile([1, 1, 1, 2, 2, 2, 2, 2, 2]) == TerminalProfile())
        #expect(profile([2, 2, 2, 2, 2, 2, 2, 2, 2]).ambiguousIsWide)
        // tmux 3.3: no U+FE0F, tones apart, nothing new.
        #expect(
            profile([1, 1, 1, 2, 1, 4, 2, 2, 0]).emoji == [.pictures, .joined, .flags])
        #expect(profile([1, 1, 1, 0, 1, 0, 2, 0, 0]).emoji == .name)
        let all = [1, 1, 1, 2, 2, 2, 2, 2, 2]
        #expect(profile(all, mode: 2).synchronizedOutput)
        #expect(!profile(all, mode: 0).synchronizedOutput)
    }

    @Test func `that is incomplete changes nothing`() {
        #expect(profile([]) == TerminalProfile())
        #expect(profile([2, 2]) == TerminalProfile())
    }
}
