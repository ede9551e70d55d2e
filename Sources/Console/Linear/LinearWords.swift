import Engine

/// What the linear desk says beyond what the drawn one says, in both languages.
enum LinearWords {
    static func welcome(_ shift: Bilingual) -> Bilingual {
        Bilingual(
            zh: "店小二，朗读模式，\(shift.zh)。", en: "xiaoer, linear mode, \(shift.en).")
    }
    static func wentOn(_ time: String) -> Bilingual {
        Bilingual(
            zh: "接着上一班，从 \(time) 起；想另开一班，用 --pack 写上教学包。",
            en:
                "Going on with the last shift from \(time); to begin another, name a pack with --pack."
        )
    }
    static let firstSteps = Bilingual(
        zh: "一行一个命令。“说”加一句话就发给正在接待的顾客，“队列”看谁在等，“帮助”看全部。",
        en:
            "One command a line. “say” and a sentence answers the customer you serve, “queue” tells who waits, “help” tells all."
    )

    /// What `help` reads.
    static let help: [Bilingual] = [
        Bilingual(
            zh: "说 一句话：发给正在接待的顾客；大于号开头也行。一句里的 \\n 是换行。",
            en:
                "say TEXT: sends it to the customer you serve; a line that begins with > does the same. \\n in it breaks the line."
        ),
        Bilingual(
            zh: "草稿 一句话：先不发，读出写时提示；再单独一个“说”就发出。",
            en: "draft TEXT: does not send, and reads the coach’s hints; “say” alone sends it."),
        Bilingual(
            zh: "记 一句话：内部备注，只有店里看得见。", en: "note TEXT: a private note, seen by the shop alone."),
        Bilingual(
            zh: "队列：谁在等，带编号；打编号就转到那位。找 名字：转到那位。",
            en: "queue: who waits, numbered; a number goes there. go NAME: goes to them."),
        Bilingual(
            zh: "读 10：最后十条消息。订单、客户：读出来。时间：钟点、等待、承诺。",
            en:
                "read 10: the last ten messages. order, customer: read aloud. status: clock, waiting, promises."
        ),
        Bilingual(
            zh: "短语 词：找短语，带编号；打编号就写进草稿。",
            en: "replies WORD: finds replies; a number puts one into the draft."),
        Bilingual(
            zh: "等 30秒：店里的时间马上过三十秒。pause 停钟、走钟。",
            en:
                "wait 30s: thirty seconds of the shop’s time pass at once. pause stops the clock and lets it run."
        ),
        Bilingual(
            zh: "命令 词：列出工作台的命令；打命令的名字就做，例如 order-memo 或 备注与旗帜。",
            en:
                "commands WORD: lists the desk’s commands; the name of one does it, such as order-memo or Memo and flag."
        ),
        Bilingual(
            zh: "表单：打“2 内容”填第二项，“好”提交，“取消”不做。列表：打编号选，打字筛选。",
            en:
                "In a form “2 TEXT” fills the second field, “ok” sends it, “cancel” leaves it. In a list a number chooses, a word narrows."
        ),
        Bilingual(
            zh: "按 F2：当作按了那个键。end-shift 下班看复盘，quit 退出，都已存好。",
            en:
                "key F2: as if that key were pressed. end-shift ends the shift and reads the debrief, quit leaves; all is stored."
        ),
    ]

    static let colon = Bilingual(zh: "：", en: ": ")
    static let comma = Bilingual(zh: "，", en: ", ")
    static let nowWith = Bilingual(zh: "现在接待 ", en: "Now with ")
    static let nothingSaid = Bilingual(zh: "还没有人说话。", en: "Nothing has been said yet.")
    static let noDraft = Bilingual(zh: "没有草稿。", en: "Nothing is drafted.")
    static let hint = Bilingual(zh: "提示：", en: "Hint: ")
    static func draft(_ name: String) -> Bilingual {
        Bilingual(zh: "给 \(name) 的草稿，还没发：", en: "Draft to \(name), not sent: ")
    }
    static func orderOf(_ name: String, _ number: String) -> Bilingual {
        Bilingual(zh: "\(name) 的订单 \(number)", en: "The order of \(name), \(number)")
    }
    static let howToNote = Bilingual(
        zh: "内部备注这样写：记 一句话", en: "Write a private note as: note TEXT")

    static func notice(_ kind: Notice.Kind) -> Bilingual {
        switch kind {
        case .done: Bilingual(zh: "好了：", en: "Done: ")
        case .hint: Bilingual(zh: "提示：", en: "Hint: ")
        case .refused: Bilingual(zh: "不行：", en: "No: ")
        }
    }

    // MARK: Time

    static func clock(_ clock: String, isPaused: Bool, speed: Int, isOver: Bool) -> Bilingual {
        if isOver { return Bilingual(zh: "\(clock)，已下班。", en: "\(clock), the shift is over.") }
        if isPaused {
            return Bilingual(zh: "\(clock)，时间停着。", en: "\(clock), time stands still.")
        }
        return speed == 1
            ? Bilingual(zh: "\(clock)。", en: "\(clock).")
            : Bilingual(zh: "\(clock)，\(speed) 倍速。", en: "\(clock), \(speed) times as fast.")
    }

    static func status(waiting: Int, overdue: Int) -> Bilingual {
        Bilingual(
            zh: "\(waiting) 位在等，\(overdue) 位超时。", en: "\(waiting) waiting, \(overdue) overdue.")
    }

    static func promise(_ name: String, _ text: String, _ due: String) -> Bilingual {
        Bilingual(
            zh: "答应过 \(name)，\(due) 前：\(text)。", en: "Promised to \(name) by \(due): \(text).")
    }

    static func span(_ span: Span) -> Bilingual {
        let seconds = max(0, span.seconds)
        if seconds < 60 { return Bilingual(zh: "\(seconds) 秒", en: "\(seconds) seconds") }
        if seconds < 3600 {
            return Bilingual(
                zh: "\(seconds / 60) 分 \(seconds % 60) 秒",
                en: "\(seconds / 60) minutes \(seconds % 60) seconds")
        }
        return Bilingual(
            zh: "\(seconds / 3600) 小时 \(seconds / 60 % 60) 分",
            en: "\(seconds / 3600) hours \(seconds / 60 % 60) minutes")
    }

    static let howToWait = Bilingual(
        zh: "等多久？例如：等 30秒，等 5分，等 1小时；最多一天。",
        en: "How long? Such as: wait 30s, wait 5m, wait 1h; a day at most.")

    /// How many seconds a unit has; no unit means seconds.
    static func seconds(in unit: String) -> Int? {
        switch unit.lowercased() {
        case "", "s", "sec", "second", "seconds", "秒", "秒钟": 1
        case "m", "min", "minute", "minutes", "分", "分钟": 60
        case "h", "hour", "hours", "时", "小时": 3600
        case _: nil
        }
    }

    // MARK: What was not understood

    static func unknown(_ words: String, nearest: String?, to name: String?) -> Bilingual {
        let zh = nearest.map { "是不是“\($0)”？" } ?? ""
        let en = nearest.map { "Did you mean “\($0)”? " } ?? ""
        let whom = name ?? ""
        return Bilingual(
            zh: "没有命令“\(words)”。\(zh)" + (whom.isEmpty ? "" : "要对 \(whom) 说，前面加“说”。"),
            en: "There is no command “\(words)”. \(en)"
                + (whom.isEmpty ? "" : "To say it to \(whom), begin with “say”."))
    }
    static func noSuchNumber(_ number: Int) -> Bilingual {
        Bilingual(
            zh: "没有第 \(number) 项；先读列表。", en: "There is no number \(number); read a list first.")
    }
    static func nobodyCalled(_ name: String) -> Bilingual {
        Bilingual(zh: "没有叫“\(name)”的顾客来过。", en: "Nobody called “\(name)” has come.")
    }
    static func noSuchKey(_ name: String, nearest: String?) -> Bilingual {
        Bilingual(
            zh: "没有键“\(name)”。" + (nearest.map { "是不是 \($0)？" } ?? "例如：按 F2，按 Alt-J。"),
            en: "There is no key “\(name)”. "
                + (nearest.map { "Did you mean \($0)?" } ?? "Such as: key F2, key Alt-J."))
    }
    static func noSuchChoice(_ words: String) -> Bilingual {
        Bilingual(zh: "没有“\(words)”这一项。", en: "There is no choice “\(words)”.")
    }

    // MARK: Sheets

    static let empty = Bilingual(zh: "空", en: "empty")
    static let mayStayEmpty = Bilingual(zh: "，可以不填", en: ", may stay empty")
    static let yes = Bilingual(zh: "是", en: "yes")
    static let no = Bilingual(zh: "否", en: "no")
    static func choices(_ all: String) -> Bilingual {
        Bilingual(zh: "（可选：\(all)）", en: " (choices: \(all))")
    }
    static let wrong = Bilingual(zh: "要改：", en: "to mend: ")
    static let wouldBeRefused = Bilingual(zh: "办不了：", en: "It would be refused: ")
    static func change(_ label: Bilingual, from: Bilingual?, to: Bilingual) -> Bilingual {
        guard let from else {
            return Bilingual(
                zh: "会变：\(label.zh)，\(to.zh)", en: "Will change: \(label.en), \(to.en)")
        }
        return Bilingual(
            zh: "会变：\(label.zh)，\(from.zh) 变成 \(to.zh)",
            en: "Will change: \(label.en), from \(from.en) to \(to.en)")
    }
    static func howToFill(_ verb: Bilingual) -> Bilingual {
        Bilingual(
            zh: "打编号和内容来填，“好”或“\(verb.zh)”提交，“取消”不做。",
            en:
                "A number and a text fill a field, “ok” or “\(verb.en)” sends it, “cancel” leaves it."
        )
    }
    static func yesOrNo(_ yes: Bilingual) -> Bilingual {
        Bilingual(zh: "“是”就\(yes.zh)，“不”就算了。", en: "“yes”: \(yes.en). “no” leaves it.")
    }
    static let howToChoose = Bilingual(
        zh: "打编号选，打字筛选，“取消”关上。", en: "A number chooses, a word narrows, “cancel” closes.")
    static let emptyList = Bilingual(
        zh: "没有合适的；换个词，或“取消”。", en: "Nothing fits; another word, or “cancel”.")
    static let howToPage = Bilingual(
        zh: "打页面上的数字，或“按”加键名；“取消”退回，空行再读一遍，quit 退出。",
        en:
            "A digit of the page, or “key” and a key’s name; “cancel” goes back, an empty line reads again, quit leaves."
    )
    static func score(_ points: Int) -> Bilingual {
        Bilingual(zh: "得分 \(points)，满分 100。", en: "The score is \(points) of 100.")
    }
    static let cancelled = Bilingual(zh: "没有做。", en: "Left as it was.")

    static func isYes(_ line: String) -> Bool {
        ["好", "是", "行", "确定", "ok", "yes", "y"].contains(line.lowercased())
    }
    static func isNo(_ line: String) -> Bool {
        ["不", "否", "no", "n"].contains(line.lowercased())
    }
    static func isCancel(_ line: String) -> Bool {
        ["取消", "关", "返回", "cancel", "close", "back"].contains(line.lowercased())
    }

    /// Marks that only the eye reads.
    static let marks = ["┆", "⚑", "✎", "↓", "↑", "←", "→", "·"]
}
