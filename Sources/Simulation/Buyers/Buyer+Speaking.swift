import Engine

extension Buyer {
    /// Plans one of the wordings to be typed and sent, in as many messages as it has lines.
    /// - Parameter key: what is being said; the same wording of it never comes twice in a row.
    mutating func say(
        _ wordings: Wordings, key: String, asks: Bool = true, isNudge: Bool = false,
        at instant: Instant, on stage: Stage
    ) {
        guard let wording = choose(wordings[stage.tongue], key: key) else { return }
        // A letter is written whole and sent at once.
        let lines =
            script.channel.manner == .letter
            ? [Substring(wording)] : wording.split(separator: "\n")
        for line in lines { type(String(line), asks: asks, isNudge: isNudge, from: instant) }
    }

    mutating func type(
        _ line: String, asks: Bool, isNudge: Bool = false, from instant: Instant
    ) {
        let start = max(instant, freeAt)
        let typing = pace.types(line, &dice)
        freeAt = start + typing
        plan(isNudge ? .nudge(line) : .line(line, asks: asks), at: freeAt)
    }

    /// A wording by dice, but neither the one said last time nor the line said last of all.
    private mutating func choose(_ wordings: [String], key: String) -> String? {
        let last = lastLine[key]
        let overall = lastLine[""]
        var choices = wordings.filter { $0 != last && $0 != overall }
        if choices.isEmpty { choices = wordings.filter { $0 != last } }
        if choices.isEmpty { choices = wordings }
        guard let chosen = dice.pick(choices) else { return nil }
        lastLine[key] = chosen
        lastLine[""] = chosen
        return chosen
    }

    /// The customer has not followed. Every third time in a row they ask their question again.
    mutating func saysNotUnderstood(at instant: Instant, on stage: Stage) {
        misses += 1
        if misses % 3 == 0, let opening = script.opens[stage.tongue].first,
            let question = opening.split(separator: "\n").last
        {
            type(String(question), asks: true, from: instant)
            return
        }
        let wordings = script.misunderstood ?? stage.phrases(on: script.channel).misunderstood
        var pool = wordings[stage.tongue]
        // A scenario with a single wording of its own would have to repeat itself.
        if pool.count < 2 { pool += stage.phrases(on: script.channel).misunderstood[stage.tongue] }
        let all = Wordings(zh: pool, en: pool)
        say(all, key: "misunderstood", at: instant, on: stage)
    }

    // MARK: The end of it

    /// Content: thanks, unless something has just been said, stars, and goes.
    mutating func finish(saysThanks: Bool, at instant: Instant, on stage: Stage) {
        guard !isDone else { return }
        isDone = true
        if saysThanks, !isOffended {
            say(
                stage.phrases(on: script.channel).thanks, key: "thanks", asks: false, at: instant,
                on: stage)
        }
        wrapUp(at: instant)
    }

    /// Has had enough.
    mutating func giveUp(at instant: Instant, on stage: Stage) {
        guard !isDone else { return }
        isDone = true
        say(
            stage.phrases(on: script.channel).givesUp, key: "givesUp", asks: false, at: instant,
            on: stage)
        wrapUp(at: instant)
    }

    /// The agent has ended it.
    mutating func isClosed(at instant: Instant) {
        isDone = true
        wrapUp(at: instant)
    }

    private mutating func wrapUp(at instant: Instant) {
        cancel { kind in
            switch kind {
            case .patience, .idle, .silence, .nudge, .sinkIn: true
            case .open, .begin, .line, .deed, .show, .joinIn, .read, .missWords, .rate, .leave:
                false
            }
        }
        let end = max(instant, freeAt)
        // Thrown in any case, so that being asked does not change later throws.
        let rates = dice.chance(percent: script.persona.ratesUnasked)
        let pause = Span(milliseconds: Int64(dice.roll(3000...15_000)))
        if rates || isInvited { plan(.rate, at: end + pause) }
        // Long enough for a kind word to reach them.
        plan(.leave, at: end + pause + .seconds(20))
    }

    mutating func rate(on stage: Stage, _ out: inout [Command]) {
        guard let id = conversation, !hasRated else { return }
        hasRated = true
        out.append(.rate(conversation: id, stars: stage.plan.manners.stars(at: mood)))
    }
}
