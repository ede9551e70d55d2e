extension Shop {
    /// What the platform does by itself at this instant: the earliest timer that still applies
    /// acts. Sent again until nothing comes back, so that each sees what the one before it did.
    func decideTimers(at instant: Instant) -> [Event] {
        var events: [Event] = []
        _ = timers.firstDue(by: instant) { timer in
            events = act(on: timer)
            return !events.isEmpty
        }
        return events
    }

    /// Takes away timers at the front that have nothing to say any more.
    mutating func dropSpentTimers(by instant: Instant) {
        while let timer = timers.first, timer.at <= instant, act(on: timer).isEmpty {
            timers.removeFirst()
        }
    }

    /// What one timer leads to; nothing where it no longer applies. Whatever it leads to must
    /// change the shop so that the same timer does not apply again.
    private func act(on timer: Timers.Timer) -> [Event] {
        switch timer.kind {
        case .payment(let id):
            guard let order = orders[id], order.status == .waitPay, order.payBy == timer.at
            else { return [] }
            return [.closedUnpaid(order: id, reason: .notPaidInTime, byTimer: true)]
        case .balance(let id): return balanceRanOut(id, at: timer.at)
        case .group(let id): return groupRanOut(id, at: timer.at)
        case .shipment(let id):
            guard let order = orders[id], order.overdueLines(at: timer.at) else { return [] }
            return [.shipmentOverdue(order: id)]
        case .receipt(let id): return receiptRanOut(id, at: timer.at)
        case .firstScan(let tracking): return firstScanRanOut(tracking, at: timer.at)
        case .afterSale(let id):
            guard let item = afterSales[id], item.isOpen, item.answerBy == timer.at
            else { return [] }
            return silenceDecides(item, at: timer.at)
        case .promise(let id):
            guard let promise = promises[id], promise.isOpen else { return [] }
            return [ranOut(promise)]
        case .ticket(let id):
            guard let ticket = tickets[id], ticket.answer == nil, !ticket.isOverdue,
                ticket.due == timer.at
            else { return [] }
            return [.ticketOverdue(ticket: id)]
        case .tag(let customer, let name):
            let tags = customers[customer]?.tags ?? []
            guard tags.contains(where: { $0.name == name && $0.expires == timer.at })
            else { return [] }
            return [.untagged(customer: customer, name: name, expired: true)]
        case .block(let id):
            guard let block = customers[id]?.block, block.until == timer.at else { return [] }
            return [.customerMoved(customer: id, step: .unblocked(byTimer: true))]
        }
    }
}
