public import Engine
public import Language

/// A stored shift that does not come out the same when its commands are sent again: another
/// version of the program, another pack, or a changed file.
public struct ReplayDifference: Error, Hashable, Sendable {
    /// The first entry that differs, counted from 1.
    public var sequence: Int
    public var stored: Entry?
    public var played: Entry?
}

/// Stands in front of the real store while a shift is replayed: what is played is compared with
/// what was stored, and only what comes after the end of it is stored anew.
public final class ComparingStore: EntryStore {
    // A class: the shift appends to it while the replay asks it how far it has come.
    private let stored: [Entry]
    private let store: any EntryStore
    private var place = 0
    public private(set) var difference: ReplayDifference?

    public init(stored: [Entry], then store: any EntryStore) {
        self.stored = stored
        self.store = store
    }

    public var isAtEnd: Bool { place >= stored.count }

    public func append(_ entries: [Entry]) throws(StoreFailure) {
        var new: [Entry] = []
        for entry in entries {
            guard place < stored.count else {
                new.append(entry)
                continue
            }
            if difference == nil && stored[place] != entry {
                difference = ReplayDifference(
                    sequence: place + 1, stored: stored[place], played: entry)
            }
            place += 1
        }
        if !new.isEmpty && difference == nil { try store.append(new) }
    }
}

extension Shift {
    /// Serves a stored shift again: the commands of people at their instants, everybody else by
    /// the seed. Afterwards the shift stands where the last entry left it, and goes on storing in
    /// `store`.
    /// - Throws: `ReplayDifference` naming the first entry that came out otherwise.
    public static func replay(
        _ entries: [Entry], card: ShiftCard, fixture: ShopFixture, others: any OtherActors,
        until clock: Instant? = nil, then store: any EntryStore,
        reads: ((String, Context) -> Reading)? = nil
    ) throws -> Shift {
        let comparing = ComparingStore(stored: entries, then: store)
        let shift = Shift(
            card: card, fixture: fixture, others: others, store: comparing, reads: reads)
        if let filled = card.filled { try shift.fill(with: filled) }
        for entry in entries where entry.isExternal {
            try shift.advance(to: entry.at, before: entry.sequence)
            do { try shift.submit(entry.command, by: entry.actor) } catch {
                throw ReplayDifference(sequence: entry.sequence, stored: entry, played: nil)
            }
            if let difference = comparing.difference { throw difference }
        }
        let last = max(clock ?? shift.now, entries.last?.at ?? shift.now)
        if last > shift.now { try shift.advance(to: last) }
        if let difference = comparing.difference { throw difference }
        if !comparing.isAtEnd {
            throw ReplayDifference(
                sequence: shift.entryCount + 1,
                stored: entries.indices.contains(shift.entryCount)
                    ? entries[shift.entryCount] : nil,
                played: nil)
        }
        return shift
    }

    /// Lets the clock run to a stored entry: at the instant of a person's command some simulated
    /// acts came before it and some after; the stored sequence says how many.
    public func advance(to instant: Instant, before sequence: Int) throws(ShiftFault) {
        while let due = nextDue, due <= instant, entryCount + 1 < sequence {
            try advance(to: due)
        }
        if instant > now { try advance(to: instant) }
    }
}
