extension Shop {
    /// What `command` leads to now, or why it may not be. Changes nothing; the same shop, command,
    /// actor and instant always give the same answer.
    public func decide(
        _ command: Command, by actor: Actor, at instant: Instant
    ) throws(Refusal) -> [Event] {
        guard instant >= now else { throw .clockRunsBack }
        guard command.mayBeSent(by: actor) else { throw .notYourPart }
        if isOver {
            guard case .passTime = command else { throw .shiftIsOver }
            return []
        }
        var events = try verdict(on: command, by: actor, at: instant)
        events += consequences(of: events, at: instant)
        return events
    }

    private func verdict(
        on command: Command, by actor: Actor, at instant: Instant
    ) throws(Refusal) -> [Event] {
        switch command {
        case .openConversation(let customer, let channel, let stage, let order, let mood):
            try openConversation(customer, channel, stage, order, mood)
        case .say(let id, let text):
            try say(id, text, by: actor)
        case .placeOrder(let conversation, let requests, let coupon, let address):
            try placeOrder(conversation, requests, coupon, address, at: instant)
        case .pay(let id, let method):
            try pay(id, method, by: actor, at: instant)
        case .cancelOrder(let id):
            try cancelOrder(id, by: actor)
        case .confirmReceipt(let id):
            try confirmReceipt(id, by: actor)
        case .requestRefund(let id, let reason):
            try requestRefund(id, reason, by: actor, at: instant)
        case .withdraw(let id):
            try withdraw(id, by: actor)
        case .rate(let id, let stars):
            try rate(id, stars, by: actor)
        case .leave(let id):
            try leave(id, by: actor)
        case .feel(let id, let shift, let cause):
            try feel(id, shift, cause, by: actor)
        case .reveal(let id, let need):
            try reveal(id, need, by: actor)
        case .take(let id):
            try take(id)
        case .hold(let id, let note):
            try hold(id, note)
        case .resume(let id):
            try resume(id)
        case .transfer(let id, let to, let note):
            try transfer(id, to, note)
        case .close(let id):
            try close(id)
        case .reply(let id, let text):
            try reply(id, text)
        case .sendCard(let id, let card):
            try sendCard(id, card, at: instant)
        case .recall(let id):
            try recall(id, at: instant)
        case .note(let id, let text):
            try writeNote(id, text)
        case .look(let id, let what):
            try look(id, what)
        case .memo(let id, let flag, let text):
            try setMemo(id, flag, text)
        case .changeAddress(let id, let address):
            try changeAddress(id, address)
        case .reprice(let id, let reduction, let postage):
            try reprice(id, reduction, postage)
        case .closeUnpaid(let id, let reason):
            try closeUnpaid(id, reason)
        case .urge(let id):
            try urge(id)
        case .changeItem(let id, let line, let variant):
            try changeItem(id, line, variant)
        case .extendReceipt(let id, let days):
            try extendReceipt(id, days, at: instant)
        case .agreeRefund(let id):
            try agreeRefund(id)
        case .reship(let id, let contents, let reason):
            try reship(id, contents, reason)
        case .compensate(let id, let amount, let reason):
            try compensate(id, amount, reason)
        case .giveCoupon(let id, let coupon):
            try giveCoupon(id, coupon, at: instant)
        case .tag(let id, let name, let expires):
            try hangTag(id, name, expires, at: instant)
        case .untag(let id, let name):
            try takeTagOff(id, name)
        case .customerNote(let id, let text):
            try noteCustomer(id, text, at: instant)
        case .promise(let conversation, let text, let deed, let due, let message):
            try makePromise(conversation, text, deed, due, message, at: instant)
        case .openTicket(let department, let conversation, let id, let summary):
            try openTicket(department, conversation, id, summary, at: instant)
        case .autoReply(let id, let text):
            try autoReply(id, text)
        case .ship(let id, let carrier, let tracking):
            try ship(id, carrier, tracking, at: instant)
        case .shipPart(let id, let carrier, let tracking):
            try shipPart(id, carrier, tracking, at: instant)
        case .scan(let tracking, let code, let text):
            try reportScan(tracking, code, text, at: instant)
        case .restock(let id, let quantity):
            try restock(id, quantity)
        case .answerTicket(let id, let text):
            try answerTicket(id, text)
        case .passTime:
            decideTimers(at: instant)
        case .endShift:
            [.shiftEnded]
        }
    }

    /// What follows by itself from what has just happened: promises that it keeps.
    private func consequences(of events: [Event], at instant: Instant) -> [Event] {
        var kept: [Event] = []
        for event in events {
            switch event {
            case .replySent(let conversation, _, _, _):
                for promise in promises.values where promise.conversation == conversation {
                    if isKept(promise, byReplyAt: instant) {
                        kept.append(.promiseKept(promise: promise.id))
                    }
                }
            case .shipped(let order, _):
                kept += promises.values.filter { $0.deed == .ship(order) && $0.isUnmet }
                    .map { .promiseKept(promise: $0.id) }
            case .refunded(_, let order, _, _):
                kept += promises.values.filter { $0.deed == .refund(order) && $0.isUnmet }
                    .map { .promiseKept(promise: $0.id) }
            case .conversationOpened, .buyerSpoke, .orderPlaced, .orderPaid, .orderCancelled,
                .receiptConfirmed, .refundRequested, .afterSaleWithdrawn, .rated, .buyerLeft,
                .moodShifted, .needRevealed, .taken, .held, .resumed, .transferred, .closed,
                .cardSent, .messageRecalled, .noteWritten, .lookedUp, .memoSet, .addressChanged,
                .repriced, .closedUnpaid, .warehouseUrged, .itemChanged, .receiptExtended,
                .reshipOpened, .compensated, .couponGiven, .tagged, .untagged, .customerNoted,
                .promiseMade, .promiseKept, .promiseBroken, .ticketOpened, .ticketAnswered,
                .autoReplied, .partShipped, .scanned, .restocked, .shipmentOverdue, .shiftEnded:
                break
            }
        }
        return kept
    }

    /// A promise to report is kept by a reply at least a minute after it was made, and not
    /// before the ticket it waits for has been answered.
    private func isKept(_ promise: Promise, byReplyAt instant: Instant) -> Bool {
        guard promise.isUnmet, case .report(let ticket) = promise.deed else { return false }
        if let ticket { return tickets[ticket]?.answer != nil }
        return instant - promise.madeAt >= .minutes(1)
    }
}

extension Promise {
    /// Not done, whether or not its time has passed.
    var isUnmet: Bool {
        switch state {
        case .open, .broken: true
        case .kept, .late: false
        }
    }
}
