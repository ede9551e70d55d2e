import Engine
import Foundation
import Glibc
import Rig
import Shifts
import Storage
import Support
import Testing

/// A pad of keys that types a whole line and Enter faster than anybody can.
@Suite(.waitsForTerminals) struct `A macro pad` {
    /// A thousand keys, Chinese and English, that end in a mark of their own.
    private static let line: String = {
        let words = "亲，您的包裹今天早上已经从仓库发出 the parcel left this morning "
        let text = String(repeating: words, count: 40)
        return "BEGIN " + text.prefix(1_000 - 11) + " END!"
    }()

    private static let replies = ["--at-desk", "--seed", "7", "--pack", "first-shift"]

    /// What the agent has sent, as the journal tells it.
    private func said(_ home: TemporaryFolder) throws -> [String] {
        let files = try Program.output(of: ["find", home.path, "-name", "*.shift"])
        let path = try #require(files.split(separator: "\n").first.map(String.init))
        let journal = try Journal.open(path, mode: .watcher)
        var replies: [String] = []
        try journal.forEachEntry { line in
            let command = try EntryCoding().decode(Command.self, from: line.command)
            if case .reply(_, let text) = command { replies.append(text) }
        }
        return replies
    }

    private func end(_ pty: Pty) throws {
        try pty.write([0x11])  // Ctrl-Q
        _ = try pty.waitForExit()
    }

    /// The desk with a customer, in a bare terminal or as tmux's client shows it.
    private func desk(_ home: TemporaryFolder, inTmux: Bool) throws -> Pty {
        let surroundings = Surroundings(
            home: home, extra: Served.data.merging(["TERM": "xterm-256color"]) { _, new in new })
        let program = [try Repository.program(), "desk"] + Self.replies
        let tmux = [
            "tmux", "-S", home.file("pad"), "-f", "/dev/null", "-u", "new-session",
            program.map { "'\($0)'" }.joined(separator: " "),
        ]
        let pty = try Pty(
            inTmux ? tmux : program, size: .wide, surroundings: surroundings)
        try pty.wait(for: "Xiaoman Living")
        for _ in 0..<3 { try pty.type("\u{1B}=") }
        try pty.wait(for: "→ Li Qian")
        try pty.type("\u{1B}[20~")  // F9
        try pty.wait(for: "‖")
        return pty
    }

    @Test(arguments: [false, true])
    func `types a thousand keys and Enter in one burst, and all of it goes out once`(
        inTmux: Bool
    ) throws {
        let home = try TemporaryFolder()
        let pty = try desk(home, inTmux: inTmux)
        try pty.write(Array((Self.line + "\r").utf8))
        try pty.wait(for: "END!")
        try pty.type("a draft behind it")
        try pty.wait(for: "a draft behind it")
        try end(pty)
        #expect(try said(home) == [Self.line])
    }

    @Test(arguments: [false, true])
    func `types three lines at once, and three replies go out in order`(inTmux: Bool) throws {
        let home = try TemporaryFolder()
        let pty = try desk(home, inTmux: inTmux)
        try pty.write(Array("first 一\rsecond 二\rthird 三\r".utf8))
        try pty.wait(for: "third 三")
        try pty.type("a draft behind it")
        try pty.wait(for: "a draft behind it")
        try end(pty)
        #expect(try said(home) == ["first 一", "second 二", "third 三"])
    }

    @Test(arguments: [false, true])
    func `wraps the line in paste brackets, and it goes out with the Enter behind them`(
        inTmux: Bool
    ) throws {
        let home = try TemporaryFolder()
        let pty = try desk(home, inTmux: inTmux)
        try pty.write(Array("\u{1B}[200~\(Self.line)\u{1B}[201~\r".utf8))
        try pty.wait(for: "END!")
        try pty.type("a draft behind it")
        try pty.wait(for: "a draft behind it")
        try end(pty)
        #expect(try said(home) == [Self.line])
    }

    @Test func `a key at a time, a millisecond apart, comes out the same`() throws {
        let home = try TemporaryFolder()
        let pty = try desk(home, inTmux: false)
        for character in Self.line + "\r" {
            try pty.type(String(character))
            usleep(1_000)
            // The program must not be stopped by a full pipe that nobody reads.
            if pty.awaitOutput(within: .zero) { _ = try pty.read(within: .zero) }
        }
        try pty.wait(for: "END!")
        try end(pty)
        #expect(try said(home) == [Self.line])
    }
}
