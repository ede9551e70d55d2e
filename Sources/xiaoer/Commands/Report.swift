import ArgumentParser
import Engine
import Foundation
import Grading
import Language
import Shifts
import Storage

/// `xiaoer report`: the debrief of a stored shift, for reading, a spreadsheet, a program or a
/// browser.
struct Report: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            abstract: say("一班的复盘：文字、JSON、CSV 或网页", "A shift's debrief: text, JSON, CSV or a page"),
            discussion: say(
                "省略班次时取最近的一班。只读日志，不改动任何东西。",
                "Without a shift the newest is taken. The journal is read, nothing is changed."))
    }

    @Argument(help: help("班次编号或 .shift 文件", "A shift's id, or a .shift file"))
    var shift: String?

    @Flag(help: help("JSON", "JSON")) var json = false
    @Flag(help: help("CSV，一行一段会话", "CSV, a row a conversation")) var csv = false
    @Flag(help: help("网页，一个文件，不联网", "One HTML file that needs no network")) var html = false
    @Option(help: help("语言：zh 或 en", "Language: zh or en")) var language: String?

    func validate() throws {
        if [json, csv, html].filter({ $0 }).count > 1 {
            throw ValidationError(
                say("--json、--csv、--html 只能选一个", "Choose one of --json, --csv, --html"))
        }
    }

    func run() throws {
        let tongue = try Choice.tongue(language)
        let stored = try StoredShift(path: try ShiftName().path(of: shift))
        let report = try stored.report(Library())
        if json {
            write(report.json)
        } else if csv {
            // With the mark by which a spreadsheet knows that it is UTF-8.
            write("\u{FEFF}" + report.csv(in: tongue))
        } else if html {
            let card = stored.card
            write(
                report.html(
                    in: tongue, of: .init(id: card.id, title: card.title, trainee: card.trainee)))
        } else {
            PlainReport(tongue: tongue).lines(of: report).forEach(write)
        }
    }
}
