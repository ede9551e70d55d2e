import Engine
import Foundation
import Staffing

/// The answer to `xiaoer staffing` for a steady stream of customers: as text and as JSON.
struct StaffingReport {
    let work: Workload
    let goal: ServiceGoal
    let agents: Int
    /// The fewest with whom the goal is reached.
    let needed: Int
    let figures: QueueFigures
    let run: QueueRun?
    let seed: UInt64
    let shrinkage: Int?
    let roster: Int?
    let tongue: Tongue

    func say(_ zh: String, _ en: String) -> String { tongue == .chinese ? zh : en }

    private func seconds(_ value: Double, _ digits: Int) -> String {
        Plain.fixed(value, digits) + say(" 秒", " s")
    }

    /// What makes the answer doubtful.
    var warnings: [String] {
        guard let run, !run.isLongEnough else { return [] }
        return [
            say(
                "\(run.arrivals) 位太少：这条队伍忘得慢，误差会偏小。请用 --arrivals \(run.enough) 或更多。",
                "\(run.arrivals) customers are too few: this queue forgets slowly, and the errors are "
                    + "too small. Say --arrivals \(run.enough) or more.")
        ]
    }

    /// For reading.
    var lines: [String] {
        get throws { heading + [""] + (try table) + simulated }
    }

    private var heading: [String] {
        let patience = work.patience.map {
            say("等 \($0.seconds) 秒会走", "patience \($0.seconds) s")
        }
        let first = [
            say("每小时 \(Plain.number(work.perHour)) 位", "\(Plain.number(work.perHour)) an hour"),
            say("每位 \(work.handling.seconds) 秒", "\(work.handling.seconds) s each"),
            patience ?? say("没人会走", "nobody gives up"),
            say(
                "同时接 \(work.chats) 位",
                work.chats == 1 ? "1 chat at once" : "\(work.chats) chats at once"),
        ].joined(separator: " · ")
        let model = work.patience == nil ? "Erlang C" : "Erlang A"
        var lines = [
            first,
            say(
                "负荷 \(Plain.fixed(work.load, 1))：同时要接这么多位 · \(model)",
                "Load \(Plain.fixed(work.load, 1)): so many conversations at once · \(model)"),
            say(
                "\(goal.percent)% 的顾客 \(goal.within.seconds) 秒内接起，要 \(needed) 个客服",
                "\(goal.percent)% answered within \(goal.within.seconds) s takes \(needed) agents"),
        ]
        if let shrinkage, let roster {
            lines.append(
                say(
                    "有 \(shrinkage)% 的工时不在岗，要排 \(roster) 个人",
                    "With \(shrinkage)% of paid time away from the desk: \(roster) on the roster"))
        }
        return lines
    }

    /// Some numbers of agents around those that are needed, and those that were asked about.
    private var rows: [Int] {
        let fewest = work.patience == nil ? work.fewestAgents : 1
        let around = max(fewest, needed - 4)...min(Workload.mostAgents, needed + 4)
        return Set(Array(around) + [agents]).sorted()
    }

    private var table: [String] {
        get throws {
            var table = PlainTable([.right, .right, .right, .right, .right, .right, .left])
            table.add([
                say("客服", "Agents"), say("要等的", "Must wait"), say("平均等", "Mean wait"),
                say("\(goal.within.seconds) 秒内", "In \(goal.within.seconds) s"),
                say("走掉", "Give up"), say("忙碌", "Busy"),
            ])
            for count in rows {
                let figures = try work.figures(agents: count, within: goal.within)
                var marks: [String] = []
                if count == needed { marks.append(say("← 达标", "← the goal")) }
                if count == agents && agents != needed {
                    marks.append(say("← 所问", "← as asked"))
                }
                table.add(
                    [
                        "\(count)", Plain.percent(figures.waiting), seconds(figures.averageWait, 1),
                        Plain.percent(figures.serviceLevel), Plain.percent(figures.abandonment),
                        Plain.percent(figures.occupancy),
                    ] + (marks.isEmpty ? [] : [marks.joined(separator: " ")]))
            }
            return table.lines
        }
    }

    private var simulated: [String] {
        guard let run else { return [] }
        var table = PlainTable([.left, .right, .right, .right, .right])
        table.add([
            say("\(agents) 个客服", "\(agents) agents"), say("公式", "Formula"), say("模拟", "Simulated"),
            say("标准误", "± error"), say("差几个误差", "Errors apart"),
        ])
        func add(_ name: String, _ known: Double, _ tried: Estimate, _ text: (Double) -> String) {
            table.add([
                name, text(known), text(tried.value), text(tried.error),
                tried.error > 0 ? Plain.fixed(tried.distance(to: known), 1) : "·",
            ])
        }
        add(say("要等的", "Must wait"), figures.waiting, run.waiting) { Plain.percent($0, 2) }
        add(say("平均等", "Mean wait"), figures.averageWait, run.averageWait) { seconds($0, 2) }
        add(
            say("\(goal.within.seconds) 秒内接起", "In \(goal.within.seconds) s"),
            figures.serviceLevel, run.serviceLevel
        ) { Plain.percent($0, 2) }
        add(say("走掉", "Give up"), figures.abandonment, run.abandonment) { Plain.percent($0, 2) }
        return [
            "",
            say(
                "模拟 \(run.arrivals) 位（先放过 \(run.warmUp) 位），种子 \(seed)，分 \(run.batches) 批",
                "Simulated: \(run.arrivals) customers after \(run.warmUp) to warm up, seed \(seed), "
                    + "\(run.batches) batches"),
        ] + table.lines
    }
}

/// Numbers for reading, the same in both languages.
enum Plain {
    static func fixed(_ value: Double, _ digits: Int) -> String {
        String(format: "%.\(digits)f", value)
    }
    static func percent(_ share: Double, _ digits: Int = 1) -> String {
        fixed(share * 100, digits) + "%"
    }

    /// Without a point where there is nothing behind it.
    static func number(_ value: Double) -> String {
        value == value.rounded() ? fixed(value, 0) : fixed(value, 2)
    }

    /// Six digits behind the point: more would only be the noise of the arithmetic.
    static func six(_ value: Double) -> Double { (value * 1_000_000).rounded() / 1_000_000 }
}
