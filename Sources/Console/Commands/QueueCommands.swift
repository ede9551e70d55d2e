import Engine

extension DeskCommand {
    static let queueCommands: [DeskCommand] = [
        DeskCommand(
            "next-customer", keys: ["Alt-J"],
            title: Bilingual(zh: "下一位顾客", en: "Next customer"),
            help: Bilingual(
                zh: "转到队列里的下一位，草稿留在原处",
                en: "Turns to the next one in the queue; the draft stays where it is"),
            group: .queue, when: withTalk
        ) { $0.selectRow(by: 1) },
        DeskCommand(
            "previous-customer", keys: ["Alt-K"],
            title: Bilingual(zh: "上一位顾客", en: "Previous customer"),
            help: Bilingual(
                zh: "转到队列里的上一位，草稿留在原处",
                en: "Turns to the one before in the queue; the draft stays where it is"),
            group: .queue, when: withTalk
        ) { $0.selectRow(by: -1) },
        DeskCommand(
            "first-customer", title: Bilingual(zh: "队列第一位", en: "First in the queue"),
            help: Bilingual(zh: "转到队列最上面的一位", en: "Turns to the one on top of the queue"),
            group: .queue, when: withTalk
        ) { $0.selectRow(at: 0) },
        DeskCommand(
            "last-customer", title: Bilingual(zh: "队列最后一位", en: "Last in the queue"),
            help: Bilingual(zh: "转到队列最下面的一位", en: "Turns to the one at the end of the queue"),
            group: .queue, when: withTalk
        ) { $0.selectRow(at: $0.queue.count - 1) },
        DeskCommand(
            "worst-overdue", keys: ["Alt-0"],
            title: Bilingual(zh: "最该先回的一位", en: "First to answer"),
            help: Bilingual(
                zh: "直接转到答复最先到期的顾客；都是聊天时就是等得最久的",
                en: "Goes to whose answer is due first; among chats that is the longest waiting"),
            group: .queue, when: withShift
        ) { desk in
            // Somebody who has come and not spoken yet is owed a first word.
            guard let id = desk.queue.index.firstDue ?? desk.firstUnmet else {
                return desk.announce(.hint, Words.nobodyWaits)
            }
            desk.select(id)
            desk.turn(to: .composer)
        },
        DeskCommand(
            "take", keys: ["Alt-A"],
            title: Bilingual(zh: "接待", en: "Take"),
            help: Bilingual(
                zh: "把会话接到自己名下（回复时会自动接待）",
                en: "Takes the conversation in hand (a reply does so by itself)"),
            group: .queue, when: withOpenTalk
        ) { desk in
            guard let talk = desk.talk else { return }
            desk.submit(
                .take(conversation: talk.id), saying: Words.taken(desk.name(of: talk.id)))
        },
        DeskCommand(
            "hold", keys: ["Alt-H"],
            title: Bilingual(zh: "挂起 / 恢复", en: "Hold / resume"),
            help: Bilingual(
                zh: "先放一边并写明在等什么；顾客的等待时间照走",
                en: "Puts it aside and says what is awaited; the customer’s clock goes on"),
            group: .queue, when: withOpenTalk
        ) { desk in
            guard let talk = desk.talk else { return }
            if case .onHold = talk.phase {
                desk.submit(.resume(conversation: talk.id), saying: Words.resumed)
            } else {
                desk.openHold()
            }
        },
        DeskCommand(
            "transfer", keys: ["Alt-X"],
            title: Bilingual(zh: "转接", en: "Transfer"),
            help: Bilingual(
                zh: "交给同事，并把来龙去脉写给他",
                en: "Hands it to a colleague, with a note that saves asking again"),
            group: .queue, when: withOpenTalk
        ) { $0.openTransfer() },
        DeskCommand(
            "close-conversation", keys: ["Alt-E"],
            title: Bilingual(zh: "结束会话", en: "Close conversation"),
            help: Bilingual(
                zh: "结束这位顾客的会话，转到最该先回的一位",
                en: "Ends this conversation and turns to the first to answer"),
            group: .queue, when: withOpenTalk
        ) { $0.closeTalk() },
        DeskCommand(
            "show-closed", keys: ["Alt-C"],
            title: Bilingual(zh: "显示 / 隐藏已结束", en: "Show / hide closed"),
            help: Bilingual(
                zh: "在队列末尾列出已结束的会话",
                en: "Lists conversations that have ended below the others"),
            group: .queue, when: withShift
        ) { desk in
            desk.queue.showsEnded.toggle()
            desk.announce(
                .done, desk.queue.showsEnded ? Words.closedShown : Words.closedHidden)
        },
    ]
}
