import ArgumentParser
import Console
import Engine
import Foundation
import Shifts
import Terminal

/// `xiaoer screen`: the desk at one moment of a shift, as text, ANSI or SVG.
struct ScreenCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "screen",
            abstract: say(
                "一班里某一刻的屏幕：文字、ANSI 或 SVG", "The screen at a moment of a shift: text, ANSI or SVG"),
            discussion: say(
                "例：xiaoer screen first-shift --at 6:40 --size 120x36 --as svg --out desk.svg。给教学包或场景时画示范。",
                "Example: xiaoer screen first-shift --at 6:40 --size 120x36 --as svg --out desk.svg. A pack or a scenario means its model run."
            ))
    }

    @Argument(
        help: help("班次编号、.shift 文件、教学包或场景", "A shift’s id, a .shift file, a pack or a scenario"))
    var shift: String

    @Option(
        help: help(
            "时刻：6:40 是开班后，120 是第几步；省略时是最后",
            "The moment: 6:40 after the beginning, 120 an entry; the end when left out"))
    var at: String?

    @Option(help: help("大小，列x行", "Size, COLUMNSxROWS"))
    var size = "80x24"

    @Option(name: .customLong("as"), help: help("text、ansi 或 svg", "text, ansi or svg"))
    var form = "text"

    @Option(help: help("主题", "Theme")) var theme = "night"
    @Option(help: help("语言：zh 或 en", "Language: zh or en")) var language: String?
    @Option(help: help("示范用的种子", "The seed of a model run")) var seed: UInt64?
    @Option(help: help("转到这位顾客", "Turns to this customer")) var customer: String?
    @Option(help: help("写处已经写了什么", "What stands in the composer")) var draft: String?
    @Option(help: help("再按这些键，如 \"F2 Alt-O\"", "Presses these keys, such as \"F2 Alt-O\""))
    var press: String?
    @Flag(help: help("投影的样子", "As it is presented")) var present = false
    @Option(help: help("写进这个文件", "Writes to this file")) var out: String?

    private static let forms = ["text", "ansi", "svg"]

    func run() throws {
        guard Self.forms.contains(form) else {
            let hint = Spelling.nearest(to: form, among: Self.forms)
            throw Failure.usage(
                "没有样式 \(form)。" + (hint.map { "是不是 \($0)？" } ?? "") + "可以是 text、ansi、svg。",
                "There is no form \(form). " + (hint.map { "Did you mean \($0)? " } ?? "")
                    + "Say text, ansi or svg.")
        }
        let tongue = try Choice.tongue(language)
        let library = try Library()
        let shown = try ShownShift(shift, library: library, tongue: tongue, seed: seed)
        let wishes = PictureWishes(
            size: try PictureWishes.size(size), theme: theme, tongue: tongue, presents: present)
        let desk = try wishes.desk(library, for: shown)
        try retrace(shown, on: desk)
        try handle(desk)
        let picture = desk.draw()
        let text =
            switch form {
            case "ansi": picture.ansi
            case "svg": picture.svg(label: label(shown, tongue), wearing: desk.theme)
            default: picture.picture + "\n"
            }
        guard let out else {
            FileHandle.standardOutput.write(Data(text.utf8))
            return
        }
        try StoredFile.write(Array(text.utf8), to: out)
    }

    private func retrace(_ shown: ShownShift, on desk: Desk) throws {
        let moment = try at.map { try ShownMoment($0) }
        switch moment?.place {
        case nil: desk.retrace(shown.entries)
        case .entry(let number):
            guard (0...shown.entries.count).contains(number) else {
                throw Failure.usage(
                    "没有第 \(number) 步；这一班有 \(shown.entries.count) 步。",
                    "There is no entry \(number); this shift has \(shown.entries.count).")
            }
            desk.retrace(shown.entries.prefix(number))
        case .after(let span):
            let end = shown.card.startsAt + span
            desk.retrace(shown.entries.prefix { $0.at <= end }, until: end)
        }
    }

    private func handle(_ desk: Desk) throws {
        if let customer {
            guard desk.turn(toCustomer: customer) else {
                throw Failure.usage(
                    "这时没有叫 \(customer) 的顾客。", "Nobody called \(customer) is here at that moment.")
            }
        }
        if let draft { desk.handle([.paste(draft)]) }
        guard let press else { return }
        guard let series = KeySeries(name: press) else {
            let hint = KeySeries.nearest(to: press)
            throw Failure.usage(
                "没有键 \(press)。" + (hint.map { "是不是 \($0)？" } ?? ""),
                "There is no key \(press). " + (hint.map { "Did you mean \($0)?" } ?? ""))
        }
        for key in series.keys {
            desk.handle([.key(key)])
            _ = desk.draw()
        }
    }

    private func label(_ shown: ShownShift, _ tongue: Engine.Tongue) -> String {
        (tongue == .chinese ? "店小二 · " : "xiaoer · ") + shown.card.title[tongue]
    }
}

extension Canvas {
    /// The picture with a theme's own ground around it.
    func svg(label: String, wearing theme: Theme) -> String {
        let ground = theme[.text]
        guard case .indexed(let front) = ground.foreground,
            case .indexed(let back) = ground.background
        else { return svg(label: label) }
        return svg(
            label: label, foreground: Terminal.Palette.rgb(front),
            background: Terminal.Palette.rgb(back))
    }
}
