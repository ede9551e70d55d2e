import ArgumentParser
import Console
import Engine
import Foundation
import Macros
import Replies
import Storage

/// `xiaoer keys`: which key does what, and changing it.
struct KeysCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "keys",
            abstract: say(
                "键位：列出、试键、改键、检查", "Keys: list them, try one, bind one, look them over"),
            discussion: say(
                """
                不带子命令就列出全部；加 --press 看一个键发来什么、做什么。键写在 \
                ~/.config/xiaoer/keys.yaml，写法见 Docs/Keymaps.md。
                """,
                """
                Without a subcommand all are listed; --press shows what a key sends and does. Keys \
                are written in ~/.config/xiaoer/keys.yaml; Docs/Keymaps.md says how.
                """),
            subcommands: [KeysList.self, KeysBind.self, KeysCheck.self],
            defaultSubcommand: KeysList.self)
    }
}

/// The presets and the person's own file.
enum OwnKeys {
    static func shelf(file: String? = nil) throws -> KeymapShelf {
        let folders: Folders
        do { folders = try Folders(environment: ProcessInfo.processInfo.environment) } catch {
            throw Failure(code: error.exitCode, sentence: error.words)
        }
        let data = try DataFolder()
        return KeymapShelf(
            folders: [data.keymaps, folders.keymaps], file: file ?? folders.keysFile,
            library: library(data, own: folders.config + "/replies"), isWhole: true)
    }

    /// The replies and macros of every pack, each name once: all that a line of `keys.yaml` may
    /// speak of.
    private static func library(_ data: DataFolder, own: String) -> [LibraryEntry] {
        var shelves = [ReplyFolders(own: own, pack: nil, shared: data.replies)]
        shelves += data.packNames.map { ReplyFolders(own: nil, pack: data.packs + "/" + $0) }
        var names: Set<String> = []
        return shelves.flatMap {
            SnippetLibrary($0).entries + MacroLibrary(files: $0.macroFiles).entries
        }.filter { names.insert($0.id).inserted }
    }

    static func preset(_ name: String, _ shelf: KeymapShelf) throws -> String {
        guard !shelf.names.contains(name) else { return name }
        throw unknown("键位", "preset", name, shelf.names)
    }

    static func command(_ name: String, _ shelf: KeymapShelf) throws -> DeskCommand {
        if let command = shelf.command(named: name) { return command }
        let known = DeskCommand.all.map(\.id) + shelf.library.map(\.id)
        let hint = Spelling.nearest(to: name, among: known)
        throw Failure.usage(
            "没有命令 \(name)。" + (hint.map { "是不是 \($0)？" } ?? "xiaoer keys 会全部列出。"),
            "There is no command \(name). "
                + (hint.map { "Did you mean \($0)?" } ?? "xiaoer keys lists them."))
    }

    static func place(_ name: String) throws -> String {
        guard !KeyPlace.names.contains(name) else { return name }
        throw unknown("位置", "place", name, KeyPlace.names)
    }

    static func series(_ name: String) throws -> KeySeries {
        if let series = KeySeries(name: name) { return series }
        let hint = KeySeries.nearest(to: name)
        throw Failure.usage(
            "没有键 \(name)。" + (hint.map { "是不是 \($0)？" } ?? "") + "不知道名字就用 xiaoer keys --press。",
            "There is no key \(name). " + (hint.map { "Did you mean \($0)? " } ?? "")
                + "xiaoer keys --press tells names.")
    }

    private static func unknown(
        _ zh: String, _ en: String, _ name: String, _ known: [String]
    ) -> Failure {
        let hint = Spelling.nearest(to: name, among: known)
        return Failure.usage(
            "没有\(zh) \(name)。" + (hint.map { "是不是 \($0)？" } ?? "") + "有："
                + known.joined(separator: "、"),
            "There is no \(en) \(name). " + (hint.map { "Did you mean \($0)? " } ?? "")
                + "There are: " + known.joined(separator: ", "))
    }
}

/// `xiaoer keys list`: every command with its keys; `--press` tries keys out.
struct KeysList: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "list", abstract: say("列出命令和它们的键", "List the commands and their keys"))
    }

    @Option(help: help("看这套键位，不算自己改的", "This preset, without your own changes"))
    var preset: String?
    @Option(name: .customLong("in"), help: help("只看这个位置能用的", "Only what holds in this place"))
    var place: String?
    @Flag(
        help: help(
            "按键看：发来什么、做什么，还能当场绑定", "Press keys: what they send, what they do; binds them too"))
    var press = false
    @Flag(help: help("JSON，一行一个", "JSON, a line each")) var json = false
    @Option(help: help("语言：zh 或 en", "Language: zh or en")) var language: String?

    func run() throws {
        let tongue = try Choice.tongue(language)
        let shelf = try OwnKeys.shelf()
        if press { return try KeyTrial(shelf: shelf, tongue: tongue).run() }
        let context = try place.map(OwnKeys.place)
        let name = try preset.map { try OwnKeys.preset($0, shelf) }
        let keymap: Keymap<KeyPlace>
        do {
            keymap =
                try name.map { try shelf.reading(preset: $0, withOwn: false).keymap }
                ?? shelf.keymap
        } catch let problem as SettingsProblem {
            throw Failure(code: 65, sentence: problem.words)
        }
        // Of the replies and macros only those that have a key.
        let library = shelf.library.map(\.command).filter { !keymap.keys(for: $0.id).isEmpty }
        let rows = (DeskCommand.all + library).compactMap { row($0, keymap, context, tongue) }
        if json {
            for row in rows { write(try PlainJSON.line(row)) }
        } else {
            let shown = name ?? shelf.preset
            write(
                tongue == .chinese
                    ? "键位 \(shown)：\(shelf.title(of: shown).zh)"
                    : "preset \(shown): \(shelf.title(of: shown).en)")
            var table = PlainTable([.left, .left, .left])
            for row in rows {
                table.add(row.keys.joined(separator: ", "), row.command, row.title)
            }
            table.lines.forEach(write)
        }
        for problem in shelf.problems where name == nil { complain(problem.sentence(in: tongue)) }
    }

    private struct Row: Encodable {
        var command: String
        var keys: [String]
        var title: String
    }

    private func row(
        _ command: DeskCommand, _ keymap: Keymap<KeyPlace>, _ place: String?,
        _ tongue: Engine.Tongue
    ) -> Row? {
        let keys: [String]
        if let place {
            let found = KeyPlace.places(named: place).flatMap { context in
                keymap.keys(for: command.id, in: context).map(\.name)
            }
            keys = found.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
            if keys.isEmpty { return nil }
        } else {
            keys = keymap.keys(for: command.id).map(\.name)
        }
        return Row(command: command.id, keys: keys, title: command.title[tongue])
    }
}
