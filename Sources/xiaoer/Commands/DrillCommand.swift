import ArgumentParser
import Console
import Engine
import Foundation
import Storage
import Typing

/// `xiaoer drill`: the typing drill, or its progress as text or JSON.
struct DrillCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "drill",
            abstract: say(
                "打字练习：真实句子，字/分、准确率、每天的进步",
                "The typing drill: real sentences, speed, accuracy, progress over days"),
            discussion: say(
                """
                例：xiaoer drill --seed 7            同一个种子，同样的句子
                例：xiaoer drill --history           每天最好和中间的一轮
                例：xiaoer drill --history --json
                经输入法打字怎么量，见 Docs/Typing.md。
                """,
                """
                Example: xiaoer drill --seed 7            the same seed, the same sentences
                Example: xiaoer drill --history           best and median round of each day
                Example: xiaoer drill --history --json
                Docs/Typing.md says how typing through an input method is measured.
                """))
    }

    @Flag(help: help("不练，只列每天的进步", "No drill: print the progress")) var history = false
    @Flag(help: help("JSON，和 --history 一起用", "JSON; goes with --history")) var json = false
    @Option(help: help("种子：同一种子出同样的句子", "The seed: the same one brings the same sentences"))
    var seed: UInt64?
    @Option(help: help("语言：zh 或 en", "Language: zh or en")) var language: String?

    func validate() throws {
        if json && !history {
            throw ValidationError(say("--json 要和 --history 一起用", "--json goes with --history"))
        }
        if history && seed != nil {
            throw ValidationError(
                say("--seed 不和 --history 一起用", "--seed does not go with --history"))
        }
    }

    func run() throws {
        let tongue = try language.map { try Choice.tongue($0) }
        let library = try Library()
        guard history else { return try open(library, tongue) }
        let folders: Folders
        do { folders = try Folders(environment: ProcessInfo.processInfo.environment) } catch {
            throw Failure(code: error.exitCode, sentence: error.words)
        }
        let shelf = DrillFolder(data: library.data, folders: folders).shelf(seed: nil)
        let report = DrillReport(shelf, tongue: tongue ?? Speech.tongue)
        for problem in shelf.problems { complain(problem[tongue ?? Speech.tongue]) }
        if json {
            write(report.json)
        } else {
            report.lines.forEach(write)
        }
    }

    private func open(_ library: Library, _ tongue: Tongue?) throws {
        guard isatty(STDIN_FILENO) == 1, isatty(STDOUT_FILENO) == 1 else {
            throw Failure.input(
                Bilingual(
                    zh: "练习要在终端里打；看进步用 xiaoer drill --history。",
                    en:
                        "A drill is typed in a terminal; xiaoer drill --history prints the progress."
                ))
        }
        try DeskLoop(
            library: library,
            wishes: DeskLoop.Opening(
                pack: nil, scenarios: [], seed: seed, tongue: tongue, theme: nil, atDesk: false,
                isPaused: false, crowd: nil, drills: true)
        ).run()
    }
}
