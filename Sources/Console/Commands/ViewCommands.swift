import Engine

extension DeskCommand {
    static let viewCommands: [DeskCommand] = [
        DeskCommand(
            "help", keys: ["F1", "Alt-/"],
            title: Bilingual(zh: "帮助", en: "Help"),
            help: Bilingual(
                zh: "此处能做什么；再按一次列出全部按键",
                en: "What can be done here; once more for all keys"),
            group: .view
        ) { $0.overlays.append(HelpSheet(focus: $0.page == nil ? $0.focus : nil)) },
        DeskCommand(
            "palette", keys: ["Ctrl-P", "Ctrl-K"],
            title: Bilingual(zh: "命令面板", en: "Command palette"),
            help: Bilingual(
                zh: "打几个字就找到任何命令，中英文都行",
                en: "Finds any command by a few letters, in either language"),
            group: .view
        ) { $0.overlays.append(CommandPalette()) },
        DeskCommand(
            "focus-order", keys: ["F2"],
            title: Bilingual(zh: "订单栏", en: "Order pane"),
            help: Bilingual(
                zh: "看这位顾客的订单、物流、售后", en: "Orders, track and after-sale of this customer"),
            group: .view, when: withShift
        ) { $0.turn(to: .order) },
        DeskCommand(
            "focus-customer", keys: ["F3"],
            title: Bilingual(zh: "客户栏", en: "Customer pane"),
            help: Bilingual(zh: "标签、等级、历史、备注", en: "Tags, level, history and notes"),
            group: .view, when: withShift
        ) { $0.turn(to: .customer) },
        DeskCommand(
            "focus-replies", keys: ["F4", "Ctrl-Space"],
            title: Bilingual(zh: "短语栏", en: "Replies pane"),
            help: Bilingual(
                zh: "打字筛选短语，Enter 插入到光标处，草稿不丢",
                en: "Typing filters, Enter inserts at the caret; the draft stays"),
            group: .view, when: withShift
        ) { $0.turn(to: .replies) },
        DeskCommand(
            "focus-queue", keys: ["F5"],
            title: Bilingual(zh: "队列栏", en: "Queue pane"),
            help: Bilingual(zh: "在顾客列表里上下选", en: "Up and down in the list of customers"),
            group: .view, when: withShift
        ) { $0.turn(to: .queue) },
        DeskCommand(
            "focus-chat", keys: ["F6"],
            title: Bilingual(zh: "聊天栏", en: "Chat pane"),
            help: Bilingual(
                zh: "在消息间移动，选一条复制或撤回", en: "From message to message, to copy or recall one"),
            group: .view, when: withShift
        ) { $0.turn(to: .chat) },
        DeskCommand(
            "next-pane", keys: ["Tab"],
            title: Bilingual(zh: "下一栏", en: "Next pane"),
            help: Bilingual(zh: "依次走过各栏", en: "Goes through the panes"),
            group: .view, when: withShift
        ) { $0.turnPane(by: 1) },
        DeskCommand(
            "previous-pane", keys: ["Shift-Tab"],
            title: Bilingual(zh: "上一栏", en: "Previous pane"),
            help: Bilingual(zh: "反方向走过各栏", en: "Goes through the panes backwards"),
            group: .view, when: withShift
        ) { $0.turnPane(by: -1) },
        DeskCommand(
            "step-back", keys: ["Esc"],
            title: Bilingual(zh: "退一步", en: "One step back"),
            help: Bilingual(
                zh: "一步步退回写字处；在写字处按它什么也不做",
                en: "One step back towards the composer; nothing once there"),
            group: .view
        ) { $0.stepBack() },
        DeskCommand(
            "zoom-pane", keys: ["Alt-Z"],
            title: Bilingual(zh: "放大 / 还原", en: "Zoom / restore"),
            help: Bilingual(zh: "让一栏占满屏幕", en: "Lets one pane fill the screen"),
            group: .view, when: withShift
        ) { desk in
            desk.zoomed = desk.zoomed == nil ? (desk.focus == .composer ? .chat : desk.focus) : nil
        },
        DeskCommand(
            "switch-language", keys: ["Alt-L"],
            title: Bilingual(zh: "中文 / English", en: "English / 中文"),
            help: Bilingual(
                zh: "界面换一种语言；顾客说什么话不变",
                en: "The desk’s own language; the customers keep theirs"),
            group: .view
        ) { desk in
            desk.settings.tongue = desk.tongue.other
            desk.transcripts = TranscriptCache()
            desk.keepSettings()
            desk.announce(.done, Words.languageIs)
        },
        DeskCommand(
            "quit", keys: ["Ctrl-Q"],
            title: Bilingual(zh: "退出", en: "Quit"),
            help: Bilingual(
                zh: "一切都已存好，下次从这一秒接着上",
                en: "Everything is stored; next time goes on at this second"),
            group: .view
        ) { $0.leave() },
        DeskCommand(
            "suspend", keys: ["Ctrl-Z"],
            title: Bilingual(zh: "回到 shell", en: "To the shell"),
            help: Bilingual(zh: "先停下，fg 回来", en: "Stops for now; fg comes back"),
            group: .view
        ) { desk in
            desk.keepDraft()
            desk.host.suspend()
        },
    ]
}
