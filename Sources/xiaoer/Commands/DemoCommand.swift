import ArgumentParser
import Console
import Engine
import Foundation
import Grading
import Scenarios
import Shifts
import Simulation
import Storage
import Terminal

/// `xiaoer demo`: a model run that plays by itself at the desk, with captions.
struct DemoCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "demo",
            abstract: say(
                "自己放的示范：不用动手，约三分半钟",
                "A demonstration that plays by itself, about three and a half minutes"),
            discussion: say(
                "Alt-Shift-G 由您接手，再按交还；F9 停一停。不在终端里时不画屏幕，放完核对得分和示范走法一样。",
                """
                Alt-Shift-G takes it over and gives it back, F9 holds it. Where there is no terminal \
                nothing is drawn, and the score is compared with the model run's.
                """))
    }

    @Argument(help: help("教学包名、路径或场景", "A pack’s name or path, or a scenario")) var pack =
        "first-shift"
    @Option(help: help("快慢：1 是能跟着读的速度", "How fast: 1 can be read along")) var speed = 1.0
    @Flag(help: help("讲解点停下来，按键再继续", "Stop at teaching points until a key is pressed"))
    var stop = false
    @Flag(help: help("不用投影的样子", "Not in the presenting view")) var plain = false
    @Option(help: help("语言：zh 或 en", "Language: zh or en")) var language: String?
    @Option(help: help("种子；省略时用教学包的", "The seed; the pack’s own when left out")) var seed: UInt64?
    @Option(help: help("主题；投影时用 projector", "Theme; projector while presenting")) var theme: String?
    @Option(help: help("不放，录成 asciicast 写进文件", "Do not show it; write it as an asciicast"))
    var cast: String?
    @Option(help: help("录的时候多大，列x行", "The size of a recording")) var size = "80x24"

    func run() throws {
        guard speed >= 0.1, speed <= 1000 else {
            throw Failure.usage("--speed 在 0.1 到 1000 之间。", "--speed goes from 0.1 to 1000.")
        }
        let library = try Library()
        let tongue = try language.map { try Choice.tongue($0) }
        let scenario = try library.premises(ofScenario: pack)
        let premises = try (scenario?.premises ?? library.premises(pack)).seeded(seed)
        let shown = scenario.map { [$0.scenario] } ?? premises.pack.demo?.scenarios ?? []
        let pace = DemoPlayer.Pace(percent: Int(speed * 100), stops: stop)
        let isTerminal = isatty(STDIN_FILENO) == 1 && isatty(STDOUT_FILENO) == 1
        if let theme { try DeskCommandLine.check(theme, library) }
        guard cast == nil, isTerminal else {
            let wishes = PictureWishes(
                size: try PictureWishes.size(size), theme: theme ?? "night",
                tongue: tongue ?? Speech.tongue, presents: !plain)
            let card = premises.card(
                id: "demo", tongue: tongue ?? Speech.tongue, seed: seed, scenarios: shown)
            try UnseenDemo(library: library, premises: premises, card: card, wishes: wishes)
                .run(pace: DemoPlayer.Pace(percent: Int(speed * 100)), cast: cast)
            return
        }
        try DeskLoop(
            library: library,
            wishes: DeskLoop.Opening(
                pack: scenario?.premises.pack.name ?? pack, scenarios: shown,
                seed: seed ?? premises.pack.seed, tongue: tongue, theme: theme, atDesk: true,
                isPaused: false, crowd: nil, presents: !plain, demo: pace)
        ).run()
    }
}

/// The same player without a screen: as fast as it can, said in lines or written as a recording,
/// and its score held against the model run's.
struct UnseenDemo {
    let library: Library
    let premises: Premises
    let card: ShiftCard
    let wishes: PictureWishes

    func run(pace: DemoPlayer.Pace, cast: String?) throws {
        let folders = try Folders.here()
        var themes = ThemeShelf(folders: [library.data.themes, folders.themes])
        themes.wear(wishes.theme)
        let program = DeskProgram(
            library: library, folders: folders, shifts: folders.shifts, settings: Settings(),
            seed: card.seed)
        let desk = program.desk(
            settings: DeskSettings(tongue: wishes.tongue, theme: wishes.theme), themes: themes,
            keymaps: KeymapShelf(folders: [library.data.keymaps]), size: wishes.size)
        let shift = premises.open(card)
        program.show(shift, of: premises)
        desk.open(shift)
        desk.play(
            DemoPlayer(DemoScript(premises.pack, tongue: card.tongue), pace: pace))
        if wishes.presents { desk.present(true) }
        var recording = cast.map { _ in
            Asciicast(size: wishes.size, title: card.title[wishes.tongue])
        }
        let isSaid = cast == nil
        let time = play(desk, saying: isSaid, into: &recording)
        if let cast, var recording {
            recording.rest(until: time + 2000)
            try StoredFile.write(Array(recording.drain().utf8), to: cast)
            write("\(cast): \(recording.count)")
        }
        try judge(shift, milliseconds: time, saying: isSaid)
    }

    /// Plays to the end; answers how long it would have taken.
    private func play(_ desk: Desk, saying: Bool, into recording: inout Asciicast?) -> Int {
        let printer = PlainTranscript(tongue: wishes.tongue, offset: premises.pack.offset)
        let fixture = premises.pack.fixture(in: card.tongue)
        var time = 0
        var told = 0
        var caption: DemoCaption?
        if saying { write(printer.title(card)) }
        while desk.demo?.state == .playing {
            recording?.take(desk.draw(), at: time)
            let wake = desk.nextWake ?? 1
            desk.elapse(milliseconds: wake)
            time += wake
            guard saying, let shift = desk.shift else { continue }
            if let now = desk.demo?.caption, now != caption {
                write("▌ " + now.text[wishes.tongue])
            }
            caption = desk.demo?.caption
            for record in shift.records[told...] {
                printer.lines(of: record, in: fixture).forEach(write)
            }
            told = shift.records.count
        }
        recording?.take(desk.draw(), at: time)
        return time
    }

    private func judge(_ shift: Shift, milliseconds: Int, saying: Bool) throws {
        let shownReport = premises.report(on: shift.records, of: card)
        let goldenReport = try Rehearsal.play(premises, card, by: .golden).report
        let shown = shownReport.score.total
        let golden = goldenReport.score.total
        let seconds = milliseconds / 1000
        if saying {
            let length = "\(seconds / 60):" + (seconds % 60 < 10 ? "0" : "") + "\(seconds % 60)"
            write(
                Bilingual(
                    zh: "得分 \(shown)，示范走法 \(golden)；放一遍要 \(length)。",
                    en: "Score \(shown), the model run's \(golden); it takes \(length) to show.")[
                        wishes.tongue])
        }
        guard shown == golden else {
            // Where they part, line by line.
            let printer = PlainReport(tongue: wishes.tongue)
            let lines = printer.lines(of: shownReport)
            let wanted = printer.lines(of: goldenReport)
            for line in lines where !wanted.contains(line) { complain("+ " + line) }
            for line in wanted where !lines.contains(line) { complain("- " + line) }
            throw Failure(
                code: 1,
                sentence: Bilingual(
                    zh: "放出来得 \(shown) 分，示范走法得 \(golden) 分，应当一样。",
                    en: "Shown it scores \(shown), and the model run \(golden): they must agree."))
        }
    }
}
