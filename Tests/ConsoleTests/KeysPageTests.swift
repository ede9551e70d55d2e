import Console
import Engine
import Foundation
import Support
import Testing

@Suite struct `The page of keys` {
    /// Docs/Keys.md is made from the one list of commands; `XIAOER_RECORD=1` writes it.
    @Test func `says what the command list says, in both languages`() throws {
        let page = Self.page
        let path = Repository.path("Docs/Keys.md")
        if ProcessInfo.processInfo.environment["XIAOER_RECORD"] == "1" {
            try Data(page.utf8).write(to: URL(fileURLWithPath: path))
        }
        #expect(try Repository.text(of: "Docs/Keys.md") == page)
    }

    @Test func `has a title and a sentence in both languages for every command`() {
        for command in DeskCommand.all {
            for text in [command.title.zh, command.title.en, command.help.zh, command.help.en] {
                #expect(!text.isEmpty, "\(command.id)")
            }
        }
    }

    private static var page: String {
        var lines = [
            "# 按键 · Keys", "",
            "由命令表生成；在 `~/.config/xiaoer/keys.yaml` 里写 `命令名: 键` 就能改，写错会指出行号和最接近的名字。",
            "一组键、各栏的键、vim 和千牛的键位见 [Keymaps.md](Keymaps.md)。",
            "", "Made from the command list. To change one, write `command: Key` into",
            "`~/.config/xiaoer/keys.yaml`; a mistake is reported with its line and the nearest name.",
            "Series of keys, keys by pane and the vim and 千牛 presets are in [Keymaps.md](Keymaps.md).",
        ]
        for group in DeskCommand.Group.allCases {
            let commands = DeskCommand.all.filter { $0.group == group }
            guard !commands.isEmpty else { continue }
            lines += [
                "", "## \(name(of: group))", "", "| 键 key | 命令 command | | |",
                "| --- | --- | --- | --- |",
            ]
            for command in commands {
                let keys = command.keys.map { "`\($0)`" }.joined(separator: " ")
                lines.append(
                    "| \(keys) | `\(command.id)` | **\(command.title.zh)** \(command.help.zh) "
                        + "| **\(command.title.en)** \(command.help.en) |")
            }
        }
        return lines.joined(separator: "\n").replacing("`|`", with: "`\\|`") + "\n"
    }

    private static func name(of group: DeskCommand.Group) -> String {
        switch group {
        case .queue: "队列 · Queue"
        case .chat: "对话 · Chat"
        case .order: "订单 · Orders"
        case .customer: "客户 · Customers"
        case .replies: "短语 · Replies"
        case .view: "界面 · View"
        case .shift: "班次 · Shift"
        case .replay: "回放 · Replay"
        case .list: "列表 · Lists"
        }
    }
}
