public import Engine
public import Shifts

/// A stored shift on a desk, entry by entry: for recordings and pictures.
extension Desk {
    /// Takes in what was stored, as it happened. The desk goes to whom the agent acted for, as the
    /// agent had to.
    /// - Parameter instant: lets the clock run on to there afterwards.
    public func retrace(_ entries: some Sequence<Entry>, until instant: Instant? = nil) {
        guard let shift else { return }
        for entry in entries {
            if case .agent = entry.actor, let id = entry.command.conversation(in: shift.shop),
                shift.shop.conversations[id] != nil
            {
                select(id)
            }
            observe(shift.follow([entry]))
            notice = nil
        }
        guard let instant, instant > shift.now, !shift.isOver else { return }
        do { observe(try shift.advance(to: instant)) } catch { report(error) }
    }

    /// Goes to the conversation of a customer by a part of the name; false where there is none.
    public func turn(toCustomer words: String) -> Bool {
        guard let shop else { return false }
        let talks = shop.conversations.values.reversed().filter {
            shop.customers[$0.customer]?.name.lowercased().contains(words.lowercased()) == true
        }
        guard let found = talks.first(where: \.isOpen) ?? talks.first else { return false }
        select(found.id)
        return true
    }
}
