import Engine

/// What is said while a stored shift is gone through again, and where two of them are compared.
enum ReplayWords {
    static let replay = Bilingual(zh: "回放", en: "Replay")
    static let onlyLooking = Bilingual(
        zh: "回放里只看不做：空格播放，← → 一步步走，t 从这里接手",
        en: "A replay is looked at: Space plays, ← → step, t takes over from here")
    static func reading(_ count: Int, of total: Int) -> Bilingual {
        Bilingual(
            zh: "还在读：\(count) / \(total) 条，读到就过去",
            en: "Still reading: entry \(count) of \(total); it goes there once it is read")
    }
    static func readSoFar(_ percent: Int) -> Bilingual {
        Bilingual(zh: "已读 \(percent)%", en: "\(percent)% read")
    }
    static let isCut = Bilingual(zh: "后面读不了", en: "the rest cannot be read")
    static let atTheEnd = Bilingual(zh: "放完了", en: "This is the end")
    static let atTheBeginning = Bilingual(zh: "这是开头", en: "This is the beginning")
    static let beforeAll = Bilingual(zh: "开门，还没有人来", en: "The shop opens; nobody has come yet")
    static let noMoreMarks = Bilingual(zh: "后面没有标记了", en: "There is no mark behind this")
    static let noEarlierMarks = Bilingual(zh: "前面没有标记了", en: "There is no mark before this")
    static let stays = Bilingual(zh: "不跟人", en: "stays with one customer")
    static let followsAgain = Bilingual(zh: "谁有事就转到谁", en: "Turns to whom something happens with")
    static func place(_ entry: Int, of total: Int) -> Bilingual {
        Bilingual(zh: "第 \(entry) / \(total) 步", en: "step \(entry) of \(total)")
    }
    static func marks(_ behind: Int, of all: Int) -> Bilingual {
        Bilingual(zh: "标记 \(behind) / \(all)", en: "mark \(behind) of \(all)")
    }
    static func nextMark(_ clock: String) -> Bilingual {
        Bilingual(zh: "下一处 \(clock) ", en: "next at \(clock): ")
    }

    // MARK: Going to a moment

    static let goTo = Bilingual(zh: "去哪一刻", en: "Go to which moment")
    static let goToHint = Bilingual(
        zh: "14:05 · 14:05:30 · #120 第 120 步 · +5m · -30s · 50%",
        en: "14:05 · 14:05:30 · #120 for step 120 · +5m · -30s · 50%")
    static func noMoment(_ typed: String) -> Bilingual {
        Bilingual(
            zh: "“\(typed)”不是时刻。写 14:05、#120、+5m 或 50%",
            en: "“\(typed)” is no moment. Write 14:05, #120, +5m or 50%")
    }
    static let marksTitle = Bilingual(zh: "标记", en: "Marks")
    static let noMarks = Bilingual(zh: "这一班没有标记", en: "This shift has no marks")

    // MARK: Notes

    static let note = Bilingual(zh: "给这一刻写批注", en: "A note on this moment")
    static let noteHint = Bilingual(
        zh: "Enter 存进班次文件，清空就是删掉，Esc 不改",
        en: "Enter keeps it in the shift’s file, empty takes it away, Esc changes nothing")
    static let noteKept = Bilingual(zh: "批注存进了班次文件", en: "The note is kept in the shift’s file")
    static func noteNotKept(_ why: Bilingual) -> Bilingual {
        Bilingual(
            zh: "批注没存下，字还在这里：\(why.zh)", en: "The note is not kept and stays here: \(why.en)")
    }
    static func noteGone(_ had: Bool) -> Bilingual {
        had
            ? Bilingual(zh: "批注删掉了", en: "The note is gone")
            : Bilingual(zh: "没有写字，没有批注", en: "Nothing was written, so there is no note")
    }

    // MARK: Taking over

    static let takeOverQuestion = Bilingual(
        zh: "从这一刻接手？原来那班不动，另开一条分支，同样的顾客会按您的做法反应。",
        en:
            "Take over from this moment? The shift itself stays as it is; a branch begins here, and "
            + "the same customers react to what you do.")
    static let takeOver = Bilingual(zh: "接手", en: "Take over")
    static func tookOver(_ key: String) -> Bilingual {
        Bilingual(
            zh: "接手了，时间还停着：想好了按 \(key) 继续",
            en: "It is yours; time still stands, and \(key) lets it run")
    }

    // MARK: The list

    static func branchedAt(_ clock: String) -> Bilingual {
        Bilingual(zh: "从 \(clock) 接手", en: "taken over at \(clock)")
    }
    static func leftAt(_ date: String, _ served: String) -> Bilingual {
        Bilingual(zh: "\(date) · 没上完，上到 \(served)", en: "\(date) · not over, at \(served)")
    }
    static let goOn = Bilingual(zh: "接着上", en: "go on")
    static let compareKey = Bilingual(zh: "比一比", en: "compare")
    static let noParent = Bilingual(
        zh: "这一班不是分支，没有可比的原班；xiaoer compare 可以比任意两班",
        en: "This shift is no branch; xiaoer compare holds any two beside each other")

    // MARK: Comparing

    static let compare = Bilingual(zh: "两条线", en: "Two lines")
    static let original = Bilingual(zh: "原来", en: "before")
    static let other = Bilingual(zh: "分支", en: "branch")
    static func partedAt(_ clock: String) -> Bilingual {
        Bilingual(zh: "\(clock) 起分开", en: "part at \(clock)")
    }
    static let neverPart = Bilingual(zh: "两边完全一样", en: "both are the same throughout")
    static let score = Bilingual(zh: "班次", en: "shift")
    static let grade = Bilingual(zh: "得分", en: "grade")
    static let mood = Bilingual(zh: "心情", en: "mood")
    static let lowest = Bilingual(zh: "最低", en: "lowest")
    static let order = Bilingual(zh: "订单", en: "order")
    static let promises = Bilingual(zh: "承诺", en: "promises")
    static let stars = Bilingual(zh: "评价", en: "stars")
    static let lost = Bilingual(zh: "丢分", en: "lost")
    static let none = Bilingual(zh: "没有", en: "none")
    static let didNotCome = Bilingual(zh: "没有来", en: "did not come")
    static let nothingSince = Bilingual(zh: "分开以后没有话", en: "nothing since they parted")
    static let nextCustomer = Bilingual(zh: "下一位", en: "next customer")
    static let otherSide = Bilingual(zh: "看另一边", en: "the other side")
    static let scroll = Bilingual(zh: "上下翻", en: "scroll")
}
