import Engine
import Language

/// One wait of a customer: from the first message that nobody had answered to the next answer of
/// a person. Follow-ups do not restart it, robots do not end it.
struct Round {
    let asked: Story.Line
    /// Nil when nobody answered.
    let answered: Story.Line?

    var wait: Span? { answered.map { $0.at - asked.at } }

    func isAnswered(within limit: Span) -> Bool { wait.map { $0 <= limit } ?? false }

    var events: [Int] { [asked.sequence] + (answered.map { [$0.sequence] } ?? []) }
}

extension Story {
    var rounds: [Round] {
        var rounds: [Round] = []
        var waiting: Line?
        for line in lines {
            if line.isBuyerLine {
                if waiting == nil { waiting = line }
            } else if line.isAnswer, let asked = waiting {
                rounds.append(Round(asked: asked, answered: line))
                waiting = nil
            }
        }
        if let waiting { rounds.append(Round(asked: waiting, answered: nil)) }
        return rounds
    }

    /// The rounds in which somebody had to answer: thanks, a goodbye and a content customer's last
    /// word need none.
    var countedRounds: [Round] {
        rounds.filter { round in
            if round.answered != nil { return true }
            if isNotDue(round) { return false }
            let open = lines.filter { $0.sequence >= round.asked.sequence && $0.isBuyerLine }
            let asks = open.filter { asksForAnswer($0) }
            if leftContent { return asks.contains { $0.said?.reading.isQuestion ?? false } }
            if isContent { return asks.contains { $0.said?.bringsMatter ?? false } }
            return !asks.isEmpty
        }
    }

    /// A letter asked just before the end: nobody had to have answered it yet.
    func isNotDue(_ round: Round) -> Bool {
        guard !isChat, round.answered == nil, let overAt else { return false }
        return overAt - round.asked.at <= answerWithin
    }

    /// A buyer's line that a person would answer. After the agent's goodbye only a new matter is.
    func asksForAnswer(_ line: Line) -> Bool {
        // A photo is sent to be looked at.
        if line.isShown { return true }
        guard let said = line.said, said.asksForAnswer else { return false }
        let before = lines.last {
            guard $0.sequence < line.sequence else { return false }
            if case .closed = $0.event { return true }
            return $0.isReply
        }
        guard let before else { return true }
        if case .closed = before.event { return said.bringsMatter }
        return before.said?.reading.has(.close) == true ? said.bringsMatter : true
    }

    /// Happy enough that a remark at the end ("还行，有诚意") is no matter left open.
    private var isContent: Bool { (moods.last ?? 0) >= 70 }

    /// The customer went away by themselves and did not go angry.
    private var leftContent: Bool {
        let hasLeft = lines.contains { if case .buyerLeft = $0.event { true } else { false } }
        return hasLeft && (moods.last ?? 0) >= 50
    }
}

extension Story.Utterance {
    /// Asks, or names something of the trade.
    var bringsMatter: Bool {
        reading.isQuestion || !reading.topics.isEmpty || !reading.values.isEmpty
    }

    /// A buyer's line that a person would answer.
    var asksForAnswer: Bool {
        guard isBuyer else { return false }
        if reading.isQuestion { return true }
        // "感谢帮忙", "All good, thanks for sorting it out": thanks, in however many words.
        if reading.has(.thank), reading.values.isEmpty, reading.topics.isEmpty { return false }
        // A smile, a sticker, a full stop: nothing in it that could be answered.
        return !reading.normal.isEmpty && !Courtesy.isNothingElse(in: reading.normal.string)
    }
}

/// Words that close a conversation and ask nothing: "好的谢谢", "No, that's all, thanks".
enum Courtesy {
    private static let chinese = [
        "没有别的了", "没别的", "没有", "没有了", "没事了", "就这样", "谢谢", "多谢", "辛苦", "好的", "收到", "知道", "明白", "可以",
        "没了", "好滴", "好", "行", "嗯", "对", "谢", "了", "吧", "你", "您", "先", "的", "呢", "哦", "啦", "没错", "是",
    ]
    private static let english: Set<String> = [
        "no", "nope", "thanks", "thank", "you", "thats", "that", "is", "it", "all", "ok", "okay",
        "good", "great", "fine", "right", "yes", "yep", "perfect", "lovely", "cheers", "bye",
        "sure", "got", "nothing", "else", "then", "just", "so", "much", "very", "correct", "sounds",
    ]

    static func isNothingElse(in text: String) -> Bool {
        guard text.utf8.count <= 120 else { return false }
        var rest = text.lowercased().filter { $0 != "'" && $0 != "’" }
        for word in chinese { rest = rest.removing(word) }
        return rest.split { !$0.isLetter && !$0.isNumber }.allSatisfy {
            english.contains(String($0))
        }
    }
}

extension String {
    func removing(_ word: String) -> String {
        var result = ""
        var rest = Substring(self)
        while !rest.isEmpty {
            if rest.hasPrefix(word) {
                rest = rest.dropFirst(word.count)
                result += " "
            } else {
                result.append(rest.removeFirst())
            }
        }
        return result
    }
}

extension ConversationGrader {
    private func isAgreed(_ round: Round, _ promises: [PromiseReport]) -> Bool {
        guard let answered = round.answered, round.asked.said?.reading.isQuestion == false else {
            return false
        }
        return promises.contains { promise in
            promise.madeAt <= round.asked.at && (promise.due.map { $0 >= answered.at } ?? false)
        }
    }

    /// The buyer's last line, when it asked for an answer and got none.
    func needsAnswerAtEnd() -> Story.Line? {
        guard let last = story.countedRounds.last, last.answered == nil else { return nil }
        return last.asked
    }

    // MARK: Speed

    /// First answer 4, average 3, share within three minutes 3. Only answers earn.
    /// Waits that the customer agreed to are no delay: nothing was asked, a time was promised, and
    /// the answer came before it. (The platforms' own figures count them all the same.)
    func speed(promises: [PromiseReport]) -> Tally {
        var tally = Tally(.speed)
        let rounds = story.countedRounds.filter { !isAgreed($0, promises) }
        if rounds.isEmpty, story.rounds.contains(where: story.isNotDue) {
            tally.gain(10, Sentence.notDueYet, Evidence())
            return tally
        }
        guard let first = rounds.first, let wait = first.wait, let answer = first.answered else {
            tally.miss(10, Sentence.neverAnswered, advice: Sentence.answerCustomer)
            return tally
        }
        // A letter has hours where a chat has minutes: its waits are judged as the same part of
        // them. On the telephone everything within its few seconds is prompt.
        let limit = story.isChat ? counting.roundWithin : story.answerWithin
        let chats =
            story.channel.manner == .spoken ? counting.firstReplyWithin : counting.roundWithin
        func paced(_ span: Span) -> Span {
            Span(
                milliseconds: span.milliseconds * chats.milliseconds / limit.milliseconds)
        }
        let points = counting.points(forFirstReply: paced(wait))
        tally.gain(points, Sentence.firstReply(wait), Evidence([first.asked, answer]))
        tally.miss(
            4 - points, Sentence.firstReply(wait), Evidence([first.asked, answer]),
            advice: Sentence.replyFaster(
                Span(
                    milliseconds: counting.firstReplyWithin.milliseconds * limit.milliseconds
                        / chats.milliseconds)))
        // An unanswered round weighs as much as the longest that counts.
        let total = rounds.reduce(Span.zero) {
            $0 + min($1.wait.map(paced) ?? counting.waitAtMost, counting.waitAtMost)
        }
        let mean = Span(milliseconds: total.milliseconds / Int64(rounds.count))
        let steady = counting.points(forAverage: mean)
        let slowest = rounds.max { ($0.wait ?? .days(1)) < ($1.wait ?? .days(1)) }
        let spot = slowest.map { Evidence([$0.asked] + ($0.answered.map { [$0] } ?? [])) }
        func shown(_ span: Span) -> Span {
            Span(milliseconds: span.milliseconds * limit.milliseconds / chats.milliseconds)
        }
        let average = Sentence.averageReply(
            shown(mean),
            unanswered: rounds.contains { $0.answered == nil } ? shown(counting.waitAtMost) : nil)
        tally.gain(steady, average, Evidence(rounds.compactMap(\.answered)))
        tally.miss(
            3 - steady, average, spot ?? Evidence(),
            advice: Sentence.holdNotice)
        let quick = rounds.filter { $0.isAnswered(within: limit) }.count
        let share = 3 * quick / rounds.count
        tally.gain(
            share, Sentence.quickRounds(quick, rounds.count, isChat: story.isChat),
            spot ?? Evidence())
        tally.miss(
            3 - share, Sentence.quickRounds(quick, rounds.count, isChat: story.isChat),
            spot ?? Evidence(),
            advice: Sentence.holdNotice)
        return tally
    }
}
