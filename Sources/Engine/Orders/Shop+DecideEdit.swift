extension Shop {
    func setMemo(_ id: OrderID, _ flag: Memo.Flag, _ text: String) throws(Refusal) -> [Event] {
        _ = try anyOrder(id)
        let length = text.utf8.count
        guard length <= rules.memoBytes else {
            throw .tooLong(limit: rules.memoBytes, length: length)
        }
        return [.memoSet(order: id, memo: Memo(flag: flag, text: text))]
    }

    func changeAddress(_ id: OrderID, _ address: Address) throws(Refusal) -> [Event] {
        let order = try anyOrder(id)
        if order.isShipped { throw .alreadyShipped }
        try require(order, .waitPay, .waitShip)
        try checkAddress(address)
        guard address != order.address else { throw .sameAsBefore }
        return [.addressChanged(order: id, from: order.address, to: address)]
    }

    func reprice(_ id: OrderID, _ reduction: Money, _ postage: Money) throws(Refusal) -> [Event] {
        let order = try anyOrder(id)
        try require(order, .waitPay)
        guard reduction >= .zero, reduction <= order.goods - order.discount else {
            throw .badAmount(reduction)
        }
        guard postage >= .zero else { throw .badAmount(postage) }
        guard postage <= order.postage else {
            throw .postageMayNotRise(from: order.postage, to: postage)
        }
        guard reduction != order.reduction || postage != order.postage else {
            throw .sameAsBefore
        }
        return [.repriced(order: id, reduction: reduction, postage: postage)]
    }

    func closeUnpaid(_ id: OrderID, _ reason: Order.CloseReason) throws(Refusal) -> [Event] {
        try require(try anyOrder(id), .waitPay)
        return [.closedUnpaid(order: id, reason: reason, byTimer: false)]
    }

    func urge(_ id: OrderID) throws(Refusal) -> [Event] {
        try require(try anyOrder(id), .waitShip)
        return [.warehouseUrged(order: id)]
    }

    func changeItem(_ id: OrderID, _ line: Int, _ variant: VariantID) throws(Refusal) -> [Event] {
        return [try change(line, of: id, to: variant)]
    }

    func extendReceipt(_ id: OrderID, _ days: Int, at instant: Instant) throws(Refusal) -> [Event] {
        let order = try anyOrder(id)
        try require(order, .shipped)
        guard rules.extensionDays.contains(days) else {
            throw .badExtension(allowed: rules.extensionDays)
        }
        guard order.extensions < rules.extensionsPerOrder else { throw .noExtensionLeft }
        let base = order.autoConfirmAt ?? instant
        return [.receiptExtended(order: id, until: base + .days(days))]
    }

    /// Another variant instead, at the same price: a difference in money is its own procedure.
    private func change(
        _ line: Int, of id: OrderID, to variant: VariantID
    ) throws(Refusal) -> Event {
        let order = try anyOrder(id)
        if order.isShipped { throw .alreadyShipped }
        try require(order, .waitShip)
        guard order.lines.indices.contains(line) else {
            throw .noSuchLine(order: id, line: line)
        }
        let old = order.lines[line]
        guard let new = self.variant(variant) else { throw .noSuchVariant(variant) }
        guard new.id != old.variant else { throw .sameAsBefore }
        guard new.price == old.price else { throw .priceDiffers(by: new.price - old.price) }
        try checkStock(variant, old.quantity)
        return .itemChanged(order: id, line: line, from: old.variant, to: variant)
    }

    func anyOrder(_ id: OrderID) throws(Refusal) -> Order {
        guard let order = orders[id] else { throw .noSuchOrder(id) }
        return order
    }
}
