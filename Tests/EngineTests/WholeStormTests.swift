import Engine
import Support
import Testing

/// Everybody at once: buying, cases, roads, reviews and customers' files in one random store, right
/// and wrong requests alike.
struct WholeStorm {
    var trade: TradeStorm
    var cases: CaseStorm
    var road: RoadStorm
    var care: CareStorm
    var dice: Dice

    init(seed: UInt64) {
        dice = Dice(seed: seed, purpose: "whole")
        trade = TradeStorm(dice: Dice(seed: seed, purpose: "trade"))
        cases = CaseStorm(dice: Dice(seed: seed, purpose: "cases"))
        road = RoadStorm(dice: Dice(seed: seed, purpose: "road"))
        care = CareStorm(dice: Dice(seed: seed, purpose: "care"))
    }

    mutating func command(in shop: Shop) -> (Actor, Command) {
        switch dice.roll(1...10) {
        case 1...4: return trade.command(in: shop)
        case 5...7: return cases.command(in: shop)
        case 8, 9: return road.command(in: shop)
        case _: return care.command(in: shop)
        }
    }

    /// The random store of the trade, with what the others need beside it.
    static func store(_ seed: UInt64) -> ShopFixture {
        var store = TradeStorm.store(seed)
        let also = TradeShop.fixture()
        for product in also.products where !store.products.contains(where: { $0.id == product.id })
        {
            store.products.append(product)
        }
        for customer in also.customers
        where !store.customers.contains(where: { $0.id == customer.id }) {
            store.customers.append(customer)
        }
        for coupon in also.coupons where !store.coupons.contains(where: { $0.id == coupon.id }) {
            store.coupons.append(coupon)
        }
        return store
    }

    /// - Returns: the shop it ended with, and how many requests were let through and refused.
    static func run(seed: UInt64, steps: Int) throws -> (counter: Counter, done: Int, refused: Int)
    {
        var storm = WholeStorm(seed: seed)
        var counter = Counter(Shop(store(seed)))
        var done = 0
        var refused = 0
        for step in 0..<steps {
            let wait = Span.minutes(
                storm.dice.roll(0...(storm.dice.chance(percent: 5) ? 2000 : 40)))
            let then = counter.shop.now + wait
            while let due = counter.shop.nextTimer, due <= then {
                try counter.tick(at: due)
                try #require(counter.shop.violations() == [], "seed \(seed) step \(step): timer")
            }
            counter.shop.advance(to: then)
            let (actor, command) = storm.command(in: counter.shop)
            let calm = counter.shop
            do {
                let events = try calm.decide(command, by: actor, at: then)
                for event in events {
                    counter.enter([event], by: actor, at: then)
                    try #require(
                        counter.shop.violations() == [], "seed \(seed) step \(step): \(event)")
                }
                done += 1
            } catch let refusal as Refusal {
                refused += 1
                try #require(counter.shop == calm, "seed \(seed): \(refusal) changed the shop")
            }
        }
        return (counter, done, refused)
    }
}

@Suite struct `A whole shop in a storm` {
    /// 50,000 requests in a test, a million in a soak.
    static let blocks = Soak.rounds(25, soaking: 500)

    @Test(arguments: 0..<blocks)
    func `keeps money, stock, states and timers right, and replays to the same`(block: Int) throws {
        var passed = 0
        var turned = 0
        for seed in UInt64(block * 4)..<UInt64(block * 4 + 4) {
            let (counter, done, refused) = try WholeStorm.run(seed: seed, steps: 500)
            passed += done
            turned += refused
            let replayed = counter.replayed(from: Shop(WholeStorm.store(seed)))
            #expect(replayed == counter.standing, "seed \(seed): replay differs")
        }
        // A storm in which nothing goes through, or everything, would prove nothing.
        #expect(passed > 200 && turned > 200)
    }
}

@Suite struct `A year of the shop's time` {
    /// Ten thousand orders in every state that waits for something; the year passes, and each
    /// timer acts at its very instant, once.
    @Test func `passes in one go, and every timer acts at its exact instant`() throws {
        var fixture = TradeShop.fixture()
        let opening = TradeShop.opening
        for number in 0..<1000 {
            fixture.customers.append(
                Customer(id: CustomerID("c\(number)"), name: "顾客\(number)", account: "c\(number)"))
        }
        var dice = Dice(seed: 3)
        var expected: [OrderID: Instant] = [:]
        for number in 0..<10_000 {
            let id = OrderID("y\(number)")
            let placed = opening - .minutes(dice.roll(0...1200))
            let line = Order.Line(variant: "cup-small", quantity: 1, price: .yuan(59))
            var order = Order(
                id: id, customer: CustomerID("c\(number % 1000)"), placedAt: placed, lines: [line],
                address: TradeShop.home)
            switch number % 3 {
            case 0:
                let due = opening + .minutes(dice.roll(1...500_000))
                order.awaitPayment(until: due)
                expected[id] = due
            case 1:
                let due = opening + .minutes(dice.roll(1...500_000))
                order.pay(.card, at: placed, shipBy: due)
                expected[id] = due
            case _:
                let due = opening + .minutes(dice.roll(1...500_000))
                order.pay(.card, at: placed, shipBy: placed + .hours(40))
                order.ship(
                    Parcel(carrier: "顺丰", tracking: "Y\(number)", shippedAt: placed),
                    confirmBy: due)
                expected[id] = due
            }
            fixture.orders.append(order)
        }
        var counter = Counter(Shop(fixture))
        let end = opening + .days(366)
        while let due = counter.shop.nextTimer, due <= end { try counter.tick(at: due) }
        var acted: [OrderID: Instant] = [:]
        for record in counter.records {
            guard let order = record.event.order else { continue }
            switch record.event {
            case .closedUnpaid(_, .notPaidInTime, true), .shipmentOverdue,
                .receiptConfirmed(_, true, _):
                #expect(acted[order] == nil, "\(order) acted twice")
                acted[order] = record.at
            case _: break
            }
        }
        #expect(acted == expected)
        #expect(counter.shop.violations() == [])
    }
}
