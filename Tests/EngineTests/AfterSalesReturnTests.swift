import Engine
import Testing

@Suite struct `Goods that come back` {
    @Test func `bring the money when the shop finds them right, and go onto the shelf`() throws {
        var counter = Counter.trading()
        let id = try counter.delivered([("dress-M", 2)])
        let before = counter.stock("dress-M")
        let item = try counter.ask(id, .returnRefund, .quality, [Counter.piece(0)])
        #expect(
            counter.refusal(
                .sendBack(afterSale: item, carrier: "中通", tracking: "R1"), by: .buyer("b1"))
                == .caseIs(.waitSeller, needs: [.waitReturn]))
        try counter.send(.agreeReturn(afterSale: item, to: TradeShop.back))
        #expect(counter.state(item) == .waitReturn)
        #expect(counter.shop.afterSales[item]?.returnTo == TradeShop.back)
        #expect(
            counter.refusal(
                .sendBack(afterSale: item, carrier: "中通", tracking: "SF\(id)"), by: .buyer("b1"))
                == .trackingUsed("SF\(id)"))
        #expect(
            counter.refusal(
                .sendBack(afterSale: item, carrier: "中通", tracking: " "), by: .buyer("b1"))
                == .nothingToSay)
        try counter.send(
            .sendBack(afterSale: item, carrier: "中通", tracking: "R1"), by: .buyer("b1"))
        #expect(counter.state(item) == .waitCheck)
        #expect(counter.shop.parcel("R1")?.parcel.isReturn == true)
        #expect(counter.order(id).isSigned)
        try counter.send(.acceptReturn(afterSale: item))
        #expect(counter.state(item) == .done)
        #expect(counter.stock("dress-M") == before + 1)
        #expect(counter.order(id).ledger.refunded == .yuan(199))
        #expect(counter.shop.violations() == [])
    }

    @Test func `need an address to go to`() throws {
        var counter = Counter.trading()
        let id = try counter.delivered([("dress-M", 1)])
        let item = try counter.ask(id, .returnRefund, .quality, [Counter.piece(0)])
        var nowhere = TradeShop.back
        nowhere.street = ""
        #expect(
            counter.refusal(.agreeReturn(afterSale: item, to: nowhere)) == .addressIncomplete)
    }

    @Test func `are not waited for where the shop waives them`() throws {
        var counter = Counter.trading()
        let id = try counter.delivered([("dress-M", 1)])
        let before = counter.stock("dress-M")
        let item = try counter.ask(id, .returnRefund, .damaged, [Counter.piece(0)])
        try counter.send(.agreeRefund(afterSale: item, amount: nil))
        #expect(counter.state(item) == .done)
        #expect(counter.stock("dress-M") == before)
        #expect(counter.order(id).status == .closedRefunded)
        #expect(counter.shop.violations() == [])
    }

    @Test func `travel at the cost of who is liable, or of the insurer`() throws {
        for (reason, isInsured, payer, back) in [
            (AfterSale.Reason.quality, true, AfterSale.Freight.Payer.seller, 10),
            (.changedMind, true, .insurer, 12), (.changedMind, false, .buyer, 0),
        ] {
            var rules = Rules.plain
            rules.afterSales.insuredFreight = .yuan(12)
            var counter = Counter.trading(rules)
            let id = try counter.delivered([("dress-M", 1)], isInsured: isInsured)
            let item = try counter.ask(id, .returnRefund, reason, [Counter.piece(0)])
            #expect(counter.shop.afterSales[item]?.freight.payer == payer)
            try counter.returned(item)
            try counter.send(.acceptReturn(afterSale: item))
            #expect(counter.shop.afterSales[item]?.freight.reimbursed == .yuan(back))
            #expect(counter.shop.books.returned == .yuan(199 + back))
            #expect(counter.shop.books.insured == (payer == .insurer ? .yuan(12) : .zero))
            #expect(counter.shop.books.shop == (payer == .seller ? .yuan(-10) : .zero))
            #expect(counter.shop.violations() == [])
        }
    }

    @Test func `can be found wrong, with proof, and the buyer may then give up`() throws {
        var counter = Counter.trading()
        let id = try counter.delivered([("dress-M", 1)])
        let item = try counter.ask(id, .returnRefund, .quality, [Counter.piece(0)])
        try counter.returned(item)
        func rejected(_ reason: AfterSale.RefusalReason, _ proof: [Evidence]) -> Refusal? {
            counter.refusal(
                .rejectReturn(afterSale: item, reason: reason, text: "吊牌剪了", proof: proof))
        }
        #expect(
            rejected(.onItsWay, [Counter.photo]) == .wrongRefusalReason(.onItsWay))
        #expect(rejected(.resaleHarmed, []) == .evidenceMissing)
        try counter.send(
            .rejectReturn(
                afterSale: item, reason: .resaleHarmed, text: "吊牌剪了", proof: [Counter.photo]))
        #expect(counter.state(item) == .returnDisputed)
        #expect(
            counter.refusal(.acceptReturn(afterSale: item))
                == .caseIs(.returnDisputed, needs: [.waitCheck]))
        try counter.send(.withdraw(afterSale: item), by: .buyer("b1"))
        #expect(counter.state(item) == .withdrawn)
    }
}

@Suite struct `An exchange` {
    private func agreed(
        _ items: [(VariantID, Int)] = [("dress-M", 1)], _ quantity: Int = 1,
        for to: VariantID, account: AccountID? = nil, isConfirmed: Bool = false
    ) throws -> (Counter, OrderID, AfterSaleID) {
        var counter = Counter.trading()
        let id = try counter.delivered(items, isConfirmed: isConfirmed)
        let item = try counter.ask(
            id, .exchange, .wrongItem, [Counter.piece(0, quantity, for: to)], account: account)
        try counter.returned(item)
        return (counter, id, item)
    }

    @Test func `takes the new piece off the shelf and puts the old one on it`() throws {
        var (counter, id, item) = try agreed(for: "dress-L")
        let (m, l) = (counter.stock("dress-M"), counter.stock("dress-L"))
        try counter.send(.acceptReturn(afterSale: item))
        #expect(counter.state(item) == .waitConsign)
        #expect(counter.stock("dress-M") == m + 1)
        #expect(counter.stock("dress-L") == l - 1)
        #expect(counter.order(id).lines[0].variant == "dress-L")
        #expect(
            counter.refusal(
                .shipPart(afterSale: item, carrier: "顺丰", tracking: "SF\(id)"), by: .warehouse)
                == .trackingUsed("SF\(id)"))
        try counter.send(
            .shipPart(afterSale: item, carrier: "顺丰", tracking: "NEW1"), by: .warehouse)
        #expect(counter.state(item) == .waitBuyerConfirm)
        #expect(counter.shop.parcel("NEW1")?.parcel.contents == "dress L ×1")
        try counter.send(.confirmReplacement(afterSale: item), by: .buyer("b1"))
        #expect(counter.state(item) == .done)
        #expect(counter.order(id).ledger.refunded == .zero)
        #expect(counter.order(id).lines[0].left == 1)
        #expect(counter.shop.violations() == [])
    }

    @Test func `for the same thing again costs nothing, though its price has changed`() throws {
        var (counter, id, item) = try agreed(for: "dress-M")
        let before = counter.stock("dress-M")
        try counter.send(.acceptReturn(afterSale: item))
        #expect(counter.stock("dress-M") == before)
        #expect(counter.order(id).payments.count == 1)
        #expect(counter.shop.violations() == [])
    }

    @Test func `for something dearer is paid for when the return is accepted`() throws {
        var (counter, id, item) = try agreed(for: "dress-XL", account: "gift1")
        try counter.send(.acceptReturn(afterSale: item))
        #expect(counter.shop.customers["b1"]?.account("gift1")?.balance == .yuan(270))
        #expect(counter.order(id).ledger.paid == .yuan(229))
        #expect(counter.order(id).refundable(line: 0, quantity: 1) == .yuan(229))
        #expect(counter.shop.violations() == [])
    }

    @Test func `for something cheaper gives the rest back, also after the order was done`() throws {
        for isConfirmed in [false, true] {
            var (counter, id, item) = try agreed(
                [("dress-XL", 1), ("cup-small", 1)], for: "dress-M", isConfirmed: isConfirmed)
            try counter.send(.acceptReturn(afterSale: item))
            #expect(counter.order(id).ledger.refunded == .yuan(30))
            #expect(counter.order(id).refundable(line: 0, quantity: 1) == .yuan(199))
            #expect(counter.shop.violations() == [])
        }
    }

    @Test func `of one of several pieces gives that piece a line of its own`() throws {
        var counter = Counter.trading(promotions: TradeShop.vectorA)
        let id = try counter.delivered([("dress-M", 3)])
        let net = counter.order(id).net(of: 0)
        let item = try counter.ask(
            id, .exchange, .wrongItem, [Counter.piece(0, 1, for: "dress-XL")], account: "card1")
        try counter.returned(item)
        try counter.send(.acceptReturn(afterSale: item))
        let order = counter.order(id)
        #expect(order.lines.map(\.quantity) == [2, 1])
        #expect(order.lines.map(\.variant) == ["dress-M", "dress-XL"])
        #expect(order.net(of: 0) + order.net(of: 1) == net + .yuan(30))
        #expect(order.due == order.ledger.paid)
        #expect(counter.shop.afterSales[item]?.items.first?.line == 1)
        try counter.send(
            .shipPart(afterSale: item, carrier: "顺丰", tracking: "NEW1"), by: .warehouse)
        try counter.send(.confirmReplacement(afterSale: item), by: .buyer("b1"))
        // All three come back after all: everything that was paid goes back.
        let all = try counter.ask(
            id, .returnRefund, .quality, [Counter.piece(0, 2), Counter.piece(1)])
        try counter.returned(all)
        try counter.send(.acceptReturn(afterSale: all))
        #expect(counter.order(id).ledger.refunded == counter.order(id).ledger.paid)
        #expect(counter.shop.violations() == [])
    }

    @Test func `becomes a refund where nothing is left to swap for`() throws {
        var fixture = TradeShop.fixture()
        fixture.products[0] = TradeShop.product("dress", [("M", 199), ("L", 199)], stock: 1)
        var counter = Counter(Shop(fixture))
        let id = try counter.delivered([("dress-M", 1)])
        // The one that comes back is the broken one: it is not sent out again.
        for to in [VariantID("dress-M"), "dress-L"] {
            let item = try counter.ask(id, .exchange, .damaged, [Counter.piece(0, for: to)])
            #expect(
                counter.refusal(.agreeToSend(afterSale: item))
                    == (to == "dress-M" ? .outOfStock("dress-M", left: 0) : nil))
            try counter.send(.withdraw(afterSale: item), by: .buyer("b1"))
        }
        let item = try counter.ask(id, .exchange, .damaged, [Counter.piece(0, for: "dress-M")])
        try counter.returned(item)
        try counter.send(.acceptReturn(afterSale: item))
        #expect(counter.state(item) == .done)
        #expect(counter.shop.afterSales[item]?.kind == .returnRefund)
        #expect(counter.order(id).ledger.refunded == .yuan(199))
        #expect(counter.stock("dress-M") == 1)
        #expect(counter.shop.violations() == [])
    }

    @Test func `becomes a refund where its difference can no longer be paid`() throws {
        var (counter, id, item) = try agreed(for: "dress-XL", account: "gift1")
        _ = try counter.bought(
            [("dress-M", 2)],
            from: [
                Command.PaymentPart(account: "gift1", amount: .yuan(290)),
                Command.PaymentPart(account: "card1"),
            ])
        try counter.send(.acceptReturn(afterSale: item))
        #expect(counter.shop.afterSales[item]?.kind == .returnRefund)
        #expect(counter.order(id).ledger.refunded == .yuan(199))
        #expect(counter.shop.violations() == [])
    }

    @Test func `without a return leaves the old piece with the buyer`() throws {
        var counter = Counter.trading()
        let id = try counter.delivered([("dress-M", 1)])
        let (m, l) = (counter.stock("dress-M"), counter.stock("dress-L"))
        let item = try counter.ask(id, .exchange, .damaged, [Counter.piece(0, for: "dress-L")])
        try counter.send(.agreeToSend(afterSale: item))
        #expect(counter.state(item) == .waitConsign)
        #expect(counter.stock("dress-M") == m)
        #expect(counter.stock("dress-L") == l - 1)
        #expect(counter.refusal(.withdraw(afterSale: item), by: .buyer("b1")) != nil)
        #expect(counter.shop.violations() == [])
    }
}

@Suite struct `What is repaired or sent again` {
    @Test func `comes back, is mended, goes out and is confirmed; the shelf does not change`()
        throws
    {
        var counter = Counter.trading()
        let id = try counter.delivered([("dress-M", 1)])
        let before = counter.stock("dress-M")
        let item = try counter.ask(id, .repair, .quality, [Counter.piece(0)])
        try counter.returned(item)
        try counter.send(.acceptReturn(afterSale: item))
        #expect(counter.state(item) == .waitConsign)
        try counter.send(
            .shipPart(afterSale: item, carrier: "顺丰", tracking: "FIX1"), by: .warehouse)
        try counter.send(.confirmReplacement(afterSale: item), by: .buyer("b1"))
        #expect(counter.state(item) == .done)
        #expect(counter.stock("dress-M") == before)
        #expect(counter.shop.violations() == [])
    }

    @Test func `waits for the shop's word when the buyer asks, and not when the shop offers it`()
        throws
    {
        var counter = Counter.trading()
        let id = try counter.delivered([("dress-M", 1)])
        let item = try counter.ask(id, .reship, .missingPart, detail: "腰带")
        #expect(
            counter.refusal(
                .shipPart(afterSale: item, carrier: "顺丰", tracking: "P1"), by: .warehouse)
                == .caseIs(.waitSeller, needs: [.waitConsign]))
        #expect(
            counter.refusal(.reship(order: id, contents: "腰带", reason: .missingPart))
                == .afterSaleOpen(item))
        try counter.send(.agreeToSend(afterSale: item))
        try counter.send(
            .shipPart(afterSale: item, carrier: "顺丰", tracking: "P1"), by: .warehouse)
        #expect(counter.state(item) == .done)
        #expect(counter.shop.parcel("P1")?.parcel.contents == "腰带")
        try counter.send(.reship(order: id, contents: "扣子", reason: .missingPart))
        #expect(counter.item(id).state == .waitConsign)
    }

    @Test func `is not sent into an area where the carrier does not go`() throws {
        var counter = Counter.trading()
        let id = try counter.delivered([("dress-M", 1)])
        try counter.send(.reship(order: id, contents: "扣子", reason: .missingPart))
        try counter.send(
            .stopArea(region: "浙江省", carrier: "顺丰", reason: "台风", until: nil), by: .carrier)
        #expect(
            counter.refusal(
                .shipPart(afterSale: "r1", carrier: "顺丰", tracking: "P1"), by: .warehouse)
                == .areaStopped(region: "浙江省", carrier: "顺丰"))
    }
}
