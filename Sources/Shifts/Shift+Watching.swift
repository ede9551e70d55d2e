public import Engine

/// Looking on: at what another process serves, or at what has long been over. Nothing is decided
/// here and nothing stored.
extension Shift {
    /// Takes in what another process has decided and stored.
    /// - Returns: the events, in order. Entries already known are left out.
    @discardableResult
    public func follow(_ entries: [Entry]) -> [Recorded] {
        var happened: [Recorded] = []
        for entry in entries where entry.sequence == entryCount + 1 { happened += enter(entry) }
        return happened
    }

    /// Takes over the time of whoever serves the shift; nothing is decided, and it never runs back.
    public func keepTime(_ instant: Instant) { setClock(to: instant) }
    /// Stands where a stored shift stood after so many of its entries.
    public func stand(at shop: Shop, after entries: Int) {
        self.shop = shop
        entryCount = entries
        // What led here is with whoever laid the shift out.
        records = []
    }
    /// Takes in the next entry of a shift that is gone through again.
    public func pass(_ events: [Event], by actor: Actor, at instant: Instant) -> [Recorded] {
        entryCount += 1
        return events.map { event in
            let record = Recorded(
                sequence: shop.eventCount + 1, at: instant, actor: actor, event: event)
            shop.apply(record)
            return record
        }
    }
    /// Lets the shown clock run on to an instant before the next entry.
    public func look(at instant: Instant) {
        if instant > now { shop.advance(to: instant) }
    }
}
