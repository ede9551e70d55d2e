import GRDB

extension Journal {
    /// Everything a shift's file holds, once it has been read through.
    public struct Contents: Sendable {
        public var header: ShiftHeader
        public var entries: [JournalEntry]
        /// What the shift was ended with; nil while it can be gone on with.
        public var ending: [UInt8]?
    }

    /// Reads a file somebody handed in: whole, each part against its sum, changing nothing and
    /// leaving nothing beside it.
    ///
    /// A file from a stranger may hold more than a shift: a view in place of a table is a program
    /// that runs when it is read, and may never end. Only the three plain tables of our own are
    /// read.
    public static func contents(of path: String) throws(StorageFault) -> Contents {
        let path = Disk.target(of: path)
        let file = try SQLiteFile.forReading(path)
        return try file.read { db in
            let header = try Layout.header(in: db, path: path, isStranger: true)
            var entries: [JournalEntry] = []
            try Layout.forEachEntry(after: 0, limit: .max, in: db, path: path) {
                entries.append($0)
            }
            _ = try Layout.allKept(in: db, path: path)
            let ending = try Layout.kept(.ending, in: db, path: path)
            return Contents(header: header, entries: entries, ending: ending)
        }
    }
}

extension Layout {
    /// The header of a file whose tables are first seen to be the plain ones we lay.
    static func header(
        in db: Database, path: String, isStranger: Bool
    ) throws -> ShiftHeader {
        let owner = try Int.fetchOne(db, sql: "PRAGMA application_id")
        guard owner == SQLiteFile.applicationID else {
            throw StorageFault.damaged(path: path, detail: .notAShift)
        }
        // A later format may have other tables, and says so itself.
        let version = try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
        if isStranger, version <= ShiftHeader.currentFormat {
            try db.execute(sql: "PRAGMA trusted_schema = OFF")
            guard try hasPlainTables(db) else {
                throw StorageFault.damaged(path: path, detail: .notAShift)
            }
        }
        return try header(in: db, path: path)
    }

    /// No views, no triggers, nothing virtual, and our tables exactly as we lay them.
    private static func hasPlainTables(_ db: Database) throws -> Bool {
        var wanted = Set(
            tables.split(separator: ";").map { plain(String($0)) }.filter { !$0.isEmpty })
        let rows = try Row.fetchCursor(db, sql: "SELECT type, rootpage, sql FROM sqlite_schema")
        while let row = try rows.next() {
            let type = String.fromDatabaseValue(row[0])
            let sql = String.fromDatabaseValue(row[2])
            guard integer(row, 1) ?? 0 > 0, type == "table" || type == "index" else {
                return false
            }
            if let sql { wanted.remove(plain(sql)) }
        }
        return wanted.isEmpty
    }

    private static func plain(_ sql: String) -> String {
        sql.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}
