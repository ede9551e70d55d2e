import Engine
import Grading

/// What the debrief says around the judgement itself.
enum DebriefWords {
    static let debrief = Bilingual(zh: "复盘", en: "Debrief")
    static let outOf = Bilingual(zh: "满分 100", en: "out of 100")
    static let work = Bilingual(zh: "工作", en: "work")
    static let performance = Bilingual(zh: "绩效", en: "performance")
    static let figures = Bilingual(zh: "指标", en: "Figures")
    static let conversations = Bilingual(zh: "逐个会话", en: "Conversation by conversation")
    static let noConversations = Bilingual(
        zh: "这一班没有人来，没有可复盘的会话。", en: "Nobody came in this shift; there is nothing to go through.")
    static let turningPoint = Bilingual(zh: "转折", en: "Turning point")
    static let lost = Bilingual(zh: "丢分", en: "Lost")
    static let nothingLost = Bilingual(zh: "没有丢分", en: "Nothing was lost")
    static let promises = Bilingual(zh: "承诺", en: "Promises")
    static let due = Bilingual(zh: "到期", en: "due")
    static let formula = Bilingual(zh: "算法", en: "How")
    static let leftOut = Bilingual(zh: "没算", en: "Left out")
    static let notJudged = Bilingual(zh: "这一班没有机会", en: "no occasion in this shift")
    static func nothingToCount(_ names: String) -> Bilingual {
        Bilingual(zh: "没有可算的：\(names)", en: "Nothing to count: \(names)")
    }
    static let good = Bilingual(zh: "达标", en: "good")
    static let bad = Bilingual(zh: "没达标", en: "not good")
    static let nextKey = Bilingual(zh: "下一步", en: "next")
    static let mood = Bilingual(zh: "心情", en: "mood")
    static let next = Bilingual(zh: "下一步练什么", en: "To practise next")
    static let wholeShift = Bilingual(zh: "整班再来一遍", en: "the whole shift once more")
    static let me = Bilingual(zh: "我", en: "me")
    static let shop = Bilingual(zh: "店里", en: "shop")
    static let note = Bilingual(zh: "内部", en: "private")
    static let robot = Bilingual(zh: "机器人", en: "robot")
    static let recalled = Bilingual(zh: "（后来撤回）", en: "(taken back later)")

    // MARK: Keys

    static let score = Bilingual(zh: "得分", en: "score")
    static let figuresKey = Bilingual(zh: "指标", en: "figures")
    static let conversationsKey = Bilingual(zh: "会话", en: "conversations")
    static let parts = Bilingual(zh: "各部分", en: "parts")
    static let files = Bilingual(zh: "存 HTML CSV JSON", en: "HTML CSV JSON")
    static let practise = Bilingual(zh: "再练", en: "practise")
    static let open = Bilingual(zh: "看那一刻", en: "open")
    static let back = Bilingual(zh: "返回", en: "back")
    static let previous = Bilingual(zh: "上一处", en: "spot before")
    static let following = Bilingual(zh: "下一处", en: "next spot")

    static func startsBy(_ key: String) -> Bilingual {
        Bilingual(zh: "按 \(key) 就开始", en: "\(key) starts it")
    }

    static func again(_ what: String) -> Bilingual {
        Bilingual(zh: "再练：\(what)", en: "Practise again: \(what)")
    }
    static func tryHarder(_ what: String) -> Bilingual {
        Bilingual(zh: "下一位：\(what)", en: "Next: \(what)")
    }

    static func lights(_ lit: Int, of all: Int) -> String { "\(lit)/\(all)" }

    static func gained(_ n: Int, _ points: Int) -> Bilingual {
        Bilingual(
            zh: "拿到的 \(points) 分，\(n) 项",
            en: "\(points) points gained, \(n) " + (n == 1 ? "entry" : "entries"))
    }
    static func lostPoints(_ n: Int) -> Bilingual {
        Bilingual(zh: "丢了 \(n) 分", en: n == 1 ? "1 point lost" : "\(n) points lost")
    }
    static func capped(_ points: Int) -> Bilingual {
        Bilingual(zh: "碰了红线，这场会话最多 \(points) 分", en: "a red line was crossed: at most \(points)")
    }
    static func empty(_ n: Int) -> Bilingual {
        Bilingual(
            zh: "空话 \(n) 句：只道歉或“会反馈”，没有办事、没有工单、没有期限",
            en:
                "\(n) empty \(n == 1 ? "line" : "lines"): sorry or “will report”, but no act, no ticket, no date"
        )
    }
    static func mood(_ start: Int, _ end: Int) -> Bilingual {
        Bilingual(zh: "心情 \(start)→\(end)", en: "mood \(start)→\(end)")
    }
    static func stars(_ n: Int) -> Bilingual { Bilingual(zh: "评价 \(n) 星", en: "rated \(n)/5") }
    static func kept(_ text: String) -> Bilingual {
        Bilingual(zh: "能保住：\(text)", en: "Would have kept it: \(text)")
    }
    static func counted(_ all: Int) -> Bilingual {
        Bilingual(zh: "算了 \(all) 项", en: "\(all) counted")
    }
    static func countedGood(_ good: Int, of all: Int) -> Bilingual {
        Bilingual(zh: "算了 \(all) 项，达标 \(good)", en: "\(all) counted, \(good) good")
    }
    static func exported(_ path: String) -> Bilingual {
        Bilingual(zh: "报告写到了 \(path)", en: "The report is in \(path)")
    }
}

extension Light.Step {
    /// The step's verb alone, for where five stand in a line.
    var shortName: Bilingual {
        switch self {
        case .meet: Bilingual(zh: "认识", en: "Meet")
        case .learn: Bilingual(zh: "了解", en: "Learn")
        case .help: Bilingual(zh: "帮助", en: "Help")
        case .understand: Bilingual(zh: "理解", en: "Understand")
        case .move: Bilingual(zh: "感动", en: "Move")
        }
    }
}
