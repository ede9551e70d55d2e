import ArgumentParser
import Course
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
                "检查教学包，并证明每个场景走得通；也检查平台规则和课程、打字练习的句子（drills）",
                "Check a pack, and prove that each scenario can be passed; or a profile, or drills, or the course"
            ),
            discussion: say(
                "示范走法要到 90 分；另外十种缺一样的客服各有上限：光说不做、只做不说、说错数、粗鲁、只礼貌、沉默……",
                "The model run must reach 90; ten agents that each lack something stay under their lines."
            ))
    }

    @Argument(
        help: help(
            "教学包或平台规则的名字或路径，或 course",
            "A pack's or a profile's name or path, or course"))
    var pack = "first-shift"

    @Option(help: help("每个场景用多少个种子", "How many seeds for each scenario"))
    var seeds = 20

    @Option(help: help("只查这些场景", "Only these scenarios"))
    var only: [String] = []

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
        if let files = DrillCheck.files(named: pack, in: library.data) {
            return try DrillCheck(library: library).run(files)
        }
        if let folder = library.data.courseFolder(pack) {
            let curriculum = try library.curriculum(in: folder)
            write(curriculum.account[Speech.tongue])
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
        let problems = premises.pack.check()
        if !problems.isEmpty {
            throw Failure(code: 65, sentence: PackProblems(problems).words)
        }
        let known = premises.pack.scenarios.map(\.id)
        for id in only where !known.contains(id) {
            let hint = Spelling.nearest(to: id, among: known)
            throw Failure.usage(
                "没有场景 \(id)。" + (hint.map { "是不是 \($0)？" } ?? ""),
                "There is no scenario \(id). " + (hint.map { "Did you mean \($0)?" } ?? ""))
        }
        var proofs = known.filter { only.isEmpty || only.contains($0) }.flatMap { id in
            Engine.Tongue.allCases.map { Proof(id, in: $0) }
        }
        for seed in 1...UInt64(max(1, seeds)) {
            let seeded = try premises.seeded(seed)
            for index in proofs.indices { try proofs[index].add(seeded, seed: seed) }
        }
        let table = ProofTable(tongue: Speech.tongue, offset: premises.pack.offset)
        write(table.head)
        for proof in proofs { table.lines(of: proof).forEach(write) }
        let failures = proofs.filter { !$0.holds }.count
        guard failures == 0 else {
            throw Failure(
                code: 1,
                sentence: Engine.Bilingual(
                    zh: "有 \(failures) 行没有通过（带 ! 的）。用 xiaoer play 场景 --transcript 看对话。",
                    en:
                        "\(failures) rows do not hold (marked !). See xiaoer play SCENARIO --transcript."
                ))
        }
        write(Speech.tongue == .chinese ? "全部通过。" : "Everything holds.")
    }
}
