import Engine
import Foundation
import Testing

@testable import Replies

/// Whatever an editor has saved.
@Suite struct `A file in another encoding` {
    private static let text = "matches:\n  - {trigger: /fh, label: 发货, replace: 您的订单明天发出。}\n"

    private func library(_ bytes: [UInt8]) throws -> SnippetLibrary {
        let path = NSTemporaryDirectory() + "encoding-\(UUID().uuidString).yaml"
        defer { try? FileManager.default.removeItem(atPath: path) }
        try Data(bytes).write(to: URL(fileURLWithPath: path))
        return SnippetLibrary(files: [path])
    }

    private static let saved: [(String, [UInt8])] = [
        ("GB18030", ExportWriter.gb18030(text)), ("UTF-8 BOM", [0xef, 0xbb, 0xbf] + text.utf8),
        ("UTF-16", [0xff, 0xfe] + text.utf16.flatMap { [UInt8($0 & 0xff), UInt8($0 >> 8)] }),
        ("UTF-8", Array(text.utf8)),
    ]

    @Test(arguments: saved.indices)
    func `is read as it was written`(number: Int) throws {
        let (name, bytes) = Self.saved[number]
        let library = try library(bytes)
        #expect(library.problems.isEmpty, "\(name): \(library.problems)")
        #expect(library.snippets.map(\.text.zh) == ["您的订单明天发出。"], "\(name)")
    }

    @Test func `is refused with its line where it is no text`() throws {
        let whole = Array(Self.text.utf8)
        let library = try library(whole.dropLast(8) + [0xff, 0xff] + whole.suffix(8))
        #expect(library.snippets.isEmpty)
        #expect(library.problems.map(\.line) == [2], "\(library.problems)")
        #expect(library.problems.first?.sentence(in: .chinese).contains("不是文字") == true)
    }
}
