import Terminal
import Testing

@Suite struct `A scripted display` {
    @Test func `plays its inputs, keeps its pictures and hangs up at the end`() {
        var display = ScriptedDisplay(
            size: Size(columns: 10, rows: 2),
            script: [[.key(Key(.enter))], [.resize(Size(columns: 5, rows: 1))]])
        #expect(display.wait(timeoutMilliseconds: nil) == [.key(Key(.enter))])
        var canvas = display.canvas()
        canvas.put("李倩", at: Point(x: 0, y: 0))
        display.present(canvas)
        _ = display.wait(timeoutMilliseconds: 10)
        #expect(display.size == Size(columns: 5, rows: 1))
        #expect(display.frames.map(\.picture) == ["李倩\n"])
        #expect(display.wait(timeoutMilliseconds: nil) == [.hangup])
        display.enqueue([.paste("x")])
        #expect(display.wait(timeoutMilliseconds: nil) == [.paste("x")])
    }

    @Test func `counts what it is asked to do`() {
        var display = ScriptedDisplay(size: Size(columns: 10, rows: 2))
        display.bell()
        display.copy("李倩")
        display.setTitle("店小二")
        display.suspend()
        #expect(display.bells == 1 && display.suspensions == 1)
        #expect(display.copied == ["李倩"] && display.title == "店小二")
    }

    @Test func `measures text as the terminal it stands for`() {
        let profile = TerminalProfile(ambiguousIsWide: true)
        let display = ScriptedDisplay(size: Size(columns: 10, rows: 1), profile: profile)
        #expect(display.canvas().gate.width(of: "─") == 2)
    }
}

@Suite struct `What a key sends` {
    @Test(arguments: [
        ("\u{1B}[1;5A", "ESC[1;5A"), ("\u{0B}", "^K"), ("店", "店"), ("\u{7F}", "^?"),
        ("\u{1B}\u{1B}", "ESCESC"),
    ])
    func `can be read by a person`(bytes: String, spelling: String) {
        let heard = Heard(bytes: Array(bytes.utf8), meaning: .report(.other))
        #expect(heard.spelling == spelling)
    }
}
