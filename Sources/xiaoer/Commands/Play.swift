import ArgumentParser
import Engine
import Foundation
import Grading
import Language
import Scenarios
import Shifts
import Simulation

/// `xiaoer play`: a shift served by a program on virtual time, judged, with an exit code.
struct Play: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            abstract: say("让程序上一班，看得分", "Let a program serve a shift, and see the score"),
            discussion: say(
                "例：xiaoer play P02 --agent golden --seed 7 --json。低于或高于门槛时退出码为 1。",
                "Example: xiaoer play P02 --agent golden --seed 7 --json. The exit code is 1 when a threshold is missed."
            ))
    }

    @Argument(help: help("场景编号（P02）、教学包名或路径", "A scenario (P02), or a pack's name or path"))
    var target = "first-shift"

    @Option(
        help: help(
            "谁来上班：golden、polite、silent、rude、liar……，或步骤文件的路径",
            "Who serves: golden, polite, silent, rude, liar …, or a file of steps"))
    var agent = "golden"

    @Option(help: help("种子；省略时用教学包的", "The seed; the pack's own when left out"))
    var seed: UInt64?

    @Option(help: help("顾客说的语言：zh 或 en", "The customers' language: zh or en"))
    var language: String?

    @Flag(help: help("输出 JSON", "Print JSON"))
    var json = false

    @Flag(help: help("打印对话", "Print the transcript"))
    var transcript = false

    @Option(help: help("每段会话至少得多少分", "What every conversation must score at least"))
    var atLeast: Int?

    @Option(help: help("每段会话最多得多少分", "What every conversation may score at most"))
    var atMost: Int?

    func run() throws {
        let tongue = try Choice.tongue(language)
        let library = try Library()
        let (whole, scenarios) = try open(library)
        let premises = try whole.seeded(seed)
        let card = premises.card(
            id: "play", tongue: tongue, seed: seed, scenarios: scenarios)
        let player = try player(premises)
        let printer = PlainTranscript(tongue: tongue, offset: premises.pack.offset)
        if transcript && !json { write(printer.title(card)) }
        let shop = premises.pack.fixture(in: tongue)
        let rehearsal = try Rehearsal.play(premises, card, by: player) { records in
            guard transcript && !json else { return }
            for record in records { printer.lines(of: record, in: shop).forEach(write) }
        }
        if json {
            write(try PlayResult(rehearsal, card: card, agent: agent).json())
        } else {
            PlainReport(tongue: tongue).lines(of: rehearsal.report).forEach(write)
            for stumble in rehearsal.stumbles {
                complain(
                    "! \(stumble.refusal.code): " + stumble.refusal.sentence(in: Speech.tongue))
            }
        }
        try judge(rehearsal)
    }

    private func open(_ library: Library) throws -> (Premises, [String]) {
        if let found = try library.premises(ofScenario: target) {
            return (found.premises, [found.scenario])
        }
        return (try library.premises(target), [])
    }

    private func player(_ premises: Premises) throws -> Rehearsal.Player {
        if let trial = TrialAgent(rawValue: agent) { return .trial(trial) }
        guard FileManager.default.fileExists(atPath: agent) else {
            let names = TrialAgent.allCases.map(\.rawValue)
            let hint = Spelling.nearest(to: agent, among: names)
            throw Failure.usage(
                "没有 \(agent) 这样的客服。" + (hint.map { "是不是 \($0)？" } ?? "")
                    + "可以是 \(names.joined(separator: "、"))，或一个步骤文件。",
                "There is no agent \(agent). " + (hint.map { "Did you mean \($0)? " } ?? "")
                    + "Say \(names.joined(separator: ", ")), or name a file of steps.")
        }
        do { return .steps(try premises.pack.steps(fromFile: agent)) } catch {
            throw Failure(code: 65, sentence: error.words)
        }
    }

    /// A golden run that nobody gave a threshold must reach ninety.
    private func judge(_ rehearsal: Rehearsal) throws {
        let floor = atLeast ?? (agent == "golden" && atMost == nil ? 90 : nil)
        if let floor, (rehearsal.lowest ?? 0) < floor {
            throw Failure(
                code: 1,
                sentence: Engine.Bilingual(
                    zh: "最低 \(rehearsal.lowest ?? 0) 分，没有到 \(floor) 分。",
                    en: "The lowest score is \(rehearsal.lowest ?? 0), under \(floor)."))
        }
        if let atMost, (rehearsal.highest ?? 0) > atMost {
            throw Failure(
                code: 1,
                sentence: Engine.Bilingual(
                    zh: "最高 \(rehearsal.highest ?? 0) 分，超过 \(atMost) 分。",
                    en: "The highest score is \(rehearsal.highest ?? 0), over \(atMost)."))
        }
    }
}

/// What `play --json` prints.
struct PlayResult: Encodable {
    var shift: ShiftCard
    var agent: String
    /// The lowest and highest grade of a conversation.
    var lowest: Int?
    var highest: Int?
    var events: Int
    /// The same for the same pack, seed and commands on every machine.
    var fingerprint: String
    var refused: [String]
    var skipped: Int
    var report: ShiftReport

    init(_ rehearsal: Rehearsal, card: ShiftCard, agent: String) throws {
        shift = card
        self.agent = agent
        lowest = rehearsal.lowest
        highest = rehearsal.highest
        events = rehearsal.records.count
        var print = Fingerprint()
        print.add(try EntryCoding().encode(rehearsal.records))
        fingerprint = String(print.value, radix: 16)
        refused = rehearsal.stumbles.map(\.refusal.code)
        skipped = rehearsal.skipped
        report = rehearsal.report
    }

    func json() throws -> String {
        String(decoding: try EntryCoding().encode(self), as: UTF8.self)
    }
}

/// Reads what was chosen by name on the command line.
enum Choice {
    static func tongue(_ name: String?) throws -> Engine.Tongue {
        guard let name else { return Speech.tongue }
        let lower = name.lowercased()
        let known: [String: Engine.Tongue] = [
            "zh": .chinese, "chinese": .chinese, "中文": .chinese, "en": .english,
            "english": .english, "英文": .english,
        ]
        if let tongue = known[lower] { return tongue }
        let hint = Spelling.nearest(to: lower, among: ["zh", "en", "chinese", "english"])
        throw Failure.usage(
            "没有语言 \(name)。" + (hint.map { "是不是 \($0)？" } ?? "") + "可以是 zh 或 en。",
            "There is no language \(name). " + (hint.map { "Did you mean \($0)? " } ?? "")
                + "Say zh or en.")
    }
}
