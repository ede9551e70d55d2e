import ArgumentParser
import Engine
import Grading
import Scenarios
import Shifts
import Simulation

/// `xiaoer check`: reads a pack, says everything that is wrong, and proves each scenario by
/// playing it. For a profile it says which values nobody has confirmed.
struct Check: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            abstract: say(
                "检查教学包，并证明每个场景走得通；也检查平台规则",
                "Check a pack, and prove that each scenario can be passed; or check a profile"),
            discussion: say(
                "示范走法要到 90 分，沉默不超过 10 分，只礼貌不做事不超过 40 分。",
                "The model run must reach 90; silence may score 10 at most, politeness without deeds 40."
            ))
    }

    @Argument(help: help("教学包或平台规则的名字或路径", "A pack's or a profile's name or path"))
    var pack = "first-shift"

    @Option(help: help("每个场景用多少个种子", "How many seeds for each scenario"))
    var seeds = 5

    @Flag(help: help("把各平台规则并排列成表", "Print all profiles beside each other"))
    var compare = false

    @Flag(help: help("写出订单和售后的状态表", "Print how orders and cases change their states"))
    var transitions = false

    func run() throws {
        if transitions {
            write(TransitionPage.markdown)
            return
        }
        let library = try Library()
        if compare {
            let profiles = try library.profiles()
            write(ProfileComparison(profiles).markdown)
            return
        }
        // A pack goes before a profile of the same name: it was here first.
        if !library.data.packNames.contains(pack), let profile = try library.profile(pack) {
            write(profile.account(in: Speech.tongue))
            return
        }
        if pack.hasSuffix(".yaml") {
            let known = Profile.names(in: library.data.profiles)
            throw Failure.noInput(
                "没有文件 \(pack)。现有平台规则：" + known.joined(separator: "、"),
                "There is no file \(pack). Profiles: " + known.joined(separator: ", "))
        }
        try check(library.premises(pack))
    }

    private func check(_ premises: Premises) throws {
        let tongue = Speech.tongue
        let problems = premises.pack.check()
        if !problems.isEmpty {
            throw Failure(code: 65, sentence: PackProblems(problems).words)
        }
        write(say("场景    语言  示范  沉默  礼貌", "scenario lang golden silent polite"))
        var failures = 0
        for scenario in premises.pack.scenarios {
            for language in Engine.Tongue.allCases {
                let row = try Proof(premises, scenario.id, language, seeds: seeds)
                failures += row.holds ? 0 : 1
                write(row.line)
                row.refused.forEach(write)
            }
        }
        guard failures == 0 else {
            throw Failure(
                code: 1,
                sentence: Engine.Bilingual(
                    zh: "有 \(failures) 行没有通过（带 ! 的）。用 xiaoer play 场景 --transcript 看对话。",
                    en:
                        "\(failures) rows do not hold (marked !). See xiaoer play SCENARIO --transcript."
                ))
        }
        write(tongue == .chinese ? "全部通过。" : "Everything holds.")
    }
}

extension Command {
    /// Its name, as the gym calls it.
    fileprivate var label: String {
        Mirror(reflecting: self).children.first?.label ?? "\(self)"
    }
}

/// One scenario in one language, played by three agents over some seeds.
private struct Proof {
    let scenario: String
    let language: Engine.Tongue
    var golden = 100
    var silent = 0
    var polite = 0
    /// What the model run's own world tried in vain, each once.
    var refused: [String] = []

    init(_ premises: Premises, _ scenario: String, _ language: Engine.Tongue, seeds: Int) throws {
        self.scenario = scenario
        self.language = language
        for seed in 1...UInt64(max(1, seeds)) {
            let card = premises.card(
                id: "check", tongue: language, seed: seed, scenarios: [scenario])
            let play = { (player: Rehearsal.Player) in
                try Rehearsal.play(premises, card, by: player)
            }
            let model = try play(.golden)
            golden = min(golden, model.lowest ?? 0)
            for refused in model.refused { note(refused, premises.pack) }
            silent = max(silent, try play(.silent).highest ?? 0)
            polite = max(polite, try play(.polite).highest ?? 0)
        }
    }

    private mutating func note(_ refused: RefusedAct, _ pack: Pack) {
        let time = CivilTime(refused.at, offset: pack.offset)
        let line =
            "! \(time.clock) \(refused.act.actor.code) \(refused.act.command.label): "
            + refused.refusal.sentence(in: Speech.tongue)
        // The same at another second of another seed is no news.
        if !self.refused.contains(where: { $0.dropFirst(7) == line.dropFirst(7) }) {
            self.refused.append(line)
        }
    }

    var holds: Bool { refused.isEmpty && golden >= 90 && silent <= 10 && polite <= 40 }

    var line: String {
        func cell(_ score: Int, _ good: Bool) -> String {
            let text = "\(score)" + (good ? "" : "!")
            return String(repeating: " ", count: max(0, 6 - text.count)) + text
        }
        let name = scenario + String(repeating: " ", count: max(1, 9 - scenario.count))
        return name + language.rawValue + cell(golden, golden >= 90)
            + cell(silent, silent <= 10) + cell(polite, polite <= 40)
    }
}
