import Foundation
import Rig
import Support
import Testing

@Suite(.waitsForTerminals) struct `The command line` {
    @Test func `plays the model run as plain lines where there is no terminal`() throws {
        let english = try Served.run([])
        #expect(english.status.isSuccess, "\(english.errors)")
        #expect(english.output.contains("Li Qian"))
        #expect(english.output.contains("Run xiaoer (or make run) in a terminal"))
        #expect(!english.output.contains("\u{1B}"))
        let chinese = try Served.run([], environment: ["LC_ALL": "zh_CN.UTF-8"])
        #expect(chinese.output.contains("李倩"))
        #expect(chinese.output.contains("在终端里运行 xiaoer"))
    }

    @Test(arguments: [
        (["desk", "--teme", "night"], "--theme"),
        (["desk", "--theme", "nihgt"], "night"),
        (["desk", "--language", "englsh"], "english"),
        (["play", "P02", "--agent", "goldn"], "golden"),
    ])
    func `a word it does not know ends with 64 and the nearest it knows`(
        arguments: [String], nearest: String
    ) throws {
        let answer = try Served.run(arguments)
        #expect(answer.status == .code(64))
        #expect(answer.errors.contains(nearest), "\(answer.errors)")
        #expect(answer.output.isEmpty)
    }

    @Test func `a wrong word is told in Chinese where the locale is Chinese`() throws {
        let answer = try Served.run(
            ["desk", "--theme", "nihgt"], environment: ["LC_ALL": "zh_CN.UTF-8"])
        #expect(answer.status == .code(64))
        #expect(answer.errors.contains("没有主题 nihgt。是不是 night？"))
    }

    @Test func `everything wrong with a pack is said at once, with lines, and ends with 65`() throws
    {
        let home = try TemporaryFolder()
        let pack = home.file("broken")
        _ = try Program.output(of: ["cp", "-r", Repository.path("Packs/first-shift"), pack])
        let file = pack + "/pack.yaml"
        let text = try String(contentsOfFile: file, encoding: .utf8)
            .replacing("minutes: 60", with: "minits: 60")
        try Data(text.utf8).write(to: URL(fileURLWithPath: file))
        let scenario = pack + "/scenarios/M02.yaml"
        let other = try String(contentsOfFile: scenario, encoding: .utf8)
            .replacing("level: ", with: "levle: ")
        try Data(other.utf8).write(to: URL(fileURLWithPath: scenario))
        for arguments in [["check", pack], ["play", pack], ["desk", "--pack", pack]] {
            let answer = try Served.run(arguments, home: home)
            #expect(answer.status == .code(65), "\(arguments): \(answer.errors)")
            #expect(answer.errors.contains("pack.yaml:14"), "\(answer.errors)")
            #expect(answer.errors.contains("minutes"), "\(answer.errors)")
            #expect(answer.errors.contains("M02.yaml:2"), "\(answer.errors)")
        }
    }

    @Test func `the same seed and commands give the same events`() throws {
        let command = ["play", "A03", "--agent", "golden", "--seed", "11", "--json"]
        let first = try Served.run(command)
        #expect(first.status.isSuccess, "\(first.errors)")
        #expect(try Served.run(command).output == first.output)
    }

    @Test func `play ends with 1 where a threshold is missed`() throws {
        let answer = try Served.run(["play", "P02", "--agent", "silent", "--at-least", "50"])
        #expect(answer.status == .code(1))
    }

    @Test func `a program can serve by lines of JSON`() throws {
        let answer = try Served.run(["gym"], input: "not json\n{\"do\":\"help\"}\n")
        #expect(answer.status.isSuccess)
        let lines = answer.output.split(separator: "\n")
        #expect(lines.count == 2)
        for line in lines {
            #expect(throws: Never.self) {
                _ = try JSONSerialization.jsonObject(with: Data(line.utf8))
            }
        }
    }

    @Test func `an installed desk finds its packs from anywhere`() throws {
        let home = try TemporaryFolder()
        let prefix = home.file("prefix")
        _ = try Program.output(
            of: [Repository.path("Scripts/install"), try Repository.program(), prefix])
        let play = try Program.run(
            [prefix + "/bin/xiaoer", "play", "P02", "--json"],
            surroundings: Surroundings(home: home), folder: "/")
        #expect(play.status.isSuccess, "\(play.errors)")
    }
}
