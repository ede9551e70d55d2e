import ArgumentParser
import Engine
import Scenarios
import Shifts
import Staffing

/// `xiaoer staffing`: how many agents it takes, by formula and by simulation.
struct StaffingCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "staffing",
            abstract: say(
                "要排几个客服：公式（Erlang C、A）和模拟排队",
                "How many agents it takes: Erlang C and A, and a simulated queue"),
            discussion: say(
                """
                例：xiaoer staffing --per-hour 200 --aht 180 --patience 300
                例：xiaoer staffing --simulate --per-hour 200 --aht 180 --agents 14 --json
                例：xiaoer staffing --night promotion-night --customers 3000 --aht 180 --patience 300
                每个数是什么意思，见 Docs/Staffing.md。
                """,
                """
                Example: xiaoer staffing --per-hour 200 --aht 180 --patience 300
                Example: xiaoer staffing --simulate --per-hour 200 --aht 180 --agents 14 --json
                Example: xiaoer staffing --night promotion-night --customers 3000 --aht 180 --patience 300
                Docs/Staffing.md says what every figure means.
                """))
    }

    @Option(help: help("一小时来多少位顾客", "Customers an hour")) var perHour: Double?
    @Option(help: help("接待一位平均多少秒", "Seconds one conversation takes, on average")) var aht: Int

    @Option(
        help: help(
            "顾客平均等多少秒就走；省略时没人会走", "Seconds people wait before they give up; else nobody does"))
    var patience: Int?

    @Option(help: help("几个客服；省略时取达标要的人数", "How many agents; else as many as the goal takes"))
    var agents: Int?

    @Option(help: help("一个客服同时接几位", "Conversations one agent holds at once")) var chats = 1
    @Option(help: help("目标：多少秒内接起", "The goal: answered within so many seconds")) var within = 20
    @Option(help: help("目标：百分之几的顾客", "The goal: so many percent of all who come")) var level = 80

    @Option(
        help: help(
            "请假、休息、培训占百分之几，算出要排几个人", "Percent off sick, at breaks, in training: gives the roster"))
    var shrinkage: Int?

    @Flag(help: help("再用班里的排队代码模拟一遍", "Try it out as well, with the queue of a shift"))
    var simulate = false

    @Option(help: help("模拟多少位顾客", "Customers to simulate")) var arrivals: Int?
    @Option(help: help("种子", "The seed")) var seed: UInt64 = 1

    @Option(
        help: help(
            "大促一夜：按这个教学包的来客曲线，半小时一排", "A promotion night by the curve of this pack, by half hours"))
    var night: String?

    @Option(help: help("一夜来多少位", "Customers in the night")) var customers: Int?
    @Option(help: help("一夜几小时，1 到 24（8）", "Hours of the night, 1 to 24 (8)")) var hours: Int?
    @Option(help: help("模拟几夜（20）", "Nights to simulate (20)")) var nights: Int?

    @Flag(help: help("JSON", "JSON")) var json = false
    @Option(help: help("语言：zh 或 en", "Language: zh or en")) var language: String?

    func validate() throws {
        if night == nil {
            if perHour == nil {
                throw ValidationError(
                    say(
                        "请写 --per-hour（一小时来多少位）或 --night（一夜）",
                        "Say --per-hour, or --night for a whole night"))
            }
            for (name, given) in [
                ("--customers", customers != nil), ("--hours", hours != nil),
                ("--nights", nights != nil),
            ] where given {
                throw ValidationError(say("\(name) 只和 --night 一起用", "\(name) goes with --night"))
            }
        } else {
            for (name, given) in [
                ("--per-hour", perHour != nil), ("--agents", agents != nil),
                ("--arrivals", arrivals != nil),
            ] where given {
                throw ValidationError(
                    say("\(name) 不和 --night 一起用", "\(name) does not go with --night"))
            }
            if customers == nil {
                throw ValidationError(
                    say("请写 --customers（一夜来多少位）", "Say --customers: how many come in the night"))
            }
        }
        if !simulate && (arrivals != nil || nights != nil) {
            throw ValidationError(
                say(
                    "--arrivals、--nights 要和 --simulate 一起用",
                    "--arrivals and --nights go with --simulate"))
        }
    }

    func run() throws {
        let tongue = try Choice.tongue(language)
        do {
            if let night {
                try plan(night, tongue)
            } else {
                try answer(tongue)
            }
        } catch let fault as StaffingFault {
            throw Failure(
                code: fault.isMistyped ? 64 : 65,
                sentence: Bilingual(
                    zh: fault.sentence(in: .chinese), en: fault.sentence(in: .english)))
        }
    }

    private func answer(_ tongue: Tongue) throws {
        // `validate` has seen to it that it is there.
        guard let perHour else { return }
        let work = try Workload(
            perHour: perHour, handling: try Self.span(aht, .handling),
            patience: try patience.map { try Self.span($0, .patience) }, chats: chats)
        let goal = try ServiceGoal(percent: level, within: try Self.span(within, .within))
        let needed = work.agents(for: goal)
        let seats = agents ?? needed
        let figures = try work.figures(agents: seats, within: goal.within)
        let run =
            simulate
            ? try QueueRun(
                of: work, agents: seats, within: goal.within, arrivals: arrivals ?? 200_000,
                seed: seed)
            : nil
        let report = StaffingReport(
            work: work, goal: goal, agents: seats, needed: needed, figures: figures, run: run,
            seed: seed, shrinkage: shrinkage,
            roster: try shrinkage.map { try Roster.count(of: needed, shrinkage: $0) },
            tongue: tongue)
        report.warnings.forEach(complain)
        if json {
            write(try report.json)
        } else {
            try report.lines.forEach(write)
        }
    }

    private func plan(_ name: String, _ tongue: Tongue) throws {
        let lasts = hours ?? 8
        guard (1...24).contains(lasts) else {
            throw StaffingFault.outOfRange(.hours, from: 1, to: 24)
        }
        let pack = try Library().premises(name).pack
        let plan = try NightPlan(
            customers: customers ?? 0, shares: pack.curve.shares(in: lasts * 2),
            each: .minutes(30), handling: try Self.span(aht, .handling),
            patience: try patience.map { try Self.span($0, .patience) }, chats: chats,
            goal: try ServiceGoal(percent: level, within: try Self.span(within, .within)))
        let report = NightReport(
            title: pack.title[tongue], opensAt: pack.opensAt, offset: pack.offset, plan: plan,
            run: simulate ? try NightRun(of: plan, nights: nights ?? 20, seed: seed) : nil,
            seed: seed, shrinkage: shrinkage,
            roster: try shrinkage.map {
                try Roster.count(of: plan.mostAgents, shrinkage: $0)
            }, tongue: tongue)
        if json {
            write(try report.json)
        } else {
            report.lines.forEach(write)
        }
    }

    /// Seconds from the command line; what is far out of range must not overflow first.
    private static func span(_ seconds: Int, _ number: StaffingFault.Number) throws -> Span {
        let day = Span.days(1).seconds
        guard (-day...day).contains(seconds) else {
            throw StaffingFault.outOfRange(number, from: number == .within ? 0 : 1, to: day)
        }
        return .seconds(seconds)
    }
}
