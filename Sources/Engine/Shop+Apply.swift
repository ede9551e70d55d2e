extension Shop {
    /// Folds one event into the state. It never refuses and never decides: what a journal says
    /// has happened, has happened.
    public mutating func apply(_ event: Event, by actor: Actor, at instant: Instant) {
        now = max(now, instant)
        eventCount += 1
        switch event {
        // The chat
        case .conversationOpened(let id, let customer, let channel, let stage, let order, let mood):
            conversations[id] = Conversation(
                id: id, customer: customer, channel: channel, openedAt: instant, stage: stage,
                order: order, phase: .waiting, messages: [], waitingSince: nil, unread: 0,
                firstReplyAt: nil, mood: mood, rating: nil, revealedNeeds: [], buyerLeftAt: nil,
                opened: [])
            talksOfCustomer[customer, default: []].append(id)
        case .buyerSpoke(let id, let message, let text):
            post(message, in: id, by: .buyer, .text(text), at: instant)
            asked(id, at: instant)
        case .replySent(let id, let message, let agent, let text):
            post(message, in: id, by: .agent(agent), .text(text), at: instant)
            answered(id, at: instant)
        case .cardSent(let id, let message, let agent, let card):
            post(message, in: id, by: .agent(agent), .card(card), at: instant)
            answered(id, at: instant)
        case .noteWritten(let id, let message, let agent, let text):
            post(message, in: id, by: .agent(agent), .note(text), at: instant)
        case .autoReplied(let id, let message, let text):
            // A robot's greeting does not stop the customer's clock.
            post(message, in: id, by: .bot, .text(text), at: instant)
        case .talkMoved(let id, let step):
            apply(step, in: id, at: instant)
        case .messageRecalled(let id, let message):
            takeBack(message, in: id, at: instant)
        case .taken(let id, let agent), .resumed(let id, let agent):
            conversations[id]?.phase = .taken(by: agent)
        case .held(let id, let agent, let note):
            conversations[id]?.phase = .onHold(by: agent, since: instant, note: note)
        case .transferred(let id, let to, _):
            conversations[id]?.phase = .transferred(to: to, at: instant)
        case .closed(let id):
            conversations[id]?.phase = .closed(at: instant)
        case .rated(let id, let stars):
            conversations[id]?.rating = stars
        case .buyerLeft(let id):
            conversations[id]?.buyerLeftAt = instant
        case .moodShifted(let id, let shift, _):
            let mood = conversations[id]?.mood ?? 0
            conversations[id]?.mood = min(100, max(0, mood + shift))
        case .needRevealed(let id, let need):
            conversations[id]?.revealedNeeds.append(need)
        case .lookedUp(let id, _, let what):
            noteReading(of: what, at: instant)
            if case .attachment(let message) = what,
                conversations[id]?.opened.contains(message) == false
            {
                conversations[id]?.opened.append(message)
            }
        case .knowledgeMoved(_, let step):
            apply(step)

        // Orders
        case .orderPlaced(let order, let conversation):
            spendCoupons(of: order)
            orderCount += 1
            admit(order)
            countForCampaigns(order)
            if let conversation {
                conversations[conversation]?.order = order.id
                conversations[conversation]?.stage = .order
            }
        case .orderPaid(let id, let amount, let method, let shipBy, let parts):
            takePayment(id, amount, method, shipBy, parts, at: instant)
        case .orderCancelled(let id):
            end(id, as: .closedUnpaid, at: instant)
            orders[id]?.closeReason = .buyerDeclined
        case .closedUnpaid(let id, let reason, _):
            end(id, as: .closedUnpaid, at: instant)
            orders[id]?.closeReason = reason
        case .receiptConfirmed(let id, _, let lines):
            confirm(lines, of: id, at: instant)
        case .memoSet(let id, let memo):
            // Grey and empty is none; a flag alone says something.
            orders[id]?.memo = memo.flag == .grey && memo.text.isEmpty ? nil : memo
        case .addressChanged(let id, _, let address):
            orders[id]?.address = address
        case .repriced(let id, let reduction, let postage):
            orders[id]?.setReduction(reduction)
            orders[id]?.postage = postage
        case .warehouseUrged(let id):
            orders[id]?.urgedAt.append(instant)
        case .itemChanged(let id, let line, _, let variant):
            release(line: line, of: id)
            orders[id]?.lines[line].variant = variant
            orders[id]?.lines[line].isShort = false
            claim(line: line, of: id)
        case .receiptExtended(let id, let until):
            extendReceipt(of: id, until: until)
        case .shipped(let id, let parcel):
            send(parcel, of: id, at: instant)
        case .partShipped(let afterSale, let id, let parcel):
            attach(parcel, to: id)
            afterSales[afterSale]?.sentTracking = parcel.tracking
            settle(afterSale, as: .done(at: instant), by: actor, at: instant)
        case .scanned(let id, let tracking, let scan):
            enter(scan, on: tracking, of: id)
        case .restocked(let variant, let quantity):
            changeStock(of: variant, by: quantity)
            claimWaiting(variant)
        case .shipmentOverdue(let id):
            markOverdue(id, at: instant)
        case .orderMoved(let id, let step):
            apply(step, to: id, by: actor, at: instant)
        case .parcelMoved(let id, let tracking, let step):
            apply(step, to: tracking, of: id, at: instant)
        case .roadChanged(let step):
            apply(step, by: actor, at: instant)

        // After-sales and reviews
        case .refundRequested(let id, let order, let reason, let amount, let answerBy):
            open(
                AfterSale(
                    id: id, order: order, kind: .refund, reason: reason, amount: amount,
                    detail: "", openedAt: instant, state: .waitSeller, answerBy: answerBy),
                by: actor, at: instant)
        case .afterSaleOpened(let item):
            open(item, by: actor, at: instant)
        case .afterSaleMoved(let id, _, let step):
            apply(step, to: id, by: actor, at: instant)
        case .afterSaleWithdrawn(let id):
            settle(id, as: .withdrawn(at: instant), by: actor, at: instant)
        case .refunded(let id, let order, let amount, _, let refund):
            giveBack(refund ?? wholeRefund(of: order, amount, at: instant), of: order, at: instant)
            afterSales[id]?.amount = amount
            settle(id, as: .done(at: instant), by: actor, at: instant)
        case .reshipOpened(let id, let order, let contents, let reason):
            open(
                AfterSale(
                    id: id, order: order, kind: .reship, reason: reason, amount: .zero,
                    detail: contents, openedAt: instant, state: .waitConsign, answerBy: nil),
                by: actor, at: instant)
        case .compensated(let id, let order, let amount, let reason):
            if afterSales[id] == nil {
                open(
                    AfterSale(
                        id: id, order: order, kind: .compensation, reason: reason,
                        amount: amount, detail: "", openedAt: instant,
                        state: .done(at: instant), answerBy: nil),
                    by: actor, at: instant)
            } else {
                afterSales[id]?.amount = amount
                settle(id, as: .done(at: instant), by: actor, at: instant)
            }
            compensate(order, amount)
        case .reviewed(let id, _, let step):
            apply(step, to: id, at: instant)

        // Customers, promises, tickets, the shift
        case .couponGiven(let customer, let coupon):
            customers[customer]?.coupons.append(coupon)
        case .tagged(let customer, let tag):
            customers[customer]?.tags.append(tag)
            watch(tag, of: customer)
        case .untagged(let customer, let name, _):
            customers[customer]?.tags.removeAll { $0.name == name }
        case .customerNoted(let customer, let note):
            customers[customer]?.notes.append(note)
        case .promiseMade(let promise):
            promises[promise.id] = promise
            promisesOfTalk[promise.conversation, default: []].append(promise.id)
            unmetPromises.append(promise.id)
            timers.set(.promise(promise.id), at: promise.due)
        case .promiseKept(let id):
            unmetPromises.removeAll { $0 == id }
            let wasOpen = promises[id]?.isOpen ?? false
            promises[id]?.state = wasOpen ? .kept(at: instant) : .late(at: instant)
        case .promiseBroken(let id):
            promises[id]?.state = .broken(at: instant)
        case .promiseLapsed(let id):
            unmetPromises.removeAll { $0 == id }
            promises[id]?.state = .withdrawn(at: instant)
        case .ticketOpened(let ticket):
            admit(ticket)
        case .ticketOverdue(let id):
            tickets[id]?.isOverdue = true
        case .customerMoved(let id, let step):
            apply(step, to: id, at: instant)
        case .campaignSent(let campaign):
            enter(campaign)
        case .ticketAnswered(let id, let text):
            tickets[id]?.answer = Ticket.Answer(at: instant, text: text)
        case .handoverWritten(let text):
            handover.written = text
        case .led(let lead):
            apply(lead)
        case .shiftEnded:
            isOver = true
        }
        if let order = event.order {
            enterTurn(of: order, by: actor, at: instant)
            watchRoad(of: order)
        }
        // What the timer did must not be done again.
        if actor == .platform { dropSpentTimers(by: instant) }
    }

    public mutating func apply(_ recorded: Recorded) {
        apply(recorded.event, by: recorded.actor, at: recorded.at)
    }

    /// Moves the clock without an event, dropping timers that had nothing to say.
    public mutating func advance(to instant: Instant) {
        now = max(now, instant)
        timers.drop(dueBy: instant)
    }
}
