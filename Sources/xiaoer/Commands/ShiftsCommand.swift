import ArgumentParser
import Engine
import Foundation
import Grading
import Replaying
import Shifts
import Storage

/// `xiaoer shifts`: what lies on the shelf, branches below what they were taken over from.
struct ShiftsCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "shifts",
            abstract: say("列出全部班次，分支排成树", "List every shift, branches as a tree"))
    }

    func run() throws {
        let shelved = try ShiftName().all
        guard !shelved.isEmpty else {
            return write(
                say("还没有上过班。运行 xiaoer 开始第一班。", "No shift has been served yet. Run xiaoer to begin.")
            )
        }
        let tree = ShiftTree(shelved.map { ($0.id, $0.header?.parent?.id) })
        for row in tree.rows {
            let shift = shelved[row.index]
            write((row.lead(isPlain: false) + shift.id + "  " + words(shift)).printable)
        }
    }

    private func words(_ shift: ShelvedShift) -> String {
        guard let header = shift.header,
            let card = try? StoredShift.card(of: header, path: shift.path)
        else {
            if case .unreadable(let fault) = shift.state { return fault.words[Speech.tongue] }
            return ""
        }
        var parts = [card.title[Speech.tongue]]
        if let parent = header.parent {
            let clock = CivilTime(parent.at).clock
            parts.append(say("\(clock) 接手", "taken over at \(clock)"))
        }
        parts.append(say("\(shift.entries) 条", "\(shift.entries) entries"))
        switch shift.state {
        case .unfinished: parts.append(say("没上完", "not over"))
        case .inUse: parts.append(say("正在上", "being served"))
        case .finished(let bytes):
            let summary = try? EntryCoding().decode(ShiftSummary.self, from: bytes)
            parts.append(
                summary.map { say("\($0.score) 分", "\($0.score) points") } ?? say("已下班", "over"))
        case .unreadable(let fault): parts.append(fault.words[Speech.tongue])
        }
        return parts.joined(separator: " · ")
    }
}
