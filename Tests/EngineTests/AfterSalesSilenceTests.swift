import Engine
import Testing

@Suite struct `Silence` {
    /// A delivered dress with a case in the state after `steps`.
    private func standing(
        _ kind: AfterSale.Kind, _ items: [AfterSale.Item] = [Counter.piece(0)],
        amount: Money? = nil, detail: String = "",
        _ steps: (inout Counter, AfterSaleID) throws -> Void = { _, _ in }
    ) throws -> (Counter, OrderID, AfterSaleID) {
        var counter = Counter.trading()
        let id = try counter.delivered([("dress-M", 1)])
        let item = try counter.ask(id, kind, .quality, items, amount: amount, detail: detail)
        try steps(&counter, item)
        return (counter, id, item)
    }

    private func gone(_ span: Span, _ counter: inout Counter) throws {
        let left = span - Span(milliseconds: 1)
        try counter.wait(left)
        let before = counter.records.count
        try counter.wait(Span(milliseconds: 1))
        #expect(counter.records.count > before, "nothing happened at the very instant")
        #expect(counter.shop.violations() == [])
    }

    @Test func `of the shop gives the money of an unshipped order back`() throws {
        var counter = Counter.trading()
        let id = try counter.bought([("dress-M", 1)])
        try counter.send(.requestRefund(order: id, reason: .changedMind), by: .buyer("b1"))
        try gone(.hours(48), &counter)
        #expect(counter.order(id).status == .closedRefunded)
        #expect(counter.state("r1") == .done)
    }

    @Test func `of the shop refunds, agrees to the return, or agrees to send`() throws {
        for (kind, items, amount, detail, state) in [
            (AfterSale.Kind.refund, [Counter.piece(0)], nil, "", AfterSale.State.Name.done),
            (.compensation, [], Money.yuan(5), "", .done),
            (.returnRefund, [Counter.piece(0)], nil, "", .waitReturn),
            (.repair, [Counter.piece(0)], nil, "", .waitReturn),
            (.exchange, [Counter.piece(0, for: "dress-L")], nil, "", .waitReturn),
            (.reship, [], nil, "腰带", .waitConsign),
        ] {
            var (counter, _, item) = try standing(kind, items, amount: amount, detail: detail)
            try gone(.hours(48), &counter)
            #expect(counter.state(item) == state, "\(kind)")
        }
    }

    @Test func `agrees to a return to the address that the rules name`() throws {
        var rules = Rules.plain
        rules.afterSales.returnAddress = TradeShop.back
        var counter = Counter.trading(rules)
        let id = try counter.delivered([("dress-M", 1)])
        let item = try counter.ask(id, .returnRefund, .quality, [Counter.piece(0)])
        try counter.wait(.hours(48))
        #expect(counter.shop.afterSales[item]?.returnTo == TradeShop.back)
    }

    @Test func `of the buyer closes an offer, a refusal, a return, a quarrel over one`() throws {
        let offer = AfterSale.Offer(kind: .refund, amount: .yuan(20), text: "退20元")
        let refuse: (inout Counter, AfterSaleID) throws -> Void = { try $0.refuse($1) }
        let cases: [(Span, (inout Counter, AfterSaleID) throws -> Void)] = [
            (.hours(48), { try $0.send(.negotiate(afterSale: $1, offer: offer)) }),
            (.days(7), refuse),
            (.days(7), { try $0.send(.agreeReturn(afterSale: $1, to: TradeShop.back)) }),
            (
                .days(7),
                {
                    try $0.returned($1)
                    try $0.send(
                        .rejectReturn(
                            afterSale: $1, reason: .partsMissing, text: "少了腰带",
                            proof: [Counter.photo]))
                }
            ),
        ]
        for (span, steps) in cases {
            var (counter, id, item) = try standing(.returnRefund, [Counter.piece(0)], steps)
            try gone(span, &counter)
            #expect(counter.state(item) == .closed)
            #expect(counter.order(id).pausedAt == nil)
        }
    }

    @Test func `of the shop over what came back accepts it`() throws {
        var (counter, id, item) = try standing(.returnRefund) { try $0.returned($1) }
        try gone(.days(10), &counter)
        #expect(counter.state(item) == .done)
        #expect(counter.order(id).ledger.refunded == .yuan(199))
        var (other, _, swap) = try standing(.exchange, [Counter.piece(0, for: "dress-L")]) {
            try $0.returned($1)
        }
        try gone(.days(10), &other)
        #expect(other.state(swap) == .waitConsign)
    }

    @Test func `of the warehouse turns what was to be sent into money`() throws {
        for kind in [AfterSale.Kind.exchange, .repair] {
            var (counter, id, item) = try standing(
                kind, [Counter.piece(0, for: kind == .exchange ? "dress-L" : nil)]
            ) {
                try $0.returned($1)
                try $0.send(.acceptReturn(afterSale: $1))
            }
            let shelf = counter.stock("dress-L")
            try gone(.hours(48), &counter)
            #expect(counter.state(item) == .done)
            #expect(counter.order(id).ledger.refunded == .yuan(199))
            // What had been set aside for the buyer goes back.
            #expect(counter.stock("dress-L") == shelf + (kind == .exchange ? 1 : 0))
        }
        // A spoon has no money to go back: it is owed until it is sent.
        var (counter, _, item) = try standing(.reship, [], detail: "腰带") {
            try $0.send(.agreeToSend(afterSale: $1))
        }
        try counter.wait(.days(5))
        #expect(counter.state(item) == .waitConsign)
    }

    @Test func `of the buyer about a replacement counts as having it`() throws {
        var (counter, _, item) = try standing(.exchange, [Counter.piece(0, for: "dress-L")]) {
            try $0.returned($1)
            try $0.send(.acceptReturn(afterSale: $1))
            try $0.send(
                .shipPart(afterSale: $1, carrier: "顺丰", tracking: "NEW1"), by: .warehouse)
        }
        try gone(.days(10), &counter)
        #expect(counter.state(item) == .done)
    }

    @Test func `while a case is open confirms no receipt, and its time runs on afterwards`() throws
    {
        var (counter, id, item) = try standing(.repair)
        let due = try #require(counter.order(id).autoConfirmAt)
        #expect(
            counter.refusal(.confirmReceipt(order: id, lines: nil), by: .buyer("b1"))
                == .afterSaleOpen(item))
        try counter.send(.withdraw(afterSale: item), by: .buyer("b1"), after: .hours(30))
        #expect(counter.order(id).autoConfirmAt == due + .hours(30))
    }
}

@Suite struct `The table of arrows` {
    @Test func `opens, leaves and ends every state`() {
        for name in AfterSale.State.Name.allCases {
            let out = AfterSale.transitions.filter { $0.from == name && $0.to != name }
            let into = AfterSale.transitions.filter { $0.to == name && $0.from != name }
            let isEnd = [.done, .withdrawn, .closed].contains(name)
            #expect(out.isEmpty == isEnd, "\(name)")
            #expect(!into.isEmpty, "\(name)")
        }
        #expect(Set(AfterSale.transitions).count == AfterSale.transitions.count)
        for word in AfterSale.Word.allCases {
            #expect(AfterSale.transitions.contains { $0.word == word }, "\(word)")
        }
    }

    @Test func `lets silence move every state in which somebody's time runs`() {
        let waits = AfterSale.State.Name.allCases.filter {
            ![.done, .withdrawn, .closed].contains($0)
        }
        #expect(AfterSale.states(for: .silence) == waits)
        #expect(AfterSale.states(for: .withdraw).count == 6)
    }
}
