import Engine
import Foundation
import GRDB
import Testing

@testable import Storage

@Suite struct ScarcityTests {
    let scratch: Scratch
    let path: String

    init() throws {
        scratch = try Scratch()
        path = scratch.path + "/s1.shift"
    }

    @Test func `a full disk is called full, nothing counts as stored, and a copy can be saved`()
        throws
    {
        let journal = try Journal.create(in: scratch.path, header: header())
        try journal.append([entry(1)])
        for connection in [journal.main, try #require(journal.brisk)] {
            try connection.read { db in try db.execute(sql: "PRAGMA max_page_count = 5") }
        }
        let large = entry(2, bytes: 9000)
        #expect(throws: StorageFault.diskFull(path: path)) { try journal.append([large]) }
        #expect(throws: StorageFault.diskFull(path: path)) {
            try journal.saveDraft(conversation: "c", bytes: large.command)
        }
        #expect(journal.lastSequence == 1)
        #expect(try journal.entries(after: 0, limit: 9) == [entry(1)])
        #expect(try journal.drafts() == [])

        let target = scratch.path + "/saved.shift"
        try journal.export(
            to: target, unsaved: [large],
            drafts: [Draft(conversation: "c", bytes: large.command)])
        let copy = try Journal.open(target, mode: .writer)
        #expect(try copy.entries(after: 0, limit: 9) == [entry(1), large])
        #expect(try copy.drafts() == [Draft(conversation: "c", bytes: large.command)])
    }

    @Test(arguments: [(ENOSPC, true), (EDQUOT, true), (EFBIG, true), (EIO, false)])
    func `no space, no quota and a size limit are all one full disk`(code: Int32, isFull: Bool) {
        let fault = Disk.fault(code, path: path)
        #expect((fault == .diskFull(path: path)) == isFull)
    }

    @Test func `when space returns the same entries are stored, once and in order`() throws {
        do {
            let journal = try Journal.create(in: scratch.path, header: header())
            try journal.append([entry(1)])
            try journal.main.read { db in try db.execute(sql: "PRAGMA max_page_count = 12") }
            let large = (2...40).map { entry($0, bytes: 2000) }
            #expect(throws: StorageFault.diskFull(path: path)) { try journal.append(large) }
            #expect(throws: StorageFault.diskFull(path: path)) { try journal.append(large) }
            #expect(journal.lastSequence == 1)
            #expect(try journal.entries(after: 0, limit: 99) == [entry(1)])
            try journal.main.read { db in try db.execute(sql: "PRAGMA max_page_count = 10000") }
            try journal.append(large)
            #expect(journal.lastSequence == 40)
        }
        let journal = try Journal.open(path, mode: .writer)
        #expect(try journal.entries(after: 1, limit: 99) == (2...40).map { entry($0, bytes: 2000) })
    }

    @Test func `a file size limit is a full disk too, and work goes on when it is lifted`() throws {
        let lines = try ProbeProcess("starve", in: scratch.path).finish()
        let words = try #require(lines.first).split(separator: " ")
        let stored = try #require(Int(words[2].dropLast()))
        let probed = scratch.path + "/probe.shift"
        #expect(
            lines == [
                "refused after \(stored): \(StorageFault.diskFull(path: probed))",
                "readable \(stored)", "entry \(stored + 1)",
            ])
        let journal = try Journal.open(probed, mode: .writer)
        #expect(journal.lastSequence == stored + 1)
        #expect(stored > 10)
    }

    @Test func `a folder that may not be written is called so, and watching still works`() throws {
        do {
            let journal = try Journal.create(in: scratch.path, header: header("probe"))
            try journal.append([entry(1), entry(2)])
        }
        // Readable for everybody, writable for nobody; the probe first stops being root.
        let probed = scratch.path + "/probe.shift"
        chmod(probed, 0o444)
        chmod(scratch.path, 0o555)
        defer { chmod(scratch.path, 0o755) }
        let lines = try ProbeProcess("forbid", in: scratch.path).finish()
        #expect(
            lines == [
                "create \(StorageFault.readOnly(path: scratch.path + "/other.shift"))",
                "open \(StorageFault.readOnly(path: probed))",
                "watch read 2",
            ])
        #expect(try names(in: scratch.path) == ["probe.shift"])
    }

    /// Binds root as well: the system's own tree takes no new files from anybody.
    @Test func `a folder of the system itself is refused`() {
        #expect(throws: StorageFault.readOnly(path: "/sys/kernel/s1.shift")) {
            try Journal.create(in: "/sys/kernel", header: header())
        }
        #expect(throws: StorageFault.readOnly(path: "/sys/kernel/shifts")) {
            try Journal.create(in: "/sys/kernel/shifts", header: header())
        }
    }

    @Test func `a file where the folder should be is named`() throws {
        let file = scratch.path + "/file"
        try Data().write(to: URL(fileURLWithPath: file))
        #expect(throws: StorageFault.self) { try Journal.create(in: file, header: header()) }
        #expect(throws: StorageFault.self) {
            try Journal.create(in: file + "/below", header: header())
        }
    }

    @Test func `a shift whose folder vanished under the desk is refused, and can be exported`()
        throws
    {
        let folder = scratch.path + "/shifts"
        let journal = try Journal.create(in: folder, header: header())
        try journal.append([entry(1)])
        try FileManager.default.removeItem(atPath: folder)
        #expect(throws: StorageFault.missing(path: folder + "/s1.shift")) {
            try journal.append([entry(2)])
        }
        let target = scratch.path + "/saved.shift"
        try journal.export(to: target, unsaved: [entry(2)])
        #expect(try Journal.open(target, mode: .writer).lastSequence == 2)
    }
}
