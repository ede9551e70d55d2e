import Engine
import Foundation
import Testing

@testable import Replies

/// A folder that is gone with the test.
private final class Folder {
    // A class: it takes its folder away when it goes.
    let path = NSTemporaryDirectory() + "replies-\(UUID().uuidString)"
    private var age = 0.0

    deinit { try? FileManager.default.removeItem(atPath: path) }

    /// Saves a file as an editor does; each time is a second later than the last.
    func save(_ text: String, to name: String) throws {
        let file = path + "/" + name
        try FileManager.default.createDirectory(
            atPath: (file as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
        try text.write(toFile: file, atomically: true, encoding: .utf8)
        age += 1
        try FileManager.default.setAttributes(
            [.modificationDate: Date(timeIntervalSince1970: 1_700_000_000 + age)],
            ofItemAtPath: file)
    }
}

private func entry(_ code: String, _ text: String) -> String {
    "matches:\n  - {trigger: /\(code), replace: \(text)}\n"
}

@Suite struct `The files on disk` {
    private let folder = Folder()

    private var folders: ReplyFolders {
        ReplyFolders(own: folder.path + "/own", pack: folder.path + "/pack")
    }

    @Test func `one's own come first, then the pack's file and folder; _ files only by import`()
        throws
    {
        try folder.save(entry("p", "包"), to: "pack/replies.yaml")
        try folder.save(entry("q", "夹"), to: "pack/replies/b.yml")
        try folder.save(
            "imports: [../_team.yml, none.yml]\n" + entry("o", "己"), to: "own/sub/a.yaml")
        try folder.save(entry("t", "队"), to: "own/_team.yml")
        try folder.save("no: yaml", to: "own/notes.txt")
        let library = SnippetLibrary(folders)
        #expect(library.snippets.map(\.code) == ["o", "p", "q", "t"])
        #expect(library.snippets.map(\.scope) == [.personal, .shop, .shop, .personal])
        #expect(library.problems.map(\.fact) == [.missingImport("none.yml")])
    }

    @Test func `a saved file is read again, and only then`() throws {
        try folder.save(entry("a", "一"), to: "own/a.yaml")
        let library = SnippetLibrary(folders)
        #expect(!library.changed())
        try folder.save(entry("a", "二"), to: "own/a.yaml")
        #expect(library.changed())
        let next = library.reloaded()
        #expect(next.named("a").map(\.text.zh) == ["二"])
        #expect(!next.changed())
    }

    @Test func `new files come, removed ones go, imported ones are watched`() throws {
        try folder.save("imports: [_more.yml]\n" + entry("a", "一"), to: "own/a.yaml")
        try folder.save(entry("m", "多"), to: "own/_more.yml")
        var library = SnippetLibrary(folders)
        try folder.save(entry("b", "二"), to: "own/b.yaml")
        #expect(library.changed())
        library = library.reloaded()
        #expect(library.snippets.map(\.code) == ["a", "b", "m"])
        try folder.save(entry("n", "新"), to: "own/_more.yml")
        #expect(library.changed())
        library = library.reloaded()
        try FileManager.default.removeItem(atPath: folder.path + "/own/b.yaml")
        #expect(library.changed())
        #expect(library.reloaded().snippets.map(\.code) == ["a", "n"])
    }

    @Test func `a file half written stays as it was, with a word about it`() throws {
        try folder.save(entry("a", "一"), to: "own/a.yaml")
        try folder.save(entry("b", "二"), to: "own/b.yaml")
        var library = SnippetLibrary(folders)
        try folder.save("matches:\n  - {trigger: /a, repl", to: "own/a.yaml")
        library = library.reloaded()
        #expect(library.snippets.map(\.code) == ["a", "b"])
        let problem = try #require(library.problems.first)
        #expect(problem.line > 0 && !problem.dropsEntry)
        #expect(problem.sentence(in: .chinese).contains("先用上一次读好的"))
        // Still so when another file was saved; mended, the word is gone.
        try folder.save(entry("b", "三"), to: "own/b.yaml")
        library = library.reloaded()
        #expect(library.named("b").map(\.text.zh) == ["三"])
        #expect(library.named("a").count == 1 && library.problems.count == 1)
        try folder.save("", to: "own/a.yaml")
        library = library.reloaded()
        #expect(library.named("a").count == 1 && library.problems.count == 1)
        try folder.save(entry("a", "好"), to: "own/a.yaml")
        library = library.reloaded()
        #expect(library.named("a").map(\.text.zh) == ["好"] && library.problems.isEmpty)
    }

    @Test func `no folder of one's own is no fault`() {
        let library = SnippetLibrary(ReplyFolders(own: "/nonexistent", pack: nil))
        #expect(library.snippets.isEmpty && library.problems.isEmpty && !library.changed())
    }
}
