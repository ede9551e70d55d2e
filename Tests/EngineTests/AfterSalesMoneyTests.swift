import Engine
import Testing

/// Pays from several accounts, the last taking the rest.
private func parts(_ shares: [(AccountID, Money?)]) -> [Command.PaymentPart] {
    shares.map { Command.PaymentPart(account: $0.0, amount: $0.1) }
}

@Suite struct `What a piece can bring` {
    @Test func `is vector A to the fen: one of the pair brings 79.46`() throws {
        var counter = Counter.trading(promotions: TradeShop.vectorA)
        let id = try counter.delivered([("dress-M", 1), ("shirt-white", 2), ("cup-small", 1)])
        let order = counter.order(id)
        #expect((0...2).map { order.net(of: $0).fen } == [15972, 15892, 4736])
        #expect(order.refundable(line: 1, quantity: 1) == Money(fen: 7946))
        #expect(order.refundable(line: 1, quantity: 2) == Money(fen: 15892))
        let item = try counter.ask(id, .returnRefund, .quality, [Counter.piece(1)])
        #expect(counter.shop.afterSales[item]?.amount == Money(fen: 7946))
        try counter.returned(item)
        try counter.send(.acceptReturn(afterSale: item))
        #expect(counter.order(id).lines[1].refunded == Money(fen: 7946))
        #expect(counter.order(id).refundable(line: 1, quantity: 1) == Money(fen: 7946))
        #expect(counter.shop.violations() == [])
    }

    @Test func `is vector B to the fen: 3.33, 3.33 and 3.34`() {
        let shares = Money.apportion(.yuan(10), over: [.yuan(10), .yuan(10), .yuan(10)])
        let lines = (0..<3).map { _ in
            Order.Line(variant: "cup-small", quantity: 1, price: .yuan(10))
        }
        let order = Order(
            id: "o1", customer: "b1", placedAt: TradeShop.opening, lines: lines,
            address: TradeShop.home, coupon: "off10", discount: .yuan(10))
        #expect(shares.map(\.fen) == [333, 333, 334])
        #expect((0..<3).map { order.refundable(line: $0, quantity: 1).fen } == [667, 667, 666])
        let three = Order(
            id: "o2", customer: "b1", placedAt: TradeShop.opening,
            lines: [Order.Line(variant: "cup-small", quantity: 3, price: Money(fen: 334))],
            address: TradeShop.home, coupon: "off", discount: Money(fen: 2))
        #expect(three.refundable(line: 0, quantity: 1).fen == 333)
        #expect(three.refundable(line: 0, quantity: 2).fen == 667)
        #expect(three.refundable(line: 0, quantity: 3).fen == 1000)
        #expect(three.refundable(line: 0, quantity: 4) == .zero)
    }

    @Test func `adds up to the line's net however the pieces are asked for`() throws {
        for portions in [[1, 1, 1], [1, 2], [2, 1], [3]] {
            var counter = Counter.trading(promotions: TradeShop.vectorA)
            let id = try counter.delivered([("dress-M", 1), ("shirt-white", 3)])
            let net = counter.order(id).net(of: 1)
            for quantity in portions {
                let item = try counter.ask(
                    id, .returnRefund, .quality, [Counter.piece(1, quantity)])
                try counter.returned(item)
                try counter.send(.acceptReturn(afterSale: item))
            }
            #expect(counter.order(id).lines[1].refunded == net, "\(portions)")
            #expect(counter.order(id).lines[1].status == .closedRefunded)
            #expect(counter.shop.violations() == [])
        }
    }

    @Test func `is smaller by what was paid back for goods that stayed`() throws {
        var counter = Counter.trading()
        let id = try counter.delivered([("dress-M", 2)])
        let part = try counter.ask(
            id, .refund, .damaged, [Counter.piece(0)], amount: .yuan(150))
        try counter.send(.agreeRefund(afterSale: part, amount: nil))
        #expect(counter.order(id).lines[0].returned == 0)
        #expect(counter.order(id).refundable(line: 0, quantity: 1) == .yuan(199))
        #expect(counter.order(id).refundable(line: 0, quantity: 2) == .yuan(248))
        let whole = try counter.ask(id, .refund, .damaged, [Counter.piece(0, 2)])
        try counter.send(.agreeRefund(afterSale: whole, amount: nil))
        #expect(counter.order(id).lines[0].refunded == .yuan(398))
        #expect(counter.order(id).status == .closedRefunded)
        #expect(counter.shop.violations() == [])
    }
}

@Suite struct `Postage` {
    @Test func `goes back with the last line while nothing has been shipped`() throws {
        var counter = Counter.trading()
        let id = try counter.bought([("cup-small", 1)])
        #expect(counter.order(id).postage == .yuan(8))
        let item = try counter.ask(id, .refund, .changedMind)
        #expect(counter.shop.afterSales[item]?.amount == .yuan(67))
        try counter.send(.agreeRefund(afterSale: item, amount: nil))
        #expect(counter.order(id).postageRefunded == .yuan(8))
        #expect(counter.order(id).status == .closedRefunded)
    }

    @Test func `travels with whichever of two cases is settled last`() throws {
        var counter = Counter.trading()
        let id = try counter.bought([("cup-small", 1), ("cream-50", 1)], coupons: [])
        #expect(counter.order(id).postage == .zero)
        var rules = Rules.plain
        rules.freePostageFrom = .yuan(999)
        counter = Counter.trading(rules)
        let paid = try counter.bought([("cup-small", 1), ("cream-50", 1)])
        let first = try counter.ask(paid, .refund, .changedMind, [Counter.piece(0)])
        let second = try counter.ask(paid, .refund, .changedMind, [Counter.piece(1)])
        try counter.send(.agreeRefund(afterSale: first, amount: nil))
        #expect(counter.order(paid).postageRefunded == .zero)
        try counter.send(.agreeRefund(afterSale: second, amount: nil))
        #expect(counter.order(paid).postageRefunded == .yuan(8))
        #expect(counter.order(paid).ledger.refunded == .yuan(156))
        #expect(counter.shop.violations() == [])
    }

    @Test func `stays with the shop after shipping, unless the shop is liable`() throws {
        for (reason, refunded) in [(AfterSale.Reason.changedMind, 59), (.quality, 67)] {
            var counter = Counter.trading()
            let id = try counter.delivered([("cup-small", 1)])
            let item = try counter.ask(id, .returnRefund, reason, [Counter.piece(0)])
            try counter.returned(item)
            try counter.send(.acceptReturn(afterSale: item))
            let ledger = counter.order(id).ledger
            #expect(ledger.refunded == .yuan(refunded))
            #expect(ledger.released == .yuan(67 - refunded))
            #expect(ledger.held == .zero)
            #expect(counter.shop.violations() == [])
        }
    }
}

@Suite struct `Not a fen is lost` {
    @Test func `when one thing stands in two lines and one of them comes back`() throws {
        var counter = Counter.trading(promotions: TradeShop.vectorA)
        let id = try counter.delivered([("shirt-white", 2), ("shirt-white", 3)])
        let before = counter.stock("shirt-white")
        let order = counter.order(id)
        let item = try counter.ask(id, .returnRefund, .quality, [Counter.piece(1, 3)])
        try counter.returned(item)
        try counter.send(.acceptReturn(afterSale: item))
        #expect(counter.stock("shirt-white") == before + 3)
        #expect(counter.order(id).ledger.refunded == order.net(of: 1))
        #expect(counter.order(id).lines[0].left == 2)
        let rest = try counter.ask(id, .returnRefund, .quality, [Counter.piece(0, 2)])
        try counter.returned(rest)
        try counter.send(.acceptReturn(afterSale: rest))
        #expect(counter.order(id).ledger.refunded == counter.order(id).ledger.paid)
        #expect(counter.shop.violations() == [])
    }

    @Test func `when the payment was changed and the order then cancelled`() throws {
        var counter = Counter.trading()
        let id = try counter.bought([("dress-M", 1)])
        try counter.send(.changePayment(order: id, to: "gift1"))
        #expect(counter.shop.customers["b1"]?.account("gift1")?.balance == .yuan(101))
        // Paid twice and back once: what an agent may pay on top has not doubled.
        #expect(counter.shop.compensationLeft(of: counter.order(id)) == Money(fen: 1990))
        let item = try counter.ask(id, .refund, .changedMind)
        #expect(counter.shop.afterSales[item]?.amount == .yuan(199))
        try counter.send(.agreeRefund(afterSale: item, amount: nil))
        #expect(counter.shop.customers["b1"]?.account("gift1")?.balance == .yuan(300))
        #expect(counter.order(id).ledger.refunded == .yuan(398))
        #expect(counter.shop.books.received == counter.shop.books.returned)
        #expect(counter.shop.violations() == [])
    }

    @Test func `when it goes to a gift card instead of the card it came from`() throws {
        var rules = Rules.plain
        rules.money.refundsToGiftCard = true
        var counter = Counter.trading(rules)
        let id = try counter.bought([("dress-M", 1)])
        let item = try counter.ask(id, .refund, .changedMind, account: "gift1")
        try counter.send(.agreeRefund(afterSale: item, amount: nil))
        #expect(counter.shop.customers["b1"]?.account("gift1")?.balance == .yuan(499))
        #expect(counter.shop.books.returned == .zero)
        #expect(counter.shop.violations() == [])
    }

    @Test func `and none goes where the platform does not let it`() throws {
        var counter = Counter.trading()
        let id = try counter.bought([("dress-M", 1)])
        #expect(
            counter.refusedAsking(id, .refund, .changedMind, account: "gift1")
                == .mayNotGoThere("gift1"))
        #expect(
            counter.refusedAsking(id, .refund, .changedMind, account: "mine")
                == .noSuchAccount("mine"))
    }

    @Test func `when several accounts paid together: each gets back no more than it gave`() throws {
        var counter = Counter.trading()
        let id = try counter.delivered(
            [("dress-M", 2)],
            from: parts([("red1", .yuan(20)), ("gift1", .yuan(300)), ("card1", nil)]))
        let item = try counter.ask(id, .returnRefund, .quality, [Counter.piece(0)])
        try counter.returned(item)
        try counter.send(.acceptReturn(afterSale: item))
        // The card first, then the gift card.
        #expect(counter.order(id).payments.map(\.refunded) == [.zero, .yuan(121), .yuan(78)])
        let rest = try counter.ask(id, .returnRefund, .quality, [Counter.piece(0)])
        try counter.returned(rest)
        try counter.send(.acceptReturn(afterSale: rest))
        #expect(
            counter.order(id).payments.map(\.refunded) == [.yuan(20), .yuan(300), .yuan(78)])
        #expect(counter.shop.customers["b1"]?.account("red1")?.balance == .yuan(20))
        #expect(counter.shop.violations() == [])
    }

    @Test func `when goods come back after the money has gone to the shop`() throws {
        var rules = Rules.plain
        rules.money.commission = 250
        var counter = Counter.trading(rules)
        let id = try counter.delivered([("dress-M", 2)], isConfirmed: true)
        #expect(counter.shop.books.commission == Money(fen: 995))
        let item = try counter.ask(id, .returnRefund, .quality, [Counter.piece(0)])
        try counter.returned(item)
        try counter.send(.acceptReturn(afterSale: item))
        #expect(counter.order(id).ledger.released == .yuan(199))
        #expect(counter.order(id).status == .done)
        #expect(counter.shop.violations() == [])
    }

    @Test func `and an invoice that stands is taken back with the money`() throws {
        var counter = Counter.trading()
        let id = try counter.bought([("dress-M", 1)])
        let invoice = Command.InvoiceRequest(
            kind: .ordinary, title: "李倩", taxNumber: nil, email: "li@example.com")
        try counter.send(.issueInvoice(order: id, invoice: invoice))
        let item = try counter.ask(id, .refund, .changedMind)
        let events = try counter.send(.agreeRefund(afterSale: item, amount: nil))
        #expect(events.count == 2)
        #expect(counter.order(id).invoices.first?.isReversed == true)
    }
}
