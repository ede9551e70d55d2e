import Engine

/// A shop with three customers: one has not paid, one has paid, one's order is on its way.
enum Scene {
    /// Wednesday 18 March 2026, 14:02.
    static let now = CivilTime(year: 2026, month: 3, day: 18, hour: 14, minute: 2).instant()

    static func shop(_ tongue: Tongue = .chinese) -> Shop {
        let isChinese = tongue == .chinese
        let dress = Product(
            id: "dress", title: isChinese ? "连衣裙" : "dress",
            variants: [
                Variant(
                    id: "dress-L", product: "dress", name: isChinese ? "L码" : "size L",
                    price: .yuan(168), stock: 5)
            ])
        let address = Address(
            name: isChinese ? "李倩" : "Li Qian", phone: "13800001111",
            region: isChinese ? "浙江省杭州市西湖区" : "Xihu, Hangzhou", street: "1")
        let line = Order.Line(variant: "dress-L", quantity: 1, price: .yuan(168))
        var unpaid = Order(
            id: "2026031800018842", customer: "liqian", placedAt: now - .hours(2), lines: [line],
            address: address)
        unpaid.awaitPayment(until: now + .hours(22))
        var shipped = Order(
            id: "2026031600010007", customer: "chen", placedAt: now - .days(2), lines: [line],
            address: address)
        shipped.pay(.escrow, at: now - .days(2), shipBy: now + .hours(4))
        shipped.ship(
            Parcel(
                carrier: isChinese ? "顺丰" : "SF Express", tracking: "SF1001",
                shippedAt: now - .days(1),
                scans: [
                    Scan(
                        at: now - .hours(20), code: .pickedUp,
                        text: isChinese ? "已揽收" : "picked up")
                ]),
            confirmBy: now + .days(9))
        var paid = Order(
            id: "2026031700010003", customer: "wang", placedAt: now - .days(1), lines: [line],
            address: address)
        paid.pay(.escrow, at: now - .days(1), shipBy: now + .hours(4))
        let rules = Rules(
            payWithin: .hours(24), shipWithin: .hours(48), autoConfirmAfter: .days(10),
            extensionDays: [3], extensionsPerOrder: 1, answerRefundWithin: .hours(48),
            compensationLimit: .yuan(20), compensationPercent: 10, recallWithin: .minutes(2),
            memoBytes: 1000, messageCharacters: 500, ticketWithin: .hours(24),
            postage: .yuan(8), freePostageFrom: .yuan(99))
        return Shop(
            ShopFixture(
                name: isChinese ? "小满生活" : "Xiaoman Living", agent: "me", rules: rules,
                opensAt: now, products: [dress],
                customers: [
                    Customer(
                        id: "liqian", name: isChinese ? "李倩" : "Li Qian", account: "lq"),
                    Customer(id: "chen", name: isChinese ? "陈先生" : "Mr Chen", account: "c"),
                    Customer(id: "wang", name: isChinese ? "王姐" : "Ms Wang", account: "w"),
                ],
                orders: [unpaid, shipped, paid]))
    }

    /// The shop with a conversation of this customer, and with a promise due at 17:00.
    static func talk(
        _ customer: CustomerID, _ tongue: Tongue = .chinese, promised: Bool = false
    ) throws -> (shop: Shop, talk: Conversation) {
        var shop = shop(tongue)
        func send(_ command: Command, by actor: Actor) throws {
            for event in try shop.decide(command, by: actor, at: now) {
                shop.apply(event, by: actor, at: now)
            }
        }
        try send(
            .openConversation(
                customer: customer, channel: .taobao, stage: .order, order: nil, mood: 60),
            by: .buyer(customer))
        guard let id = shop.conversations(of: customer).first?.id else { throw Missing() }
        try send(.say(conversation: id, text: "在吗"), by: .buyer(customer))
        try send(.take(conversation: id), by: .agent("me"))
        if promised {
            let due = CivilTime(year: 2026, month: 3, day: 18, hour: 17).instant()
            try send(
                .promise(
                    conversation: id, text: "17点前回复", deed: .report(ticket: nil), due: due,
                    message: nil), by: .agent("me"))
        }
        guard let talk = shop.conversations[id] else { throw Missing() }
        return (shop, talk)
    }

    struct Missing: Error {}
}
