import Foundation
import Rig
import Support
import Testing

@Suite(.waitsForTerminals) struct `Looking back at a shift` {
    /// A shift served to its end: one customer answered, then over.
    private struct PastShift {
        let home: TemporaryFolder
        let id: String
        let path: String
    }

    private func served() throws -> PastShift {
        let home = try TemporaryFolder()
        let desk = try Served.deskWithFirstCustomer(home: home)
        desk.type("Hello, let me look at that")
        desk.send("Enter")
        try desk.wait(for: "Hello, let me look at that")
        try Served.command("End the shift", on: desk)
        try desk.wait(for: "Please confirm")
        desk.send("1")
        try desk.wait(for: "Debrief")
        desk.send("C-q")
        try desk.waitForShell()
        let files = try Program.output(of: ["find", home.path, "-name", "*.shift"])
        let path = try #require(files.split(separator: "\n").first.map(String.init))
        let name = try #require(path.split(separator: "/").last.map(String.init))
        return PastShift(home: home, id: String(name.dropLast(6)), path: path)
    }

    private func replay(_ shift: PastShift, _ arguments: String...) throws -> TmuxDesk {
        try TmuxDesk(
            [Repository.program(), "replay", shift.id] + arguments, size: .wide,
            home: shift.home, environment: Served.data)
    }

    @Test func `by keys: steps, marks, a time, a note that stays in the file`() throws {
        let shift = try served()
        let desk = try replay(shift)
        try desk.wait(for: "step 0 of")
        desk.send("Right")
        try desk.wait(for: "step 1 of")
        desk.send("End")
        try desk.wait(for: "Hello, let me look at that")
        desk.send("Left", "Left", "Left", "Left", "Left", "Left", "Left", "Left")
        desk.send("Home")
        try desk.wait(for: "step 0 of")
        desk.send("n")
        try desk.wait(for: "a customer came")
        desk.send("g")
        try desk.wait(for: "Go to which moment")
        desk.type("#2")
        desk.send("Enter")
        try desk.wait(for: "step 2 of")
        desk.send("a")
        try desk.wait(for: "A note on this moment")
        desk.type("look first 先看订单")
        desk.send("Enter")
        try desk.wait(for: "kept in the shift")
        desk.send("Space")
        try desk.wait(for: "×1")
        desk.send("C-q")
        #expect(try desk.exitStatus() == 0)
        // It travels with the file, and the shift is still what it was.
        let again = try replay(shift, "--at", "#2")
        try again.wait(for: "teacher: look first 先看订单")
        again.send("C-q")
        let verdict = try Served.run(["verify", shift.id], home: shift.home)
        #expect(verdict.status.isSuccess, "\(verdict.output)\(verdict.errors)")
    }

    @Test func `taken over, served otherwise, killed, gone on with and compared`() throws {
        let shift = try served()
        let desk = try replay(shift)
        try desk.wait(for: "step 0 of")
        desk.send("n")
        try desk.wait(for: "a customer came")
        desk.send("Right", "t")
        try desk.wait(for: "Take over from this moment?")
        desk.send("1")
        try desk.wait(for: "It is yours")
        desk.type("Otherwise: which order is it about?")
        desk.send("Enter")
        try desk.wait(for: "Otherwise: which order")
        desk.kill9()
        try desk.waitForShell()
        let shelf = try Served.run(["shifts"], home: shift.home)
        let branch = try #require(
            shelf.output.split(separator: "\n").first { $0.hasPrefix("└ ") })
        let id = String(branch.dropFirst(2).prefix { $0 != " " })
        #expect(branch.contains("taken over at") && branch.contains("not over"))
        // It goes on as any shift that was cut off.
        let again = try Served.desk([], home: shift.home)
        try again.wait(for: "Go on with the shift")
        again.send("Enter")
        try again.wait(for: "Otherwise: which order")
        again.send("C-q")
        try again.waitForShell()
        #expect(try Served.run(["verify", id], home: shift.home).status.isSuccess)
        let comparison = try Served.run(["compare", id], home: shift.home)
        #expect(comparison.status.isSuccess, "\(comparison.errors)")
        #expect(comparison.output.contains("Otherwise: which order"))
        #expect(comparison.output.contains("Hello, let me look at that"))
        // And beside its origin on the screen.
        let page = try TmuxDesk(
            [Repository.program(), "replay", id], size: .wide, home: shift.home,
            environment: Served.data)
        try page.wait(for: "step 0 of")
        page.send("c")
        try page.wait(for: "Two lines")
        #expect(page.screen().contains("Otherwise: which order"))
        page.send("C-q")
    }

    @Test func `that somebody changed is named, with the code for bad data`() throws {
        let shift = try served()
        var bytes = try Data(contentsOf: URL(fileURLWithPath: shift.path))
        let words = try #require(bytes.firstRange(of: Data("let me look at that".utf8)))
        bytes[words.lowerBound] = UInt8(ascii: "L")
        try bytes.write(to: URL(fileURLWithPath: shift.path))
        let verdict = try Served.run(["verify", shift.path], home: shift.home)
        #expect(verdict.status == .code(65), "\(verdict.output)\(verdict.errors)")
        #expect(verdict.output.contains("entry"))
    }

    @Test func `whose file is none, cut or missing is said so`() throws {
        let home = try TemporaryFolder()
        try home.write("not a shift at all", to: "a.shift")
        let none = try Served.run(["verify", home.file("a.shift")], home: home)
        #expect(none.status == .code(65))
        let missing = try Served.run(["verify", "20200101"], home: home)
        #expect(missing.status == .code(66))
        let moment = try Served.run(["branch", home.file("a.shift"), "--at", "noon"], home: home)
        #expect(moment.status == .code(64))
        let replayed = try Served.run(["replay", home.file("a.shift")], home: home)
        #expect(replayed.status == .code(65))
    }
}
