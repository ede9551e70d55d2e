import Engine

/// A small shop with an unpaid, a paid, an oversold and a shipped order.
enum SampleShop {
    static let opening = CivilTime(year: 2026, month: 3, day: 18, hour: 9).instant()

    static let rules = Rules(
        payWithin: .hours(24), shipWithin: .hours(48), autoConfirmAfter: .days(10),
        extensionDays: [3, 5, 7, 10], extensionsPerOrder: 1, answerRefundWithin: .hours(48),
        compensationLimit: .yuan(20), compensationPercent: 10, recallWithin: .minutes(2),
        memoBytes: 1000, messageCharacters: 500, ticketWithin: .hours(24),
        postage: .yuan(8), freePostageFrom: .yuan(99))

    static let home = Address(
        name: "李倩", phone: "13800001111", region: "浙江省杭州市西湖区", street: "文三路 1 号")
    static let office = Address(
        name: "李倩", phone: "13800001111", region: "浙江省杭州市滨江区", street: "江南大道 2 号")

    static func fixture(_ customers: Int = 3) -> ShopFixture {
        let dress = Product(
            id: "dress", title: "棉麻连衣裙",
            variants: [
                Variant(id: "dress-M", product: "dress", name: "M", price: .yuan(199), stock: 5),
                Variant(id: "dress-L", product: "dress", name: "L", price: .yuan(199), stock: 5),
                Variant(id: "dress-X", product: "dress", name: "XL", price: .yuan(209), stock: 0),
            ])
        let coupon = Coupon(
            id: "off30", name: "满300减30", threshold: .yuan(300), amount: .yuan(30),
            validUntil: opening + .days(3))
        var people: [Customer] = []
        var orders: [Order] = []
        for n in 1...customers {
            people.append(
                Customer(
                    id: CustomerID("b\(n)"), name: "顾客\(n)", account: "buyer\(n)",
                    coupons: n == 1 ? ["off30"] : []))
            var unpaid = order("u\(n)", "b\(n)", claimed: false)
            unpaid.awaitPayment(until: opening + .hours(n))
            orders.append(unpaid)
            orders.append(paid(order("w\(n)", "b\(n)", claimed: true)))
            orders.append(paid(order("o\(n)", "b\(n)", claimed: false)))
            var shipped = paid(order("s\(n)", "b\(n)", claimed: true))
            shipped.ship(
                Parcel(
                    carrier: "顺丰", tracking: "SF100\(n)", shippedAt: opening - .days(2)),
                confirmBy: opening + .days(8))
            orders.append(shipped)
        }
        return ShopFixture(
            name: "小满", colleagues: ["阿强"], rules: rules, opensAt: opening,
            products: [dress], coupons: [coupon], customers: people, orders: orders)
    }

    private static func order(_ id: OrderID, _ customer: CustomerID, claimed: Bool) -> Order {
        Order(
            id: id, customer: customer, placedAt: opening - .hours(30),
            lines: [
                Order.Line(
                    variant: "dress-M", quantity: 1, price: .yuan(199), isClaimed: claimed)
            ], address: home)
    }

    private static func paid(_ order: Order) -> Order {
        var order = order
        order.pay(.escrow, at: opening - .hours(29), shipBy: opening + .hours(19))
        return order
    }

    static func open(_ customers: Int = 3) -> Shop { Shop(fixture(customers)) }
}

/// A shop driven command by command, as a shift drives it.
struct Counter {
    var shop: Shop
    var records: [Recorded] = []

    init(_ shop: Shop = SampleShop.open()) { self.shop = shop }

    /// Decides and applies; the shop's own time unless `after` is given.
    @discardableResult
    mutating func send(
        _ command: Command, by actor: Actor = .agent("me"), after: Span = .zero
    ) throws(Refusal) -> [Event] {
        let instant = shop.now + after
        while let due = shop.nextTimer, due <= instant { try tick(at: due) }
        let events = try shop.decide(command, by: actor, at: instant)
        enter(events, by: actor, at: instant)
        return events
    }

    /// Every timer that is due acts, one after the other.
    mutating func tick(at due: Instant) throws(Refusal) {
        while true {
            let events = try shop.decide(.passTime, by: .platform, at: max(due, shop.now))
            if events.isEmpty { break }
            enter(events, by: .platform, at: max(due, shop.now))
        }
        shop.advance(to: due)
    }

    mutating func enter(_ events: [Event], by actor: Actor, at instant: Instant) {
        for event in events {
            let record = Recorded(
                sequence: records.count + 1, at: instant, actor: actor, event: event)
            shop.apply(record)
            records.append(record)
        }
    }

    /// What the records alone make of the shop as it was opened, its clock moved to the same
    /// instant: to be compared with `standing`.
    func replayed(from opened: Shop) -> Shop {
        var shop = opened
        for record in records { shop.apply(record) }
        shop.advance(to: self.shop.now)
        return shop
    }

    /// The shop, its clock moved to where it is. Moving the clock lets go of what is due; a timer
    /// that the last event has set for this very instant would still wait in the shop alone.
    var standing: Shop {
        var shop = shop
        shop.advance(to: shop.now)
        return shop
    }

    /// A conversation with customer `b1`, opened and spoken in.
    static func talking(_ order: OrderID? = nil) throws -> Counter {
        var counter = Counter()
        try counter.send(
            .openConversation(
                customer: "b1", channel: .taobao, stage: .preSale, order: order, mood: 60),
            by: .buyer("b1"))
        try counter.send(.say(conversation: "c1", text: "在吗"), by: .buyer("b1"))
        return counter
    }

    func refusal(_ command: Command, by actor: Actor = .agent("me")) -> Refusal? {
        do {
            _ = try shop.decide(command, by: actor, at: shop.now)
            return nil
        } catch { return error }
    }
}
