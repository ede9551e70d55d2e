import Engine
import Language

/// What everybody in the cast shares and nobody changes: the plan, the language that is spoken,
/// and the reader by which customers understand the agent.
struct Stage: Sendable {
    let plan: CastPlan
    let tongue: Engine.Tongue
    let reader: Reader
    let seed: UInt64

    func shift(_ rule: MoodRule) -> MoodShift? { plan.manners.shifts[rule] }
}
