import Engine
import Testing

@Suite struct `An order's sum, step by step` {
    private func vectorA() throws -> (Counter, OrderID) {
        var counter = Counter.trading(promotions: TradeShop.vectorA)
        let id = try counter.bought([("dress-M", 1), ("shirt-white", 2), ("cup-small", 1)])
        return (counter, id)
    }

    @Test func `shows vector A from the list prices to what one of the pair brings back`() throws {
        let (counter, id) = try vectorA()
        let steps = counter.order(id).arithmetic(in: .chinese)
        #expect(
            steps.map(\.text) == [
                "dress-M: 199.00", "shirt-white: 99.00 × 2 = 198.00", "cup-small: 59.00",
                "店铺满减 shop300: 40.00 = 17.46 + 17.37 + 5.17",
                "跨店满减 cross300: 50.00 = 21.82 + 21.71 + 6.47",
                "dress-M 实付: 199.00 − 17.46 − 21.82 = 159.72",
                "shirt-white 实付: 198.00 − 17.37 − 21.71 = 158.92",
                "cup-small 实付: 59.00 − 5.17 − 6.47 = 47.36",
                "shirt-white 退一件: 158.92 ÷ 2 = 79.46", "运费: 0.00",
                "应付: 159.72 + 158.92 + 47.36 + 0.00 = 366.00", "实付: 366.00",
            ])
        #expect(steps.first { $0.kind == .piece }?.amount == Money(fen: 7946))
    }

    @Test func `says the same in English, with the reader's names for the goods`() throws {
        let (counter, id) = try vectorA()
        let steps = counter.order(id).arithmetic(in: .english) { $0 == "dress-M" ? "Dress" : "?" }
        #expect(steps[0].text == "Dress: 199.00")
        #expect(steps[3].text == "shop discount shop300: 40.00 = 17.46 + 17.37 + 5.17")
        #expect(steps[5].text == "Dress in the end: 199.00 − 17.46 − 21.82 = 159.72")
        let amounts = counter.order(id).arithmetic(in: .chinese).map(\.amount)
        #expect(steps.map(\.amount) == amounts)
    }

    @Test func `shows what went back, and what the last of three pieces brings`() throws {
        var counter = Counter.trading(promotions: [
            Promotion(
                id: "p", name: "", kind: .shop, threshold: .zero, amount: Money(fen: 28_700),
                from: TradeShop.opening, until: TradeShop.opening + .days(1))
        ])
        // Three shirts for 10.00: 3.33, 3.34, 3.33.
        let id = try counter.bought([("shirt-white", 3)])
        #expect(counter.order(id).net(of: 0) == .yuan(10))
        #expect(
            counter.order(id).arithmetic(in: .chinese).first { $0.kind == .piece }?.text
                == "shirt-white 退一件: 10.00 ÷ 3 ≈ 3.33")
        for (back, text) in [
            (333, "shirt-white 退一件: 6.67 − 3.33 = 3.34"),
            (334, "shirt-white 退一件: 10.00 − 6.67 = 3.33"),
        ] {
            let refund = Refund(
                shares: [
                    Refund.Share(
                        line: 0, quantity: 1, amount: Money(fen: back), goods: .unsent)
                ],
                routes: [
                    Refund.Route(payment: 0, amount: Money(fen: back), arrives: counter.shop.now)
                ])
            counter.enter(
                [.orderMoved(order: id, step: .moneyReturned(refund))], by: .agent("me"),
                at: counter.shop.now)
            let steps = counter.order(id).arithmetic(in: .chinese)
            #expect(steps.first { $0.kind == .piece }?.text == text)
        }
        let steps = counter.order(id).arithmetic(in: .chinese)
        #expect(steps.first { $0.kind == .refunded }?.text == "shirt-white 已退 2/3 件: 6.67")
        #expect(steps.last?.text == "共退: 6.67")
        #expect(counter.shop.violations() == [])
    }

    @Test func `does not count money twice that only moved to another account`() throws {
        var counter = Counter.trading()
        let id = try counter.bought([("cup-small", 1)])
        try counter.send(.changePayment(order: id, to: "gift1"))
        let steps = counter.order(id).arithmetic(in: .chinese)
        #expect(steps.first { $0.kind == .paid }?.amount == .yuan(67))
        #expect(!steps.contains { $0.kind == .back })
        #expect(counter.order(id).ledger.cameIn == .yuan(67))
        #expect(counter.order(id).ledger.wentBack == .zero)
    }

    @Test func `adds up in any order of any store`() throws {
        for seed in UInt64(500)..<515 {
            let counter = try TradeStorm.run(seed: seed, steps: 120)
            for order in counter.shop.orders.values {
                let steps = order.arithmetic(in: .english)
                func sum(_ kind: Order.ArithmeticStep.Kind) -> Money {
                    steps.reduce(.zero) { $1.kind == kind ? $0 + $1.amount : $0 }
                }
                #expect(sum(.gross) - sum(.cut) + sum(.postage) == sum(.payable))
                if !order.cuts.isEmpty { #expect(sum(.net) + sum(.postage) == sum(.payable)) }
                #expect(sum(.back) == order.ledger.wentBack)
                #expect(sum(.refunded) <= max(sum(.back), order.ledger.refunded))
            }
        }
    }
}
