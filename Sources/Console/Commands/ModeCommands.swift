import Engine

/// Writing and not writing, and doing the last thing again: for keymaps that tell letters as
/// commands from letters as text. In the usual one these have no keys.
extension DeskCommand {
    static let modeCommands: [DeskCommand] = [
        DeskCommand(
            "write", title: Bilingual(zh: "写字", en: "Write"),
            help: Bilingual(
                zh: "回到写字处，字母都算打字", en: "To the composer; letters are text from now on"),
            group: .chat, when: withTalk
        ) { $0.beginWriting() },
        DeskCommand(
            "write-at-end", title: Bilingual(zh: "在末尾接着写", en: "Write at the end"),
            help: Bilingual(
                zh: "回到写字处，光标放到草稿末尾", en: "To the composer, behind all that is written"),
            group: .chat, when: withTalk
        ) { desk in
            desk.beginWriting()
            desk.write { $0.perform(.textEnd) }
        },
        DeskCommand(
            "leave-writing", title: Bilingual(zh: "停下写字", en: "Leave writing"),
            help: Bilingual(
                zh: "字母都算命令，草稿留着；键位不分模式时同“退一步”",
                en: "Letters are commands, the draft stays; without modes, one step back"),
            group: .chat, contexts: [.composer]
        ) { $0.leaveWriting() },
        DeskCommand(
            "repeat-last", title: Bilingual(zh: "再做一次", en: "Do it again"),
            help: Bilingual(
                zh: "把上一个办事的命令对现在这位顾客再做一次",
                en: "Does the last command that did something again, for this customer"),
            group: .chat, when: withTalk
        ) { desk in
            guard let last = desk.lastCommand, let command = desk.command(named: last) else {
                return desk.announce(.hint, Words.nothingToRepeat)
            }
            command.run(on: desk)
        },
    ]

    /// Whether `repeat-last` does it again: things done, not looking, moving or writing.
    var isWorthRepeating: Bool {
        switch group {
        case .view, .shift, .replay, .list: return false
        case .queue, .chat, .order, .customer, .replies: break
        }
        return !DeskCommand.passing.contains(id)
    }

    private static let passing: Set<String> = [
        "next-customer", "previous-customer", "first-customer", "last-customer", "worst-overdue",
        "show-closed", "scroll-up", "scroll-down", "chat-end", "chat-start", "write",
        "write-at-end", "leave-writing", "repeat-last", "new-line", "undo", "coach",
        "find-customer", "customer-page", "dues", "shop-page", "show-track", "show-sum",
        "show-case", "next-order", "look-up",
    ]
}
