/// Under which terms a shift of a contest is served, noted in its file when it is opened: the clock
/// runs at one speed for everybody and cannot be stopped, and nobody looks over the shoulder.
public struct ContestTerms: Hashable, Sendable, Codable {
    /// Shop seconds in one second of the wall: 1, 2, 4 or 8.
    public var clock: Int
    /// Whether the coach spoke; a contest is served without.
    public var isCoached: Bool

    public init(clock: Int, isCoached: Bool = false) {
        self.clock = clock
        self.isCoached = isCoached
    }
}
