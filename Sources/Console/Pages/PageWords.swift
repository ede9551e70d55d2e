import Engine

/// What the pages around a shift say: start, language, lists, settings, watching.
enum PageWords {
    static let choose = Bilingual(zh: "选", en: "choose")
    static let take = Bilingual(zh: "定", en: "take it")
    static let back = Bilingual(zh: "返回", en: "back")
    static let quit = Bilingual(zh: "退出", en: "quit")

    // MARK: First start

    static let languageTitle = Bilingual(zh: "语言 · Language", en: "语言 · Language")
    static let languageHeading = Bilingual(
        zh: "请选语言 · Choose a language", en: "请选语言 · Choose a language")
    static let languageHint = Bilingual(
        zh: "以后随时可以换：Alt-L · You can switch at any time with Alt-L.",
        en: "以后随时可以换：Alt-L · You can switch at any time with Alt-L.")

    static let welcomeTitle = Bilingual(zh: "欢迎", en: "Welcome")
    static let welcome = Bilingual(
        zh: "第一次来？先带您接一位顾客", en: "First time here? Serve one customer with help")
    static let welcomeDetail = Bilingual(
        zh: "大约三分钟，边做边学八个键；您想多久她都等得起。",
        en: "About three minutes, eight keys learnt by using them. She waits as long as you think.")
    static let guideYes = Bilingual(zh: "带我走一遍", en: "Show me")
    static let guideYesDetail = Bilingual(zh: "一位顾客，八个键", en: "one customer, eight keys")
    static let guideNo = Bilingual(zh: "我自己来", en: "I’ll find my way")
    static let guideNoDetail = Bilingual(
        zh: "去开始页，带教以后也在那里", en: "to the start page; the guide stays there for later")

    // MARK: Start

    static let start = Bilingual(zh: "开始", en: "Start")
    static let whatNow = Bilingual(zh: "今天做什么？", en: "What do you want to do?")
    static let goOnHere = Bilingual(zh: "回到这一班", en: "Back to the shift")
    static let goOn = Bilingual(zh: "接着上没上完的班", en: "Go on with the shift")
    static func length(customers: Int, minutes: Int) -> Bilingual {
        Bilingual(
            zh: "\(customers) 位 · \(minutes) 分钟", en: "\(customers) customers · \(minutes) min")
    }
    static let otherShifts = Bilingual(zh: "选一个班次", en: "Choose a shift")
    static func shiftCount(_ count: Int) -> Bilingual {
        Bilingual(
            zh: "共 \(count) 个，各有各的顾客和难处", en: "\(count) in all, each with customers of its own")
    }
    static let firstShift = Bilingual(zh: "上第一班", en: "Start the first shift")
    static let newShift = Bilingual(zh: "开始一班", en: "Start a shift")
    static let oneScenario = Bilingual(zh: "选场景练", en: "Practise a scenario")
    static let guideAgain = Bilingual(zh: "三分钟带教", en: "Three-minute guide")
    static let guideDetail = Bilingual(
        zh: "一位顾客，边做边学八个键", en: "one customer, eight keys learnt by using them")
    static let earlier = Bilingual(zh: "以往的班", en: "Earlier shifts")
    static let settings = Bilingual(zh: "设置", en: "Settings")
    static let settingsDetail = Bilingual(
        zh: "语言、主题、发送键、发送倒计时、按键文件",
        en: "language, theme, send key, countdown, keys file")
    static let quitTitle = Bilingual(zh: "退出", en: "Quit")
    static let quitDetail = Bilingual(
        zh: "一切都已存好，下次从这一秒接着上", en: "all is stored; next time goes on at this second")
    static let noPacks = Bilingual(
        zh: "没有找到教学包。重新安装，或用 XIAOER_DATA 指明 Packs 所在的文件夹",
        en: "No pack was found. Install again, or name the folder of Packs in XIAOER_DATA")

    static func atClock(_ clock: String, _ open: Int, _ waiting: Int) -> Bilingual {
        Bilingual(
            zh: "停在 \(clock)，\(open) 个会话开着" + (waiting > 0 ? "，\(waiting) 位在等" : ""),
            en: "stands at \(clock), \(open) open" + (waiting > 0 ? ", \(waiting) waiting" : ""))
    }

    static func served(_ title: Bilingual, begun: String, _ served: String, of planned: String?)
        -> Bilingual
    {
        let share = planned.map { Bilingual(zh: "，共 \($0)", en: " of \($0)") }
        return Bilingual(
            zh: "\(title.zh) · \(begun) 开始 · 上到 \(served)" + (share?.zh ?? ""),
            en: "\(begun) · \(served)" + (share?.en ?? "") + " · \(title.en)")
    }

    static func busy(_ title: Bilingual, _ process: Int?) -> Bilingual {
        let who = process.map { Bilingual(zh: "（进程 \($0)）", en: " (process \($0))") }
        return Bilingual(
            zh: "\(title.zh) · 另一张桌子正在上\(who?.zh ?? "")，可以旁观",
            en: "\(title.en) · another desk is serving it\(who?.en ?? ""); you may watch")
    }

    static let watchIt = Bilingual(zh: "旁观正在上的班", en: "Watch the shift in progress")
    static let busyQuestion = Bilingual(
        zh: "这一班正在另一张桌子上，两张桌子不能同时上一班。旁观吗？只看不动。",
        en: "Another desk is serving this shift, and only one can. Watch it? You can look, not act."
    )
    static let watchYes = Bilingual(zh: "旁观", en: "watch")

    static func pack(_ title: Bilingual, customers: Int, minutes: Int) -> Bilingual {
        Bilingual(
            zh: "\(title.zh) · \(customers) 位顾客 · \(minutes) 分钟",
            en:
                "\(title.en) · \(customers) \(customers == 1 ? "customer" : "customers") · \(minutes) minutes"
        )
    }

    static func scenarios(_ all: Int, served: Int) -> Bilingual {
        Bilingual(
            zh: "\(all) 个，做过 \(served) 个；★ 越多越难",
            en: "\(all) of them, \(served) served; more ★ are harder")
    }

    static func earlierShifts(_ count: Int, unfinished: Int, damaged: Int) -> Bilingual {
        Bilingual(
            zh: "\(count) 班" + (unfinished > 0 ? "，\(unfinished) 班没上完" : "")
                + (damaged > 0 ? "，\(damaged) 个文件打不开" : ""),
            en: "\(count) of them" + (unfinished > 0 ? ", \(unfinished) not over" : "")
                + (damaged > 0 ? ", \(damaged) unreadable" : ""))
    }

    static func best(_ points: Int) -> Bilingual {
        Bilingual(zh: "最好 \(points)", en: "best \(points)")
    }
    static let findHint = Bilingual(zh: "打编号或题目找", en: "type a number or title")
    static let notServed = Bilingual(zh: "没做过", en: "new")

    // MARK: Scenarios

    static let scenariosTitle = Bilingual(zh: "选场景", en: "Scenarios")
    static let scenariosHeading = Bilingual(zh: "练哪几位顾客？", en: "Which customers?")
    static let scenariosDetail = Bilingual(
        zh: "数字或 Enter 就开始；空格勾选几位，Enter 一起上。",
        en: "A digit or Enter begins. Space marks several, then Enter brings them together.")
    static let mark = Bilingual(zh: "勾选", en: "mark")
    static let begin = Bilingual(zh: "开始", en: "begin")

    // MARK: Earlier shifts

    static let earlierHeading = Bilingual(zh: "哪一班？", en: "Which shift?")
    static let earlierNone = Bilingual(
        zh: "还没有上完的班。上完一班，复盘就在这里。",
        en: "No shift is finished yet. When one is, its debrief will be here.")
    static let openDebrief = Bilingual(zh: "看复盘", en: "debrief")

    static func finished(_ when: String, _ lasted: String, _ talks: Int) -> Bilingual {
        Bilingual(
            zh: "\(when) · \(lasted) · \(talks) 个会话",
            en: "\(when) · \(lasted) · \(talks) \(talks == 1 ? "conversation" : "conversations")")
    }
    static func points(_ n: Int) -> Bilingual { Bilingual(zh: "\(n) 分", en: "\(n)") }

    // MARK: Settings

    static let settingsHeading = Bilingual(zh: "设置，改了就存", en: "Settings, stored as you change them")
    static let language = Bilingual(zh: "语言", en: "Language")
    static let languageName = Bilingual(zh: "中文", en: "English")
    static let keys = Bilingual(zh: "键位", en: "Keys")
    static let theme = Bilingual(zh: "主题", en: "Theme")
    static let sendKey = Bilingual(zh: "发送键", en: "Send key")
    static let sendKeyEnter = Bilingual(
        zh: "Enter 发送，Alt-Enter 换行", en: "Enter sends, Alt-Enter breaks the line")
    static let sendKeyAlt = Bilingual(
        zh: "Alt-Enter 发送，Enter 换行", en: "Alt-Enter sends, Enter breaks the line")
    static let countdown = Bilingual(zh: "发送倒计时", en: "Countdown")
    static let countdownDetail = Bilingual(
        zh: "按发送后等几秒才发出，其间 Alt-U 撤回", en: "seconds in which Alt-U still takes a reply back")
    static let countdownNone = Bilingual(zh: "不等，立刻发", en: "none, sent at once")
    static func seconds(_ n: Int) -> Bilingual { Bilingual(zh: "\(n) 秒", en: "\(n) s") }
    static let ring = Bilingual(zh: "来客响铃", en: "Bell")
    static let ringDetail = Bilingual(zh: "新顾客来时响一声", en: "rings once when a customer comes")
    static let coach = Bilingual(zh: "写时提示", en: "Coach")
    static let coachDetail = Bilingual(
        zh: "没答的问题、说错的数、不能说的话、会记的承诺；考试时没有",
        en: "what is unanswered, wrong, not to be said, promised; never in an exam")
    static let on = Bilingual(zh: "开", en: "on")
    static let off = Bilingual(zh: "关", en: "off")
    static let keysFile = Bilingual(zh: "按键文件", en: "Keys file")
    static let keysFileDetail = Bilingual(
        zh: "自己改按键写在这里；写错会指出行号，默认键不变",
        en: "your own keys go here; mistakes are named by line, defaults stay")
    static let themesFolder = Bilingual(zh: "主题文件夹", en: "Themes folder")
    static let themesFolderDetail = Bilingual(
        zh: "自己的主题放这里，存盘即换", en: "your own themes go here; saving one shows it at once")
    static let change = Bilingual(zh: "改", en: "change")
    static let copyPath = Bilingual(zh: "路径已复制", en: "The path is on the clipboard")

    // MARK: Watching

    static func watching(_ process: Int?) -> Bilingual {
        let who = process.map { Bilingual(zh: "，进程 \($0) 在上", en: ", served by process \($0)") }
        return Bilingual(
            zh: "旁观\(who?.zh ?? "")：只看不动，画面跟着走；Ctrl-P 开始页 离开",
            en: "Watching\(who?.en ?? ""): look only, following; leave by Ctrl-P, start page")
    }
    static let onlyWatching = Bilingual(
        zh: "您在旁观，这一班由另一张桌子上", en: "You are watching; another desk serves this shift")
}
