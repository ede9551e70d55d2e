import Engine
import Language

// A basket reckoned through before the customer has ordered it.

extension FactCheck {
    /// With more to choose from, the sums of some basket or other would fit nearly everything.
    private static let mostGoods = 6
    private static let mostPieces = 3

    /// The message works out a basket of the goods opened here, and this sum is a step of it: what
    /// the goods come to, what is taken off, what is left to pay. One figure alone could be any
    /// basket's; three that belong to the same one are no accident.
    func isOfBasket(_ sum: Money, _ said: Said) -> Bool {
        let shown = Set(said.reading.values.compactMap(\.subject.money))
        guard shown.count >= 3 else { return false }
        let (talk, shop) = (said.talk, said.shop)
        let customer = shop.customers[talk.customer]
        let region =
            shop.orders(of: talk.customer).last?.address.region ?? customer?.address?.region ?? ""
        let purse = (customer?.coupons ?? []).map { [$0] }
        for basket in baskets(of: goodsOpened(in: talk, shop), comingToOneOf: shown) {
            for coupons in [[]] + purse {
                guard
                    let quote = try? shop.quote(
                        basket, coupons: coupons, for: talk.customer, to: region, at: shop.now)
                else { continue }
                let steps = quote.steps
                if steps.contains(sum), shown.contains(quote.payable),
                    steps.intersection(shown).count >= 3
                {
                    return true
                }
            }
        }
        return false
    }

    private func goodsOpened(in talk: Conversation, _ shop: Shop) -> [Variant] {
        shop.products.values
            .filter { opened[talk.id]?.contains(.product($0.id)) == true }
            .flatMap(\.variants)
    }

    private func baskets(
        of goods: [Variant], comingToOneOf sums: Set<Money>
    ) -> [[Command.LineRequest]] {
        guard (1...Self.mostGoods).contains(goods.count) else { return [] }
        var baskets: [(lines: [Command.LineRequest], total: Money)] = [([], .zero)]
        for variant in goods {
            baskets += baskets.flatMap { basket in
                (1...Self.mostPieces).map { count in
                    let line = Command.LineRequest(variant: variant.id, quantity: count)
                    return (basket.lines + [line], basket.total + variant.price * count)
                }
            }
        }
        return baskets.filter { !$0.lines.isEmpty && sums.contains($0.total) }.map(\.lines)
    }
}

extension Quote {
    /// The figures of its working, in which each thing taken off leaves a rest.
    fileprivate var steps: Set<Money> {
        var rest = goods
        var steps: Set<Money> = [goods, payable]
        for cut in cuts {
            rest = rest - cut.amount
            steps.formUnion([cut.amount, rest])
        }
        return steps
    }
}
