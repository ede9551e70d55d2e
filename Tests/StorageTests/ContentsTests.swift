import Engine
import Foundation
import GRDB
import Testing

@testable import Storage

@Suite struct `A shift somebody handed in` {
    let scratch: Scratch
    let path: String

    init() throws {
        scratch = try Scratch()
        path = scratch.path + "/s1.shift"
        let journal = try Journal.create(in: scratch.path, header: header())
        try journal.append((1...20).map { entry($0) })
        try journal.finish(summary: Array("done".utf8))
    }

    @Test func `is read whole and leaves no trace`() throws {
        let bytes = fileBytes(path)
        let contents = try Journal.contents(of: path)
        #expect(contents.header == header())
        #expect(contents.entries == (1...20).map { entry($0) })
        #expect(contents.ending == Array("done".utf8))
        #expect(fileBytes(path) == bytes)
        #expect(try names(in: scratch.path) == ["s1.shift"])
    }

    @Test func `is whole by itself as soon as it has ended, while its desk is still open`() throws {
        let journal = try Journal.create(in: scratch.path, header: header("s2"))
        try journal.append((1...20).map { entry($0) })
        try journal.saveDraft(conversation: "c", bytes: [5])
        try journal.finish(summary: Array("done".utf8))
        let copy = scratch.path + "/handed-in.shift"
        try FileManager.default.copyItem(atPath: scratch.path + "/s2.shift", toPath: copy)
        let contents = try Journal.contents(of: copy)
        #expect(contents.entries == (1...20).map { entry($0) })
        #expect(contents.ending == Array("done".utf8))
        try journal.append([entry(21)])
    }

    @Test func `is refused when it was cut or altered anywhere`() throws {
        let whole = try #require(fileBytes(path))
        var refused = 0
        for place in stride(from: 0, to: whole.count, by: 97) {
            var bytes = whole
            bytes[place] ^= 0xff
            try bytes.write(to: URL(fileURLWithPath: path))
            do throws(StorageFault) {
                let contents = try Journal.contents(of: path)
                // What is not looked at (free space, page counters) may change; nothing else.
                #expect(contents.entries == (1...20).map { entry($0) })
            } catch { refused += 1 }
        }
        #expect(refused > 20)
        try whole.prefix(whole.count / 2).write(to: URL(fileURLWithPath: path))
        #expect(throws: StorageFault.self) { _ = try Journal.contents(of: path) }
    }

    @Test(arguments: [
        """
        ALTER TABLE entry RENAME TO hidden;
        CREATE VIEW entry AS WITH RECURSIVE endless(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM endless)
            SELECT n AS sequence, 0 AS at, x'' AS actor, 0 AS external, x'' AS command, x'' AS events,
            0 AS checksum FROM endless;
        """,
        "CREATE TRIGGER t AFTER INSERT ON entry BEGIN DELETE FROM entry; END;",
        "CREATE VIEW more AS SELECT 1;",
        "ALTER TABLE kept ADD COLUMN late AS (hex(zeroblob(1000000)));",
        "DROP TABLE kept;",
    ])
    func `runs nothing of its own`(program: String) throws {
        let queue = try DatabaseQueue(path: path)
        try queue.writeWithoutTransaction { try $0.execute(sql: program) }
        try queue.writeWithoutTransaction {
            try $0.execute(sql: "PRAGMA wal_checkpoint(TRUNCATE)")
        }
        try queue.close()
        let fault = #expect(throws: StorageFault.self) { _ = try Journal.contents(of: path) }
        #expect(fault == .damaged(path: path, detail: .notAShift))
    }

    @Test func `of a later format is called so`() throws {
        let queue = try DatabaseQueue(path: path)
        try queue.writeWithoutTransaction {
            try $0.execute(sql: "PRAGMA user_version = 9; CREATE TABLE other(x)")
        }
        try queue.close()
        let fault = #expect(throws: StorageFault.self) { _ = try Journal.contents(of: path) }
        #expect(fault == .newerFormat(path: path, version: 9))
    }
}
