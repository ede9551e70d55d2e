import ArgumentParser
import Engine
import Foundation

/// The program's one entry: `xiaoer` opens the desk, the rest are its subcommands.
@main
struct Xiaoer: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "xiaoer",
            abstract: say("店小二：网店客服的练习台", "xiaoer: a practice desk for online customer service"),
            discussion: say(
                "不带子命令就打开工作台；不在终端里时，播放第一班的示范。",
                """
                Without a subcommand the desk opens; where there is no terminal, the first \
                shift's model run is played as plain text.
                """),
            version: Version.text,
            subcommands: [
                DeskCommandLine.self, DemoCommand.self, RecordCommand.self, ScreenCommand.self,
                Play.self, GymCommand.self, Check.self, Report.self,
                ShiftsCommand.self, ReplayCommand.self, VerifyCommand.self, BranchCommand.self,
                CompareCommand.self,
                RFMCommand.self, StaffingCommand.self, ClassCommand.self, ContestCommand.self,
                ImportCommand.self, ReadCommand.self,
                LintCommand.self, LearnCommand.self, RepliesCommand.self, KeysCommand.self,
                DrillCommand.self,
                WorksheetCommand.self,
                RoomCommand.self, SeatCommand.self,
            ],
            defaultSubcommand: DeskCommandLine.self)
    }

    static func main() {
        do {
            var command = try parseAsRoot()
            try command.run()
        } catch let failure as Failure {
            complain(failure.sentence[Speech.tongue])
            Foundation.exit(failure.code)
        } catch {
            let message = fullMessage(for: error)
            let code = exitCode(for: error).rawValue
            if code == 0 {
                print(message)
            } else if !message.isEmpty {
                complain(Speech.tongue == .chinese ? UsageChinese.translated(message) : message)
            }
            Foundation.exit(code)
        }
    }

    private static func complain(_ text: String) {
        FileHandle.standardError.write(Data((text + "\n").utf8))
    }
}

/// The language in which the command line speaks: Chinese where the locale is Chinese.
enum Speech {
    static var tongue: Tongue { tongue(of: ProcessInfo.processInfo.environment) }

    static func tongue(of environment: [String: String]) -> Tongue {
        for name in ["LC_ALL", "LC_MESSAGES", "LANG"] {
            if let value = environment[name], !value.isEmpty {
                return value.lowercased().hasPrefix("zh") ? .chinese : .english
            }
        }
        return .english
    }
}

/// A text in the command line's language.
func say(_ zh: String, _ en: String) -> String { Bilingual(zh: zh, en: en)[Speech.tongue] }

func help(_ zh: String, _ en: String) -> ArgumentHelp { ArgumentHelp(say(zh, en)) }

/// The program's own number.
enum Version { static let text = "0.1.0" }
