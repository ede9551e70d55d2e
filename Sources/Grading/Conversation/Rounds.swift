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

    /// The rounds in which somebody had to answer: thanks and a goodbye need none.
    var countedRounds: [Round] {
        rounds.filter { round in
            round.answered != nil
                || lines.contains {
                    $0.sequence >= round.asked.sequence && ($0.said?.asksForAnswer ?? false)
                }
        }
    }
}

extension Story.Utterance {
    /// A buyer's line that a person would answer.
    var asksForAnswer: Bool {
        guard isBuyer else { return false }
        if reading.isQuestion { return true }
        let courtesies: [Language.Act] = [.thank, .close, .agree]
        if courtesies.contains(where: { reading.has($0) }) && text.count <= 60 { return false }
        // A smile, a sticker, a full stop: nothing in it that could be answered.
        return !reading.normal.isEmpty && !isPlainAcceptance
    }

    /// "好的", "OK", "收到" and the like.
    private var isPlainAcceptance: Bool {
        let words = reading.normal.string.lowercased()
        let accepted = [
            "好", "好的", "好滴", "好吧", "嗯", "嗯嗯", "行", "收到", "知道了", "明白了", "可以", "对", "对的", "没事了", "没了",
            "ok", "okay", "fine", "got it", "great", "perfect", "sure", "all good", "yes",
            "that's right", "sounds good", "no", "nope",
        ]
        return accepted.contains(words.trimmed)
    }
}

extension String {
    /// Without the punctuation and spaces around it.
    var trimmed: String {
        var part = Substring(self)
        while let last = part.last, !last.isLetter, !last.isNumber { part.removeLast() }
        while let first = part.first, !first.isLetter, !first.isNumber { part.removeFirst() }
        return String(part)
    }
}

extension ConversationGrader {
    /// The buyer's last line, when it asked for an answer and got none.
    func needsAnswerAtEnd() -> Story.Line? {
        guard let last = story.countedRounds.last, last.answered == nil else { return nil }
        return last.asked
    }

    // MARK: Speed

    /// First answer 4, average 3, share within three minutes 3. Only answers earn.
    func speed() -> Tally {
        var tally = Tally(.speed)
        let rounds = story.countedRounds
        guard let first = rounds.first, let wait = first.wait, let answer = first.answered else {
            tally.miss(10, Sentence.neverAnswered, advice: Sentence.answerCustomer)
            return tally
        }
        let points = counting.points(forFirstReply: wait)
        tally.gain(points, Sentence.firstReply(wait), Evidence([first.asked, answer]))
        tally.miss(
            4 - points, Sentence.firstReply(wait), Evidence([first.asked, answer]),
            advice: Sentence.replyFaster(counting.firstReplyWithin))
        // An unanswered round weighs as much as the longest that counts.
        let total = rounds.reduce(Span.zero) {
            $0 + min($1.wait ?? counting.waitAtMost, counting.waitAtMost)
        }
        let mean = Span(milliseconds: total.milliseconds / Int64(rounds.count))
        let steady = counting.points(forAverage: mean)
        let slowest = rounds.max { ($0.wait ?? .days(1)) < ($1.wait ?? .days(1)) }
        let spot = slowest.map { Evidence([$0.asked] + ($0.answered.map { [$0] } ?? [])) }
        tally.gain(steady, Sentence.averageReply(mean), Evidence(rounds.compactMap(\.answered)))
        tally.miss(
            3 - steady, Sentence.averageReply(mean), spot ?? Evidence(),
            advice: Sentence.holdNotice)
        let quick = rounds.filter { $0.isAnswered(within: counting.roundWithin) }.count
        let share = 3 * quick / rounds.count
        tally.gain(share, Sentence.quickRounds(quick, rounds.count), spot ?? Evidence())
        tally.miss(
            3 - share, Sentence.quickRounds(quick, rounds.count), spot ?? Evidence(),
            advice: Sentence.holdNotice)
        return tally
    }
}
