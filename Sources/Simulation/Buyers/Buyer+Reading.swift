import Engine
import Language

extension Buyer {
    /// Something has reached the customer; it is looked at when they have noticed it.
    mutating func hear(_ heard: Heard, at instant: Instant, text: String = "") {
        inbox.append(heard)
        let isWaiting = agenda.contains { if case .read = $0.kind { true } else { false } }
        guard !isWaiting else { return }
        let pause = readsAtOnce ? .zero : channel.looksInAfter + pace.reads(text, &dice)
        plan(.read, at: instant + pause)
    }

    /// Looks at everything that has come in, in order.
    mutating func read(
        at instant: Instant, in shop: Shop, on stage: Stage, _ out: inout [Command]
    ) {
        let heard = inbox
        inbox = []
        var missed: MessageID?
        var isUnderstood = false
        var isCourtesy = false
        var isRude = false
        for item in heard {
            switch item {
            case .message(let id, let text, let context):
                switch read(id, text, context, at: instant, in: shop, on: stage, &out) {
                case .understood: isUnderstood = true
                case .missed: missed = id
                case .courtesy: isCourtesy = true
                case .offended: isRude = true
                }
            case .robot(let id, let text, let context):
                guard !isDone else { continue }
                hearRobot(id, text, context, at: instant, in: shop, on: stage, &out)
            case .deed(let event):
                guard !isDone else { continue }
                if shop.showsOtherOrder(event) {
                    isUnderstood = true
                    say(
                        stage.phrases(on: script.channel).otherOrder, key: "otherOrder",
                        at: instant + pace.thinks(&dice), on: stage)
                    continue
                }
                let fits = fire(at: instant, in: shop, on: stage, &out) { trigger in
                    if case .sees(let deed) = trigger { return deed.matches(event) }
                    return false
                }
                if fits { isUnderstood = true }
            case .promised(let promise):
                promised.append(Wait(until: promise.due, message: promise.message))
                if hearsNewPromise(at: instant) {
                    shift(.datedPromise, promise: promise.id, at: instant, on: stage, &out)
                }
            case .promise(let id, let isKept, let isEarly):
                take(
                    promise: id, isKept: isKept, isEarly: isEarly, at: instant, in: shop, stage,
                    &out)
            case .closed:
                // Who is on the way back already has no use for the end of the old conversation.
                guard !isDone, !isComing else { continue }
                if !isResolved { shift(.closedUnresolved, at: instant, on: stage, &out) }
                isClosed(at: instant)
            case .transferred:
                if !hasHeardHandOver { shift(.silentTransfer, at: instant, on: stage, &out) }
                isDone = true
            case .world: break
            }
            lookAround(at: instant, in: shop, on: stage, &out)
        }
        guard !isDone else { return }
        if isAtBottom(stage) {
            giveUp(at: instant, on: stage)
        } else if isRude {
            say(
                stage.phrases(on: script.channel).offended, key: "offended",
                at: instant + pace.thinks(&dice),
                on: stage)
        } else if let missed, !isUnderstood, !isResolved, !isBusy(at: instant) {
            shift(.misunderstood, message: missed, at: instant, on: stage, &out)
            saysNotUnderstood(at: instant + pace.thinks(&dice), on: stage)
        } else if isCourtesy, !isUnderstood, !isResolved {
            isFobbedOff(at: instant)
        }
    }

    /// How a message was taken.
    private enum Grasp {
        case understood
        /// Manners, or "one moment": nothing to say to it.
        case courtesy
        case missed
        /// Rude: what else it says is taken in only after a while.
        case offended
    }

    private mutating func read(
        _ id: MessageID, _ text: String, _ context: Context, at instant: Instant, in shop: Shop,
        on stage: Stage, _ out: inout [Command]
    ) -> Grasp {
        let reading = stage.reader.read(text, in: context)
        if let waited = firstWait {
            firstWait = nil
            judgeFirstReply(after: waited, message: id, at: instant, on: stage, &out)
        }
        judge(reading, message: id, at: instant, in: shop, on: stage, &out)
        if isDone {
            if isInvited, !hasRated, !isRating { plan(.rate, at: instant + .seconds(6)) }
            return .courtesy
        }
        if reading.has(.askWait), isStillLast(id, in: shop) {
            isAskedToWait(at: instant, message: id)
        }
        if let due = reading.promises.compactMap(\.due).max(), due > instant {
            promised.append(Wait(until: due, message: id))
        }
        let isRude = reading.isRude
        let lines = agenda.count
        let fits = fire(message: id, at: instant, in: shop, on: stage, &out) { trigger in
            guard case .hears(let pattern) = trigger else { return false }
            // To rudeness only those parts answer that were written for it.
            return (!isRude || pattern.asksForFault) && pattern.matches(reading)
        }
        isOffended = isRude
        if isRude {
            let hasAnswered = agenda.count > lines
            // An insult is no answer; a harsh word with the answer in it still is one.
            if !reading.has(.insult) {
                plan(.sinkIn(id, text, context), at: instant + Self.swallows)
            }
            return hasAnswered ? .understood : .offended
        }
        if fits { return .understood }
        return Self.isCourtesy(reading) ? .courtesy : .missed
    }

    /// Is doing, or has just done, what it was told: whoever obeys has understood.
    private func isBusy(at instant: Instant) -> Bool {
        if let actedAt, instant - actedAt < .seconds(40) { return true }
        return agenda.contains { if case .deed = $0.kind { true } else { false } }
    }

    /// How long an offence is chewed on before what was said with it counts.
    private static let swallows = Span.seconds(70)

    /// Needs the thing more than the tone, and nothing better has been said since.
    func isStillLast(_ id: MessageID, in shop: Shop) -> Bool {
        guard let conversation, let talk = shop.conversations[conversation] else { return false }
        return talk.messages.last { $0.isFromShop && !$0.isPrivate }?.id == id
    }

    mutating func sinkIn(
        _ id: MessageID, _ text: String, _ context: Context, at instant: Instant, in shop: Shop,
        on stage: Stage, _ out: inout [Command]
    ) {
        guard !isDone, !isGone, isStillLast(id, in: shop) else { return }
        let reading = stage.reader.read(text, in: context)
        _ = fire(message: id, at: instant, in: shop, on: stage, &out) { trigger in
            guard case .hears(let pattern) = trigger else { return false }
            return !pattern.asksForFault && pattern.matches(reading)
        }
    }

    /// Is about to give stars.
    var isRating: Bool {
        !hasRated && agenda.contains { if case .rate = $0.kind { true } else { false } }
    }

    private mutating func take(
        promise id: PromiseID, isKept: Bool, isEarly: Bool, at instant: Instant, in shop: Shop,
        _ stage: Stage, _ out: inout [Command]
    ) {
        if isKept {
            shift(.promiseKept, promise: id, at: instant, on: stage, &out)
            if isEarly { shift(.earlyNotice, promise: id, at: instant, on: stage, &out) }
        } else {
            promised = []
            moment = nil
            shift(.promiseBroken, promise: id, at: instant, on: stage, &out)
        }
        guard !isDone else { return }
        let spoken = agenda.count
        fire(at: instant, in: shop, on: stage, &out) { $0 == .promise(isKept: isKept) }
        if !isKept, agenda.count == spoken {
            say(
                stage.phrases(on: script.channel).promiseBroken, key: "broken",
                at: instant + pace.thinks(&dice), on: stage)
        }
    }

    /// Manners and "one moment" need no answer; anything else that fits no rule has not been
    /// understood.
    private static func isCourtesy(_ reading: Reading) -> Bool {
        if reading.isEmptyPoliteness { return true }
        let acts = Set(reading.acts.map(\.subject))
        if acts.isEmpty { return false }
        if acts.contains(.greet) { return true }
        return acts.allSatisfy { courtesies.contains($0) }
    }

    private static let courtesies: Set<Language.Act> = [
        .greet, .thank, .empathise, .apologise, .own, .close, .inviteReview, .askMore, .askWait,
        .willReport, .handOver, .warn, .promise, .reportDone, .agree,
    ]
}
