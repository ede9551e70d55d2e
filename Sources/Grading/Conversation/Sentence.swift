import Engine

/// The debrief's own sentences in both languages, in one place, so that judging code holds facts
/// and no prose.
enum Sentence {
    /// The title of a thing that should have come about: alone it would read as if it had.
    static func notDone(_ title: Bilingual) -> Bilingual {
        Bilingual(zh: "没做到：\(title.zh)", en: "Not done: \(title.en)")
    }

    // MARK: Red lines

    static let falseReasonPutDown = Bilingual(
        zh: "把店铺的责任记成了买家的原因", en: "The shop's fault was put down as the buyer's own reason")
    static let trueReason = Bilingual(
        zh: "退款原因照实选：缺货就选缺货，晚发就选晚发。",
        en: "Put down what is true: out of stock, or shipped late.")
    static let rightRefused = Bilingual(
        zh: "拒绝了顾客依法可以退的", en: "Refused what the buyer has a right to")
    static let grantRight = Bilingual(
        zh: "没发货的、七天无理由的，先同意；有异议走举证。",
        en:
            "Agree to what is unshipped or within the seven days; argue with evidence where you differ."
    )

    static func misled(_ count: Int) -> Bilingual {
        Bilingual(zh: "说错 \(count) 处，误导了顾客", en: "\(count) untrue statements misled the customer")
    }
    static let checkFactsFirst = Bilingual(
        zh: "先打开订单、物流或商品看一眼，再报数。", en: "Open the order, track or product before you name a figure.")
    static let notLookedUp = Bilingual(
        zh: "店里有这个数，但这次没打开看过", en: "the shop knows it, but it was not looked up here")
    static let sizeNotLookedUp = Bilingual(
        zh: "店里有这个码，但这次没打开商品看过",
        en: "the shop has this size, but the goods were not looked up here")
    static let notInTheSystem = Bilingual(
        zh: "订单、页面和规则里都没有这个数", en: "no order, page or rule holds this")

    // MARK: Outcome

    static func reachGoal(_ title: Bilingual) -> Bilingual {
        Bilingual(
            zh: "结束前看一眼：「\(title.zh)」做到了没有。",
            en: "Before you close, make sure of it: \(title.en.asContinued).")
    }
    static func lost(_ title: Bilingual) -> Bilingual {
        Bilingual(zh: "原本有的没了：\(title.zh)", en: "Was so at first, and no longer: \(title.en)")
    }
    static let nothingDone = Bilingual(zh: "没有替顾客做成事", en: "Nothing came about for the customer")
    static let doSomething = Bilingual(
        zh: "先查订单，再动手办，最后告诉顾客办了什么。", en: "Look the order up, do it, then say what you did.")
    static let lastQuestionOpen = Bilingual(
        zh: "最后一句没人回", en: "The last message was left unanswered")
    static let answerLast = Bilingual(
        zh: "结束前把每个问题都答上。", en: "Answer every question before you close.")
    static func promiseBroken(_ text: String) -> Bilingual {
        Bilingual(zh: "承诺没按时兑现：\(text)", en: "Promise not kept in time: \(text)")
    }
    static let keepPromise = Bilingual(
        zh: "到点前回来说一声，哪怕还没结果。", en: "Come back before the time, even with no result yet.")
    static let leftOpen = Bilingual(zh: "会话没有结束", en: "The conversation was left open")
    static let closeIt = Bilingual(
        zh: "问一句还有没有别的事，再结束会话。", en: "Ask if there is anything else, then close.")

    // MARK: Process

    static func tooLate(_ title: Bilingual) -> Bilingual {
        Bilingual(zh: "做晚了：\(title.zh)", en: "Done too late: \(title.en)")
    }
    static func doEarlier(_ step: Step) -> Bilingual {
        guard let how = step.means.how else {
            return Bilingual(
                zh: "先「\(step.title.zh)」，再往下做。",
                en: "Before the rest, \(step.title.en.asContinued).")
        }
        return Bilingual(zh: "再往下之前，\(how.zh)。", en: "Before the rest, \(how.en).")
    }
    static func outOfOrder(_ title: Bilingual) -> Bilingual {
        Bilingual(zh: "顺序颠倒：\(title.zh)", en: "Out of order: \(title.en)")
    }
    static func keepOrder(_ title: Bilingual, after earlier: Bilingual?) -> Bilingual {
        guard let earlier else {
            return Bilingual(zh: "按顺序做：\(title.zh)。", en: "In order: \(title.en).")
        }
        return Bilingual(
            zh: "先「\(earlier.zh)」，再「\(title.zh)」。",
            en: "First “\(earlier.en)”, then “\(title.en)”.")
    }
    static func doStep(_ step: Step) -> Bilingual {
        guard let how = step.means.how else {
            return Bilingual(
                zh: "回复里要做到：\(step.title.zh)。",
                en: "In your reply, \(step.title.en.asContinued).")
        }
        return Bilingual(zh: "\(step.title.zh)：\(how.zh)。", en: "\(step.title.en): \(how.en).")
    }
    /// What may never be done is a rule that was broken; else it was done too often.
    static func tooOften(_ limit: Limit) -> Bilingual {
        let title = limit.title
        return limit.atMost == 0
            ? Bilingual(zh: "没守住：\(title.zh)", en: "Not kept to: \(title.en)")
            : Bilingual(zh: "次数超了：\(title.zh)", en: "Too often: \(title.en)")
    }
    static func stayWithin(_ limit: Limit) -> Bilingual {
        let title = limit.title
        return limit.atMost == 0
            ? Bilingual(
                zh: "一次也别破例：\(title.zh)。", en: "Not even once: keep to “\(title.en)”.")
            : Bilingual(
                zh: "做到 \(limit.atMost) 次为止：\(title.zh)。",
                en: "Stop after \(limit.atMost): \(title.en.asContinued).")
    }
    static let lookedUp = Bilingual(zh: "先查再说", en: "Looked it up")
    static let lookFirst = Bilingual(
        zh: "开口前先看订单或商品。", en: "Look at the order or product before answering.")
    static let notLookedUpFirst = Bilingual(zh: "没查就回", en: "Answered without looking it up")
    static let didNothing = Bilingual(zh: "没有动手办事", en: "Did nothing about it")
    static let didSomething = Bilingual(zh: "动手办了事", en: "Acted on it")

    // MARK: Accuracy

    static let noFacts = Bilingual(zh: "没有说出任何可核对的事实", en: "Stated nothing that can be checked")
    static let nothingConfirmed = Bilingual(
        zh: "说到了数字、日期或尺码，但没查过，或者对不上",
        en: "Named figures, dates or sizes that were not looked up or do not match")
    static let fewFacts = Bilingual(zh: "只说了一个事实", en: "Stated only one fact")
    static let stateFacts = Bilingual(
        zh: "说具体：金额、日期、单号、尺码，照系统里的说。",
        en: "Be specific: sums, dates, numbers, sizes, as the system has them.")
    static func trueFacts(_ count: Int) -> Bilingual {
        Bilingual(
            zh: "说的 \(count) 个事实都对得上",
            en: count == 1 ? "One fact, and it is right" : "\(count) facts that are right")
    }
    static func falseFact(_ statement: Statement) -> Bilingual {
        Bilingual(
            zh: "说错：\(statement.words)（\(statement.source.zh)）",
            en: "Wrong: \(statement.words) (\(statement.source.en))")
    }
    static func unfounded(_ statement: Statement) -> Bilingual {
        Bilingual(
            zh: "没有依据：\(statement.words)（\(statement.source.zh)）",
            en: "Unfounded: \(statement.words) (\(statement.source.en))")
    }
    static let checkFact = Bilingual(zh: "说数字前先查一眼。", en: "Look it up before you name a figure.")
    static let saidDone = Bilingual(zh: "说办好了，其实没办", en: "Said it was done when it was not")
    static let doBeforeSaying = Bilingual(zh: "先办，再说办好了。", en: "Do it first, then say so.")
    static let anothersOrder = Bilingual(zh: "这是别的顾客的订单", en: "another customer's order")

    static let noSuchParcel = Bilingual(zh: "没有这个运单号", en: "there is no such parcel")
    static let inventedParcel = Bilingual(
        zh: "编造运单号", en: "Gave a tracking number that does not exist")
    static let copyNumber = Bilingual(
        zh: "单号从订单里复制，还没有就说几点前给。",
        en: "Copy the number from the order; if there is none yet, say by when.")

    // MARK: Language

    static let saidNothing = Bilingual(zh: "一句话也没说", en: "Said nothing")
    static let answerCustomer = Bilingual(
        zh: "先回一句，再去查。", en: "Answer with a line first, then look it up.")
    static let greeted = Bilingual(zh: "问候", en: "Greeting")
    static let notGreeted = Bilingual(zh: "开头没有问好", en: "No greeting")
    static let greet = Bilingual(zh: "第一句先问好。", en: "Start with a hello.")
    static let attentive = Bilingual(zh: "用心接待", en: "Attentive")
    static let notAttentive = Bilingual(
        zh: "没问需求，没推荐，也没道谢", en: "No question, no suggestion, no thanks")
    static let beAttentive = Bilingual(
        zh: "多问一句需求，或谢一句。", en: "Ask about the need, or say thanks.")
    static let empathised = Bilingual(zh: "说出了顾客的感受", en: "Named the customer's feeling")
    static let notEmpathised = Bilingual(
        zh: "没体谅顾客的心情", en: "No word on how the customer felt")
    static let empathise = Bilingual(
        zh: "顾客着急时，先说一句理解，再给办法。", en: "When they are upset, show you see it, then help.")
    static func apologisedTooOften(_ count: Int) -> Bilingual {
        Bilingual(zh: "道歉安抚了 \(count) 次", en: "Apologised or soothed \(count) times")
    }
    static let actInstead = Bilingual(
        zh: "少说抱歉，给一个动作和一个时间。", en: "Fewer sorries; one act and one time instead.")
    static let answered = Bilingual(zh: "问题都有答复", en: "Questions answered")
    static let notAnswered = Bilingual(zh: "有问题没答上", en: "A question left unanswered")
    static let nothingUseful = Bilingual(
        zh: "没有一句有内容的回复", en: "No reply with anything in it")
    static let goodLength = Bilingual(zh: "长短合适", en: "Good length")
    static let tooLong = Bilingual(zh: "一条太长", en: "A message too long")
    static let shorten = Bilingual(
        zh: "一条说一件事，手机一屏看完。", en: "One matter a message; it should fit a phone.")
    static let saidGoodbye = Bilingual(zh: "收尾有礼", en: "A kind ending")
    static let noGoodbye = Bilingual(zh: "收尾没有道谢或道别", en: "No thanks or goodbye at the end")
    static let sayGoodbye = Bilingual(
        zh: "结束前问还有没有别的，再道谢。", en: "Ask if there is anything else, then say thanks.")
    static func soundsLike(_ why: Bilingual) -> Bilingual {
        Bilingual(
            zh: "听着像犯了这条，程序拿不准：\(why.zh)",
            en: "Sounds like it, though the program is not sure: \(why.en)")
    }
    static func undated(_ text: String) -> Bilingual {
        Bilingual(zh: "没有时间的承诺：\(text)", en: "A promise without a time: \(text)")
    }
    static let dateIt = Bilingual(
        zh: "说清几点前，并记成承诺。", en: "Say by when, and enter it as a promise.")
    static let emptyPoliteness = Bilingual(
        zh: "空头客气：道了歉，没办事，也没给时间", en: "Empty politeness: sorry, but no act and no time")

    // MARK: Speed

    static let neverAnswered = Bilingual(zh: "没有回复过顾客", en: "The customer was never answered")
    static func firstReply(_ wait: Span) -> Bilingual {
        Bilingual(zh: "首次回复 \(wait.seconds) 秒", en: "First reply after \(wait.seconds) s")
    }
    static func replyFaster(_ limit: Span) -> Bilingual {
        Bilingual(
            zh: "\(limit.seconds) 秒内先应一声。", en: "Answer with a line within \(limit.seconds) s.")
    }
    /// - Parameter most: as how long a wait that nobody ended was counted; nil where none was.
    static func averageReply(_ wait: Span, unanswered most: Span?) -> Bilingual {
        let (zh, en) = ("平均回复 \(wait.seconds) 秒", "Average reply \(wait.seconds) s")
        guard let most else { return Bilingual(zh: zh, en: en) }
        return Bilingual(
            zh: zh + "（没回的一轮算 \(most.seconds) 秒）",
            en: en + " (a round left unanswered counts as \(most.seconds) s)")
    }
    static let holdNotice = Bilingual(
        zh: "要查久一点就先说一声。", en: "When it takes longer, say so first.")
    static let notDueYet = Bilingual(
        zh: "还没到这个渠道的答复时限", en: "no answer is due on this channel yet")
    static func quickRounds(_ quick: Int, _ all: Int, isChat: Bool) -> Bilingual {
        isChat
            ? Bilingual(
                zh: "三分钟内答复 \(quick)/\(all) 轮",
                en: "\(quick) of \(all) rounds within three minutes")
            : Bilingual(
                zh: "按渠道时限答复 \(quick)/\(all) 轮",
                en: "\(quick) of \(all) rounds within the channel's time")
    }

    // MARK: Record and red lines

    static func writeDown(_ title: Bilingual) -> Bilingual {
        Bilingual(
            zh: "结束前别漏了「\(title.zh)」，接手的同事要看。",
            en: "Before you close, leave this for whoever takes over: \(title.en.asContinued).")
    }
    static let toldAnothersOrder = Bilingual(
        zh: "把别人的订单说给了这位顾客", en: "Told this customer another's order")
    static let checkRecipient = Bilingual(
        zh: "发送前看清收件人和单号。", en: "Check the recipient and the number before sending.")
    static func neverDo(_ title: Bilingual) -> Bilingual {
        Bilingual(
            zh: "「\(title.zh)」是红线，再急也别碰。",
            en: "“\(title.en)” is a red line, however great the hurry.")
    }
}

extension String {
    /// As the rest of a sentence: "Mention returns" is "mention returns" there; what begins with
    /// more than one capital, a figure or a lone "I" stays.
    fileprivate var asContinued: String {
        guard let first, first.isUppercase else { return self }
        let second = dropFirst().first
        guard second?.isLowercase == true || (first == "A" && second == " ") else { return self }
        return first.lowercased() + dropFirst()
    }
}
