import Engine

extension Buyer {
    /// Until when somebody is willing to wait, and the message that made them so.
    struct Wait: Sendable {
        let until: Instant
        let message: MessageID?
    }

    /// A message or a promise that lifted the mood, and by how much.
    struct Gain: Sendable {
        let cause: MoodCause
        let change: Int
    }

    /// A message has been recalled. Unread, it never reaches the customer. Read, it is not
    /// forgotten, but it no longer stands there: what it promised is waited for no more, what it
    /// gave the mood goes again, and the customer's patience counts from when they wrote.
    mutating func isTakenBack(
        _ message: MessageID, _ promises: Set<PromiseID>, talk: Conversation?, at instant: Instant
    ) {
        inbox.removeAll { heard in
            switch heard {
            case .message(message, _, _): true
            case .promised(let promise): promises.contains(promise.id)
            case .message, .robot, .deed, .promise, .world, .closed, .transferred: false
            }
        }
        promised.removeAll { $0.message == message }
        if moment?.message == message { moment = nil }
        if gains.contains(where: { $0.isFrom(message, promises) }) {
            let order = promises.sorted()
            plan(.missWords(message, order), at: instant + channel.looksInAfter + .seconds(2))
        }
        guard let talk, !isDone, talk.awaitsReplySince != nil else { return }
        if talk.firstReplyAt == nil {
            hasHeardAgent = false
            lastAgentAt = nil
            firstWait = nil
        }
        // Who had not asked anything does not wait for what is gone.
        guard let since = answeredWait else { return }
        waitingSince = since
        cancel { kind in
            switch kind {
            case .patience, .idle: true
            case .open, .begin, .line, .nudge, .deed, .show, .joinIn, .read, .silence, .sinkIn,
                .missWords, .rate, .leave:
                false
            }
        }
        plan(.patience(since: since), at: max(since + patience, instant + .seconds(20)))
    }

    /// Sees that it is gone.
    mutating func missWords(
        _ message: MessageID, _ promises: [PromiseID], _ out: inout [Command]
    ) {
        let lost = gains.filter { $0.isFrom(message, Set(promises)) }
        gains.removeAll { $0.isFrom(message, Set(promises)) }
        let sum = lost.reduce(0) { $0 + $1.change }
        feel(-sum, MoodCause(rule: MoodCause.recalled, message: message), &out)
    }
}

extension Buyer.Gain {
    func isFrom(_ message: MessageID, _ promises: Set<PromiseID>) -> Bool {
        cause.message == message || cause.promise.map(promises.contains) ?? false
    }
}
