import Engine

/// What the cast does where people sit with it: it leaves the customer that a person plays alone,
/// and lets more customers come when the leader asks for them.
extension Cast {
    /// How a department answers a ticket from the conversation of the customer that a person
    /// plays: as the case has it, whoever plays it.
    func playedAnswers(for ticket: Ticket) -> DepartmentHabits? {
        guard let talk = ticket.conversation, playedTalks.contains(talk) else { return nil }
        return stage.plan.scripts.first { $0.customer == played }?.answers[ticket.department]
    }

    /// Customers of the plan who are not here and not expected come within the next seconds, in
    /// the order of the plan, as many as there are.
    mutating func surge(_ count: Int, at instant: Instant) {
        surges += 1
        var dice = Dice(seed: stage.seed, purpose: "surge \(surges)")
        var at = instant
        for script in stage.plan.scripts.filter({ !isHere($0.customer) }).prefix(count) {
            at = at + Span(milliseconds: Int64(dice.roll(1000...6000)))
            admit(script, visit: "surge \(surges)", at: at)
        }
    }

    private func isHere(_ customer: CustomerID) -> Bool {
        customer == played
            || buyers.contains { $0.script.customer == customer && !$0.isDone }
    }
}
