import Engine
import Support
import Testing

@Suite struct `A basket's price` {
    private func quote(
        _ items: [(VariantID, Int)], _ coupons: [CouponID] = [], _ rules: Rules = .plain,
        promotions: [Promotion] = [], level: Customer.Level = .store,
        to region: String = TradeShop.home.region, at instant: Instant = TradeShop.opening,
        change: (inout ShopFixture) -> Void = { _ in }
    ) throws -> Quote {
        var fixture = TradeShop.fixture(rules)
        fixture.promotions = promotions
        let old = fixture.customers[0]
        fixture.customers[0] = Customer(
            id: old.id, name: old.name, account: old.account, level: level,
            coupons: ["off30", "red5"], accounts: old.accounts)
        fixture.coupons.append(
            Coupon(
                id: "red5", name: "红包", threshold: .zero, amount: .yuan(5),
                validUntil: TradeShop.opening + .days(1), kind: .redPacket))
        change(&fixture)
        return try Shop(fixture).quote(
            items.map { Command.LineRequest(variant: $0.0, quantity: $0.1) }, coupons: coupons,
            for: "b1", to: region, at: instant)
    }

    private func action(
        _ id: PromotionID, _ kind: Cut.Kind, _ amount: Int, from threshold: Int = 0,
        repeats: Bool = false, products: [ProductID] = []
    ) -> Promotion {
        Promotion(
            id: id, name: id.rawValue, kind: kind, products: products,
            threshold: .yuan(threshold), amount: .yuan(amount), repeats: repeats,
            from: TradeShop.opening - .days(1), until: TradeShop.opening + .days(1))
    }

    private func fen(_ cut: Cut?) -> [Int] { cut?.shares.map(\.fen) ?? [] }

    @Test func `is vector A to the fen: 456.00 becomes 366.00`() throws {
        let quote = try quote(
            [("dress-M", 1), ("shirt-white", 2), ("cup-small", 1)],
            promotions: TradeShop.vectorA)
        #expect(quote.goods == .yuan(456))
        #expect(quote.cuts.map(\.kind) == [.shop, .crossShop])
        #expect(fen(quote.cuts[0]) == [1746, 1737, 517])
        #expect(fen(quote.cuts[1]) == [2182, 2171, 647])
        #expect(quote.payable == .yuan(366))
    }

    @Test func `is vector B: the last of three equal lines takes the remainder`() {
        let shares = Money.apportion(.yuan(10), over: [.yuan(10), .yuan(10), .yuan(10)])
        #expect(shares.map(\.fen) == [333, 333, 334])
    }

    @Test func `gives no line more than it weighs, also where rounding leaves much for the last`() {
        let weights = [10, 10, 10, 1].map { Money(fen: $0) }
        let shares = Money.apportion(Money(fen: 29), over: weights)
        #expect(shares.map(\.fen) == [9, 9, 10, 1])
        var dice = Dice(seed: 3)
        for _ in 0..<5000 {
            let weights = (0..<dice.roll(1...6)).map { _ in Money(fen: dice.roll(0...40)) }
            let whole = weights.reduce(Money.zero, +)
            let sum = Money(fen: dice.roll(0...max(0, whole.fen)))
            let shares = Money.apportion(sum, over: weights)
            #expect(shares.reduce(.zero, +) == sum)
            #expect(zip(shares, weights).allSatisfy { $0 >= .zero && $0 <= $1 }, "\(weights)")
        }
    }

    @Test func `takes reductions in the platform's order, each off what the one before left`()
        throws
    {
        let promotions = [
            action("s", .shop, 40, from: 300), action("x", .crossShop, 50, from: 300),
        ]
        let basket: [(VariantID, Int)] = [("dress-M", 2)]
        let first = try quote(basket, ["off30", "red5"], promotions: promotions)
        #expect(first.cuts.map(\.kind) == [.shop, .coupon, .crossShop, .redPacket])
        var rules = Rules.plain
        rules.money.cutOrder = [.redPacket, .crossShop, .coupon, .shop, .item]
        // 398 − 5 = 393 − 50 = 343 − 30 = 313 − 40: every threshold of 300 is still met.
        let other = try quote(basket, ["off30", "red5"], rules, promotions: promotions)
        #expect(other.cuts.map(\.kind) == [.redPacket, .crossShop, .coupon, .shop])
        #expect(first.payable == .yuan(273))
        #expect(other.payable == .yuan(273))
    }

    @Test func `holds a threshold against the goods as they stand, or at list price`() throws {
        let promotions = [
            action("s", .shop, 40, from: 300), action("x", .crossShop, 50, from: 300),
        ]
        let basket: [(VariantID, Int)] = [("dress-M", 1), ("shirt-white", 1), ("cup-small", 1)]
        // 357 − 40 − 30 = 287 is under 300.
        #expect(
            try quote(basket, ["off30"], promotions: promotions).cuts.map(\.kind)
                == [.shop, .coupon])
        var rules = Rules.plain
        rules.money.thresholdBase = .list
        #expect(
            try quote(basket, ["off30"], rules, promotions: promotions).cuts.map(\.kind)
                == [.shop, .coupon, .crossShop])
    }

    @Test func `takes off again for each full threshold only where the action says so`() throws {
        let once = try quote([("dress-M", 4)], promotions: [action("a", .shop, 50, from: 300)])
        #expect(once.afterCuts == .yuan(746))
        let again = try quote(
            [("dress-M", 4)], promotions: [action("a", .shop, 50, from: 300, repeats: true)])
        #expect(again.afterCuts == .yuan(696))
    }

    @Test func `uses the step that takes most off, counting no more than the goods are worth`()
        throws
    {
        let promotions = [
            action("big", .shop, 100, products: ["cup"]), action("wide", .shop, 80),
        ]
        let quote = try quote([("dress-M", 1), ("cup-small", 1)], promotions: promotions)
        #expect(quote.cuts.map(\.name) == ["wide"])
        #expect(quote.afterCuts == .yuan(178))
    }

    @Test func `is lowered piece by piece by an action on single goods, by the best of several`()
        throws
    {
        let promotions = [
            action("ten", .item, 10), action("shirts", .item, 20, products: ["shirt"]),
            action("all", .item, 500, products: ["cup"]),
        ]
        let quote = try quote(
            [("dress-M", 1), ("shirt-white", 2), ("cup-small", 2)], promotions: promotions)
        #expect(fen(quote.cuts.first { $0.name == "ten" }) == [1000, 0, 0])
        #expect(fen(quote.cuts.first { $0.name == "shirts" }) == [0, 4000, 0])
        // Never below nothing, however much the action would take off.
        #expect(fen(quote.cuts.first { $0.name == "all" }) == [0, 0, 11_800])
        #expect(quote.afterCuts == .yuan(347))
    }

    @Test func `does not run before or after an action's time`() throws {
        let promotions = [action("s", .shop, 40)]
        let end = TradeShop.opening + .days(1)
        #expect(try quote([("dress-M", 1)], promotions: promotions, at: end).cuts.isEmpty)
        let last = end - Span(milliseconds: 1)
        #expect(try quote([("dress-M", 1)], promotions: promotions, at: last).cuts.count == 1)
    }

    @Test func `is a level's share, on top of single prices, down to seven tenths of the list`()
        throws
    {
        #expect(try quote([("dress-M", 1)], level: .vip).afterCuts == Money(fen: 18_905))
        // 199 − 50 = 149; a tenth off is 134.10, but the floor is 139.30.
        let floor = try quote(
            [("dress-M", 1)], promotions: [action("i", .item, 50)], level: .supreme)
        #expect(floor.afterCuts == Money(fen: 13_930))
        // What is below the floor already is not raised to it.
        let below = try quote(
            [("dress-M", 1)], promotions: [action("i", .item, 150)], level: .supreme)
        #expect(below.afterCuts == .yuan(49))
    }

    @Test func `has postage below the free sum, a remote region's always, and none for no thing`()
        throws
    {
        var rules = Rules.plain
        rules.money.remotePostage = [MoneyRules.RegionPostage(region: "西藏", postage: .yuan(25))]
        #expect(try quote([("cup-small", 1)], [], rules).postage == .yuan(8))
        #expect(try quote([("shirt-white", 1)], [], rules).postage == .zero)
        #expect(
            try quote([("dress-M", 3)], [], rules, to: "西藏自治区拉萨市").postage == .yuan(25))
        // Free from 99: the sum after reductions is what counts.
        #expect(
            try quote([("shirt-white", 1)], ["red5"], rules).postage == .yuan(8))
        let virtual = try quote([("cup-small", 1)], [], rules) { fixture in
            fixture.products[2].delivery = .virtual
        }
        #expect(virtual.postage == .zero)
    }

    @Test func `of goods sold ahead has a deposit that counts for more than it is`() throws {
        let quote = try quote([("coat-M", 2)])
        #expect(quote.presale?.deposit == .yuan(100))
        #expect(quote.dueNow == .yuan(100))
        #expect(quote.cuts.map(\.kind) == [.deposit])
        #expect(quote.payable == .yuan(940))
    }

    @Test func `has no deposit above what the goods cost, and none once the time is over`() throws {
        let cheap = try quote([("coat-M", 1)], promotions: [action("i", .item, 480)])
        #expect(cheap.presale?.deposit == .yuan(20))
        #expect(cheap.afterCuts == .yuan(20))
        let after = try quote([("coat-M", 1)], at: TradeShop.opening + .days(4))
        #expect(after.presale == nil)
        #expect(after.payable == .yuan(500))
    }

    @Test func `may be nothing, and is then placed and paid with nothing`() throws {
        var rules = Rules.plain
        rules.postage = .zero
        var counter = Counter.trading(rules, promotions: [action("i", .item, 999)])
        let id = try counter.bought([("cup-small", 1)])
        #expect(counter.order(id).due == .zero)
        #expect(counter.order(id).status == .waitShip)
        #expect(counter.shop.violations() == [])
    }

    @Test func `never charges less than nothing and adds up, in any basket`() throws {
        for seed in UInt64(0)..<UInt64(Soak.rounds(300, soaking: 20_000)) {
            let shop = Shop(TradeStorm.store(seed))
            var dice = Dice(seed: seed, purpose: "basket")
            let lines = (0..<dice.roll(1...4)).map { _ in
                Command.LineRequest(
                    variant: dice.pick(TradeStorm.variants)!, quantity: dice.roll(1...5))
            }
            let coupons = dice.shuffled(["c1", "c2", "c3"] as [CouponID]).prefix(dice.roll(0...3))
            guard
                let quote = try? shop.quote(
                    lines, coupons: Array(coupons), for: "b1", to: "浙江", at: shop.now)
            else { continue }
            var now = quote.lines.map(\.gross)
            for cut in quote.cuts {
                #expect(cut.amount > .zero)
                #expect(cut.shares.reduce(.zero, +) == cut.amount, "seed \(seed)")
                for line in now.indices {
                    #expect(cut.shares[line] >= .zero && cut.shares[line] <= now[line], "\(seed)")
                    now[line] -= cut.shares[line]
                }
            }
            #expect(now.reduce(quote.postage, +) == quote.payable, "seed \(seed)")
            #expect(quote.payable >= quote.postage && quote.postage >= .zero)
            #expect(quote.dueNow <= quote.payable && quote.dueNow >= .zero)
        }
    }
}
