import Glibc
import Rig
import Support
import Testing

/// The desk and the terminal it is given.
@Suite(.waitsForTerminals) struct `The desk in a terminal` {
    @Test func `opens where TERM is unknown`() throws {
        let desk = try Served.desk(environment: ["TERM": "xterm-of-tomorrow"])
        try desk.wait(for: "Xiaoman Living")
    }

    @Test func `shows Chinese where the locale knows no UTF-8`() throws {
        let desk = try Served.desk(
            ["--at-desk", "--seed", "7", "--language", "zh"],
            environment: ["LC_ALL": "C", "LANG": "C"])
        try desk.wait(for: "小满生活")
        try desk.wait(for: "店小二")
    }

    @Test func `has the shift of a pack that was named`() throws {
        let desk = try Served.desk(["--pack", "level-1", "--seed", "5", "--language", "en"])
        try desk.wait(for: "one matter at a time")
        try desk.wait(for: "Queue")
    }

    @Test func `uses no colour where NO_COLOR asks for none`() throws {
        let plain = try Served.desk(environment: ["NO_COLOR": "1"])
        try plain.wait(for: "Xiaoman Living")
        #expect(Self.colours(in: plain.styledScreen()).isEmpty)
        let coloured = try Served.desk()
        try coloured.wait(for: "Xiaoman Living")
        #expect(!Self.colours(in: coloured.styledScreen()).isEmpty)
    }

    /// Colours among the attributes of a styled screen: 30–38, 40–48, 90–97, 100–107.
    private static func colours(in screen: String) -> [Int] {
        screen.matches(of: #/\u{1B}\[([0-9;]*)m/#)
            .flatMap { $0.1.split(separator: ";").compactMap { Int($0) } }
            .filter { (30...38).contains($0) || (40...48).contains($0) || $0 >= 90 }
    }

    @Test(arguments: [SIGTERM, SIGHUP, SIGSEGV, SIGINT])
    func `leaves the terminal as it was, however it is ended`(signal: Int32) throws {
        let desk = try TmuxDesk(nil)
        let before = try desk.lineModes()
        let served = try Served.desk()
        try served.wait(for: "Xiaoman Living")
        if signal == SIGINT {
            served.send("C-q")
        } else {
            served.signal(signal)
        }
        try served.waitForShell()
        let modes = try served.lineModes()
        #expect(modes == before, "\(modes) instead of \(before)")
        let after = served.screen()
        #expect(!after.contains("Xiaoman Living"), "the alternate screen was left: \(after)")
        #expect(try served.cursor().isVisible)
    }

    @Test func `goes to the shell with Ctrl-Z and comes back with fg`() throws {
        let desk = try Served.deskWithFirstCustomer()
        desk.type("half a sentence")
        try desk.wait(for: "half a sentence")
        desk.send("C-z")
        try desk.waitForShell()
        #expect(!desk.screen().contains("half a sentence"))
        desk.type("fg")
        desk.send("Enter")
        try desk.wait(for: "half a sentence")
        desk.type(", and the rest")
        try desk.wait(for: "half a sentence, and the rest")
    }

    @Test func `survives thirty sizes down to one cell, and draws the same picture after`() throws {
        let desk = try Served.deskWithFirstCustomer()
        desk.type("a draft 草稿")
        try desk.wait(for: "a draft 草稿")
        let before = try desk.settle()
        for step in (0..<30).reversed() {
            desk.resize(
                to: TerminalSize(columns: 1 + 119 * step / 30, rows: 1 + 35 * step / 30))
        }
        desk.resize(to: .wide)
        try desk.wait(for: "the picture as before") { $0 == before }
    }

    @Test func `is a desk of one pane where there is little room`() throws {
        let desk = try Served.desk(size: TerminalSize(columns: 50, rows: 12))
        try desk.wait(for: "overdue 0")
        desk.send("M-=", "M-=", "M-=")
        try desk.wait(for: "→ Li Qian")
        desk.type("still writing")
        try desk.wait(for: "still writing")
    }

    @Test func `has the cursor on the caret`() throws {
        let desk = try Served.deskWithFirstCustomer()
        desk.type("您好")
        try desk.wait(for: "您好")
        let screen = try desk.settle()
        let cursor = try desk.cursor()
        #expect(cursor.isVisible)
        let rows = screen.split(separator: "\n", omittingEmptySubsequences: false)
        #expect(rows[cursor.row].contains("您好"))
    }

    @Test func `takes a thousand keys in one write, in order`() throws {
        let desk = try Served.deskWithFirstCustomer()
        // Fifty lines of nineteen letters, each sent: a keypad typing as fast as the wire allows.
        let lines = (10..<60).map { "keypad line no. \($0)!" }
        desk.type(lines.map { $0 + "\r" }.joined())
        try desk.wait(for: "keypad line no. 59!")
        let screen = try desk.settle()
        let shown = screen.matches(of: #/keypad line no\. (\d\d)!/#).compactMap { Int($0.1) }
        #expect(shown.count > 5)
        #expect(shown == shown.sorted() && Set(shown).count == shown.count)
        #expect(!screen.contains("keypad line no. 59!keypad"))
    }

    @Test func `shows a hostile paste harmless`() throws {
        let desk = try Served.deskWithFirstCustomer()
        desk.paste("red\u{1B}[31m \u{202E}backwards\u{2066} nothing\u{200B}between")
        try desk.wait(for: "between")
        let screen = try desk.settle()
        for scalar: Unicode.Scalar in ["\u{202E}", "\u{2066}", "\u{1B}"] {
            #expect(!screen.unicodeScalars.contains(scalar))
        }
        #expect(screen.contains("→ Li Qian"))
    }

    @Test func `copies to the terminal's clipboard`() throws {
        let desk = try Served.deskWithFirstCustomer()
        desk.send("F6", "Up", "M-y")
        try desk.wait(for: "on the clipboard")
        try desk.wait(for: "the clipboard to hold it") { _ in !desk.clipboard().isEmpty }
    }
}
