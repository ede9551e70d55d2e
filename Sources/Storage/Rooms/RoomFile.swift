import Engine
import Foundation
import GRDB

/// The mailbox of a room: who may sit where, what the seats ask, what was answered, what is half
/// written at each seat, which round is played.
///
/// ```swift
/// let room = try RoomFile.create(in: folder, header: header, tokens: ["one": "k3f9", …])
/// try room.post(chair: "one", number: 1, round: 1, token: "k3f9", body: bytes)
/// for letter in try room.waiting() { try room.answer(letter.chair, letter.number, with: bytes) }
/// ```
/// An SQLite file beside the shift, written by every process in the room: each writing is one
/// transaction, so a process that is killed leaves all of it or nothing. It holds no shift: the
/// journal does, and what was done is known from there.
///
/// A class, because an open file has an identity.
public final class RoomFile {
    public let path: String
    public let header: RoomHeader
    private let file: SQLiteFile

    /// "xrom"
    private static let applicationID = 0x7872_6F6D

    private static let tables = """
        CREATE TABLE header(id INTEGER PRIMARY KEY CHECK (id = 1), bytes BLOB, checksum INTEGER);
        CREATE TABLE chair(name BLOB PRIMARY KEY, token BLOB, process INTEGER) WITHOUT ROWID;
        CREATE TABLE letter(id INTEGER PRIMARY KEY, chair BLOB, number INTEGER, round INTEGER,
            token BLOB, body BLOB, checksum INTEGER, answer BLOB, UNIQUE(chair, number));
        CREATE INDEX waiting ON letter(id) WHERE answer IS NULL;
        CREATE TABLE kept(name BLOB PRIMARY KEY, bytes BLOB, checksum INTEGER) WITHOUT ROWID;
        """

    private init(path: String, header: RoomHeader, file: SQLiteFile) {
        self.path = path
        self.header = header
        self.file = file
    }

    /// A close that fails leaves the log beside the file, and the next opening reads it.
    deinit { try? file.close() }

    /// Opens a new room as `<folder>/<name>.room`. It is there whole or not at all.
    public static func create(
        in folder: String, header: RoomHeader, tokens: [(chair: String, token: String)]
    ) throws(StorageFault) -> RoomFile {
        try Disk.makeFolder(folder)
        let path = folder + "/" + header.name + ".room"
        guard !Disk.exists(path) else { throw .cannotCreate(path: path, reason: .alreadyExists) }
        let fresh = folder + "/.new-\(getpid())-" + header.name + ".room"
        defer {
            for ending in ["", "-wal", "-shm", "-journal"] { unlink(fresh + ending) }
        }
        let file = try SQLiteFile(path: fresh, use: .fresh)
        // Tokens are for the people in the room.
        chmod(fresh, 0o600)
        try file.write { db in
            let encoder = JSONEncoder()
            encoder.outputFormatting = .sortedKeys
            let bytes = Array(try encoder.encode(header))
            try db.execute(sql: tables)
            try db.execute(
                sql: "INSERT INTO header VALUES (1, ?, ?)",
                arguments: [Data(bytes), Layout.checksum(name: [], bytes: bytes)])
            for (chair, token) in tokens {
                try db.execute(
                    sql: "INSERT INTO chair VALUES (?, ?, 0)",
                    arguments: [Data(chair.utf8), Data(token.utf8)])
            }
            try Layout.keep(Array("1".utf8), named: roundName, in: db)
            try db.execute(sql: "PRAGMA application_id = \(applicationID)")
            try db.execute(sql: "PRAGMA user_version = \(RoomHeader.currentFormat)")
        }
        try file.close()
        guard link(fresh, path) == 0 else {
            let code = errno
            throw code == EEXIST
                ? .cannotCreate(path: path, reason: .alreadyExists)
                : Disk.fault(code, path: path)
        }
        Disk.settleFolder(folder)
        return try open(path)
    }

    public static func open(_ path: String) throws(StorageFault) -> RoomFile {
        let path = Disk.target(of: path)
        try requireRoom(path)
        let file = try SQLiteFile(path: path, use: .brisk)
        let header = try file.read { db in
            guard try Int.fetchOne(db, sql: "PRAGMA application_id") == applicationID else {
                throw StorageFault.damaged(path: path, detail: .notARoom)
            }
            let version = try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
            guard version <= RoomHeader.currentFormat else {
                throw StorageFault.newerFormat(path: path, version: version)
            }
            let row = try Row.fetchOne(db, sql: "SELECT bytes, checksum FROM header WHERE id = 1")
            guard let row, let bytes = Layout.bytes(row, 0),
                Layout.integer(row, 1) == Layout.checksum(name: [], bytes: bytes),
                let header = try? JSONDecoder().decode(RoomHeader.self, from: Data(bytes))
            else { throw StorageFault.damaged(path: path, detail: .notARoom) }
            return header
        }
        return RoomFile(path: path, header: header, file: file)
    }

    /// A file that is cut at the front, or is something else, is told apart before SQLite would
    /// make a new log beside it.
    private static func requireRoom(_ path: String) throws(StorageFault) {
        do throws(StorageFault) { try Disk.requireFile(path) } catch {
            guard case .damaged = error else { throw error }
            throw .damaged(path: path, detail: .notARoom)
        }
        let start = try? FileHandle(forReadingAtPath: path)?.read(upToCount: 16)
        guard start == Data("SQLite format 3\0".utf8) else {
            throw .damaged(path: path, detail: .notARoom)
        }
    }

    /// Where the journal of a round lies.
    public func shiftPath(round: Int) -> String {
        Disk.folder(of: path) + "/" + shiftID(round: round) + ".shift"
    }

    public func shiftID(round: Int) -> String { "\(header.name)-\(round)" }

    public var folder: String { Disk.folder(of: path) }

    // MARK: Chairs

    /// The chair that a token is for; nil where it is for none.
    public func chair(of token: String) throws(StorageFault) -> String? {
        try file.read { db in
            let row = try Row.fetchOne(
                db, sql: "SELECT name FROM chair WHERE token = ?", arguments: [Data(token.utf8)])
            return row.flatMap { Layout.bytes($0, 0) }.map { String(decoding: $0, as: UTF8.self) }
        }
    }

    /// Notes who sits there, for whoever finds the chair taken.
    public func note(process: Int, at chair: String) throws(StorageFault) {
        try file.write { db in
            try db.execute(
                sql: "UPDATE chair SET process = ? WHERE name = ?",
                arguments: [process, Data(chair.utf8)])
        }
    }

    public func process(at chair: String) throws(StorageFault) -> Int? {
        try file.read { db in
            let number = try Int.fetchOne(
                db, sql: "SELECT process FROM chair WHERE name = ?",
                arguments: [Data(chair.utf8)])
            return number == 0 ? nil : number
        }
    }

    // MARK: Letters

    /// Puts a letter into the box, where it stays until it is answered; sent again under its own
    /// number it is the same letter.
    ///
    /// - Parameter draft: what this letter uses up of what was half written; it goes in the same
    ///   step.
    public func post(
        chair: String, number: Int, round: Int, token: String, body: [UInt8],
        sentDraft draft: String? = nil
    ) throws(StorageFault) {
        try file.write { db in
            try db.execute(
                sql: """
                    INSERT OR IGNORE INTO letter(chair, number, round, token, body, checksum)
                    VALUES (?, ?, ?, ?, ?, ?)
                    """,
                arguments: [
                    Data(chair.utf8), number, round, Data(token.utf8), Data(body),
                    Layout.checksum(name: Array(chair.utf8), bytes: body),
                ])
            if let draft {
                try db.execute(
                    sql: "DELETE FROM kept WHERE name = ?",
                    arguments: [Data(Self.draftName(chair, draft))])
            }
        }
    }

    /// Letters without an answer, in the order in which they came.
    public func waiting() throws(StorageFault) -> [RoomLetter] {
        try file.read { db in
            let rows = try Row.fetchCursor(
                db,
                sql: """
                    SELECT letter.chair, number, round, body, checksum, chair.token = letter.token
                    FROM letter LEFT JOIN chair ON chair.name = letter.chair
                    WHERE answer IS NULL ORDER BY letter.id
                    """)
            var letters: [RoomLetter] = []
            while let row = try rows.next() { letters.append(Self.letter(row)) }
            return letters
        }
    }

    private static func letter(_ row: Row) -> RoomLetter {
        let chair = Layout.bytes(row, 0) ?? []
        let body = Layout.bytes(row, 3)
        let isWhole =
            body.map { Layout.checksum(name: chair, bytes: $0) } == Layout.integer(row, 4)
        return RoomLetter(
            chair: String(decoding: chair, as: UTF8.self),
            number: Int(Layout.integer(row, 1) ?? 0), round: Int(Layout.integer(row, 2) ?? 0),
            isGenuine: Layout.integer(row, 5) == 1, body: isWhole ? body : nil)
    }

    public func answer(
        _ chair: String, _ number: Int, with bytes: [UInt8]
    ) throws(StorageFault) {
        try file.write { db in try Self.answer(chair, number, bytes, in: db) }
    }

    private static func answer(
        _ chair: String, _ number: Int, _ bytes: [UInt8], in db: Database
    ) throws {
        try db.execute(
            sql: "UPDATE letter SET answer = ? WHERE chair = ? AND number = ?",
            arguments: [Data(bytes), Data(chair.utf8), number])
    }

    /// Nil while there is none.
    public func answer(to chair: String, _ number: Int) throws(StorageFault) -> [UInt8]? {
        try file.read { db in
            let row = try Row.fetchOne(
                db, sql: "SELECT answer FROM letter WHERE chair = ? AND number = ?",
                arguments: [Data(chair.utf8), number])
            guard let bytes = row.flatMap({ Layout.bytes($0, 0) }), !bytes.isEmpty else {
                return nil
            }
            return bytes
        }
    }

    /// The newest letter of a chair, answered or not.
    public func lastLetter(of chair: String) throws(StorageFault) -> RoomLetter? {
        try file.read { db in
            let row = try Row.fetchOne(
                db,
                sql: """
                    SELECT letter.chair, number, round, body, checksum, chair.token = letter.token
                    FROM letter LEFT JOIN chair ON chair.name = letter.chair
                    WHERE letter.chair = ? ORDER BY number DESC LIMIT 1
                    """, arguments: [Data(chair.utf8)])
            return row.map(Self.letter)
        }
    }

    // MARK: Rounds

    private static let roundName = Array("round".utf8)

    /// The round that is played, from 1.
    public func round() throws(StorageFault) -> Int {
        let path = path
        return try file.read { db in
            let row = try Row.fetchOne(
                db, sql: "SELECT bytes, checksum FROM kept WHERE name = ?",
                arguments: [Data(Self.roundName)])
            guard let row, let bytes = Layout.bytes(row, 0),
                Layout.integer(row, 1) == Layout.checksum(name: Self.roundName, bytes: bytes),
                let round = Int(String(decoding: bytes, as: UTF8.self))
            else { throw StorageFault.damaged(path: path, detail: .notARoom) }
            return round
        }
    }

    /// Begins a round and answers the letter that asked for it, both or neither.
    public func begin(
        round: Int, answering chair: String, _ number: Int, with bytes: [UInt8]
    ) throws(StorageFault) {
        try file.write { db in
            try Layout.keep(Array("\(round)".utf8), named: Self.roundName, in: db)
            try Self.answer(chair, number, bytes, in: db)
        }
    }

    // MARK: What is half written

    /// Keeps what is typed at a seat; no bytes at all mean there is nothing any more.
    public func saveDraft(
        _ name: String, of chair: String, bytes: [UInt8]
    ) throws(StorageFault) {
        let key = Self.draftName(chair, name)
        try file.write { db in
            if bytes.isEmpty {
                try db.execute(sql: "DELETE FROM kept WHERE name = ?", arguments: [Data(key)])
            } else {
                try Layout.keep(bytes, named: key, in: db)
            }
        }
    }

    public func drafts(of chair: String) throws(StorageFault) -> [Draft] {
        let prefix = Self.draftName(chair, "")
        let path = path
        return try file.read { db in
            try Layout.allKept(in: db, path: path).filter { $0.name.starts(with: prefix) }.map {
                Draft(
                    conversation: String(
                        decoding: $0.name.dropFirst(prefix.count), as: UTF8.self),
                    bytes: $0.bytes)
            }
        }
    }

    private static func draftName(_ chair: String, _ name: String) -> [UInt8] {
        Array("draft/\(chair)/\(name)".utf8)
    }
}
