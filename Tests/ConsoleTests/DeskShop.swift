import Engine

/// A shop for rice cookers, with orders in every state, in either language.
enum DeskShop {
    static let rice: OrderID = "2026031600018842"
    static let pot: OrderID = "2026031200013307"
    static let unpaid: OrderID = "2026031800011024"
    static let refund: OrderID = "2026031500017766"
    /// Bought dearer than it costs now.
    static let dear: OrderID = "2026031400019001"

    static let rules: Rules = {
        var rules = plainRules
        rules.afterSales.returnAddress = Address(
            name: "小满退货组", phone: "0571-8888", region: "浙江省金华市", street: "仓储路 9 号")
        return rules
    }()

    private static let plainRules = Rules(
        payWithin: .hours(24), shipWithin: .hours(48), autoConfirmAfter: .days(10),
        extensionDays: [3, 5, 7, 10], extensionsPerOrder: 1, answerRefundWithin: .hours(48),
        compensationLimit: .yuan(20), compensationPercent: 10, recallWithin: .minutes(2),
        memoBytes: 1000, messageCharacters: 500, ticketWithin: .hours(4), postage: .yuan(8),
        freePostageFrom: .yuan(99))

    static func fixture(_ tongue: Tongue) -> ShopFixture {
        let opensAt = DeskScene.opensAt
        return ShopFixture(
            name: tongue == .chinese ? "小满家电" : "Xiaoman Home",
            colleagues: tongue == .chinese ? ["阿强", "主管陈"] : ["Qiang", "Chen (lead)"],
            rules: rules, opensAt: opensAt, products: products(tongue),
            coupons: [
                Coupon(
                    id: "off20", name: tongue == .chinese ? "满200减20" : "20 off 200",
                    threshold: .yuan(200), amount: .yuan(20), validUntil: opensAt + .days(14))
            ], customers: customers(tongue), orders: orders(tongue),
            knowledge: [
                KnowledgeEntry(
                    title: tongue == .chinese ? "发货时间" : "Shipping time",
                    body: tongue == .chinese ? "付款后 48 小时内发货" : "Within 48 hours of payment")
            ])
    }

    private static func products(_ tongue: Tongue) -> [Product] {
        let zh = tongue == .chinese
        return [
            Product(
                id: "cooker", title: zh ? "电饭煲" : "Rice cooker",
                variants: [
                    Variant(
                        id: "cooker-3", product: "cooker", name: "3L", price: .yuan(298), stock: 6),
                    Variant(
                        id: "cooker-5", product: "cooker", name: "5L", price: .yuan(298), stock: 0),
                ],
                facts: [
                    .init(
                        name: zh ? "容量" : "capacity",
                        value: zh ? "3L 两三人，5L 四到六人" : "3L for 2–3, 5L for 4–6"),
                    .init(name: zh ? "功率" : "power", value: "860W"),
                ]),
            Product(
                id: "pot", title: zh ? "汤锅" : "Soup pot",
                variants: [
                    Variant(id: "pot-1", product: "pot", name: "", price: .yuan(89), stock: 12)
                ]),
        ]
    }

    private static func customers(_ tongue: Tongue) -> [Customer] {
        let zh = tongue == .chinese
        let opensAt = DeskScene.opensAt
        return [
            Customer(
                id: "liqian", name: zh ? "李倩" : "Li Qian", account: "liqian_88", level: .senior,
                tags: [
                    Tag(name: zh ? "急" : "urgent", source: .rule, at: opensAt - .days(1)),
                    Tag(
                        name: zh ? "怕麻烦" : "no fuss", source: .imported, at: opensAt - .days(3),
                        expires: opensAt + .days(7)),
                ],
                history: .init(
                    orders: 4, spent: .yuan(1288), lastBought: opensAt - .days(40), refunds: 1,
                    conversations: [zh ? "02-06 问保修，已答" : "02-06 asked about warranty, answered"]),
                coupons: ["off20"],
                accounts: [
                    Account(id: "card1", method: .card, label: "6222"),
                    Account(id: "gift1", method: .giftCard, balance: .yuan(500)),
                ]),
            Customer(id: "wang", name: zh ? "王小明" : "Wang Xiaoming", account: "wxm"),
            Customer(
                id: "zhao", name: zh ? "赵阿姨" : "Auntie Zhao", account: "zhao1958",
                history: .init(orders: 1, spent: .yuan(89))),
            Customer(
                id: "ouyang", name: zh ? "欧阳一二三四五六👩‍🦰" : "Ouyang the Unpronounceable 👩‍🦰",
                account: "oy"),
        ]
    }

    private static func orders(_ tongue: Tongue) -> [Order] {
        let opensAt = DeskScene.opensAt
        let zh = tongue == .chinese
        let home = Address(
            name: zh ? "李倩" : "Li Qian", phone: "13800001111",
            region: zh ? "浙江省杭州市西湖区" : "Hangzhou", street: zh ? "文三路 1 号" : "1 Wensan Road")
        var rice = Order(
            id: rice, customer: "liqian", placedAt: opensAt - .hours(45),
            lines: [Order.Line(variant: "cooker-5", quantity: 1, price: .yuan(298))],
            address: home, coupon: "off20", discount: .yuan(20))
        rice.pay(.mobile, at: opensAt - .hours(43), shipBy: opensAt + .hours(5))
        var old = Order(
            id: refund, customer: "liqian", placedAt: opensAt - .hours(70),
            lines: [
                Order.Line(variant: "cooker-3", quantity: 1, price: .yuan(298), isClaimed: true)
            ],
            address: home)
        old.pay(.card, at: opensAt - .hours(69), shipBy: opensAt + .hours(2))
        var pot = Order(
            id: pot, customer: "zhao", placedAt: opensAt - .days(6),
            lines: [Order.Line(variant: "pot-1", quantity: 1, price: .yuan(89), isClaimed: true)],
            address: Address(
                name: zh ? "赵桂兰" : "Zhao Guilan", phone: "13900002222",
                region: zh ? "江苏省南京市" : "Nanjing", street: zh ? "中山路 9 号" : "9 Zhongshan Road"),
            postage: .yuan(8))
        pot.pay(.eWallet, at: opensAt - .days(6), shipBy: opensAt - .days(4))
        pot.ship(
            Parcel(
                carrier: zh ? "顺丰" : "SF", tracking: "SF1234567890", shippedAt: opensAt - .days(5),
                scans: [
                    Scan(
                        at: opensAt - .days(5), code: .pickedUp,
                        text: zh ? "杭州已揽收" : "Picked up, Hangzhou"),
                    Scan(at: opensAt - .days(3), code: .signed, text: zh ? "本人签收" : "Signed for"),
                ]), confirmBy: opensAt + .days(5))
        var unpaidOrder = Order(
            id: unpaid, customer: "wang", placedAt: opensAt - .hours(1),
            lines: [Order.Line(variant: "cooker-3", quantity: 2, price: .yuan(298))],
            address: Address(
                name: zh ? "王小明" : "Wang Xiaoming", phone: "13700003333",
                region: zh ? "上海市" : "Shanghai", street: zh ? "南京东路 5 号" : "5 East Nanjing Road"))
        unpaidOrder.awaitPayment(until: opensAt + .hours(23))
        var dear = Order(
            id: dear, customer: "wang", placedAt: opensAt - .days(1),
            lines: [
                Order.Line(variant: "cooker-3", quantity: 1, price: .yuan(318), isClaimed: true)
            ], address: unpaidOrder.address)
        dear.pay(.card, at: opensAt - .days(1), shipBy: opensAt + .hours(24))
        return [old, rice, pot, dear, unpaidOrder]
    }
}
