/// How a pack brings an order into the state in which the shift finds it. During a shift only
/// events move an order.
extension Order {
    public mutating func pay(_ method: PaymentMethod, at instant: Instant, shipBy due: Instant) {
        payment = method
        paidAt = instant
        payBy = nil
        shipBy = due
        status = .waitShip
        ledger.paid = self.due
        ledger.held = self.due
    }

    public mutating func ship(_ parcel: Parcel, confirmBy due: Instant) {
        parcels.append(parcel)
        status = .shipped
        shipBy = nil
        autoConfirmAt = due
    }

    public mutating func finish(at instant: Instant) {
        status = .done
        autoConfirmAt = nil
        closedAt = instant
        ledger.released += ledger.held
        ledger.held = .zero
    }

    public mutating func mark(_ memo: Memo) { self.memo = memo }

    public mutating func reduce(by reduction: Money) { self.reduction = reduction }

    /// An unpaid order's time to pay.
    public mutating func awaitPayment(until due: Instant) { payBy = due }
}
