public import Engine

/// One accepted command with what it led to: a line of the journal.
public struct Entry: Hashable, Sendable, Codable {
    /// Counted from 1 through the shift.
    public var sequence: Int
    public var at: Instant
    public var actor: Actor
    /// Sent by a person (or a program in a person's seat), not by the simulation. Only these are
    /// sent again when a shift is replayed.
    public var isExternal: Bool
    public var command: Command
    public var events: [Event]

    public init(
        sequence: Int, at: Instant, actor: Actor, isExternal: Bool, command: Command,
        events: [Event]
    ) {
        self.sequence = sequence
        self.at = at
        self.actor = actor
        self.isExternal = isExternal
        self.command = command
        self.events = events
    }
}

/// Where entries are kept. When `append` returns, they are safe; when it throws, none is kept.
public protocol EntryStore {
    func append(_ entries: [Entry]) throws(StoreFailure)
}

/// Entries could not be kept; nothing of what was being done has happened.
public struct StoreFailure: Error, Hashable, Sendable {
    /// What happened and what to do, in both languages.
    public var sentence: Bilingual

    public init(_ sentence: Bilingual) { self.sentence = sentence }
}

/// Keeps entries in memory: for tests, for the gym and for shifts on virtual time.
public final class MemoryStore: EntryStore {
    // A class: the shift and its reader look at the same list.
    public private(set) var entries: [Entry] = []
    public init() {}
    public func append(_ new: [Entry]) throws(StoreFailure) { entries += new }
}

/// Keeps nothing, where only the shop's end state is wanted.
public struct ForgetfulStore: EntryStore {
    public init() {}
    public func append(_ entries: [Entry]) throws(StoreFailure) {}
}
