public import Engine

extension Shift {
    /// Takes in what another process has decided and stored: for looking on. Nothing is decided
    /// and nothing stored here.
    /// - Returns: the events, in order. Entries already known are left out.
    @discardableResult
    public func follow(_ entries: [Entry]) -> [Recorded] {
        var happened: [Recorded] = []
        for entry in entries where entry.sequence == entryCount + 1 { happened += enter(entry) }
        return happened
    }
}
