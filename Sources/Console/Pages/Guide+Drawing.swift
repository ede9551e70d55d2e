import Engine
import Terminal

extension Guide.Step {
    /// The command whose key is learnt.
    var command: String {
        switch self {
        case .greet: "send"
        case .order: "focus-order"
        case .snippet: "focus-replies"
        case .promise: "make-promise"
        case .tag: "add-tag"
        case .note: "private-note"
        case .palette: "palette"
        case .close: "close-conversation"
        }
    }

    /// What has been done, in a word.
    var name: Bilingual {
        switch self {
        case .greet: Bilingual(zh: "打招呼", en: "hello")
        case .snippet: Bilingual(zh: "用短语", en: "snippet")
        case .order: Bilingual(zh: "看订单", en: "order")
        case .promise: Bilingual(zh: "记承诺", en: "promise")
        case .tag: Bilingual(zh: "打标", en: "tag")
        case .note: Bilingual(zh: "写备注", en: "note")
        case .palette: Bilingual(zh: "面板", en: "palette")
        case .close: Bilingual(zh: "结束", en: "close")
        }
    }

    /// What to say when the customer does not go on by herself.
    var nudge: Bilingual? {
        switch self {
        case .snippet:
            Bilingual(
                zh: "她还没说几个人：再问一句「家里几个人吃饭？」，按 KEY 发出",
                en: "She has not said how many: ask “How many do you cook for?”, KEY")
        case .order:
            Bilingual(
                zh: "她还没下单：打「五个人选5升的，适合4到6人」，按 KEY 发出",
                en: "No order yet: type “5 litres is right for five people”, KEY")
        case .greet, .promise, .tag, .note, .palette, .close: nil
        }
    }

    /// What to do, and why, with the key where `KEY` stands.
    var words: Bilingual {
        switch self {
        case .greet:
            Bilingual(
                zh: "打「您好，家里几个人吃饭？」按 KEY 发出：先应一声，再问清楚",
                en: "Type “Hello, how many do you cook for?”, KEY: answer first, then ask")
        case .snippet:
            Bilingual(
                zh: "打 /wd（推荐5升），Enter 插入，再 Enter 发出：常说的不用重打",
                en: "Type /wd (the 5-litre one), Enter inserts, Enter sends: no retyping")
        case .order:
            Bilingual(
                zh: "她下单了，按 KEY 看订单：先查后说才不会错；Esc 退回写字处",
                en: "She has ordered: KEY shows it. Look first, then speak; Esc goes back")
        case .promise:
            Bilingual(
                zh: "按 KEY 记一个承诺，比如今天发货：要有准时间，说「尽快」等于没说",
                en: "KEY notes a promise, say it ships today: “soon” promises nothing")
        case .tag:
            Bilingual(
                zh: "按 KEY 打个标，比如「五口之家」：下次谁接待都看得见",
                en: "KEY adds a tag, say “family of five”: the next agent sees it")
        case .note:
            Bilingual(
                zh: "按 KEY 写一句内部备注，Enter 记下：只有店里人看得见",
                en: "KEY, write a private note, Enter: only the shop sees it")
        case .palette:
            Bilingual(
                zh: "按 KEY 打开命令面板：想不起键时打几个字就找到；Esc 关上",
                en: "KEY opens the palette: any command by a few letters; Esc closes")
        case .close:
            Bilingual(
                zh: "回一句「谢谢，用得开心」，按 KEY 结束，问到再按 1：承诺到点会提醒",
                en: "Reply “Thank you, enjoy it”; KEY closes, 1 if asked: the promise stays")
        }
    }
}

/// What the guide says besides the steps.
enum GuideWords {
    static let skip = Bilingual(zh: "Esc Esc 跳过这一步", en: "Esc Esc skips this step")
    static let shortSkip = Bilingual(zh: "Esc Esc 跳过", en: "Esc Esc skips")
    static let wait = Bilingual(
        zh: "等她说完……时间在走；您想的时候，时间会停下来等您",
        en: "Wait for her … time runs now; while you think it stands still")
    static let paused = Bilingual(
        zh: "时间停着，她不会说话：按 KEY 继续", en: "Time stands still and she is silent: KEY goes on")
    static let handedOver = Bilingual(
        zh: "就这些了，这位顾客交给您；别的键按 F1",
        en: "That was all; this customer is yours. F1 has the other keys")
    static func finished(_ n: Int) -> Bilingual {
        Bilingual(
            zh: "学完了，用过 \(n) 个键；别的按 F1。Enter 看复盘，Esc 回开始页",
            en: "Done: \(n) keys used, F1 has the rest. Enter: debrief, Esc: start page")
    }
}

extension Guide {
    /// What to say now, and the command whose key is meant.
    private func advice(_ step: Step, _ desk: Desk) -> (command: String, words: Bilingual) {
        guard awaitsCustomer(desk) else { return (step.command, step.words) }
        if let nudge = step.nudge, stalls(desk) { return ("send", nudge) }
        return desk.clock.isPaused ? ("pause", GuideWords.paused) : ("send", GuideWords.wait)
    }

    /// One row over the desk: how far one is, what to do, how to leave it out.
    func draw(_ desk: Desk, in row: Rect, into canvas: inout Canvas) {
        guard !row.isEmpty else { return }
        canvas.fill(row, style: desk.style(.overlay))
        var x = row.x + 1
        let count = Step.allCases.count
        guard let step else {
            let words =
                desk.talk?.isOpen == true ? GuideWords.handedOver : GuideWords.finished(done.count)
            canvas.put(
                "\(desk.glyphs.ended) " + desk.say(words),
                at: Point(x: x, y: row.y), limit: row.width - 2,
                style: desk.style(.ok, on: .overlay), overflow: .ellipsis)
            return
        }
        let place = (Step.allCases.firstIndex(of: step) ?? 0) + 1
        let (command, words) = advice(step, desk)
        let key = DeskCommand.named(command).map { desk.keyName(of: $0, in: .composer) } ?? ""
        let parts = desk.say(words).split(separator: "KEY", omittingEmptySubsequences: false)
        let length =
            parts.reduce(0) { $0 + desk.gate.width(of: String($1)) }
            + (parts.count > 1 ? desk.gate.width(of: key) : 0)
        let number = "\(place)/\(count) "
        if let ticked {
            // With its name, so that the tick is not read as one for the step to come.
            let told = desk.glyphs.ended + " " + desk.say(ticked.name)
            let fits =
                x + desk.gate.width(of: told + " · " + number) + length < row.right
            // A tick without its name would say nothing.
            if fits {
                x += canvas.put(
                    told, at: Point(x: x, y: row.y), style: desk.style(.ok, on: .overlay))
                x += canvas.put(
                    " · ", at: Point(x: x, y: row.y), style: desk.style(.dim, on: .overlay))
            }
        }
        x += canvas.put(
            number, at: Point(x: x, y: row.y),
            style: desk.style(.dim, on: .overlay))
        var skip = desk.say(GuideWords.skip)
        if x + length + desk.gate.width(of: skip) + 2 >= row.right {
            skip = desk.say(GuideWords.shortSkip)
        }
        let wide = desk.gate.width(of: skip)
        // The skipping is told where there is room for it; the deed goes first.
        let showsSkip = x + length + wide + 2 < row.right
        let end = row.right - 1 - (showsSkip ? wide + 2 : 0)
        for (number, part) in parts.enumerated() {
            if number > 0 {
                x += canvas.put(
                    key, at: Point(x: x, y: row.y), limit: end - x,
                    style: desk.style(.key, on: .overlay))
            }
            x += canvas.put(
                String(part), at: Point(x: x, y: row.y), limit: end - x,
                style: desk.style(.strong, on: .overlay), overflow: .ellipsis)
        }
        guard showsSkip else { return }
        canvas.put(
            skip, at: Point(x: row.right - wide - 1, y: row.y),
            style: desk.style(.dim, on: .overlay))
    }
}
