import Engine
import Foundation
import Testing

@testable import Storage

@Suite struct `Files of the course` {
    let scratch: Scratch

    init() throws { scratch = try Scratch() }

    @Test(arguments: [true, false])
    func `come back as they were kept, in a folder made when it is needed`(settles: Bool) throws {
        let shelf = CourseShelf(folder: scratch.path + "/data/course")
        #expect(try shelf.bytes(of: "worksheet-a") == nil)
        try shelf.keep(Array("一".utf8), as: "worksheet-a", settles: settles)
        try shelf.keep(Array("一二".utf8), as: "worksheet-a", settles: settles)
        #expect(try shelf.bytes(of: "worksheet-a") == Array("一二".utf8))
        #expect(try names(in: scratch.path + "/data/course") == ["worksheet-a.json"])
    }

    @Test func `are named where they cannot be kept`() throws {
        try Data().write(to: URL(fileURLWithPath: scratch.path + "/data"))
        let shelf = CourseShelf(folder: scratch.path + "/data/course")
        #expect(throws: StorageFault.self) { try shelf.keep([1], as: "worksheet-a") }
    }
}

@Suite struct `The incident log` {
    let scratch: Scratch
    let log: IncidentLog

    init() throws {
        scratch = try Scratch()
        log = IncidentLog(path: scratch.path + "/state/incidents.jsonl")
    }

    private func words(_ n: Int) -> Bilingual { Bilingual(zh: "第\(n)件", en: "no. \(n)") }

    @Test func `shows the newest first, in both languages`() {
        log.note(words(1), in: .settings, at: 1_000)
        log.note(words(2), in: .shop, at: 2_000)
        let newest = log.newest(5)
        #expect(newest.map(\.sentence) == [words(2), words(1)])
        #expect(newest.map(\.layer) == [.shop, .settings])
        #expect(newest.first?.at == 2_000)
    }

    @Test func `does not write the same twice in a row`() {
        for at in 1...20 { log.note(words(1), in: .journals, at: Int64(at)) }
        log.note(words(2), in: .journals, at: 21)
        log.note(words(1), in: .journals, at: 22)
        #expect(log.newest(50).count == 3)
    }

    @Test func `keeps the latest five hundred`() {
        for n in 1...(IncidentLog.limit + 5) { log.note(words(n), in: .packs, at: Int64(n)) }
        let kept = log.newest(10_000)
        #expect(kept.count == IncidentLog.limit)
        #expect(kept.last?.sentence == words(6))
    }

    @Test func `passes over lines that cannot be read`() throws {
        log.note(words(1), in: .packs, at: 1)
        let handle = try #require(FileHandle(forWritingAtPath: log.path))
        handle.seekToEndOfFile()
        handle.write(Data("{half a li\n\u{7}\n".utf8))
        handle.closeFile()
        log.note(words(2), in: .packs, at: 2)
        #expect(log.newest(9).map(\.sentence) == [words(2), words(1)])
    }

    @Test func `says nothing where it cannot be written`() throws {
        try Data().write(to: URL(fileURLWithPath: scratch.path + "/state"))
        log.note(words(1), in: .packs, at: 1)
        #expect(log.newest(1).isEmpty)
    }
}
