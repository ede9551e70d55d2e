import Engine

/// Short words for what the tests of cases say often.
extension Counter {
    static let me = Actor.agent("me")
    static let photo = Evidence(kind: .photo, text: "一张照片")

    static func piece(_ line: Int, _ quantity: Int = 1, for replacement: VariantID? = nil)
        -> AfterSale.Item
    {
        AfterSale.Item(line: line, quantity: quantity, replacement: replacement)
    }

    /// Asks in the buyer's name; returns the case.
    @discardableResult
    mutating func ask(
        _ order: OrderID, _ kind: AfterSale.Kind, _ reason: AfterSale.Reason,
        _ items: [AfterSale.Item] = [], amount: Money? = nil, account: AccountID? = nil,
        detail: String = "", by actor: Actor = .buyer("b1"), after: Span = .zero
    ) throws(Refusal) -> AfterSaleID {
        try send(
            .apply(
                order: order,
                request: AfterSale.Request(
                    kind: kind, reason: reason, items: items, amount: amount, detail: detail,
                    account: account)), by: actor, after: after)
        return item(order).id
    }

    func refusedAsking(
        _ order: OrderID, _ kind: AfterSale.Kind, _ reason: AfterSale.Reason,
        _ items: [AfterSale.Item] = [], amount: Money? = nil, account: AccountID? = nil,
        detail: String = "", evidence: [Evidence] = [], by actor: Actor = .buyer("b1")
    ) -> Refusal? {
        refusal(
            .apply(
                order: order,
                request: AfterSale.Request(
                    kind: kind, reason: reason, items: items, amount: amount, detail: detail,
                    account: account, evidence: evidence)), by: actor)
    }

    mutating func refuse(
        _ id: AfterSaleID, _ reason: AfterSale.RefusalReason = .noDefect
    ) throws(Refusal) {
        try send(.refuse(afterSale: id, reason: reason, text: "看不出问题", proof: [Self.photo]))
    }

    /// Agrees to a return and has the goods handed to the carrier.
    mutating func returned(_ id: AfterSaleID) throws(Refusal) {
        try send(.agreeReturn(afterSale: id, to: TradeShop.back))
        try send(
            .sendBack(afterSale: id, carrier: "中通", tracking: "RT\(id)"), by: .buyer("b1"),
            after: .hours(20))
    }

    /// Lets so much time pass, with all that the clock does in it.
    mutating func wait(_ span: Span) throws(Refusal) {
        let until = shop.now + span
        while let due = shop.nextTimer, due <= until { try tick(at: due) }
        shop.advance(to: until)
    }

    func state(_ id: AfterSaleID) -> AfterSale.State.Name? { shop.afterSales[id]?.state.name }

    func stock(_ id: VariantID) -> Int { shop.variant(id)?.stock ?? -1 }

    /// The marks that were put on the desk's conduct.
    var redLines: [AfterSale.RedLine] {
        records.compactMap {
            guard case .afterSaleMoved(_, _, .conductMarked(let line)) = $0.event else {
                return nil
            }
            return line
        }
    }
}
