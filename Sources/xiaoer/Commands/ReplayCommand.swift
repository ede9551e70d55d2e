import ArgumentParser
import Engine
import Foundation
import Replaying
import Scenarios
import Shifts
import Storage

/// `xiaoer replay`: a stored shift at the desk, as it was; where there is no terminal, as lines.
struct ReplayCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "replay",
            abstract: say("回放一班：当时的工作台，带时间线", "Go through a shift again: the desk as it was"),
            discussion: say(
                "省略班次时取最近的一班。空格播放，← → 一步步走，n 下一处标记，g 去某一刻，a 写批注，t 从这里接手。",
                """
                Without a shift the newest is taken. Space plays, ← → step, n goes to the next mark, \
                g to a moment, a writes a note, t takes over from there.
                """))
    }

    @Argument(help: help("班次编号或 .shift 文件", "A shift's id, or a .shift file"))
    var shift: String?

    @Option(
        help: help(
            "从哪一刻看起：14:05、#120、50%", "The moment to begin at: 14:05, #120, 50%"))
    var at: String?

    @Option(help: help("工作台的语言：zh 或 en", "The desk's language: zh or en"))
    var language: String?

    @Option(
        help: help(
            "主题：night day projector colour-blind mono",
            "Theme: night day projector colour-blind mono"))
    var theme: String?

    func run() throws {
        let tongue = try language.map { try Choice.tongue($0) }
        let moment = try at.map { try Choice.moment($0) }
        let path = try ShiftName().path(of: shift)
        let library = try Library()
        guard isatty(STDIN_FILENO) == 1, isatty(STDOUT_FILENO) == 1 else {
            try printLines(of: path, library, tongue ?? Speech.tongue)
            return
        }
        if let theme { try DeskCommandLine.check(theme, library) }
        // Read here first, so that what is wrong with it is said where it was typed.
        _ = try StoredShift.opening(of: path, library)
        try DeskLoop(
            library: library,
            wishes: DeskLoop.Opening(
                pack: nil, scenarios: [], seed: nil, tongue: tongue, theme: theme, atDesk: false,
                isPaused: true, crowd: nil,
                replay: DeskLoop.Replayed(
                    name: path.contains("/") ? path : "./" + path, moment: moment))
        ).run()
    }

    private func printLines(of path: String, _ library: Library, _ tongue: Tongue) throws {
        let (card, premises) = try StoredShift.opening(of: path, library)
        let fixture = premises.pack.fixture(in: card.tongue)
        let printer = PlainTranscript(tongue: tongue, offset: premises.pack.offset)
        write(printer.title(card))
        let reel = Reel(card: card, fixture: fixture, total: 0)
        ReelFile.read(path, into: reel)
        for record in reel.records() {
            for line in printer.lines(of: record, in: fixture) { write(line.printable) }
        }
        if case .cut(let why)? = reel.ending { throw Failure(code: 65, sentence: why) }
    }
}

extension StoredShift {
    /// What a shift was begun with, and its shop.
    static func opening(
        of path: String, _ library: Library, pack: String? = nil
    ) throws -> (card: ShiftCard, premises: Premises) {
        do {
            let header = try Journal.header(of: path)
            let card = try card(of: header, path: path)
            return (card, try library.premises(of: card, pack: pack))
        } catch let fault as StorageFault {
            throw Failure(code: fault.exitCode, sentence: fault.words)
        }
    }
}

extension Choice {
    static func moment(_ typed: String) throws -> MomentWish {
        guard let wish = MomentWish(typed) else {
            throw Failure.usage(
                "“\(typed)”不是时刻。写 14:05、14:05:30、#120（第 120 条）、50%。",
                "“\(typed)” is no moment. Write 14:05, 14:05:30, #120 (entry 120) or 50%.")
        }
        return wish
    }
}
