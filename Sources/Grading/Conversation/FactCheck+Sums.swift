import Engine
import Language

// What a sum in an agent's words may stand on.

extension FactCheck {
    func source(
        of money: Money, orders: [Order], talk: Conversation, shop: Shop, isExact: Bool
    ) -> Verdict? {
        for order in orders.reversed() {
            if order.sums(with: shop.afterSales(of: order.id)).contains(money) {
                return Verdict(
                    .isTrue, zh: "订单 \(order.id) 的金额", en: "a sum of order \(order.id)")
            }
            if paidOut[order.id]?.contains(money) == true {
                return Verdict(.isTrue, zh: "实际支付的金额", en: "the sum really paid out")
            }
        }
        for coupon in shop.coupons.values
        where (coupon.threshold == money || coupon.amount == money)
            && (!isExact || isNear(.coupon(coupon.id), talk, shop))
        {
            return Verdict(.isTrue, zh: "券：\(coupon.name)", en: "coupon: \(coupon.name)")
        }
        for product in shop.products.values
        where product.variants.contains(where: { $0.price == money })
            && (!isExact || isNear(.product(product.id), talk, shop))
        {
            return Verdict(
                .isTrue, zh: "商品价格：\(product.title)", en: "price of \(product.title)")
        }
        if money == shop.rules.postage || money == shop.rules.freePostageFrom {
            return Verdict(.isTrue, zh: "运费规则", en: "the postage rule")
        }
        if basketSums(orders: orders, talk: talk, shop: shop, isExact: isExact).contains(money) {
            return Verdict(.isTrue, zh: "凑单后的算账", en: "the sum with an add-on")
        }
        if reckoned(talk: talk, shop: shop).contains(money) {
            return Verdict(.isTrue, zh: "按店铺规则算出来的", en: "reckoned by the shop's rules")
        }
        return nil
    }

    /// What an unpaid order could come to: how much is missing for a coupon, and the total with
    /// one more thing in the basket.
    private func basketSums(
        orders: [Order], talk: Conversation, shop: Shop, isExact: Bool
    ) -> Set<Money> {
        guard let order = orders.last(where: { $0.status == .waitPay || $0.closedAt != nil })
        else { return [] }
        var sums: Set<Money> = []
        let purse = shop.customers[talk.customer]?.coupons.compactMap { shop.coupons[$0] } ?? []
        let extras =
            shop.products.values.filter { !isExact || isNear(.product($0.id), talk, shop) }
            .flatMap { $0.variants.map(\.price) } + [.zero]
        for coupon in purse {
            if coupon.threshold > order.goods { sums.insert(coupon.threshold - order.goods) }
            for extra in extras where order.goods + extra >= coupon.threshold {
                sums.insert(order.goods + extra - coupon.amount)
            }
        }
        for extra in extras { sums.insert(order.goods + extra) }
        return sums
    }

    /// Sums that the shop's own reckoning gives for what is before the agent: a piece with what the
    /// customer's level and the actions take off, with a coupon and without, and how much is
    /// missing for a coupon, an action or free postage.
    private func reckoned(talk: Conversation, shop: Shop) -> Set<Money> {
        var sums: Set<Money> = []
        let orders = shop.orders(of: talk.customer)
        let customer = shop.customers[talk.customer]
        let region = orders.last?.address.region ?? customer?.address?.region ?? ""
        let coupons = shop.coupons.values.filter { isNear(.coupon($0.id), talk, shop) }
        let actions = shop.promotions.values.filter { $0.from <= shop.now && shop.now < $0.until }
        for action in actions { sums.formUnion([action.threshold, action.amount]) }
        var goals = coupons.map(\.threshold) + actions.map(\.threshold)
        goals.append(shop.rules.freePostageFrom)
        var reached = orders.map(\.goods)
        for product in shop.products.values where isNear(.product(product.id), talk, shop) {
            for variant in product.variants {
                reached.append(variant.price)
                let piece = Command.LineRequest(variant: variant.id, quantity: 1)
                guard
                    let plain = try? shop.quote(
                        [piece], for: talk.customer, to: region, at: shop.now)
                else { continue }
                add(plain, to: &sums)
                for coupon in coupons {
                    if let quote = try? shop.quote(
                        [piece], coupons: [coupon.id], for: talk.customer, to: region,
                        at: shop.now)
                    {
                        add(quote, to: &sums)
                    } else if customer?.coupons.contains(coupon.id) != true,
                        plain.goods >= coupon.threshold, plain.afterCuts > coupon.amount
                    {
                        // Opened and about to be given: what it would then come to.
                        let rest = plain.afterCuts - coupon.amount
                        let isPosted = plain.postage > .zero
                        let postage = isPosted ? shop.postage(for: rest, to: region) : .zero
                        sums.formUnion([rest, rest + postage])
                    }
                }
            }
        }
        for goal in goals {
            for sum in reached where sum < goal { sums.insert(goal - sum) }
        }
        sums.remove(.zero)
        return sums
    }

    private func add(_ quote: Quote, to sums: inout Set<Money>) {
        sums.formUnion([quote.goods, quote.afterCuts, quote.payable, quote.dueNow])
        sums.formUnion(quote.cuts.map(\.amount))
        sums.insert(quote.goods - quote.afterCuts)
    }
}
