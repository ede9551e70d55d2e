/// What the short form of an order says: one state for the whole order, from which lines, payments
/// and ledger follow.
struct ShortForm {
    var status: Order.Status
    var method: PaymentMethod
    var shipBy: Instant?
    var confirmBy: Instant?
    /// The money is said; only the payments are to be worked out.
    var hasLedger: Bool
    /// One a line; nil where the form does not say.
    var claims: [Bool?]
}

extension Order {
    /// Every cut has a share for every line, and the sums stay far from what an integer can hold:
    /// only then can the order be reckoned with.
    public var isReckonable: Bool {
        let limit = Money.greatest.fen
        let isSmall = lines.allSatisfy { line in
            let (gross, overflows) = line.price.fen.multipliedReportingOverflow(by: line.quantity)
            return !overflows && (-limit...limit).contains(gross)
        }
        return isSmall && lines.count <= 10_000 && cuts.count <= 100
            && cuts.allSatisfy { $0.shares.count == lines.count }
    }

    /// Puts the money where such an order's money is, and the lines into the order's state.
    mutating func settle(_ form: ShortForm) {
        settleMoney(form)
        for index in lines.indices { settleLine(index, form) }
        switch form.status {
        case .closedRefunded:
            postageRefunded = postage
            closedAt = closedAt ?? paidAt ?? placedAt
        case .closedUnpaid:
            closeReason = closeReason ?? .notPaidInTime
            closedAt = closedAt ?? placedAt
        case .depositForfeit: closedAt = closedAt ?? presale?.balanceUntil ?? placedAt
        case .done: closedAt = closedAt ?? paidAt ?? placedAt
        case .waitPay, .depositPaid, .grouping, .waitShip, .partShipped, .shipped, .signed: break
        }
    }

    private mutating func settleMoney(_ form: ShortForm) {
        var paid = Money.zero
        switch form.status {
        case .waitPay, .closedUnpaid: break
        case .depositPaid, .depositForfeit:
            paid = presale?.deposit ?? .zero
            let at = presale?.depositPaidAt ?? paidAt ?? placedAt
            presale?.depositPaidAt = at
        case .grouping, .waitShip, .partShipped, .shipped, .signed, .done, .closedRefunded:
            paid = due
            paidAt = paidAt ?? placedAt
        }
        if !form.hasLedger {
            ledger = Ledger(
                paid: paid, held: .zero, released: .zero, refunded: .zero, compensated: .zero)
            switch form.status {
            case .waitPay, .closedUnpaid: break
            case .depositPaid, .grouping, .waitShip, .partShipped, .shipped, .signed:
                ledger.held = paid
            case .depositForfeit, .done: ledger.released = paid
            case .closedRefunded: ledger.refunded = paid
            }
        }
        guard payments.isEmpty, ledger.paid != .zero else { return }
        payments = [
            Payment(
                method: form.method, amount: ledger.paid, refunded: ledger.refunded,
                at: presale?.depositPaidAt ?? paidAt ?? placedAt)
        ]
    }

    private mutating func settleLine(_ index: Int, _ form: ShortForm) {
        let isSaid = form.claims.indices.contains(index) ? form.claims[index] : nil
        let quantity = lines[index].quantity
        lines[index].status = form.status
        lines[index].isClaimed = isSaid ?? true
        switch form.status {
        case .waitPay, .closedUnpaid, .depositPaid, .depositForfeit:
            lines[index].isClaimed = isSaid ?? false
        case .grouping: break
        case .waitShip: lines[index].shipBy = lines[index].shipBy ?? form.shipBy
        case .partShipped: settlePartShipped(index, form)
        case .shipped, .signed: send(index, form)
        case .done:
            lines[index].shipped = quantity
            lines[index].doneAt = lines[index].doneAt ?? closedAt ?? paidAt
        case .closedRefunded:
            lines[index].isClaimed = isSaid ?? false
            if isShipped {
                lines[index].shipped = quantity
            } else {
                lines[index].cancelled = quantity
            }
            lines[index].returned = quantity
            lines[index].refunded = net(of: index)
        }
    }

    /// Signed for or not, the line stands in `shipped` until receipt is confirmed.
    private mutating func send(_ index: Int, _ form: ShortForm) {
        lines[index].status = .shipped
        lines[index].shipped = lines[index].quantity
        lines[index].confirmBy = lines[index].confirmBy ?? form.confirmBy
    }

    /// How much has left is what the line says, or else the parcels.
    private mutating func settlePartShipped(_ index: Int, _ form: ShortForm) {
        if lines[index].shipped == 0 {
            for parcel in parcels where !parcel.isVoid && !parcel.isReturn {
                for piece in parcel.pieces ?? [] where piece.line == index {
                    lines[index].shipped += piece.quantity
                }
            }
        }
        if lines[index].shipped >= lines[index].quantity { return send(index, form) }
        lines[index].status = lines[index].shipped == 0 ? .waitShip : .partShipped
        lines[index].shipBy = lines[index].shipBy ?? form.shipBy
    }
}
