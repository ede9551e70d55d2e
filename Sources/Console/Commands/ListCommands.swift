import Engine

/// Bare keys in a list that plainly has the keyboard. Letters are second names: an input method
/// may swallow them, the arrows it leaves alone.
extension DeskCommand {
    private static let lists: Set<Focus> = [.queue, .chat, .order, .customer, .replies, .shelf]
    /// Typing filters in the replies, so letters are no commands there.
    private static let letters: Set<Focus> = [.queue, .chat, .order, .customer, .shelf]

    /// In the chat the page keys turn pages of the chat.
    private static let pages = lists.subtracting([.chat])

    static let listCommands: [DeskCommand] = [
        DeskCommand(
            "list-down", keys: ["Down"], title: Bilingual(zh: "下移", en: "Down"),
            help: Bilingual(zh: "列表里往下一行", en: "One row down in the list"),
            group: .list, contexts: lists
        ) { $0.moveCursor(by: 1) },
        DeskCommand(
            "list-up", keys: ["Up"], title: Bilingual(zh: "上移", en: "Up"),
            help: Bilingual(zh: "列表里往上一行", en: "One row up in the list"),
            group: .list, contexts: lists
        ) { $0.moveCursor(by: -1) },
        DeskCommand(
            "list-down-letter", keys: ["j"], title: Bilingual(zh: "下移", en: "Down"),
            help: Bilingual(zh: "同方向键，输入法关着时", en: "Like the arrow, with the IME off"),
            group: .list, contexts: letters
        ) { $0.moveCursor(by: 1) },
        DeskCommand(
            "list-up-letter", keys: ["k"], title: Bilingual(zh: "上移", en: "Up"),
            help: Bilingual(zh: "同方向键，输入法关着时", en: "Like the arrow, with the IME off"),
            group: .list, contexts: letters
        ) { $0.moveCursor(by: -1) },
        DeskCommand(
            "list-page-down", keys: ["PageDown", "Ctrl-D"],
            title: Bilingual(zh: "下翻一页", en: "Page down"),
            help: Bilingual(zh: "列表里往下一页", en: "One page down in the list"),
            group: .list, contexts: pages
        ) { $0.moveCursor(by: $0.rowsOfFocus) },
        DeskCommand(
            "list-page-up", keys: ["PageUp", "Ctrl-U"], title: Bilingual(zh: "上翻一页", en: "Page up"),
            help: Bilingual(zh: "列表里往上一页", en: "One page up in the list"),
            group: .list, contexts: pages
        ) { $0.moveCursor(by: -$0.rowsOfFocus) },
        DeskCommand(
            "list-first", keys: ["Home"], title: Bilingual(zh: "到头", en: "First"),
            help: Bilingual(zh: "列表第一行", en: "The first row of the list"),
            group: .list, contexts: lists
        ) { $0.moveCursor(by: -1_000_000_000) },
        DeskCommand(
            "list-last", keys: ["End"], title: Bilingual(zh: "到尾", en: "Last"),
            help: Bilingual(zh: "列表最后一行", en: "The last row of the list"),
            group: .list, contexts: lists
        ) { $0.moveCursor(by: 1_000_000_000) },
        DeskCommand(
            "list-choose", keys: ["Enter"], title: Bilingual(zh: "选定", en: "Choose"),
            help: Bilingual(
                zh: "队列：回写字处；短语：插入；订单：操作；聊天：复制",
                en: "Queue: back to writing; reply: insert; order: actions; chat: copy"),
            group: .list, contexts: lists
        ) { $0.chooseInList() },
        DeskCommand(
            "list-help", keys: ["?"], title: Bilingual(zh: "帮助", en: "Help"),
            help: Bilingual(zh: "同 F1，输入法关着时", en: "Like F1, with the IME off"),
            group: .list, contexts: letters
        ) { DeskCommand.named("help")?.run(on: $0) },
        DeskCommand(
            "list-left", keys: ["Left"], title: Bilingual(zh: "上一张订单", en: "Order before"),
            help: Bilingual(zh: "看这位顾客的上一张订单", en: "The customer’s order before this"),
            group: .list, contexts: [.order], when: withOrder
        ) { $0.turnOrder(by: -1) },
        DeskCommand(
            "list-right", keys: ["Right"], title: Bilingual(zh: "下一张订单", en: "Next order"),
            help: Bilingual(zh: "看这位顾客的下一张订单", en: "The customer’s next order"),
            group: .list, contexts: [.order], when: withOrder
        ) { $0.turnOrder(by: 1) },
    ]
}
