import Engine
import Foundation
import GRDB

/// One connection to a shift's file, with SQLite's errors turned into facts.
///
/// A writing desk holds two: one that waits for the disk after every commit (the journal itself)
/// and one that leaves its commits to the system's cache (drafts and the clock), which a killed
/// process loses nothing of either.
struct SQLiteFile {
    enum Use {
        /// Being laid out under a temporary name.
        case fresh
        /// Every commit is on the disk when it returns.
        case durable
        /// Every commit is with the system when it returns: safe against a killed process, and at
        /// most the last second's typing is lost in a power cut.
        case brisk
        /// Follows what a writer commits.
        case following
        /// Nobody writes and no log waits: read without a lock and without a trace in the folder.
        case atRest
    }

    /// "xiao", so that `file` and a careful reader can tell a shift from other SQLite files.
    static let applicationID = 0x7869_616F

    let path: String
    private let connection: Connection
    /// The file this connection was opened on, to notice when its name leads elsewhere.
    private let identity: UInt64?

    init(path: String, use: Use) throws(StorageFault) {
        self.path = path
        var configuration = Configuration()
        configuration.busyMode = .timeout(2)
        configuration.label = "shift"
        var address = path
        switch use {
        case .fresh:
            configuration.prepareDatabase { db in
                try db.execute(sql: "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL")
            }
        case .durable:
            configuration.prepareDatabase { db in
                try db.execute(sql: "PRAGMA synchronous = FULL")
            }
        case .brisk:
            // Moving the log into the file costs disk waits: the durable connection does it, on
            // a commit that waits anyway. Only hours of typing with nothing else stored, 32 MB of
            // log, make a keystroke wait.
            configuration.prepareDatabase { db in
                try db.execute(
                    sql: "PRAGMA synchronous = NORMAL; PRAGMA wal_autocheckpoint = 8000")
            }
        case .following:
            configuration.readonly = true
        case .atRest:
            configuration.readonly = true
            address = "file:" + Self.escaped(path) + "?immutable=1"
        }
        let settings = configuration
        let place = address
        connection = Connection(
            try Self.faulting(path) { try DatabaseQueue(path: place, configuration: settings) })
        identity = Disk.identity(path)
    }

    /// The best way to read this file now: without a trace when it is at rest, else beside the
    /// writer.
    ///
    /// - Parameter isOurs: the right to write it is already held here, so nobody else writes.
    static func forReading(
        _ path: String, isOurs: Bool = false
    ) throws(StorageFault) -> SQLiteFile {
        try Disk.requireFile(path)
        let isAtRest = isOurs || WriterLock.holder(of: path) == nil
        if isAtRest, (Disk.size(path + "-wal") ?? 0) == 0 {
            return try SQLiteFile(path: path, use: .atRest)
        }
        return try SQLiteFile(path: path, use: .following)
    }

    func read<T>(_ body: (Database) throws -> T) throws(StorageFault) -> T {
        try Self.faulting(path) { try queue.unsafeRead(body) }
    }

    /// One transaction: all of it or, on any fault, nothing.
    ///
    /// A file that was deleted under an open handle would swallow every write in silence, so its
    /// name is looked up first (about a microsecond).
    func write<T>(_ body: (Database) throws -> T) throws(StorageFault) -> T {
        guard let identity, Disk.identity(path) == identity else { throw .missing(path: path) }
        return try Self.faulting(path) { () throws -> T in
            try queue.writeWithoutTransaction { db in
                var result: T?
                try db.inTransaction(.immediate) {
                    result = try body(db)
                    return .commit
                }
                guard let result else { throw DatabaseError(resultCode: .SQLITE_ABORT) }
                return result
            }
        }
    }

    /// Moves what stands in the log beside the file into the file. While somebody reads, it stays
    /// where it is and loses nothing; the next close moves it.
    func foldLog() {
        try? queue.writeWithoutTransaction { db in _ = try db.checkpoint(.truncate) }
    }

    private var queue: DatabaseQueue { connection.queue }

    /// Closes the file with its last holder and keeps the empty queue for ever.
    ///
    /// On Linux a queue that is freed leaves its last words to a worker thread, and the first
    /// worker brings a watchman who wakes up every second until the process ends. A few kilobytes
    /// a file are cheaper: a paused desk must not wake up at all.
    private final class Connection {
        let queue: DatabaseQueue

        init(_ queue: DatabaseQueue) { self.queue = queue }

        deinit {
            // A close that fails leaves the log beside the file, and the next opening reads it.
            try? queue.close()
            _ = Unmanaged.passRetained(queue)
        }
    }

    func close() throws(StorageFault) {
        try Self.faulting(path) { try queue.close() }
    }

    private static func faulting<T>(
        _ path: String, _ body: () throws -> T
    ) throws(StorageFault) -> T {
        do {
            return try body()
        } catch let fault as StorageFault {
            throw fault
        } catch let error as DatabaseError {
            throw fault(error, path: path)
        } catch {
            throw .io(path: path, detail: "\(error)")
        }
    }

    private static func fault(_ error: DatabaseError, path: String) -> StorageFault {
        let words = error.message ?? "SQLite \(error.extendedResultCode.rawValue)"
        switch error.resultCode {
        case .SQLITE_FULL:
            return .diskFull(path: path)
        case .SQLITE_READONLY, .SQLITE_PERM, .SQLITE_AUTH:
            return Disk.exists(path) ? .readOnly(path: path) : .missing(path: path)
        case .SQLITE_CORRUPT, .SQLITE_FORMAT:
            return .damaged(path: path, detail: .structure(words))
        case .SQLITE_NOTADB:
            return .damaged(path: path, detail: .notAShift)
        case .SQLITE_BUSY, .SQLITE_LOCKED:
            return .busy(path: path, holderProcess: WriterLock.holder(of: path)?.process)
        case .SQLITE_IOERR, .SQLITE_CANTOPEN:
            guard Disk.exists(path) else { return .missing(path: path) }
            return Disk.obstacle(beside: path) ?? .io(path: path, detail: words)
        default:
            return .io(path: path, detail: words)
        }
    }

    /// A path inside a `file:` address: SQLite reads `%`, `?` and `#` there as marks of its own.
    private static func escaped(_ path: String) -> String {
        var escaped = ""
        for scalar in path.unicodeScalars {
            switch scalar {
            case "%": escaped += "%25"
            case "?": escaped += "%3f"
            case "#": escaped += "%23"
            default: escaped.unicodeScalars.append(scalar)
            }
        }
        return escaped
    }
}
