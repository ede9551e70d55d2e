import Engine
import Testing

@Suite struct `The shop's answer` {
    @Test func `gives an unshipped order's money back, and the goods were never gone`() throws {
        var counter = Counter.trading()
        let before = counter.stock("dress-M")
        let id = try counter.bought([("dress-M", 2)])
        try counter.send(.requestRefund(order: id, reason: .changedMind), by: .buyer("b1"))
        #expect(
            counter.records.contains {
                if case .refundRequested = $0.event { true } else { false }
            })
        try counter.send(.agreeRefund(afterSale: "r1", amount: nil))
        #expect(counter.stock("dress-M") == before)
        #expect(counter.order(id).status == .closedRefunded)
        #expect(counter.order(id).lines[0].cancelled == 2)
    }

    @Test func `settles of a line half sent what was not sent first`() throws {
        var counter = Counter.trading()
        let id = try counter.bought([("dress-M", 3)])
        try counter.send(
            .shipPieces(
                order: id, carrier: "顺丰", tracking: "SF1",
                pieces: [Parcel.Piece(line: 0, quantity: 1)], weight: nil), by: .warehouse)
        let before = counter.stock("dress-M")
        let item = try counter.ask(id, .refund, .lateShipment, [Counter.piece(0, 3)])
        try counter.send(.agreeRefund(afterSale: item, amount: nil))
        #expect(counter.stock("dress-M") == before + 2)
        #expect(counter.order(id).lines[0].cancelled == 2)
        #expect(counter.order(id).ledger.refunded == .yuan(597))
        #expect(counter.shop.violations() == [])
    }

    @Test func `may not lower a refund without a return, unless the platform lets it`() throws {
        var counter = Counter.trading()
        var id = try counter.delivered([("dress-M", 1)])
        var item = try counter.ask(id, .refund, .damaged, [Counter.piece(0)])
        let lower = Command.agreeRefund(afterSale: item, amount: .yuan(100))
        #expect(counter.refusal(lower) == .mayNotBeLowered)
        #expect(
            counter.refusal(.agreeRefund(afterSale: item, amount: .yuan(300)))
                == .moreThanPaid(limit: .yuan(199), asked: .yuan(300)))
        #expect(
            counter.refusal(.agreeRefund(afterSale: item, amount: .zero)) == .badAmount(.zero))
        #expect(
            counter.refusal(
                .negotiate(
                    afterSale: item,
                    offer: AfterSale.Offer(kind: .refund, amount: .yuan(100), text: "退一半")))
                == .mayNotBeLowered)
        var rules = Rules.plain
        rules.afterSales.refundOnlyMayBeLowered = true
        counter = Counter.trading(rules)
        id = try counter.delivered([("dress-M", 1)])
        item = try counter.ask(id, .refund, .damaged, [Counter.piece(0)])
        try counter.send(.agreeRefund(afterSale: item, amount: .yuan(100)))
        #expect(counter.order(id).ledger.refunded == .yuan(100))
        #expect(counter.order(id).lines[0].left == 1)
    }

    @Test func `fits the kind of case`() throws {
        var counter = Counter.trading()
        let id = try counter.delivered([("dress-M", 1)])
        let refund = try counter.ask(id, .refund, .damaged, [Counter.piece(0)])
        #expect(
            counter.refusal(.agreeReturn(afterSale: refund, to: TradeShop.back))
                == .wrongKind(.refund))
        #expect(counter.refusal(.agreeToSend(afterSale: refund)) == .wrongKind(.refund))
        #expect(
            counter.refusal(.agreeRefund(afterSale: "r9", amount: nil)) == .noSuchAfterSale("r9"))
        try counter.send(.withdraw(afterSale: refund), by: .buyer("b1"))
        #expect(
            counter.refusal(.agreeRefund(afterSale: refund, amount: nil))
                == .afterSaleNotOpen(refund))
        let repair = try counter.ask(id, .repair, .quality, [Counter.piece(0)])
        #expect(
            counter.refusal(.agreeRefund(afterSale: repair, amount: nil)) == .wrongKind(.repair))
    }

    @Test func `says no only with a reason that fits, words and a proof`() throws {
        var counter = Counter.trading()
        let id = try counter.delivered([("dress-M", 1)])
        let item = try counter.ask(id, .returnRefund, .quality, [Counter.piece(0)])
        func refused(
            _ reason: AfterSale.RefusalReason, _ text: String, _ proof: [Evidence]
        ) -> Refusal? {
            counter.refusal(.refuse(afterSale: item, reason: reason, text: text, proof: proof))
        }
        let photo = [Counter.photo]
        #expect(refused(.partsMissing, "少件", photo) == .wrongRefusalReason(.partsMissing))
        #expect(refused(.noDefect, "无", photo) == .badEvidence(least: 2, most: 200))
        #expect(refused(.noDefect, "看不出问题", []) == .evidenceMissing)
        #expect(
            refused(.noDefect, "看不出问题", [Evidence(kind: .photo, text: "")])
                == .badEvidence(least: 2, most: 200))
        try counter.refuse(item)
        #expect(counter.shop.afterSales[item]?.refusal?.reason == .noDefect)
        #expect(counter.shop.afterSales[item]?.evidence.count == 1)
        #expect(refused(.noDefect, "看不出问题", photo) == .caseIs(.refused, needs: [.waitSeller]))
    }

    @Test func `says nothing of parcels that never left`() throws {
        var counter = Counter.trading()
        let id = try counter.bought([("dress-M", 1)])
        let item = try counter.ask(id, .compensation, .lateShipment, amount: .yuan(5))
        #expect(
            counter.refusal(
                .refuse(afterSale: item, reason: .onItsWay, text: "在路上", proof: [Counter.photo]))
                == .wrongRefusalReason(.onItsWay))
    }

    @Test func `may not be no where nothing was sent or the seven days run`() throws {
        for isListed in [true, false] {
            var rules = Rules.plain
            if !isListed { rules.afterSales.mayNotRefuse = [] }
            var counter = Counter.trading(rules)
            let unsent = try counter.bought([("dress-M", 1)])
            let refund = try counter.ask(unsent, .refund, .changedMind)
            let delivered = try counter.delivered([("dress-M", 1)])
            let noReason = try counter.ask(
                delivered, .returnRefund, .noReason, [Counter.piece(0)])
            for (item, ground) in [
                (refund, AfterSaleRules.Ground.unshipped), (noReason, .noReason),
            ] {
                let refuse = Command.refuse(
                    afterSale: item, reason: .untrueReason, text: "不同意", proof: [Counter.photo])
                if isListed {
                    #expect(counter.refusal(refuse) == .mayNotBeRefused(ground))
                } else {
                    try counter.send(refuse)
                    #expect(counter.state(item) == .refused)
                }
            }
            #expect(counter.redLines == (isListed ? [] : [.rightRefused, .rightRefused]))
        }
    }

    @Test func `with the buyer's reason put down for the shop's own fault is on the record`() throws
    {
        for (actor, lines) in [
            (Counter.me, [AfterSale.RedLine.falseReason]), (Actor.buyer("b1"), []),
        ] {
            var counter = Counter.trading()
            let id = try counter.bought([("dress-M", 1)])
            try counter.send(.reportShortage(order: id, line: 0), by: .warehouse)
            let item = try counter.ask(id, .refund, .changedMind, by: actor)
            try counter.send(.agreeRefund(afterSale: item, amount: nil))
            #expect(counter.redLines == lines)
        }
        var counter = Counter.trading()
        let id = try counter.bought([("dress-M", 1)])
        try counter.send(.reportShortage(order: id, line: 0), by: .warehouse)
        let honest = try counter.ask(id, .refund, .outOfStock, by: Counter.me)
        try counter.send(.agreeRefund(afterSale: honest, amount: nil))
        #expect(counter.redLines == [])
    }
}

@Suite struct `An offer` {
    private func asked(
        _ kind: AfterSale.Kind = .returnRefund
    ) throws -> (Counter, OrderID, AfterSaleID) {
        var counter = Counter.trading()
        let id = try counter.delivered([("dress-M", 1)])
        let item = try counter.ask(id, kind, .quality, [Counter.piece(0)])
        return (counter, id, item)
    }

    private func offer(_ kind: AfterSale.Kind, _ yuan: Int = 0) -> AfterSale.Offer {
        AfterSale.Offer(kind: kind, amount: .yuan(yuan), text: "您看这样行吗")
    }

    @Test func `of part of the money for goods that stay is paid when taken`() throws {
        var (counter, id, item) = try asked()
        try counter.send(.negotiate(afterSale: item, offer: offer(.refund, 60)))
        #expect(counter.state(item) == .waitBuyerReply)
        #expect(
            counter.refusal(.answerOffer(afterSale: item, accepts: true), by: .buyer("b2"))
                == .belongsToAnother(id))
        try counter.send(.answerOffer(afterSale: item, accepts: true), by: .buyer("b1"))
        #expect(counter.state(item) == .done)
        #expect(counter.order(id).ledger.refunded == .yuan(60))
        #expect(counter.order(id).lines[0].left == 1)
        #expect(counter.shop.violations() == [])
    }

    @Test func `of less for a return lowers what the return brings`() throws {
        var (counter, id, item) = try asked()
        try counter.send(.negotiate(afterSale: item, offer: offer(.returnRefund, 150)))
        try counter.send(.answerOffer(afterSale: item, accepts: true), by: .buyer("b1"))
        #expect(counter.state(item) == .waitReturn)
        #expect(counter.shop.afterSales[item]?.returnTo?.name == "小满")
        try counter.send(
            .sendBack(afterSale: item, carrier: "中通", tracking: "RT1"), by: .buyer("b1"))
        try counter.send(.acceptReturn(afterSale: item))
        #expect(counter.order(id).ledger.refunded == .yuan(150))
        // What the buyer left is the shop's, now that nothing more can come.
        #expect(counter.order(id).ledger.released == .yuan(49))
        #expect(counter.order(id).status == .closedRefunded)
        #expect(counter.shop.violations() == [])
    }

    @Test func `of another piece, a part or a sum on top leads there`() throws {
        for (kind, yuan, state) in [
            (AfterSale.Kind.exchange, 0, AfterSale.State.Name.waitReturn),
            (.repair, 0, .waitReturn), (.reship, 0, .waitConsign), (.compensation, 10, .done),
        ] {
            var (counter, _, item) = try asked()
            try counter.send(.negotiate(afterSale: item, offer: offer(kind, yuan)))
            try counter.send(.answerOffer(afterSale: item, accepts: true), by: .buyer("b1"))
            #expect(counter.state(item) == state, "\(kind)")
            #expect(counter.shop.afterSales[item]?.kind == kind)
            #expect(counter.shop.violations() == [])
        }
    }

    @Test func `declined waits for the shop again, with new time`() throws {
        var (counter, _, item) = try asked()
        try counter.send(.negotiate(afterSale: item, offer: offer(.refund, 60)))
        try counter.send(
            .answerOffer(afterSale: item, accepts: false), by: .buyer("b1"), after: .hours(30))
        #expect(counter.state(item) == .waitSeller)
        #expect(counter.shop.afterSales[item]?.answerBy == counter.shop.now + .hours(48))
        #expect(
            counter.refusal(.answerOffer(afterSale: item, accepts: true), by: .buyer("b1"))
                == .caseIs(.waitSeller, needs: [.waitBuyerReply]))
    }

    @Test func `is something else, possible, and within the agent's limit`() throws {
        var (counter, id, item) = try asked()
        func offered(_ kind: AfterSale.Kind, _ yuan: Int) -> Refusal? {
            counter.refusal(.negotiate(afterSale: item, offer: offer(kind, yuan)))
        }
        #expect(offered(.returnRefund, 199) == .sameAsBefore)
        #expect(offered(.refund, 0) == .badAmount(.zero))
        #expect(offered(.refund, 200) == .moreThanPaid(limit: .yuan(199), asked: .yuan(200)))
        #expect(offered(.repair, 5) == .badAmount(.yuan(5)))
        #expect(
            offered(.compensation, 21)
                == .overTheLimit(limit: Money(fen: 1990), asked: .yuan(21)))
        #expect(offered(.priceProtection, 5) == .wrongKind(.priceProtection))
        counter = Counter.trading()
        id = try counter.bought([("dress-M", 1)])
        item = try counter.ask(id, .refund, .changedMind)
        #expect(
            offered(.repair, 0) == .orderIs(.waitShip, needs: [.partShipped, .shipped, .done]))
    }
}

@Suite struct `A sum on top` {
    @Test func `is limited for the agent and the supervisor, not for the manager`() throws {
        var counter = Counter.trading()
        let id = try counter.delivered([("dress-M", 1)])
        func refused(_ yuan: Int, by actor: Actor) -> Refusal? {
            counter.refusal(
                .compensate(order: id, amount: .yuan(yuan), reason: .quality), by: actor)
        }
        #expect(
            refused(20, by: Counter.me) == .overTheLimit(limit: Money(fen: 1990), asked: .yuan(20)))
        let supervisor = Actor.department(.supervisor)
        #expect(refused(200, by: supervisor) == nil)
        #expect(
            refused(201, by: supervisor) == .overTheLimit(limit: .yuan(200), asked: .yuan(201)))
        #expect(refused(900, by: .instructor) == nil)
        #expect(refused(5, by: .department(.finance)) == .notYourPart)
        #expect(refused(0, by: Counter.me) == .badAmount(.zero))
        try counter.send(
            .compensate(order: id, amount: .yuan(150), reason: .quality), by: supervisor)
        #expect(
            refused(60, by: supervisor) == .overTheLimit(limit: .yuan(50), asked: .yuan(60)))
        #expect(counter.shop.violations() == [])
    }

    @Test func `can be asked for, agreed to in full, or offered lower`() throws {
        var counter = Counter.trading()
        let id = try counter.delivered([("dress-M", 1)])
        let item = try counter.ask(id, .compensation, .damaged, amount: .yuan(30))
        #expect(
            counter.refusal(.agreeRefund(afterSale: item, amount: nil))
                == .overTheLimit(limit: Money(fen: 1990), asked: .yuan(30)))
        try counter.send(
            .negotiate(
                afterSale: item,
                offer: AfterSale.Offer(kind: .compensation, amount: .yuan(15), text: "补15元")))
        try counter.send(.answerOffer(afterSale: item, accepts: true), by: .buyer("b1"))
        #expect(counter.state(item) == .done)
        #expect(counter.shop.afterSales(of: id).count == 1)
        #expect(counter.order(id).ledger.compensated == .yuan(15))
        #expect(counter.order(id).ledger.refunded == .zero)
        #expect(counter.shop.violations() == [])
    }
}
