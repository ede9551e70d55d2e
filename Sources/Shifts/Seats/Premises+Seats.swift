public import Engine
import Language
import Scenarios
import Simulation

/// The other side of a shop: the customer that a person plays, and how well they played.
extension Premises {
    /// The role card of a scenario; nil where the pack has none of this name.
    public func roleCard(of scenario: String, in tongue: Tongue) -> RoleCard? {
        pack.scenario(scenario).map { RoleCard($0, in: tongue) }
    }

    /// How the buyer's side was played in a shift with seats; nil in one without.
    public func buyerScore(on records: [Recorded], of card: ShiftCard) -> BuyerScore? {
        guard let seating = card.seating, let scenario = pack.scenario(seating.scenario) else {
            return nil
        }
        let fixture = pack.fixture(in: card.tongue)
        let role = RoleCard(scenario, in: card.tongue)
        let notes = Understudy.notes(
            of: scenario.script, plan: pack.plan, seed: card.seed, tongue: card.tongue,
            reader: readings, fixture: fixture, records: records)
        let scorer = BuyerScorer(
            card: role, manners: pack.plan.manners, notes: notes, records: records,
            title: { cause in
                pack.moodTitle(cause.rule) ?? Bilingual(zh: cause.rule, en: cause.rule)
            },
            insults: { text, at in
                let context = Context(now: at, offset: pack.offset, speaker: .buyer)
                return readings.read(text, in: context).faults.contains {
                    $0.subject.kind == .insult
                }
            })
        return scorer.score()
    }
}
