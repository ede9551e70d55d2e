extension Shop {
    /// What the platform does by itself at this instant; nothing where a timer no longer applies.
    func decideTimers(at instant: Instant) -> [Event] {
        var events: [Event] = []
        for timer in timers.due(by: instant) {
            switch timer.kind {
            case .payment(let id):
                guard let order = orders[id], order.status == .waitPay, order.payBy == timer.at
                else { continue }
                events.append(.closedUnpaid(order: id, reason: .notPaidInTime, byTimer: true))
            case .shipment(let id):
                guard let order = orders[id], order.status == .waitShip, order.shipBy == timer.at
                else { continue }
                events.append(.shipmentOverdue(order: id))
            case .receipt(let id):
                guard let order = orders[id], order.status == .shipped,
                    order.autoConfirmAt == timer.at
                else { continue }
                // The clock stands still while an after-sale case is open.
                if openAfterSale(of: id) != nil { continue }
                events.append(.receiptConfirmed(order: id, byTimer: true))
            case .afterSale(let id):
                guard let afterSale = afterSales[id], afterSale.isOpen,
                    afterSale.answerBy == timer.at
                else { continue }
                events.append(refund(afterSale, byTimer: true))
            case .promise(let id):
                guard let promise = promises[id], promise.isOpen else { continue }
                events.append(.promiseBroken(promise: id))
            case .tag(let customer, let name):
                let tags = customers[customer]?.tags ?? []
                guard tags.contains(where: { $0.name == name && $0.expires == timer.at })
                else { continue }
                events.append(.untagged(customer: customer, name: name, expired: true))
            }
        }
        return events
    }
}
