extension Shop {
    mutating func open(_ afterSale: AfterSale) {
        afterSales[afterSale.id] = afterSale
        afterSalesOfOrder[afterSale.order, default: []].append(afterSale.id)
        guard let customer = orders[afterSale.order]?.customer else { return }
        for id in talksOfCustomer[customer] ?? [] where conversations[id]?.isOpen == true {
            conversations[id]?.stage = .afterSale
        }
    }

    /// The time to confirm receipt stood still while the case was open; it goes on now.
    mutating func resumeReceiptClock(after id: AfterSaleID, at instant: Instant) {
        guard let afterSale = afterSales[id], let order = orders[afterSale.order],
            order.status == .shipped, let due = order.autoConfirmAt
        else { return }
        let moved = due + (instant - afterSale.openedAt)
        orders[order.id]?.autoConfirmAt = moved
        timers.set(.receipt(order.id), at: moved)
    }
}
