import ArgumentParser
import Console
import Engine
import Foundation
import Shifts
import Terminal

/// `xiaoer record`: a stored shift or a model run as a recording that asciinema plays, drawn from
/// its journal: nobody had to record while it was served.
struct RecordCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "record",
            abstract: say("把一班录成 asciicast", "A shift as an asciicast recording"),
            discussion: say(
                "例：xiaoer record first-shift --cast first.cast --idle 2。用 asciinema play first.cast 看。",
                "Example: xiaoer record first-shift --cast first.cast --idle 2. Watch it with asciinema play first.cast."
            ))
    }

    @Argument(
        help: help("班次编号、.shift 文件、教学包或场景", "A shift’s id, a .shift file, a pack or a scenario"))
    var shift: String

    @Option(help: help("写进这个文件", "The file to write")) var cast: String
    @Option(help: help("大小，列x行", "Size, COLUMNSxROWS")) var size = "120x36"
    @Option(help: help("主题", "Theme")) var theme = "night"
    @Option(help: help("语言：zh 或 en", "Language: zh or en")) var language: String?
    @Option(help: help("示范用的种子", "The seed of a model run")) var seed: UInt64?
    @Option(
        help: help(
            "没有动静时最多留几秒；省略时全留", "The most seconds kept of a time without change; all when left out")
    )
    var idle: Double?
    @Option(help: help("店里的几秒录成一秒", "Shop seconds in one second of the recording")) var speed = 1.0
    @Flag(help: help("投影的样子", "As it is presented")) var present = false

    func run() throws {
        guard speed > 0, speed <= 3600 else {
            throw Failure.usage(
                "--speed 要大于 0，不超过 3600。", "--speed is more than 0 and at most 3600.")
        }
        if let idle, !(idle > 0 && idle <= 86_400) {
            throw Failure.usage("--idle 要大于 0 秒。", "--idle is more than 0 seconds.")
        }
        let tongue = try Choice.tongue(language)
        let library = try Library()
        let shown = try ShownShift(shift, library: library, tongue: tongue, seed: seed)
        let wishes = PictureWishes(
            size: try PictureWishes.size(size), theme: theme, tongue: tongue, presents: present)
        let desk = try wishes.desk(library, for: shown)
        var recording = Asciicast(
            size: wishes.size, title: shown.card.title[tongue],
            at: shown.card.startsAt.milliseconds / 1000, idle: idle.map { Int($0 * 1000) })
        recording.take(desk.draw(), at: 0)
        var last = 0
        for entry in shown.entries {
            desk.retrace([entry])
            let shop = (entry.at - shown.card.startsAt).milliseconds
            last = Int(Double(shop) / speed)
            recording.take(desk.draw(), at: last)
        }
        // The last picture is looked at too.
        recording.rest(until: last + 3000)
        try StoredFile.write(Array(recording.drain().utf8), to: cast)
        write(
            say(
                "\(cast)：\(shown.entries.count) 步，\(recording.count) 幅画面。",
                "\(cast): \(shown.entries.count) entries, \(recording.count) pictures."))
    }
}
