import Testing

@testable import Engine

/// What other parts of the shop will tell: a return that is paid back, a review that is written.
@Suite struct `Rules about customers` {
    @Test func `a return counts against the orders bought when its money goes back`() throws {
        let counter = Counter.caring { fixture in
            fixture.orders = [
                CustomerShop.done("h1", of: "b1", daysAgo: 5, yuan: 59),
                CustomerShop.done("h2", of: "b1", daysAgo: 4, yuan: 59),
                CustomerShop.done("h3", of: "b2", daysAgo: 4, yuan: 59),
                CustomerShop.done("h4", of: "b2", daysAgo: 4, yuan: 59),
                CustomerShop.done("h5", of: "b2", daysAgo: 4, yuan: 59),
            ]
            fixture.afterSales = ["h1", "h3"].map { order in
                AfterSale(
                    id: AfterSaleID("r-\(order)"), order: OrderID(order), kind: .returnRefund,
                    reason: .noReason, amount: .yuan(59), detail: "", openedAt: fixture.opensAt,
                    state: .waitCheck, answerBy: nil)
            }
        }
        func tags(_ item: AfterSaleID, _ order: OrderID) -> [String] {
            counter.shop.customerConsequences(
                of: .refunded(
                    afterSale: item, order: order, amount: .yuan(59), byTimer: false, refund: nil),
                at: counter.shop.now
            ).compactMap { if case .tagged(_, let tag) = $0 { tag.name } else { nil } }
        }
        #expect(tags("r-h1", "h1") == ["常退货"])
        // One of three is less than half.
        #expect(tags("r-h3", "h3") == [])
    }

    @Test func `a second bad review is one too many, and a good one is none`() throws {
        func review(_ id: ReviewID, _ order: OrderID, _ stars: Int) -> Review {
            Review(
                id: id, order: order, line: 0, customer: "b1", at: CustomerShop.opening,
                rating: Review.Rating(stars: stars), text: "线头多")
        }
        let counter = Counter.caring { fixture in
            fixture.orders = [
                CustomerShop.done("h1", of: "b1", daysAgo: 5, yuan: 59),
                CustomerShop.done("h2", of: "b1", daysAgo: 4, yuan: 59),
            ]
            fixture.reviews = [review("v1", "h1", 1), review("v2", "h2", 5)]
        }
        func follows(_ id: ReviewID, _ step: Review.Step) -> Int {
            counter.shop.customerConsequences(
                of: .reviewed(review: id, order: "h2", step: step), at: counter.shop.now
            ).count
        }
        #expect(follows("v2", .edited(rating: Review.Rating(stars: 1), text: "改")) == 1)
        #expect(follows("v3", .written(review("v3", "h2", 2))) == 1)
        #expect(follows("v3", .written(review("v3", "h2", 4))) == 0)
        #expect(follows("v1", .edited(rating: Review.Rating(stars: 1), text: "改")) == 0)
    }

    @Test func `nothing is counted where no rule asks for it`() throws {
        let counter = Counter.caring { $0.rules = .plain }
        let night = Order(
            id: "n", customer: "b1", placedAt: CustomerShop.opening + .hours(17),
            lines: [Order.Line(variant: "cup-small", quantity: 1, price: .yuan(59))],
            address: TradeShop.home)
        #expect(
            counter.shop.customerConsequences(
                of: .orderPlaced(order: night, conversation: nil), at: counter.shop.now) == [])
    }

    @Test func `money on an account comes from outside and stays in the books`() throws {
        var counter = Counter.caring()
        counter.enter(
            [.customerMoved(customer: "b1", step: .balanceChanged(account: "gift1", by: .yuan(5)))],
            by: .platform, at: counter.shop.now)
        #expect(counter.customer("b1").account("gift1")?.balance == .yuan(305))
        #expect(counter.fenAreKept)
        counter.enter(
            [
                .customerMoved(
                    customer: "b1", step: .balanceChanged(account: "gift1", by: .zero - .yuan(9)))
            ], by: .platform, at: counter.shop.now)
        #expect(counter.customer("b1").account("gift1")?.balance == .yuan(296))
        #expect(counter.fenAreKept)
    }
}
