import Engine
import Language

// Counts and bare numbers: pieces of an order, pieces on the shelf, tails of phones and cards.

extension FactCheck {
    private static let pieces: Set<String> = [
        "件", "个", "双", "套", "条", "只", "把", "盒", "箱", "包", "瓶", "张", "台", "支", "份", "款", "单", "笔",
        "本", "袋", "罐", "组", "批", "片", "颗", "pcs", "pieces", "piece", "items", "item", "sets",
        "set", "pairs", "pair", "boxes", "box", "parcels", "parcel", "orders", "order",
    ]
    /// Before these the pieces are the shelf's and nobody's order.
    private static let shelf = [
        "库存", "现货", "仅剩", "只剩", "最后", "剩余", "in stock", "available", "on hand",
    ]
    private static let shelfBehind = ["left", "in stock", "remaining", "available", "现货", "库存"]
    private static let rest = ["还有", "还剩", "剩", "only", "last", "still have"]
    private static let amountWords = ["数量", "件数", "quantity", "qty"]
    private static let tailWords = [
        "尾号", "后四位", "末四位", "后4位", "末4位", "ending", "ends", "last four", "last 4", "tail",
    ]

    /// Nothing in it could be true or false: the number of a house, one piece said in passing.
    func saysNothing(_ said: Said) -> Bool {
        if said.finding.isHouse { return true }
        switch said.value {
        case .quantity(1, let unit) where Self.pieces.contains(unit): break
        case .number(1) where isAmount(said): break
        case _: return false
        }
        if isShelf(said) || isRest(said) { return false }
        return !isAmount(said) || ordersInView(said).isEmpty
    }

    private func isShelf(_ said: Said) -> Bool {
        Self.shelf.contains { said.before.contains($0) }
            || Self.shelfBehind.contains { said.after.contains($0) }
    }

    private func isRest(_ said: Said) -> Bool { Self.rest.contains { said.before.contains($0) } }

    /// 数量2, "quantity: 2".
    private func isAmount(_ said: Said) -> Bool {
        let filling = Set<Character>(" :：=是为×x")
        let before = String(said.before.reversed().drop { filling.contains($0) }.reversed())
        return Self.amountWords.contains { before.hasSuffix($0) }
    }

    private func ordersInView(_ said: Said) -> [Order] {
        if let id = said.talk.order, let order = said.shop.orders[id] { return [order] }
        // Whoever says "one" before there is an order tells how to place it.
        if case .number(1) = said.value { return [] }
        if case .quantity(1, _) = said.value { return [] }
        return said.shop.orders(of: said.talk.customer)
    }

    func verdict(onCount count: Int, _ said: Said) -> Verdict? {
        let isAmount = isAmount(said)
        if isAmount {
            let orders = ordersInView(said)
            if !orders.isEmpty {
                if pieces(of: orders).contains(count) {
                    return Verdict(.isTrue, zh: "订单里的件数", en: "the pieces of the order")
                }
                let isOwn = isOwn(
                    said.finding, of: said.talk, in: said.reading, said.quote, said.shop)
                return said.isExact && !isOwn
                    ? Verdict(
                        .isFalse, zh: "订单里不是这个数量", en: "the order is for another number of pieces")
                    : nil
            }
        }
        let isShelf = isShelf(said)
        let isCounted: Bool =
            switch said.value {
            case .quantity(_, let unit): Self.pieces.contains(unit)
            case _: false
            }
        if isCounted || isShelf, stock(said).contains(count) {
            return Verdict(.isTrue, zh: "商品的库存", en: "what is in stock")
        }
        let orders = said.shop.orders(of: said.talk.customer)
        if isCounted, !isShelf, things(of: orders, said.shop).contains(count) {
            return Verdict(.isTrue, zh: "订单里的件数", en: "the pieces of the order")
        }
        return nil
    }

    private func pieces(of orders: [Order]) -> Set<Int> {
        Set(
            orders.flatMap { order in
                order.lines.map(\.quantity) + [order.lines.reduce(0) { $0 + $1.quantity }]
            })
    }

    /// What else there is to count about them: sorts of goods, parcels, pieces of a case.
    private func things(of orders: [Order], _ shop: Shop) -> Set<Int> {
        let cases = orders.flatMap { shop.afterSales(of: $0.id) }
        let counts = orders.flatMap { [$0.lines.count, $0.parcels.count] }
        return pieces(of: orders).union(counts)
            .union(cases.flatMap { $0.items.map(\.quantity) }).subtracting([0])
    }

    /// On the shelf now, or when the agent looked.
    private func stock(_ said: Said) -> Set<Int> {
        var counts = seenStock[said.talk.id] ?? []
        for product in said.shop.products.values
        where isNear(.product(product.id), said.talk, said.shop) {
            counts.formUnion(product.variants.map(\.stock))
        }
        return counts
    }

    /// A bare number: the tail of a phone or an account, a count, a sum without its unit, a figure
    /// on a page.
    func verdict(onNumber number: Int, _ said: Said) -> Verdict? {
        let (talk, shop, isExact) = (said.talk, said.shop, said.isExact)
        if let tail = tail(said) { return tail }
        if let count = verdict(onCount: number, said) { return count }
        if let page = page(of: .number(number), talk, shop, isExact: isExact) { return page }
        guard isExact else { return nil }
        let money = Money.yuan(number)
        if let page = page(of: .amount(money), talk, shop, isExact: isExact) { return page }
        return source(
            of: money, orders: shop.orders(of: talk.customer), talk: talk, shop: shop,
            isExact: isExact)
    }

    /// 尾号7403: four figures with which a number of this customer's ends, of a phone, an account, an
    /// order, a parcel. Not the 3 that stands at the end of every label.
    private func tail(_ said: Said) -> Verdict? {
        let digits = said.words
        let isTail = Self.tailWords.contains { said.before.contains($0) }
        guard digits.allSatisfy(\.isWholeNumber), digits.count >= 4 || isTail && digits.count == 3
        else { return nil }
        let customer = said.shop.customers[said.talk.customer]
        if customer?.accounts.contains(where: { $0.label.hasSuffix(digits) }) == true {
            return Verdict(.isTrue, zh: "顾客的支付账户", en: "the customer's account")
        }
        let phones =
            said.shop.orders(of: said.talk.customer).map(\.address.phone)
            + [customer?.address?.phone].compactMap { $0 }
        if phones.contains(where: { $0.hasSuffix(digits) }) {
            return Verdict(.isTrue, zh: "收货电话的尾号", en: "the end of the recipient's phone number")
        }
        let orders = said.shop.orders(of: said.talk.customer)
        if orders.contains(where: { $0.id.rawValue.hasSuffix(digits) }) {
            return Verdict(.isTrue, zh: "订单号的尾号", en: "the end of the order number")
        }
        if orders.contains(where: { $0.parcels.contains { $0.tracking.hasSuffix(digits) } }) {
            return Verdict(.isTrue, zh: "运单号的尾号", en: "the end of the tracking number")
        }
        return nil
    }
}
