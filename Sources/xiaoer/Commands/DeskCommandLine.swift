import ArgumentParser
import Console
import Engine
import Foundation
import Grading
import Language
import Scenarios
import Shifts
import Simulation
import Storage
import Terminal

/// `xiaoer`, `xiaoer desk`: the desk itself.
struct DeskCommandLine: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "desk", abstract: say("打开工作台（默认）", "Open the desk (the default)"))
    }

    @Option(help: help("教学包名或路径：直接开它的班", "A pack's name or path: its shift begins at once"))
    var pack: String?

    @Option(
        help: help("只来这些场景，可写多次；直接开班", "Only these scenarios, at once; may be given several times"))
    var scenario: [String] = []

    @Option(help: help("种子：同一种子来同样的顾客", "The seed: the same one brings the same customers"))
    var seed: UInt64?

    @Option(help: help("工作台和顾客的语言：zh 或 en", "The desk's and the customers' language: zh or en"))
    var language: String?

    @Option(
        help: help(
            "主题：night day projector colour-blind mono",
            "Theme: night day projector colour-blind mono"))
    var theme: String?

    @Option(help: help("你的名字，写进班次文件", "Your name, noted in the shift’s file"))
    var `as`: String?

    @Flag(help: help("跳过开始页，直接开班", "Skip the start page and begin the shift"))
    var atDesk = false

    @Flag(help: help("暂停着开始", "Begin paused"))
    var paused = false

    @Option(
        help: help(
            "生成这么多会话，用来测速度；不保存", "Generate so many conversations, to measure speed; nothing is kept"
        ))
    var crowd: Int?

    @Flag(
        help: help("给全班看：大字疏行、投影配色、显示按键", "For a class: airy, the projector’s colours, keys told"))
    var present = false

    @Flag(
        help: help(
            "朗读模式：一行行的字，不画屏幕，给读屏软件和管道",
            "Linear: plain lines for a screen reader or a pipe, nothing drawn"))
    var linear = false

    @Option(help: help("把屏幕录成 asciicast", "Record the screen as an asciicast")) var cast: String?

    func run() throws {
        let tongue = try language.map { try Choice.tongue($0) }
        let library = try Library()
        if let theme { try Self.check(theme, library) }
        if let crowd, !(1...1_000_000).contains(crowd) {
            throw Failure.usage("--crowd 要在 1 到 1000000 之间。", "--crowd goes from 1 to 1000000.")
        }
        if linear {
            let (place, scenario) = try place(of: scenario, library)
            try LinearLoop(
                library: library,
                wishes: DeskLoop.Opening(
                    pack: place, scenarios: scenario, seed: seed, tongue: tongue, theme: nil,
                    atDesk: true, isPaused: paused, crowd: nil, trainee: `as`)
            ).run()
            return
        }
        guard isatty(STDIN_FILENO) == 1, isatty(STDOUT_FILENO) == 1 else {
            try GoldenShow(library: library, pack: pack, seed: seed, tongue: tongue).run()
            return
        }
        let (place, scenario) = try place(of: scenario, library)
        try DeskLoop(
            library: library,
            wishes: DeskLoop.Opening(
                pack: place, scenarios: scenario, seed: seed, tongue: tongue, theme: theme,
                atDesk: atDesk || crowd != nil || pack != nil || !scenario.isEmpty,
                isPaused: paused, crowd: crowd, presents: present, cast: cast, trainee: `as`)
        ).run()
    }

    /// The pack in which the wished scenarios are; one that is nowhere is said at once, rather than
    /// another shift opened in its place.
    private func place(of scenarios: [String], _ library: Library) throws -> (
        pack: String?, scenarios: [String]
    ) {
        guard let first = scenarios.first else { return (pack, []) }
        let premises: Premises
        if let pack {
            premises = try library.premises(pack)
        } else if let found = try library.premises(ofScenario: first) {
            premises = found.premises
        } else {
            throw Failure.noInput(
                "没有场景 \(first)。xiaoer check 教学包 会列出它的场景。",
                "There is no scenario \(first). xiaoer check PACK lists those of a pack.")
        }
        let known = premises.pack.scenarios.map(\.id)
        let named = scenarios.map { id in
            known.first { $0.lowercased() == id.lowercased() } ?? id
        }
        for id in named where !known.contains(id) {
            let hint = Spelling.nearest(to: id, among: known)
            throw Failure.noInput(
                "教学包 \(premises.pack.name) 里没有场景 \(id)。" + (hint.map { "是不是 \($0)？" } ?? ""),
                "The pack \(premises.pack.name) has no scenario \(id). "
                    + (hint.map { "Did you mean \($0)?" } ?? ""))
        }
        return (pack ?? premises.pack.name, named)
    }

    static func check(_ theme: String, _ library: Library) throws {
        var themeFolders = [library.data.themes]
        if let folders = try? Folders(environment: ProcessInfo.processInfo.environment) {
            themeFolders.append(folders.themes)
        }
        let known = ThemeShelf(folders: themeFolders).names
        guard !known.contains(theme) else { return }
        let hint = Spelling.nearest(to: theme, among: known)
        throw Failure.usage(
            "没有主题 \(theme)。" + (hint.map { "是不是 \($0)？" } ?? "") + "现有："
                + known.joined(separator: "、"),
            "There is no theme \(theme). " + (hint.map { "Did you mean \($0)? " } ?? "")
                + "There are: " + known.joined(separator: ", "))
    }
}

/// Where there is no terminal: the first shift's model run as plain lines, and how to open the
/// desk.
struct GoldenShow {
    let library: Library
    let pack: String?
    let seed: UInt64?
    let tongue: Engine.Tongue?

    func run() throws {
        let tongue = tongue ?? Speech.tongue
        let premises = try library.premises(pack ?? "first-shift").seeded(seed)
        let card = premises.card(id: "show", tongue: tongue, seed: seed)
        let printer = PlainTranscript(tongue: tongue, offset: premises.pack.offset)
        let shop = premises.pack.fixture(in: tongue)
        write(printer.title(card))
        let rehearsal = try Rehearsal.play(premises, card, by: .golden) { records in
            for record in records { printer.lines(of: record, in: shop).forEach(write) }
        }
        PlainReport(tongue: tongue).lines(of: rehearsal.report).forEach(write)
        write("")
        write(
            tongue == .chinese
                ? "这里不是终端，所以放了一遍示范。在终端里运行 xiaoer（或 make run）就能坐到工作台前。"
                : "This is no terminal, so the model run was played. Run xiaoer (or make run) in a terminal to sit down at the desk."
        )
    }
}
