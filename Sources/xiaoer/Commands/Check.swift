import ArgumentParser
import Engine
import Grading
import Scenarios
import Shifts
import Simulation

/// `xiaoer check`: reads a pack, says everything that is wrong, and proves each scenario by
/// playing it.
struct Check: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            abstract: say(
                "检查教学包，并证明每个场景走得通", "Check a pack, and prove that each scenario can be passed"),
            discussion: say(
                "示范走法要到 90 分，沉默不超过 10 分，只礼貌不做事不超过 40 分。",
                "The model run must reach 90; silence may score 10 at most, politeness without deeds 40."
            ))
    }

    @Argument(help: help("教学包名或路径", "A pack's name or path"))
    var pack = "first-shift"

    @Option(help: help("每个场景用多少个种子", "How many seeds for each scenario"))
    var seeds = 5

    func run() throws {
        let premises = try Library().premises(pack)
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

/// One scenario in one language, played by three agents over some seeds.
private struct Proof {
    let scenario: String
    let language: Engine.Tongue
    var golden = 100
    var silent = 0
    var polite = 0

    init(_ premises: Premises, _ scenario: String, _ language: Engine.Tongue, seeds: Int) throws {
        self.scenario = scenario
        self.language = language
        for seed in 1...UInt64(max(1, seeds)) {
            let card = premises.card(
                id: "check", tongue: language, seed: seed, scenarios: [scenario])
            let play = { (player: Rehearsal.Player) in
                try Rehearsal.play(premises, card, by: player)
            }
            golden = min(golden, try play(.golden).lowest ?? 0)
            silent = max(silent, try play(.silent).highest ?? 0)
            polite = max(polite, try play(.polite).highest ?? 0)
        }
    }

    var holds: Bool { golden >= 90 && silent <= 10 && polite <= 40 }

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
