import Engine
import Foundation

/// The files a library was read from, with what is needed to see that one of them was saved.
struct FileShelf: Sendable {
    /// A file to read, and whose replies are in it unless they say otherwise.
    struct Source: Hashable, Sendable {
        let path: String
        let scope: Snippet.Scope
    }

    /// What a file looked like when it was read; nil where there was none.
    private struct Stamp: Hashable, Sendable {
        let seconds: Int
        let nanoseconds: Int
        let size: Int

        init?(_ path: String) {
            // The system itself: every list that opens asks for dozens of files. A link's file
            // counts, not the link.
            var facts = stat()
            guard stat(path, &facts) == 0 else { return nil }
            seconds = facts.st_mtim.tv_sec
            nanoseconds = facts.st_mtim.tv_nsec
            size = Int(facts.st_size)
        }
    }

    private struct Kept: Sendable {
        var file: SnippetFile
        var stamp: Stamp?
        /// Why the file as it is now is not what is kept.
        var trouble: [SnippetProblem] = []
    }

    /// In the order in which they were read; imported files after those that name them.
    private(set) var files: [SnippetFile] = []
    private(set) var problems: [SnippetProblem] = []
    private let folders: ReplyFolders?
    private let sources: [Source]
    private var kept: [String: Kept] = [:]

    init(_ sources: [Source], before: FileShelf?) {
        folders = nil
        self.sources = sources
        read(before)
    }

    init(_ folders: ReplyFolders, before: FileShelf?) {
        self.folders = folders
        sources = folders.sources
        read(before)
    }

    private mutating func read(_ before: FileShelf?) {
        var waiting = sources
        while !waiting.isEmpty {
            let source = waiting.removeFirst()
            guard kept[source.path] == nil else { continue }
            let entry = FileShelf.entry(source, before?.kept[source.path])
            kept[source.path] = entry
            files.append(entry.file)
            problems += entry.trouble
            for (path, line) in entry.file.imports {
                let full = FileShelf.resolved(path, beside: source.path)
                if FileManager.default.fileExists(atPath: full) {
                    waiting.append(Source(path: full, scope: source.scope))
                } else {
                    problems.append(
                        SnippetProblem(file: source.path, line: line, fact: .missingImport(path)))
                }
            }
        }
    }

    private static func entry(_ source: Source, _ before: Kept?) -> Kept {
        // Taken before the reading: what is saved meanwhile is read the next time.
        let stamp = Stamp(source.path)
        if let before, before.stamp == stamp, stamp != nil { return before }
        let file = SnippetFile(path: source.path, scope: source.scope)
        let stop = file.problems.first(where: \.stopsFile)
        let isEmptied = stamp?.size == 0
        guard let before, !before.file.snippets.isEmpty, stop != nil || isEmptied else {
            return Kept(file: file, stamp: stamp)
        }
        let why = stop?.fact.words ?? Bilingual(zh: "文件是空的。", en: "the file is empty.")
        return Kept(
            file: before.file, stamp: stamp,
            trouble: [
                SnippetProblem(
                    file: source.path, line: stop?.line ?? 0,
                    fact: .keptLastVersion(why))
            ])
    }

    private static func resolved(_ path: String, beside file: String) -> String {
        if path.hasPrefix("/") { return path }
        let folder = (file as NSString).deletingLastPathComponent
        return ((folder as NSString).appendingPathComponent(path) as NSString).standardizingPath
    }

    var isStale: Bool {
        if let folders, folders.sources != sources { return true }
        return kept.contains { Stamp($0.key) != $0.value.stamp }
    }

    func renewed() -> FileShelf {
        folders.map { FileShelf($0, before: self) } ?? FileShelf(sources, before: self)
    }
}
