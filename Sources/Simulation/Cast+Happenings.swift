import Engine

extension Cast {
    /// What has a time of its own is planned at once; the rest waits for its cause.
    mutating func planHappenings() {
        for (index, happening) in stage.plan.happenings.enumerated() {
            switch happening.cause {
            case .at(let instant): wake(.happening(index), at: instant)
            case .condition, .deed: awaited.append(index)
            }
        }
    }

    /// Looks which happenings this has set off; each comes once.
    mutating func setOffHappenings(by recorded: Recorded, in shop: Shop) {
        guard !awaited.isEmpty else { return }
        var waits: [(index: Int, span: Span)] = []
        awaited.removeAll { index in
            let happening = stage.plan.happenings[index]
            let wait: Span
            switch happening.cause {
            case .at: return true
            case .condition(let condition, let span):
                guard Self.holds(condition, for: happening, in: shop) else { return false }
                wait = span
            case .deed(let deed, let span):
                guard deed.matches(recorded.event),
                    Self.concerns(recorded.event, happening.customer, in: shop)
                else { return false }
                wait = span
            }
            waits.append((index, wait))
            return true
        }
        for (index, span) in waits { wake(.happening(index), at: recorded.at + span) }
    }

    func happen(_ index: Int, in shop: Shop) -> [Engine.Act] {
        let happening = stage.plan.happenings[index]
        // What the customer whom a person plays would have done is the person's to do.
        if let played, happening.actor == .buyer(played) { return [] }
        if let condition = happening.condition {
            guard Self.holds(condition, for: happening, in: shop) else { return [] }
        }
        guard let command = happening.command.command(in: shop, stage.tongue) else { return [] }
        return [Engine.Act(happening.actor, command)]
    }

    /// Seen from the customer's newest conversation; false before they have come.
    private static func holds(
        _ condition: Condition, for happening: Happening, in shop: Shop
    ) -> Bool {
        guard let customer = happening.customer,
            let talk = shop.conversations(of: customer).last
        else { return false }
        return shop.holds(condition, in: talk.id)
    }

    private static func concerns(_ event: Event, _ customer: CustomerID?, in shop: Shop) -> Bool {
        guard let customer else { return true }
        if let order = event.order { return shop.orders[order]?.customer == customer }
        return event.conversation(in: shop).flatMap { shop.conversations[$0]?.customer } == customer
    }
}
