import Dispatch
import Engine
import Foundation
import Shifts
import Storage
import Synchronization

/// The stored lines beside which the played ones are laid: a store that keeps nothing and compares,
/// on a thread of its own, for writing an entry down costs about as much as playing it.
final class Galley: EntryStore {
    // A class: the shift appends to it while the proofreader lays out more lines.

    /// What the comparing thread has found so far.
    struct Found: Sendable {
        var difference: Difference?
        var entries = 0
        var events = 0
    }

    private enum Job: Sendable {
        case compare([JournalEntry], [Entry])
        /// Says when everything before it is done.
        case tell(DispatchSemaphore)
    }

    /// Laid out, and nothing played beside it yet.
    private var lines: [JournalEntry] = []
    /// Played, and the line for it not yet read.
    private(set) var extras: [Entry] = []
    private(set) var lastAt: Instant?
    private let belt = Belt<Job>(places: 4)
    private let found = Box()

    /// Held by both threads.
    private final class Box: Sendable {
        let found = Mutex(Found())
    }

    init() {
        let (belt, box) = (belt, found)
        let thread = Thread {
            while let job = belt.take() {
                switch job {
                case .compare(let lines, let entries): Self.compare(lines, entries, box)
                case .tell(let done): done.signal()
                }
            }
        }
        thread.stackSize = 8 << 20
        thread.start()
    }

    deinit { belt.stop() }

    var difference: Difference? { found.found.withLock { $0.difference } }
    var firstUnplayed: JournalEntry? { lines.first }

    func lay(_ new: [JournalEntry]) {
        lines += new
        lastAt = new.last?.at ?? lastAt
        handOver(atLeast: 512)
    }

    func append(_ entries: [Entry]) throws(StoreFailure) {
        extras += entries
        handOver(atLeast: 512)
    }

    private func handOver(atLeast least: Int) {
        let count = min(lines.count, extras.count)
        guard count >= least, count > 0 else { return }
        belt.put(.compare(Array(lines.prefix(count)), Array(extras.prefix(count))))
        lines.removeFirst(count)
        extras.removeFirst(count)
    }

    /// Waits until all that can be compared is, and says what was found.
    func settle() -> Found {
        handOver(atLeast: 1)
        let done = DispatchSemaphore(value: 0)
        if belt.put(.tell(done)) { done.wait() }
        return found.found.withLock { $0 }
    }

    private static func compare(_ lines: [JournalEntry], _ entries: [Entry], _ box: Box) {
        guard box.found.withLock({ $0.difference == nil }) else { return }
        var part = Found()
        for (line, entry) in zip(lines, entries) {
            part.difference = difference(line, entry)
            guard part.difference == nil else { break }
            part.entries += 1
            part.events += entry.events.count
        }
        let compared = part
        box.found.withLock { found in
            found.difference = compared.difference
            found.entries += compared.entries
            found.events += compared.events
        }
    }

    private static func difference(_ line: JournalEntry, _ entry: Entry) -> Difference? {
        do {
            if try isSame(line, entry) { return nil }
            return Difference.between(line, entry, try JournalEntry(entry))
        } catch {
            return Difference(
                entry: line.sequence, field: .whole, stored: nil, played: "\(error)")
        }
    }

    /// To the byte. What a person asked for was read from this very line, so that what came of it
    /// says enough.
    private static func isSame(_ line: JournalEntry, _ entry: Entry) throws -> Bool {
        let coding = EntryCoding()
        return try line.at == entry.at && line.isExternal == entry.isExternal
            && line.actor == entry.actor.code
            && line.events == coding.encode(entry.events)
            && (entry.isExternal || line.command == coding.encode(entry.command))
    }
}
