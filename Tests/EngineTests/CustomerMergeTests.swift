import Engine
import Foundation
import Testing

@Suite struct `Two files of one person` {
    /// b1 and b2 with all that a file can hold, some of it on both sides.
    static func full() throws -> Counter {
        let now = CustomerShop.opening
        var counter = Counter.caring { fixture in
            fixture.customers[0] = Customer(
                id: "b1", name: "李倩", account: "liqian", level: .senior,
                tags: [
                    Tag(name: "母婴", source: .imported, at: now, expires: now + .days(40)),
                    Tag(name: "急", source: .rule, at: now, expires: now + .days(2)),
                ], notes: [Customer.Note(at: now, text: "喜欢蓝色")],
                history: Customer.History(
                    orders: 3, spent: .yuan(300), lastBought: now - .days(10), refunds: 1,
                    conversations: ["问过尺码"]), coupons: ["off30"],
                accounts: [
                    Account(id: "card1", method: .card, label: "8842"),
                    Account(id: "gift", method: .giftCard, balance: .yuan(300)),
                ], consent: Customer.Consent(state: .given, at: now, source: "下单页"),
                address: TradeShop.home)
            fixture.customers[1] = Customer(
                id: "b2", name: "李倩", account: "qian2", level: .regular,
                tags: [Tag(name: "母婴", source: .rule, at: now)],
                notes: [Customer.Note(at: now, text: "喜欢蓝色")],
                history: Customer.History(
                    orders: 1, spent: .yuan(59), lastBought: now - .days(50)),
                coupons: ["off30"],
                accounts: [
                    Account(id: "card2", method: .card),
                    Account(id: "gift", method: .giftCard, balance: .yuan(70)),
                ],
                block: Customer.Block(
                    at: now, reason: "辱骂", proof: CustomerShop.proof, until: now + .days(9)))
            fixture.orders = [
                CustomerShop.done("h1", of: "b1", daysAgo: 10, yuan: 59),
                CustomerShop.done("h2", of: "b2", daysAgo: 50, yuan: 59),
                CustomerShop.done("h3", of: "b1", daysAgo: 60, yuan: 59),
            ]
            fixture.reviews = [
                Review(
                    id: "v1", order: "h1", line: 0, customer: "b1", at: now,
                    rating: Review.Rating(stars: 5), text: "好")
            ]
        }
        _ = try counter.bought(
            [("cup-small", 1)], by: "b1", from: [Command.PaymentPart(account: "gift")])
        for buyer in ["b1", "b2"] as [CustomerID] {
            try counter.send(
                .openConversation(
                    customer: buyer, channel: .taobao, stage: .preSale, order: nil, mood: 60),
                by: .buyer(buyer))
        }
        return counter
    }

    @Test func `become one: nothing is lost, nothing is twice`() throws {
        var counter = try Self.full()
        let orders = counter.shop.orders(of: "b1").map(\.id)
        try counter.send(.mergeCustomers(from: "b1", into: "b2"))
        #expect(counter.shop.customers["b1"] == nil)
        let one = counter.customer("b2")
        #expect(one.name == "李倩" && one.account == "qian2")
        #expect(one.level == .senior)
        #expect(one.tags.map(\.name) == ["母婴", "急"])
        #expect(one.notes.count == 2)
        #expect(one.coupons == ["off30"])
        #expect(one.accounts.map(\.id) == ["card2", "gift", "card1", "gift@b1"])
        #expect(one.history.orders == 4 && one.history.spent == .yuan(359))
        #expect(one.history.lastBought == CustomerShop.opening - .days(10))
        #expect(one.consent.state == .given)
        #expect(one.block?.reason == "辱骂")
        #expect(one.address == TradeShop.home)
        #expect(counter.shop.orders(of: "b1").isEmpty)
        #expect(
            counter.shop.orders(of: "b2").map(\.id)
                == ["h2", orders[0], orders[1], orders[2]])
        #expect(counter.shop.orders.values.allSatisfy { $0.customer == "b2" })
        #expect(counter.shop.conversations(of: "b2").map(\.id) == ["c2", "c1"])
        #expect(counter.shop.conversations["c1"]?.customer == "b2")
        #expect(counter.shop.reviews["v1"]?.customer == "b2")
        #expect(counter.shop.violations() == [] && counter.fenAreKept)
    }

    @Test func `come apart as they were when nothing happened between`() throws {
        for (from, into) in [("b1", "b2"), ("b2", "b1")] as [(CustomerID, CustomerID)] {
            var counter = try Self.full()
            let before = counter.shop
            try counter.send(.mergeCustomers(from: from, into: into))
            try counter.send(.partCustomers(from: from))
            for id in ["b1", "b2"] as [CustomerID] {
                #expect(counter.shop.customers[id] == before.customers[id])
                #expect(counter.shop.orders(of: id) == before.orders(of: id))
                #expect(counter.shop.conversations(of: id) == before.conversations(of: id))
            }
            #expect(counter.shop.reviews == before.reviews)
            #expect(counter.shop.merges.isEmpty)
            #expect(counter.shop.violations() == [] && counter.fenAreKept)
        }
    }

    @Test func `are refused where there is one only, none, or none that went together`() throws {
        var counter = Counter.caring()
        #expect(counter.refusal(.mergeCustomers(from: "b1", into: "b1")) == .sameCustomer)
        #expect(counter.refusal(.mergeCustomers(from: "b1", into: "b9")) == .noSuchCustomer("b9"))
        #expect(counter.refusal(.mergeCustomers(from: "b9", into: "b1")) == .noSuchCustomer("b9"))
        #expect(counter.refusal(.partCustomers(from: "b1")) == .notMerged)
        try counter.send(.mergeCustomers(from: "b1", into: "b2"))
        #expect(counter.refusal(.mergeCustomers(from: "b1", into: "b3")) == .noSuchCustomer("b1"))
        #expect(
            counter.refusal(.tag(customer: "b1", name: "急", expires: nil))
                == .noSuchCustomer("b1"))
    }

    @Test func `of three come apart in the order in which they came together, backwards`() throws {
        var counter = Counter.caring()
        let before = counter.shop.customers
        try counter.send(.mergeCustomers(from: "b1", into: "b2"))
        try counter.send(.mergeCustomers(from: "b3", into: "b2"))
        try counter.send(.mergeCustomers(from: "b2", into: "b4"))
        #expect(counter.refusal(.partCustomers(from: "b1")) == .partFirst("b2"))
        #expect(counter.refusal(.partCustomers(from: "b3")) == .partFirst("b2"))
        try counter.send(.partCustomers(from: "b2"))
        #expect(counter.refusal(.partCustomers(from: "b1")) == .partFirst("b3"))
        try counter.send(.partCustomers(from: "b3"))
        try counter.send(.partCustomers(from: "b1"))
        for id in before.keys { #expect(counter.shop.customers[id] == before[id]) }
    }

    @Test func `pay each other's money back to where it lies`() throws {
        var counter = try Self.full()
        let paid = counter.shop.orders(of: "b1").last!.id
        try counter.send(.mergeCustomers(from: "b1", into: "b2"))
        #expect(counter.order(paid).payments.map(\.account) == ["gift@b1"])
        // Paid after, with the card that came along.
        _ = try counter.bought(
            [("cup-small", 1)], by: "b2", from: [Command.PaymentPart(account: "gift@b1")])
        #expect(counter.fenAreKept)
        try counter.send(.partCustomers(from: "b1"))
        #expect(counter.order(paid).payments.map(\.account) == ["gift"])
        #expect(counter.order(paid).customer == "b1")
        // 300 less two cups at a senior's price, with postage.
        let left = counter.customer("b1").account("gift")?.balance
        #expect(left == .yuan(300) - counter.order(paid).due * 2)
        #expect(counter.customer("b2").account("gift")?.balance == .yuan(70))
        #expect(counter.customer("b2").accounts.map(\.id) == ["card2", "gift"])
        #expect(counter.shop.violations() == [] && counter.fenAreKept)
    }

    @Test func `keep what has happened since with the one that kept its name`() throws {
        var counter = try Self.full()
        try counter.send(.mergeCustomers(from: "b1", into: "b2"))
        try counter.send(.tag(customer: "b2", name: "回访", expires: nil))
        try counter.send(.customerNote(customer: "b2", text: "喜欢蓝色"))
        let since = try counter.buy([("cup-small", 1)], by: "b2")
        try counter.send(.unblacklist(customer: "b2"))
        // The tag of two days ends under the new name.
        try counter.tick(at: CustomerShop.opening + .days(2))
        #expect(counter.customer("b2").tags.map(\.name) == ["母婴", "回访"])
        try counter.send(.partCustomers(from: "b1"))
        #expect(counter.customer("b1").tags.map(\.name) == ["母婴"])
        #expect(counter.customer("b2").tags.map(\.name) == ["母婴", "回访"])
        #expect(counter.customer("b1").notes.count == 1)
        #expect(counter.customer("b2").notes.count == 2)
        #expect(counter.customer("b2").block == nil)
        #expect(counter.order(since).customer == "b2")
        #expect(counter.shop.orders(of: "b1").map(\.id).contains(since) == false)
        // What came back ends at its own time again.
        try counter.tick(at: CustomerShop.opening + .days(40))
        #expect(counter.customer("b1").tags.isEmpty)
    }

    @Test func `are one buyer to the shop, whichever account is used`() throws {
        var counter = try Self.full()
        try counter.send(.mergeCustomers(from: "b1", into: "b2"))
        try counter.send(.say(conversation: "c1", text: "还在吗"), by: .buyer("b1"))
        try counter.send(
            .openConversation(
                customer: "b1", channel: .jd, stage: .preSale, order: "h1", mood: 50),
            by: .buyer("b1"))
        #expect(counter.shop.conversations["c3"]?.customer == "b2")
        let order = try counter.buy([("cup-small", 1)], by: "b1")
        #expect(counter.order(order).customer == "b2")
        try counter.send(.cancelOrder(order: order), by: .buyer("b1"))
        try counter.send(.optOut(customer: "b1", source: "回 T"), by: .buyer("b1"))
        #expect(counter.customer("b2").consent.state == .refused)
    }

    @Test func `said no together: parted, the no holds for both`() throws {
        var counter = try Self.full()
        try counter.send(.mergeCustomers(from: "b1", into: "b2"))
        try counter.send(.optOut(customer: "b2", source: "回 T"), by: .buyer("b2"))
        try counter.send(.partCustomers(from: "b1"))
        #expect(counter.customer("b1").consent.state == .refused)
        #expect(counter.customer("b2").consent.state == .refused)
    }

    @Test func `are not written to twice, and not against a no of either`() throws {
        var counter = Counter.caring()
        try counter.write(to: ["b3"])
        let survey = try counter.write(.survey, ["好吗？"], to: ["b1"]).id
        try counter.send(.mergeCustomers(from: "b3", into: "b1"))
        #expect(try counter.write(to: ["b1"]).skipped.map(\.why) == [.tooSoon])
        try counter.send(
            .answerSurvey(campaign: survey, customer: "b3", texts: ["好"]), by: .buyer("b3"))
        #expect(
            counter.refusal(
                .answerSurvey(campaign: survey, customer: "b1", texts: ["好"]), by: .buyer("b1"))
                == .notAsked)
        try counter.send(.mergeCustomers(from: "b4", into: "b1"))
        counter.shop.advance(to: counter.shop.now + .days(8))
        #expect(try counter.write(to: ["b1"]).skipped.map(\.why) == [.optedOut])
    }

    @Test func `count an order once in the level, from whichever file it came`() throws {
        var counter = try Self.full()
        // b1: 3 in the history (h1 and h3 in the store as well); b2: 1 (h2). None done since.
        try counter.send(.mergeCustomers(from: "b1", into: "b2"))
        let card = counter.shop.card(of: "b2", at: counter.shop.now)
        // The one paid in the shift is the fifth.
        let paid = try #require(counter.shop.orders(of: "b2").last)
        #expect(card?.orders == 5)
        #expect(card?.spent == .yuan(300 + 59) + paid.ledger.paid)
    }

    @Test func `are put together in a store that is written and read again`() throws {
        var before = try Self.full()
        let original = before.customer("b1")
        try before.send(.mergeCustomers(from: "b1", into: "b2"))
        let written = try JSONEncoder().encode(before.shop.store)
        let read = try JSONDecoder().decode(ShopFixture.self, from: written)
        #expect(read.merges == before.shop.merges)
        var counter = Counter(Shop(read))
        try counter.send(.partCustomers(from: "b1"))
        #expect(counter.customer("b1") == original)
        #expect(counter.shop.orders(of: "b1").count == 3)
        #expect(counter.shop.violations() == [] && counter.fenAreKept)
    }
}
