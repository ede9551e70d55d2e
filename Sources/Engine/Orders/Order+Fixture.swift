/// How a pack brings an order into the state in which the shift finds it. During a shift only
/// events move an order.
extension Order {
    public mutating func pay(_ method: PaymentMethod, at instant: Instant, shipBy due: Instant) {
        self = after(
            Past(
                status: .waitShip, reduction: reduction, payment: method, paidAt: instant,
                shipBy: due, memo: memo, isClaimed: lines.allSatisfy(\.isClaimed)))
    }

    public mutating func ship(_ parcel: Parcel, confirmBy due: Instant) {
        parcels.append(parcel)
        for index in lines.indices {
            lines[index].status = .shipped
            lines[index].shipped = lines[index].quantity
            lines[index].shipBy = nil
            lines[index].confirmBy = due
        }
    }

    public mutating func finish(at instant: Instant) {
        for index in lines.indices {
            lines[index].status = .done
            lines[index].confirmBy = nil
            lines[index].doneAt = instant
        }
        closedAt = instant
        ledger.released += ledger.held
        ledger.held = .zero
    }

    public mutating func mark(_ memo: Memo) { self.memo = memo }

    public mutating func reduce(by reduction: Money) { setReduction(reduction) }

    /// An unpaid order's time to pay.
    public mutating func awaitPayment(until due: Instant) { payBy = due }
}
