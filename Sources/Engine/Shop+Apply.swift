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
                firstReplyAt: nil, mood: mood, rating: nil, revealedNeeds: [], buyerLeftAt: nil)
            talksOfCustomer[customer, default: []].append(id)
        case .buyerSpoke(let id, let message, let text):
            post(message, in: id, by: .buyer, .text(text), at: instant)
            if conversations[id]?.waitingSince == nil {
                conversations[id]?.waitingSince = instant
            }
            conversations[id]?.unread += 1
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
        case .messageRecalled(let id, let message):
            guard let talk = conversations[id],
                let index = talk.messages.lastIndex(where: { $0.id == message })
            else { return }
            conversations[id]?.messages[index].recalledAt = instant
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
        case .lookedUp: break

        // Orders
        case .orderPlaced(let order, let conversation):
            orderCount += 1
            admit(order)
            conversations[conversation]?.order = order.id
            conversations[conversation]?.stage = .order
        case .orderPaid(let id, let amount, let method, let shipBy):
            for index in orders[id]?.lines.indices ?? 0..<0 { claim(line: index, of: id) }
            orders[id]?.status = .waitShip
            orders[id]?.payment = method
            orders[id]?.paidAt = instant
            orders[id]?.payBy = nil
            orders[id]?.shipBy = shipBy
            orders[id]?.ledger.paid += amount
            orders[id]?.ledger.held += amount
            timers.set(.shipment(id), at: shipBy)
        case .orderCancelled(let id):
            end(id, as: .closedUnpaid, at: instant)
            orders[id]?.closeReason = .buyerDeclined
        case .closedUnpaid(let id, let reason, _):
            end(id, as: .closedUnpaid, at: instant)
            orders[id]?.closeReason = reason
        case .receiptConfirmed(let id, _):
            let held = orders[id]?.ledger.held ?? .zero
            orders[id]?.ledger.held -= held
            orders[id]?.ledger.released += held
            end(id, as: .done, at: instant)
        case .memoSet(let id, let memo):
            orders[id]?.memo = memo
        case .addressChanged(let id, _, let address):
            orders[id]?.address = address
        case .repriced(let id, let reduction, let postage):
            orders[id]?.reduction = reduction
            orders[id]?.postage = postage
        case .warehouseUrged(let id):
            orders[id]?.urgedAt.append(instant)
        case .itemChanged(let id, let line, _, let variant):
            release(line: line, of: id)
            orders[id]?.lines[line].variant = variant
            claim(line: line, of: id)
        case .receiptExtended(let id, let until):
            orders[id]?.autoConfirmAt = until
            orders[id]?.extensions += 1
            timers.set(.receipt(id), at: until)
        case .shipped(let id, let parcel):
            orders[id]?.parcels.append(parcel)
            orderOfTracking[parcel.tracking] = id
            orders[id]?.status = .shipped
            orders[id]?.shipBy = nil
            let confirm = instant + rules.autoConfirmAfter
            orders[id]?.autoConfirmAt = confirm
            timers.set(.receipt(id), at: confirm)
        case .partShipped(let afterSale, let id, let parcel):
            orders[id]?.parcels.append(parcel)
            orderOfTracking[parcel.tracking] = id
            afterSales[afterSale]?.state = .done(at: instant)
            resumeReceiptClock(after: afterSale, at: instant)
        case .scanned(let id, let tracking, let scan):
            guard let index = orders[id]?.parcels.firstIndex(where: { $0.tracking == tracking })
            else { return }
            orders[id]?.parcels[index].scans.append(scan)
        case .restocked(let variant, let quantity):
            changeStock(of: variant, by: quantity)
        case .shipmentOverdue: break

        // After-sales
        case .refundRequested(let id, let order, let reason, let amount, let answerBy):
            open(
                AfterSale(
                    id: id, order: order, kind: .refund, reason: reason, amount: amount,
                    detail: "", openedAt: instant, state: .waitSeller, answerBy: answerBy))
            timers.set(.afterSale(id), at: answerBy)
        case .afterSaleWithdrawn(let id):
            afterSales[id]?.state = .withdrawn(at: instant)
            afterSales[id]?.answerBy = nil
            resumeReceiptClock(after: id, at: instant)
        case .refunded(let id, let order, let amount, _):
            afterSales[id]?.state = .done(at: instant)
            afterSales[id]?.answerBy = nil
            orders[order]?.ledger.held -= amount
            orders[order]?.ledger.refunded += amount
            for index in orders[order]?.lines.indices ?? 0..<0 { release(line: index, of: order) }
            end(order, as: .closedRefunded, at: instant)
        case .reshipOpened(let id, let order, let contents, let reason):
            open(
                AfterSale(
                    id: id, order: order, kind: .reship, reason: reason, amount: .zero,
                    detail: contents, openedAt: instant, state: .waitSeller, answerBy: nil))
        case .compensated(let id, let order, let amount, let reason):
            open(
                AfterSale(
                    id: id, order: order, kind: .compensation, reason: reason, amount: amount,
                    detail: "", openedAt: instant, state: .done(at: instant), answerBy: nil))
            orders[order]?.ledger.compensated += amount

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
            timers.set(.promise(promise.id), at: promise.due)
        case .promiseKept(let id):
            let wasOpen = promises[id]?.isOpen ?? false
            promises[id]?.state = wasOpen ? .kept(at: instant) : .late(at: instant)
        case .promiseBroken(let id):
            promises[id]?.state = .broken(at: instant)
        case .ticketOpened(let ticket):
            tickets[ticket.id] = ticket
        case .ticketAnswered(let id, let text):
            tickets[id]?.answer = Ticket.Answer(at: instant, text: text)
        case .shiftEnded:
            isOver = true
        }
        // The platform acts on everything that is due at once, so what was due is now past.
        if actor == .platform { timers.drop(dueBy: instant) }
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
