import Engine

/// Everything the desk says, in both languages. Views take their words from here and hold none.
enum Words {
    static let product = Bilingual(zh: "店小二", en: "xiaoer")

    static func pane(_ focus: Focus) -> Bilingual {
        switch focus {
        case .composer, .chat: Bilingual(zh: "对话", en: "Chat")
        case .queue: Bilingual(zh: "队列", en: "Queue")
        case .order: Bilingual(zh: "订单", en: "Order")
        case .customer: Bilingual(zh: "客户", en: "Customer")
        case .replies: Bilingual(zh: "短语", en: "Replies")
        case .shelf: Bilingual(zh: "往来与知识", en: "History and facts")
        }
    }

    static func group(_ group: DeskCommand.Group) -> Bilingual {
        switch group {
        case .queue: Bilingual(zh: "队列与会话", en: "Queue and conversations")
        case .chat: Bilingual(zh: "聊天", en: "Chat")
        case .order: Bilingual(zh: "订单与售后", en: "Orders and after-sale")
        case .customer: Bilingual(zh: "客户、承诺、工单", en: "Customer, promises, tickets")
        case .replies: Bilingual(zh: "短语", en: "Replies")
        case .view: Bilingual(zh: "界面", en: "The desk")
        case .shift: Bilingual(zh: "班次与时间", en: "Shift and time")
        case .replay: Bilingual(zh: "回放", en: "Replay")
        case .list: Bilingual(zh: "列表里", en: "In a list")
        }
    }

    // MARK: Header

    static let helpKey = Bilingual(zh: "F1 帮助", en: "F1 help")
    static let paused = Bilingual(zh: "已暂停", en: "paused")
    static func standsStill(_ key: String) -> Bilingual {
        Bilingual(
            zh: "接着上：时间还停着，准备好了按 \(key) 继续",
            en: "Back where you left off; time is stopped until you press \(key)")
    }
    static let over = Bilingual(zh: "已下班", en: "over")

    static func waitingCount(_ n: Int) -> Bilingual {
        Bilingual(zh: "等待 \(n)", en: "waiting \(n)")
    }

    static func overdueCount(_ n: Int) -> Bilingual {
        Bilingual(zh: "超时 \(n)", en: "overdue \(n)")
    }

    static func promisesDue(_ n: Int) -> Bilingual {
        Bilingual(zh: "承诺 \(n)", en: "promises \(n)")
    }

    // MARK: Times

    static func left(_ span: String) -> Bilingual { Bilingual(zh: "剩 \(span)", en: "\(span) left") }
    static func past(_ span: String) -> Bilingual {
        Bilingual(zh: "超 \(span)", en: "\(span) over")
    }
    static func days(_ n: Int) -> Bilingual { Bilingual(zh: "\(n)天", en: "\(n)d") }
    static func hours(_ n: Int) -> Bilingual { Bilingual(zh: "\(n)小时", en: "\(n)h") }

    // MARK: Questions

    static let question = Bilingual(zh: "请确认", en: "Please confirm")
    static let no = Bilingual(zh: "不", en: "no")

    // MARK: Overlays

    static let palette = Bilingual(zh: "命令面板", en: "Command palette")
    static let paletteHint = Bilingual(
        zh: "打几个字：订单、退款、时间…", en: "type a few letters: order, note, refund…")
    static let noCommand = Bilingual(
        zh: "没有这样的命令；退格改一改，Esc 关闭", en: "No such command; Backspace to change, Esc to close")
    static let keysHere = Bilingual(zh: "此处能做什么", en: "What can be done here")
    static let keysEverywhere = Bilingual(zh: "到处都能用", en: "Everywhere")
    static let allKeys = Bilingual(zh: "全部按键", en: "All keys")
    static let helpFind = Bilingual(zh: "打字筛选", en: "type to filter")
    static let letters = Bilingual(zh: "字母", en: "letters")
    static func helpNothing(_ typed: String) -> Bilingual {
        Bilingual(
            zh: "没有含“\(typed)”的；退格改一改，F1 在全部按键里找",
            en: "Nothing has “\(typed)”; Backspace to change it, F1 looks among all keys")
    }
    static let closes = Bilingual(zh: "关闭", en: "close")
    static let scrolls = Bilingual(zh: "翻看", en: "scroll")
    static let moves = Bilingual(zh: "移动", en: "move")
    static let runs = Bilingual(zh: "执行", en: "run")
    static let opens = Bilingual(zh: "打开", en: "open")
    static let picks = Bilingual(zh: "选定", en: "choose")
    static let goesThere = Bilingual(zh: "转到", en: "go there")
    static let edits = Bilingual(zh: "修改", en: "edit")
    static let showsTrial = Bilingual(zh: "先看会做什么", en: "show what it would do")
    static let insertsIt = Bilingual(zh: "放进草稿", en: "insert")
    static let proposesEntry = Bilingual(zh: "提议词条", en: "propose an entry")
    static let keepsIt = Bilingual(zh: "存下", en: "keep")
    static let indents = Bilingual(zh: "缩进", en: "indent")
    static let dropsIt = Bilingual(zh: "不改了", en: "leave it")
    static let clears = Bilingual(zh: "清空", en: "clear")
    static let changes = Bilingual(zh: "换一个", en: "change")
    static let next = Bilingual(zh: "下一项", en: "next")
    static let toTheButton = Bilingual(zh: "看结果", en: "review")
    static let takesChosen = Bilingual(zh: "就选这个", en: "take the marked one")
    static let editingKeys = Bilingual(zh: "写字处", en: "While writing")

    // MARK: Legend

    static let legendOverLimit = Bilingual(zh: "等了 3 分钟以上", en: "waiting over 3 minutes")
    static let legendWaiting = Bilingual(zh: "在等回复", en: "waiting")
    static let legendNew = Bilingual(zh: "还没有人回过", en: "not answered yet")
    static let legendAnswered = Bilingual(zh: "已回", en: "answered")
    static let legendOnHold = Bilingual(zh: "挂起", en: "on hold")
    static let legendEnded = Bilingual(zh: "已结束", en: "closed")
    static let legendUnread = Bilingual(zh: "未读条数", en: "unread")
    static let legendDraft = Bilingual(zh: "有草稿", en: "draft")
    static let legendPromise = Bilingual(zh: "有承诺", en: "promise")
}
