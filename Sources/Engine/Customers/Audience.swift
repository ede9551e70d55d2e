/// Whom something is for (人群): the customers that share one thing.
public enum Audience: Hashable, Sendable {
    case all
    case level(Customer.Level)
    case tag(String)
    /// By how long ago they bought last, in multiples of the usual gap between two purchases.
    case lifecycle(Lifecycle)
    /// Who said that they may be written to.
    case consented
    /// Who bought this and did not send it all back.
    case bought(ProductID)

    public var name: Bilingual {
        switch self {
        case .all: Bilingual(zh: "全部顾客", en: "all customers")
        case .level(let level): level.name
        case .tag(let name): Bilingual(zh: "标签“\(name)”", en: "tagged “\(name)”")
        case .lifecycle(let stage): stage.name
        case .consented: Bilingual(zh: "同意接收消息", en: "agreed to be written to")
        case .bought(let product): Bilingual(zh: "买过 \(product)", en: "bought \(product)")
        }
    }
}

extension Shop {
    /// The customers of an audience, in the order of the files.
    ///
    /// O(customers), and their orders where purchases are asked for.
    public func customers(in audience: Audience, at instant: Instant) -> [CustomerID] {
        customers.values.compactMap { customer in
            belongs(customer, to: audience, at: instant) ? customer.id : nil
        }
    }

    private func belongs(_ customer: Customer, to audience: Audience, at instant: Instant) -> Bool {
        switch audience {
        case .all: true
        case .level(let level): customer.level == level
        case .tag(let name): customer.tags.contains { $0.name == name }
        case .lifecycle(let stage): lifecycle(of: customer.id, at: instant) == stage
        case .consented: customer.consent.state == .given
        case .bought(let product): hasBought(product, customer.id)
        }
    }

    /// Where a customer stands between the first order and staying away; nil before the first.
    public func lifecycle(of id: CustomerID, at instant: Instant) -> Lifecycle? {
        lifecycle(dealings(of: id), at: instant)
    }

    func lifecycle(_ dealings: Dealings, at instant: Instant) -> Lifecycle? {
        guard let last = dealings.lastBought, dealings.bought > 0 else { return nil }
        return Lifecycle(
            days: max(0, days(since: last, at: instant)), orders: dealings.bought, gap: usualGap)
    }

    /// At least a day, or every customer would be lost at once.
    var usualGap: RepurchaseGap {
        let day = Span.days(1).milliseconds
        return RepurchaseGap(days: Int(max(1, rules.customers.usualGap.milliseconds / day)))
    }

    /// Calendar days on the shop's wall.
    func days(since past: Instant, at instant: Instant) -> Int {
        instant.civilDay(offset: offset) - past.civilDay(offset: offset)
    }

    private func hasBought(_ product: ProductID, _ customer: CustomerID) -> Bool {
        (ordersOfCustomer[customer] ?? []).contains { id in
            guard let order = orders[id], order.paidAt != nil else { return false }
            return order.lines.contains { line in
                productOfVariant[line.variant] == product && line.left > 0 && !line.status.isClosed
            }
        }
    }
}
