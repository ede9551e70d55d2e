/// What a case can bring its buyer at most, and what of it is what.
struct Yield: Hashable, Sendable {
    /// For the goods, one sum an item.
    var pieces: [Money] = []
    /// Postage that goes back with them.
    var postage: Money = .zero
    /// Kept back for a parcel that was sent in vain.
    var deducted: Money = .zero
    /// What concerns no piece: a deposit, a sum made good.
    var rest: Money = .zero

    var goods: Money { max(.zero, pieces.reduce(.zero, +) - deducted) }
    var total: Money { goods + postage + rest }
}

extension AfterSale {
    /// The whole of what is left, rather than some pieces.
    var isWholeOrder: Bool { kind == .refund && items.isEmpty }

    /// Its buyer gets money and nothing else.
    var isForMoney: Bool { kind.isForMoney }

    func concerns(line: Int) -> Bool {
        isWholeOrder || items.contains { $0.line == line }
    }
}

extension AfterSale.Kind {
    var isForMoney: Bool {
        switch self {
        case .refund, .returnRefund, .priceProtection, .compensation, .refusedParcel: true
        case .exchange, .repair, .reship: false
        }
    }

    /// The goods come back before anything else happens.
    var needsReturn: Bool {
        switch self {
        case .returnRefund, .exchange, .repair: true
        case .refund, .reship, .priceProtection, .compensation, .refusedParcel: false
        }
    }
}

extension Order {
    /// Pieces of a line that are with the buyer or on their way there.
    func handed(line index: Int) -> Int { lines[index].left - lines[index].unshipped }

    /// The pieces a case is about; all that are left where it names none.
    func pieces(_ items: [AfterSale.Item]) -> [AfterSale.Item] {
        guard items.isEmpty else { return items }
        return lines.indices.filter { lines[$0].left > 0 && !lines[$0].status.isClosed }
            .map { AfterSale.Item(line: $0, quantity: lines[$0].left) }
    }

    /// Nothing of the order stays when these pieces have gone.
    func isLast(_ items: [AfterSale.Item]) -> Bool {
        lines.indices.allSatisfy { index in
            lines[index].status.isClosed
                || items.contains { $0.line == index && $0.quantity == lines[index].left }
        }
    }

    /// What can still be made good on top: what was paid and has neither gone back nor been
    /// made good already.
    var unrequited: Money {
        max(.zero, ledger.paid - ledger.refunded - ledger.compensated)
    }
}

extension Shop {
    /// The most that a case can bring now.
    func yield(
        of items: [AfterSale.Item], _ kind: AfterSale.Kind, _ reason: AfterSale.Reason,
        in order: Order
    ) -> Yield {
        switch kind {
        case .compensation: return Yield(rest: order.unrequited)
        case .reship where items.isEmpty: return Yield()
        case .priceProtection:
            return Yield(pieces: items.map { fall(of: order, line: $0.line) })
        case .refund, .returnRefund, .exchange, .repair, .reship, .refusedParcel: break
        }
        if order.status == .depositPaid { return Yield(rest: order.ledger.held) }
        let items = order.pieces(items)
        var yield = Yield(
            pieces: items.map { order.refundable(line: $0.line, quantity: $0.quantity) })
        let payer = rules.afterSales.payer(for: reason)
        if order.isLast(items), !order.isShipped || payer == .seller {
            yield.postage = order.postage - order.postageRefunded
        }
        if kind == .refusedParcel, payer == .buyer {
            yield.deducted = min(rules.afterSales.refusedFreight, yield.goods)
        }
        return yield
    }

    func yield(of item: AfterSale, in order: Order) -> Yield {
        yield(of: item.items, item.kind, item.reason, in: order)
    }

    /// How far the price of what is left of a line has fallen since it was paid; zero where it
    /// has not.
    func fall(of order: Order, line index: Int) -> Money {
        let line = order.lines[index]
        let paid = order.refundable(line: index, quantity: line.left)
        return max(.zero, paid - priceNow(of: line.variant) * line.left)
    }

    /// What one piece costs everybody now: the price on the shelf less the best running action
    /// on single pieces.
    private func priceNow(of id: VariantID) -> Money {
        guard let variant = variant(id) else { return .zero }
        var best = Money.zero
        for action in promotions.values
        where action.kind == .item && action.from <= now && now < action.until {
            guard action.products.isEmpty || action.products.contains(variant.product)
            else { continue }
            best = max(best, action.amount)
        }
        return max(.zero, variant.price - best)
    }

    /// What a case brings when it is agreed to as it stands: the sum asked for or agreed. Postage
    /// travels with the last line, so it comes on top where another case made this one the last.
    func payable(_ item: AfterSale, in order: Order) -> Money {
        let yield = yield(of: item, in: order)
        let becameLast = afterSales(of: order.id).contains { other in
            guard other.id != item.id, case .done(let at) = other.state else { return false }
            return at >= item.openedAt && other.isForMoney && other.kind != .compensation
        }
        if becameLast, item.amount == yield.goods { return yield.total }
        return min(item.amount, yield.total)
    }

    /// The event that pays a case: along the routes by which the money came, or on top for what
    /// concerns no piece. Nothing else in this room lets money go back.
    ///
    /// - Parameters:
    ///   - goods: Where the goods are; nil for a refund of pieces as they are, sent or not.
    ///   - amount: No more than the case yields.
    func payout(
        _ item: AfterSale, _ amount: Money, _ goods: Refund.Goods?, byTimer: Bool = false,
        at instant: Instant
    ) throws(Refusal) -> [Event] {
        let order = try anyOrder(item.order)
        if item.kind == .compensation {
            return [
                .compensated(
                    afterSale: item.id, order: order.id, amount: amount, reason: item.reason)
            ]
        }
        let isDeposit = order.status == .depositPaid
        let yield = yield(of: item, in: order)
        let forGoods = isDeposit ? .zero : min(amount, yield.goods)
        let shares = isDeposit ? [] : shares(of: forGoods, yield, item, goods, in: order)
        let postage = isDeposit ? Money.zero : amount - forGoods
        let extra = isDeposit ? amount : .zero
        // The account was looked at when it was named; where it has gone since, the money goes
        // back as it came.
        let routed = try? refund(
            of: order, shares, postage: postage, extra: extra, into: item.account, at: instant)
        let refund: Refund
        if let routed {
            refund = routed
        } else {
            refund = try self.refund(
                of: order, shares, postage: postage, extra: extra, at: instant)
        }
        var events: [Event] = [
            .refunded(
                afterSale: item.id, order: order.id, amount: refund.amount, byTimer: byTimer,
                refund: refund)
        ]
        let binding = bindingDeposit(of: order)
        if isDeposit, order.presale?.isSellerFault == true, rules.orders.depositDouble,
            binding > .zero
        {
            events.append(.orderMoved(order: order.id, step: .depositDoubled(binding)))
        }
        return events + (refund.amount > .zero ? reversals(of: order) : [])
    }

    /// How a sum falls on the lines. All that pieces can bring settles them; less than that,
    /// while the goods stay, only makes smaller what is left. Goods that come back are settled
    /// whatever was agreed for them.
    private func shares(
        of sum: Money, _ yield: Yield, _ item: AfterSale, _ goods: Refund.Goods?, in order: Order
    ) -> [Refund.Share] {
        let items = order.pieces(item.items)
        let settles = item.kind != .priceProtection && (sum == yield.goods || goods == .returned)
        let parts = Money.apportion(sum, over: yield.pieces)
        var shares: [Refund.Share] = []
        for (piece, part) in zip(items, parts) {
            guard settles else {
                if part > .zero {
                    shares.append(
                        Refund.Share(line: piece.line, quantity: 0, amount: part, goods: .kept))
                }
                continue
            }
            // Pieces that never left are not waited for, even where a label was taken back since.
            let unsent =
                goods == nil
                ? min(piece.quantity, order.lines[piece.line].unshipped)
                : max(0, piece.quantity - order.handed(line: piece.line))
            let first = min(part, order.refundable(line: piece.line, quantity: unsent))
            if unsent > 0 {
                let isAll = unsent == piece.quantity
                shares.append(
                    Refund.Share(
                        line: piece.line, quantity: unsent, amount: isAll ? part : first,
                        goods: .unsent))
            }
            if piece.quantity > unsent {
                shares.append(
                    Refund.Share(
                        line: piece.line, quantity: piece.quantity - unsent,
                        amount: part - first, goods: goods ?? .kept))
            }
        }
        return shares
    }
}
