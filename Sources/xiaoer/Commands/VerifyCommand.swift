import ArgumentParser
import Engine
import Foundation
import Replaying
import Shifts
import Storage

/// `xiaoer verify`: proves shift files by serving them again.
struct VerifyCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "verify",
            abstract: say("核对班次文件：重演一遍，看有没有被改过", "Prove shift files by serving them again"),
            discussion: say(
                "同一个教学包、同一个种子、同样的命令，每一条都要一样。有一份对不上，退出码是 65，并说出第一处。",
                """
                Same pack, same seed, same commands: every entry must come out the same. Where one \
                does not, the exit code is 65 and the first difference is named.
                """))
    }

    @Argument(help: help("班次编号或 .shift 文件，可写多个", "Shifts: ids or .shift files"))
    var shifts: [String] = []

    @Option(
        help: help("教学包的文件夹，不在平常的地方时", "The pack's folder, where it is not among the usual ones"))
    var pack: String?

    @Flag(help: help("输出 JSON，一份一行", "Print JSON, a line a file"))
    var json = false

    func run() throws {
        let names = try ShiftName()
        let library = try Library()
        var worst: Int32 = 0
        for name in shifts.isEmpty ? [nil] : shifts.map(Optional.init) {
            do {
                let path = try names.path(of: name)
                let verdict = try check(path, library)
                tell(verdict, path)
                if verdict.outcome != .same || verdict.isEmpty { worst = max(worst, 65) }
            } catch let failure as Failure where shifts.count > 1 || json {
                // One bad file keeps nobody from the verdict on the others.
                refuse(name ?? "", failure)
                worst = max(worst, failure.code)
            }
        }
        if worst != 0 { throw ExitCode(worst) }
    }

    private func check(_ path: String, _ library: Library) throws -> Verdict {
        do {
            let journal = try Journal.read(path)
            let card = try StoredShift.card(of: journal.header, path: path)
            let premises = try library.premises(of: card, pack: pack)
            var verdict = try Proofreading(premises).check(journal, card: card)
            let wrote = journal.header.programVersion
            if wrote != Version.text { verdict.otherVersion = wrote.printable }
            return verdict
        } catch let fault as StorageFault {
            throw Failure(code: fault.exitCode, sentence: fault.words)
        }
    }

    private func tell(_ verdict: Verdict, _ path: String) {
        let file = (path as NSString).lastPathComponent.printable
        if json {
            return write(VerdictLine(verdict, file: file).text)
        }
        switch verdict.outcome {
        case .same where verdict.isEmpty:
            write(
                say(
                    "✗ \(file)：里面一条记录都没有，核对不了",
                    "✗ \(file): there is nothing in it to prove"))
            write(
                say(
                    "  没有接过待，或者工作台还开着就拷走了。下班以后再交。",
                    "  Nothing was served, or it was copied while its desk was open. Hand it in after the shift has ended."
                ))
        case .same:
            write(
                say(
                    "✓ \(file)：\(verdict.entries) 条、\(verdict.events) 个事件，重演完全一样",
                    "✓ \(file): \(verdict.entries) entries, \(verdict.events) events, the same when played again"
                ))
        case .differs(let difference):
            write("✗ \(file)：" + difference.words[Speech.tongue])
            write(
                say(
                    "  前 \(verdict.entries) 条一样",
                    "  The first \(verdict.entries) entries are the same"))
        case .unreadable(let why):
            write("✗ \(file)：" + why[Speech.tongue])
            write(
                say(
                    "  读得到的前 \(verdict.entries) 条重演一样",
                    "  The \(verdict.entries) entries that can be read are the same when played again"
                ))
        }
        if let other = verdict.otherPack {
            write(
                say(
                    "  教学包不是当时那份：文件记的是 \(other.stored.printable)，这里是 \(other.present)",
                    "  The pack is not the one it was served with: \(other.stored.printable) then, \(other.present) here"
                ))
        }
        if let other = verdict.otherVersion {
            write(
                say(
                    "  当时的程序是 \(other)，这里是 \(Version.text)",
                    "  It was served with version \(other); this is \(Version.text)"))
        }
    }

    private func refuse(_ name: String, _ failure: Failure) {
        guard json else {
            return complain("✗ \(name.printable)：" + failure.sentence[Speech.tongue])
        }
        write(VerdictLine(refused: failure.sentence, file: name.printable).text)
    }
}

/// What `verify --json` prints of a file.
private struct VerdictLine: Encodable {
    var file: String
    var outcome: String
    var entries: Int?
    var events: Int?
    var entry: Int?
    var field: String?
    var stored: String?
    var played: String?
    var sentence: Bilingual?
    var packThen: String?
    var packHere: String?
    var version: String?

    init(_ verdict: Verdict, file: String) {
        self.file = file
        entries = verdict.entries
        events = verdict.events
        packThen = verdict.otherPack?.stored
        packHere = verdict.otherPack?.present
        version = verdict.otherVersion
        switch verdict.outcome {
        case .same: outcome = verdict.isEmpty ? "empty" : "same"
        case .differs(let difference):
            outcome = "differs"
            entry = difference.entry
            stored = difference.stored
            played = difference.played
            sentence = difference.words
            switch difference.field {
            case .path(let path): field = path
            case .refused: field = "command"
            case .whole: field = "entry"
            }
        case .unreadable(let why):
            outcome = "unreadable"
            sentence = why
        }
    }

    init(refused sentence: Bilingual, file: String) {
        self.file = file
        outcome = "refused"
        self.sentence = sentence
    }

    var text: String {
        // Of plain texts and numbers: there is nothing in it that could not be written.
        (try? EntryCoding().encode(self)).map { String(decoding: $0, as: UTF8.self) } ?? "{}"
    }
}
