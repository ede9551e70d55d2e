import Engine
import Language

extension Buyer {
    /// Feels it, and says why for the debrief.
    mutating func feel(_ change: Int, _ cause: MoodCause, _ out: inout [Command]) {
        guard let id = conversation, change != 0 else { return }
        let before = mood
        mood = min(100, max(0, mood + change))
        // What a full heart could not take in is not taken away again.
        if mood > before, cause.message != nil || cause.promise != nil {
            gains.append(Gain(cause: cause, change: mood - before))
        }
        out.append(.feel(conversation: id, shift: change, cause: cause))
    }

    /// By a rule of the profile.
    mutating func shift(
        _ rule: MoodRule, message: MessageID? = nil, promise: PromiseID? = nil,
        at instant: Instant, on stage: Stage, _ out: inout [Command]
    ) {
        guard let shift = stage.shift(rule) else { return }
        let cause = MoodCause(rule: rule.rawValue, message: message, promise: promise)
        feel(shift.value, cause, &out)
    }

    func isAtBottom(_ stage: Stage) -> Bool { mood <= stage.plan.manners.leavesAtMood }

    /// How the first answer's wait is taken.
    mutating func judgeFirstReply(
        after waited: Span, message: MessageID, at instant: Instant, on stage: Stage,
        _ out: inout [Command]
    ) {
        func limit(_ rule: MoodRule) -> Span { stage.shift(rule)?.span ?? .zero }
        let waited = Span(
            milliseconds: waited.milliseconds * 100 / Int64(max(1, channel.patience)))
        if waited <= limit(.firstReplyFast) {
            shift(.firstReplyFast, message: message, at: instant, on: stage, &out)
        } else if waited > limit(.firstReplyVerySlow) {
            shift(.firstReplyVerySlow, message: message, at: instant, on: stage, &out)
        } else if waited > limit(.firstReplySlow) {
            shift(.firstReplySlow, message: message, at: instant, on: stage, &out)
        }
    }

    /// How a message is taken apart from what it answers.
    mutating func judge(
        _ reading: Reading, message: MessageID, at instant: Instant, in shop: Shop,
        on stage: Stage, _ out: inout [Command]
    ) {
        if let worst = reading.faults.map(\.subject.severity).max() {
            switch worst {
            case .light: shift(.faultLight, message: message, at: instant, on: stage, &out)
            case .medium: shift(.faultMedium, message: message, at: instant, on: stage, &out)
            case .severe: shift(.faultSevere, message: message, at: instant, on: stage, &out)
            }
        }
        if reading.has(.empathise), !hasBeenUnderstood,
            let below = stage.shift(.empathyFirst)?.below, mood < below
        {
            shift(.empathyFirst, message: message, at: instant, on: stage, &out)
        }
        if reading.has(.empathise) || Self.offersSolution(reading) { hasBeenUnderstood = true }
        if Self.isEmptyApology(reading) {
            emptyApologies += 1
            if emptyApologies >= 2 {
                shift(.secondApology, message: message, at: instant, on: stage, &out)
            }
        }
        if reading.promises.contains(where: \.isDated), hearsNewPromise(at: instant) {
            shift(.datedPromise, message: message, at: instant, on: stage, &out)
        }
        if reading.has(.pressure) {
            shift(.pushedAfterNo, message: message, at: instant, on: stage, &out)
        }
        if asksAgain(reading, in: shop) {
            shift(.askedAgain, message: message, at: instant, on: stage, &out)
        }
        let words = reading.normal.string
        if words.count >= 8, !agentTexts.insert(words).inserted {
            shift(.cannedRepeat, message: message, at: instant, on: stage, &out)
        }
        if contradicts(reading, in: shop) {
            shift(.wrongFact, message: message, at: instant, on: stage, &out)
        }
        if reading.has(.handOver) { hasHeardHandOver = true }
        if reading.has(.inviteReview) { isInvited = true }
    }

    /// A promise said and entered counts once, and not for ever.
    mutating func hearsNewPromise(at instant: Instant) -> Bool {
        if let last = lastPromiseAt, instant - last < .minutes(2) { return false }
        lastPromiseAt = instant
        datedPromises += 1
        return datedPromises <= 2
    }

    /// Sorry, or "will pass it on", with nothing to hold on to.
    private static func isEmptyApology(_ reading: Reading) -> Bool {
        guard reading.has(.apologise) || reading.has(.willReport) else { return false }
        if reading.isEmptyPoliteness { return true }
        let isTelling = [Language.Act.inform, .explain, .own].contains { reading.has($0) }
        return !isTelling && !offersSolution(reading) && reading.values.isEmpty
            && !reading.promises.contains(where: \.isDated)
    }

    private static func offersSolution(_ reading: Reading) -> Bool {
        [Language.Act.offer, .recommend, .agree, .reportDone].contains { reading.has($0) }
    }

    /// The shop has the order before it, or the same thing was asked before.
    private mutating func asksAgain(_ reading: Reading, in shop: Shop) -> Bool {
        var isAgain = false
        if reading.has(.askOrderNumber), let id = conversation,
            shop.conversations[id]?.order != nil
        {
            isAgain = true
        }
        for act in [Language.Act.askOrderNumber, .askReason, .askPhoto, .askIdentity]
        where reading.has(act) && !asked.insert(act).inserted {
            isAgain = true
        }
        return isAgain
    }

    /// A number in the message that belongs to no order and no parcel of this customer.
    private func contradicts(_ reading: Reading, in shop: Shop) -> Bool {
        let orders = shop.orders(of: script.customer)
        guard !orders.isEmpty else { return false }
        let parcels = orders.flatMap(\.parcels)
        for value in reading.values {
            switch value.subject {
            case .orderNumber(let number):
                if !orders.contains(where: { $0.id.rawValue.hasSuffix(number) }) { return true }
            case .trackingNumber(let number):
                let isKnown = parcels.contains {
                    $0.tracking.lowercased() == number.lowercased()
                }
                if !isKnown { return true }
            case .amount, .percent, .discount, .time, .duration, .phone, .size, .quantity, .place,
                .carrier, .number:
                break
            }
        }
        return false
    }
}
