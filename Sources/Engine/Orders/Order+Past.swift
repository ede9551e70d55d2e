extension Order {
    /// What had become of an order before the shift opened: a pack brings orders in any state.
    public struct Past: Hashable, Sendable {
        public var status: Status
        public var reduction: Money
        public var payment: PaymentMethod?
        public var paidAt: Instant?
        public var shipBy: Instant?
        public var autoConfirmAt: Instant?
        public var closedAt: Instant?
        public var closeReason: CloseReason?
        public var parcels: [Parcel]
        public var memo: Memo?
        /// The pieces are set aside; false where the shop sold more than it had.
        public var isClaimed: Bool

        public init(
            status: Status, reduction: Money = .zero, payment: PaymentMethod? = nil,
            paidAt: Instant? = nil, shipBy: Instant? = nil, autoConfirmAt: Instant? = nil,
            closedAt: Instant? = nil, closeReason: CloseReason? = nil, parcels: [Parcel] = [],
            memo: Memo? = nil, isClaimed: Bool = true
        ) {
            self.status = status
            self.reduction = reduction
            self.payment = payment
            self.paidAt = paidAt
            self.shipBy = shipBy
            self.autoConfirmAt = autoConfirmAt
            self.closedAt = closedAt
            self.closeReason = closeReason
            self.parcels = parcels
            self.memo = memo
            self.isClaimed = isClaimed
        }
    }

    /// The same order of goods sold ahead: what the deposit counts for above itself is taken off.
    public func soldAhead(_ terms: Presale) -> Order {
        var order = self
        let price = order.due - order.postage
        var terms = terms
        terms.deposit = max(.zero, min(terms.deposit, price))
        terms.counts = max(terms.deposit, min(terms.counts, price))
        let more = terms.counts - terms.deposit
        if more > .zero {
            let nets = order.lines.indices.map { order.net(of: $0) }
            order.cuts.append(
                Cut(
                    kind: .deposit, name: "", amount: more,
                    shares: Money.apportion(more, over: nets)))
        }
        order.presale = terms
        return order
    }

    /// The order as its past left it, with the money where such an order's money is.
    public func after(_ past: Past) -> Order {
        var order = self
        order.setStatus(past.status)
        order.setReduction(past.reduction)
        order.paidAt = past.paidAt
        order.parcels = past.parcels
        order.memo = past.memo
        order.closeReason = past.closeReason
        order.closedAt = past.closedAt
        if past.status != .waitPay { order.payBy = nil }
        order.take(past)
        for index in order.lines.indices { order.lines[index].isClaimed = past.isClaimed }
        switch past.status {
        case .waitPay, .closedUnpaid, .depositPaid, .depositForfeit:
            for index in order.lines.indices { order.lines[index].isClaimed = false }
        case .grouping: break
        case .waitShip:
            for index in order.lines.indices { order.lines[index].shipBy = past.shipBy }
        case .partShipped:
            for index in order.lines.indices { order.send(line: index, past) }
        case .shipped, .signed:
            for index in order.lines.indices {
                order.lines[index].status = .shipped
                order.lines[index].isClaimed = true
                order.lines[index].shipped = order.lines[index].quantity
                order.lines[index].confirmBy = past.autoConfirmAt
            }
        case .done:
            for index in order.lines.indices {
                order.lines[index].isClaimed = true
                order.lines[index].shipped = order.lines[index].quantity
                order.lines[index].doneAt = past.closedAt
            }
        case .closedRefunded:
            order.postageRefunded = order.postage
            for index in order.payments.indices {
                order.payments[index].refunded = order.payments[index].amount
            }
            for index in order.lines.indices {
                order.lines[index].isClaimed = false
                order.lines[index].returned = order.lines[index].quantity
                order.lines[index].refunded = order.net(of: index)
            }
        }
        return order
    }

    /// The money of a paid order, where it lies in its state; of a presale only the deposit until
    /// the balance is paid.
    private mutating func take(_ past: Past) {
        guard let paidAt = past.paidAt, past.status != .waitPay, past.status != .closedUnpaid
        else { return }
        let isDeposit = past.status == .depositPaid || past.status == .depositForfeit
        let amount = isDeposit ? presale?.deposit ?? due : due
        if presale != nil, presale?.depositPaidAt == nil { presale?.depositPaidAt = paidAt }
        payments = [Payment(method: past.payment ?? .mobile, amount: amount, at: paidAt)]
        ledger.paid = amount
        switch past.status {
        case .depositForfeit, .done: ledger.released = amount
        case .closedRefunded: ledger.refunded = amount
        case .waitPay, .depositPaid, .grouping, .waitShip, .partShipped, .shipped, .signed,
            .closedUnpaid:
            ledger.held = amount
        }
    }

    /// A line of an order in parts: what its parcels say is in them has left, the rest is to be
    /// sent.
    private mutating func send(line index: Int, _ past: Past) {
        let sent = past.parcels.flatMap { $0.pieces ?? [] }
            .reduce(0) { $1.line == index ? $0 + $1.quantity : $0 }
        lines[index].shipped = min(sent, lines[index].quantity)
        if lines[index].unshipped == 0 {
            lines[index].status = .shipped
            lines[index].isClaimed = true
            lines[index].confirmBy = past.autoConfirmAt
        } else {
            lines[index].status = sent > 0 ? .partShipped : .waitShip
            lines[index].shipBy = past.shipBy
        }
    }
}
