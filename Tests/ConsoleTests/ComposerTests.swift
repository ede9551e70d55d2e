import Console
import Language
import Terminal
import Testing

private let gate = TextGate()

private func composer(_ text: String = "", columns: Int = 40, rows: Int = 4) -> Composer {
    var composer = Composer(draft: Draft(text: text, caret: text.count))
    composer.fit(Size(columns: columns, rows: rows), gate: gate)
    return composer
}

private func press(_ keys: String..., on composer: inout Composer) throws {
    for name in keys {
        let key = try #require(Key(name: name))
        _ = composer.handle(key)
    }
}

@Suite struct `Composer, typing and moving` {
    @Test func `types where the caret stands`() throws {
        var box = composer()
        box.insert("发货间")
        try press("Left", on: &box)
        box.insert("时")
        #expect(box.text == "发货时间")
        #expect(box.caret == 3)
    }

    @Test func `a backspace takes a whole family emoji`() throws {
        var box = composer("好👨‍👩‍👧")
        #expect(box.count == 2)
        try press("Backspace", on: &box)
        #expect(box.text == "好")
    }

    @Test func `an accent typed after its letter joins it and undoes as one`() throws {
        var box = composer("e")
        box.insert("\u{301}")
        #expect(box.text == "é")
        #expect(box.count == 1)
        #expect(box.caret == 1)
        try press("Ctrl-_", on: &box)
        #expect(box.text == "e")
    }

    @Test func `half a flag before a flag pairs all flags anew and undoes exactly`() throws {
        var box = composer("🇨🇳🇫🇷")
        box.move(to: 0)
        box.insert("🇺")
        #expect(box.text == "🇺🇨🇳🇫🇷")
        #expect(box.count == 3)
        try press("Ctrl-_", on: &box)
        #expect(box.text == "🇨🇳🇫🇷")
        #expect(box.caret == 0)
    }

    @Test func `a paste keeps its line ends and loses what could harm`() {
        var box = composer()
        box.paste("第一行\r\n\u{202E}第二行\u{1B}[2J")
        #expect(box.text == "第一行\n第二行[2J")
    }

    @Test func `Ctrl-A goes to the line's start and then to the text's`() throws {
        var box = composer("一二三\n四五六")
        try press("Ctrl-A", on: &box)
        #expect(box.caret == 4)
        try press("Ctrl-A", on: &box)
        #expect(box.caret == 0)
        try press("Ctrl-E", on: &box)
        #expect(box.caret == 3)
        try press("Ctrl-E", on: &box)
        #expect(box.caret == 7)
    }

    @Test func `up and down follow the lines on the screen and keep the column`() throws {
        // Five columns, one of them for the caret: two Chinese characters a line.
        var box = composer("一二三四\n五\n六七", columns: 5)
        try press("Up", on: &box)
        #expect(box.caret == 6)
        try press("Up", on: &box)
        #expect(box.caret == 4)
        #expect(box.lines(width: 5, gate: gate).lines.map(\.text) == ["一二", "三四", "五", "六七"])
    }

    @Test func `Home and End stay on the row`() throws {
        var box = composer("一二三四", columns: 5)
        try press("Home", on: &box)
        #expect(box.caret == 2)
    }

    @Test func `words of a finder are steps of Alt-B, Alt-F and Alt-D`() throws {
        let words = WordFinder { $0.count == 6 ? [2, 4] : [2] }
        var box = Composer(draft: Draft(text: "今天发货时间", caret: 6), words: words)
        try press("Alt-B", on: &box)
        #expect(box.caret == 4)
        try press("Alt-B", on: &box)
        #expect(box.caret == 2)
        try press("Alt-F", on: &box)
        #expect(box.caret == 4)
        try press("Alt-D", on: &box)
        #expect(box.text == "今天发货")
    }

    @Test func `the lexicon's words are steps`() throws {
        let words = WordFinder(WordBreaks(words: ["发货", "时间", "明天"]))
        var box = Composer(draft: Draft(text: "👍🏽明天，发货时间", caret: 8), words: words)
        var places: [Int] = []
        for _ in 0..<4 {
            try press("Alt-B", on: &box)
            places.append(box.caret)
        }
        #expect(places == [6, 4, 1, 0])
    }

    @Test func `a word step passes blanks and punctuation`() throws {
        var box = composer("hello,  world ")
        try press("Alt-B", on: &box)
        #expect(box.caret == 8)
        try press("Alt-B", on: &box)
        #expect(box.caret == 0)
        try press("Alt-F", on: &box)
        #expect(box.caret == 5)
    }

    @Test func `a click puts the caret under the pointer, also between the halves of a glyph`() {
        var box = composer("发货\n今天", columns: 20)
        box.moveCaret(
            to: Point(x: 13, y: 6), in: Rect(x: 10, y: 5, width: 20, height: 3))
        #expect(box.caret == 4)
    }
}

@Suite struct `Composer, cutting and undoing` {
    @Test func `cuts in a row come back together`() throws {
        var box = composer("one two three")
        try press("Ctrl-W", "Ctrl-W", on: &box)
        #expect(box.text == "one ")
        try press("Ctrl-Y", on: &box)
        #expect(box.text == "one two three")
    }

    @Test func `Alt-Y puts an older cut in place of the newer`() throws {
        var box = composer("aa bb")
        try press("Ctrl-W", "Left", "Right", "Ctrl-U", "Ctrl-Y", on: &box)
        #expect(box.text == "aa ")
        try press("Alt-Y", on: &box)
        #expect(box.text == "bb")
    }

    @Test func `Ctrl-K at a line's end takes the line end`() throws {
        var box = composer("一\n二")
        box.move(to: 0)
        try press("Ctrl-K", on: &box)
        #expect(box.text == "\n二")
        try press("Ctrl-K", on: &box)
        #expect(box.text == "二")
    }

    @Test func `undo takes back a word at a time and redo brings it again`() throws {
        var box = composer()
        for letter in "ship it today" { box.insert(String(letter)) }
        try press("Ctrl-_", on: &box)
        #expect(box.text == "ship it ")
        try press("Ctrl-_", on: &box)
        #expect(box.text == "ship ")
        try press("Alt-Shift-U", on: &box)
        #expect(box.text == "ship it ")
    }

    @Test func `typing after an undo forgets what was undone`() throws {
        var box = composer()
        box.insert("a")
        try press("Ctrl-_", on: &box)
        box.insert("b")
        try press("Alt-Shift-U", on: &box)
        #expect(box.text == "b")
    }

    @Test func `a taken text cannot be undone back`() throws {
        var box = composer("已发出")
        #expect(box.takeText() == "已发出")
        try press("Ctrl-_", on: &box)
        #expect(box.isEmpty)
    }
}

@Suite struct `Composer, history and snippets` {
    @Test func `Up brings back what was sent and Down what was being written`() {
        var sent = SentHistory()
        sent.remember("早")
        sent.remember("您好")
        var box = composer("写到一半")
        box.perform(.up, sent: sent)
        #expect(box.text == "您好")
        box.perform(.up, sent: sent)
        #expect(box.text == "早")
        box.perform(.left, sent: sent)
        box.perform(.down, sent: sent)
        box.perform(.down, sent: sent)
        #expect(box.text == "写到一半")
        #expect(box.caret == 4)
    }

    @Test func `Up inside a longer text moves the caret`() {
        var sent = SentHistory()
        sent.remember("早")
        var box = composer("一\n二")
        box.perform(.up, sent: sent)
        #expect(box.text == "一\n二")
        #expect(box.caret == 1)
    }

    @Test(arguments: [
        ("亲/fh", "fh"), ("/kd", "kd"), ("好 /", ""), ("a/b", nil), ("http://x", nil),
        ("/fh 好", nil), ("1/2", nil),
    ])
    func `a code is what follows a slash at a word's start`(text: String, code: String?) {
        #expect(composer(text).snippetCode?.code == code)
    }

    @Test func `a snippet takes its code's place and keeps the draft around it`() throws {
        var box = composer("亲/fh，谢谢")
        box.move(to: 4)
        let found = try #require(box.snippetCode)
        box.replace(found.range, with: "明天发货", caret: 2)
        #expect(box.text == "亲明天发货，谢谢")
        #expect(box.caret == 3)
        try press("Ctrl-_", on: &box)
        #expect(box.text == "亲/fh，谢谢")
    }

    @Test func `a stored draft comes back with its caret, even a damaged one`() {
        #expect(Composer(draft: Draft(text: "你好", caret: 1)).draft == Draft(text: "你好", caret: 1))
        #expect(Composer(draft: Draft(text: "你好", caret: 99)).caret == 2)
    }
}

@Suite struct `Composer, drawing` {
    @Test func `shows the lines around the caret and puts the cursor on it`() throws {
        var canvas = Canvas(size: Size(columns: 12, rows: 4))
        var box = composer("一\n二\n三\n四五", columns: 10, rows: 2)
        box.draw(on: &canvas, in: Rect(x: 1, y: 1, width: 10, height: 2))
        #expect(canvas.picture == "\n 三\n 四五\n")
        #expect(canvas.caret == Point(x: 5, y: 2))
        #expect(box.hidden.above == 2)
        try press("Ctrl-A", "Ctrl-A", on: &box)
        box.draw(on: &canvas, in: Rect(x: 1, y: 1, width: 10, height: 2))
        #expect(canvas.picture == "\n 一\n 二\n")
        #expect(canvas.caret == Point(x: 1, y: 1))
    }

    @Test func `the cursor behind a full line stays inside the box`() {
        var canvas = Canvas(size: Size(columns: 5, rows: 2))
        composer("一二", columns: 5, rows: 2).draw(on: &canvas, in: canvas.bounds)
        #expect(canvas.caret == Point(x: 4, y: 0))
    }

    @Test func `the rows of a very long text are counted no further than asked`() {
        let box = composer(String(repeating: "发货\n", count: 500), columns: 40)
        #expect(box.rows(columns: 20, gate: gate) == 64)
        #expect(box.rows(columns: 40, gate: gate, most: 7) == 7)
        #expect(composer("一二三四").rows(columns: 5, gate: gate) == 2)
    }

    @Test func `every change of text or caret is counted, a key without effect is not`() throws {
        var box = composer("一")
        var seen = box.revision
        for name in ["Left", "a", "Backspace", "Ctrl-K", "Ctrl-Y", "Ctrl-_"] {
            try press(name, on: &box)
            #expect(box.revision != seen, "\(name)")
            seen = box.revision
        }
        try press("Ctrl-Home", "Left", "Up", on: &box)
        seen = box.revision
        try press("Left", "Backspace", on: &box)
        #expect(box.revision == seen)
    }

    @Test func `without the keyboard it leaves the cursor alone`() {
        var canvas = Canvas(size: Size(columns: 8, rows: 1))
        composer("在").draw(on: &canvas, in: canvas.bounds, hasCaret: false)
        #expect(canvas.caret == nil)
    }
}
