import Engine

extension Buyer {
    /// The patience of somebody who has asked and not been answered has run out once more.
    mutating func lookAtClock(
        _ since: Instant, at instant: Instant, in shop: Shop, on stage: Stage,
        _ out: inout [Command]
    ) {
        guard !isDone, waitingSince == since else { return }
        if let calmUntil, calmUntil > instant {
            plan(.patience(since: since), at: calmUntil + .seconds(20))
            return
        }
        shift(.waitBeyondPatience, at: instant, on: stage, &out)
        let waited = instant - since
        if waited >= onChannel(stage.plan.manners.leavesAfterSilence) || isAtBottom(stage) {
            giveUp(at: instant, on: stage)
            return
        }
        nudges += 1
        // Not a word every time: some only grow angrier.
        if nudges <= 2 || dice.chance(percent: 50) { nudge(at: instant, on: stage) }
        let next = Span(
            milliseconds: patience.milliseconds * Int64(min(nudges + 2, 6)) / 2)
        let latest = since + onChannel(stage.plan.manners.leavesAfterSilence)
        let due = instant + next
        plan(.patience(since: since), at: latest > instant ? min(due, latest) : due)
    }

    /// The agent spoke last, and nothing has come of it.
    mutating func wonder(
        _ since: Instant, at instant: Instant, in shop: Shop, on stage: Stage,
        _ out: inout [Command]
    ) {
        guard !isDone, lastAgentAt == since, waitingSince == nil else { return }
        if !inbox.isEmpty {
            plan(.idle(since: since), at: instant + max(.seconds(5), channel.looksInAfter))
            return
        }
        if let calmUntil, calmUntil > instant {
            plan(.idle(since: since), at: calmUntil + .seconds(20))
            return
        }
        if isResolved || isSettled {
            finish(saysThanks: true, at: instant, on: stage)
            return
        }
        nudge(at: instant, on: stage)
    }

    /// "Anyone there?" where nobody has answered; "and my question?" where somebody has, but not
    /// to the point.
    private mutating func nudge(at instant: Instant, on stage: Stage) {
        let phrases = stage.phrases(on: script.channel)
        let isAnswered = lastAgentAt.map { $0 > lastSpokeAt ?? $0 } ?? false
        if isAnswered {
            say(phrases.unanswered, key: "unanswered", isNudge: true, at: instant, on: stage)
        } else {
            say(phrases.nudges, key: "nudge", isNudge: true, at: instant, on: stage)
        }
    }

    /// Kind words and nothing else: the question stands, and the customer's clock goes on.
    mutating func isFobbedOff(at instant: Instant) {
        guard let openSince, (calmUntil ?? instant) <= instant else { return }
        waitingSince = openSince
        cancel { if case .patience = $0 { true } else { false } }
        plan(.patience(since: openSince), at: instant + patience)
    }

    /// From now on the agent's silence is counted anew.
    mutating func agentHasSpoken(at instant: Instant) {
        if !hasHeardAgent, let waitingSince { firstWait = instant - waitingSince }
        hasHeardAgent = true
        lastAgentAt = instant
        // Several messages in a row answer one wait.
        if let waitingSince { answeredWait = waitingSince }
        waitingSince = nil
        moment = nil
        nudges = 0
        cancel { if case .nudge = $0 { true } else { false } }
        planIdle(since: instant, from: instant)
    }

    /// Somebody whose last message needed no answer looks in again after a good while.
    mutating func planIdle(since: Instant, from instant: Instant) {
        let usual = patience * 3
        plan(.idle(since: since), at: instant + max(usual, onChannel(.minutes(3))))
    }

    /// Told to wait, by words or by being put on hold: patience is longer for a while.
    mutating func isAskedToWait(at instant: Instant, message: MessageID? = nil) {
        let longer = max(patience * 2, onChannel(.minutes(2)))
        guard moment.map({ $0.until < instant + longer }) ?? true else { return }
        moment = Wait(until: instant + longer, message: message)
    }

    // MARK: `after:` rules

    mutating func planSilences(from instant: Instant) {
        let here = script.chart.state(state)?.rules ?? []
        for rule in here + script.chart.also {
            guard case .silence(let span) = rule.trigger else { continue }
            plan(.silence(rule: rule.id, entry: entry), at: max(instant, freeAt) + span)
        }
    }

    mutating func noticeSilence(
        _ id: String, _ entry: Int, at instant: Instant, in shop: Shop, on stage: Stage,
        _ out: inout [Command]
    ) {
        guard !isDone, entry == self.entry,
            let rule = script.chart.rules.first(where: { $0.id == id }),
            case .silence(let span) = rule.trigger, !firedHere.contains(id)
        else { return }
        if !inbox.isEmpty {
            // An answer lies there unread: the silence may be over.
            plan(
                .silence(rule: id, entry: entry),
                at: instant + max(.seconds(5), channel.looksInAfter))
            return
        }
        let quietSince =
            [
                enteredAt, lastAgentAt ?? enteredAt, lastSpokeAt ?? enteredAt,
                calmUntil ?? enteredAt,
            ].max() ?? enteredAt
        if quietSince + span > instant {
            plan(.silence(rule: id, entry: entry), at: quietSince + span)
            return
        }
        guard isAllowed(rule, in: shop) else { return }
        take(effectsOf: rule, message: nil, at: instant, in: shop, on: stage, &out)
    }

    // MARK: Coming back

    /// What was promised has not come. In an open conversation the customer says so; after it was
    /// closed they come again.
    mutating func plansToReturn(for promise: PromiseID, at instant: Instant) {
        guard !isComing else { return }
        isComing = true
        returnsFor = promise
        isGone = false
        isDone = false
        hasRated = false
        // Nothing more is waited for in the old conversation, and who was just leaving does not: they
        // would come back without a word.
        cancel { kind in
            switch kind {
            case .patience, .idle, .silence, .nudge, .sinkIn, .leave, .rate: true
            case .open, .begin, .line, .deed, .show, .joinIn, .read, .missWords: false
            }
        }
        let pause = Span(milliseconds: Int64(dice.roll(40_000...150_000)))
        plan(.open, at: instant + pause)
    }
}
