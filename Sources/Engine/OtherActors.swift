/// Everybody in a shift but the person at the desk: buyers, warehouse, carriers, departments.
///
/// They are asked at the instants they name themselves, see what has happened, and answer with
/// commands that go through `Shop.decide` like anybody's.
public protocol OtherActors: Sendable {
    /// The next instant at which one of them will do something; nil when nothing is planned.
    var nextAct: Instant? { get }
    /// What those whose time has come by `instant` send, in order. It must plan ahead or fall
    /// silent: after this call `nextAct` is nil or later than `instant`.
    mutating func act(at instant: Instant, in shop: Shop) -> [Act]
    /// More customers will come in this shift; when none will and none is here, it may end.
    var expectsCustomers: Bool { get }
    /// Called once for each event after it was applied.
    mutating func observe(_ recorded: Recorded, in shop: Shop)
}

/// A command with its sender.
public struct Act: Hashable, Sendable, Codable {
    public var actor: Actor
    public var command: Command

    public init(_ actor: Actor, _ command: Command) {
        self.actor = actor
        self.command = command
    }
}

/// Nobody comes: a shop for tests, and for a gym that plays every part from outside.
public struct Nobody: OtherActors {
    public init() {}
    public var nextAct: Instant? { nil }
    public var expectsCustomers: Bool { false }
    public mutating func act(at instant: Instant, in shop: Shop) -> [Act] { [] }
    public mutating func observe(_ recorded: Recorded, in shop: Shop) {}
}
