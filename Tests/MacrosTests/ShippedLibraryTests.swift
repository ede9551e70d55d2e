import Engine
import Foundation
import Language
import Replies
import ShippedData
import Support
import Testing

@testable import Macros

/// Everything in `Replies/`, the library that every shop shares.
@Suite struct `The shipped library` {
    private static let folders = ReplyFolders(
        own: nil, pack: nil, shared: Repository.path("Replies"))

    private func reader() throws -> Reader {
        try Shipped.reader
    }

    @Test func `has at least 300 replies without any problem`() {
        let library = SnippetLibrary(Self.folders)
        #expect(library.problems.map { $0.sentence(in: .english) } == [])
        #expect(library.snippets.count >= 300)
    }

    @Test func `gives the doctor nothing to find`() throws {
        let library = SnippetLibrary(Self.folders)
        let found = Doctor(library, reader: try reader()).findings()
        #expect(found.map { $0.sentence(in: .english) } == [])
    }

    @Test func `has macros that read well and have no fault`() throws {
        let library = MacroLibrary(files: Self.folders.macroFiles)
        #expect(library.problems.map { $0.sentence(in: .english) } == [])
        #expect(library.macros.count >= 40)
        let reader = try reader()
        let lint = MacroLint(reads: reader.read)
        for macro in library.macros {
            #expect(lint.faults(in: macro).map { $0.sentence(in: .english) } == [])
        }
        #expect(Set(library.macros.map(\.name)).count == library.macros.count)
    }

    @Test func `has an answer for whatever is typed`() throws {
        let library = SnippetLibrary(Self.folders)
        for typed in ["", "f", "fh", "fhsj", "退", "退款", "late"] {
            #expect(!library.search(typed, stage: .order, limit: 30).isEmpty, "\(typed)")
        }
    }
}
