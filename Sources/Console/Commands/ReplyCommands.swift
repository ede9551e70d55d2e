import Engine

extension DeskCommand {
    static let replyCommands: [DeskCommand] =
        (1...9).map { number in
            DeskCommand(
                "reply-\(number)", keys: ["Alt-\(number)"],
                title: Bilingual(zh: "插入短语 \(number)", en: "Insert reply \(number)"),
                help: Bilingual(
                    zh: "把短语栏里的第 \(number) 条插到光标处，不发送",
                    en: "Puts reply \(number) of the list at the caret; sends nothing"),
                group: .replies, when: withTalk
            ) { $0.insertReply(number: number) }
        } + [
            DeskCommand(
                "reply-suggested", keys: ["F7"],
                title: Bilingual(zh: "插入建议", en: "Insert the suggestion"),
                help: Bilingual(
                    zh: "把最合顾客所问的那条（带 ← 的第一条）插到光标处，不发送",
                    en:
                        "Puts what fits the question best (the first with ←) at the caret; sends nothing"
                ),
                group: .replies, when: withTalk
            ) { $0.insertSuggestion() }
        ]
}
