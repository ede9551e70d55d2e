import Engine
import Grading
import Language
import Scenarios
import Shifts
import ShippedData
import Simulation
import Support
import Testing

/// Promotion night on virtual time: presale, dispute and late batch, with everything that the
/// warehouse, the platform and the customers do of themselves.
@Suite struct `Promotion night` {
    private static func premises() throws -> Premises {
        let lexicon = try Shipped.lexicon
        let pack = try Shipped.pack("promotion-night")
        return Premises(pack: pack, reader: Reader(lexicon: lexicon))
    }

    @Test(arguments: Engine.Tongue.allCases)
    func `golden scores at least ninety, and nothing that others try is refused`(
        tongue: Engine.Tongue
    ) throws {
        let premises = try Self.premises()
        for scenario in premises.pack.scenarios {
            for seed in 1...8 as ClosedRange<UInt64> {
                let card = premises.card(
                    id: "test", tongue: tongue, seed: seed, scenarios: [scenario.id])
                let run = try Rehearsal.play(premises, card, by: .golden)
                #expect(run.lowest ?? 0 >= 90, "\(scenario.id) seed \(seed)")
                #expect(
                    run.report.conversations.allSatisfy { $0.isSuccess }, "\(scenario.id) \(seed)")
                #expect(run.stumbles.isEmpty && run.refused.isEmpty, "\(scenario.id) \(seed)")
            }
        }
    }

    @Test(arguments: Engine.Tongue.allCases)
    func `silence scores at most ten and politeness at most forty`(tongue: Engine.Tongue) throws {
        let premises = try Self.premises()
        for scenario in premises.pack.scenarios {
            let card = premises.card(id: "test", tongue: tongue, scenarios: [scenario.id])
            #expect(try Rehearsal.play(premises, card, by: .silent).highest ?? 0 <= 10)
            #expect(try Rehearsal.play(premises, card, by: .polite).highest ?? 0 <= 40)
        }
    }

    @Test func `both customers of the batch are told in one notice, with one date`() throws {
        let premises = try Self.premises()
        let card = premises.card(id: "test", tongue: .chinese, scenarios: ["T03", "T04"])
        let run = try Rehearsal.play(premises, card, by: .golden)
        let notices = run.records.compactMap { record -> Road.Notice? in
            guard case .roadChanged(.batchNoticed(_, let notice)) = record.event else { return nil }
            return notice
        }
        #expect(notices.count == 1)
        #expect(notices.first?.customers.count == 4)
        #expect(run.stumbles.isEmpty)
        #expect(run.report.conversations.count == 2)
        #expect(run.report.conversations.allSatisfy { $0.isSuccess })
    }

    @Test func `who brings no evidence in time loses before the platform`() throws {
        let premises = try Self.premises()
        let steps = premises.pack.scenario("T02")?.golden.filter { step in
            if case .command(let form) = step.deed { return form.name != "giveEvidence" }
            return true
        }
        let card = premises.card(id: "test", tongue: .english, scenarios: ["T02"])
        let run = try Rehearsal.play(premises, card, by: .steps(["T02": steps ?? []]))
        let outcomes = run.records.compactMap { record -> AfterSale.Verdict.Outcome? in
            guard case .afterSaleMoved(_, _, .judged(let verdict, _)) = record.event else {
                return nil
            }
            return verdict.outcome
        }
        #expect(outcomes == [.returnRefund])
    }

    @Test func `the pack holds together`() throws {
        #expect(try Self.premises().pack.check().map { $0.sentence(in: .english) } == [])
    }
}
