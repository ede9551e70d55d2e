import Engine
import Language

/// What everybody in the cast shares and nobody changes: the plan, the language that is spoken,
/// and the reader by which customers understand the agent.
struct Stage: Sendable {
    let plan: CastPlan
    let tongue: Engine.Tongue
    let reader: Readings
    let seed: UInt64
    var lookUp: RobotHabits.LookUp?

    /// What customers say where a scenario has no words of its own, as one talks on this channel.
    func phrases(on channel: Conversation.Channel) -> StockPhrases {
        switch channel.manner {
        case .chat: plan.phrases
        case .letter: .letters
        case .open: .openTalk
        case .spoken: .spoken
        }
    }

    func shift(_ rule: MoodRule) -> MoodShift? { plan.manners.shifts[rule] }
}
