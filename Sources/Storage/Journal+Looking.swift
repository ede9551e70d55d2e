import Foundation

/// Looking into a shift that nobody goes on with, and writing a word into its margin.
extension Journal {
    /// How many entries the file holds now; costs nothing, however long the shift.
    public func storedEntries() throws(StorageFault) -> Int {
        try main.read { db in try Layout.lastSequence(in: db) }
    }

    /// Opens a shift to be read through once: without a trace in its folder where nobody writes it,
    /// and as one from a stranger (see `contents(of:)`).
    /// What a desk that opens it meanwhile adds, may not be seen.
    public static func read(_ path: String) throws(StorageFault) -> Journal {
        let path = Disk.target(of: path)
        let file = try SQLiteFile.forReading(path)
        let header = try file.read { db in
            try Layout.header(in: db, path: path, isStranger: true)
        }
        return Journal(
            path: path, mode: .watcher, header: header, lastSequence: 0, main: file, brisk: nil,
            lock: nil)
    }

    /// Keeps a note with a shift on the shelf, without going on with it: what a teacher wrote
    /// beside it travels in the same file. On the disk when this returns.
    ///
    /// A log that a killed desk left behind is read through first, as when a shift is opened: a
    /// damaged file is refused and stays as it is.
    public static func keepNote(
        _ key: String, _ value: [UInt8], with path: String
    ) throws(StorageFault) {
        let path = Disk.target(of: path)
        try Disk.requireFile(path)
        guard access(path, W_OK) == 0 else { throw Disk.fault(errno, path: path) }
        let lock = try WriterLock(for: path)
        if lock.markLeftBehind > 0 || (Disk.size(path + "-wal") ?? 0) > 0 {
            let found = try verify(path, isOurs: true)
            guard found.lastSequence >= lock.markLeftBehind else {
                throw .damaged(path: path, detail: .gap(after: found.lastSequence))
            }
        } else {
            let file = try SQLiteFile.forReading(path, isOurs: true)
            _ = try file.read { db in try Layout.header(in: db, path: path) }
        }
        let file = try SQLiteFile(path: path, use: .durable)
        try file.write { db in try Layout.keep(value, as: .note(key), in: db) }
        try file.close()
        lock.settle()
    }

    /// As `verify`, but only of the shift's beginning: quick, and enough to list it.
    public static func header(of path: String) throws(StorageFault) -> ShiftHeader {
        let path = Disk.target(of: path)
        let file = try SQLiteFile.forReading(path)
        return try file.read { db in try Layout.header(in: db, path: path) }
    }
}
