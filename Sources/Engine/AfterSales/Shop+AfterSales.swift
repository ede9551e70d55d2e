extension Shop {
    mutating func open(_ afterSale: AfterSale, by actor: Actor, at instant: Instant) {
        admit(afterSale)
        enterTurn(ofCase: afterSale.id, by: actor, at: instant)
        if afterSale.isOpen, orders[afterSale.order]?.pausedAt == nil {
            orders[afterSale.order]?.pausedAt = instant
        }
        guard let customer = orders[afterSale.order]?.customer else { return }
        for id in talksOfCustomer[customer] ?? [] where conversations[id]?.isOpen == true {
            conversations[id]?.stage = .afterSale
        }
    }

    /// Ends a case; the time to confirm receipt, which stood still meanwhile, goes on.
    mutating func settle(
        _ id: AfterSaleID, as state: AfterSale.State, by actor: Actor, at instant: Instant
    ) {
        afterSales[id]?.state = state
        afterSales[id]?.answerBy = nil
        enterTurn(ofCase: id, by: actor, at: instant)
        guard let order = afterSales[id]?.order, openAfterSale(of: order) == nil else { return }
        if let since = orders[order]?.pausedAt {
            orders[order]?.pausedAt = nil
            resumeReceiptClock(of: order, by: instant - since)
        }
        // A balance that ran out while the deposit was in dispute has run out now.
        if orders[order]?.status == .depositPaid, let until = orders[order]?.presale?.balanceUntil {
            timers.set(.balance(order), at: max(until, instant + Span(milliseconds: 1)))
        }
    }

    private mutating func resumeReceiptClock(of id: OrderID, by pause: Span) {
        for index in orders[id]?.lines.indices ?? 0..<0
        where orders[id]?.lines[index].status == .shipped {
            guard let due = orders[id]?.lines[index].confirmBy else { continue }
            orders[id]?.lines[index].confirmBy = due + pause
            timers.set(.receipt(id), at: due + pause)
        }
    }

    /// Moves a case on, with the time that the party whose turn it is has.
    mutating func move(
        _ id: AfterSaleID, to state: AfterSale.State, until due: Instant?, by actor: Actor,
        at instant: Instant
    ) {
        afterSales[id]?.state = state
        afterSales[id]?.answerBy = due
        if let due { timers.set(.afterSale(id), at: due) }
        enterTurn(ofCase: id, by: actor, at: instant)
    }

    mutating func enterTurn(ofCase id: AfterSaleID, by actor: Actor, at instant: Instant) {
        guard let state = afterSales[id]?.state.name,
            afterSales[id]?.turns.last?.state != state
        else { return }
        afterSales[id]?.turns.append(AfterSale.Turn(at: instant, actor: actor, state: state))
    }
}
