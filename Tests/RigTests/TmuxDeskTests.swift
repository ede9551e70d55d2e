import Glibc
import Testing

@testable import Rig

@Suite struct `A program under tmux` {
    @Test func `gets keys, text and pastes, and shows its picture`() throws {
        let desk = try TmuxDesk(["cat"])
        desk.type("您好")
        desk.send("Enter")
        try desk.wait(for: "您好\n您好")
        desk.paste("亲，在的")
        try desk.wait(for: "亲，在的")
    }

    @Test func `can be resized`() throws {
        let desk = try TmuxDesk(["cat"], size: .classic)
        desk.resize(to: TerminalSize(columns: 100, rows: 30))
        desk.send("C-c")
        #expect(try desk.ask("stty size") == "30 100")
    }

    @Test func `tells the status it ended with`() throws {
        let desk = try TmuxDesk(["sh", "-c", "read x; exit 65"])
        desk.send("Enter")
        #expect(try desk.exitStatus() == 65)
    }

    @Test func `can be killed and started again in the same home`() throws {
        let desk = try TmuxDesk([
            "sh", "-c", "echo here >> \"$HOME/log\"; cat \"$HOME/log\"; exec cat",
        ])
        try desk.wait(for: "here")
        desk.kill9()
        try desk.waitForShell()
        try desk.restart()
        try desk.wait(for: "here\nhere")
    }

    @Test func `can be stopped by Ctrl-Z and brought back`() throws {
        let desk = try TmuxDesk(["cat"])
        desk.send("C-z")
        try desk.waitForShell()
        desk.type("fg")
        desk.send("Enter")
        try desk.wait(for: "cat to have the terminal") { _ in desk.programPID != nil }
        desk.type("back")
        desk.send("Enter")
        try desk.wait(for: "back\nback")
    }

    @Test func `shows whether the terminal was left as it was`() throws {
        let desk = try TmuxDesk(["sh", "-c", "stty -echo; read x"])
        desk.send("C-c")
        let after = try desk.lineModes()
        let other = try TmuxDesk(["cat"])
        other.send("C-c")
        #expect(try other.lineModes() != after)
    }

    @Test func `passes a strange TERM to the program alone`() throws {
        let desk = try TmuxDesk(
            ["sh", "-c", "echo \"$TERM $XIAOER_TEST\"; cat"],
            environment: ["TERM": "never-heard-of", "XIAOER_TEST": "yes"])
        try desk.wait(for: "never-heard-of yes")
    }

    @Test(.enabled(if: Program.isInstalled("vim")))
    func `drives vim`() throws {
        let desk = try TmuxDesk(["vim", "-u", "NONE", "-i", "NONE"])
        try desk.wait(for: "~")
        desk.type("ione line")
        desk.send("Escape")
        desk.type("yyp:set number")
        desk.send("Enter")
        try desk.wait(for: "2 one line")
        #expect(try desk.cursor().row == 1)
    }
}
