import ArgumentParser
import Engine
import Foundation
import Macros
import Replies
import Storage
import Terminal

/// `xiaoer replies doctor`: what is broken, forbidden, there twice, never used, or typed by hand
/// again and again.
struct RepliesDoctor: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "doctor",
            abstract: say(
                "给短语和宏体检：没有的变量、禁语、重复、撞码、没人用的",
                "Look replies and macros over: undefined variables, forbidden words, duplicates"
            ),
            discussion: say(
                "加 --shifts 或 --shift，还看上过的班里哪些没用过、哪些句子总在手打。查出问题时退出码 1。",
                """
                With --shifts or --shift also what kept shifts never used and what was typed by \
                hand. Exit code 1 when anything was found.
                """))
    }

    @OptionGroup var source: ReplySource
    @Flag(help: help("看所有保存的班次", "Look at all kept shifts")) var shifts = false
    @Option(help: help("看这个班次（.shift 文件），可以写几个", "Look at this .shift file; may be given again"))
    var shift: [String] = []
    @Flag(help: help("JSON", "JSON")) var json = false
    @Option(help: help("语言：zh 或 en", "Language: zh or en")) var language: String?

    func run() throws {
        let tongue = try Choice.tongue(language)
        let library = try source.library()
        let sent = try texts()
        let reader = try Library().reader()
        let replies = Doctor(library, reader: reader).findings(sent: sent)
        let checkup = try source.checkup(reader)
        let found =
            replies.map(Finding.init)
            + checkup.findings(besides: Set(library.problems.map(\.file)))
        let count = Count(replies: library.snippets.count, macros: checkup.library.macros.count)
        if json {
            write(
                try PlainJSON.line(
                    Account(
                        replies: count.replies, macros: count.macros, messages: sent?.count,
                        findings: found)))
        } else {
            let gate = TextGate()
            for finding in found { write(gate.cleaned(finding.line(in: tongue))) }
            if let sent, sent.count < Doctor.enough {
                complain(
                    say(
                        "只有 \(sent.count) 条消息，不到 \(Doctor.enough) 条，哪些没用过还看不出来。",
                        """
                        Only \(sent.count) messages; below \(Doctor.enough) nobody can say what is \
                        never used.
                        """))
            }
            if sent == nil {
                complain(
                    say(
                        "没有给班次，哪些没用过、哪些总在手打，无从知道（--shifts 看所有班次）。",
                        """
                        No shift was given: what is never used or typed by hand cannot be known \
                        (--shifts looks at all of them).
                        """))
            }
        }
        guard found.isEmpty else {
            throw Failure(
                code: 1,
                sentence: Bilingual(
                    zh: "\(count.words.zh)，查出 \(found.count) 处。",
                    en: "\(found.count) findings in \(count.words.en)."))
        }
        if !json {
            write(say("\(count.words.zh)，没有问题。", "\(count.words.en), nothing found."))
        }
    }

    /// What agents sent in the shifts that are meant; nil where none is.
    private func texts() throws -> [String]? {
        var paths = shift
        if shifts {
            do {
                let folders = try Folders(environment: ProcessInfo.processInfo.environment)
                paths += try ShiftShelf(folder: folders.shifts).shifts().map(\.path)
            } catch {
                throw Failure(code: error.exitCode, sentence: error.words)
            }
        }
        guard !paths.isEmpty else { return nil }
        var texts: [String] = []
        for path in paths {
            do {
                for record in try StoredShift(path: path).records {
                    if case .replySent(_, _, _, let text) = record.event { texts.append(text) }
                }
            } catch let failure as Failure {
                // One that is named must be there; of all that are kept a broken one is said.
                if shift.contains(path) { throw failure }
                complain("\(path)：" + failure.sentence[Speech.tongue])
            }
        }
        return texts
    }

    /// What was found, for programs.
    private struct Account: Encodable {
        var replies: Int
        var macros: Int
        /// Messages of kept shifts that were looked at; nil where none was given.
        var messages: Int?
        var findings: [Finding]
    }

    /// How much was looked over.
    private struct Count {
        var replies: Int
        var macros: Int

        var words: Bilingual {
            Bilingual(
                zh: "\(replies) 条短语、\(macros) 个宏", en: "\(replies) replies and \(macros) macros")
        }
    }

    /// One thing that is wrong with a reply or a macro.
    struct Finding: Encodable {
        var kind: String
        var file: String
        /// Counted from 1; 0 where it is about no line.
        var line: Int
        /// The reply's code or the macro's name; empty where it is about none.
        var code: String
        var sentence: Bilingual

        func line(in tongue: Tongue) -> String {
            let place = line > 0 ? "\(file):\(line)" : file
            let head = [place, code].filter { !$0.isEmpty }.joined(separator: " ")
            if head.isEmpty { return sentence[tongue] }
            return head + (tongue == .chinese ? "：" : ": ") + sentence[tongue]
        }
    }
}

extension RepliesDoctor.Finding {
    init(_ finding: DoctorFinding) {
        self.init(
            kind: finding.kind.rawValue, file: finding.file, line: finding.line,
            code: finding.code, sentence: finding.words)
    }
}
