import ArgumentParser
import Engine
import Foundation
import Language
import Scenarios

/// `xiaoer read`: what a message says, with the words and the rule behind each finding.
struct ReadCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "read",
            abstract: say("看一句话里说了什么", "Show what a message says"),
            discussion: say(
                "例：xiaoer read \"很抱歉，今天下班前给您补发\"。learned 开头的规则是从例句学来的，后面是分量最重的字词。",
                "Example: xiaoer read \"So sorry, I'll resend it today\". Rules that begin with learned come from examples; the words that weighed most stand behind."
            ))
    }

    @Argument(help: help("一句话", "The message"))
    var text: String

    @Flag(help: help("是顾客说的", "The customer said it"))
    var buyer = false

    @Option(help: help("语言：zh 或 en", "Language: zh or en"))
    var language: String?

    func run() throws {
        let tongue = try language.map { try Choice.tongue($0) } ?? Speech.tongue
        let reader = try Library().reader()
        let now = Instant(milliseconds: Int64(Date().timeIntervalSince1970 * 1000))
        let context = Context(now: now, speaker: buyer ? .buyer : .agent)
        let reading = reader.read(text, in: context)
        func row(_ kind: String, _ name: String, _ range: TextRange, _ rule: String, _ more: String)
        {
            write("\(kind)  \(name)  “\(range.words(in: text))”  \(rule)\(more)")
        }
        func why<Subject>(_ label: Label, _ finding: Finding<Subject>) -> String {
            guard finding.isLearned else { return "" }
            let runs = reader.runs(behind: label, in: text, context)
            return "  "
                + runs.prefix(4).map { "\($0.run) \($0.weight > 0 ? "+" : "")\($0.weight)" }
                .joined(separator: ", ")
        }
        let zh = tongue == .chinese
        for act in reading.acts {
            row(
                zh ? "动作" : "act  ", act.subject.name[tongue], act.range, act.rule,
                why(.act(act.subject), act))
        }
        for value in reading.values {
            row(zh ? "数值" : "value", value.subject.sort.rawValue, value.range, value.rule, "")
        }
        for topic in reading.topics {
            row(zh ? "话题" : "topic", topic.subject.name, topic.range, topic.rule, "")
        }
        for promise in reading.promises {
            let due = promise.due.map { due -> String in
                let time = CivilTime(due, offset: context.offset)
                return "  → \(time.date) \(time.clock)"
            }
            row(
                zh ? "承诺" : "promise", promise.deed.rawValue, promise.range, promise.rule,
                due ?? (zh ? "  没说时间" : "  no time given"))
        }
        for fault in reading.faults {
            row(
                zh ? "禁语" : "fault", fault.subject.kind.name[tongue], fault.range, fault.rule,
                why(.fault(fault.subject.kind), fault))
        }
        if reading.isQuestion { write(zh ? "是问句" : "It asks.") }
        if reading.isEmptyPoliteness {
            write(zh ? "只有客气，没有能用的东西" : "Kind, and nothing a customer could use.")
        }
    }
}

/// `xiaoer lint`: what must not be said in a file of messages, why, and what would do instead.
struct LintCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "lint",
            abstract: say(
                "查话术里的禁语：为什么不能说、可以怎么说",
                "Find what must not be said in a file of messages, why, and what to say instead"),
            discussion: say(
                "一行一句；- 表示从标准输入读。有禁语时退出码 1。",
                "A message a line; - reads standard input. Exit code 1 when anything was found."))
    }

    @Argument(help: help("文本文件，或 -", "A text file, or -"))
    var file: String

    @Option(help: help("再加上这个平台的禁语", "Add what this platform forbids"))
    var profile: String?

    @Option(help: help("语言：zh 或 en", "Language: zh or en"))
    var language: String?

    func run() throws {
        let tongue = try language.map { try Choice.tongue($0) } ?? Speech.tongue
        let library = try Library()
        var reader = try library.reader()
        if let profile {
            guard let found = try library.profile(profile) else {
                throw Failure.noInput("没有平台规则 \(profile)。", "There is no profile \(profile).")
            }
            reader = reader.heeding(found.rules.speech)
        }
        let bytes =
            file == "-"
            ? Array(FileHandle.standardInput.readDataToEndOfFile()) : try StoredFile.bytes(file)
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw Failure(
                code: 65,
                sentence: Bilingual(
                    zh: "\(file) 不是 UTF-8 文本，请另存为 UTF-8。",
                    en: "\(file) is not UTF-8 text; save it as UTF-8."))
        }
        let context = Context(
            now: Instant(milliseconds: Int64(Date().timeIntervalSince1970 * 1000)))
        var count = 0
        for (number, line) in text.split(
            omittingEmptySubsequences: false, whereSeparator: \.isNewline
        ).enumerated() {
            let message = String(line)
            for fault in reader.read(message, in: context).faults {
                count += 1
                let place = "\(file == "-" ? "" : file + ":")\(number + 1)"
                write(
                    "\(place): \(fault.subject.kind.name[tongue])  “\(fault.range.words(in: message))”"
                )
                write("    \(fault.subject.why[tongue])")
                write("    → \(fault.subject.better[tongue])")
            }
        }
        guard count == 0 else {
            throw Failure(
                code: 1,
                sentence: Bilingual(zh: "共 \(count) 处。", en: "\(count) found."))
        }
    }
}
