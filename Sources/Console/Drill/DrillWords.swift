import Engine
import Typing

/// What the drill says.
enum DrillWords {
    static let drill = Bilingual(zh: "打字练习", en: "Typing drill")
    static let typing = Bilingual(zh: "打字", en: "Typing")
    static let result = Bilingual(zh: "打字 · 这一轮", en: "Typing · the round")
    static let progress = Bilingual(zh: "打字 · 进步", en: "Typing · progress")
    static let startDetail = Bilingual(
        zh: "真实的客服句子，量字/分和准确率，看每天的进步",
        en: "real sentences of the trade: speed, accuracy, progress over days")

    // MARK: The menu

    static func menuDetail(_ goal: Int, _ tongue: Tongue, _ sentences: Int) -> Bilingual {
        Bilingual(
            zh: "一轮 \(sentences) 句，打完一句按 Enter。目标 \(goal) \(tongue.paceUnit.zh)：从第一次上屏量起，"
                + "打错的不算。",
            en: "\(sentences) sentences a round, Enter after each. The goal is \(goal) "
                + "\(tongue.paceUnit.en), from the first commit on; wrong characters do not count.")
    }
    static let goOn = Bilingual(zh: "接着打上一轮", en: "Go on with the round")
    static func goOnDetail(_ done: Int, of all: Int, half: Bool) -> Bilingual {
        Bilingual(
            zh: "打完 \(done) 句，共 \(all) 句" + (half ? "；打了一半的那句还在" : ""),
            en: "\(done) of \(all) done" + (half ? "; the half-typed sentence is still there" : ""))
    }
    static let mixed = Bilingual(zh: "新的一轮", en: "A new round")
    static let mixedDetail = Bilingual(
        zh: "各阶段、各难度都有", en: "all stages, all grades")
    static func grade(_ grade: DrillSentence.Grade) -> Bilingual {
        switch grade {
        case .easy: Bilingual(zh: "只打短句", en: "Short sentences only")
        case .middle: Bilingual(zh: "只打整句", en: "Whole sentences only")
        case .hard: Bilingual(zh: "只打长句", en: "Long sentences only")
        }
    }
    static func gradeDetail(_ grade: DrillSentence.Grade) -> Bilingual {
        switch grade {
        case .easy: Bilingual(zh: "一级：常用词，没有数字", en: "grade 1: everyday words, no figures")
        case .middle: Bilingual(zh: "二级：一整个意思", en: "grade 2: a whole thought")
        case .hard:
            Bilingual(
                zh: "三级：金额、日期、单号、型号", en: "grade 3: amounts, dates, order numbers, models")
        }
    }
    static let byStage = Bilingual(zh: "按阶段练", en: "By stage")
    static let whichStage = Bilingual(zh: "练哪个阶段？", en: "Which stage?")
    static let again = Bilingual(zh: "上一轮再来一遍", en: "The last round again")
    static func againDetail(_ seed: UInt64, _ pace: String) -> Bilingual {
        Bilingual(
            zh: "一样的句子（种子 \(seed)），上次 \(pace)",
            en: "the same sentences (seed \(seed)), \(pace) last time")
    }
    static let seeProgress = Bilingual(zh: "看进步", en: "Progress")
    static func progressDetail(_ days: Int) -> Bilingual {
        Bilingual(
            zh: days == 0 ? "还没有打完的一轮" : "练过 \(days) 天：每天最好和中间的一轮",
            en: days == 0
                ? "no round finished yet"
                : "\(days) \(days == 1 ? "day" : "days") of practice: best and median round of each"
        )
    }
    static func other(_ tongue: Tongue) -> Bilingual {
        switch tongue {
        case .chinese: Bilingual(zh: "改打中文", en: "Type Chinese instead")
        case .english: Bilingual(zh: "改打英文", en: "Type English instead")
        }
    }
    static let otherDetail = Bilingual(
        zh: "中文量字/分，英文量词/分（5 个字符算一个词）",
        en: "cpm (characters a minute) for Chinese, wpm for English, five characters a word")
    static let noSentences = Bilingual(
        zh: "没有可打的句子：Drills 里的文件读不出来，用 xiaoer check drills 看哪里要改。",
        en:
            "There are no sentences: the files in Drills cannot be read; xiaoer check drills says why."
    )
    static func stageDetail(_ count: Int) -> Bilingual {
        Bilingual(zh: "\(count) 句", en: "\(count) sentences")
    }

    // MARK: Typing

    static func place(_ number: Int, of all: Int) -> Bilingual {
        Bilingual(zh: "第 \(number)/\(all) 句", en: "Sentence \(number) of \(all)")
    }
    static func level(_ grade: DrillSentence.Grade) -> Bilingual {
        Bilingual(zh: "\(grade.rawValue) 级", en: "grade \(grade.rawValue)")
    }
    static func seed(_ seed: UInt64) -> Bilingual {
        Bilingual(zh: "种子 \(seed)", en: "seed \(seed)")
    }
    static let typeHere = Bilingual(zh: "打在这里", en: "Type here")
    static let paused = Bilingual(
        zh: "停住了 · 接着打就继续 · 再按 Esc 离开，都留着",
        en: "Paused · typing goes on · Esc again leaves, all is kept")
    static let thisSentence = Bilingual(zh: "这一句", en: "This one")
    static let thisRound = Bilingual(zh: "这一轮", en: "The round")
    static let goal = Bilingual(zh: "目标", en: "Goal")
    static let right = Bilingual(zh: "准确", en: "accuracy")
    static let taken = Bilingual(zh: "改字", en: "taken back")
    static let done = Bilingual(zh: "打完的", en: "Done")
    static let nextSentence = Bilingual(zh: "下一句", en: "next sentence")
    static let pause = Bilingual(zh: "停一下", en: "pause")
    static let leave = Bilingual(zh: "离开", en: "leave")
    static let goOnTyping = Bilingual(zh: "继续", en: "go on")
    static let typeFirst = Bilingual(
        zh: "先把这一句打出来，再按 Enter。", en: "Type the sentence first, then Enter.")
    static let noPaste = Bilingual(
        zh: "练习要自己打，粘贴的不收。", en: "A drill is typed by hand; what is pasted is not taken.")

    // MARK: The result

    static func against(_ goal: Int, _ figure: Int?, _ tongue: Tongue) -> Bilingual {
        let unit = tongue.paceUnit
        guard let figure else {
            return Bilingual(
                zh: "每句都是一次上屏，没有时间可量", en: "every sentence came in one commit: no time to measure")
        }
        return figure >= goal
            ? Bilingual(
                zh: "到了目标 \(goal) \(unit.zh)", en: "the goal of \(goal) \(unit.en) is reached")
            : Bilingual(
                zh: "离目标 \(goal) \(unit.zh) 还差 \(goal - figure)",
                en: "\(goal - figure) short of the goal of \(goal) \(unit.en)")
    }
    static func untimed(_ count: Int) -> Bilingual {
        Bilingual(
            zh: "\(count) 句是一次上屏的，只算准确率，不算速度",
            en: "\(count) came in one commit: counted for accuracy, not for speed")
    }
    static func today(_ rounds: Int, best: String, before: String?) -> Bilingual {
        Bilingual(
            zh: "今天第 \(rounds) 轮，今天最好 \(best)" + (before.map { "；以前最好 \($0)" } ?? ""),
            en: "round \(rounds) today, best today \(best)"
                + (before.map { "; best before \($0)" } ?? ""))
    }
    static let slowest = Bilingual(zh: "最慢的几句", en: "Slowest sentences")
    static let slips = Bilingual(zh: "打错最多的", en: "Most frequent slips")
    static let noSlips = Bilingual(zh: "一个字也没错。", en: "Not one character was wrong.")
    static let nothingTimed = Bilingual(zh: "没有量到时间的句子。", en: "No sentence had a time to measure.")
    static let nothing = Bilingual(zh: "（没打）", en: "(left out)")
    static let extra = Bilingual(zh: "（多打）", en: "(too much)")
    static let sameAgain = Bilingual(zh: "同样的再来", en: "same again")
    static let another = Bilingual(zh: "新的一轮", en: "another")

    // MARK: Progress

    static let noDays = Bilingual(
        zh: "还没有打完的一轮。打完一轮，这里就有一根柱子。",
        en: "No round has been finished yet. Each finished round makes a bar here.")
    static let legend = Bilingual(
        zh: "粗的是当天中间的一轮，旁边细的是最好的一轮，横线是目标",
        en: "wide: the day’s median round, narrow: its best; the line is the goal")
    static let plainLegend = Bilingual(
        zh: "# 是当天中间的一轮，+ 是最好的一轮，- 是目标",
        en: "# is the day’s median round, + its best, - the goal")
    static let otherLanguage = Bilingual(zh: "换一种语言", en: "other language")
    static let day = Bilingual(zh: "日期", en: "day")
    static let rounds = Bilingual(zh: "轮", en: "rounds")
    static let best = Bilingual(zh: "最好", en: "best")
    static let median = Bilingual(zh: "中间", en: "median")
    static let fromShifts = Bilingual(zh: "上班时", en: "In real shifts")
    static let perSolved = Bilingual(zh: "按键/解决", en: "keys/solved")
    static func spared(_ clock: String) -> Bilingual {
        Bilingual(zh: "短语省 \(clock)", en: "replies spared \(clock)")
    }
}
