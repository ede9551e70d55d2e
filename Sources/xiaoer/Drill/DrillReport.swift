import Engine
import Foundation
import Typing

/// Progress in the drill as plain lines or JSON: the days of each language, and real shifts.
struct DrillReport {
    let shelf: DrillShelf
    let tongue: Tongue

    init(_ shelf: DrillShelf, tongue: Tongue) {
        self.shelf = shelf
        self.tongue = tongue
    }

    private func say(_ zh: String, _ en: String) -> String { tongue == .chinese ? zh : en }

    private func days(_ language: Tongue) -> [DrillHistory.Day] {
        shelf.history.days(in: language, offset: shelf.offset)
    }

    // MARK: Lines

    var lines: [String] {
        var lines: [String] = []
        for language in Tongue.allCases where !days(language).isEmpty {
            if !lines.isEmpty { lines.append("") }
            lines += self.lines(of: language)
        }
        if lines.isEmpty {
            lines.append(
                say(
                    "还没有打完的一轮。运行 xiaoer drill 开始。",
                    "No round has been finished yet. Run xiaoer drill."))
        }
        return lines + shiftLines
    }

    private func lines(of language: Tongue) -> [String] {
        let unit = language.paceUnit[tongue]
        let goal = shelf.sheet(language)?.goal
        let days = days(language)
        let top = max(goal ?? 0, days.compactMap(\.best).max() ?? 0, 1)
        var table = PlainTable([.left, .right, .right, .right, .right, .right, .left])
        table.add(
            say("日期", "day"), say("轮", "rounds"), say("最好", "best"), say("中间", "median"),
            say("准确", "accuracy"), say("改字", "taken back"), "")
        for day in days {
            table.add(
                day.date, "\(day.rounds)", day.best.map { "\($0)" } ?? "–",
                day.median.map { "\($0)" } ?? "–", "\(day.permille / 10).\(day.permille % 10)%",
                "\(day.corrections)", bar(day, top: top, goal: goal))
        }
        let head =
            say("打字练习", "Typing drill") + " · \(unit)"
            + (goal.map { say(" · 目标 \($0)", " · goal \($0)") } ?? "")
        return [head] + table.lines.map(Self.trimmed)
    }

    /// Twenty-four columns: solid to the median, light to the best, the goal marked.
    private func bar(_ day: DrillHistory.Day, top: Int, goal: Int?) -> String {
        let width = 24
        let median = (day.median ?? 0) * width / top
        let best = (day.best ?? 0) * width / top
        let mark = goal.map { max(0, min(width - 1, $0 * width / top - 1)) }
        var bar = ""
        for column in 0..<width {
            if column < median {
                bar += "█"
            } else if column < best {
                bar += "░"
            } else {
                bar += column == mark ? "|" : " "
            }
        }
        return bar
    }

    /// Without the blanks at the end.
    private static func trimmed(_ line: String) -> String {
        String(line.reversed().drop { $0 == " " }.reversed())
    }

    private var shiftLines: [String] {
        let shifts = shelf.history.shifts
        guard !shifts.isEmpty else { return [] }
        var table = PlainTable([.left, .left, .right, .right, .right, .right])
        table.add(
            say("日期", "day"), say("班", "shift"), Tongue.chinese.paceUnit[tongue],
            Tongue.english.paceUnit[tongue], say("按键/解决", "keys/solved"),
            say("短语省", "spared"))
        for shift in shifts {
            let typing = shift.typing
            table.add(
                CivilTime(shift.at, offset: shelf.offset).date, shift.title[tongue],
                typing.charactersPerMinute.map { "\($0)" } ?? "–",
                typing.wordsPerMinute.map { "\($0)" } ?? "–",
                typing.keysPerSolved.map { "\($0)" } ?? "–",
                typing.savedMilliseconds.map(Self.clock) ?? "–")
        }
        return ["", say("上班时", "In real shifts")] + table.lines
    }

    private static func clock(_ milliseconds: Int64) -> String {
        let seconds = (milliseconds + 500) / 1000
        return "\(seconds / 60):" + (seconds % 60 < 10 ? "0" : "") + "\(seconds % 60)"
    }

    // MARK: JSON

    /// What a program reads: the same days, and the shifts whole.
    private struct Coded: Encodable {
        struct Language: Encodable {
            var language: String
            var unit: String
            var goal: Int?
            var days: [DrillHistory.Day]
        }
        var languages: [Language]
        var shifts: [DrillLine.ShiftLine]
        var problems: [String]
    }

    var json: String {
        let coded = Coded(
            languages: Tongue.allCases.map { language in
                Coded.Language(
                    language: language.rawValue, unit: language == .chinese ? "cpm" : "wpm",
                    goal: shelf.sheet(language)?.goal, days: days(language))
            }, shifts: shelf.history.shifts, problems: shelf.problems.map { $0[tongue] })
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
        do { return String(decoding: try encoder.encode(coded), as: UTF8.self) } catch {
            preconditionFailure("a report that cannot be written as JSON: \(error)")
        }
    }
}
