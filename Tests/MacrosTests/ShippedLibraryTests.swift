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

    @Test func `opens and answers each key at once`() throws {
        let clock = ContinuousClock()
        let library = SnippetLibrary(Self.folders)
        for typed in ["", "f", "fh", "fhsj", "退", "退款", "late"] {
            let took = clock.measure {
                _ = library.search(typed, stage: .order, limit: 30)
                _ = library.suggestions(for: "我的快递三天没动了，什么时候能到？", stage: .order)
            }
            // Debug builds on a loaded machine: a keystroke is far below what a hand feels.
            #expect(took < .milliseconds(100), "\(typed): \(took)")
        }
    }
}
