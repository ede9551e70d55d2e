import ArgumentParser
import Classes
import Engine
import Foundation
import Scenarios
import Shifts

/// `xiaoer contest`: the desk at a shift that is the same for everybody, with a clock nobody can
/// stop.
struct ContestCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "contest",
            abstract: say(
                "参赛：同一批顾客、同一种子，时钟不停，没有提示",
                "Take part in a contest: the same customers for all, no pause, no coach"),
            discussion: say(
                """
                例：xiaoer contest contest.yaml --as 张三
                例：xiaoer contest first-shift --seed 7 --as 张三
                离开工作台时钟也照走。交卷就是交这一班的 .shift 文件；收卷用 xiaoer class --contest contest.yaml。
                """,
                """
                Example: xiaoer contest contest.yaml --as "Li Lei"
                Example: xiaoer contest first-shift --seed 7 --as "Li Lei"
                The clock runs on when you leave the desk. Hand in the .shift file; the teacher \
                collects with xiaoer class --contest contest.yaml.
                """))
    }

    @Argument(help: help("contest.yaml，或教学包名", "contest.yaml, or a pack's name"))
    var contest: String

    @Option(help: help("种子：同一种子来同样的顾客", "The seed: the same one brings the same customers"))
    var seed: UInt64?

    @Option(help: help("时钟几倍速：1、2、4、8", "The clock's speed: 1, 2, 4 or 8")) var clock: Int?

    @Option(help: help("你的名字，写进班次文件", "Your name, noted in the shift")) var `as`: String?

    @Option(help: help("工作台和顾客的语言：zh 或 en", "The desk's and the customers' language: zh or en"))
    var language: String?

    func run() throws {
        let terms = try terms()
        let library = try Library()
        let premises = try library.premises(terms.pack)
        if let profile = terms.profile, profile != premises.pack.profile.name {
            throw Failure.data(
                "比赛要 \(profile) 的规则，教学包 \(terms.pack) 用的是 \(premises.pack.profile.name)。",
                "The contest asks for the profile \(profile); the pack \(terms.pack) has "
                    + "\(premises.pack.profile.name).")
        }
        let now = Instant(milliseconds: Int64(Date().timeIntervalSince1970 * 1000))
        if let until = terms.until, now > until {
            let time = CivilTime(until)
            throw Failure.data(
                "比赛在 \(time.date) \(time.clock) 截止了。",
                "The contest ended at \(time.date) \(time.clock).")
        }
        guard isatty(STDIN_FILENO) == 1, isatty(STDOUT_FILENO) == 1 else {
            throw Failure.usage("比赛要在终端里进行。", "A contest is served in a terminal.")
        }
        try DeskLoop(
            library: library,
            wishes: DeskLoop.Opening(
                pack: terms.pack, scenarios: [], seed: terms.seed, tongue: terms.language,
                theme: nil, atDesk: true, isPaused: false, crowd: nil, trainee: `as`,
                contest: ContestTerms(clock: terms.clock))
        ).run()
    }

    /// What the file says, or the command line where it names a pack.
    private func terms() throws -> Contest {
        let tongue = try language.map { try Choice.tongue($0) }
        if contest.hasSuffix(".yaml") || contest.hasSuffix(".yml") {
            guard seed == nil, clock == nil else {
                throw Failure.usage(
                    "种子和时钟由 \(contest) 定，不用再写。", "\(contest) says the seed and the clock.")
            }
            var terms = try ClassCommand.read(contest: contest)
            if let tongue, let fixed = terms.language, tongue != fixed {
                throw Failure.usage(
                    "这场比赛的语言由 \(contest) 定。", "\(contest) says the language of this contest.")
            }
            terms.language = terms.language ?? tongue
            return terms
        }
        guard let seed else {
            throw Failure.usage(
                "请写 --seed：同一种子，人人遇到同样的顾客。",
                "Say --seed: with the same seed all meet the same customers.")
        }
        let speed = clock ?? 1
        guard Contest.clocks.contains(speed) else {
            throw Failure.usage("--clock 是 1、2、4 或 8。", "--clock is 1, 2, 4 or 8.")
        }
        return Contest(pack: contest, seed: seed, clock: speed, language: tongue)
    }
}
