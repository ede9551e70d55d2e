/// A basket reckoned through, step by step, so that every fen can be shown.
///
/// The order of reductions and what a threshold is held against are the platform's (§ discounts in
/// its profile). Each is apportioned over the lines it is for, half up, the last taking the
/// remainder.
public struct Quote: Hashable, Sendable, Codable {
    public var lines: [Order.Line]
    public var cuts: [Cut]
    public var postage: Money
    /// Where the goods are sold ahead: the deposit on all pieces and its dates.
    public var presale: Presale?

    public var goods: Money { lines.reduce(.zero) { $0 + $1.gross } }
    public var afterCuts: Money { cuts.reduce(goods) { $0 - $1.amount } }
    public var payable: Money { afterCuts + postage }
    /// What is to be paid first: the deposit of goods sold ahead, of others everything.
    public var dueNow: Money { presale?.deposit ?? payable }

    /// What each line stands at now.
    var current: [Money] {
        lines.indices.map { line in cuts.reduce(lines[line].gross) { $0 - $1.shares[line] } }
    }

    /// Takes a sum off the lines that `applies` to, in proportion to what they stand at.
    mutating func take(
        _ sum: Money, _ kind: Cut.Kind, _ name: String, where applies: (Int) -> Bool
    ) {
        let weights = current.enumerated().map { applies($0.offset) ? $0.element : .zero }
        let amount = min(sum, weights.reduce(.zero, +))
        guard amount > .zero else { return }
        cuts.append(
            Cut(
                kind: kind, name: name, amount: amount,
                shares: Money.apportion(amount, over: weights)))
    }

    /// Takes so much off each line, never more than it stands at.
    mutating func take(_ shares: [Money], _ kind: Cut.Kind, _ name: String) {
        let shares = zip(shares, current).map { max(.zero, min($0, $1)) }
        let amount = shares.reduce(.zero, +)
        guard amount > .zero else { return }
        cuts.append(Cut(kind: kind, name: name, amount: amount, shares: shares))
    }
}

extension Shop {
    /// What a basket comes to now.
    /// - Throws: a refusal that names the first thing that is wrong with the basket.
    public func quote(
        _ requests: [Command.LineRequest], coupons ids: [CouponID] = [], for customer: CustomerID,
        to region: String, at instant: Instant
    ) throws(Refusal) -> Quote {
        var quote = Quote(
            lines: try basketLines(requests), cuts: [], postage: .zero)
        let ahead = try soldAhead(quote.lines, at: instant)
        var used: [Coupon] = []
        for id in ids {
            if used.contains(where: { $0.id == id }) { throw .couponNotOwned }
            used.append(try coupon(id, of: customer, at: instant))
        }
        for kind in rules.money.cutOrder {
            switch kind {
            case .item:
                takeItemPrices(&quote, at: instant)
                takeLevelPrice(&quote, of: customer)
            case .shop, .crossShop: takeBest(kind, &quote, at: instant)
            case .coupon, .redPacket:
                for coupon in used where coupon.kind == kind { try take(coupon, &quote) }
            case .deposit, .manual: break
            }
        }
        quote.postage = postage(of: quote, to: region)
        if let ahead { takeDeposit(&quote, ahead) }
        return quote
    }

    /// The one product of a presale that the basket is made of; nil where none is in it, or its
    /// time is over and it sells like everything else. Each presale has a window of its own and
    /// is ordered by itself.
    private func soldAhead(_ lines: [Order.Line], at instant: Instant) throws(Refusal)
        -> Product?
    {
        let products = lines.compactMap { product(of: $0.variant) }
        let ahead = products.first { $0.presale.map { instant < $0.balanceUntil } ?? false }
        guard let ahead else { return nil }
        if let other = products.first(where: { $0.id != ahead.id }) { throw .ownBasket(other.id) }
        return ahead
    }

    /// The deposit on all pieces. What it counts for above itself is taken off last of all, and
    /// neither is ever more than the goods then cost.
    private func takeDeposit(_ quote: inout Quote, _ ahead: Product) {
        guard var terms = ahead.presale else { return }
        let pieces = quote.lines.reduce(0) { $0 + $1.quantity }
        let price = quote.afterCuts
        terms.deposit = max(.zero, min(terms.deposit * pieces, price))
        terms.counts = max(terms.deposit, min(terms.counts * pieces, price))
        quote.take(terms.counts - terms.deposit, .deposit, ahead.id.rawValue) { _ in true }
        quote.presale = terms
    }

    private func basketLines(_ requests: [Command.LineRequest]) throws(Refusal) -> [Order.Line] {
        guard !requests.isEmpty else { throw .noLines }
        var lines: [Order.Line] = []
        for request in requests {
            guard (1...999).contains(request.quantity) else {
                throw .badQuantity(request.quantity)
            }
            guard let variant = variant(request.variant) else {
                throw .noSuchVariant(request.variant)
            }
            guard variant.isAvailable else { throw .notOnSale(variant.id) }
            let before = lines.reduce(0) { $1.variant == variant.id ? $0 + $1.quantity : $0 }
            try checkStock(variant.id, before + request.quantity)
            lines.append(
                Order.Line(
                    variant: variant.id, quantity: request.quantity, price: variant.price))
        }
        return lines
    }

    private func runs(_ promotion: Promotion, at instant: Instant) -> Bool {
        promotion.from <= instant && instant < promotion.until
    }

    private func isFor(_ promotion: Promotion, _ line: Order.Line) -> Bool {
        guard !promotion.products.isEmpty else { return true }
        return productOfVariant[line.variant].map(promotion.products.contains) ?? false
    }

    /// Off each piece; the greatest of several.
    private func takeItemPrices(_ quote: inout Quote, at instant: Instant) {
        let actions = promotions.values.filter { action in
            action.kind == .item && runs(action, at: instant)
                && base(of: quote) { isFor(action, quote.lines[$0]) } >= action.threshold
        }
        for action in actions {
            let shares = quote.lines.map { line -> Money in
                let best = actions.filter { isFor($0, line) }.max { $0.amount < $1.amount }
                guard best?.id == action.id else { return .zero }
                return min(action.amount, line.price) * line.quantity
            }
            quote.take(shares, .item, action.id.rawValue)
        }
    }

    /// The level's share of the price, never below the floor.
    private func takeLevelPrice(_ quote: inout Quote, of customer: CustomerID) {
        guard let level = customers[customer]?.level,
            let rule = rules.customers.levels.first(where: { $0.level == level }),
            rule.percent < 100
        else { return }
        let percent = max(rule.percent, rules.customers.priceFloorPercent)
        let shares = zip(quote.lines, quote.current).map { line, now -> Money in
            let floor = line.gross.share(rules.customers.priceFloorPercent, of: 100)
            return max(.zero, min(now - now.share(percent, of: 100), now - floor))
        }
        quote.take(shares, .item, "level-\(level)")
    }

    /// Of several steps of one kind the one that takes most off.
    private func takeBest(_ kind: Cut.Kind, _ quote: inout Quote, at instant: Instant) {
        var best: (promotion: Promotion, amount: Money)?
        let current = quote.current
        for promotion in promotions.values
        where promotion.kind == kind && runs(promotion, at: instant) {
            let applies = quote.lines.indices.filter { isFor(promotion, quote.lines[$0]) }
            let base = base(of: quote, where: applies.contains)
            guard base >= promotion.threshold, base > .zero else { continue }
            let repeats = promotion.repeats && promotion.threshold > .zero
            let times = repeats ? base.fen / promotion.threshold.fen : 1
            // More than the goods stand at cannot be taken off them.
            let most = applies.reduce(Money.zero) { $0 + current[$1] }
            let amount = min(promotion.amount * times, most)
            if amount > best?.amount ?? .zero { best = (promotion, amount) }
        }
        guard let best else { return }
        let lines = quote.lines
        quote.take(best.amount, kind, best.promotion.id.rawValue) {
            isFor(best.promotion, lines[$0])
        }
    }

    private func base(of quote: Quote, where applies: (Int) -> Bool) -> Money {
        let amounts =
            switch rules.money.thresholdBase {
            case .current: quote.current
            case .list: quote.lines.map(\.gross)
            }
        return amounts.indices.reduce(.zero) { applies($1) ? $0 + amounts[$1] : $0 }
    }

    private func take(_ coupon: Coupon, _ quote: inout Quote) throws(Refusal) {
        let base = base(of: quote) { _ in true }
        guard base >= coupon.threshold else {
            throw .couponNotReached(threshold: coupon.threshold, goods: base)
        }
        quote.take(coupon.amount, coupon.kind, coupon.id.rawValue) { _ in true }
    }

    private func coupon(
        _ id: CouponID, of customer: CustomerID, at instant: Instant
    ) throws(Refusal) -> Coupon {
        guard let coupon = coupons[id] else { throw .noSuchCoupon(id) }
        guard customers[customer]?.coupons.contains(id) == true else { throw .couponNotOwned }
        guard coupon.validUntil > instant else { throw .couponExpired }
        return coupon
    }

    /// What is no thing is not posted.
    private func postage(of quote: Quote, to region: String) -> Money {
        let isPosted = quote.lines.contains { product(of: $0.variant)?.delivery != .virtual }
        return isPosted ? postage(for: quote.afterCuts, to: region) : .zero
    }

    /// A remote region has its own postage whatever the goods come to.
    public func postage(for goods: Money, to region: String) -> Money {
        if let remote = rules.money.remotePostage.first(where: { region.hasPrefix($0.region) }) {
            return remote.postage
        }
        return goods >= rules.freePostageFrom ? .zero : rules.postage
    }
}
