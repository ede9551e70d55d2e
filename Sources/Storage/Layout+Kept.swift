import Foundation
import GRDB

/// One thing kept beside the journal: a draft, the clock, a note of the screen, the ending.
enum KeptName {
    case draft(conversation: String)
    case note(String)
    case clock
    case ending

    static let draftPrefix = Array("draft/".utf8)

    var bytes: [UInt8] {
        switch self {
        case .draft(let conversation): Self.draftPrefix + Array(conversation.utf8)
        case .note(let key): Array("note/".utf8) + Array(key.utf8)
        case .clock: Array("clock".utf8)
        case .ending: Array("ending".utf8)
        }
    }
}

extension Layout {
    static func keep(_ bytes: [UInt8], as name: KeptName, in db: Database) throws {
        try keep(bytes, named: name.bytes, in: db)
    }

    static func keep(_ bytes: [UInt8], named name: [UInt8], in db: Database) throws {
        let statement = try db.cachedStatement(
            sql: "INSERT OR REPLACE INTO kept VALUES (?, ?, ?)")
        try statement.execute(
            arguments: [Data(name), Data(bytes), checksum(name: name, bytes: bytes)])
    }

    /// An empty draft is none.
    static func keepDraft(_ draft: Draft, in db: Database) throws {
        let name = KeptName.draft(conversation: draft.conversation)
        if draft.bytes.isEmpty {
            try drop(name, in: db)
        } else {
            try keep(draft.bytes, as: name, in: db)
        }
    }

    static func drop(_ name: KeptName, in db: Database) throws {
        try db.cachedStatement(sql: "DELETE FROM kept WHERE name = ?")
            .execute(arguments: [Data(name.bytes)])
    }

    static func kept(_ name: KeptName, in db: Database, path: String) throws -> [UInt8]? {
        let row = try Row.fetchOne(
            db, sql: "SELECT bytes, checksum FROM kept WHERE name = ?",
            arguments: [Data(name.bytes)])
        guard let row else { return nil }
        guard let bytes = bytes(row, 0),
            integer(row, 1) == checksum(name: name.bytes, bytes: bytes)
        else { throw StorageFault.damaged(path: path, detail: .kept) }
        return bytes
    }

    /// Everything kept, by name, each checked against its sum.
    static func allKept(
        in db: Database, path: String
    ) throws -> [(name: [UInt8], bytes: [UInt8])] {
        var all: [(name: [UInt8], bytes: [UInt8])] = []
        let rows = try Row.fetchCursor(
            db, sql: "SELECT name, bytes, checksum FROM kept ORDER BY name")
        while let row = try rows.next() {
            guard let name = bytes(row, 0), let bytes = bytes(row, 1),
                integer(row, 2) == checksum(name: name, bytes: bytes)
            else { throw StorageFault.damaged(path: path, detail: .kept) }
            all.append((name, bytes))
        }
        return all
    }
}
