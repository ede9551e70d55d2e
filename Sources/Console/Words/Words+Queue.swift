import Engine
import Language

/// Queue and conversations.
extension Words {
    static let noShift = Bilingual(
        zh: "还没有开班。回到开始页选一班", en: "No shift yet. Choose one on the start page")
    static let shiftOver = Bilingual(
        zh: "这一班已经结束，Alt-Q 看复盘", en: "The shift is over; Alt-Q shows the debrief")
    static let shiftIsOver = Bilingual(zh: "这一班已经结束", en: "The shift is over")
    static let shiftStillRuns = Bilingual(
        zh: "这一班还没结束；命令面板里选“下班”", en: "The shift still runs; end it from the palette")
    static let nobodySelected = Bilingual(
        zh: "还没有选顾客：Alt-J 选下一位", en: "No customer is selected: Alt-J turns to the next")
    static let nobodyYet = Bilingual(
        zh: "第一位顾客来了就可以写", en: "Write as soon as the first customer comes")
    static let talkHasEnded = Bilingual(
        zh: "这段会话已结束，只能看和写内部备注", en: "This conversation has ended; it can be read and noted only")
    static let nobodyWaits = Bilingual(zh: "没有人在等，都回过了", en: "Nobody waits; all are answered")
    static let queueIsEmpty = Bilingual(
        zh: "现在没有顾客。有人来时会出现在这里，最先等的排在最上面",
        en: "No customers now. They appear here as they come, the longest waiting on top")

    static func nextPromise(_ text: String, _ when: String) -> Bilingual {
        Bilingual(zh: "\(when) 前答应过：\(text)", en: "Promised by \(when): \(text)")
    }

    static func promiseHeard(_ text: String, _ when: String) -> Bilingual {
        Bilingual(zh: "您答应了：\(text)（\(when) 前）", en: "You promised by \(when): \(text)")
    }

    static func taken(_ name: String) -> Bilingual {
        Bilingual(zh: "\(name) 由您接待", en: "\(name) is in your hands")
    }
    static let resumed = Bilingual(zh: "已恢复接待；Alt-U 重新挂起", en: "Resumed; Alt-U holds again")
    static func closed(_ name: String) -> Bilingual {
        Bilingual(zh: "与\(name)的会话已结束", en: "The conversation with \(name) is closed")
    }
    static let everyoneServed = Bilingual(
        zh: "顾客都接待完了：Alt-Shift-Q 下班，看复盘",
        en: "Everyone has been served: Alt-Shift-Q ends the shift and shows the debrief")
    static let closedShown = Bilingual(
        zh: "已结束的列在队列末尾，Alt-C 收起", en: "Closed ones are listed below; Alt-C hides them")
    static let closedHidden = Bilingual(zh: "已结束的收起了", en: "Closed ones are hidden")

    static func closeWhileWaiting(_ name: String) -> Bilingual {
        Bilingual(
            zh: "\(name)还在等回复，现在结束会话？", en: "\(name) still waits for an answer. Close now?")
    }
    static func closeWithDraft(_ name: String) -> Bilingual {
        Bilingual(
            zh: "给\(name)的话写了一半还没发，现在结束会话？",
            en: "A reply to \(name) is half written. Close without sending it?")
    }
    static func closeWithPromise(_ name: String) -> Bilingual {
        Bilingual(
            zh: "答应\(name)的事还没做到，现在结束会话？到点仍要兑现",
            en: "A promise to \(name) is still open. Close anyway? It still falls due")
    }
    static let closeAnyway = Bilingual(zh: "结束会话", en: "close")

    static func shortStage(_ stage: Conversation.Stage) -> Bilingual {
        switch stage {
        case .preSale: Bilingual(zh: "售前", en: "pre")
        case .order: Bilingual(zh: "售中", en: "ord")
        case .afterSale: Bilingual(zh: "售后", en: "aft")
        }
    }

    /// Where "answered" would leave no room for the name.
    static func shortState(of talk: Conversation) -> Bilingual {
        let full = state(of: talk)
        return full.en == "answered" ? Bilingual(zh: full.zh, en: "ans.") : full
    }

    /// In the place of the waiting time, where nobody waits.
    static func state(of talk: Conversation) -> Bilingual {
        switch talk.phase {
        case .closed: Bilingual(zh: "结束", en: "closed")
        case .transferred: Bilingual(zh: "已转", en: "moved")
        case .onHold: Bilingual(zh: "挂起", en: "held")
        case .waiting, .taken:
            if talk.buyerLeftAt != nil {
                Bilingual(zh: "已离开", en: "left")
            } else if talk.messages.isEmpty {
                Bilingual(zh: "刚来", en: "new")
            } else {
                Bilingual(zh: "已回", en: "answered")
            }
        }
    }

    static func heldFor(_ note: String) -> Bilingual {
        note.isEmpty
            ? Bilingual(zh: "挂起", en: "on hold") : Bilingual(zh: "挂起：\(note)", en: "hold: \(note)")
    }
    static func transferredTo(_ to: String) -> Bilingual {
        Bilingual(zh: "已转给\(to)", en: "moved to \(to)")
    }
    static let closedState = Bilingual(zh: "已结束", en: "closed")

    static func mood(_ mood: Mood) -> Bilingual {
        switch mood {
        case .angry: Bilingual(zh: "话里有火气", en: "sounds angry")
        case .hurried: Bilingual(zh: "话里着急", en: "sounds pressed")
        case .disappointed: Bilingual(zh: "话里失望", en: "sounds let down")
        case .content: Bilingual(zh: "话里满意", en: "sounds content")
        }
    }
}
