import Foundation
import GRDB

/// The book of one shift: everything anybody did and what came of it, in order, on disk.
///
/// ```swift
/// let journal = try Journal.create(in: folders.shifts, header: header)
/// try journal.append([entry])          // on the disk when this returns
/// try journal.saveDraft(conversation: "c-3", bytes: draft)
/// ```
/// A class, because an open file and the right to write it have an identity: two copies of a
/// journal would be two pens on one page. Not `Sendable`: one thread keeps the book.
public final class Journal {
    public enum Mode: Sendable, Hashable {
        /// The one desk that adds to the shift.
        case writer
        /// Reads along, also while another desk writes.
        case watcher
    }

    public let path: String
    public let mode: Mode
    public let header: ShiftHeader
    /// For a writer the last entry on disk; for a watcher the last one it has read.
    public private(set) var lastSequence: Int

    /// The journal's own connection; a watcher's only one.
    let main: SQLiteFile
    /// For what changes with every key. Nil for a watcher.
    let brisk: SQLiteFile?
    private let lock: WriterLock?

    init(
        path: String, mode: Mode, header: ShiftHeader, lastSequence: Int, main: SQLiteFile,
        brisk: SQLiteFile?, lock: WriterLock?
    ) {
        self.path = path
        self.mode = mode
        self.header = header
        self.lastSequence = lastSequence
        self.main = main
        self.brisk = brisk
        self.lock = lock
    }

    /// The connections go before the lock, so that the next desk never meets an open log.
    deinit {
        // A close that fails leaves the log beside the file, and the next opening reads it.
        try? brisk?.close()
        try? main.close()
    }

    /// Starts a new shift as `<folder>/<id>.shift`, making the folder where it is missing.
    public static func create(
        in folder: String, header: ShiftHeader
    ) throws(StorageFault) -> Journal {
        try Disk.makeFolder(folder)
        return try create(at: folder + "/" + header.id + ".shift", header: header)
    }

    /// Laid out under another name and then linked, so that a shift is there whole or not at all.
    static func create(at path: String, header: ShiftHeader) throws(StorageFault) -> Journal {
        guard header.hasUsableID else {
            throw .cannotCreate(path: path, reason: .unusableName(header.id))
        }
        let lock = try WriterLock(for: path)
        guard !Disk.exists(path) else { throw .cannotCreate(path: path, reason: .alreadyExists) }
        let folder = Disk.folder(of: path)
        let fresh = folder + "/.new-\(getpid())-" + (path as NSString).lastPathComponent
        defer {
            for ending in ["", "-wal", "-shm", "-journal"] { unlink(fresh + ending) }
        }
        let file = try SQLiteFile(path: fresh, use: .fresh)
        try file.write { db in try Layout.lay(header, in: db) }
        try file.close()
        guard link(fresh, path) == 0 else {
            let code = errno
            throw code == EEXIST
                ? .cannotCreate(path: path, reason: .alreadyExists)
                : Disk.fault(code, path: path)
        }
        Disk.settleFolder(folder)
        // A mark left by an older shift of this name, whose file is gone, says nothing of this one.
        lock.mark(0)
        lock.settle()
        return try writer(path, lock: lock, header: header, lastSequence: 0)
    }

    /// Takes away a file that was just made and could not be filled: nobody has seen it.
    public func discard() {
        precondition(mode == .writer, "a watcher takes nothing away: \(path)")
        for ending in ["", "-wal", "-shm", "-journal"] { unlink(path + ending) }
    }

    /// Opens a shift to go on with it or to watch it.
    ///
    /// A writer's file is read through first, entry by entry, before a byte of it is changed: a
    /// damaged one, or one whose log lost its end, is refused untouched. A watcher checks each entry when it reads it.
    public static func open(_ path: String, mode: Mode) throws(StorageFault) -> Journal {
        let path = Disk.target(of: path)
        switch mode {
        case .writer:
            try Disk.requireFile(path)
            guard access(path, W_OK) == 0 else { throw Disk.fault(errno, path: path) }
            let lock = try WriterLock(for: path)
            let found = try verify(path, isOurs: true)
            guard found.lastSequence >= lock.markLeftBehind else {
                throw .damaged(path: path, detail: .gap(after: found.lastSequence))
            }
            lock.settle()
            return try writer(
                path, lock: lock, header: found.header, lastSequence: found.lastSequence)
        case .watcher:
            try Disk.requireFile(path)
            let file = try follow(path)
            let header = try file.read { db in try Layout.header(in: db, path: path) }
            return Journal(
                path: path, mode: .watcher, header: header, lastSequence: 0, main: file,
                brisk: nil, lock: nil)
        }
    }

    private static func writer(
        _ path: String, lock: WriterLock, header: ShiftHeader, lastSequence: Int
    ) throws(StorageFault) -> Journal {
        Journal(
            path: path, mode: .writer, header: header, lastSequence: lastSequence,
            main: try SQLiteFile(path: path, use: .durable),
            brisk: try SQLiteFile(path: path, use: .brisk), lock: lock)
    }

    /// Where SQLite cannot keep its own notes beside the file, as on a read-only disk, a shift at
    /// rest can still be read.
    private static func follow(_ path: String) throws(StorageFault) -> SQLiteFile {
        guard access(Disk.folder(of: path), W_OK) == 0 else {
            return try SQLiteFile.forReading(path)
        }
        return try SQLiteFile(path: path, use: .following)
    }

    /// Whether some process has the right to write this shift now. Asks only; touches no file.
    public static func isBeingWritten(_ path: String) -> Bool {
        WriterLock.holder(of: Disk.target(of: path)) != nil
    }

    /// Reads a whole shift without changing it, and says what it holds or what is wrong with it.
    public static func verify(
        _ path: String
    ) throws(StorageFault) -> (header: ShiftHeader, lastSequence: Int) {
        try verify(Disk.target(of: path), isOurs: false)
    }

    static func verify(
        _ path: String, isOurs: Bool
    ) throws(StorageFault) -> (header: ShiftHeader, lastSequence: Int) {
        let file = try SQLiteFile.forReading(path, isOurs: isOurs)
        return try file.read { db in
            let header = try Layout.header(in: db, path: path)
            var last = 0
            try Layout.forEachEntry(after: 0, limit: .max, in: db, path: path) { entry in
                last = entry.sequence
            }
            _ = try Layout.allKept(in: db, path: path)
            return (header, last)
        }
    }

    /// Adds entries in one transaction. They are on the disk when this returns; when it throws,
    /// none of them is, and the same call may be made again once the cause is gone.
    ///
    /// - Parameter sentDrafts: conversations whose draft these entries used up; it goes in the same
    ///   transaction, so that nothing sent comes back as unsent.
    /// - Parameter notes: kept in the same transaction: what is known of these entries elsewhere.
    public func append(
        _ entries: [JournalEntry], sentDrafts: [String] = [],
        notes: [(key: String, bytes: [UInt8])] = []
    ) throws(StorageFault) {
        precondition(mode == .writer, "a watcher does not append: \(path)")
        for (offset, entry) in entries.enumerated() {
            precondition(
                entry.sequence == lastSequence + 1 + offset,
                "entry \(entry.sequence) cannot follow \(lastSequence + offset) in \(path)")
        }
        guard !entries.isEmpty || !sentDrafts.isEmpty || !notes.isEmpty else { return }
        try main.write { db in
            try Layout.insert(entries, in: db)
            for conversation in sentDrafts {
                try Layout.drop(.draft(conversation: conversation), in: db)
            }
            for note in notes { try Layout.keep(note.bytes, as: .note(note.key), in: db) }
        }
        lastSequence += entries.count
        lock?.mark(lastSequence)
    }

    /// At most `limit` entries after one, in order; none when there are no more yet.
    public func entries(
        after sequence: Int, limit: Int
    ) throws(StorageFault) -> [JournalEntry] {
        var found: [JournalEntry] = []
        try main.read { db in
            try Layout.forEachEntry(after: sequence, limit: limit, in: db, path: path) { entry in
                found.append(entry)
            }
        }
        if mode == .watcher, let last = found.last {
            lastSequence = max(lastSequence, last.sequence)
        }
        return found
    }

    /// Visits every entry after one, holding only a few hundred in memory at a time.
    ///
    /// The body may use this journal; what it throws comes out of here unchanged.
    public func forEachEntry(
        after sequence: Int = 0, _ body: (JournalEntry) throws -> Void
    ) throws {
        var previous = sequence
        while true {
            let batch = try entries(after: previous, limit: 512)
            guard let last = batch.last else { return }
            for entry in batch { try body(entry) }
            previous = last.sequence
        }
    }
}
