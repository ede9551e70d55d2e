/// Somebody to write a kind word to, and why now (客户关怀). What is written goes out as a
/// campaign; the list only says who, and what stands in the way.
public struct Care: Hashable, Sendable {
    public let customer: CustomerID
    public let occasion: Occasion
    /// When what gives the occasion happened.
    public let since: Instant
    public let order: OrderID?
    public let why: Bilingual
    /// Why a message may not go out now; nil where it may.
    public let bar: Campaign.Skipped.Why?
    /// A case of theirs that is open: it is settled first, a coupon instead would be an insult.
    public let openCase: AfterSaleID?

    public enum Occasion: String, Hashable, Sendable, Codable, CaseIterable {
        /// Receipt was confirmed lately.
        case thanks
        /// It was signed for lately and is about to be used.
        case usageTip
        /// Has not bought for longer than usual.
        case reactivation

        public var name: Bilingual {
            switch self {
            case .thanks: Bilingual(zh: "感谢", en: "thanks")
            case .usageTip: Bilingual(zh: "使用提示", en: "usage tip")
            case .reactivation: Bilingual(zh: "唤回", en: "win back")
            }
        }
    }
}

extension Shop {
    /// Who is due a word on this occasion, each once, the oldest occasion first. Lately means
    /// within the time in which one may be written to once.
    ///
    /// O(customers and their orders).
    public func careList(_ occasion: Care.Occasion, at instant: Instant) -> [Care] {
        customers.values.compactMap { care(for: $0, occasion, at: instant) }
            .sorted { ($0.since, $0.customer) < ($1.since, $1.customer) }
    }

    private func care(
        for customer: Customer, _ occasion: Care.Occasion, at instant: Instant
    ) -> Care? {
        switch occasion {
        case .thanks:
            guard let (order, at) = newest(of: customer.id, \.doneAt, lately: instant) else {
                return nil
            }
            return care(
                for: customer, occasion, since: at, order,
                Bilingual(
                    zh: "订单 \(order) 已确认收货", en: "Receipt of order \(order) is confirmed"),
                at: instant)
        case .usageTip:
            guard let (order, at) = newest(of: customer.id, \.freshlySignedAt, lately: instant)
            else { return nil }
            return care(
                for: customer, occasion, since: at, order,
                Bilingual(
                    zh: "订单 \(order) 刚签收，问问会不会用",
                    en: "Order \(order) has just come; ask how it goes"), at: instant)
        case .reactivation:
            let dealings = dealings(of: customer.id)
            guard let stage = lifecycle(dealings, at: instant), stage.isAway,
                let last = dealings.lastBought
            else { return nil }
            let days = days(since: last, at: instant)
            return care(
                for: customer, occasion, since: last, nil,
                Bilingual(
                    zh: "\(days) 天没买，平常隔 \(usualGap.text) 天：\(stage.name.zh)",
                    en: "No order for \(days) days, usual are \(usualGap.text): \(stage.name.en)"),
                at: instant)
        }
    }

    private func care(
        for customer: Customer, _ occasion: Care.Occasion, since: Instant, _ order: OrderID?,
        _ why: Bilingual, at instant: Instant
    ) -> Care? {
        // Who was written to since has had the word.
        if occasion != .reactivation, customer.marketedAt.contains(where: { $0 >= since }) {
            return nil
        }
        let open =
            afterSalesOfOrder.isEmpty
            ? nil : (ordersOfCustomer[customer.id] ?? []).lazy.compactMap(openAfterSale).first
        return Care(
            customer: customer.id, occasion: occasion, since: since, order: order, why: why,
            bar: bar(to: customer.id, .message, at: instant), openCase: open?.id)
    }

    private func newest(
        of customer: CustomerID, _ time: KeyPath<Order, Instant?>, lately instant: Instant
    ) -> (OrderID, Instant)? {
        var newest: (OrderID, Instant)?
        for id in ordersOfCustomer[customer] ?? [] {
            guard let at = orders[id]?[keyPath: time], at <= instant,
                instant - at <= rules.customers.marketingWithin
            else { continue }
            if newest.map({ at >= $0.1 }) ?? true { newest = (id, at) }
        }
        return newest
    }
}

extension Order {
    /// When everything in it was confirmed.
    fileprivate var doneAt: Instant? { status == .done ? closedAt : nil }
    /// When it was signed for, while it is not yet confirmed.
    fileprivate var freshlySignedAt: Instant? { status == .shipped ? signedAt : nil }
}

extension Lifecycle {
    /// Away for longer than one usual gap.
    public var isAway: Bool {
        switch self {
        case .new, .active: false
        case .dormant, .preChurn, .churned: true
        }
    }
}
