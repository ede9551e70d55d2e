public import Engine
public import Shifts
import Synchronization

/// One entry of a shift that is gone through again: what happened, without the request for it.
public struct ReelStep: Hashable, Sendable {
    public var at: Instant
    public var actor: Actor
    public var isExternal: Bool
    /// The number of its first event, counted from 1 through the shift.
    public var firstEvent: Int
    public var events: [Event]

    /// Its events with their places in the journal.
    public var records: [Recorded] {
        events.enumerated().map { offset, event in
            Recorded(sequence: firstEvent + offset, at: at, actor: actor, event: event)
        }
    }
}

/// A shift laid out for looking back: every step of it, and the whole shop kept at some of them,
/// so that any moment is a short fold away.
///
/// ```swift
/// let reel = Reel(card: card, fixture: fixture, total: 845)
/// reel.take(steps)                       // by whoever reads the file, in order
/// reel.shop(after: 120)                  // nil until so many have been taken in
/// ```
///
/// A kept shop shares with the next one whatever did not change between them. `Sendable`, because
/// a long shift is taken in on a thread of its own while its beginning is already on the screen;
/// one thread takes in, any may look.
public final class Reel: Sendable {
    // A class: the thread that reads the file and the desk hold the same one.
    public let card: ShiftCard
    /// The shop before the first entry.
    public let opening: Shop
    /// How many entries the file held when it was opened.
    public let total: Int
    /// Entries from one kept shop to the next.
    public let stride: Int

    private let state: Mutex<State>
    /// Where the thread that takes in has come to; nobody else asks for it.
    private let ahead: Mutex<Ahead>

    private struct State {
        var steps: [ReelStep] = []
        /// Kept shops: the one at place `n` is the shop after `(n + 1) * stride` entries.
        var kept: [Shop] = []
        var milestones: [Milestone] = []
        var ending: Ending?
        var isUnwanted = false

        func place(at instant: Instant) -> Int { place { $0.at > instant } }
        func place(before instant: Instant) -> Int { place { $0.at >= instant } }

        /// How many steps come before the first for which `holds`; all later ones must hold too.
        func place(where holds: (ReelStep) -> Bool) -> Int {
            var (low, high) = (0, steps.count)
            while low < high {
                let middle = (low + high) / 2
                if holds(steps[middle]) { high = middle } else { low = middle + 1 }
            }
            return low
        }
    }

    private struct Ahead {
        var shop: Shop
        var finder = MilestoneFinder()
    }

    /// How the taking in ended.
    public enum Ending: Hashable, Sendable {
        /// Everything that was stored has been taken in.
        case whole
        /// What follows cannot be read, and why.
        case cut(Bilingual)
    }

    /// How many shops are kept of a long shift: each costs what has changed since the one before.
    private static let keeps = 128

    /// - Parameter stride: entries from one kept shop to the next; by the shift's length where nil.
    public init(card: ShiftCard, fixture: ShopFixture, total: Int, stride: Int? = nil) {
        self.card = card
        self.total = total
        opening = Shop(fixture)
        self.stride = stride ?? max(64, (total + Self.keeps - 1) / Self.keeps)
        state = Mutex(State())
        ahead = Mutex(Ahead(shop: opening))
    }

    // MARK: Taking in

    /// Takes in the entries that follow on those already here.
    public func take(_ new: [ReelEntry]) {
        ahead.withLock { ahead in
            var steps: [ReelStep] = []
            var kept: [Shop] = []
            var found: [Milestone] = []
            steps.reserveCapacity(new.count)
            let before = state.withLock { $0.steps.count }
            for (offset, entry) in new.enumerated() {
                let place = before + offset + 1
                let step = ReelStep(
                    at: entry.at, actor: entry.actor, isExternal: entry.isExternal,
                    firstEvent: ahead.shop.eventCount + 1, events: entry.events)
                for event in step.events {
                    ahead.shop.apply(event, by: step.actor, at: step.at)
                    ahead.finder.hear(
                        event, by: step.actor, at: step.at, entry: place, in: ahead.shop, &found)
                }
                steps.append(step)
                if place % stride == 0 { kept.append(ahead.shop) }
            }
            state.withLock { state in
                state.steps += steps
                state.kept += kept
                state.milestones += found
            }
        }
    }

    public func finish(_ ending: Ending) { state.withLock { $0.ending = ending } }

    /// Nobody looks any more: whoever takes in may stop.
    public func putAway() { state.withLock { $0.isUnwanted = true } }
    public var isUnwanted: Bool { state.withLock { $0.isUnwanted } }

    // MARK: Looking

    /// How many entries have been taken in.
    public var count: Int { state.withLock { $0.steps.count } }
    /// How the taking in ended; nil while it goes on.
    public var ending: Ending? { state.withLock { $0.ending } }

    /// The step of an entry, counted from 1.
    public func step(_ entry: Int) -> ReelStep? {
        state.withLock { state in
            state.steps.indices.contains(entry - 1) ? state.steps[entry - 1] : nil
        }
    }

    /// The steps of these entries, as far as they are here.
    public func steps(_ entries: ClosedRange<Int>) -> [ReelStep] {
        state.withLock { state in
            let last = min(entries.upperBound, state.steps.count)
            guard entries.lowerBound >= 1, entries.lowerBound <= last else { return [] }
            return Array(state.steps[(entries.lowerBound - 1)..<last])
        }
    }

    /// The whole shop after so many entries; nil where they have not been taken in yet.
    ///
    /// Costs the fold of at most `stride` entries.
    public func shop(after entries: Int) -> Shop? {
        guard entries > 0 else { return opening }
        let found: (shop: Shop?, steps: [ReelStep])? = state.withLock { state in
            guard entries <= state.steps.count else { return nil }
            let keptBefore = min(entries / stride, state.kept.count)
            return (
                keptBefore == 0 ? nil : state.kept[keptBefore - 1],
                Array(state.steps[(keptBefore * stride)..<entries])
            )
        }
        guard let found else { return nil }
        var shop = found.shop ?? opening
        for step in found.steps {
            for event in step.events { shop.apply(event, by: step.actor, at: step.at) }
        }
        return shop
    }

    /// How many entries had happened by an instant.
    public func place(at instant: Instant) -> Int {
        state.withLock { $0.place(at: instant) }
    }

    /// The entry an event belongs to; nil where it has not been taken in.
    public func entry(ofEvent number: Int) -> Int? {
        state.withLock { state in
            let low = state.place { $0.firstEvent + $0.events.count > number }
            return low < state.steps.count ? low + 1 : nil
        }
    }

    /// When it all began, and the last instant that has been taken in.
    public var span: ClosedRange<Instant> {
        let last = state.withLock { $0.steps.last?.at } ?? card.startsAt
        return card.startsAt...max(card.startsAt, last)
    }

    /// What has happened up to an entry, event by event.
    public func records(upTo entries: Int? = nil) -> [Recorded] {
        let steps = state.withLock { state in
            Array(state.steps.prefix(entries ?? state.steps.count))
        }
        return steps.flatMap(\.records)
    }

    /// The turning points found so far, oldest first.
    public var milestones: [Milestone] { state.withLock { $0.milestones } }

    /// How many entries lie in each of so many equal parts of the whole span.
    public func density(columns: Int) -> [Int] {
        guard columns > 0 else { return [] }
        let span = span
        return state.withLock { state in
            var counts: [Int] = []
            var before = 0
            for column in 1...columns {
                let end = TimeLine.instant(at: column, of: columns, in: span)
                let place = column == columns ? state.steps.count : state.place(before: end)
                counts.append(max(0, place - before))
                before = max(before, place)
            }
            return counts
        }
    }
}

/// What a reel takes in of an entry.
public struct ReelEntry: Sendable {
    public var at: Instant
    public var actor: Actor
    public var isExternal: Bool
    public var events: [Event]

    public init(_ entry: Entry) {
        at = entry.at
        actor = entry.actor
        isExternal = entry.isExternal
        events = entry.events
    }

    init(at: Instant, actor: Actor, isExternal: Bool, events: [Event]) {
        self.at = at
        self.actor = actor
        self.isExternal = isExternal
        self.events = events
    }
}
