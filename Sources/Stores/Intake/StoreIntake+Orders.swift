import Engine

extension StoreIntake {
    /// - Parameter imported: what a reader of another program's export made of its file.
    public mutating func take(_ imported: Imported<ImportedOrder>) {
        take(over: imported.report)
        // Whatever the file says has happened by the time the shop opens.
        for row in imported.values {
            for moment in [row.placedAt, row.paidAt, row.shippedAt, row.confirmedAt] {
                store.opensAt = max(store.opensAt, moment ?? store.opensAt)
            }
        }
        for order in imported.values { take(order) }
        // Sums of a store that has grown are reckoned anew when it is opened.
        if tally.taken > 0 { store.books = nil }
    }

    mutating func take(_ row: ImportedOrder) {
        let id = OrderID(row.id)
        guard !places.orders.contains(id) else {
            return note(
                row.line, .skipped, zh: "店里已有订单 \(row.id)，没有再收。",
                en: "The store has the order \(row.id) already; it is not taken again.")
        }
        guard let bill = bill(of: row) else { return }
        let customer = customer(of: row)
        var order = Order(
            id: id, customer: customer, placedAt: row.placedAt,
            lines: [
                Order.Line(
                    variant: variant(of: row, price: bill.price), quantity: bill.quantity,
                    price: bill.price)
            ],
            address: Self.address(of: row), postage: bill.postage,
            note: row.buyerMessage.isEmpty ? nil : row.buyerMessage)
        let past = past(of: row, bill)
        order = order.after(past)
        if past.status == .waitPay, row.placedAt + store.rules.payWithin > store.opensAt {
            order.awaitPayment(until: row.placedAt + store.rules.payWithin)
        }
        if past.status != .closedRefunded { order = order.refunded(row.amounts.refunded ?? .zero) }
        places.orders.insert(id)
        store.orders.append(order)
        tally.taken += 1
    }

    // MARK: Money

    /// What one row of an export says of an order's money, in such a way that it adds up.
    struct Bill {
        var price: Money
        var quantity: Int
        var postage: Money
        /// Taken off by hand or paid by other means than money.
        var reduction: Money
        /// Was anything paid?
        var isPaid: Bool
    }

    private mutating func bill(of row: ImportedOrder) -> Bill? {
        let amounts = row.amounts
        let postage = amounts.postage ?? .zero
        let paid = amounts.paid ?? .zero
        let isPaid = row.paidAt != nil || paid > .zero
        guard
            let goods = amounts.goods ?? amounts.total.map({ $0 - postage })
                ?? (isPaid ? paid - postage : nil), goods >= .zero, postage >= .zero,
            paid <= Money.greatest, goods <= Money.greatest, postage <= Money.greatest
        else {
            note(
                row.line, .skipped, zh: "订单 \(row.id) 看不出货款是多少，没有收。",
                en: "What the goods of order \(row.id) cost cannot be seen; it is not taken.")
            return nil
        }
        var bill = Bill(
            price: goods, quantity: max(1, row.goods.pieces ?? 1), postage: postage,
            reduction: .zero, isPaid: isPaid)
        let due = goods + postage
        if isPaid, paid > due {
            bill.price = paid - postage
            note(
                row.line, .changed, zh: "实付 \(paid.plain) 元比应付 \(due.plain) 元多，按实付记货款。",
                en:
                    "\(paid.plain) was paid of \(due.plain) due; the goods are put at what was paid."
            )
        } else if isPaid, paid < due {
            bill.reduction = due - paid
            note(
                row.line, .changed, zh: "实付 \(paid.plain) 元比应付 \(due.plain) 元少，差额记作改价。",
                en: "\(paid.plain) was paid of \(due.plain) due; the rest is taken off by hand.")
        }
        // The line is the only thing anything can be taken off; postage is not.
        if bill.reduction > bill.price {
            bill.postage -= bill.reduction - bill.price
            bill.reduction = bill.price
        }
        divide(&bill, row)
        return bill
    }

    /// A price a piece where the sum can be divided without a fen left over.
    private mutating func divide(_ bill: inout Bill, _ row: ImportedOrder) {
        guard bill.quantity > 1 else { return }
        if bill.price.fen % bill.quantity == 0 {
            bill.price = Money(fen: bill.price.fen / bill.quantity)
        } else {
            note(
                row.line, .changed,
                zh: "\(bill.quantity) 件共 \(bill.price.plain) 元，除不尽，按 1 件记。",
                en:
                    "\(bill.quantity) pieces for \(bill.price.plain) cannot be divided; taken as one."
            )
            bill.quantity = 1
        }
    }

    // MARK: State

    private mutating func past(of row: ImportedOrder, _ bill: Bill) -> Order.Past {
        let memo = row.memo.isEmpty ? nil : Memo(flag: .grey, text: row.memo)
        let paidAt = bill.isPaid ? row.paidAt ?? row.placedAt : nil
        var past = Order.Past(
            status: .waitPay, reduction: bill.reduction, payment: .escrow, paidAt: paidAt,
            memo: memo, isClaimed: bill.isPaid)
        switch row.state {
        case .waitPay:
            if bill.isPaid {
                note(
                    row.line, .changed, zh: "状态是待付款，却有付款，按待发货收。",
                    en: "It waits for payment and was paid; taken as waiting to be shipped.")
                past.status = .waitShip
                past.shipBy = paidAt.map { $0 + store.rules.shipWithin }
            } else {
                past.paidAt = nil
            }
        case .waitShip:
            past.status = .waitShip
            past.paidAt = paidAt ?? row.placedAt
            past.shipBy = (paidAt ?? row.placedAt) + store.rules.shipWithin
        case .partShipped, .shipped:
            if row.state == .partShipped {
                note(
                    row.line, .changed, zh: "文件没有说还剩哪些没发，按全部发出收。",
                    en: "The file does not say what is left to send; all is taken as sent.")
            }
            past.status = .shipped
            past.paidAt = paidAt ?? row.placedAt
            past.parcels = parcels(of: row)
            let left = row.shippedAt ?? paidAt ?? row.placedAt
            past.autoConfirmAt = left + store.rules.autoConfirmAfter
        case .done:
            past.status = .done
            past.paidAt = paidAt ?? row.placedAt
            past.parcels = parcels(of: row)
            past.closedAt = row.confirmedAt ?? past.paidAt
        case .closed:
            past.status = bill.isPaid ? .closedRefunded : .closedUnpaid
            past.closedAt = row.confirmedAt ?? paidAt ?? row.placedAt
            past.closeReason = bill.isPaid ? nil : Self.closeReason(row.closeReason)
            past.parcels = bill.isPaid ? parcels(of: row) : []
            let refunded = row.amounts.refunded ?? row.amounts.paid ?? .zero
            if bill.isPaid, refunded != row.amounts.paid ?? .zero {
                note(
                    row.line, .changed,
                    zh: "已关闭，却只退了 \(refunded.plain) 元，按全额退款收。",
                    en: "It is closed with \(refunded.plain) given back; taken as refunded whole.")
            }
        }
        return past
    }

    /// By the words that platforms use; what they do not say is the commonest.
    private static func closeReason(_ words: String) -> Order.CloseReason {
        if words.contains("缺货") { return .outOfStock }
        if words.contains("不想") { return .buyerDeclined }
        if words.contains("拍错") { return .wrongItem }
        if words.contains("信息") || words.contains("地址") { return .wrongDetails }
        if words.contains("见面") { return .metInPerson }
        return .notPaidInTime
    }

    private mutating func parcels(of row: ImportedOrder) -> [Parcel] {
        var parcels: [Parcel] = []
        let carrier = row.delivery.carrier.isEmpty ? row.delivery.method : row.delivery.carrier
        for tracking in row.delivery.trackingNumbers {
            if let other = places.carriers[tracking], other != carrier {
                note(
                    row.line, .changed, zh: "运单号 \(tracking) 已属于 \(other)，这里没有记。",
                    en: "The number \(tracking) is \(other)'s already; it is left out here.")
                continue
            }
            places.carriers[tracking] = carrier
            let left = row.shippedAt ?? row.paidAt ?? row.placedAt
            let signed = row.confirmedAt.map { [Scan(at: $0, code: .signed, text: "已签收")] } ?? []
            parcels.append(
                Parcel(carrier: carrier, tracking: tracking, shippedAt: left, scans: signed))
        }
        return parcels
    }
}
