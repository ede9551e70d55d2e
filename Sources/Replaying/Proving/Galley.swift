import Dispatch
import Engine
import Foundation
import Shifts
import Storage
import Synchronization

/// A shift's file beside what is played from it, on a thread of its own: it reads the lines some
/// thousand ahead of the player and makes people's requests in them ready, and it writes down what
/// was played and compares. Both together cost about as much as playing.
final class Galley: EntryStore {
    // A class: the shift appends to it while the proofreader takes pieces from it.

    /// What the file asks for next, oldest first.
    struct Piece: Sendable {
        var requests: [Request] = []
        /// Of its last line.
        var last: (at: Instant, sequence: Int)?
        /// Why nothing follows on this piece, where it is not the file's end.
        var fault: StorageFault?
        var isLast = false
    }

    /// What a person asked for.
    struct Request: Sendable {
        var sequence: Int
        var at: Instant
        var asked: Result<Asked, LineFault>

        struct Asked: Sendable {
            var command: Command
            var actor: Actor
        }
    }

    /// What the comparing has come to.
    struct Found: Sendable {
        var difference: Difference?
        var entries = 0
        var events = 0
        /// The first line beside which nothing was played.
        var unplayed: JournalEntry?
        /// Played, and no line for it.
        var extras: [Entry] = []
    }

    private let tray = Tray()
    /// Played, and not yet handed over.
    private var played: [Entry] = []
    private static let batch = 512

    init(_ path: String) {
        let tray = tray
        let thread = Thread { GalleyReader(path, tray).work() }
        thread.stackSize = 8 << 20
        thread.start()
    }

    deinit { tray.change { $0.isOver = true } }

    var hasDifference: Bool { tray.pass.withLock { $0.hasDifference } }

    /// Waits for the next piece; nothing comes after the last one.
    func next() -> Piece {
        tray.filled.wait()
        return tray.change { $0.pieces.removeFirst() }
    }

    func append(_ entries: [Entry]) throws(StoreFailure) {
        played += entries
        if played.count >= Self.batch { handOver() }
    }

    private func handOver() {
        let batch = played
        tray.change { $0.batches.append(batch) }
        played = []
        played.reserveCapacity(Self.batch + 8)
    }

    /// Waits until all that can be compared is, and says what was found.
    func settle() -> Found {
        handOver()
        tray.change { $0.isSettling = true }
        tray.settled.wait()
        return tray.pass.withLock { $0.found }
    }

    /// Over which the two threads pass things to each other.
    final class Tray: Sendable {
        struct Pass {
            var pieces: [Piece] = []
            var batches: [[Entry]] = []
            var hasDifference = false
            var isSettling = false
            var isOver = false
            var found = Found()
        }

        let pass = Mutex(Pass())
        /// Something on the tray has changed for the galley's thread.
        let called = DispatchSemaphore(value: 0)
        /// There is a piece more.
        let filled = DispatchSemaphore(value: 0)
        let settled = DispatchSemaphore(value: 0)

        func change<Answer: Sendable>(_ body: (inout Pass) -> Answer) -> Answer {
            defer { called.signal() }
            return pass.withLock { body(&$0) }
        }
    }
}
