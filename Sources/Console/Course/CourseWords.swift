import Course
import Engine

/// What the pages of the course say around their content.
enum CourseWords {
    static let course = Bilingual(zh: "课程", en: "Course")
    static let courseDetail = Bilingual(
        zh: "七章：课文、练习纸、场景得星、接下来练什么",
        en: "seven chapters: lessons, worksheets, stars, and what to do next")
    static let next = Bilingual(zh: "接下来", en: "What to do next")
    static let allDone = Bilingual(
        zh: "课都读了，场景都接了，星也满了。挑一个最难的再来一遍。",
        en: "All read, all served, all stars earned. Take the hardest once more.")
    static let chapters = Bilingual(zh: "七章", en: "Chapters")
    static let pages = Bilingual(zh: "页面", en: "Pages")
    static let payments = Bilingual(zh: "跟着一笔钱走", en: "Follow a payment")
    static let paymentsDetail = Bilingual(
        zh: "一笔付款走到结算，再走三种退款", en: "a payment to settlement, and three refunds")
    static let admin = Bilingual(zh: "管理", en: "Administration")
    static let adminDetail = Bilingual(
        zh: "故障、配置、计费、性能、安全", en: "faults, configuration, accounting, performance, security")
    static let sheets = Bilingual(zh: "练习纸", en: "Worksheets")
    static let sheetsDetail = Bilingual(
        zh: "表1-1到1-7，填了就存，能导出", en: "tables 1-1 to 1-7, kept as you fill them, to be exported")
    static let sheetsHint = Bilingual(
        zh: "边写边存；Alt-E 导出 Markdown，Alt-C 导出 CSV。命令行里是 xiaoer worksheet。",
        en: "Kept as you write; Alt-E and Alt-C export. On the command line: xiaoer worksheet.")

    static let chapterMark = Bilingual(zh: "章", en: "chapter")
    static let lessonMark = Bilingual(zh: "课", en: "lesson")
    static let worksheetMark = Bilingual(zh: "纸", en: "sheet")
    static let pageMark = Bilingual(zh: "页", en: "page")
    static let shiftMark = Bilingual(zh: "练", en: "serve")

    static func chapter(_ chapter: Chapter) -> Bilingual {
        Bilingual(
            zh: "第\(chapter.number)章 \(chapter.title.zh)",
            en: "Chapter \(chapter.number): \(chapter.title.en)")
    }
    /// Where its number stands before it anyway.
    static func listed(_ chapter: Chapter) -> Bilingual {
        Bilingual(zh: "第\(chapter.number)章 \(chapter.title.zh)", en: chapter.title.en)
    }
    static func lessonsRead(_ read: Int, of all: Int) -> Bilingual {
        Bilingual(zh: "课 \(read)/\(all)", en: "lessons \(read)/\(all)")
    }
    static func filled(_ filled: Int, of all: Int) -> Bilingual {
        Bilingual(zh: "填了 \(filled)/\(all)", en: "\(filled)/\(all) filled in")
    }

    // MARK: A chapter

    static let goals = Bilingual(zh: "目标", en: "Goals")
    static let knowledge = Bilingual(zh: "知道", en: "know")
    static let skill = Bilingual(zh: "会做", en: "do")
    static let attitude = Bilingual(zh: "在意", en: "care")
    static let tasks = Bilingual(zh: "任务", en: "Tasks")
    static let lessons = Bilingual(zh: "课", en: "Lessons")
    static let scenarios = Bilingual(zh: "场景", en: "Scenarios")
    static let drills = Bilingual(zh: "专练", en: "Drills")

    // MARK: A lesson

    static let tryIt = Bilingual(zh: "试一试", en: "Try it")
    static let nextLesson = Bilingual(zh: "下一课", en: "next lesson")
    static let scroll = Bilingual(zh: "翻", en: "scroll")

    // MARK: A worksheet

    static let finish = Bilingual(zh: "写好了", en: "Done")
    static let asMarkdown = Bilingual(zh: "导出 Markdown", en: "export Markdown")
    static let asCSV = Bilingual(zh: "导出 CSV", en: "export CSV")
    static let keptNow = Bilingual(zh: "边写边存", en: "kept as you write")
    static func exported(_ path: String) -> Bilingual {
        Bilingual(zh: "写到 \(path)", en: "Written to \(path)")
    }
    static let sheetKept = Bilingual(zh: "存好了，随时可以再改", en: "Kept; change it whenever you like")
    static let blank = Bilingual(zh: "—", en: "—")

    // MARK: Two ways

    static let twoWays = Bilingual(zh: "同一位顾客，两种接法", en: "One customer, two ways")
    static let twoWaysDetail = Bilingual(
        zh: "客客气气没办成，和办成了", en: "polite and not solved, then solved")
    static let theOther = Bilingual(zh: "另一遍", en: "the other")
    static let otherWay = Bilingual(zh: "换一遍", en: "the other way")
    static let step = Bilingual(zh: "往下走", en: "step")
    static let stepBack = Bilingual(zh: "退一步", en: "back one")
    static let toEnd = Bilingual(zh: "到头", en: "to the end")
    static let mood = Bilingual(zh: "顾客心情", en: "customer’s mood")
    static let gradeHere = Bilingual(zh: "到这里的得分", en: "grade so far")
    static let empty = Bilingual(zh: "空话", en: "empty")
    static let promised = Bilingual(zh: "承诺", en: "promises")
    static let noPromise = Bilingual(zh: "一个都没有", en: "none")
    static let moodShort = Bilingual(zh: "心情", en: "mood")
    static let gradeShort = Bilingual(zh: "得分", en: "grade")
    static func over(_ grade: Int, mood: Int) -> Bilingual {
        Bilingual(
            zh: "演完了：\(grade) 分，走时心情 \(mood)。", en: "Over: grade \(grade), mood \(mood) at the end."
        )
    }

    // MARK: A payment

    static let whatNow = Bilingual(zh: "现在谁可以做什么", en: "Who may do what now")
    static let notNow = Bilingual(zh: "现在不行", en: "Not now")
    static let soFar = Bilingual(zh: "走过的", en: "So far")
    static let fromStart = Bilingual(zh: "从头来", en: "from the start")
    static let space = Bilingual(zh: "", en: " ")
    static let colon = Bilingual(zh: "：", en: ": ")
    static let buyer = Bilingual(zh: "买家", en: "Buyer")
    static let platform = Bilingual(zh: "平台押着", en: "Held by the platform")
    static let shop = Bilingual(zh: "店铺账上", en: "With the shop")
    static let toPay = Bilingual(zh: "要付", en: "to pay")
    static let paidOut = Bilingual(zh: "付出去", en: "paid out")
    static let cameBack = Bilingual(zh: "退回来", en: "came back")
    static let commission = Bilingual(zh: "佣金", en: "commission")
    static let orderState = Bilingual(zh: "订单", en: "Order")
    static let goodsAre = Bilingual(zh: "货", en: "Goods")
    static let always = Bilingual(zh: "账", en: "Ledger")
    static let alwaysMeans = Bilingual(
        zh: "付的 = 押着 + 放掉 + 退回", en: "paid = held + released + refunded")
    static let happened = Bilingual(zh: "刚才", en: "Just now")
    static let noOrder = Bilingual(zh: "还没下单", en: "no order yet")

    // MARK: Administration

    static let nextFunction = Bilingual(zh: "下一项", en: "next")
    static let faults = Bilingual(zh: "故障", en: "Faults")
    static let configuration = Bilingual(zh: "配置", en: "Configuration")
    static let accounting = Bilingual(zh: "计费", en: "Accounting")
    static let performance = Bilingual(zh: "性能", en: "Performance")
    static let security = Bilingual(zh: "安全", en: "Security")
    static let layers = Bilingual(zh: "一层层查下来", en: "Layer by layer")
    static let incidents = Bilingual(zh: "事件记录", en: "Incident log")
    static let noIncidents = Bilingual(zh: "没有记过事。", en: "Nothing has been written down.")
    static let mishaps = Bilingual(zh: "店里的失误", en: "Mishaps in the shop")
    static let noMishaps = Bilingual(zh: "上过的班里没有。", en: "None in the shifts served.")
    static let terminal = Bilingual(zh: "终端", en: "Terminal")
    static let tooSmall = Bilingual(
        zh: "小于 60×15，一次只看得见一栏；把窗口拉大",
        en: "under 60×15 one pane is seen at a time; widen the window")
    static let fine = Bilingual(zh: "正常", en: "well")
    static func faultCount(_ count: Int) -> Bilingual {
        Bilingual(zh: "\(count) 处", en: count == 1 ? "1 fault" : "\(count) faults")
    }
    static func versionLine(_ training: Int, _ shifts: Int) -> Bilingual {
        Bilingual(
            zh: "教学值 \(training) 项 · 用它上过 \(shifts) 班",
            en: "\(training) training values · "
                + (shifts == 1 ? "1 shift by it" : "\(shifts) shifts by it"))
    }
    static func differs(_ count: Int, from other: String) -> Bilingual {
        Bilingual(
            zh: "和 \(other) 不同的 \(count) 项",
            en: count == 1
                ? "1 value other than in \(other)" : "\(count) values other than in \(other)")
    }
    static let asTheFirst = Bilingual(zh: "别家跟它比", en: "the others are compared with it")
    static let perContact = Bilingual(zh: "每次接待", en: "per contact")
    static let inAll = Bilingual(zh: "合计", en: "In all")
    static let wage = Bilingual(zh: "工资", en: "Pay")
    static let seat = Bilingual(zh: "座席", en: "Seat")
    static let ticketCost = Bilingual(zh: "工单", en: "Tickets")
    static let compensation = Bilingual(zh: "赔付", en: "Compensation")
    static let contacts = Bilingual(zh: "接待", en: "Contacts")
    static let byShift = Bilingual(zh: "一班一班看", en: "Shift by shift")
    static func rates(_ costs: Costs) -> Bilingual {
        Bilingual(
            zh:
                "工资 \(costs.wage.plain)/时 · 座席 \(costs.seat.plain)/时 · 工单 \(costs.ticket.plain)/张 · "
                + "\(costs.dated)，教学值，改 Course/course.yaml",
            en:
                "pay \(costs.wage.plain)/h · seat \(costs.seat.plain)/h · ticket \(costs.ticket.plain) · "
                + "\(costs.dated), training values; edit Course/course.yaml")
    }
    static func noShifts() -> Bilingual {
        Bilingual(
            zh: "还没有上完的班。上完一班，这里就有数了。",
            en: "No shift has been served to its end. After the first there are figures here.")
    }
    static func trend(_ count: Int) -> Bilingual {
        Bilingual(
            zh: count == 1 ? "1 班" : "\(count) 班，左旧右新",
            en: count == 1 ? "1 shift" : "\(count) shifts, the oldest on the left")
    }
    static let score = Bilingual(zh: "班次得分", en: "Shift score")
    static let latest = Bilingual(zh: "最近", en: "latest")
    static let roles = Bilingual(zh: "谁能做什么", en: "Who may do what")
    static let limits = Bilingual(zh: "权限", en: "Limits")
    static func looks(_ count: Int) -> Bilingual {
        Bilingual(zh: "看过完整地址 · \(count) 次", en: "Looks at full addresses · \(count)")
    }
    static let noLooks = Bilingual(
        zh: "没有人看过完整地址。平时地址都打码，点开一次记一次。",
        en: "Nobody has looked at a full address. They are masked; each look is recorded.")
}
