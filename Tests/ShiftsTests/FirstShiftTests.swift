import Engine
import Grading
import Language
import Scenarios
import Shifts
import ShippedData
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

    private static func premises(_ name: String) throws -> Premises {
        let pack = try Shipped.pack(name)
        let lexicon = try Shipped.lexicon
        return Premises(pack: pack, reader: Reader(lexicon: lexicon))
    }

    private static func play(
        _ premises: Premises, _ agent: some ScriptedAgent, seed: UInt64, tongue: Engine.Tongue
    ) throws -> Run {
        let card = premises.card(id: "test", tongue: tongue, seed: seed)
        let shift = premises.open(card)
        var agent = agent
        var play = Playthrough()
        try play.run(shift, with: &agent)
        return Run(
            report: premises.report(on: shift.records, of: card), stumbles: play.stumbles,
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
                case .attachment(let attachment): lines.append("\(at) \(attachment.name)")
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
        let shop = try Self.premises("first-shift")
        for seed in 1...20 as ClosedRange<UInt64> {
            let run = try Self.play(
                shop, ModelAgent(shop.pack, tongue: tongue), seed: seed, tongue: tongue)
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
        let shop = try Self.premises("first-shift")
        for seed in 1...20 as ClosedRange<UInt64> {
            let silent = try Self.play(
                shop, SilentAgent(), seed: seed, tongue: tongue)
            for grade in silent.report.conversations {
                #expect(grade.total <= 10, "seed \(seed)\n\(Self.explain(grade, silent))")
            }
            let polite = try Self.play(
                shop, TalkingAgent.polite, seed: seed, tongue: tongue)
            for grade in polite.report.conversations {
                #expect(grade.total <= 40, "seed \(seed)\n\(Self.explain(grade, polite))")
            }
        }
    }

    @Test(arguments: Engine.Tongue.allCases)
    func `the very first customer can be served well`(tongue: Engine.Tongue) throws {
        let shop = try Self.premises("first-steps")
        let run = try Self.play(
            shop, ModelAgent(shop.pack, tongue: tongue), seed: 1, tongue: tongue)
        let grade = try #require(run.report.conversations.first)
        #expect(grade.total >= 90 && grade.isSuccess, "\(Self.explain(grade, run))")
        #expect(run.stumbles.isEmpty)
    }

    @Test func `the packs say nothing that does not hold together`() throws {
        for name in ["first-shift", "first-steps"] {
            #expect(try Self.premises(name).pack.check().isEmpty)
        }
    }
}
