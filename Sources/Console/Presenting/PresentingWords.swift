import Engine
import Terminal

/// What the desk says while it stands before a class and while a demonstration plays.
enum PresentingWords {
    static func begun(_ key: String) -> Bilingual {
        Bilingual(
            zh: "投影：字大行疏，按键会显示；心情、提示、得分先盖住，\(key) 揭开",
            en:
                "Presenting: large and airy, keys are told; moods, hints, scores covered, \(key) shows"
        )
    }
    static let ended = Bilingual(zh: "投影结束，回到平常的样子", en: "No longer presenting")
    static let notPresenting = Bilingual(
        zh: "这是投影时用的；先打开投影", en: "This is for presenting; begin that first")
    static let shown = Bilingual(zh: "答案和得分揭开了", en: "Answers and scores are shown")
    static let covered = Bilingual(zh: "答案和得分盖住了", en: "Answers and scores are covered")
    static let reveal = Bilingual(zh: "揭开", en: "show")
    static func scoreIsCovered(_ key: String) -> Bilingual {
        Bilingual(
            zh: "得分先盖住。先请大家猜一猜，再按 \(key) 揭开。",
            en: "The score is covered. Let the class guess first, then press \(key).")
    }
    static func answersAreCovered(_ key: String) -> Bilingual {
        Bilingual(zh: "提示盖住了；\(key) 揭开", en: "Hints are covered; \(key) shows them")
    }

    // MARK: Spotlight

    static func spotlight(_ spotlight: Presenting.Spotlight) -> Bilingual {
        switch spotlight {
        case .off: Bilingual(zh: "聚光关了", en: "Spotlight off")
        case .pane: Bilingual(zh: "聚光：这一栏", en: "Spotlight on this pane")
        case .row: Bilingual(zh: "聚光：这一行", en: "Spotlight on this row")
        }
    }

    static let wholePane = Bilingual(
        zh: "这一栏没有选中的行，聚光照着整栏", en: "No row is chosen here; the spotlight is on the whole pane")

    // MARK: Keys over a sheet

    /// What a key does in a sheet over the desk; nil for keys that write.
    static func sheetKey(_ key: Key) -> Bilingual? {
        switch key.code {
        case .enter: Bilingual(zh: "确定", en: "choose")
        case .escape: Bilingual(zh: "关上", en: "close")
        case .tab: Bilingual(zh: "下一项", en: "next")
        case .backTab: Bilingual(zh: "上一项", en: "previous")
        case .up, .pageUp: Bilingual(zh: "往上", en: "up")
        case .down, .pageDown: Bilingual(zh: "往下", en: "down")
        case .character, .backspace, .delete, .insert, .left, .right, .home, .end, .function: nil
        }
    }

    // MARK: Demonstration

    static func goesOn(_ key: String) -> Bilingual {
        Bilingual(zh: "讲完按 \(key) 继续", en: "\(key) goes on")
    }
    static func plays(take: String, pause: String) -> Bilingual {
        Bilingual(
            zh: "示范在放 · \(take) 由您接手 · \(pause) 停一停",
            en: "The demonstration plays · \(take) you take over · \(pause) holds it")
    }
    static func isHeld(take: String, pause: String) -> Bilingual {
        Bilingual(
            zh: "示范停着 · \(pause) 继续 · \(take) 由您接手",
            en: "The demonstration is held · \(pause) goes on · \(take) you take over")
    }
    static func isYours(_ key: String) -> Bilingual {
        Bilingual(
            zh: "您在接待 · \(key) 交给示范接着放", en: "You serve · \(key) lets the demonstration go on")
    }
    static let isOver = Bilingual(zh: "示范放完了", en: "The demonstration is over")
    static func tookOver(_ key: String) -> Bilingual {
        Bilingual(
            zh: "您接手了，这就是平常的一班；\(key) 交还",
            en: "It is yours, a shift like any other; \(key) gives it back")
    }
    static let gaveBack = Bilingual(zh: "示范接着放", en: "The demonstration goes on")
    static func strayed(_ names: [String]) -> Bilingual {
        Bilingual(
            zh: "\(names.joined(separator: "、")) 这边已经和示范不一样，留给您接待；其余照放",
            en:
                "With \(names.joined(separator: ", ")) the script no longer fits: theirs is left to you, the rest goes on"
        )
    }
    static let nothingToDemonstrate = Bilingual(
        zh: "这一班没有示范可放；xiaoer demo 教学包 会放", en: "No demonstration here; xiaoer demo PACK plays one")
}
