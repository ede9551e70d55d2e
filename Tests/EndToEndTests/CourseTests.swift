import Foundation
import Rig
import Support
import Testing

/// The course with the real program: nothing that was written is lost, and what is written wrong
/// in it is named.
@Suite(.waitsForTerminals) struct `The course in a terminal` {
    @Test func `keeps a worksheet through kill -9, and exports it`() throws {
        let home = try TemporaryFolder()
        let desk = try Served.desk([], home: home)
        try desk.wait(for: "Choose a language")
        desk.send("2", "2")
        try desk.wait(for: "What do you want to do?")
        desk.send("4")
        try desk.wait(for: "What to do next")
        desk.send("8")
        try desk.wait(for: "Table 1-2")
        desk.send("2")
        try desk.wait(for: "way of working")
        desk.type("face to face 面对面")
        try desk.wait(for: "face to face 面对面")
        desk.kill9()
        try desk.waitForShell()
        let file = home.file("sheet.csv")
        let export = try Served.run(["worksheet", "1-2", "--export", file], home: home)
        #expect(export.status.isSuccess, "\(export.errors)")
        #expect(export.output.contains("1 of 12"))
        let text = try String(contentsOfFile: file, encoding: .utf8)
        #expect(text.contains("face to face 面对面"))
    }

    @Test func `checks the course and its worksheets by name`() throws {
        let check = try Served.run(["check", "course"])
        #expect(check.status.isSuccess, "\(check.errors)")
        #expect(check.output.contains("7 chapters"))
        let list = try Served.run(["worksheet"])
        #expect(list.output.contains("peer-scores"))
        let wrong = try Served.run(["worksheet", "peer-score"])
        #expect(wrong.status == .code(66))
        #expect(wrong.errors.contains("peer-scores"))
        let nothing = try Served.run(["worksheet", "peer-scores", "--export", "scores.pdf"])
        #expect(nothing.status == .code(64))
    }
}
