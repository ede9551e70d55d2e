import ArgumentParser
import Engine
import Foundation
import Macros
import Replies
import Stores
import Terminal

/// `xiaoer replies import`: somebody else's file becomes one of ours, and everything that was
/// changed or left out is said.
struct RepliesImport: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "import",
            abstract: say("把别的程序的短语和宏带进来", "Bring another program's replies and macros along"),
            discussion: say(
                """
                认得 espanso、Chatwoot、Zendesk、Zammad、Rocket.Chat、千牛、一般的表格和一行一句的文本，\
                文件是哪一种自己会看。不写 -o 时短语写到标准输出，说明写到标准错误。
                """,
                """
                Knows espanso, Chatwoot, Zendesk, Zammad, Rocket.Chat, 千牛, any table, and a text a \
                line, and finds out which it is. Without -o the replies go to standard output and \
                the account to standard error.
                """))
    }

    @Argument(help: help("要带进来的文件", "The file")) var file: String
    @Option(help: formatHelp) var format: String?
    @Option(name: .shortAndLong, help: help("写到这里", "Write here")) var out: String?
    @Flag(help: help("那里已经有文件也写", "Write even where there is a file")) var force = false
    @Flag(help: help("说明用 JSON", "The account as JSON")) var json = false
    @Option(help: help("语言：zh 或 en", "Language: zh or en")) var language: String?

    func run() throws {
        let tongue = try Choice.tongue(language)
        let bytes = try StoredFile.bytes(file)
        let taken = BroughtAlong(
            try Self.read(bytes, file, try format.map(Self.format)), of: bytes, named: file)
        let account =
            json ? [try PlainJSON.line(ImportedReplies(taken))] : taken.sentences(in: tongue)
        if taken.count > 0 {
            if let out {
                try Self.spare(out, force)
                try StoredFile.write(Array(taken.yaml.utf8), to: out)
            } else {
                FileHandle.standardOutput.write(Data(taken.yaml.utf8))
            }
        }
        account.forEach(out == nil ? complain : write)
        guard taken.count > 0 else {
            throw Failure.data("\(file) 里没有可以收的短语。", "There is nothing in \(file) to take.")
        }
    }

    /// A file that is there stays unless the person says otherwise.
    static func spare(_ path: String, _ force: Bool) throws {
        guard !force, FileManager.default.fileExists(atPath: path) else { return }
        throw Failure.cannotCreate(
            "\(path) 已经有了，没有动它。换个名字，或加 --force。",
            "\(path) exists and was left alone. Choose another name, or add --force.")
    }

    static var formatHelp: ArgumentHelp {
        let names = ReplyFormat.allCases.map(\.rawValue).joined(separator: " ")
        return help("文件是哪一种：\(names)", "What kind of file: \(names)")
    }

    static func format(_ name: String) throws -> ReplyFormat {
        if let format = ReplyFormat(rawValue: name.lowercased()) { return format }
        let names = ReplyFormat.allCases.map(\.rawValue)
        let hint = Spelling.nearest(to: name, among: names)
        throw Failure.usage(
            "没有格式 \(name)。" + (hint.map { "是不是 \($0)？" } ?? "")
                + "有：" + names.joined(separator: "、"),
            "There is no format \(name). " + (hint.map { "Did you mean \($0)? " } ?? "")
                + "There are: " + names.joined(separator: ", "))
    }

    static func read(
        _ bytes: [UInt8], _ file: String, _ format: ReplyFormat?
    ) throws -> ReplyImport {
        do {
            return try ReplyImport.read(bytes, named: file, format: format)
        } catch {
            let gate = TextGate()
            throw Failure.data(
                "\(file)：\(gate.cleaned(error.sentence.zh))",
                "\(file): \(gate.cleaned(error.sentence.en))")
        }
    }
}

/// `xiaoer replies export`: ours in the shape another program reads.
struct RepliesExport: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "export",
            abstract: say("把短语写成别的程序的格式", "Write replies in another program's format"))
    }

    @OptionGroup var source: ReplySource
    @Option(help: RepliesImport.formatHelp) var format: String
    @Option(
        name: .shortAndLong, help: help("写到这里；省略时写到标准输出", "Write here; else to standard output"))
    var out: String?
    @Flag(help: help("那里已经有文件也写", "Write even where there is a file")) var force = false
    @Option(help: help("哪种语言的短语：zh 或 en", "The replies in this language: zh or en"))
    var language: String?

    func run() throws {
        let tongue = try Choice.tongue(language)
        let format = try RepliesImport.format(format)
        if let out { try RepliesImport.spare(out, force) }
        let library = try source.library()
        let own = try source.macros()
        let gate = TextGate()
        let unread = Set(library.problems.map(\.file))
        let problems =
            library.problems.map { $0.sentence(in: tongue) }
            + own.problems.filter { !$0.isOfFile || !unread.contains($0.file) }
            .map { $0.sentence(in: tongue) }
        for problem in problems { complain(gate.cleaned(problem)) }
        let (bytes, notes) = written(library.snippets, own.macros, format, tongue)
        if let out {
            try StoredFile.write(bytes, to: out)
        } else {
            FileHandle.standardOutput.write(Data(bytes))
        }
        for note in notes { complain(gate.cleaned(note.sentence(in: tongue))) }
    }

    private func written(
        _ replies: [Snippet], _ macros: [Macro], _ format: ReplyFormat, _ tongue: Tongue
    ) -> (bytes: [UInt8], notes: [ReplyExport.Note]) {
        switch format {
        case .xiaoer:
            return (Array(OwnFile.text(replies, macros, tongue).utf8), [])
        case .zendesk, .chatwootMacros:
            let carried = CarriedMacros(macros, in: tongue)
            let export = ReplyExport(replies, macros: carried.macros, as: format, tongue: tongue)
            return (export.bytes, carried.notes + export.notes)
        case .espanso, .chatwoot, .chatwootCSV, .zammad, .rocketChat, .qianniu, .csv, .plain:
            let names = macros.map { ReplyMacro(name: $0.name, label: $0.name, steps: []) }
            let export = ReplyExport(replies, macros: names, as: format, tongue: tongue)
            return (export.bytes, export.notes)
        }
    }
}

/// The account of an import for programs.
private struct ImportedReplies: Encodable {
    var format: String
    var replies: Int
    var macros: Int
    var notes: [Note]

    struct Note: Encodable {
        var line: Int
        var entry: String
        var kind: ReplyImport.Note.Kind
        var sentence: Bilingual
    }

    init(_ taken: BroughtAlong) {
        format = taken.foreign.format.rawValue
        replies = taken.foreign.replies.count
        macros = taken.macros
        notes = taken.notes.map {
            Note(line: $0.line, entry: $0.entry, kind: $0.kind, sentence: $0.words)
        }
    }
}

/// One value as one line of JSON.
enum PlainJSON {
    static func line(_ value: some Encodable) throws -> String {
        try JSONWriter.text(of: value)
    }
}
