import Engine
import Language

extension Buyer {
    /// Looks which rules `fits` sets off. Silent ones all take effect, of the others the first.
    /// - Returns: whether any did.
    @discardableResult
    mutating func fire(
        message: MessageID? = nil, at instant: Instant, in shop: Shop, on stage: Stage,
        _ out: inout [Command], where fits: (Trigger) -> Bool
    ) -> Bool {
        let here = script.chart.state(state)?.rules ?? []
        var isLoud = false
        var chosen: [Rule] = []
        for rule in here + script.chart.also where fits(rule.trigger) {
            if rule.effects.isLoud, isLoud { continue }
            guard isAllowed(rule, in: shop) else { continue }
            if rule.effects.isLoud { isLoud = true }
            chosen.append(rule)
        }
        // Feelings and needs first: what is said may already follow from them.
        for rule in chosen where !rule.effects.isLoud {
            take(effectsOf: rule, message: message, at: instant, in: shop, on: stage, &out)
        }
        for rule in chosen where rule.effects.isLoud {
            take(effectsOf: rule, message: message, at: instant, in: shop, on: stage, &out)
        }
        return !chosen.isEmpty
    }

    func isAllowed(_ rule: Rule, in shop: Shop) -> Bool {
        if rule.isOnce, firedOnce.contains(rule.id) { return false }
        guard let condition = rule.condition else { return true }
        guard let id = conversation else { return false }
        return holds(condition, in: shop, id)
    }

    /// As the shop sees it, but with needs brought to light at this very instant, which are not in
    /// the shop yet.
    private func holds(_ condition: Condition, in shop: Shop, _ id: ConversationID) -> Bool {
        switch condition {
        case .all(let parts): parts.allSatisfy { holds($0, in: shop, id) }
        case .any(let parts): parts.contains { holds($0, in: shop, id) }
        case .not(let part): !holds(part, in: shop, id)
        case .revealed(let need): revealed.contains(need)
        case .status, .has, .paidFor, .paid, .address, .couponUsed, .memo, .recorded, .ticket,
            .promisesKept, .promiseMade, .noPromiseBroken, .noPromiseOpen, .afterSale,
            .compensated, .caseState, .verdict, .evidenceGiven, .balanceOpen, .late, .noticed,
            .reviewed, .reviewExplained,
            .nudged, .extended, .urged, .tagged, .answered, .closed, .inStock, .cardSent:
            shop.holds(condition, in: id)
        }
    }

    /// Rules that ask whether something is so in the shop.
    mutating func lookAround(
        at instant: Instant, in shop: Shop, on stage: Stage, _ out: inout [Command]
    ) {
        guard let id = conversation, !isDone else { return }
        for rule in script.chart.also {
            guard case .when(let condition) = rule.trigger else { continue }
            if holds(condition, in: shop, id) {
                guard heldAlso.insert(rule.id).inserted, isAllowed(rule, in: shop) else { continue }
                take(effectsOf: rule, message: nil, at: instant, in: shop, on: stage, &out)
            } else {
                heldAlso.remove(rule.id)
            }
        }
        // A rule may lead to a state whose own conditions hold already.
        for _ in 0..<8 {
            let before = entry
            for rule in script.chart.state(state)?.rules ?? [] {
                guard case .when(let condition) = rule.trigger, !firedHere.contains(rule.id),
                    holds(condition, in: shop, id), isAllowed(rule, in: shop)
                else { continue }
                take(effectsOf: rule, message: nil, at: instant, in: shop, on: stage, &out)
                if entry != before || isDone { break }
            }
            if entry == before || isDone { return }
        }
    }

    mutating func take(
        effectsOf rule: Rule, message: MessageID?, at instant: Instant, in shop: Shop,
        on stage: Stage, _ out: inout [Command]
    ) {
        guard let id = conversation else { return }
        firedOnce.insert(rule.id)
        firedHere.insert(rule.id)
        let effects = rule.effects
        for need in effects.reveals + effects.meets where revealed.insert(need).inserted {
            out.append(.reveal(conversation: id, need: need))
        }
        feel(effects.mood, MoodCause(rule: rule.id, message: message), &out)
        for _ in effects.meets { shift(.needMet, message: message, at: instant, on: stage, &out) }
        if effects.isResolved, !isResolved {
            isResolved = true
            shift(.questionResolved, message: message, at: instant, on: stage, &out)
        }
        if effects.isLoud {
            misses = 0
            openSince = nil
        }
        if effects.isResolved || effects.settles {
            isSettled = true
            waitingSince = nil
        }
        if let say = effects.say {
            let asks = !effects.isDone
            self.say(
                say, key: rule.id, asks: asks, isNudge: rule.isNudge,
                at: instant + pace.thinks(&dice), on: stage)
        }
        for shown in effects.shows {
            freeAt = max(freeAt, instant) + Span(milliseconds: Int64(dice.roll(3000...8000)))
            plan(.show(shown), at: freeAt)
        }
        for remark in effects.remarks {
            let pause = Span(milliseconds: Int64(dice.roll(8000...30_000)))
            plan(.joinIn(remark), at: max(freeAt, instant) + channel.looksInAfter + pause)
        }
        for act in effects.acts {
            let pause = Span(milliseconds: Int64(dice.roll(4000...12_000)))
            freeAt = max(freeAt, instant) + pause
            plan(.deed(act), at: freeAt)
        }
        if let next = effects.go {
            enter(next, at: instant, in: shop, on: stage, &out)
        }
        if effects.isDone {
            finish(saysThanks: effects.say == nil, at: instant, on: stage)
        }
        if isAtBottom(stage) { giveUp(at: instant, on: stage) }
    }

    mutating func enter(
        _ name: String, at instant: Instant, in shop: Shop, on stage: Stage,
        _ out: inout [Command]
    ) {
        state = name
        entry += 1
        enteredAt = max(instant, freeAt)
        firedHere = []
        // States that lead to each other at once would never come to rest.
        guard entry < 500 else { return }
        let before = entry
        let here = script.chart.state(name)?.rules ?? []
        var isLoud = false
        for rule in here {
            guard case .enter = rule.trigger, isAllowed(rule, in: shop) else { continue }
            if rule.effects.isLoud {
                if isLoud { continue }
                isLoud = true
            }
            take(effectsOf: rule, message: nil, at: instant, in: shop, on: stage, &out)
            if entry != before { return }
        }
        planSilences(from: instant)
    }
}
