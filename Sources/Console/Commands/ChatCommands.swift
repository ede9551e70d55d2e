import Engine

extension DeskCommand {
    static let chatCommands: [DeskCommand] = [
        DeskCommand(
            "send", keys: ["Enter"],
            title: Bilingual(zh: "发送", en: "Send"),
            help: Bilingual(
                zh: "把写好的发给抬头上的这位顾客",
                en: "Sends what is written to the customer named above it"),
            group: .chat, contexts: [.composer], when: withOpenTalkOrNote
        ) { $0.send() },
        DeskCommand(
            "new-line", keys: ["Alt-Enter"],
            title: Bilingual(zh: "换行", en: "New line"),
            help: Bilingual(zh: "在光标处换行，不发送", en: "Breaks the line without sending"),
            group: .chat, contexts: [.composer], when: withTalk
        ) { desk in desk.write { $0.perform(.newline) } },
        DeskCommand(
            "private-note", keys: ["Alt-P"],
            title: Bilingual(zh: "内部备注", en: "Private note"),
            help: Bilingual(
                zh: "写一条只有店里人看得见的备注；和回复各有草稿，互不混淆",
                en: "Writes a note only the shop sees; its draft is apart from the reply’s"),
            group: .chat, when: withTalk
        ) { desk in
            guard let id = desk.selected else { return }
            desk.turn(to: .composer)
            if desk.writesNote.remove(id) == nil { desk.writesNote.insert(id) }
        },
        DeskCommand(
            "open-attachment", keys: ["Alt-Shift-V"],
            title: Bilingual(zh: "打开顾客发来的图片或文件", en: "Open what the customer sent"),
            help: Bilingual(
                zh: "打开这位顾客发来的照片、视频或文件，看清楚再答；先开没看过的",
                en: "Opens the customer’s photo, film or file before you answer; unseen ones first"),
            group: .chat, when: withAttachment
        ) { $0.openAttachment() },
        DeskCommand(
            "coach", keys: ["F8", "Alt-,"],
            title: Bilingual(zh: "写时提示", en: "Coach"),
            help: Bilingual(
                zh: "草稿哪里不对、还有什么没答、会记下什么承诺，全列出来",
                en: "All about the draft: what is wrong, what is left open, what is promised"),
            group: .chat, when: withCoach
        ) { $0.showCoach() },
        DeskCommand(
            "undo", keys: ["Alt-U"],
            title: Bilingual(zh: "撤销上一步", en: "Undo the last act"),
            help: Bilingual(
                zh: "撤回刚发的消息、刚打的标签、刚改的地址等，行规允许时有效",
                en: "Takes back the last message, tag, address …, where the trade allows it"),
            group: .chat, when: withSomethingToUndo
        ) { $0.undoLastAct() },
        DeskCommand(
            "recall-message", keys: ["Alt-R"],
            title: Bilingual(zh: "撤回消息", en: "Recall message"),
            help: Bilingual(
                zh: "撤回选中的消息；没有选中就撤回最近发给这位顾客的",
                en: "Recalls the marked message, or the last one sent to this customer"),
            group: .chat, when: withTalk
        ) { $0.recallMessage() },
        DeskCommand(
            "copy", keys: ["Alt-Y"],
            title: Bilingual(zh: "复制", en: "Copy"),
            help: Bilingual(
                zh: "把选中的消息，或当前订单号，放进剪贴板（SSH 上也行）",
                en: "Puts the marked message or the order number on the clipboard, SSH too"),
            group: .chat, contexts: [.queue, .chat, .order, .customer, .replies, .shelf],
            when: withTalk
        ) { $0.copyWhatIsMeant() },
        DeskCommand(
            "scroll-up", keys: ["PageUp"],
            title: Bilingual(zh: "上翻聊天", en: "Scroll the chat up"),
            help: Bilingual(
                zh: "看更早的消息；来了新消息也不会跳动",
                en: "Shows earlier messages; new ones do not move what is read"),
            group: .chat, when: withTalk
        ) { $0.scrollPage(by: -1) },
        DeskCommand(
            "scroll-down", keys: ["PageDown"],
            title: Bilingual(zh: "下翻聊天", en: "Scroll the chat down"),
            help: Bilingual(zh: "往新消息翻", en: "Towards the newest messages"),
            group: .chat, when: withTalk
        ) { $0.scrollPage(by: 1) },
        DeskCommand(
            "chat-end", keys: ["Alt-G", "Ctrl-End"],
            title: Bilingual(zh: "到最新消息", en: "To the newest message"),
            help: Bilingual(
                zh: "回到聊天末尾，继续跟随新消息", en: "Back to the end, following new messages"),
            group: .chat, when: withTalk
        ) { desk in
            guard let id = desk.selected else { return }
            desk.places.anchors[id] = .end
            desk.places.marked[id] = nil
        },
        DeskCommand(
            "chat-start", keys: ["Ctrl-Home"],
            title: Bilingual(zh: "到第一条消息", en: "To the first message"),
            help: Bilingual(zh: "翻到这段会话的开头", en: "To where the conversation began"),
            group: .chat, when: withTalk
        ) { desk in
            guard let talk = desk.talk else { return }
            desk.places.anchors[talk.id] = .line(message: 0, line: 0, seen: talk.messages.count)
        },
    ]

    @Sendable static func withSomethingToUndo(_ desk: Desk) -> Availability {
        desk.outgoing != nil || desk.lastAct != nil
            ? .now : .not(because: Words.nothingToUndo)
    }

    /// A reply needs an open conversation; a note may be added to an ended one as well.
    @Sendable static func withOpenTalkOrNote(_ desk: Desk) -> Availability {
        desk.slot?.isNote == true ? withTalk(desk) : withOpenTalk(desk)
    }
}
