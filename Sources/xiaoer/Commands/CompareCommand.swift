import ArgumentParser
import Engine
import Foundation
import Grading
import Replaying
import Shifts
import Storage

/// `xiaoer compare`: two shifts with the same customers beside each other, as lines.
struct CompareCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "compare",
            abstract: say("两班并排看：分支和原班", "Two shifts beside each other: a branch and its origin"),
            discussion: say(
                "只写一班时，和它接手的那班比。", "With one shift, it is compared with its origin."))
    }

    @Argument(help: help("班次编号或 .shift 文件", "A shift's id, or a .shift file"))
    var first: String

    @Argument(help: help("另一班", "The other shift"))
    var second: String?

    @Option(
        help: help("教学包的文件夹，不在平常的地方时", "The pack's folder, where it is not among the usual ones"))
    var pack: String?

    @Option(help: help("语言：zh 或 en", "Language: zh or en")) var language: String?

    func run() throws {
        let tongue = try Choice.tongue(language)
        let names = try ShiftName()
        let library = try Library()
        let paths = try self.paths(names)
        let sides = try paths.map { path in
            let stored = try StoredShift(path: path)
            return stored.side(judgedBy: try library.premises(of: stored.card, pack: pack))
        }
        let comparison: Comparison
        do { comparison = try Comparison(sides[0], sides[1]) } catch {
            throw Failure(code: 65, sentence: error.words)
        }
        for line in PlainComparison(tongue: tongue).lines(of: comparison) {
            write(line.printable)
        }
    }

    private func paths(_ names: ShiftName) throws -> [String] {
        let path = try names.path(of: first)
        if let second { return [path, try names.path(of: second)] }
        do {
            let header = try Journal.header(of: path)
            guard let parent = header.parent else {
                throw Failure.usage(
                    "\(first) 不是分支；再写一班来比。", "\(first) is no branch; name another shift to compare."
                )
            }
            return [try names.path(of: parent.id), path]
        } catch let fault as StorageFault {
            throw Failure(code: fault.exitCode, sentence: fault.words)
        }
    }
}

/// Two lines of a shift in plain text: what came of each customer on either side, and what was
/// said from the moment on at which they part.
struct PlainComparison {
    let tongue: Tongue

    func lines(of comparison: Comparison) -> [String] {
        let (left, right) = (comparison.left, comparison.right)
        let clock = CivilTime(comparison.partAt, offset: left.shop.offset)
        var lines = [
            "A  \(left.card.id) · \(left.card.title[tongue])",
            "B  \(right.card.id) · \(right.card.title[tongue])",
            say(
                "前 \(comparison.shared) 个事件一样，",
                "The first \(comparison.shared) events are the same; ")
                + say("\(clock.clock) 起分开", "they part at \(clock.clock)"),
            say("班次得分", "Shift score") + "  A \(left.report.score.total)  B "
                + "\(right.report.score.total)",
        ]
        for row in comparison.rows where row.differs {
            lines += ["", row.name]
            lines.append(
                "  A  " + (row.left.map { figures($0.outcome) } ?? say("没有来", "did not come")))
            lines.append(
                "  B  " + (row.right.map { figures($0.outcome) } ?? say("没有来", "did not come")))
            for (name, side, figures) in [("A", left, row.left), ("B", right, row.right)] {
                guard let figures else { continue }
                lines += said(side, figures.conversation, after: comparison.shared).map {
                    "  \(name) │ \($0)"
                }
            }
        }
        return lines
    }

    private func figures(_ outcome: Comparison.Outcome) -> String {
        var parts = [
            say("得分", "grade") + " \(outcome.grade)",
            say("心情", "mood") + " \(outcome.mood) (" + say("最低", "lowest") + " \(outcome.lowest))",
        ]
        if let stars = outcome.stars { parts.append(String(repeating: "★", count: stars)) }
        parts += outcome.orders.suffix(2).map { "\($0.id) \($0.status.name[tongue])" }
        for kind in PromiseReport.Outcome.allCases {
            let count = outcome.promises.count { $0 == kind }
            if count > 0 { parts.append(say("承诺", "promises") + " \(kind.name[tongue]) \(count)") }
        }
        return parts.joined(separator: " · ")
    }

    private func said(
        _ side: Comparison.Side, _ id: ConversationID, after shared: Int
    ) -> [String] {
        let printer = PlainTranscript(tongue: tongue, offset: side.shop.offset)
        let fixture = side.shop.store
        return side.records.flatMap { record -> [String] in
            let lines = printer.lines(of: record, in: fixture)
            let isTheirs =
                record.sequence > shared && record.event.conversation(in: side.shop) == id
            return isTheirs ? lines : []
        }
    }

    private func say(_ zh: String, _ en: String) -> String { tongue == .chinese ? zh : en }
}
