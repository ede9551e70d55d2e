import Engine

/// A shop for the trade's rules: goods of several kinds, customers with purses, vector A's basket.
enum TradeShop {
    static let opening = CivilTime(year: 2026, month: 3, day: 18, hour: 9).instant()
    static let home = Address(
        name: "李倩", phone: "13800001111", region: "浙江省杭州市西湖区", street: "文三路 1 号")
    static let back = Address(
        name: "小满退货组", phone: "057188880000", region: "浙江省金华市", street: "仓储路 9 号")

    static func product(_ id: String, _ prices: [(String, Int)], stock: Int = 50) -> Product {
        Product(
            id: ProductID(id), title: id,
            variants: prices.map { name, yuan in
                Variant(
                    id: VariantID("\(id)-\(name)"), product: ProductID(id), name: name,
                    price: .yuan(yuan), stock: stock)
            })
    }

    static func fixture(_ rules: Rules = .plain) -> ShopFixture {
        var custom = product("engraved", [("one", 120)])
        custom.returns = .customMade
        var ahead = product("coat", [("M", 500), ("L", 500)])
        ahead.presale = Presale(
            deposit: .yuan(50), counts: .yuan(80), balanceFrom: opening + .days(2),
            balanceUntil: opening + .days(4), shipBy: opening + .days(10))
        var together = product("towel", [("blue", 30)])
        together.groupSize = 2
        var fixture = ShopFixture(
            name: "小满", rules: rules, opensAt: opening,
            products: [
                product("dress", [("M", 199), ("L", 199), ("XL", 229)]),
                product("shirt", [("white", 99)]), product("cup", [("small", 59)]),
                product("cream", [("50", 89)]), custom, ahead, together,
            ],
            coupons: [
                Coupon(
                    id: "off30", name: "满300减30", threshold: .yuan(300), amount: .yuan(30),
                    validUntil: opening + .days(30))
            ],
            customers: [
                Customer(
                    id: "b1", name: "李倩", account: "liqian", coupons: ["off30"],
                    accounts: [
                        Account(id: "card1", method: .card, label: "8842"),
                        Account(id: "gift1", method: .giftCard, balance: .yuan(300)),
                        Account(id: "red1", method: .redPacket, balance: .yuan(20)),
                    ]),
                Customer(
                    id: "b2", name: "王明", account: "wangming",
                    accounts: [Account(id: "card2", method: .card, label: "1200")]),
            ])
        fixture.promotions = []
        return fixture
    }

    /// Promotions of vector A: shop 满300减40, cross-shop 每满300减50.
    static let vectorA = [
        Promotion(
            id: "shop300", name: "满300减40", kind: .shop, threshold: .yuan(300),
            amount: .yuan(40), from: opening - .days(1), until: opening + .days(30)),
        Promotion(
            id: "cross300", name: "每满300减50", kind: .crossShop, threshold: .yuan(300),
            amount: .yuan(50), repeats: true, from: opening - .days(1),
            until: opening + .days(30)),
    ]
}

extension Counter {
    static func trading(
        _ rules: Rules = .plain, promotions: [Promotion] = []
    ) -> Counter {
        var fixture = TradeShop.fixture(rules)
        fixture.promotions = promotions
        return Counter(Shop(fixture))
    }

    /// Puts these into a basket and orders; returns the order's number.
    @discardableResult
    mutating func buy(
        _ items: [(VariantID, Int)], by buyer: CustomerID = "b1", coupons: [CouponID] = [],
        group: GroupID? = nil, isInsured: Bool = false, to address: Address = TradeShop.home
    ) throws(Refusal) -> OrderID {
        let events = try send(
            .buy(
                Command.Purchase(
                    customer: buyer,
                    lines: items.map { Command.LineRequest(variant: $0.0, quantity: $0.1) },
                    coupons: coupons, address: address, group: group, isInsured: isInsured)),
            by: .buyer(buyer))
        guard case .orderPlaced(let order, _)? = events.first else { throw .noLines }
        return order.id
    }

    /// Orders and pays, by card where no accounts are named.
    mutating func bought(
        _ items: [(VariantID, Int)], by buyer: CustomerID = "b1", coupons: [CouponID] = [],
        from parts: [Command.PaymentPart]? = nil, isInsured: Bool = false
    ) throws(Refusal) -> OrderID {
        let id = try buy(items, by: buyer, coupons: coupons, isInsured: isInsured)
        let card: AccountID = buyer == "b1" ? "card1" : "card2"
        try send(
            .payFrom(order: id, parts: parts ?? [Command.PaymentPart(account: card)]),
            by: .buyer(buyer))
        return id
    }

    /// Orders, pays, ships, and where asked has it signed for and confirmed.
    mutating func delivered(
        _ items: [(VariantID, Int)], by buyer: CustomerID = "b1",
        from parts: [Command.PaymentPart]? = nil, isInsured: Bool = false,
        isSigned: Bool = true, isConfirmed: Bool = false
    ) throws(Refusal) -> OrderID {
        let id = try bought(items, by: buyer, from: parts, isInsured: isInsured)
        let tracking = "SF\(id)"
        try send(.ship(order: id, carrier: "顺丰", tracking: tracking), by: .warehouse)
        guard isSigned || isConfirmed else { return id }
        try send(
            .scan(tracking: tracking, code: .collected, text: "已揽收"), by: .carrier,
            after: .hours(2))
        try send(
            .scan(tracking: tracking, code: .signedInPerson, text: "本人签收"), by: .carrier,
            after: .hours(40))
        if isConfirmed {
            try send(.confirmReceipt(order: id, lines: nil), by: .buyer(buyer))
        }
        return id
    }

    func order(_ id: OrderID) -> Order { shop.orders[id]! }
    /// The order's newest case.
    func item(_ id: OrderID) -> AfterSale { shop.afterSales(of: id).last! }
}
