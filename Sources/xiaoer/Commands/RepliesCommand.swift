import ArgumentParser
import Engine
import Foundation
import Language
import Macros
import Replies
import Storage
import Terminal

/// `xiaoer replies`: the replies one has ready, brought along, looked over, looked up.
struct RepliesCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "replies",
            abstract: say(
                "快捷短语：带进来、导出去、体检、查找",
                "Replies: bring them along, write them back, look them over, find them"),
            discussion: say(
                "怎么写见 Docs/Replies.md。自己的短语放在 ~/.config/xiaoer/replies。",
                "Docs/Replies.md says how they are written. Your own go to ~/.config/xiaoer/replies."
            ),
            subcommands: [
                RepliesImport.self, RepliesExport.self, RepliesDoctor.self, RepliesList.self,
            ])
    }
}

/// Which replies are meant: files that are named, or one's own and a pack's.
struct ReplySource: ParsableArguments {
    @Argument(help: help("短语文件；省略时用自己的和教学包的", "Files of replies; else one's own and the pack's"))
    var files: [String] = []

    @Option(help: help("教学包，名字或路径", "A pack, by name or path"))
    var pack = "first-shift"

    func library() throws -> SnippetLibrary {
        guard files.isEmpty else {
            // A missing file is said at once, and not as something wrong with the replies.
            for file in files { _ = try StoredFile.bytes(file) }
            return SnippetLibrary(files: files)
        }
        return SnippetLibrary(try folders())
    }

    /// The macros that are in them or beside them.
    func macros() throws -> MacroLibrary {
        MacroLibrary(files: files.isEmpty ? try folders().macroFiles : files)
    }

    /// The macros, looked over.
    func checkup(_ reader: Reader) throws -> MacroCheckup {
        let folders = files.isEmpty ? try folders() : nil
        return MacroCheckup(
            try macros(), reads: reader.read, isOwn: { folders?.isOwn($0) ?? false })
    }

    private func folders() throws -> ReplyFolders {
        let folders: Folders
        do {
            folders = try Folders(environment: ProcessInfo.processInfo.environment)
        } catch {
            throw Failure(code: error.exitCode, sentence: error.words)
        }
        let data = try Library().data
        return ReplyFolders(
            own: folders.config + "/replies", pack: try data.pack(pack), shared: data.replies)
    }
}

/// `xiaoer replies list`: all of them, or what fits some letters, best first, as at the desk.
struct RepliesList: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "list",
            abstract: say("列出短语，或按几个字查找", "List the replies, or find some by a few letters"))
    }

    @OptionGroup var source: ReplySource
    @Option(help: help("要找的字、拼音或短码", "Characters, pinyin or a code to look for"))
    var find = ""
    @Option(help: help("最多几条", "At most so many")) var limit = 1000
    @Flag(help: help("JSON，一行一条", "JSON, a line each")) var json = false
    @Option(help: help("语言：zh 或 en", "Language: zh or en")) var language: String?

    func run() throws {
        let tongue = try Choice.tongue(language)
        let library = try source.library()
        let found = library.search(find, limit: max(0, limit))
        if json {
            for snippet in found { write(try PlainJSON.line(ListedReply(snippet))) }
        } else {
            var table = PlainTable([.left, .left, .left, .left])
            for snippet in found {
                let text = snippet.text[tongue].split(separator: "\n").joined(separator: " ")
                table.add(
                    "/" + snippet.code, snippet.label[tongue],
                    snippet.folders.map { $0[tongue] }.joined(separator: "/"), text)
            }
            table.lines.forEach(write)
        }
        let gate = TextGate()
        for problem in library.problems { complain(gate.cleaned(problem.sentence(in: tongue))) }
    }
}

/// A reply for programs.
private struct ListedReply: Encodable {
    var codes: [String]
    var label: Bilingual
    var text: Bilingual
    var group: Bilingual?
    var tags: [String]
    var scope: Snippet.Scope
    var file: String
    var line: Int

    init(_ snippet: Snippet) {
        codes = snippet.codes
        label = snippet.label
        text = snippet.text
        group = snippet.group
        tags = snippet.tags
        scope = snippet.scope
        file = snippet.place.file
        line = snippet.place.line
    }
}
