import Engine

extension DeskCommand {
    static let orderCommands: [DeskCommand] = [
        DeskCommand(
            "copy-order", keys: ["Alt-N"],
            title: Bilingual(zh: "复制订单号", en: "Copy order number"),
            help: Bilingual(
                zh: "把完整订单号放进剪贴板（SSH 上也行）",
                en: "Puts the whole order number on the clipboard, over SSH too"),
            group: .order, when: withOrder
        ) { desk in
            guard let order = desk.order else { return }
            desk.copy(order.id.rawValue, Words.copiedOrder(order.id.rawValue))
        }
    ]
}
