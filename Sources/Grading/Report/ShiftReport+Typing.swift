public import Engine
public import Typing

extension ShiftReport {
    /// Puts the keys and the typing of a shift beside its grades. Solved is what `isSuccess` calls
    /// so: all that was to come about came about, and no red line was crossed.
    public mutating func add(_ tallies: [ConversationID: KeyTally], goals: TypingGoals) {
        guard tallies.contains(where: { $0.value.keys > 0 }) else { return }
        typing = ShiftTyping(
            tallies, solved: Set(conversations.filter(\.isSuccess).map(\.conversation)),
            goals: goals)
    }
}
