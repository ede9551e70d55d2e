import Engine

/// What the coach says while one writes.
extension Words {
    static let coachTitle = Bilingual(zh: "写时提示", en: "About this draft")
    static let nothingToSay = Bilingual(
        zh: "没有要提醒的：没写错的，也没落下的", en: "Nothing: no error seen, no question left open")
    static let noCoachHere = Bilingual(
        zh: "这一班没有提示（考试）", en: "There is no coach in this shift (an exam)")
    static let coachIsOff = Bilingual(
        zh: "提示关着；在设置里打开", en: "The coach is off; settings turn it on")

    static func notAnswered(_ words: String) -> Bilingual {
        Bilingual(zh: "还没答：\(words)", en: "not answered: \(words)")
    }
    static func mustNotSay(_ words: String, _ why: Bilingual) -> Bilingual {
        Bilingual(zh: "! “\(words)” \(why.zh)", en: "! “\(words)” \(why.en)")
    }
    static func isWrong(_ words: String, _ known: Bilingual) -> Bilingual {
        Bilingual(zh: "! \(words)：\(known.zh)", en: "! \(words): \(known.en)")
    }
    static func isUnfounded(_ words: String, _ known: Bilingual) -> Bilingual {
        Bilingual(zh: "? \(words)：\(known.zh)", en: "? \(words): \(known.en)")
    }
    static func hasNoTime(_ words: String) -> Bilingual {
        Bilingual(zh: "? “\(words)” 没说几点前", en: "? “\(words)”: by when?")
    }
    static func willPromise(_ deed: Bilingual, _ due: String) -> Bilingual {
        Bilingual(zh: "记为承诺：\(due) 前\(deed.zh)", en: "noted as a promise: \(deed.en) by \(due)")
    }
    static func stillDue(_ text: String, _ due: String) -> Bilingual {
        Bilingual(zh: "承诺 \(due) 前：\(text)", en: "promised by \(due): \(text)")
    }
}
