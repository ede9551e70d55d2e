import Foundation
import Glibc
import Rig
import Support
import Testing

/// The power fails, the disk is full, somebody opens a second desk.
@Suite(.waitsForTerminals) struct `A shift that is interrupted` {
    private func shiftFile(in home: TemporaryFolder) throws -> String {
        let files = try Program.output(of: ["find", home.path, "-name", "*.shift"])
        return try #require(files.split(separator: "\n").first.map(String.init))
    }

    @Test func `goes on after kill -9 at the same second, paused, draft included`() throws {
        let home = try TemporaryFolder()
        let desk = try Served.deskWithFirstCustomer(home: home)
        desk.type("a reply that was sent")
        desk.send("Enter")
        try desk.wait(for: "a draft can be begun") { screen in
            screen.contains("a reply that was sent")
        }
        desk.type("a draft half written 草稿")
        try desk.wait(for: "a draft half written 草稿")
        let clock = try #require(desk.screen().firstMatch(of: #/\d\d:\d\d:\d\d/#)?.0)
        desk.kill9()
        try desk.waitForShell()
        let again = try Served.desk([], home: home)
        try again.wait(for: "Go on with the shift")
        again.send("Enter")
        try again.wait(for: "a draft half written 草稿")
        let screen = again.screen()
        #expect(screen.contains("a reply that was sent"))
        #expect(screen.contains("‖"))
        #expect(screen.contains(clock), "the clock stood at \(clock):\n\(screen)")
    }

    @Test func `tells a second desk that the first one has it`() throws {
        let home = try TemporaryFolder()
        let first = try Served.deskWithFirstCustomer(home: home)
        let second = try Served.desk([], home: home)
        try second.wait(for: "another desk is serving it")
        #expect(first.programPID != nil)
        second.send("1")
        try second.wait(for: "Watch it?")
    }

    @Test func `keeps a damaged file aside untouched and says so`() throws {
        let home = try TemporaryFolder()
        let desk = try Served.deskWithFirstCustomer(home: home)
        desk.type("something to keep")
        desk.send("Enter")
        try desk.wait(for: "something to keep")
        desk.send("C-q")
        #expect(try desk.exitStatus() == 0)
        let file = try shiftFile(in: home)
        var bytes = try Data(contentsOf: URL(fileURLWithPath: file))
        for index in stride(from: 4_096, to: bytes.count, by: 7) { bytes[index] ^= 0x5A }
        try bytes.write(to: URL(fileURLWithPath: file))
        let again = try Served.desk([], home: home)
        try again.wait(for: "unreadable")
        again.send("C-q")
        try again.waitForShell()
        #expect(try Data(contentsOf: URL(fileURLWithPath: file)) == bytes)
    }

    @Test(.enabled(if: geteuid() != 0, "root writes anywhere"))
    func `says that nothing can be stored where the folder may not be written`() throws {
        let home = try TemporaryFolder()
        _ = try Program.output(of: ["mkdir", "-p", home.file("data")])
        _ = try Program.output(of: ["chmod", "a-w", home.file("data")])
        let desk = try Served.desk(home: home)
        try desk.wait(for: "cannot")
    }

    @Test func `says that nothing can be stored where the folder is no folder`() throws {
        let home = try TemporaryFolder()
        try home.write("a file in the way", to: "data")
        let desk = try Served.desk(home: home)
        let screen = try desk.wait(for: "a sentence about it") { screen in
            screen.contains(home.file("data")) || screen.contains("annot")
        }
        #expect(!screen.contains("Fatal error"))
        #expect(try home.text(of: "data") == "a file in the way")
    }

    @Test func `a report can be made of a shift that was cut off`() throws {
        let home = try TemporaryFolder()
        let desk = try Served.deskWithFirstCustomer(home: home)
        desk.kill9()
        try desk.waitForShell()
        let report = try Served.run(["report"], home: home)
        #expect(report.status.isSuccess, "\(report.errors)")
    }
}
