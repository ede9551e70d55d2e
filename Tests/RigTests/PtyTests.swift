import Glibc
import Testing

@testable import Rig

@Suite struct `A program in a pseudo-terminal` {
    private func open(
        _ command: [String], _ size: TerminalSize = .classic, home: TemporaryFolder
    ) throws -> Pty {
        try Pty(
            command, size: size,
            surroundings: Surroundings(home: home, extra: ["TERM": "xterm-256color"]))
    }

    @Test func `shows what is typed`() throws {
        let pty = try open(["cat"], home: TemporaryFolder())
        try pty.type("您好\n")
        try pty.wait(for: "您好\n您好")
    }

    @Test func `knows its size and hears of a new one`() throws {
        let pty = try open(["sh", "-c", "stty size; read x; stty size"], home: TemporaryFolder())
        try pty.wait(for: "24 80")
        pty.resize(to: TerminalSize(columns: 120, rows: 36))
        try pty.type("\n")
        try pty.wait(for: "36 120")
    }

    @Test func `tells how it ended`() throws {
        let home = try TemporaryFolder()
        #expect(try open(["sh", "-c", "exit 7"], home: home).waitForExit() == .code(7))
        let sleeper = try open(["cat"], home: home)
        sleeper.signal(SIGKILL)
        #expect(try sleeper.waitForExit() == .signal(SIGKILL))
    }

    @Test func `takes a thousand keys in one write without locking up`() throws {
        let pty = try open(["sh", "-c", "stty raw -echo; echo on; cat"], home: TemporaryFolder())
        try pty.wait(for: "on")
        let text = String(repeating: "0123456789", count: 2_000)
        try pty.type(text + "!")
        try pty.wait(for: "!")
    }

    @Test func `has the terminal for its own, so that Ctrl-C reaches it`() throws {
        let pty = try open(["sh", "-c", "echo on; exec cat"], home: TemporaryFolder())
        try pty.wait(for: "on")
        try pty.write([0x03])
        #expect(try pty.waitForExit() == .signal(SIGINT))
    }

    @Test func `says what was on the screen when something never came`() throws {
        let pty = try open(["sh", "-c", "echo something else"], home: TemporaryFolder())
        let failure = #expect(throws: RigFailure.self) {
            try pty.wait(for: "the thing", within: .seconds(5))
        }
        #expect(failure.map { "\($0)" }?.contains("something else") == true)
    }

    @Test func `leaves nothing of a temporary folder`() throws {
        var folder: TemporaryFolder? = try TemporaryFolder()
        let path = try #require(folder).path
        try folder?.write("x", to: "a/b/c.txt")
        #expect(access(path, F_OK) == 0)
        folder = nil
        #expect(access(path, F_OK) != 0)
    }
}
