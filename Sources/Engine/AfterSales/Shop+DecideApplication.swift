extension Shop {
    /// Opens a case of any kind; the desk may do it in the buyer's name.
    func apply(
        _ id: OrderID, _ request: AfterSale.Request, by actor: Actor, at instant: Instant
    ) throws(Refusal) -> [Event] {
        let order = try order(id, of: actor)
        let request = try checked(request, on: order, by: actor, at: instant)
        return [
            .afterSaleOpened(
                AfterSale(
                    id: nextAfterSale, order: id, kind: request.kind, reason: request.reason,
                    items: request.items, amount: request.amount ?? .zero,
                    detail: request.detail, openedAt: instant, state: .waitSeller,
                    answerBy: instant + answerSpan(request.kind, of: order),
                    account: request.account,
                    freight: freight(request.kind, request.reason, request.items, of: order),
                    evidence: request.evidence))
        ]
    }

    /// Asks again after a refusal, or otherwise before the shop has answered.
    func editApplication(
        _ id: AfterSaleID, _ request: AfterSale.Request, by actor: Actor, at instant: Instant
    ) throws(Refusal) -> [Event] {
        let item = try openCase(id, for: .editApplication)
        let order = try order(item.order, of: actor)
        let request = try checked(request, on: order, instead: id, by: actor, at: instant)
        return [
            moved(
                item,
                .edited(
                    request: request, amount: request.amount ?? .zero,
                    answerBy: instant + answerSpan(request.kind, of: order)))
        ]
    }

    /// The desk pays a fallen price back before being asked: opened and settled at once.
    func protectPrice(_ id: OrderID, _ line: Int, at instant: Instant) throws(Refusal) -> [Event] {
        let order = try anyOrder(id)
        guard order.lines.indices.contains(line) else { throw .noSuchLine(order: id, line: line) }
        let request = AfterSale.Request(
            kind: .priceProtection, reason: .priceFell,
            items: [AfterSale.Item(line: line, quantity: max(1, order.lines[line].left))])
        let opened = try apply(id, request, by: .agent(agent), at: instant)
        guard case .afterSaleOpened(let item)? = opened.first else { return opened }
        return opened + (try payout(item, item.amount, nil, at: instant))
    }

    /// The shop's time to answer.
    func answerSpan(_ kind: AfterSale.Kind, of order: Order) -> Span {
        if kind.needsReturn { return rules.afterSales.answerReturn }
        return order.isShipped ? rules.afterSales.answerShipped : rules.answerRefundWithin
    }

    /// Who pays for the way back; nobody where nothing travels.
    func freight(
        _ kind: AfterSale.Kind, _ reason: AfterSale.Reason, _ items: [AfterSale.Item],
        of order: Order
    ) -> AfterSale.Freight {
        let payer = rules.afterSales.payer(for: reason)
        if kind.needsReturn {
            let isInsured = payer == .buyer && order.isInsured
            return AfterSale.Freight(payer: isInsured ? .insurer : payer)
        }
        guard kind == .refusedParcel else { return AfterSale.Freight() }
        return AfterSale.Freight(
            payer: payer, deducted: yield(of: items, kind, reason, in: order).deducted)
    }

    /// The request as it is entered: allowed, with its sum, its proofs signed and dated.
    private func checked(
        _ request: AfterSale.Request, on order: Order, instead: AfterSaleID? = nil,
        by actor: Actor, at instant: Instant
    ) throws(Refusal) -> AfterSale.Request {
        guard rules.afterSales.kinds.contains(request.kind) else {
            throw .kindNotOffered(request.kind)
        }
        try permit(request.kind.operation, on: order)
        var request = request
        // A deposit is one thing, whatever it was paid for.
        if order.status == .depositPaid { request.items = [] }
        try check(request.items, of: request, on: order)
        if request.kind == .priceProtection {
            // The price fell for all that is left of a line.
            request.items = request.items.map {
                AfterSale.Item(line: $0.line, quantity: order.lines[$0.line].left)
            }
        }
        try checkAlone(request, on: order, instead: instead)
        try checkWindow(request, on: order, at: instant)
        request.amount = try sum(of: request, on: order, at: instant)
        try checkAccount(of: request, on: order, at: instant)
        if !request.detail.isEmpty { try checkLength(request.detail) }
        for place in request.evidence.indices {
            request.evidence[place] = try signed(request.evidence[place], by: actor, at: instant)
        }
        return request
    }

    /// What is asked for: all that the pieces can bring unless less was named.
    private func sum(of request: AfterSale.Request, on order: Order, at instant: Instant)
        throws(Refusal) -> Money
    {
        guard request.kind.isForMoney else {
            if let amount = request.amount, amount != .zero { throw .badAmount(amount) }
            return .zero
        }
        if request.kind == .priceProtection {
            guard let paidAt = order.paidAt,
                instant <= paidAt + rules.afterSales.priceProtection
            else { throw .priceNotFallen }
        }
        // A sum on top has no natural height: it must be named.
        if request.kind == .compensation, request.amount == nil { throw .badAmount(.zero) }
        let most = yield(of: request.items, request.kind, request.reason, in: order).total
        if request.kind == .priceProtection, most == .zero { throw .priceNotFallen }
        let amount = request.amount ?? most
        guard amount > .zero else { throw .badAmount(amount) }
        guard amount <= most else { throw .moreThanPaid(limit: most, asked: amount) }
        try checkWhole(amount, request.kind, in: order)
        return amount
    }

    /// Where money is to go, or to come from, it can; said now rather than when it is agreed.
    private func checkAccount(
        of request: AfterSale.Request, on order: Order, at instant: Instant
    ) throws(Refusal) {
        if request.kind == .exchange {
            try checkWorth(request.items, in: order)
            _ = try settlement(
                of: order, by: difference(request.items, in: order), with: request.account,
                at: instant)
        } else if let account = request.account {
            _ = try refund(
                of: order, [], extra: request.amount ?? .zero, into: account, at: instant)
            // An account is only looked at where money goes into it.
            guard customers[order.customer]?.account(account) != nil else {
                throw .noSuchAccount(account)
            }
        }
    }

    /// Proof as it is kept: of a length that says something, with who brought it and when.
    func signed(_ evidence: Evidence, by actor: Actor, at instant: Instant) throws(Refusal)
        -> Evidence
    {
        let least = rules.afterSales.evidenceTextLeast
        let most = rules.afterSales.evidenceTextMost
        guard evidence.text.count >= least, evidence.text.count <= most,
            evidence.text.contains(where: { !$0.isWhitespace })
        else { throw .badEvidence(least: least, most: most) }
        return Evidence(kind: evidence.kind, text: evidence.text, by: actor, at: instant)
    }
}
