import Engine
public import Language

extension ConversationGrader {
    // MARK: Accuracy

    /// True statements earn, false and unfounded ones cost. Who states nothing earns nothing.
    func accuracy(promises: [PromiseReport]) -> Tally {
        var tally = Tally(.accuracy)
        var seen: Set<String> = []
        var earned: [Story.Line] = []
        for line in story.replies {
            for statement in line.said?.statements ?? [] where statement.truth == .isTrue {
                let isNew = seen.insert(statement.words).inserted
                if isNew, earned.last?.sequence != line.sequence { earned.append(line) }
            }
        }
        for line in story.lines where isTrueByDeed(line) {
            let isNew = seen.insert("\(line.deed?.description ?? "done")").inserted
            if isNew { earned.append(line) }
        }
        // A time that was given and met was true, whoever else had it written down.
        for promise in promises where promise.outcome == .kept && promise.due != nil {
            let quotes = promise.evidence.quotes.map(\.event)
            let isNew = seen.insert(promise.text).inserted
            if isNew { earned += story.replies.filter { quotes.contains($0.sequence) } }
        }
        switch seen.count {
        case 0:
            // Named something, but nothing that the system could confirm.
            let named = story.replies.filter { $0.said?.reading.values.isEmpty == false }
            tally.miss(
                15, named.isEmpty ? Sentence.noFacts : Sentence.nothingConfirmed, Evidence(named),
                advice: Sentence.stateFacts)
        case 1:
            tally.gain(10, Sentence.trueFacts(1), Evidence(earned))
            tally.miss(5, Sentence.fewFacts, Evidence(earned), advice: Sentence.stateFacts)
        case let count: tally.gain(15, Sentence.trueFacts(count), Evidence(earned))
        }
        for line in story.spoken {
            for statement in line.said?.statements ?? [] {
                switch statement.truth {
                case .isTrue: break
                case .isFalse:
                    tally.deduct(
                        6, Sentence.falseFact(statement), line.evidence,
                        advice: Sentence.checkFact)
                case .unknown:
                    tally.deduct(
                        2, Sentence.unfounded(statement), line.evidence,
                        advice: Sentence.checkFact)
                }
            }
            if claimsUndone(line) {
                tally.deduct(
                    6, Sentence.saidDone, line.evidence, advice: Sentence.doBeforeSaying)
            }
        }
        return tally
    }

    /// A check card shows the order as it is, and "done" is a true statement where it is done.
    private func isTrueByDeed(_ line: Story.Line) -> Bool {
        if case .cardSent(_, _, _, .order) = line.event { return !line.showsOtherOrder }
        guard line.isReply, line.said?.reading.has(.reportDone) == true else {
            return false
        }
        return story.deeds.contains {
            $0.sequence < line.sequence && ($0.deed?.kind.isRemedy ?? false)
        }
    }

    /// Says that something has been done while nothing was, before it or within two minutes.
    private func claimsUndone(_ line: Story.Line) -> Bool {
        guard line.said?.reading.has(.reportDone) == true else { return false }
        return !story.deeds.contains { $0.at <= line.at + .minutes(2) }
    }

    // MARK: Language

    func language(promises: [PromiseReport]) -> Tally {
        var tally = Tally(.language)
        let replies = story.replies
        guard let first = replies.first else {
            tally.miss(15, Sentence.saidNothing, advice: Sentence.answerCustomer)
            markFaults(&tally, promises: promises)
            return tally
        }
        let isGreeted = replies.prefix(2).contains { $0.said?.reading.has(.greet) ?? false }
        if isGreeted || first.said?.reading.opensKindly == true {
            tally.gain(3, Sentence.greeted, first.evidence)
        } else {
            tally.miss(
                3, Sentence.notGreeted, first.evidence, advice: Sentence.greet)
        }
        markEmpathy(&tally)
        markAnswers(&tally)
        markLength(&tally)
        markFarewell(&tally)
        markFaults(&tally, promises: promises)
        return tally
    }

    /// One or two words of feeling where the customer is upset; beyond two it is a script.
    private func markEmpathy(_ tally: inout Tally) {
        let warm = story.replies.filter {
            guard let reading = $0.said?.reading else { return false }
            return reading.has(.empathise) || reading.has(.apologise) || reading.has(.own)
        }
        let lowest = story.moods.min() ?? story.moodAtStart
        if lowest >= 50 {
            // A calm customer needs no comfort; courtesy counts instead.
            let kind = story.replies.filter {
                guard let reading = $0.said?.reading else { return false }
                return reading.has(.thank) || reading.has(.empathise) || reading.has(.recommend)
                    || reading.has(.offer) || reading.has(.probe) || reading.has(.agree)
            }
            if let line = kind.first {
                tally.gain(2, Sentence.attentive, line.evidence)
            } else {
                tally.miss(
                    2, Sentence.notAttentive, advice: Sentence.beAttentive)
            }
        } else if let line = warm.first {
            tally.gain(2, Sentence.empathised, line.evidence)
        } else {
            tally.miss(2, Sentence.notEmpathised, advice: Sentence.empathise)
        }
        if warm.count > 3 {
            tally.deduct(
                1, Sentence.apologisedTooOften(warm.count), Evidence(warm),
                advice: Sentence.actInstead)
        }
    }

    /// A question is answered by a reply that holds something, before the conversation ends.
    private func markAnswers(_ tally: inout Tally) {
        let useful = story.replies.filter { $0.said?.reading.isUseful ?? false }
        let questions = story.buyerLines.filter { $0.said?.reading.isQuestion ?? false }
        guard !useful.isEmpty else {
            tally.miss(
                5, Sentence.notAnswered, Evidence(questions),
                advice: Sentence.answerCustomer)
            return
        }
        let open = questions.filter { question in
            !story.lines.contains {
                $0.sequence > question.sequence
                    && !$0.isRecalled
                    && ($0.said.map { !$0.isBuyer && $0.reading.isUseful }
                        ?? ($0.deed?.kind == .card))
            }
        }
        let share = questions.isEmpty ? 5 : 5 * (questions.count - open.count) / questions.count
        tally.gain(share, Sentence.answered, Evidence(useful))
        if let missing = open.first {
            tally.miss(
                5 - share, Sentence.notAnswered, missing.evidence,
                advice: Sentence.answerLast)
        }
    }

    private func markLength(_ tally: inout Tally) {
        let useful = story.replies.filter { $0.said?.reading.isUseful ?? false }
        guard !useful.isEmpty else {
            tally.miss(2, Sentence.nothingUseful, advice: Sentence.answerCustomer)
            return
        }
        let long = story.replies.filter { $0.said?.isTooLong ?? false }
        if let line = long.first {
            tally.miss(2, Sentence.tooLong, line.evidence, advice: Sentence.shorten)
        } else {
            tally.gain(2, Sentence.goodLength, Evidence(Array(useful.prefix(1))))
        }
    }

    private func markFarewell(_ tally: inout Tally) {
        let last = story.replies.suffix(2)
        let isKind = last.first {
            guard let reading = $0.said?.reading else { return false }
            return reading.has(.close) || reading.has(.thank) || reading.has(.askMore)
                || reading.has(.inviteReview)
        }
        if let isKind {
            tally.gain(3, Sentence.saidGoodbye, isKind.evidence)
        } else {
            tally.miss(
                3, Sentence.noGoodbye, Evidence(Array(last)),
                advice: Sentence.sayGoodbye)
        }
    }

    private func markFaults(_ tally: inout Tally, promises: [PromiseReport]) {
        // Once is a slip, again is a manner: each further fault that is no trifle weighs one more.
        var before = 0
        for line in story.spoken {
            for finding in line.said?.reading.faults ?? [] {
                let fault = finding.subject
                let isTrifle = fault.severity == .light
                tally.deduct(
                    fault.severity.cost + (isTrifle ? 0 : before),
                    finding.isGuess ? Sentence.soundsLike(fault.why) : fault.why, line.evidence,
                    advice: fault.better)
                before += isTrifle ? 0 : 1
            }
        }
        for promise in promises where promise.outcome == .undated {
            tally.deduct(
                2, Sentence.undated(promise.text), promise.evidence, advice: Sentence.dateIt)
        }
        let empty = emptyPoliteness(promises: promises)
        if !empty.isEmpty {
            tally.deduct(
                4, Sentence.emptyPoliteness,
                Evidence(events: empty.map(\.event), quotes: empty), advice: Sentence.actInstead)
        }
    }

    /// Two or more lines of sorry and "will report", and no act, no ticket, no dated promise.
    func emptyPoliteness(promises: [PromiseReport]) -> [Evidence.Quote] {
        let polite = story.replies.filter {
            guard let reading = $0.said?.reading else { return false }
            return reading.isEmptyPoliteness || reading.has(.apologise)
                || reading.has(.willReport)
        }
        guard polite.count >= 2 else { return [] }
        let acted = story.deeds.contains { $0.deed?.kind.isRemedy ?? false }
        let dated = promises.contains { $0.due != nil }
        return acted || dated ? [] : polite.compactMap(\.quote)
    }
}

extension Story {
    /// The mood at the start and after each change.
    var moods: [Int] {
        var moods = [moodAtStart]
        for line in lines {
            if case .moodShifted(_, let shift, _) = line.event {
                moods.append(min(100, max(0, (moods.last ?? 0) + shift)))
            }
        }
        return moods
    }
}

extension Story.Utterance {
    /// Beyond what a phone shows at once.
    var isTooLong: Bool {
        switch reading.language {
        case .chinese: text.count > 150
        case .english, .other: text.count > 420
        }
    }
}

extension Reading {
    /// A first line with manners in it: "很抱歉让您久等", "Sure, it has …" open as well as a hello.
    var opensKindly: Bool {
        let kind: [Language.Act] = [.greet, .thank, .apologise, .empathise, .own, .agree]
        return faults.isEmpty && kind.contains { has($0) }
    }

    /// Holds something a customer can use: a fact, an offer, an answer, a question to them.
    public var isUseful: Bool {
        if isEmptyPoliteness { return false }
        let useful: [Language.Act] = [
            .probe, .askIdentity, .askOrderNumber, .askReason, .askPhoto, .askChoice,
            .confirmOrder, .inform, .explain, .instruct, .recommend, .offer, .agree, .refuse,
            .reportDone,
        ]
        return !values.isEmpty || useful.contains { has($0) } || promises.contains(where: \.isDated)
    }
}

extension Fault.Severity {
    var cost: Int {
        switch self {
        case .light: 1
        case .medium: 5
        case .severe: 8
        }
    }
}

extension DeedPattern.Kind {
    /// Moves the customer's matter forward: what empty politeness lacks.
    var isRemedy: Bool {
        switch self {
        case .changeAddress, .reprice, .closeUnpaid, .urge, .changeItem, .extend, .refund,
            .reship, .compensate, .giveCoupon, .promise, .ticket, .transfer, .card, .apply, .offer,
            .agreeReturn, .agreeToSend, .acceptReturn, .changePayment, .merge, .invoice,
            .moveShipDate, .intercept, .claim, .voidParcel, .notice, .explainReview, .optOut:
            true
        case .memo, .tag, .untag, .customerNote, .note, .take, .hold, .resume, .close, .reply,
            .recall, .look, .refuse, .rejectReturn, .evidence, .nudge, .contactReviewer,
            .reportReview, .blacklist, .campaign, .propose:
            false
        }
    }
}
