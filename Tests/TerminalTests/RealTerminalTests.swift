import Glibc
import Testing

@Suite(.serialized) struct `On a real terminal` {
    private let leaving = "\u{1B}[?1049l"

    @Test(arguments: [SIGTERM, SIGHUP, SIGINT, SIGSEGV, SIGBUS, SIGABRT, SIGILL, SIGTRAP])
    func `a signal leaves screen and modes as they were`(signal: Int32) throws {
        let pty = try Pty()
        try pty.wait(for: "drawn")
        #expect(pty.modes != pty.modesBefore)
        kill(pty.process, signal)
        let status = try pty.end()
        #expect(status & 0x7F == signal)
        #expect(pty.tail.contains("?1049l"))
        #expect(pty.modes == pty.modesBefore)
    }

    @Test(arguments: ["\u{14}", "\u{0F}"])
    func `a Swift trap and a full stack leave screen and modes as they were`(key: String) throws {
        let pty = try Pty()
        try pty.wait(for: "drawn")
        pty.send(key)
        let status = try pty.end()
        #expect([SIGILL, SIGTRAP, SIGSEGV].contains(status & 0x7F))
        #expect(pty.tail.contains("?1049l"))
        #expect(pty.modes == pty.modesBefore)
    }

    @Test func `leaving gives everything back`() throws {
        let pty = try Pty()
        try pty.wait(for: "drawn")
        pty.send("\u{0E}\u{11}")
        #expect(try pty.end() == 0)
        #expect(pty.lines.last == "closed")
        #expect(pty.modes == pty.modesBefore)
        for undo in ["?2004l", "?1006l", "?1000l", "?7h", "?25h", "23;2t", "?1049l"] {
            #expect(pty.tail.contains(undo))
        }
    }

    @Test func `a Chinese character typed costs no more than twelve bytes`() throws {
        let pty = try Pty()
        try pty.wait(for: "drawn")
        pty.send("亲")
        try pty.wait(forOutput: "亲")
        for character in ["您", "好", "，", "在"] {
            try pty.wait(for: "drawn")
            let before = pty.output.count
            pty.send(character)
            try pty.wait(forOutput: character, after: before)
            #expect(pty.output.count - before <= 12)
        }
    }

    @Test func `a thousand keys in one write arrive in order and are drawn a few times`() throws {
        let pty = try Pty(columns: 200)
        try pty.wait(for: "drawn")
        let text = String(repeating: "0123456789", count: 99) + "123456789"
        pty.send(text + "\r")
        let lines = try pty.wait(for: "key Enter")
        let typed = lines.filter { $0.hasPrefix("key ") }.dropLast().map { $0.dropFirst(4) }
        #expect(typed.joined() == text)
        #expect(lines.filter { $0 == "drawn" }.count <= 4)
    }

    @Test func `a window that shrinks to one cell and grows again is survived`() throws {
        let pty = try Pty()
        try pty.wait(for: "drawn")
        for (columns, rows) in [(40, 10), (1, 1), (2, 1), (1, 30), (200, 60), (80, 24)] {
            pty.resize(columns: columns, rows: rows)
            try pty.wait(for: "resize \(columns)x\(rows)")
            try pty.wait(for: "drawn")
        }
        pty.send("x")
        try pty.wait(for: "key x")
    }

    @Test func `Ctrl-Z gives the terminal to the shell and fg brings everything back`() throws {
        let pty = try Pty(shell: true)
        try pty.wait(for: "drawn")
        pty.send("a\u{1A}")
        try pty.wait(forOutput: leaving)
        try pty.wait(for: "resumed")
        let left = pty.output.count
        try pty.wait(for: "drawn")
        pty.send("b")
        try pty.wait(for: "key b")
        try pty.wait(forOutput: "b", after: left)
        pty.send("\u{11}")
        #expect(try pty.end() == 0)
        #expect(pty.modes == pty.modesBefore)
    }

    @Test(arguments: [SIGTSTP, SIGSTOP])
    func `stopped from outside, it comes back whole`(signal: Int32) throws {
        let pty = try Pty(shell: true)
        let line = try #require(try pty.wait { $0.hasPrefix("process ") }.last)
        let probe = try #require(pid_t(line.dropFirst("process ".count)))
        try pty.wait(for: "drawn")
        let before = pty.output.count
        kill(probe, signal)
        try pty.wait(for: "resumed")
        try pty.wait(forOutput: "\u{1B}[?1049h", after: before)
        try pty.wait(forOutput: "店小二", after: before)
        pty.send("b\u{11}")
        #expect(try pty.end() == 0)
        #expect(pty.lines.contains("key b"))
        // Nobody hears SIGSTOP, so the shell finds our modes and takes them for its own.
        if signal == SIGTSTP { #expect(pty.modes == pty.modesBefore) }
    }

    @Test func `a terminal nobody has heard of is taken for an xterm`() throws {
        let pty = try Pty(environment: ["TERM": "xterm-from-tomorrow"])
        try pty.wait(for: "unknown term xterm-from-tomorrow")
        try pty.wait(for: "drawn")
        pty.send("\u{1B}[26~")
        try pty.wait(for: "key F14")
    }

    @Test func `a dumb terminal is an error and not a crash`() throws {
        let pty = try Pty(environment: ["TERM": "dumb"])
        let status = try pty.end()
        #expect(status >> 8 & 0xFF == 1)
        #expect(pty.lines == ["failure cannotMoveCursor(term: \"dumb\")"])
        #expect(pty.modes == pty.modesBefore)
    }

    @Test func `without a UTF-8 locale Chinese is still Chinese`() throws {
        let pty = try Pty(environment: ["LC_ALL": "C"])
        try pty.wait(for: "drawn")
        try pty.wait(forOutput: "店小二")
        pty.send("李")
        try pty.wait(for: "key 李")
    }

    @Test func `a lone Esc is a key, and one in front of a letter is Alt`() throws {
        let pty = try Pty()
        try pty.wait(for: "drawn")
        pty.send("\u{1B}")
        try pty.wait(for: "key Esc")
        pty.send("\u{1B}j")
        try pty.wait(for: "key Alt-J")
    }

    @Test func `a lone Esc is a key also for a program that wakes up all the time`() throws {
        let pty = try Pty(tick: 5)
        try pty.wait(for: "drawn")
        pty.send("\u{1B}")
        try pty.wait(for: "key Esc")
    }

    @Test func `the terminal's answers set the profile and never become keys`() throws {
        let pty = try Pty()
        try pty.wait(forOutput: "\u{1B}[c")
        // Lines take two columns here, a family is one picture, frames can be shown at once.
        let widths = [2, 2, 2, 2, 2, 2, 2, 2, 2]
        pty.send(
            widths.map { "\u{1B}[24;\($0 + 1)R" }.joined() + "\u{1B}[?2026;2$y\u{1B}[?62;22c")
        let lines = try pty.wait { $0.hasPrefix("profile ") }
        #expect(lines.last?.contains("ambiguousIsWide: true") == true)
        #expect(lines.last?.contains("synchronizedOutput: true") == true)
        #expect(!lines.contains { $0.hasPrefix("key") || $0.hasPrefix("unknown") })
        pty.send("\u{1B}[1;2R")
        try pty.wait(for: "key F15")
    }

    @Test func `a paste, a click and what nobody knows arrive as what they are`() throws {
        let pty = try Pty()
        try pty.wait(for: "drawn")
        pty.send("\u{1B}[200~退款\rq\u{1B}[201~\u{1B}[<0;5;3M\u{1B}[77;7~x")
        let lines = try pty.wait(for: "key x")
        #expect(
            lines.filter { $0 != "drawn" && !$0.hasPrefix("drain") }
                == ["paste \"退款\\nq\"", "mouse 4,2", "unknown ESC[77;7~", "key x"])
    }

    @Test func `a storm of sizes and keys loses no key`() throws {
        let pty = try Pty()
        try pty.wait(for: "drawn")
        var dice = SeededDice(seed: 11)
        for number in 0..<30 {
            pty.resize(
                columns: Int.random(in: 1...200, using: &dice),
                rows: Int.random(in: 1...60, using: &dice))
            pty.send("\(number % 10)")
        }
        pty.resize(columns: 91, rows: 17)
        pty.send("\r")
        let lines = try pty.wait(for: "key Enter")
        let typed = lines.filter { $0.hasPrefix("key ") }.dropLast().compactMap(\.last)
        #expect(String(typed) == String(repeating: "0123456789", count: 3))
        try pty.wait(for: "drawn")
        // The last picture has the last size: its bar stands in the row before the last.
        let bar = pty.output.count
        pty.send("z")
        try pty.wait(for: "key z")
        try pty.wait(forOutput: "z", after: bar)
        #expect(String(decoding: pty.output, as: UTF8.self).contains("\u{1B}[16H"))
    }

    @Test func `the window that is closed ends the program`() throws {
        let pty = try Pty()
        try pty.wait(for: "drawn")
        pty.hangUp()
        let status = try pty.end()
        // Either the signal was first or the end of input; neither waits for ever.
        #expect(status & 0x7F == SIGHUP || pty.lines.contains("hangup"))
    }

    @Test func `copying writes the clipboard sequence`() throws {
        let pty = try Pty()
        try pty.wait(for: "drawn")
        pty.send("\u{19}")
        try pty.wait(forOutput: "\u{1B}]52;c;5p2O5YCp\u{07}")
    }
}
