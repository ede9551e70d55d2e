public import Engine
public import Grading
public import Scenarios

/// A shift played by a program and judged: how a pack proves itself, and how agents are compared.
public struct Rehearsal {
    /// Who sits at the desk.
    public enum Player: Hashable, Sendable {
        /// The pack's own model runs, or one that lacks something.
        case trial(TrialAgent)
        /// Steps of one's own, by scenario.
        case steps([String: [GoldenStep]])

        public static let golden = Player.trial(.golden)
        public static let silent = Player.trial(.silent)
        public static let polite = Player.trial(.polite)
    }

    public var report: ShiftReport
    public var records: [Recorded]
    public var stumbles: [Playthrough.Stumble]
    /// Written steps that could not be done.
    public var skipped: Int
    /// What customers, warehouse, platform and the others tried in vain.
    public var refused: [RefusedAct]

    /// The lowest and the highest grade of a conversation, 0…100; nil without conversations.
    public var lowest: Int? { report.conversations.map(\.total).min() }
    public var highest: Int? { report.conversations.map(\.total).max() }

    /// Plays a shift from its opening to its end on virtual time.
    /// - Throws: `ShiftFault.notStored` when `store` fails.
    public static func play(
        _ premises: Premises, _ card: ShiftCard, by player: Player,
        store: any EntryStore = ForgetfulStore(), seeing: ([Recorded]) -> Void = { _ in }
    ) throws -> Rehearsal {
        let shift = premises.open(card, store: store)
        var run = Playthrough()
        var skipped = 0
        switch player {
        case .trial(let trial):
            if let lines = trial.lines {
                var agent = TalkingAgent(lines)
                try run.run(shift, with: &agent, seeing: seeing)
            } else if trial == .silent {
                var agent = SilentAgent()
                try run.run(shift, with: &agent, seeing: seeing)
            } else {
                var agent = ModelAgent(premises.pack, tongue: card.tongue, as: trial)
                try run.run(shift, with: &agent, seeing: seeing)
                skipped = agent.skipped.count
            }
        case .steps(let steps):
            var agent = ModelAgent(
                premises.pack, steps: steps, tongue: card.tongue)
            try run.run(shift, with: &agent, seeing: seeing)
            skipped = agent.skipped.count
        }
        return Rehearsal(
            report: premises.report(on: shift.records, of: card),
            records: shift.records, stumbles: run.stumbles, skipped: skipped,
            refused: shift.refusedActs)
    }
}
