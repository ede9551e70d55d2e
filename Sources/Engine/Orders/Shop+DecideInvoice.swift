extension Shop {
    func requestInvoice(_ id: OrderID, _ request: Command.InvoiceRequest, by actor: Actor)
        throws(Refusal) -> [Event]
    {
        let order = try order(id, of: actor)
        try permit(.requestInvoice, on: order)
        try check(request)
        return [.orderMoved(order: id, step: .invoiceRequested(request))]
    }

    /// Over what was really paid to the shop and has not gone back; neither name nor sum is the
    /// desk's to choose.
    func issueInvoice(_ id: OrderID, _ request: Command.InvoiceRequest, at instant: Instant)
        throws(Refusal) -> [Event]
    {
        let order = try anyOrder(id)
        try permit(.issueInvoice, on: order)
        try check(request)
        if let standing = order.invoices.first(where: { !$0.isReversed }) {
            throw .invoiceStands(number: standing.number)
        }
        let amount = order.ledger.paid - order.ledger.refunded
        guard amount > .zero else { throw .badAmount(amount) }
        return [
            .orderMoved(
                order: id,
                step: .invoiceIssued(
                    Invoice(
                        number: "INV" + padded(invoiceCount + 1, to: 6), kind: request.kind,
                        title: request.title, taxNumber: request.taxNumber,
                        email: request.email, amount: amount, issuedAt: instant)))
        ]
    }

    func reverseInvoice(_ id: OrderID, _ number: String) throws(Refusal) -> [Event] {
        let order = try anyOrder(id)
        guard order.invoices.contains(where: { $0.number == number && !$0.isReversed }) else {
            throw .noInvoice(number: number)
        }
        return reversals(of: order)
    }

    /// The red-letter invoices that a refund makes necessary.
    func reversals(of order: Order) -> [Event] {
        order.invoices.filter { !$0.isReversed }.map {
            .orderMoved(
                order: order.id,
                step: .invoiceReversed(number: $0.number, reversal: "RED" + $0.number.dropFirst(3)))
        }
    }

    private func check(_ request: Command.InvoiceRequest) throws(Refusal) {
        try checkLength(request.title)
        if request.kind == .special || request.taxNumber != nil {
            let number = request.taxNumber ?? ""
            guard (15...20).contains(number.count),
                number.allSatisfy({ $0.isASCII && ($0.isNumber || $0.isLetter) })
            else { throw .taxNumberMissing }
        }
        let parts = request.email.split(separator: "@", omittingEmptySubsequences: false)
        guard parts.count == 2, !parts[0].isEmpty, parts[1].contains("."),
            !request.email.contains(where: \.isWhitespace)
        else { throw .badEmail(request.email) }
    }

    private func padded(_ number: Int, to width: Int) -> String {
        let digits = "\(number)"
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
}
