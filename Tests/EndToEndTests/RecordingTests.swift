import Foundation
import Rig
import Support
import Testing

@Suite(.waitsForTerminals) struct `Recordings and pictures` {
    /// Written anew by `XIAOER_RECORD=1` with the very script that a person runs.
    @Test func `the README shows the desk as the program draws it today`() throws {
        let home = try TemporaryFolder()
        let isRecording = ProcessInfo.processInfo.environment["XIAOER_RECORD"] == "1"
        let folder = isRecording ? Repository.path("Docs") : home.path
        let drawn = try Program.run(
            [Repository.path("Scripts/pictures"), folder],
            surroundings: Surroundings(
                home: home,
                extra: Served.data.merging(["XIAOER": Repository.program()]) { $1 }))
        #expect(drawn.status.isSuccess, "\(drawn.errors)")
        for name in ["desk.svg", "present.svg"] {
            let now = try String(contentsOfFile: "\(folder)/\(name)", encoding: .utf8)
            #expect(now == (try Repository.text(of: "Docs/\(name)")), "\(name)")
            #expect(try Repository.text(of: "README.md").contains("Docs/\(name)"))
        }
    }

    @Test func `a screen comes as text, ANSI and SVG, of a time and of an entry`() throws {
        func screen(_ arguments: [String]) throws -> Program {
            try Served.run(["screen", "first-steps", "--language", "zh"] + arguments)
        }
        let text = try screen(["--at", "1:00"])
        #expect(text.status.isSuccess, "\(text.errors)")
        #expect(text.output.split(separator: "\n", omittingEmptySubsequences: false).count == 25)
        #expect(text.output.contains("14:01:00") || text.output.contains(":01:00"))
        #expect(!text.output.contains("\u{1B}"))
        let ansi = try screen(["--at", "1:00", "--as", "ansi", "--theme", "day"])
        #expect(ansi.output.contains("\u{1B}["))
        let svg = try screen(["--at", "12", "--as", "svg", "--size", "120x36", "--present"])
        #expect(svg.output.hasPrefix("<svg ") && svg.output.hasSuffix("</svg>\n"))
        #expect(try screen(["--press", "F1", "--at", "3"]).output.contains("此处能做什么"))
    }

    @Test func `a shift that was served is recorded from its journal, waits cut`() throws {
        let home = try TemporaryFolder()
        let served = try Served.run(
            ["desk", "--linear", "--paused", "--pack", "first-steps", "--seed", "5"], home: home,
            environment: ["LC_ALL": "zh_CN.UTF-8"], input: "等 40秒\n说 在的\n等 5分\nend-shift\n是\n")
        #expect(served.status.isSuccess, "\(served.errors)")
        let found = try Program.output(of: ["find", home.path, "-name", "*.shift"])
        let path = try #require(found.split(separator: "\n").first)
        let name = try #require(path.split(separator: "/").last)
        let cast = home.file("shift.cast")
        let recorded = try Served.run(
            ["record", String(name.dropLast(6)), "--cast", cast, "--idle", "2"], home: home)
        #expect(recorded.status.isSuccess, "\(recorded.errors)")
        let lines = try String(contentsOfFile: cast, encoding: .utf8).split(separator: "\n")
        #expect(lines[0].contains("\"version\":2"))
        var last = 0.0
        for line in lines.dropFirst() {
            let event = try #require(
                try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [Any])
            let time = try #require(event[0] as? Double)
            #expect(time >= last && time - last <= 2.001)
            last = time
        }
        #expect(lines.contains { $0.contains("在的") })
    }

    @Test
    func `a demonstration without a terminal says captions, is recorded, and keeps its score`()
        throws
    {
        let home = try TemporaryFolder()
        let said = try Served.run(
            ["demo", "first-steps"], home: home, environment: ["LC_ALL": "zh_CN.UTF-8"])
        #expect(said.status.isSuccess, "\(said.errors)")
        #expect(said.output.contains("▌ 先问几个人吃饭"))
        #expect(said.output.contains("示范走法"))
        let cast = home.file("demo.cast")
        let recorded = try Served.run(
            ["demo", "first-steps", "--cast", cast, "--language", "en"], home: home)
        #expect(recorded.status.isSuccess, "\(recorded.errors)")
        let text = try String(contentsOfFile: cast, encoding: .utf8)
        #expect(text.hasPrefix("{\"version\":2,\"width\":80,\"height\":24"))
        #expect(text.contains("\\u001b["))
    }

    @Test(arguments: [
        (["screen", "first-stpes"], 66, "first-steps"),
        (["screen", "first-steps", "--at", "noon"], 64, "6:40"),
        (["screen", "first-steps", "--at", "99999"], 64, "99999"),
        (["screen", "first-steps", "--as", "svgg"], 64, "svg"),
        (["screen", "first-steps", "--size", "8"], 64, "120x36"),
        (["screen", "first-steps", "--theme", "nihgt"], 64, "night"),
        (["screen", "first-steps", "--press", "Alt-Foo"], 64, "Alt-Foo"),
        (["screen", "no.shift"], 66, "no.shift"),
        (["record", "first-steps", "--cast", "/nowhere/x.cast"], 73, "/nowhere/x.cast"),
        (["record", "first-steps", "--cast", "x", "--speed", "0"], 64, "--speed"),
        (["demo", "first-stpes"], 66, "first-steps"),
        (["demo", "--speed", "0"], 64, "--speed"),
    ])
    func `what is wrong is told with the nearest right thing`(
        arguments: [String], code: Int32, hint: String
    ) throws {
        let answer = try Served.run(arguments)
        #expect(answer.status == .code(code), "\(answer.status): \(answer.errors)")
        #expect(answer.errors.contains(hint), "\(answer.errors)")
        #expect(answer.output.isEmpty)
    }
}
