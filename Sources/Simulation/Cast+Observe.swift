public import Engine
import Language

extension Cast {
    /// Everybody takes notice of what has happened, each of what concerns them.
    public mutating func observe(_ recorded: Recorded, in shop: Shop) {
        setOffHappenings(by: recorded, in: shop)
        let at = recorded.at
        let event = recorded.event
        switch event {
        case .conversationOpened(let id, let customer, _, _, _, _):
            opened(id, by: customer, at: at, in: shop)
        case .replySent(let id, let message, _, let text):
            agentSpoke(
                in: id, at: at,
                .message(message, text: text, in: context(of: id, at: at, in: shop)), text)
        case .cardSent(let id, _, _, _):
            agentSpoke(in: id, at: at, .deed(event), "")
        case .messageRecalled(let id, let message):
            takeBack(message, in: id, at: at, in: shop)
        case .held(let id, _, _):
            guard let index = buyerOf[id] else { return }
            buyers[index].isAskedToWait(at: at)
            tell(id, .deed(event), at: at)
        case .closed(let id): tell(id, .closed, at: at)
        case .transferred(let id, _, _): tell(id, .transferred, at: at)

        case .promiseMade(let promise): tell(promise.conversation, .promised(promise), at: at)
        case .promiseKept(let id):
            guard let promise = shop.promises[id] else { return }
            let span = promise.due - promise.madeAt
            let isEarly = (promise.due - at).milliseconds * 5 >= span.milliseconds
            tell(promise.conversation, .promise(id, isKept: true, isEarly: isEarly), at: at)
        case .promiseLapsed: break
        case .promiseBroken(let id):
            guard let promise = shop.promises[id] else { return }
            promiseBroken(promise, at: at, in: shop)

        case .orderPaid(let id, _, _, _, _):
            replanShipping(of: id, at: at, isUrged: false)
            tellWorld(event, at: at, in: shop)
        case .warehouseUrged(let id):
            replanShipping(of: id, at: at, isUrged: true)
            tellDeed(event, at: at, in: shop)
        case .itemChanged(let id, _, _, _):
            if blocked.contains(id) { replanShipping(of: id, at: at, isUrged: true) }
            tellDeed(event, at: at, in: shop)
        case .afterSaleWithdrawn(let id):
            if let order = shop.afterSales[id]?.order, blocked.contains(order) {
                replanShipping(of: order, at: at, isUrged: true)
            }
            tellWorld(event, at: at, in: shop)
        case .restocked:
            for order in blocked { replanShipping(of: order, at: at, isUrged: true) }
            for (index, buyer) in buyers.enumerated() where !buyer.isDone {
                guard buyer.conversation != nil, Self.watches(buyer.script.chart) else { continue }
                notice(index, .world, at: at)
            }
        case .reshipOpened(let id, _, _, _):
            wake(.part(id), at: at + stage.plan.warehouse.part)
            tellDeed(event, at: at, in: shop)
        case .shipped(_, let parcel), .partShipped(_, _, let parcel):
            planScans(of: parcel)
            tellWorld(event, at: at, in: shop)
        case .ticketOpened(let ticket):
            if let habits = habits(for: ticket) { wake(.answer(ticket.id), at: at + habits.after) }
            tellDeed(event, at: at, in: shop)
        case .afterSaleMoved(let id, _, let step):
            watchCase(id, step, at: at)
            if event.deed == nil {
                tellWorld(event, at: at, in: shop)
            } else {
                tellDeed(event, at: at, in: shop)
            }
        case .orderMoved(let id, let step):
            if case .groupCompleted = step { replanShipping(of: id, at: at, isUrged: false) }
            if case .itemsChanged = step, blocked.contains(id) {
                replanShipping(of: id, at: at, isUrged: true)
            }
            if event.deed == nil {
                tellWorld(event, at: at, in: shop)
            } else {
                tellDeed(event, at: at, in: shop)
            }
        case .afterSaleOpened, .parcelMoved, .reviewed, .customerMoved:
            if event.deed == nil || recorded.actor.isBuyer {
                tellWorld(event, at: at, in: shop)
            } else {
                tellDeed(event, at: at, in: shop)
            }
        case .roadChanged:
            for (index, buyer) in buyers.enumerated() where !buyer.isDone {
                guard buyer.conversation != nil, Self.watches(buyer.script.chart) else { continue }
                notice(index, .world, at: at)
            }
        case .campaignSent, .ticketOverdue: break
        case .ticketAnswered, .scanned, .refundRequested, .receiptConfirmed, .orderPlaced,
            .orderCancelled, .shipmentOverdue:
            tellWorld(event, at: at, in: shop)
        case .closedUnpaid(_, _, let byTimer), .refunded(_, _, _, let byTimer, _):
            if byTimer {
                tellWorld(event, at: at, in: shop)
            } else {
                tellDeed(event, at: at, in: shop)
            }
        case .taken, .resumed, .noteWritten, .lookedUp, .knowledgeMoved, .handoverWritten, .memoSet,
            .addressChanged,
            .repriced,
            .receiptExtended, .compensated, .couponGiven, .tagged, .untagged, .customerNoted:
            tellDeed(event, at: at, in: shop)
        case .buyerSpoke(let id, _, _):
            robotHears(id, at: at, in: shop)
        case .autoReplied(let id, let message, let text):
            guard let index = buyerOf[id], robots[id]?.isAnswer == true else { return }
            buyers[index].hear(
                .robot(message, text: text, in: context(of: id, at: at, in: shop)), at: at,
                text: text)
            rearm(index)
        case .talkMoved, .rated, .buyerLeft, .moodShifted, .needRevealed: break
        case .led(.surge(let count)): surge(count, at: at)
        case .led: break
        case .shiftEnded: goHome()
        }
    }

    /// The warehouse sends what a case has agreed to send.
    private mutating func watchCase(_ id: AfterSaleID, _ step: AfterSale.Step, at instant: Instant)
    {
        switch step {
        case .sendingAgreed, .returnAccepted:
            wake(.part(id), at: instant + stage.plan.warehouse.part)
        case .consigned(let parcel, _): planScans(of: parcel)
        case .edited, .offered, .offerAccepted, .offerDeclined, .refused, .returnAgreed,
            .sentBack, .returnRejected, .confirmed, .platformCalled, .evidenceGiven,
            .evidenceClosed, .judged,
            .disputeDropped, .lapsed, .freightPaid, .differenceSettled, .becameRefund,
            .conductMarked:
            break
        }
    }

    // MARK: Who is told

    /// As the promises and the grader read it, so that it is read once.
    private func context(
        of id: ConversationID, at instant: Instant, in shop: Shop
    ) -> Context {
        Context(now: instant, offset: stage.plan.offset, answering: shop.conversations[id])
    }

    private mutating func opened(
        _ id: ConversationID, by customer: CustomerID, at instant: Instant, in shop: Shop
    ) {
        if stage.plan.greeting != nil, shop.conversations[id]?.channel.manner == .chat {
            wake(.greet(id), at: instant + .seconds(1))
        }
        if customer == played { playedTalks.insert(id) }
        guard var waiting = opening[customer], !waiting.isEmpty else { return }
        let index = waiting.removeFirst()
        opening[customer] = waiting
        buyerOf[id] = index
        buyers[index].arrives(in: id, at: instant, on: stage)
        rearm(index)
    }

    private mutating func agentSpoke(
        in id: ConversationID, at instant: Instant, _ heard: Buyer.Heard, _ text: String
    ) {
        guard let index = buyerOf[id] else { return }
        buyers[index].agentHasSpoken(at: instant)
        buyers[index].hear(heard, at: instant, text: text)
        rearm(index)
    }

    /// A message is gone from the chat: unread, it is never read; read, it is remembered, but what
    /// it gave is taken back, and the customer waits on.
    private mutating func takeBack(
        _ message: MessageID, in id: ConversationID, at instant: Instant, in shop: Shop
    ) {
        guard let index = buyerOf[id] else { return }
        let promises = Set(shop.promises(in: id).filter { $0.message == message }.map(\.id))
        buyers[index].isTakenBack(
            message, promises, talk: shop.conversations[id], at: instant)
        rearm(index)
    }

    private mutating func tell(_ id: ConversationID, _ heard: Buyer.Heard, at instant: Instant) {
        guard let index = buyerOf[id] else { return }
        notice(index, heard, at: instant)
    }

    private mutating func notice(_ index: Int, _ heard: Buyer.Heard, at instant: Instant) {
        buyers[index].hear(heard, at: instant)
        rearm(index)
    }

    /// What the agent does is passed on only to a customer whose part has something to say to it:
    /// looking things up must not change when a customer speaks.
    private mutating func tellDeed(_ event: Event, at instant: Instant, in shop: Shop) {
        guard let id = event.conversation(in: shop), let index = buyerOf[id] else { return }
        let chart = buyers[index].script.chart
        let isSeen = chart.rules.contains { rule in
            if case .sees(let deed) = rule.trigger { deed.matches(event) } else { false }
        }
        if isSeen {
            notice(index, .deed(event), at: instant)
        } else if Self.watches(chart) {
            notice(index, .world, at: instant)
        }
    }

    private mutating func tellWorld(_ event: Event, at instant: Instant, in shop: Shop) {
        guard let id = event.conversation(in: shop), let index = buyerOf[id],
            Self.watches(buyers[index].script.chart)
        else { return }
        notice(index, .world, at: instant)
    }

    /// Some rule waits for something to become true.
    private static func watches(_ chart: Chart) -> Bool {
        chart.rules.contains { if case .when = $0.trigger { true } else { false } }
    }

    private mutating func promiseBroken(_ promise: Promise, at instant: Instant, in shop: Shop) {
        guard let index = buyerOf[promise.conversation] else { return }
        if shop.conversations[promise.conversation]?.isOpen == true, !buyers[index].isGone {
            tell(
                promise.conversation, .promise(promise.id, isKept: false, isEarly: false),
                at: instant)
        } else if shop.conversations[promise.conversation]?.isOpen == false {
            buyers[index].plansToReturn(for: promise.id, at: instant)
            rearm(index)
        }
    }
}

extension Buyer {
    /// The conversation is open: the opening lines, or what brought the customer back.
    mutating func arrives(in id: ConversationID, at instant: Instant, on stage: Stage) {
        conversation = id
        isComing = false
        freeAt = instant
        waitingSince = nil
        lastAgentAt = nil
        if let promise = returnsFor {
            returnsFor = nil
            hear(.promise(promise, isKept: false, isEarly: false), at: instant)
            return
        }
        say(script.opens, key: "opens", at: instant, on: stage)
        plan(.begin, at: freeAt)
    }
}
