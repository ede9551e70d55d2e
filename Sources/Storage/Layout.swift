import Engine
import Foundation
import GRDB

/// The tables of a shift's file and how rows become values again.
///
/// `header` holds one row and `entry` the journal. `kept` is what may change while a shift runs:
/// drafts, the clock, notes of the screen and the ending. Text is stored as bytes, because SQLite
/// ends a text at its first NUL and a customer may send one.
enum Layout {
    static let tables = """
        CREATE TABLE header(id INTEGER PRIMARY KEY CHECK (id = 1), bytes BLOB, checksum INTEGER);
        CREATE TABLE entry(sequence INTEGER PRIMARY KEY, at INTEGER, actor BLOB, external INTEGER,
            command BLOB, events BLOB, checksum INTEGER);
        CREATE TABLE kept(name BLOB PRIMARY KEY, bytes BLOB, checksum INTEGER) WITHOUT ROWID;
        """

    static func lay(_ header: ShiftHeader, in db: Database) throws {
        let bytes = try header.encoded()
        try db.execute(sql: tables)
        try db.execute(
            sql: "INSERT INTO header VALUES (1, ?, ?)",
            arguments: [Data(bytes), checksum(name: [], bytes: bytes)])
        try db.execute(sql: "PRAGMA application_id = \(SQLiteFile.applicationID)")
        try db.execute(sql: "PRAGMA user_version = \(ShiftHeader.currentFormat)")
    }

    /// Says whose file this is before anything else is believed in it.
    static func header(in db: Database, path: String) throws -> ShiftHeader {
        let owner = try Int.fetchOne(db, sql: "PRAGMA application_id")
        guard owner == SQLiteFile.applicationID else {
            throw StorageFault.damaged(path: path, detail: .notAShift)
        }
        let version = try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
        guard version <= ShiftHeader.currentFormat else {
            throw StorageFault.newerFormat(path: path, version: version)
        }
        let row = try Row.fetchOne(db, sql: "SELECT bytes, checksum FROM header WHERE id = 1")
        guard let row, let bytes = bytes(row, 0),
            integer(row, 1) == checksum(name: [], bytes: bytes)
        else { throw StorageFault.damaged(path: path, detail: .header) }
        do {
            let header = try ShiftHeader(encoded: bytes)
            // Names of files are made from it: one that climbs out of the folder is nobody's shift.
            if header.hasUsableID { return header }
        } catch {}
        throw StorageFault.damaged(path: path, detail: .header)
    }

    static func insert(_ entries: [JournalEntry], in db: Database) throws {
        let statement = try db.cachedStatement(
            sql: "INSERT INTO entry VALUES (?, ?, ?, ?, ?, ?, ?)")
        for entry in entries {
            try statement.execute(arguments: [
                entry.sequence, entry.at.milliseconds, Data(entry.actor.utf8), entry.isExternal,
                Data(entry.command), Data(entry.events), entry.checksum,
            ])
        }
    }

    /// Visits entries after `sequence` in order, each checked against its sum and its neighbour.
    static func forEachEntry(
        after sequence: Int, limit: Int, in db: Database, path: String,
        _ body: (JournalEntry) throws -> Void
    ) throws {
        let statement = try db.cachedStatement(
            sql: """
                SELECT sequence, at, actor, external, command, events, checksum
                FROM entry WHERE sequence > ? ORDER BY sequence LIMIT ?
                """)
        let rows = try Row.fetchCursor(statement, arguments: [sequence, limit])
        var previous = sequence
        while let row = try rows.next() {
            guard integer(row, 0) == Int64(previous + 1) else {
                throw StorageFault.damaged(path: path, detail: .gap(after: previous))
            }
            guard let entry = entry(row), integer(row, 6) == entry.checksum else {
                throw StorageFault.damaged(path: path, detail: .entry(previous + 1))
            }
            previous = entry.sequence
            try body(entry)
        }
    }

    static func lastSequence(in db: Database) throws -> Int {
        try Int.fetchOne(db, sql: "SELECT max(sequence) FROM entry") ?? 0
    }

    private static func entry(_ row: Row) -> JournalEntry? {
        guard let sequence = integer(row, 0), let at = integer(row, 1), let actor = bytes(row, 2),
            let external = integer(row, 3), let command = bytes(row, 4), let events = bytes(row, 5)
        else { return nil }
        return JournalEntry(
            sequence: Int(sequence), at: Instant(milliseconds: at),
            actor: String(decoding: actor, as: UTF8.self), isExternal: external != 0,
            command: command, events: events)
    }

    static func checksum(name: [UInt8], bytes: [UInt8]) -> Int64 {
        var sum = Checksum()
        sum.mix(name)
        sum.mix(bytes)
        return sum.stored
    }

    /// A whole number, or nil when a damaged row holds something else there.
    static func integer(_ row: Row, _ column: Int) -> Int64? {
        let value: DatabaseValue = row[column]
        guard case .int64(let number) = value.storage else { return nil }
        return number
    }

    /// Bytes, or nil when a damaged row holds something else. No bytes at all are kept as NULL.
    static func bytes(_ row: Row, _ column: Int) -> [UInt8]? {
        let value: DatabaseValue = row[column]
        switch value.storage {
        case .blob(let data): return Array(data)
        case .null: return []
        case .int64, .double, .string: return nil
        }
    }
}
