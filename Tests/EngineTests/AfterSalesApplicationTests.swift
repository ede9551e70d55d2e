import Engine
import Testing

@Suite struct `Asking for after-sales` {
    @Test func `opens a case of each of the eight kinds, with the shop to answer in its time`()
        throws
    {
        var rules = Rules.plain
        rules.answerRefundWithin = .hours(11)
        rules.afterSales.answerShipped = .hours(22)
        rules.afterSales.answerReturn = .hours(33)
        let one = [Counter.piece(0)]
        let kinds: [(AfterSale.Kind, AfterSale.Reason, [AfterSale.Item], Money?, Int)] = [
            (.refund, .damaged, one, nil, 22), (.returnRefund, .quality, one, nil, 33),
            (.exchange, .damaged, [Counter.piece(0, for: "dress-L")], nil, 33),
            (.repair, .quality, one, nil, 33), (.reship, .missingPart, one, nil, 22),
            (.compensation, .damaged, [], .yuan(5), 22),
        ]
        for (kind, reason, items, amount, hours) in kinds {
            var counter = Counter.trading(rules)
            let id = try counter.delivered([("dress-M", 1)])
            let item = try counter.ask(id, kind, reason, items, amount: amount)
            #expect(counter.state(item) == .waitSeller, "\(kind)")
            #expect(counter.shop.afterSales[item]?.answerBy == counter.shop.now + .hours(hours))
        }
        var counter = Counter.trading(rules)
        let unsent = try counter.bought([("dress-M", 1)])
        let refund = try counter.ask(unsent, .refund, .changedMind)
        #expect(counter.shop.afterSales[refund]?.answerBy == counter.shop.now + .hours(11))
    }

    @Test func `may be done by the desk for the buyer, not by another buyer`() throws {
        var counter = Counter.trading()
        let id = try counter.bought([("dress-M", 1)])
        #expect(
            counter.refusedAsking(id, .refund, .changedMind, by: .buyer("b2"))
                == .belongsToAnother(id))
        try counter.ask(id, .refund, .changedMind, by: Counter.me)
        #expect(counter.item(id).turns.first?.actor == Counter.me)
    }

    @Test func `needs pieces that exist, once each, no more than are left`() throws {
        var counter = Counter.trading()
        let id = try counter.delivered([("dress-M", 2)])
        func asked(_ items: [AfterSale.Item]) -> Refusal? {
            counter.refusedAsking(id, .returnRefund, .quality, items)
        }
        #expect(asked([]) == .noItems)
        #expect(counter.refusedAsking(id, .refund, .quality) == .noItems)
        #expect(counter.refusedAsking(id, .reship, .missingPart) == .noItems)
        #expect(asked([Counter.piece(3)]) == .noSuchLine(order: id, line: 3))
        #expect(asked([Counter.piece(0), Counter.piece(0)]) == .sameLineTwice(0))
        #expect(asked([Counter.piece(0, 0)]) == .badQuantity(0))
        #expect(asked([Counter.piece(0, 3)]) == .tooManyPieces(line: 0, left: 2))
        #expect(asked([Counter.piece(0, 2)]) == nil)
    }

    @Test func `cannot have back what has not been sent`() throws {
        var counter = Counter.trading()
        let id = try counter.bought([("dress-M", 1), ("cup-small", 2)])
        #expect(
            counter.refusedAsking(id, .returnRefund, .quality, [Counter.piece(0)])
                == .orderIs(.waitShip, needs: [.partShipped, .shipped, .done]))
        try counter.send(
            .shipPieces(
                order: id, carrier: "顺丰", tracking: "SF1",
                pieces: [Parcel.Piece(line: 1, quantity: 1)], weight: nil), by: .warehouse)
        #expect(
            counter.refusedAsking(id, .returnRefund, .quality, [Counter.piece(0)]) == .notShipped)
        #expect(
            counter.refusedAsking(id, .returnRefund, .quality, [Counter.piece(1, 2)])
                == .tooManyPieces(line: 1, left: 1))
    }

    @Test func `is one case a line, and a whole order alone`() throws {
        var counter = Counter.trading()
        let id = try counter.bought([("dress-M", 1), ("cup-small", 1)])
        let first = try counter.ask(id, .refund, .changedMind, [Counter.piece(0)])
        #expect(
            counter.refusedAsking(id, .refund, .changedMind, [Counter.piece(0)])
                == .afterSaleOpen(first))
        #expect(counter.refusedAsking(id, .refund, .changedMind) == .afterSaleOpen(first))
        #expect(counter.refusedAsking(id, .refund, .changedMind, [Counter.piece(1)]) == nil)
        try counter.send(.withdraw(afterSale: first), by: .buyer("b1"))
        let whole = try counter.ask(id, .refund, .changedMind)
        #expect(
            counter.refusedAsking(id, .refund, .changedMind, [Counter.piece(1)])
                == .afterSaleOpen(whole))
    }

    @Test func `is for what the platform offers and its profile permits`() throws {
        var rules = Rules.plain
        rules.afterSales.kinds = [.refund, .exchange]
        rules.orders.permits = [OrderRules.Permit(operation: .exchange, states: [])]
        var counter = Counter.trading(rules)
        let id = try counter.delivered([("dress-M", 1)])
        #expect(
            counter.refusedAsking(id, .repair, .quality, [Counter.piece(0)])
                == .kindNotOffered(.repair))
        #expect(
            counter.refusedAsking(id, .exchange, .quality, [Counter.piece(0, for: "dress-L")])
                == .notOffered(.exchange))
        #expect(
            counter.refusal(.compensate(order: id, amount: .yuan(1), reason: .quality))
                == .kindNotOffered(.compensation))
    }

    @Test func `is for a sum between nothing and all that the pieces can bring`() throws {
        var counter = Counter.trading()
        let id = try counter.delivered([("dress-M", 2)])
        let items = [Counter.piece(0)]
        func asked(_ fen: Int) -> Refusal? {
            counter.refusedAsking(
                id, .returnRefund, .quality, items, amount: Money(fen: fen))
        }
        #expect(asked(0) == .badAmount(.zero))
        #expect(asked(-1) == .badAmount(Money(fen: -1)))
        #expect(asked(19901) == .moreThanPaid(limit: .yuan(199), asked: Money(fen: 19901)))
        #expect(asked(19900) == nil)
        #expect(counter.refusedAsking(id, .compensation, .quality) == .badAmount(.zero))
        #expect(
            counter.refusedAsking(id, .repair, .quality, items, amount: .yuan(1))
                == .badAmount(.yuan(1)))
    }

    @Test func `for an exchange names another of the same product, or the same again`() throws {
        var counter = Counter.trading()
        let id = try counter.delivered([("dress-M", 1)])
        func asked(_ to: VariantID?, _ account: AccountID? = nil) -> Refusal? {
            counter.refusedAsking(
                id, .exchange, .damaged, [Counter.piece(0, for: to)], account: account)
        }
        #expect(asked(nil) == .replacementMissing(line: 0))
        #expect(asked("hat") == .noSuchVariant("hat"))
        #expect(asked("cup-small") == .notOnSale("cup-small"))
        #expect(asked("dress-XL") == .accountNeeded(by: .yuan(30)))
        #expect(asked("dress-XL", "red1") == .balanceTooLow("red1", left: .yuan(20)))
        #expect(asked("dress-XL", "card1") == nil)
        #expect(asked("dress-M") == nil)
    }

    @Test func `refuses a swap so cheap that less than nothing would be left`() throws {
        var fixture = TradeShop.fixture()
        fixture.products.append(TradeShop.product("hat", [("felt", 100), ("straw", 10)]))
        fixture.promotions = [
            Promotion(
                id: "hat", name: "帽子直降", kind: .item, products: ["hat"], threshold: .zero,
                amount: .yuan(50), from: TradeShop.opening, until: TradeShop.opening + .days(9))
        ]
        var counter = Counter(Shop(fixture))
        let id = try counter.delivered([("hat-felt", 1)])
        #expect(
            counter.refusedAsking(id, .exchange, .wrongItem, [Counter.piece(0, for: "hat-straw")])
                == .badAmount(.yuan(-40)))
    }

    @Test func `is not done for ever: five times a line, edits included`() throws {
        var counter = Counter.trading()
        let id = try counter.bought([("dress-M", 1), ("cup-small", 1)])
        let request = AfterSale.Request(
            kind: .refund, reason: .changedMind, items: [Counter.piece(0)])
        for _ in 0..<4 {
            let item = try counter.ask(id, .refund, .changedMind, [Counter.piece(0)])
            try counter.send(.withdraw(afterSale: item), by: .buyer("b1"))
        }
        let last = try counter.ask(id, .refund, .changedMind, [Counter.piece(0)])
        #expect(
            counter.refusal(
                .editApplication(afterSale: last, request: request), by: .buyer("b1"))
                == .tooManyAttempts(limit: 5))
        try counter.send(.withdraw(afterSale: last), by: .buyer("b1"))
        #expect(
            counter.refusedAsking(id, .refund, .changedMind, [Counter.piece(0)])
                == .tooManyAttempts(limit: 5))
        #expect(counter.refusedAsking(id, .refund, .changedMind) == .tooManyAttempts(limit: 5))
        #expect(
            counter.refusal(.requestRefund(order: id, reason: .changedMind), by: .buyer("b1"))
                == .tooManyAttempts(limit: 5))
        #expect(counter.refusedAsking(id, .refund, .changedMind, [Counter.piece(1)]) == nil)
    }

    @Test func `keeps proofs of a length that says something, signed and dated`() throws {
        var counter = Counter.trading()
        let id = try counter.delivered([("dress-M", 1)])
        for text in ["裂", "  ", String(repeating: "裂", count: 201)] {
            #expect(
                counter.refusedAsking(
                    id, .returnRefund, .quality, [Counter.piece(0)],
                    evidence: [Evidence(kind: .photo, text: text)])
                    == .badEvidence(least: 2, most: 200))
        }
        try counter.send(
            .apply(
                order: id,
                request: AfterSale.Request(
                    kind: .returnRefund, reason: .quality, items: [Counter.piece(0)],
                    evidence: [Counter.photo])), by: .buyer("b1"))
        #expect(counter.item(id).evidence.first?.by == .buyer("b1"))
        #expect(counter.item(id).evidence.first?.at == counter.shop.now)
    }
}

@Suite struct `The days in which one may ask` {
    @Test func `without a reason are seven on the calendar, to the last midnight`() throws {
        var counter = Counter.trading()
        // Signed on the 20th at three in the morning: the seventh day after is the 27th.
        let id = try counter.delivered([("dress-M", 1)])
        #expect(CivilTime(counter.shop.now).day == 20)
        let end = CivilTime(year: 2026, month: 3, day: 28).instant()
        #expect(counter.shop.noReasonEnd(of: counter.order(id), line: 0) == end)
        try counter.wait(end - counter.shop.now - Span(milliseconds: 1))
        let items = [Counter.piece(0)]
        #expect(counter.refusedAsking(id, .returnRefund, .noReason, items) == nil)
        try counter.wait(Span(milliseconds: 1))
        #expect(counter.refusedAsking(id, .returnRefund, .noReason, items) == .noReasonRightOver)
        #expect(counter.refusedAsking(id, .returnRefund, .quality, items) == nil)
    }

    @Test func `without a reason begin with the signature`() throws {
        var counter = Counter.trading()
        let id = try counter.delivered([("dress-M", 1)], isSigned: false)
        try counter.wait(.days(9))
        #expect(counter.refusedAsking(id, .returnRefund, .noReason, [Counter.piece(0)]) == nil)
    }

    @Test func `without a reason are not for what was made to order`() throws {
        var counter = Counter.trading()
        let id = try counter.delivered([("engraved-one", 1)])
        let items = [Counter.piece(0)]
        #expect(
            counter.refusedAsking(id, .returnRefund, .noReason, items)
                == .notReturnable(.customMade))
        #expect(counter.refusedAsking(id, .returnRefund, .quality, items) == nil)
    }

    @Test func `with a reason end some time after the order was done`() throws {
        var counter = Counter.trading()
        let id = try counter.delivered([("dress-M", 1)], isConfirmed: true)
        let end = counter.shop.now + .days(15)
        try counter.wait(.days(15))
        #expect(counter.refusedAsking(id, .repair, .quality, [Counter.piece(0)]) == nil)
        try counter.wait(Span(milliseconds: 1))
        #expect(
            counter.refusedAsking(id, .repair, .quality, [Counter.piece(0)])
                == .windowOver(since: end))
    }
}

@Suite struct `A protected price` {
    private func fallen(_ quantity: Int = 1) throws -> (Counter, OrderID) {
        var fixture = TradeShop.fixture()
        fixture.promotions = [
            Promotion(
                id: "down", name: "直降20", kind: .item, products: ["dress"], threshold: .zero,
                amount: .yuan(20), from: TradeShop.opening + .days(1),
                until: TradeShop.opening + .days(30))
        ]
        var counter = Counter(Shop(fixture))
        let id = try counter.bought([("dress-M", quantity)])
        return (counter, id)
    }

    @Test func `is what the price fell by, for all pieces that are left, and the goods stay`()
        throws
    {
        var (counter, id) = try fallen(2)
        #expect(counter.refusal(.protectPrice(order: id, line: 0)) == .priceNotFallen)
        try counter.wait(.days(1))
        let events = try counter.send(.protectPrice(order: id, line: 0))
        #expect(events.count == 2)
        #expect(counter.state("r1") == .done)
        #expect(counter.order(id).ledger.refunded == .yuan(40))
        #expect(counter.order(id).lines[0].returned == 0)
        #expect(counter.order(id).status == .waitShip)
        #expect(counter.refusal(.protectPrice(order: id, line: 0)) == .priceNotFallen)
        #expect(
            counter.refusal(.protectPrice(order: id, line: 1)) == .noSuchLine(order: id, line: 1))
        #expect(counter.shop.violations() == [])
    }

    @Test func `can be asked for, for one piece or two the same sum`() throws {
        var (counter, id) = try fallen(2)
        try counter.wait(.days(1))
        let item = try counter.ask(id, .priceProtection, .priceFell, [Counter.piece(0)])
        #expect(counter.shop.afterSales[item]?.amount == .yuan(40))
        #expect(counter.shop.afterSales[item]?.items == [Counter.piece(0, 2)])
        #expect(counter.refusal(.protectPrice(order: id, line: 0)) == .afterSaleOpen(item))
        try counter.send(.agreeRefund(afterSale: item, amount: nil))
        #expect(counter.order(id).ledger.refunded == .yuan(40))
    }

    @Test func `ends some days after payment`() throws {
        var (counter, id) = try fallen()
        try counter.wait(.days(7))
        #expect(
            counter.refusedAsking(id, .priceProtection, .priceFell, [Counter.piece(0)]) == nil)
        try counter.wait(.seconds(1))
        #expect(
            counter.refusedAsking(id, .priceProtection, .priceFell, [Counter.piece(0)])
                == .priceNotFallen)
    }
}

@Suite struct `A refused parcel` {
    @Test func `needs a scan that says so, and costs the buyer who had no cause its freight`()
        throws
    {
        for (reason, back) in [(AfterSale.Reason.refused, 191), (.damaged, 199)] {
            var counter = Counter.trading()
            let id = try counter.delivered([("dress-M", 1)], isSigned: false)
            let items = [Counter.piece(0)]
            #expect(
                counter.refusedAsking(id, .refusedParcel, reason, items)
                    == .parcelNotRefused(line: 0))
            try counter.send(
                .scan(tracking: "SF\(id)", code: .refused, text: "拒收"), by: .carrier)
            #expect(
                counter.refusedAsking(id, .refusedParcel, reason, items, amount: .yuan(200))
                    == .moreThanPaid(limit: .yuan(back), asked: .yuan(200)))
            let before = counter.stock("dress-M")
            let item = try counter.ask(id, .refusedParcel, reason, items)
            #expect(counter.shop.afterSales[item]?.freight.deducted == .yuan(199 - back))
            try counter.send(.agreeRefund(afterSale: item, amount: nil))
            #expect(counter.stock("dress-M") == before + 1)
            #expect(counter.order(id).status == .closedRefunded)
            #expect(counter.order(id).ledger.refunded == .yuan(back))
            #expect(counter.order(id).ledger.released == .yuan(199 - back))
            #expect(counter.shop.violations() == [])
        }
    }
}

@Suite struct `A deposit` {
    private func paid(_ rules: Rules = .plain) throws -> (Counter, OrderID) {
        var counter = Counter.trading(rules)
        let id = try counter.bought([("coat-M", 1)])
        return (counter, id)
    }

    @Test func `binds, and the shop may refuse to give it back`() throws {
        var (counter, id) = try paid()
        let item = try counter.ask(id, .refund, .changedMind, [Counter.piece(0)])
        #expect(counter.shop.afterSales[item]?.items == [])
        #expect(counter.shop.afterSales[item]?.amount == .yuan(50))
        #expect(counter.refusal(.agreeRefund(afterSale: item, amount: nil)) == .depositBinds)
        try counter.refuse(item, .untrueReason)
        #expect(counter.redLines == [])
        #expect(counter.state(item) == .refused)
    }

    @Test func `goes back where both agreed, once`() throws {
        var (counter, id) = try paid()
        #expect(
            counter.refusedAsking(id, .refund, .agreed, amount: .yuan(20))
                == .badAmount(.yuan(20)))
        let item = try counter.ask(id, .refund, .agreed)
        try counter.send(.agreeRefund(afterSale: item, amount: nil))
        #expect(counter.order(id).status == .closedRefunded)
        #expect(counter.order(id).ledger.refunded == .yuan(50))
        #expect(counter.order(id).ledger.compensated == .zero)
        #expect(counter.shop.violations() == [])
    }

    @Test func `goes back twice where the shop moved the date, and may not be refused`() throws {
        var (counter, id) = try paid()
        try counter.send(
            .moveShipDate(order: id, to: TradeShop.opening + .days(20), reason: "工厂延期"))
        let item = try counter.ask(id, .refund, .lateShipment)
        #expect(
            counter.refusal(
                .refuse(
                    afterSale: item, reason: .untrueReason, text: "不同意", proof: [Counter.photo]))
                == .mayNotBeRefused(.unshipped))
        try counter.send(.agreeRefund(afterSale: item, amount: nil))
        #expect(counter.order(id).ledger.refunded == .yuan(50))
        #expect(counter.order(id).ledger.compensated == .yuan(50))
        #expect(counter.shop.violations() == [])
    }

    @Test func `is not won by the shop's silence, unless the shop is at fault`() throws {
        var (counter, id) = try paid()
        let item = try counter.ask(id, .refund, .changedMind)
        try counter.wait(.hours(48))
        #expect(counter.state(item) == .closed)
        try counter.send(
            .moveShipDate(order: id, to: TradeShop.opening + .days(20), reason: "工厂延期"))
        let again = try counter.ask(id, .refund, .lateShipment)
        try counter.wait(.hours(48))
        #expect(counter.state(again) == .done)
        #expect(counter.order(id).ledger.compensated == .yuan(50))
    }
}
