import Engine
import Foundation
import Testing

@testable import Storage

@Suite struct KillTests {
    /// One journal through a hundred lives, so that every recovery stands on the one before.
    @Test func `a hundred kills at random instants lose nothing that was said to be stored`() throws
    {
        let scratch = try Scratch()
        let path = scratch.path + "/probe.shift"
        var dice = SystemRandomNumberGenerator()
        var told = (entry: 0, draft: 0)
        for life in 1...100 {
            let probe = try ProbeProcess("append", in: scratch.path)
            var said: [String] = []
            for _ in 0..<Int.random(in: 0...30, using: &dice) {
                if let line = probe.line() { said.append(line) }
            }
            // Somewhere inside whatever the process is doing now, which is more than one call.
            usleep(UInt32.random(in: 0...2_000, using: &dice))
            probe.kill()
            said += probe.remainingLines()
            for line in said {
                let words = line.split(separator: " ")
                let number = try #require(Int(words[1]), "life \(life): \(line)")
                switch words[0] {
                case "open": #expect(number >= told.entry, "life \(life)")
                case "draft": told.draft = number
                case "entry": told.entry = number
                default: Issue.record("life \(life): \(line)")
                }
            }
            guard FileManager.default.fileExists(atPath: path) else {
                #expect(told.entry == 0, "life \(life)")
                continue
            }
            let journal = try Journal.open(path, mode: .writer)
            #expect(journal.lastSequence >= told.entry, "life \(life)")
            let entries = try journal.entries(after: 0, limit: .max)
            #expect(entries.map(\.sequence) == (0..<entries.count).map { $0 + 1 })
            #expect(entries.allSatisfy { $0.command == Array("\($0.sequence)".utf8) })
            if told.draft > 0 {
                let draft = try #require(try journal.drafts().first, "life \(life)")
                let number = try #require(Int(String(decoding: draft.bytes, as: UTF8.self)))
                #expect(number >= told.draft, "life \(life)")
            }
        }
        #expect(told.entry > 100)
    }

    @Test func `a desk in another process is refused, told who writes, and may watch`() throws {
        let scratch = try Scratch()
        let path = scratch.path + "/probe.shift"
        do { _ = try Journal.create(in: scratch.path, header: header("probe")) }
        let probe = try ProbeProcess("hold", in: scratch.path)
        #expect(probe.line() == "open 0")
        #expect(throws: StorageFault.busy(path: path, holderProcess: probe.identifier)) {
            try Journal.open(path, mode: .writer)
        }
        let watcher = try Journal.open(path, mode: .watcher)
        #expect(try watcher.entries(after: 0, limit: 9) == [])
        let shelf = ShiftShelf(folder: scratch.path)
        #expect(try shelf.shifts().first?.state == .inUse(process: probe.identifier))
        #expect(try probe.finish() == [])
        #expect(try watcher.entries(after: 0, limit: 9).map(\.sequence) == [1])
        #expect(try shelf.shifts().first?.state == .unfinished(clock: nil))
        #expect(try Journal.open(path, mode: .writer).lastSequence == 1)
    }

    @Test func `a killed writer holds nobody up`() throws {
        let scratch = try Scratch()
        let probe = try ProbeProcess("hold", in: scratch.path)
        #expect(probe.line() == "open 0")
        probe.kill()
        let path = scratch.path + "/probe.shift"
        #expect(try Journal.open(path, mode: .writer).lastSequence == 0)
    }

    @Test func `a kill while a shift begins leaves none or a whole one`() throws {
        for _ in 1...20 {
            let scratch = try Scratch()
            let probe = try ProbeProcess("append", in: scratch.path)
            usleep(UInt32.random(in: 5_000...25_000))
            probe.kill()
            for shift in try ShiftShelf(folder: scratch.path).shifts() {
                #expect(shift.state == .unfinished(clock: nil))
                #expect(try Journal.open(shift.path, mode: .writer).header.id == "probe")
            }
        }
    }

    /// What a killed desk left in its log, changed afterwards in each of three ways.
    @Test(arguments: ["flipped", "cut", "deleted"])
    func `a log that lost entries after a kill is noticed`(how: String) throws {
        let scratch = try Scratch()
        let path = scratch.path + "/probe.shift"
        let probe = try ProbeProcess("append", in: scratch.path)
        while let line = probe.line(), line != "entry 20" {}
        probe.kill()
        let log = URL(fileURLWithPath: path + "-wal")
        var bytes = try Data(contentsOf: log)
        switch how {
        case "flipped": bytes[bytes.count / 2] ^= 1
        case "cut": bytes = bytes.prefix(bytes.count / 2)
        default: bytes = Data()
        }
        if how == "deleted" {
            try FileManager.default.removeItem(at: log)
        } else {
            try bytes.write(to: log)
        }
        let file = fileBytes(path)
        for _ in 1...2 {
            do throws(StorageFault) {
                _ = try Journal.open(path, mode: .writer)
                Issue.record("opened with entries missing")
            } catch {
                guard case .damaged(path, .gap(let last)) = error else {
                    Issue.record("\(error)")
                    return
                }
                #expect(last < 20)
            }
        }
        #expect(fileBytes(path) == file)
        if how != "deleted" { #expect(fileBytes(log.path) == bytes) }
    }

    /// As a program that is just being started does, until it runs.
    @Test func `the right to write is given back though somebody still has the lock open`() throws {
        let scratch = try Scratch()
        let path = scratch.path + "/probe.shift"
        // A mark left behind by a desk that was killed: the file stays where it is.
        try Data("1\n5\n".utf8).write(to: URL(fileURLWithPath: path + ".lock"))
        var lock: WriterLock? = try WriterLock(for: path)
        #expect(lock?.markLeftBehind == 5)
        let number = try FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd")
            .compactMap { Int32($0) }.first { number in
                let open = "/proc/self/fd/\(number)"
                return (try? FileManager.default.destinationOfSymbolicLink(atPath: open))
                    == path + ".lock"
            }
        let other = dup(try #require(number))
        defer { close(other) }
        lock = nil
        #expect(try WriterLock(for: path).markLeftBehind == 5)
    }

    @Test func `a link to a shift takes the same right to write`() throws {
        let scratch = try Scratch()
        let journal = try Journal.create(in: scratch.path + "/real", header: header())
        let link = scratch.path + "/link.shift"
        try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: journal.path)
        #expect(throws: StorageFault.busy(path: journal.path, holderProcess: Int(getpid()))) {
            try Journal.open(link, mode: .writer)
        }
    }
}
