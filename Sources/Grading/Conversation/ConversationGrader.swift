import Engine
import Language

/// Marks one told conversation on the seven dimensions.
struct ConversationGrader {
    let story: Story
    /// The shop at the end of the journal.
    let shop: Shop
    let counting: CountingRules
    var moodTitle: (String) -> Engine.Bilingual? = { _ in nil }

    func grade() -> ConversationGrade {
        let promises = PromiseLedger(story: story, shop: shop).reports
        let crossings = redLines()
        let tallies = [
            outcome(promises: promises), process(), accuracy(promises: promises),
            language(promises: promises),
            speed(promises: promises), record(),
        ]
        var marks = tallies.flatMap(\.marks)
        marks += crossings.map(\.mark)
        let talk = shop.conversations[story.id]
        return ConversationGrade(
            conversation: story.id, customer: story.customer,
            customerName: shop.customers[story.customer]?.name ?? story.customer.rawValue,
            scenario: story.scenario, title: story.rubric.title, stage: talk?.stage ?? .preSale,
            openedAt: story.openedAt, marks: marks, cap: crossings.map(\.cap).min(),
            promises: promises, lights: lights(), mood: moodTrack(),
            emptyPoliteness: emptyPoliteness(promises: promises),
            statements: story.spoken.flatMap { $0.said?.statements ?? [] },
            rating: talk?.rating,
            isSuccess: story.success.allSatisfy { $0.since != nil } && crossings.isEmpty)
    }

    // MARK: Outcome

    /// Goals that came true during the conversation share the points. One that was so from the
    /// start earns nothing and must not be lost.
    private func outcome(promises: [PromiseReport]) -> Tally {
        var tally = Tally(.outcome)
        share(story.success, in: &tally, advice: Sentence.reachGoal)
        let unanswered = needsAnswerAtEnd()
        if let unanswered {
            tally.deduct(
                4, Sentence.lastQuestionOpen, Evidence([unanswered]), advice: Sentence.answerLast)
        }
        for promise in promises where promise.outcome == .broken || promise.outcome == .late {
            tally.deduct(
                4, Sentence.promiseBroken(promise.text), promise.evidence,
                advice: Sentence.keepPromise)
        }
        if shop.conversations[story.id]?.isOpen == true, !story.replies.isEmpty {
            tally.deduct(2, Sentence.leftOpen, Evidence(), advice: Sentence.closeIt)
        }
        return tally
    }

    /// Shares a dimension's points among goals; also used for the record.
    private func share(
        _ goals: [Story.GoalWatch], in tally: inout Tally,
        advice: (Engine.Bilingual) -> Engine.Bilingual
    ) {
        let wanted = goals.filter { !$0.wasSoAtStart }
        // Where everything was so from the start, keeping it so is the work.
        let scored = wanted.isEmpty && story.deeds.count > 0 ? goals : wanted
        let shares = Tally.shares(of: tally.dimension.points, among: max(scored.count, 1))
        if scored.isEmpty {
            tally.miss(
                tally.dimension.points, Sentence.nothingDone, advice: Sentence.doSomething)
        }
        for (goal, points) in zip(scored, shares) {
            let title = goal.goal.title
            if let since = goal.since {
                tally.gain(points, title, evidence(at: since))
            } else {
                tally.miss(points, Sentence.notDone(title), advice: advice(title))
            }
        }
        for goal in goals where goal.wasSoAtStart && goal.since == nil {
            tally.deduct(
                8, Sentence.lost(goal.goal.title), Evidence(), advice: advice(goal.goal.title))
        }
    }

    private func evidence(at sequence: Int) -> Evidence {
        guard let line = story.lines.first(where: { $0.sequence == sequence }) else {
            return Evidence(events: [sequence])
        }
        return line.evidence
    }

    // MARK: Process

    private func process() -> Tally {
        var tally = Tally(.process)
        let steps = story.rubric.process
        let shares = Tally.shares(of: 15, among: max(steps.count, 1))
        if steps.isEmpty { judgeWithoutSteps(&tally) }
        var reached = -1
        // The step that reached furthest: what a later one should have followed.
        var furthest: Step?
        for (step, points) in zip(steps, shares) {
            let places = places(earning: step.means)
            guard let first = places.first, let last = places.last else {
                tally.miss(points, Sentence.notDone(step.title), advice: Sentence.doStep(step))
                continue
            }
            let line = story.lines[places.first { $0 >= reached } ?? last]
            let deadline = step.before.flatMap { self.places(of: $0).first }
            if let deadline, first > deadline {
                tally.gain(points / 2, Sentence.tooLate(step.title), line.evidence)
                tally.miss(
                    points - points / 2, Sentence.tooLate(step.title),
                    story.lines[deadline].evidence, advice: Sentence.doEarlier(step))
            } else if last < reached {
                tally.gain(points / 2, Sentence.outOfOrder(step.title), line.evidence)
                tally.miss(
                    points - points / 2, Sentence.outOfOrder(step.title), line.evidence,
                    advice: Sentence.keepOrder(step.title, after: furthest?.title))
            } else {
                tally.gain(points, step.title, line.evidence)
            }
            if first > reached {
                reached = first
                furthest = step
            }
        }
        for limit in story.rubric.limits {
            for place in places(of: limit.means).dropFirst(limit.atMost) {
                tally.deduct(
                    limit.costs, Sentence.tooOften(limit), story.lines[place].evidence,
                    advice: Sentence.stayWithin(limit))
            }
        }
        return tally
    }

    /// Everyday conversations: looked up before answering, and did something.
    private func judgeWithoutSteps(_ tally: inout Tally) {
        let looked = story.lines.first { $0.deed?.kind == .look }
        if let looked {
            tally.gain(8, Sentence.lookedUp, looked.evidence)
        } else {
            tally.miss(8, Sentence.notLookedUpFirst, advice: Sentence.lookFirst)
        }
        if let deed = story.deeds.first {
            tally.gain(7, Sentence.didSomething, deed.evidence)
        } else {
            tally.miss(7, Sentence.didNothing, advice: Sentence.doSomething)
        }
    }

    /// Places in the story where something was done or said, ascending.
    func places(of means: Means) -> [Int] {
        story.lines.indices.filter { happens(means, in: story.lines[$0]) }
    }

    /// Places that can earn a step: neither recalled nor, in the same words, a red line crossed.
    /// To read an address back masked is not to read it out.
    private func places(earning means: Means) -> [Int] {
        places(of: means).filter { place in
            !story.lines[place].isRecalled
                && !story.rubric.redLines.contains { happens($0.means, in: story.lines[place]) }
        }
    }

    private func happens(_ means: Means, in line: Story.Line) -> Bool {
        switch means {
        case .deed(let pattern):
            return line.isByAgent && !line.showsOtherOrder && pattern.matches(line.event)
        case .says(let pattern):
            guard let said = line.said, !said.isBuyer else { return false }
            return pattern.matches(said.reading)
        case .any(let choices): return choices.contains { happens($0, in: line) }
        }
    }

    // MARK: Record

    private func record() -> Tally {
        var tally = Tally(.record)
        let goals =
            story.record.isEmpty
            ? [
                Story.GoalWatch(
                    goal: Rubric.general.record[0], wasSoAtStart: false,
                    since: story.deeds.first { $0.deed?.kind.isRecord ?? false }?.sequence)
            ] : story.record
        share(goals, in: &tally, advice: Sentence.writeDown)
        return tally
    }
}

extension DeedPattern.Kind {
    /// Leaves something that the next agent will read.
    var isRecord: Bool {
        switch self {
        case .memo, .note, .tag, .customerNote, .ticket, .promise: true
        case .take, .hold, .resume, .transfer, .close, .reply, .card, .recall, .look,
            .changeAddress, .reprice, .closeUnpaid, .urge, .changeItem, .extend, .refund, .reship,
            .compensate, .giveCoupon, .untag, .apply, .offer, .refuse, .agreeReturn, .agreeToSend,
            .acceptReturn, .rejectReturn, .evidence, .changePayment, .merge, .nudge, .invoice,
            .moveShipDate, .intercept, .claim, .voidParcel, .notice, .explainReview,
            .contactReviewer, .reportReview, .blacklist, .optOut, .campaign, .propose:
            false
        }
    }
}
