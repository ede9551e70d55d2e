import Engine
import Foundation
import Replies
import Support
import Testing

@testable import Macros

/// Files of macros as editors save them, and several of them.
@Suite struct `Files of macros` {
    private static let text = "macros:\n  - name: 催发\n    steps: [{insert: 马上发}, send]\n"

    private func library(_ files: [Data]) throws -> MacroLibrary {
        let paths = try files.map { data in
            let path = NSTemporaryDirectory() + "macros-\(UUID().uuidString).yaml"
            try data.write(to: URL(fileURLWithPath: path))
            return path
        }
        defer { for path in paths { try? FileManager.default.removeItem(atPath: path) } }
        return MacroLibrary(files: paths)
    }

    @Test func `are read in GB18030 and with a mark in front`() throws {
        let gb = try #require(Self.text.data(using: String.Encoding(rawValue: 0x8000_0632)))
        for data in [gb, Data([0xef, 0xbb, 0xbf]) + Data(Self.text.utf8)] {
            let library = try library([data])
            #expect(library.problems.isEmpty, "\(library.problems)")
            #expect(library.macros.map(\.name) == ["催发"])
        }
    }

    @Test func `that are no text are refused with the line`() throws {
        let library = try library([Data(Self.text.utf8) + Data([0xff, 0xff])])
        #expect(library.macros.isEmpty)
        #expect(library.problems.map(\.line) == [4])
    }

    @Test func `a half hole is a problem with its line, whatever the step`() throws {
        for step in ["insert: \"您好{{order.id 请看\"", "reply: \"order.id}} 请看\""] {
            var library = MacroLibrary()
            library.add(
                yaml: "macros:\n  - name: a\n    steps:\n      - \(step)\n      - send\n",
                named: "m.yaml")
            #expect(library.macros.isEmpty)
            #expect(library.problems.map(\.line) == [4])
            #expect(library.problems.first?.sentence(in: .chinese).contains("花括号") == true)
        }
    }

    @Test func `a half hole that came in otherwise is not sent`() throws {
        let macro = Macro(
            name: "a", label: Bilingual(zh: "a", en: "a"),
            steps: [.insert(Bilingual(zh: "您好{{order.id 请看", en: "See {{order.id")), .send])
        let trial = macro.rehearse(on: Scene.occasion(Scene.liqian, try Scene.desk()))
        #expect(trial.sent.isEmpty)
        #expect(trial.stop != nil)
    }
}

@Suite struct `Macros of other programs` {
    @Test(arguments: ["chatwoot-macros.json", "zendesk-macros.json"])
    func `are read as ours and have no fault`(file: String) throws {
        let text = try Repository.text(of: "Tests/RepliesTests/Fixtures/\(file)")
        let taken = try ReplyImport.read(Array(text.utf8), named: file)
        var library = MacroLibrary()
        library.add(yaml: taken.yaml, named: "ours.yaml")
        #expect(library.problems.map { $0.sentence(in: .english) } == [])
        #expect(library.macros.map(\.name) == taken.macros.map(\.name))
        for macro in library.macros {
            let faults = MacroLint(reads: Scene.reads).faults(in: macro)
            // What comes after a transfer was said so over there, too.
            #expect(
                faults.allSatisfy {
                    if case .unreachable = $0.fact { true } else { false }
                }, "\(faults)")
        }
    }
}
