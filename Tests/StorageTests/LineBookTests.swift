import Engine
import Foundation
import Testing

@testable import Storage

@Suite struct `A book of lines` {
    let scratch: Scratch
    let book: LineBook

    init() throws {
        scratch = try Scratch()
        book = LineBook(path: scratch.path + "/data/xiaoer/drills.jsonl")
    }

    private func texts() throws -> [String] {
        try book.lines().map { "\($0.number) " + String(decoding: $0.bytes, as: UTF8.self) }
    }

    @Test func `is empty before anything was written, and makes its folder`() throws {
        #expect(try book.lines().isEmpty)
        try book.append(Array("一".utf8))
        try book.append(Array("二".utf8))
        #expect(try texts() == ["1 一", "2 二"])
        #expect(try names(in: scratch.path + "/data/xiaoer") == ["drills.jsonl"])
    }

    @Test func `never touches what stands in it, also behind half a line`() throws {
        try book.append(Array("一".utf8))
        let damaged = "一\n{\"half\u{0}\nrest of a li"
        try Data(damaged.utf8).write(to: URL(fileURLWithPath: book.path))
        try book.append(Array("二".utf8))
        let text = String(decoding: try #require(fileBytes(book.path)), as: UTF8.self)
        #expect(text == damaged + "\n二\n")
        #expect(try texts().last == "4 二")
    }

    @Test func `says what stands in the way`() throws {
        try Data("a file".utf8).write(to: URL(fileURLWithPath: scratch.path + "/data"))
        #expect(throws: StorageFault.self) { try book.append(Array("一".utf8)) }
        let folder = LineBook(path: scratch.path)
        #expect(throws: StorageFault.self) { try folder.lines() }
        #expect(throws: StorageFault.self) { try folder.append(Array("一".utf8)) }
    }

    @Test func `a line that cannot be read is named with its number and what to do`() {
        let fault = StorageFault.damaged(path: "drills.jsonl", detail: .line(7, count: 2))
        #expect(fault.sentence(in: .chinese).contains("第 7 行起有 2 行"))
        #expect(fault.sentence(in: .english).contains("2 lines, the first of them 7"))
        let one = StorageFault.damaged(path: "drills.jsonl", detail: .line(7, count: 1))
        #expect(one.sentence(in: .english).contains("line 7 cannot be read"))
    }

    @Test func `notes of one kind come together, by key`() throws {
        let journal = try Journal.create(in: scratch.path, header: header())
        try journal.saveNote("typing/c2", [2])
        try journal.saveNote("typing/c1", [1])
        try journal.saveNote("pane", [7])
        try journal.saveNote("typing/c1", [3])
        let notes = try journal.notes(startingWith: "typing/")
        #expect(notes.map(\.key) == ["typing/c1", "typing/c2"])
        #expect(notes.map(\.value) == [[3], [2]])
    }
}
