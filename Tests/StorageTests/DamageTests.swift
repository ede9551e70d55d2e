import Engine
import Foundation
import GRDB
import Testing

@testable import Storage

@Suite struct DamageTests {
    let scratch: Scratch
    let path: String

    init() throws {
        scratch = try Scratch()
        path = scratch.path + "/s1.shift"
    }

    /// A closed shift of 400 entries, with `change` done to its bytes.
    private func shift(changedBy change: (inout Data) -> Void) throws -> Data {
        do {
            let journal = try Journal.create(in: scratch.path, header: header())
            try journal.append((1...400).map { entry($0, bytes: 200) })
            try journal.saveDraft(conversation: "c", bytes: Array("a draft to find".utf8))
        }
        var bytes = try #require(fileBytes(path))
        change(&bytes)
        try bytes.write(to: URL(fileURLWithPath: path))
        return bytes
    }

    /// Opening as a writer must refuse, and neither that nor a look at the shelf may change a byte.
    private func expectRefusal(
        of bytes: Data, _ accepts: (StorageFault.Damage) -> Bool,
        at location: SourceLocation = #_sourceLocation
    ) throws {
        do throws(StorageFault) {
            _ = try Journal.open(path, mode: .writer)
            Issue.record("a damaged shift was opened", sourceLocation: location)
        } catch {
            guard case .damaged(path, let damage) = error else {
                Issue.record("not called damaged: \(error)", sourceLocation: location)
                return
            }
            #expect(accepts(damage), "\(damage)", sourceLocation: location)
        }
        _ = try ShiftShelf(folder: scratch.path).shifts()
        #expect(fileBytes(path) == bytes, sourceLocation: location)
        #expect(try names(in: scratch.path) == ["s1.shift"], sourceLocation: location)
    }

    @Test func `refuses a file cut in the middle and leaves it as it is`() throws {
        let bytes = try shift { $0 = $0.prefix($0.count / 2) }
        try expectRefusal(of: bytes) { _ in true }
    }

    @Test func `refuses a file cut to a few bytes or to none`() throws {
        var bytes = try shift { $0 = $0.prefix(40) }
        try expectRefusal(of: bytes) { _ in true }
        bytes = Data()
        try bytes.write(to: URL(fileURLWithPath: path))
        try expectRefusal(of: bytes) { $0 == .notAShift }
    }

    @Test func `refuses a file with its first bytes flipped`() throws {
        let bytes = try shift { for i in 0..<16 { $0[i] ^= 0xFF } }
        try expectRefusal(of: bytes) { $0 == .notAShift }
    }

    @Test func `refuses a flipped byte in the record of how the shift began`() throws {
        let bytes = try shift {
            let found = $0.range(of: Data("taobao".utf8))
            if let found { $0[found.lowerBound] ^= 1 }
        }
        try expectRefusal(of: bytes) { $0 == .header }
    }

    @Test func `names the entry with a flipped byte and still reads those before it`() throws {
        let bytes = try shift {
            let found = $0.range(of: Data("事件 250 ".utf8))
            if let found { $0[found.lowerBound + 1] ^= 1 }
        }
        try expectRefusal(of: bytes) { $0 == .entry(250) }
        let watcher = try Journal.open(path, mode: .watcher)
        #expect(try watcher.entries(after: 0, limit: 249).map(\.sequence) == Array(1...249))
        #expect(throws: StorageFault.damaged(path: path, detail: .entry(250))) {
            try watcher.entries(after: 0, limit: 250)
        }
    }

    @Test func `refuses a flipped byte in a draft`() throws {
        let bytes = try shift {
            let found = $0.range(of: Data("a draft to find".utf8))
            if let found { $0[found.lowerBound] ^= 1 }
        }
        try expectRefusal(of: bytes) { $0 == .kept }
    }

    @Test func `refuses a shift with entries taken out`() throws {
        do {
            let journal = try Journal.create(in: scratch.path, header: header())
            try journal.append((1...9).map { entry($0) })
            try journal.main.write { db in
                try db.execute(sql: "DELETE FROM entry WHERE sequence = 5")
            }
        }
        try expectRefusal(of: try #require(fileBytes(path))) { $0 == .gap(after: 4) }
    }

    @Test func `calls a whole page of noise damaged, wherever it lies`() throws {
        let clean = try shift { _ in }
        for page in 0..<(clean.count / 4096) {
            var bytes = clean
            for i in 0..<4096 {
                bytes[page * 4096 + i] = UInt8(truncatingIfNeeded: i &* 37 &+ page)
            }
            try bytes.write(to: URL(fileURLWithPath: path))
            try expectRefusal(of: bytes) { _ in true }
        }
    }

    @Test func `another program's file is not called a shift`() throws {
        try Data(repeating: 65, count: 9000).write(to: URL(fileURLWithPath: path))
        try expectRefusal(of: Data(repeating: 65, count: 9000)) { $0 == .notAShift }
    }

    @Test func `a shift of a newer format is refused untouched`() throws {
        do {
            let journal = try Journal.create(in: scratch.path, header: header())
            try journal.main.write { db in try db.execute(sql: "PRAGMA user_version = 7") }
        }
        let bytes = fileBytes(path)
        for mode in [Journal.Mode.writer, .watcher] {
            #expect(throws: StorageFault.newerFormat(path: path, version: 7)) {
                try Journal.open(path, mode: mode)
            }
        }
        #expect(fileBytes(path) == bytes)
    }

    @Test func `a folder or a pipe under a shift's name is refused without waiting`() throws {
        mkfifo(path, 0o600)
        mkdir(scratch.path + "/s2.shift", 0o700)
        for name in ["s1", "s2"] {
            let path = scratch.path + "/\(name).shift"
            for mode in [Journal.Mode.writer, .watcher] {
                #expect(throws: StorageFault.damaged(path: path, detail: .notAShift)) {
                    try Journal.open(path, mode: mode)
                }
            }
        }
        #expect(try ShiftShelf(folder: scratch.path).shifts().map(\.id) == ["s1", "s2"])
    }
}
