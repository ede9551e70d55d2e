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

    /// The order as its past left it, with the money where such an order's money is.
    public func after(_ past: Past) -> Order {
        var order = self
        order.status = past.status
        order.reduction = past.reduction
        order.payment = past.payment
        order.paidAt = past.paidAt
        order.parcels = past.parcels
        order.memo = past.memo
        order.closeReason = past.closeReason
        order.closedAt = past.closedAt
        if past.status != .waitPay { order.payBy = nil }
        if past.paidAt != nil { order.ledger.paid = order.due }
        switch past.status {
        case .waitPay, .closedUnpaid: break
        case .waitShip:
            order.ledger.held = order.ledger.paid
            order.shipBy = past.shipBy
            for index in order.lines.indices { order.lines[index].isClaimed = past.isClaimed }
        case .shipped:
            order.ledger.held = order.ledger.paid
            order.autoConfirmAt = past.autoConfirmAt
            for index in order.lines.indices { order.lines[index].isClaimed = true }
        case .done:
            order.ledger.released = order.ledger.paid
            for index in order.lines.indices { order.lines[index].isClaimed = true }
        case .closedRefunded: order.ledger.refunded = order.ledger.paid
        }
        return order
    }
}
