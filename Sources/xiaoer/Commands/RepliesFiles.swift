import ArgumentParser
import Engine
import Foundation
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
        let taken = try Self.read(bytes, file, try format.map(Self.format))
        let account =
            json
            ? [try PlainJSON.line(ImportedReplies(taken))] : Self.sentences(taken, in: tongue)
        if taken.tally.taken > 0 {
            if let out {
                if !force, FileManager.default.fileExists(atPath: out) {
                    throw Failure.cannotCreate(
                        "\(out) 已经有了，没有动它。换个名字，或加 --force。",
                        "\(out) exists and was left alone. Choose another name, or add --force.")
                }
                try StoredFile.write(Array(taken.yaml.utf8), to: out)
            } else {
                FileHandle.standardOutput.write(Data(taken.yaml.utf8))
            }
        }
        account.forEach(out == nil ? complain : write)
        guard taken.tally.taken > 0 else {
            throw Failure.data("\(file) 里没有可以收的短语。", "There is nothing in \(file) to take.")
        }
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

    private static func sentences(_ taken: ReplyImport, in tongue: Tongue) -> [String] {
        let gate = TextGate()
        let tally = taken.tally
        let head =
            tongue == .chinese
            ? "\(taken.format.rawValue)：收了 \(taken.replies.count) 条短语、\(taken.macros.count) 个宏，"
                + "改了 \(tally.changed) 处，没收 \(tally.refused) 处。"
            : "\(taken.format.rawValue): took \(taken.replies.count) replies and "
                + "\(taken.macros.count) macros, changed \(tally.changed) things, refused "
                + "\(tally.refused)."
        return [head] + taken.notes.map { "  " + gate.cleaned($0.sentence(in: tongue)) }
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
    @Option(help: help("哪种语言的短语：zh 或 en", "The replies in this language: zh or en"))
    var language: String?

    func run() throws {
        let tongue = try Choice.tongue(language)
        let format = try RepliesImport.format(format)
        let library = try source.library()
        let gate = TextGate()
        for problem in library.problems { complain(gate.cleaned(problem.sentence(in: tongue))) }
        var macros: [ReplyMacro] = []
        for path in try source.paths() {
            // What is wrong with a file has been said above.
            let read = try? ReplyImport.read(
                try StoredFile.bytes(path), named: path, format: .xiaoer)
            macros += read?.macros ?? []
            for note in read?.notes ?? [] {
                guard case .noCounterpart = note.fact else { continue }
                complain(gate.cleaned(note.sentence(in: tongue)))
            }
        }
        let export = ReplyExport(library.snippets, macros: macros, as: format, tongue: tongue)
        if let out {
            try StoredFile.write(export.bytes, to: out)
        } else {
            FileHandle.standardOutput.write(Data(export.bytes))
        }
        for note in export.notes { complain(gate.cleaned(note.sentence(in: tongue))) }
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

    init(_ taken: ReplyImport) {
        format = taken.format.rawValue
        replies = taken.replies.count
        macros = taken.macros.count
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
