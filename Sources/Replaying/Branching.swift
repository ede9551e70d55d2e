public import Engine
import Foundation
public import Shifts
public import Storage

/// The beginning of a shift up to a moment, from which another may go on otherwise.
///
/// ```swift
/// let root = try BranchRoot(path, after: 120, at: moment)
/// let (shift, store) = try root.branch(header, premises, in: folder) { JournalStore($0) }
/// ```
/// A branch is a shift of its own: the entries it shares with its parent stand in its file, too,
/// so that it can be gone on with, judged and proven alone.
public struct BranchRoot {
    public let header: ShiftHeader
    public let card: ShiftCard
    public let lines: [JournalEntry]
    /// Where the shop's clock stands when somebody takes over.
    public let at: Instant

    /// - Parameters:
    ///   - entry: so many entries are shared.
    ///   - instant: where the clock is to stand; never at or behind the entry that follows.
    public init(_ path: String, after entry: Int, at instant: Instant? = nil) throws {
        let journal = try Journal.read(path)
        header = journal.header
        do { card = try EntryCoding().decode(ShiftCard.self, from: header.options) } catch {
            throw StorageFault.damaged(path: path, detail: .header)
        }
        let stored = try journal.storedEntries()
        guard entry >= 0, entry <= stored else {
            throw BranchFault.beyondTheEnd(asked: entry, entries: stored)
        }
        var lines: [JournalEntry] = []
        while lines.count < entry {
            let more = try journal.entries(
                after: lines.count, limit: min(4096, entry - lines.count))
            guard !more.isEmpty else { break }
            lines += more
        }
        if let last = lines.last, try last.happenings().contains(.shiftEnded) {
            throw BranchFault.shiftIsOver(entry: entry)
        }
        let earliest = lines.last?.at ?? card.startsAt
        var wanted = max(earliest, instant ?? earliest)
        // Where what follows cannot be read, nothing does.
        if let next = try? journal.entries(after: entry, limit: 1).first, next.at <= wanted {
            wanted = max(earliest, next.at - Span(milliseconds: 1))
        }
        self.lines = lines
        at = wanted
    }

    /// Serves the shared entries again, and writes the new file only once they have come out the
    /// same; from there on the shift is live.
    /// - Parameters:
    ///   - header: of the new file; says where it branched off.
    ///   - store: keeps entries in the new journal.
    /// - Throws: `ReplayDifference`, `StorageFault`, `LineFault`.
    public func branch<Store: EntryStore>(
        _ header: ShiftHeader, card: ShiftCard, _ premises: Premises, in folder: String,
        keeping store: (Journal) -> Store
    ) throws -> (shift: Shift, store: Store) {
        let late = LateStore()
        let shift = try premises.goOn(
            card, with: try lines.map { line throws(LineFault) in try line.entry() }, until: at,
            store: late)
        let journal = try Journal.create(in: folder, header: header)
        do {
            try journal.append(lines + late.waiting.map { try JournalEntry($0) })
            try journal.saveClock(ClockReading(at: shift.now, speed: 1, isPaused: true))
        } catch {
            // Half a branch would be gone on with as a shift that has just begun.
            journal.discard()
            throw error
        }
        let kept = store(journal)
        late.goOn(with: kept)
        return (shift, kept)
    }
}

/// Why nobody can take over at a moment.
public enum BranchFault: Error, Hashable, Sendable {
    case beyondTheEnd(asked: Int, entries: Int)
    case shiftIsOver(entry: Int)
    /// An exam that is not over: looking ahead and coming back would be no exam.
    case examIsRunning

    public var words: Bilingual {
        switch self {
        case .beyondTheEnd(let asked, let entries):
            Bilingual(
                zh: "没有第 \(asked) 条，这一班到第 \(entries) 条为止。",
                en: "There is no entry \(asked); the shift ends with entry \(entries).")
        case .shiftIsOver(let entry):
            Bilingual(
                zh: "到第 \(entry) 条已经下班了，没有可接手的；往前退几步再接手。",
                en: "After entry \(entry) the shift is over; step back before you take over.")
        case .examIsRunning:
            Bilingual(
                zh: "考试还没下班，不能接手重来；考完再回来看。",
                en: "The exam is not over; take over once it is.")
        }
    }
}

/// Holds what happens until there is a file for it.
private final class LateStore: EntryStore {
    // A class: the shift appends to it while the branch makes the file.
    private(set) var waiting: [Entry] = []
    private var store: (any EntryStore)?

    func append(_ entries: [Entry]) throws(StoreFailure) {
        guard let store else {
            waiting += entries
            return
        }
        try store.append(entries)
    }

    func goOn(with store: any EntryStore) {
        waiting = []
        self.store = store
    }
}
