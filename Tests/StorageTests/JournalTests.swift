import Engine
import Foundation
import Testing

@testable import Storage

@Suite struct JournalTests {
    let scratch: Scratch
    let path: String

    init() throws {
        scratch = try Scratch()
        path = scratch.path + "/s1.shift"
    }

    @Test func `gives back every field of every entry after closing and opening again`() throws {
        let written = (1...700).map { entry($0) }
        do {
            let journal = try Journal.create(in: scratch.path, header: header())
            try journal.append(Array(written[..<3]))
            try journal.append(Array(written[3...]))
            #expect(journal.lastSequence == 700)
        }
        let journal = try Journal.open(path, mode: .writer)
        #expect(journal.header == header())
        #expect(journal.lastSequence == 700)
        #expect(try journal.entries(after: 0, limit: 1000) == written)
        #expect(try journal.entries(after: 698, limit: 1000) == Array(written[698...]))
        #expect(try journal.entries(after: 10, limit: 2) == Array(written[10..<12]))
        var visited: [JournalEntry] = []
        try journal.forEachEntry(after: 1) { visited.append($0) }
        #expect(visited == Array(written[1...]))
    }

    @Test func `makes the folder with all above it and leaves only the shift when closed`() throws {
        let folder = scratch.path + "/a/b/shifts"
        do { try Journal.create(in: folder, header: header()).append([entry(1)]) }
        #expect(try names(in: folder) == ["s1.shift"])
    }

    @Test func `never overwrites a shift of the same name`() throws {
        do { try Journal.create(in: scratch.path, header: header()).append([entry(1)]) }
        #expect(throws: StorageFault.cannotCreate(path: path, reason: .alreadyExists)) {
            try Journal.create(in: scratch.path, header: header())
        }
        #expect(try Journal.open(path, mode: .writer).lastSequence == 1)
    }

    @Test(arguments: ["../up", "", ".hidden", "a b", "a/b", "班次"])
    func `refuses an id that is no plain file name`(id: String) throws {
        #expect(throws: StorageFault.self) {
            try Journal.create(in: scratch.path, header: header(id))
        }
        #expect(try names(in: scratch.path) == [])
    }

    @Test func `keeps drafts per conversation and an empty one is none`() throws {
        do {
            let journal = try Journal.create(in: scratch.path, header: header())
            try journal.saveDraft(conversation: "c-2", bytes: [1])
            try journal.saveDraft(conversation: "c-1", bytes: Array("您好".utf8))
            try journal.saveDraft(conversation: "c-2", bytes: [1, 2])
            try journal.saveDraft(conversation: "c-3", bytes: [3])
            try journal.saveDraft(conversation: "c-3", bytes: [])
            try journal.saveDraft(conversation: "", bytes: [9])
        }
        let drafts = try Journal.open(path, mode: .writer).drafts()
        #expect(
            drafts == [
                Draft(conversation: "", bytes: [9]),
                Draft(conversation: "c-1", bytes: Array("您好".utf8)),
                Draft(conversation: "c-2", bytes: [1, 2]),
            ])
    }

    @Test func `a reply and the end of its draft are stored together`() throws {
        let journal = try Journal.create(in: scratch.path, header: header())
        try journal.saveDraft(conversation: "c-1", bytes: [1])
        try journal.saveDraft(conversation: "c-2", bytes: [2])
        try journal.append([entry(1)], sentDrafts: ["c-1"])
        #expect(try journal.drafts() == [Draft(conversation: "c-2", bytes: [2])])
    }

    @Test func `remembers the clock, the notes and the ending`() throws {
        let reading = ClockReading(at: Instant(milliseconds: 9_123), speed: 4, isPaused: true)
        do {
            let journal = try Journal.create(in: scratch.path, header: header())
            #expect(try journal.clock() == nil)
            #expect(try journal.isFinished() == false)
            try journal.saveClock(ClockReading(at: reading.at, speed: 1, isPaused: false))
            try journal.saveClock(reading)
            try journal.saveNote("pane", [7])
            try journal.finish(summary: [])
        }
        let journal = try Journal.open(path, mode: .watcher)
        #expect(try journal.clock() == reading)
        #expect(try journal.note("pane") == [7])
        #expect(try journal.note("other") == nil)
        #expect(try journal.ending() == [])
        #expect(try journal.isFinished())
    }

    @Test func `a watcher sees what the writer commits and what it keeps`() throws {
        let writer = try Journal.create(in: scratch.path, header: header())
        let watcher = try Journal.open(path, mode: .watcher)
        #expect(watcher.header == header())
        #expect(try watcher.entries(after: 0, limit: 10) == [])
        try writer.append([entry(1), entry(2)])
        try writer.saveDraft(conversation: "c", bytes: [5])
        #expect(try watcher.entries(after: 0, limit: 10) == [entry(1), entry(2)])
        #expect(watcher.lastSequence == 2)
        try writer.append([entry(3)])
        #expect(try watcher.entries(after: watcher.lastSequence, limit: 10) == [entry(3)])
        #expect(try watcher.drafts() == [Draft(conversation: "c", bytes: [5])])
    }

    @Test func `the second writer is refused and told who writes`() throws {
        let first = try Journal.create(in: scratch.path, header: header())
        #expect(throws: StorageFault.busy(path: path, holderProcess: Int(getpid()))) {
            try Journal.open(path, mode: .writer)
        }
        try first.append([entry(1)])
    }

    @Test func `the right to write is free again when the writer is gone`() throws {
        do { _ = try Journal.create(in: scratch.path, header: header()) }
        try Journal.open(path, mode: .writer).append([entry(1)])
        try Journal.open(path, mode: .writer).append([entry(2)])
    }

    @Test func `names a shift that is not there`() throws {
        for mode in [Journal.Mode.writer, .watcher] {
            #expect(throws: StorageFault.missing(path: path)) {
                try Journal.open(path, mode: mode)
            }
        }
        #expect(try names(in: scratch.path) == [])
    }

    @Test func `an export is a whole shift with what could not be stored here`() throws {
        let journal = try Journal.create(in: scratch.path, header: header())
        try journal.append([entry(1), entry(2)])
        try journal.saveDraft(conversation: "a", bytes: [1])
        try journal.saveDraft(conversation: "b", bytes: [2])
        let target = scratch.path + "/elsewhere.shift"
        try journal.export(
            to: target, unsaved: [entry(2), entry(3)], drafts: [Draft(conversation: "b", bytes: [])]
        )
        let copy = try Journal.open(target, mode: .writer)
        #expect(copy.header == header())
        #expect(try copy.entries(after: 0, limit: 9) == [entry(1), entry(2), entry(3)])
        #expect(try copy.drafts() == [Draft(conversation: "a", bytes: [1])])
        #expect(journal.lastSequence == 2)
    }

    @Test func `an export never overwrites and names a missing folder`() throws {
        let journal = try Journal.create(in: scratch.path, header: header())
        try Data([1]).write(to: URL(fileURLWithPath: path + "x"))
        #expect(throws: StorageFault.cannotCreate(path: path + "x", reason: .alreadyExists)) {
            try journal.export(to: path + "x")
        }
        #expect(fileBytes(path + "x") == Data([1]))
        let nowhere = scratch.path + "/no/folder.shift"
        #expect(throws: StorageFault.cannotCreate(path: nowhere, reason: .noSuchFolder)) {
            try journal.export(to: nowhere)
        }
    }
}
