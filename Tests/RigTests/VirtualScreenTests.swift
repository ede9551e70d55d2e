import Testing

@testable import Rig

@Suite struct `The rig's own small terminal` {
    private func screen(
        _ text: String, _ columns: Int = 20, _ rows: Int = 4
    ) -> VirtualScreen {
        var screen = VirtualScreen(size: TerminalSize(columns: columns, rows: rows))
        _ = screen.feed(Array(text.utf8))
        return screen
    }

    @Test func `draws where the cursor was put`() {
        #expect(screen("a\u{1B}[2;3H你好\r\nb").lines == ["a", "  你好", "b", ""])
    }

    @Test func `gives a wide glyph two columns and wraps it whole`() {
        #expect(screen("你好吗", 5, 2).lines == ["你好", "吗"])
    }

    @Test func `blanks the orphaned half of a wide glyph that is written over`() {
        #expect(screen("你好\u{1B}[1;2Hx").lines[0] == " x好")
    }

    @Test func `keeps a combining mark with its glyph`() {
        #expect(screen("e\u{301}f").lines[0] == "e\u{301}f")
    }

    @Test func `waits at the last column before it wraps`() {
        let full = screen("abcde", 5, 2)
        #expect(full.lines == ["abcde", ""])
        #expect(full.cursor == (4, 0))
        #expect(screen("abcdef", 5, 2).lines == ["abcde", "f"])
    }

    @Test func `scrolls inside its region only`() {
        let text = "1\r\n2\r\n3\r\n4\u{1B}[2;3r\u{1B}[3;1H\n"
        #expect(screen(text).lines == ["1", "3", "", "4"])
    }

    @Test func `inserts and deletes characters and rows`() {
        #expect(screen("abc\u{1B}[1;1H\u{1B}[2@").lines[0] == "  abc")
        #expect(screen("abcd\u{1B}[1;1H\u{1B}[2P").lines[0] == "cd")
        #expect(screen("a\r\nb\u{1B}[1;1H\u{1B}[L").lines == ["", "a", "b", ""])
        #expect(screen("a\r\nb\u{1B}[1;1H\u{1B}[M").lines == ["b", "", "", ""])
    }

    @Test func `brings the first screen back after the alternate one`() {
        #expect(screen("shell\u{1B}[?1049h\u{1B}[Hdesk").lines[0] == "desk")
        #expect(screen("shell\u{1B}[?1049hdesk\u{1B}[?1049l").lines[0] == "shell")
    }

    @Test func `answers where the cursor is`() {
        var screen = VirtualScreen(size: .classic)
        let answer = screen.feed(Array("好\u{1B}[6n\u{1B}[?2026$p".utf8))
        #expect(String(decoding: answer, as: UTF8.self) == "\u{1B}[1;3R\u{1B}[?2026;2$y")
    }

    @Test func `swallows titles and unknown sequences whole, wherever the bytes are cut`() {
        var screen = VirtualScreen(size: .classic)
        for byte in Array("\u{1B}]0;标题\u{07}a\u{1B}[>4;1m\u{1B}P+q\u{1B}\\b".utf8) {
            _ = screen.feed([byte])
        }
        #expect(screen.lines[0] == "ab")
    }
}
