extension TextGate {
    /// Whether a line may end between these two neighbours, by the rules `wrap` follows; for an
    /// editor that wraps only the lines around a change.
    public func allowsBreak(between before: Character, and after: Character) -> Bool {
        guard let first = cluster(of: before), let second = cluster(of: after) else { return false }
        return breaks(between: first, and: second)
    }

    private func cluster(of character: Character) -> Cluster? {
        var reader = ClusterReader(String(character), gate: self)
        return reader.next()
    }
}
