import Engine
import Grading
import Language
import Scenarios
import Shifts
import Simulation
import Support
import Testing

/// The six customers of the first shift, served by a good, a polite and a silent agent on virtual
/// time.
@Suite struct `The first shift` {
    static let ids = ["A03", "A08", "M02", "M06", "P02", "P07"]

    /// What one run left behind.
    struct Run {
        var report: ShiftReport
        var stumbles: [Playthrough.Stumble]
        var transcript: String
    }

    private static func pack(_ name: String) throws -> Pack {
        try Pack.load(
            Repository.path("Packs/\(name)"), profiles: Repository.path("Profiles"))
    }

    private static func play(
        _ pack: Pack, _ agent: some ScriptedAgent, seed: UInt64, tongue: Engine.Tongue,
        reader: Reader
    ) throws -> Run {
        let card = ShiftCard(
            id: "test", pack: pack.name, packHash: pack.contentHash, profile: pack.profile.name,
            title: pack.title, seed: seed, tongue: tongue, startsAt: pack.opensAt,
            endsAt: pack.opensAt + pack.lasts)
        let cast = Cast(plan: pack.plan, seed: seed, tongue: tongue, reader: reader)
        let read: ReadMessage = { reader.read($0, in: $1) }
        let shift = Shift(card: card, fixture: pack.fixture(in: tongue), others: cast, reads: read)
        var agent = agent
        var play = Playthrough()
        try play.run(shift, with: &agent)
        let grader = ShiftGrader(
            fixture: pack.fixture(in: tongue), counting: pack.profile.counting,
            read: read, moodTitle: { pack.moodTitle($0) }
        ) { talk in
            pack.scenarios.first { $0.script.customer == talk.customer }?.rubric
        }
        return Run(
            report: grader.report(on: shift.records), stumbles: play.stumbles,
            transcript: transcript(of: shift.shop))
    }

    private static func transcript(of shop: Shop) -> String {
        var lines: [String] = []
        for talk in shop.conversations.values {
            lines.append("== \(talk.id) \(talk.customer) mood \(talk.mood) \(talk.phase)")
            for message in talk.messages {
                let clock = CivilTime(message.at, offset: shop.offset)
                let at = "\(clock.clock):\(clock.second)"
                switch message.body {
                case .text(let text): lines.append("\(at) \(message.author): \(text)")
                case .card(let card): lines.append("\(at) card \(card)")
                case .note(let text): lines.append("\(at) note \(text)")
                }
            }
        }
        return lines.joined(separator: "\n")
    }

    private static func explain(_ grade: ConversationGrade, _ run: Run) -> String {
        let marks = grade.marks.map { "\($0.dimension) \($0.effect) \($0.title.en)" }
        return (["\(grade.scenario ?? "?") \(grade.total)"] + marks + [run.transcript])
            .joined(separator: "\n")
    }

    @Test(arguments: Engine.Tongue.allCases)
    func `golden scores at least ninety over twenty seeds`(tongue: Engine.Tongue) throws {
        let pack = try Self.pack("first-shift")
        let reader = Reader(lexicon: try Lexicon(folder: Repository.path("Lexicons")))
        for seed in 1...20 as ClosedRange<UInt64> {
            let run = try Self.play(
                pack, ModelAgent(pack, tongue: tongue), seed: seed, tongue: tongue, reader: reader)
            #expect(run.stumbles.isEmpty, "seed \(seed)")
            #expect(run.report.conversations.compactMap(\.scenario).sorted() == Self.ids)
            for grade in run.report.conversations {
                #expect(
                    grade.total >= 90 && grade.isSuccess,
                    "seed \(seed)\n\(Self.explain(grade, run))")
            }
        }
    }

    @Test(arguments: Engine.Tongue.allCases)
    func `silence scores at most ten and politeness at most forty`(tongue: Engine.Tongue) throws {
        let pack = try Self.pack("first-shift")
        let reader = Reader(lexicon: try Lexicon(folder: Repository.path("Lexicons")))
        for seed in 1...20 as ClosedRange<UInt64> {
            let silent = try Self.play(
                pack, SilentAgent(), seed: seed, tongue: tongue, reader: reader)
            for grade in silent.report.conversations {
                #expect(grade.total <= 10, "seed \(seed)\n\(Self.explain(grade, silent))")
            }
            let polite = try Self.play(
                pack, PoliteAgent(), seed: seed, tongue: tongue, reader: reader)
            for grade in polite.report.conversations {
                #expect(grade.total <= 40, "seed \(seed)\n\(Self.explain(grade, polite))")
            }
        }
    }

    @Test(arguments: Engine.Tongue.allCases)
    func `the very first customer can be served well`(tongue: Engine.Tongue) throws {
        let pack = try Self.pack("first-steps")
        let reader = Reader(lexicon: try Lexicon(folder: Repository.path("Lexicons")))
        let run = try Self.play(
            pack, ModelAgent(pack, tongue: tongue), seed: 1, tongue: tongue, reader: reader)
        let grade = try #require(run.report.conversations.first)
        #expect(grade.total >= 90 && grade.isSuccess, "\(Self.explain(grade, run))")
        #expect(run.stumbles.isEmpty)
    }

    @Test func `the packs say nothing that does not hold together`() throws {
        for name in ["first-shift", "first-steps"] {
            #expect(try Self.pack(name).check().isEmpty)
        }
    }
}
