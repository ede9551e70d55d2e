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
        case .openConversation, .say, .rate, .leave, .feel, .reveal, .autoReply:
            try decideBuyerTalk(command, by: actor, at: instant)
        case .take, .hold, .resume, .transfer, .close, .reply, .sendCard, .recall, .note, .look:
            try decideDeskTalk(command, at: instant)
        case .placeOrder, .pay, .cancelOrder, .confirmReceipt:
            try decidePurchase(command, by: actor, at: instant)
        case .memo, .changeAddress, .reprice, .closeUnpaid, .urge, .changeItem, .extendReceipt:
            try decideEdit(command, at: instant)
        case .requestRefund, .withdraw, .agreeRefund, .reship, .compensate, .shipPart:
            try decideAfterSale(command, by: actor, at: instant)
        case .giveCoupon, .tag, .untag, .customerNote:
            try decideCustomer(command, at: instant)
        case .promise, .openTicket, .answerTicket:
            try decideRecord(command, at: instant)
        case .ship, .scan, .restock:
            try decideShipping(command, at: instant)
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
