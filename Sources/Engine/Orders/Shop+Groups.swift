extension Shop {
    /// What follows when an order that belongs to a group has been paid.
    func join(_ order: Order, _ id: GroupID, at instant: Instant) throws(Refusal) -> [Event] {
        let size = product(of: order.lines[0].variant)?.groupSize ?? 2
        var group =
            groups[id]
            ?? Group(
                id: id, variant: order.lines[0].variant, size: size,
                deadline: instant + rules.orders.groupWithin)
        try checkPlace(in: group, for: order.customer, at: instant)
        group.members.append(order.id)
        var events: [Event] = [.orderMoved(order: order.id, step: .joinedGroup(group))]
        if group.members.count >= group.size {
            for member in group.members {
                let shipBy = leaves(orders[member] ?? order, paidAt: instant)
                events.append(.orderMoved(order: member, step: .groupCompleted(shipBy: shipBy)))
            }
        }
        return events
    }

    /// Somebody may still join: it is open, its time is not over, and they are not in it already,
    /// for a group is several buyers.
    func checkPlace(in group: Group, for customer: CustomerID, at instant: Instant)
        throws(Refusal)
    {
        guard group.state == .open, instant < group.deadline else { throw .groupClosed(group.id) }
        if group.members.contains(where: { orders[$0]?.customer == customer }) {
            throw .alreadyInGroup(group.id)
        }
    }

    /// Not enough buyers in time: everybody has the money back.
    func groupRanOut(_ id: GroupID, at due: Instant) -> [Event] {
        guard let group = groups[id], group.state == .open, group.deadline == due else { return [] }
        return group.members.compactMap { member -> Event? in
            guard let order = orders[member], order.status == .grouping,
                let refund = try? wholeRefund(of: order, at: due)
            else { return nil }
            return .orderMoved(order: member, step: .groupFailed(refund))
        }
    }

    /// Who has the money back is not counted any more; a group that nobody is left in is over.
    mutating func leaveGroup(_ order: Order) {
        guard let id = order.group, groups[id]?.state == .open,
            groups[id]?.members.contains(order.id) == true
        else { return }
        groups[id]?.members.removeAll { $0 == order.id }
        if groups[id]?.members.isEmpty == true { groups[id]?.state = .failed }
    }
}
