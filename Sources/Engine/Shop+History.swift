extension Shop {
    /// Whether the two differ in nothing but what counts or dates what has happened: `eventCount`,
    /// the clock, and the turns of orders and cases (who moved them into which state, and when).
    ///
    /// Undoing restores a shop up to these: what has happened, has happened.
    public func differsOnlyInHistory(from other: Shop) -> Bool {
        isOver == other.isOver && handover == other.handover && knowledge == other.knowledge
            && customers == other.customers && conversations == other.conversations
            && promises == other.promises && tickets == other.tickets
            && products == other.products && coupons == other.coupons
            && promotions == other.promotions && groups == other.groups
            && reviews == other.reviews && campaigns == other.campaigns
            && merges == other.merges && road == other.road && books == other.books
            && same(orders, other.orders) { a, b in a.turns = b.turns }
            && same(afterSales, other.afterSales) { a, b in a.turns = b.turns }
    }

    private func same<Key, Value>(
        _ mine: Table<Key, Value>, _ others: Table<Key, Value>,
        but align: (inout Value, Value) -> Void
    ) -> Bool {
        guard mine.count == others.count else { return false }
        return zip(mine.values, others.values).allSatisfy { a, b in
            if a == b { return true }
            var a = a
            align(&a, b)
            return a == b
        }
    }
}
