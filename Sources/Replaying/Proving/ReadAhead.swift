import Engine
import Foundation
import Storage

/// Reads a shift's file on a thread of its own, some thousand lines ahead of whoever plays it, with
/// the requests of people in it made ready.
final class ReadAhead {
    // A class: it lets its thread go when nobody holds it any more.

    /// A piece of the file, oldest line first.
    struct Piece: Sendable {
        var lines: [JournalEntry] = []
        /// What people asked for, by the place of its line in the piece.
        var requests: [(place: Int, request: Result<Request, LineFault>)] = []
        /// Why nothing follows on this piece, where it is not the file's end.
        var fault: StorageFault?
        var isLast = false
    }

    struct Request: Sendable {
        var command: Command
        var actor: Actor
    }

    private let belt = Belt<Piece>(places: 4)
    private static let size = 2048

    init(_ path: String) {
        let belt = belt
        let thread = Thread { Self.read(path, onto: belt) }
        thread.stackSize = 8 << 20
        thread.start()
    }

    deinit { belt.stop() }

    func next() -> Piece? { belt.take() }

    private static func read(_ path: String, onto belt: Belt<Piece>) {
        do throws(StorageFault) {
            let journal = try Journal.read(path)
            var read = 0
            while true {
                let lines = try lines(of: journal, after: read, onto: belt)
                read += lines.count
                var piece = piece(of: lines)
                piece.isLast = lines.isEmpty
                guard belt.put(piece), !piece.isLast else { return }
            }
        } catch { belt.put(Piece(fault: error, isLast: true)) }
    }

    /// The next lines; where one of them is bad, the good ones before it go first.
    private static func lines(
        of journal: Journal, after read: Int, onto belt: Belt<Piece>
    ) throws(StorageFault) -> [JournalEntry] {
        do throws(StorageFault) { return try journal.entries(after: read, limit: size) } catch {
            let broken = error
            var good: [JournalEntry] = []
            while let line = try? journal.entries(after: read + good.count, limit: 1).first {
                good.append(line)
            }
            belt.put(piece(of: good))
            throw broken
        }
    }

    private static func piece(of lines: [JournalEntry]) -> Piece {
        var piece = Piece(lines: lines)
        for (place, line) in lines.enumerated() where line.isExternal {
            do throws(LineFault) {
                let request = Request(command: try line.request(), actor: try line.sender())
                piece.requests.append((place, .success(request)))
            } catch { piece.requests.append((place, .failure(error))) }
        }
        return piece
    }
}
