import Engine

/// Random stores, and everybody in them doing what they may and may not with orders and money:
/// wrong numbers, negative sums, somebody else's order, too early, too late.
struct TradeStorm {
    var dice: Dice

    static let variants: [VariantID] = [
        "shirt-1", "shirt-2", "shirt-3", "cup-1", "cup-2", "coat-1", "coat-2", "towel-1",
        "towel-2", "code-1", "nothing",
    ]
    static let accounts: [AccountID] = ["card", "wallet", "gift", "red", "nobody's"]

    // MARK: The store

    static func store(_ seed: UInt64) -> ShopFixture {
        var storm = TradeStorm(dice: Dice(seed: seed &* 7919 &+ 1))
        return storm.fixture()
    }

    private mutating func fixture() -> ShopFixture {
        let opening = TradeShop.opening
        var coat = product("coat", 2)
        coat.presale = Presale(
            deposit: money(1...9000), counts: money(1...12_000), balanceFrom: opening + .hours(3),
            balanceUntil: opening + .hours(dice.roll(6...60)), shipBy: opening + .hours(70))
        var towel = product("towel", 2)
        towel.groupSize = dice.roll(2...3)
        if dice.chance(percent: 20) { towel.presale = coat.presale }
        var code = product("code", 1)
        code.delivery = .virtual
        var cup = product("cup", 2)
        cup.delivery = .post
        var customers: [Customer] = []
        for n in 1...3 {
            customers.append(
                Customer(
                    id: CustomerID("b\(n)"), name: "顾客\(n)", account: "buyer\(n)",
                    level: dice.pick(Customer.Level.allCases) ?? .store,
                    coupons: ["c1", "c2", "c3"],
                    accounts: [
                        Account(id: "card", method: .card), Account(id: "wallet", method: .eWallet),
                        Account(id: "gift", method: .giftCard, balance: money(0...60_000)),
                        Account(id: "red", method: .redPacket, balance: money(0...3000)),
                    ]))
        }
        var fixture = ShopFixture(
            name: "风暴", rules: rules(), opensAt: opening,
            products: [product("shirt", 3), cup, coat, towel, code],
            coupons: [1, 2, 3].map { n in
                Coupon(
                    id: CouponID("c\(n)"), name: "券\(n)", threshold: money(0...20_000),
                    amount: money(1...9000), validUntil: opening + .hours(dice.roll(1...200)),
                    kind: n == 3 ? .redPacket : .coupon)
            }, customers: customers)
        let kinds: [Cut.Kind] = [.item, .item, .shop, .shop, .crossShop]
        fixture.promotions = kinds.enumerated().map { place, kind in
            Promotion(
                id: PromotionID("p\(place)"), name: "活动\(place)", kind: kind,
                products: dice.chance(percent: 50) ? ["shirt", "coat"] : [],
                threshold: kind == .item ? .zero : money(0...30_000), amount: money(1...6000),
                repeats: dice.chance(percent: 40), from: opening - .hours(1),
                until: opening + .hours(dice.roll(2...100)))
        }
        return fixture
    }

    private mutating func rules() -> Rules {
        var rules = Rules.plain
        rules.postage = money(0...1200)
        rules.freePostageFrom = money(0...30_000)
        rules.autoConfirmAfter = .days(dice.roll(2...5))
        rules.extensionsPerOrder = dice.roll(0...2)
        rules.money.cutOrder = dice.shuffled(rules.money.cutOrder)
        rules.money.thresholdBase = dice.chance(percent: 50) ? .list : .current
        rules.money.mixesPayments = dice.chance(percent: 80)
        rules.money.refundsToGiftCard = dice.chance(percent: 50)
        rules.money.refundRoutes = dice.shuffled(rules.money.refundRoutes)
        rules.money.commission = dice.roll(0...700)
        rules.orders.cancelsPaid = dice.chance(percent: 60)
        rules.orders.depositWithin = .hours(dice.roll(1...9))
        rules.orders.depositPercent = dice.roll(0...40)
        rules.orders.depositDouble = dice.chance(percent: 75)
        rules.orders.confirmFrom = dice.chance(percent: 50) ? .shipment : .signature
        return rules
    }

    private mutating func product(_ id: String, _ count: Int) -> Product {
        let usual = money(1...25_000)
        return Product(
            id: ProductID(id), title: id,
            variants: (1...count).map { n in
                Variant(
                    id: VariantID("\(id)-\(n)"), product: ProductID(id), name: "\(n)",
                    price: dice.chance(percent: 50) ? usual : money(1...25_000),
                    stock: dice.roll(0...30),
                    isAvailable: dice.chance(percent: 95))
            })
    }

    private mutating func money(_ range: ClosedRange<Int>) -> Money {
        Money(fen: dice.roll(range))
    }

    // MARK: What somebody asks for

    mutating func command(in shop: Shop) -> (Actor, Command) {
        let buyer = CustomerID("b\(dice.roll(1...3))")
        // Every third request is a purchase: all others need an order to act on.
        let act = dice.chance(percent: 10) ? 1 : dice.roll(1...40)
        var order = dice.pick(Array(shop.orders.keys).suffix(12)) ?? "none"
        // The desk mostly works on what is still to be done.
        if act > 14, dice.chance(percent: 60) {
            let ready = shop.orders.values.suffix(25).filter {
                !$0.status.isClosed && $0.status != .done
            }
            order = dice.pick(ready.map(\.id)) ?? order
        }
        // Who pays mostly pays what is unpaid.
        if (8...14).contains(act), dice.chance(percent: 60) {
            let due = shop.orders.values.filter {
                $0.status == .waitPay || $0.status == .depositPaid
            }
            order = dice.pick(due.map(\.id)) ?? order
        }
        let owner: Actor =
            dice.chance(percent: 90)
            ? .buyer(shop.orders[order]?.customer ?? buyer) : .buyer(buyer)
        let me = Actor.agent("me")
        let line = dice.chance(percent: 90) ? dice.roll(0...2) : dice.roll(-1...3)
        let variant = dice.pick(Self.variants) ?? "cup-1"
        let account = dice.pick(Self.accounts) ?? "card"
        switch act {
        case 1...7: return (.buyer(buyer), .buy(purchase(buyer, in: shop)))
        case 8...10: return (owner, .pay(order: order, method: dice.pick(PaymentMethod.allCases)!))
        case 11...14: return (owner, .payFrom(order: order, parts: parts(shop.orders[order])))
        case 15: return (dice.chance(percent: 50) ? owner : me, .cancelOrder(order: order))
        case 16, 17:
            let lines =
                dice.chance(percent: 50) ? nil : [line, dice.roll(0...2)].prefix(dice.roll(0...2))
            return (owner, .confirmReceipt(order: order, lines: lines.map(Array.init)))
        case 18:
            return (
                me,
                .reprice(
                    order: order, reduction: money(-100...9000), postage: money(-50...900))
            )
        case 19:
            return (
                me,
                .closeUnpaid(order: order, reason: dice.pick(Order.CloseReason.allCases)!)
            )
        case 20:
            return (me, .changeItem(order: order, line: line, to: near(line, shop.orders[order])))
        case 21...23:
            let count = dice.roll(0...2)
            let changes = (0..<count).map { n in
                Command.ItemChange(
                    line: dice.chance(percent: 80) ? n : line, to: near(n, shop.orders[order]))
            }
            return (
                me,
                .changeItems(
                    order: order, changes: changes,
                    account: dice.chance(percent: 70) ? account : nil)
            )
        case 24, 25: return (me, .changePayment(order: order, to: account))
        case 26:
            let ready = shop.orders.values.filter { $0.status == .waitShip }.map(\.id)
            let two = [dice.pick(ready) ?? order, dice.pick(ready) ?? "none"]
            return (me, .mergeOrders(orders: two))
        case 27, 28:
            let ahead =
                dice.chance(percent: 80)
                ? shop.orders.values.filter { $0.status == .depositPaid }.map(\.id) : []
            return (
                me,
                .moveShipDate(
                    order: dice.pick(ahead) ?? order, to: shop.now + .hours(dice.roll(-5...200)),
                    reason: "面料晚到")
            )
        case 29:
            let invoice = Command.InvoiceRequest(
                kind: .ordinary, title: "李倩", taxNumber: nil, email: "liqian@mail.cn")
            return dice.chance(percent: 50)
                ? (owner, .requestInvoice(order: order, invoice: invoice))
                : (me, .issueInvoice(order: order, invoice: invoice))
        case 30:
            let number = shop.orders[order]?.invoices.last?.number ?? "INV1"
            return (me, .reverseInvoice(order: order, number: number))
        case 31: return (me, .extendReceipt(order: order, days: dice.pick([3, 4, 5])!))
        case 32, 33:
            return (
                .warehouse,
                .ship(order: order, carrier: "顺丰", tracking: "T\(dice.roll(1...9999))")
            )
        case 34, 35:
            return (
                .warehouse,
                .shipPieces(
                    order: order, carrier: "中通", tracking: "Z\(dice.roll(1...9999))",
                    pieces: [Parcel.Piece(line: line, quantity: dice.roll(0...3))], weight: nil)
            )
        case 36: return (.warehouse, .restock(variant: variant, quantity: dice.roll(-1...4)))
        case 37: return (.warehouse, .reportShortage(order: order, line: line))
        case 38:
            let tracking = shop.orders[order]?.parcels.last?.tracking ?? "T0"
            return (.carrier, .scan(tracking: tracking, code: .signedInPerson, text: "签收"))
        case 39: return (me, dice.chance(percent: 50) ? .nudge(order: order) : .urge(order: order))
        default:
            return dice.chance(percent: 50)
                ? (me, .changeAddress(order: order, address: SampleShop.office))
                : (me, .memo(order: order, flag: .green, text: "催"))
        }
    }

    private mutating func purchase(_ buyer: CustomerID, in shop: Shop) -> Command.Purchase {
        let first = dice.pick(Self.variants) ?? "cup-1"
        var lines: [Command.LineRequest] = []
        for n in 0..<(dice.chance(percent: 95) ? dice.roll(1...3) : 0) {
            // Presales and groups want a basket of their own, so mostly the first thing's kind.
            let same = dice.chance(percent: n == 0 ? 100 : 60)
            let variant = same ? first : dice.pick(Self.variants) ?? "cup-1"
            lines.append(
                Command.LineRequest(
                    variant: variant, quantity: dice.roll(dice.chance(percent: 92) ? 1...2 : 0...5))
            )
        }
        let coupons = (0..<(dice.chance(percent: 70) ? 0 : dice.roll(1...2))).map { _ in
            CouponID("c\(dice.roll(1...4))")
        }
        let open = shop.groups.values.filter { $0.state == .open }
        let group = dice.chance(percent: 50) ? dice.pick(open) : nil
        if let group, dice.chance(percent: 90) {
            lines = [Command.LineRequest(variant: group.variant, quantity: 1)]
        }
        var address = dice.chance(percent: 95) ? TradeShop.home : SampleShop.office
        if dice.chance(percent: 2) { address.name = "" }
        return Command.Purchase(
            customer: buyer, lines: lines, coupons: coupons, address: address,
            group: group?.id,
            isInsured: dice.chance(percent: 20))
    }

    private mutating func parts(_ order: Order?) -> [Command.PaymentPart] {
        let due = (order?.due ?? .yuan(1)) - (order?.ledger.paid ?? .zero)
        var parts: [Command.PaymentPart] = []
        for _ in 0..<dice.roll(0...2) {
            let some = dice.pick([1, 100, due.fen / 2, due.fen, -1, 0, Int.max, Int.min]) ?? 1
            parts.append(
                Command.PaymentPart(
                    account: dice.pick(Self.accounts) ?? "card",
                    amount: dice.chance(percent: 80) ? Money(fen: some) : nil))
        }
        if dice.chance(percent: 85) {
            parts.append(Command.PaymentPart(account: dice.pick(Self.accounts) ?? "card"))
        }
        return parts
    }

    /// Mostly another choice of what the line is already.
    private mutating func near(_ line: Int, _ order: Order?) -> VariantID {
        guard let order, order.lines.indices.contains(line), dice.chance(percent: 85) else {
            return dice.pick(Self.variants) ?? "cup-1"
        }
        let kind = order.lines[line].variant.rawValue.prefix { $0 != "-" }
        return dice.pick(Self.variants.filter { $0.rawValue.hasPrefix(kind) }) ?? "cup-1"
    }
}
