import Engine
import Testing

@Suite struct `An invoice` {
    private let me = Actor.buyer("b1")

    private func request(
        _ title: String = "杭州小满贸易有限公司", _ tax: String? = "91330100MA2H12345X",
        _ email: String = "finance@xiaoman.cn", kind: Invoice.Kind = .special
    ) -> Command.InvoiceRequest {
        Command.InvoiceRequest(kind: kind, title: title, taxNumber: tax, email: email)
    }

    @Test func `is over what was paid and not a fen else, numbered by the shop`() throws {
        var counter = Counter.trading()
        let id = try counter.bought([("cup-small", 1)])
        try counter.send(.requestInvoice(order: id, invoice: request()), by: me)
        #expect(counter.order(id).invoiceAsked == request())
        try counter.send(.issueInvoice(order: id, invoice: request()))
        let invoice = try #require(counter.order(id).invoices.first)
        #expect(invoice.amount == .yuan(67))
        #expect(invoice.number == "INV000001")
        #expect(
            counter.refusal(.issueInvoice(order: id, invoice: request()))
                == .invoiceStands(number: "INV000001"))
    }

    @Test func `needs a title, a tax number where it is special, and an address that is one`()
        throws
    {
        var counter = Counter.trading()
        let id = try counter.bought([("cup-small", 1)])
        func issue(_ invoice: Command.InvoiceRequest) -> Refusal? {
            counter.refusal(.issueInvoice(order: id, invoice: invoice))
        }
        #expect(issue(request(" ")) == .nothingToSay)
        #expect(issue(request("李倩", nil)) == .taxNumberMissing)
        #expect(issue(request("李倩", "9133")) == .taxNumberMissing)
        #expect(issue(request("李倩", "91330100MA2H１2345")) == .taxNumberMissing)
        #expect(issue(request("李倩", nil, kind: .ordinary)) == nil)
        #expect(issue(request("李倩", "12", kind: .ordinary)) == .taxNumberMissing)
        for email in ["", "a", "a@b", "@b.cn", "a@b.cn@c.cn", "a b@c.cn"] {
            #expect(
                issue(request("李倩", nil, email, kind: .ordinary)) == .badEmail(email), "\(email)")
        }
        let unpaid = try counter.buy([("cup-small", 1)])
        #expect(
            counter.refusal(.requestInvoice(order: unpaid, invoice: request()), by: me)
                == .orderIs(.waitPay, needs: [.waitShip, .partShipped, .shipped, .done]))
    }

    @Test func `is taken back in red when asked, once, and can then be written anew`() throws {
        var counter = Counter.trading()
        let id = try counter.bought([("cup-small", 1)])
        #expect(
            counter.refusal(.reverseInvoice(order: id, number: "INV000001"))
                == .noInvoice(number: "INV000001"))
        try counter.send(.issueInvoice(order: id, invoice: request()))
        try counter.send(.reverseInvoice(order: id, number: "INV000001"))
        #expect(counter.order(id).invoices.first?.reversal == "RED000001")
        #expect(
            counter.refusal(.reverseInvoice(order: id, number: "INV000001"))
                == .noInvoice(number: "INV000001"))
        try counter.send(.issueInvoice(order: id, invoice: request("李倩")))
        #expect(counter.order(id).invoices.map(\.number) == ["INV000001", "INV000002"])
    }

    @Test func `goes red by itself with whatever changes what was paid`() throws {
        var rules = Rules.plain
        rules.orders.cancelsPaid = true
        rules.freePostageFrom = .yuan(999)
        var counter = Counter.trading(rules)
        func standing(_ id: OrderID) -> Int {
            counter.order(id).invoices.filter { !$0.isReversed }.count
        }
        let cancelled = try counter.bought([("dress-M", 1)])
        try counter.send(.issueInvoice(order: cancelled, invoice: request()))
        try counter.send(.cancelOrder(order: cancelled), by: me)
        #expect(standing(cancelled) == 0)

        let changed = try counter.bought([("dress-M", 1)])
        try counter.send(.issueInvoice(order: changed, invoice: request()))
        try counter.send(
            .changeItems(
                order: changed, changes: [Command.ItemChange(line: 0, to: "dress-L")],
                account: nil))
        #expect(standing(changed) == 1, "the same price, the same invoice")
        try counter.send(
            .changeItems(
                order: changed, changes: [Command.ItemChange(line: 0, to: "dress-XL")],
                account: "card1"))
        #expect(standing(changed) == 0)

        let one = try counter.bought([("cup-small", 1)])
        let two = try counter.bought([("cup-small", 1)])
        for id in [one, two] { try counter.send(.issueInvoice(order: id, invoice: request())) }
        try counter.send(.mergeOrders(orders: [one, two]))
        #expect(standing(one) + standing(two) == 1)
        let paid = [one, two].filter { standing($0) == 0 }.map { counter.order($0).ledger }
        #expect(paid.first?.refunded == .yuan(8))

        let moved = try counter.bought([("dress-M", 1)])
        try counter.send(.issueInvoice(order: moved, invoice: request()))
        try counter.send(.changePayment(order: moved, to: "gift1"))
        #expect(standing(moved) == 1, "another account, the same sum")
        #expect(counter.shop.violations() == [])
    }
}
