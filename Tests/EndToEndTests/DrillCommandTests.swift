import Foundation
import Rig
import Support
import Testing

/// `xiaoer drill` as a person runs it, and the counts of a real shift.
@Suite(.waitsForTerminals) struct `The drill command` {
    private func drill(_ arguments: [String], home: TemporaryFolder, chinese: Bool = false) throws
        -> TmuxDesk
    {
        try TmuxDesk(
            [Repository.program(), "drill"] + arguments, size: .wide, home: home,
            environment: Served.data)
    }

    /// The sentence on the screen stands two rows above the box it is typed in.
    private func sentence(_ desk: TmuxDesk) throws -> String {
        let screen = try desk.wait(for: "a sentence and its empty box") { screen in
            screen.contains("Sentence ") && screen.contains("Type here")
        }
        let rows = screen.split(separator: "\n", omittingEmptySubsequences: false)
        let head = try #require(rows.firstIndex { $0.contains("Sentence ") })
        let box = try #require(rows.firstIndex { $0.contains("Type here") })
        return rows[(head + 1)..<box].map { $0.trimmingCharacters(in: .whitespaces) }
            .filter { !$0.isEmpty }.joined(separator: " ")
    }

    private func book(in home: TemporaryFolder) throws -> String {
        let found = try Program.output(of: ["find", home.path, "-name", "drills.jsonl"])
        return try #require(found.split(separator: "\n").first.map(String.init))
    }

    @Test func `types a round, is killed in it, goes on, and shows the day`() throws {
        let home = try TemporaryFolder()
        let desk = try drill(["--seed", "7", "--language", "en"], home: home)
        try desk.wait(for: "A new round")
        desk.send("2")
        for number in 1...2 {
            try desk.wait(for: "Sentence \(number) of 10")
            desk.type(try sentence(desk))
            desk.send("Enter")
        }
        try desk.wait(for: "Sentence 3 of 10")
        let third = try sentence(desk)
        desk.kill9()
        try desk.waitForShell()

        let again = try drill(["--language", "en"], home: home)
        try again.wait(for: "2 of 10 done")
        again.send("1")
        try again.wait(for: "Sentence 3 of 10")
        #expect(try sentence(again) == third)
        again.type("half of it")
        try again.wait(for: "half of it")
        again.send("C-q")
        #expect(try again.exitStatus() == 0)

        let last = try drill(["--language", "en"], home: home)
        try last.wait(for: "half-typed sentence")
        last.send("1")
        try last.wait(for: "half of it")
        last.send("C-u")
        for number in 3...10 {
            try last.wait(for: "Sentence \(number) of 10")
            last.type(try sentence(last))
            last.send("Enter")
        }
        try last.wait(for: "Slowest sentences")
        try last.wait(for: "taken back")
        last.send("3")
        try last.wait(for: "median")
        last.send("C-q")

        let history = try Served.run(["drill", "--history"], home: home)
        #expect(history.status.isSuccess, "\(history.errors)")
        #expect(history.output.contains("wpm · goal 40"))
        let json = try Served.run(["drill", "--history", "--json"], home: home)
        #expect(json.output.contains("\"rounds\" : 1"), "\(json.output)")
    }

    @Test func `names a damaged line, keeps it, and counts the rest`() throws {
        let home = try TemporaryFolder()
        let desk = try drill(["--seed", "7", "--language", "en"], home: home)
        try desk.wait(for: "A new round")
        desk.send("1")
        try desk.wait(for: "Sentence 1 of 10")
        desk.type("x")
        desk.send("Enter")
        try desk.wait(for: "Sentence 2 of 10")
        desk.send("C-q")
        try desk.waitForShell()
        let path = try book(in: home)
        var text = try String(contentsOfFile: path, encoding: .utf8)
        text += "{\"kind\":\"sent"
        try Data(text.utf8).write(to: URL(fileURLWithPath: path))
        let history = try Served.run(["drill", "--history"], home: home)
        #expect(history.status.isSuccess)
        #expect(history.errors.contains("drills.jsonl: line 3"), "\(history.errors)")
        let again = try drill(["--language", "en"], home: home)
        try again.wait(for: "line 3 cannot be read")
        try again.wait(for: "1 of 10 done")
        again.send("2")
        try again.wait(for: "Sentence 1 of 10")
        again.send("C-q")
        try again.waitForShell()
        #expect(try String(contentsOfFile: path, encoding: .utf8).hasPrefix(text + "\n"))
    }

    @Test(
        arguments: [
            (["drill", "--json"], 64, "--history"),
            (["drill", "--history", "--seed", "7"], 64, "--seed"),
            (["drill"], 74, "terminal"), (["check", "Drills/none.yaml"], 65, "cannot be read"),
        ] as [([String], Int32, String)])
    func `what is wrong ends with its own code and a sentence`(
        arguments: [String], code: Int32, word: String
    ) throws {
        let answer = try Served.run(arguments)
        #expect(answer.status == .code(code), "\(answer.errors)")
        #expect(answer.errors.contains(word), "\(answer.errors)")
    }

    @Test func `the sentences are checked, what must not be said too`() throws {
        let good = try Served.run(["check", "drills"])
        #expect(good.status.isSuccess, "\(good.errors)")
        #expect(good.output.contains("zh.yaml: 132 sentences"), "\(good.output)")
        let home = try TemporaryFolder()
        let path = try home.write(
            """
            language: zh
            goal: 80
            round: 1
            stages:
              - id: greeting
                title: {zh: 问候, en: Greeting}
                sentences:
                  1: [不归我管，爱买不买。, 您自己看吧]
            """, to: "Drills/zh.yaml")
        let bad = try Served.run(["check", path])
        #expect(bad.status == .code(65))
        #expect(bad.errors.contains("zh.yaml:8"), "\(bad.errors)")
        #expect(bad.errors.contains("no mark at the end"), "\(bad.errors)")
        try home.write(
            try String(contentsOfFile: path, encoding: .utf8).replacing("自己看吧", with: "稍等。"),
            to: "Drills/zh.yaml")
        let forbidden = try Served.run(["check", path])
        #expect(forbidden.status == .code(65))
        #expect(forbidden.errors.contains("must not be said"), "\(forbidden.errors)")
    }

    @Test func `a shift's keys outlive kill -9 and stand in its report`() throws {
        let home = try TemporaryFolder()
        let desk = try Served.deskWithFirstCustomer(home: home)
        desk.type("hello, one moment please")
        try desk.wait(for: "hello, one moment please")
        desk.send("Enter")
        try desk.wait(for: "the reply in the chat, the composer empty") { screen in
            screen.contains("hello, one moment please") && screen.contains("write a reply")
        }
        // The clock runs for a moment: counts are kept once a second.
        desk.send("F9")
        let clock = try #require(desk.screen().firstMatch(of: #/\d\d:\d\d:\d\d/#)?.0)
        try desk.wait(for: "the clock to go on") { screen in
            screen.firstMatch(of: #/\d\d:\d\d:\d\d/#)?.0 != clock
        }
        desk.kill9()
        try desk.waitForShell()
        let report = try Served.run(["report"], home: home)
        #expect(report.status.isSuccess, "\(report.errors)")
        #expect(report.output.contains("Keys per solved conversation"), "\(report.output)")
        let csv = try Served.run(["report", "--csv"], home: home)
        #expect(csv.output.contains("characters spared"))
        let json = try Served.run(["report", "--json"], home: home)
        #expect(json.output.contains("\"keysPerSolved\"") || json.output.contains("\"keys\" :"))
        let again = try Served.desk([], home: home)
        try again.wait(for: "Go on with the shift")
        again.send("Enter")
        try again.wait(for: "hello, one moment please")
        again.send("M-Q")
        try again.wait(for: "End")
        again.send("1")
        try again.wait(for: "Debrief")
        again.send("2")
        try again.wait(for: "Keys per solved conversation")
        let history = try Served.run(["drill", "--history"], home: home)
        #expect(history.output.contains("In real shifts"), "\(history.output)")
    }
}
