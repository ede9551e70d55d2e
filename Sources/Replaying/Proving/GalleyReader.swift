import Dispatch
import Engine
import Shifts
import Storage
import Synchronization

/// The galley's thread, and the only one that sees lines.
final class GalleyReader {
    // A class: it is one thread's, and reads on in the same journal.

    private let path: String
    private let tray: Galley.Tray
    private var journal: Journal?
    private var read = 0
    private var isAtEnd = false
    /// Read, and nothing compared with it yet.
    private var lines = Sheets<JournalEntry>()
    /// Played, and not yet compared.
    private var entries = Sheets<Entry>()
    private var found = Galley.Found()

    private static let size = 2048
    private static let piecesAhead = 4
    /// Where more than this lies uncompared, whoever plays is let wait.
    private static let batchesBehind = 16

    init(_ path: String, _ tray: Galley.Tray) {
        self.path = path
        self.tray = tray
    }

    private enum Job {
        case read, settle, rest, leave
        case compare([[Entry]])
    }

    func work() {
        while true {
            switch nextJob() {
            case .read:
                let pieces = nextPieces()
                tray.pass.withLock { $0.pieces += pieces }
                for _ in pieces { tray.filled.signal() }
                compare()
            case .compare(let new):
                for batch in new { entries.add(batch) }
                compare()
            case .settle:
                settle()
                tray.settled.signal()
            case .rest: tray.called.wait()
            case .leave: return
            }
        }
    }

    /// Reading comes first, so that whoever plays seldom waits.
    private func nextJob() -> Job {
        let mayRead = !isAtEnd
        return tray.pass.withLock { pass in
            if pass.isOver { return .leave }
            let ahead = pass.batches.count > Self.batchesBehind ? 1 : Self.piecesAhead
            if mayRead, pass.pieces.count < ahead { return .read }
            if !pass.batches.isEmpty {
                let new = pass.batches
                pass.batches = []
                return .compare(new)
            }
            guard pass.isSettling else { return .rest }
            pass.isSettling = false
            return .settle
        }
    }
}

// MARK: Reading

extension GalleyReader {
    /// The next piece; where one of its lines is bad, the good ones before it go first.
    private func nextPieces() -> [Galley.Piece] {
        do throws(StorageFault) {
            if journal == nil { journal = try Journal.read(path) }
            let new = try journal?.entries(after: read, limit: Self.size) ?? []
            isAtEnd = new.isEmpty
            var piece = piece(of: new)
            piece.isLast = isAtEnd
            return [piece]
        } catch {
            isAtEnd = true
            return [piece(of: readable()), Galley.Piece(fault: error, isLast: true)]
        }
    }

    /// The next lines, one by one until one cannot be read.
    private func readable() -> [JournalEntry] {
        var lines: [JournalEntry] = []
        while let line = try? journal?.entries(after: read + lines.count, limit: 1).first {
            lines.append(line)
        }
        return lines
    }

    private func piece(of new: [JournalEntry]) -> Galley.Piece {
        var piece = Galley.Piece()
        for line in new where line.isExternal {
            piece.requests.append(
                Galley.Request(sequence: line.sequence, at: line.at, asked: asked(by: line)))
        }
        if let last = new.last { piece.last = (last.at, last.sequence) }
        read += new.count
        lines.add(new)
        return piece
    }

    private func asked(by line: JournalEntry) -> Result<Galley.Request.Asked, LineFault> {
        do throws(LineFault) {
            return .success(
                Galley.Request.Asked(command: try line.request(), actor: try line.sender()))
        } catch { return .failure(error) }
    }
}

// MARK: Comparing

extension GalleyReader {
    /// Each pair is let go of as soon as it is compared: what it took from memory serves the next
    /// one then, and the player, who takes all the time, seldom finds the allocator locked.
    private func compare() {
        while found.difference == nil, !lines.isEmpty, let entry = entries.next(),
            let line = lines.next()
        {
            found.difference = difference(line, entry)
            guard found.difference == nil else { break }
            found.entries += 1
            found.events += entry.events.count
        }
        if found.difference != nil { tray.pass.withLock { $0.hasDifference = true } }
    }

    private func settle() {
        found.unplayed = lines.first
        found.extras = entries.rest
        let found = found
        tray.pass.withLock { $0.found = found }
    }

    private func difference(_ line: JournalEntry, _ entry: Entry) -> Difference? {
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
    private func isSame(_ line: JournalEntry, _ entry: Entry) throws -> Bool {
        let coding = EntryCoding()
        return try line.at == entry.at && line.isExternal == entry.isExternal
            && line.actor == entry.actor.code
            && line.events == coding.encode(entry.events)
            && (entry.isExternal || line.command == coding.encode(entry.command))
    }
}

/// Things in the order in which they came, each handed out for good.
private struct Sheets<Thing> {
    /// The first of all at the end of the first.
    private var batches: [[Thing]] = []

    mutating func add(_ batch: [Thing]) {
        if !batch.isEmpty { batches.append(batch.reversed()) }
    }

    mutating func next() -> Thing? {
        guard !batches.isEmpty else { return nil }
        let thing = batches[0].popLast()
        if batches[0].isEmpty { batches.removeFirst() }
        return thing
    }

    var isEmpty: Bool { batches.isEmpty }
    var first: Thing? { batches.first?.last }
    var rest: [Thing] { batches.flatMap { $0.reversed() } }
}
