public import Engine

/// Makes stores as large as one likes, the same from the same seed: orders in every state, with
/// coupons, parcels, reviews and open cases.
public struct StoreMill {
    private var dice: Dice
    private var store: ShopFixture
    private var variants: [Variant] = []
    private static let opening = CivilTime(year: 2026, month: 3, day: 18, hour: 9).instant()
    private static let carriers = ["顺丰速运", "中通快递", "圆通速递", "韵达快递"]
    private static let regions = ["浙江省杭州市", "上海市徐汇区", "广东省深圳市", "四川省成都市"]

    public static func store(orders: Int, customers: Int, seed: UInt64) -> ShopFixture {
        var mill = StoreMill(seed: seed)
        mill.stock()
        mill.admit(customers)
        mill.sell(orders)
        return mill.store
    }

    private init(seed: UInt64) {
        dice = Dice(seed: seed, purpose: "store mill")
        store = ShopFixture(name: "大货仓", rules: .plain, opensAt: Self.opening)
    }

    private mutating func stock() {
        for number in 1...200 {
            let id = ProductID("p\(number)")
            var choices: [Variant] = []
            for size in 1...dice.roll(1...4) {
                choices.append(
                    Variant(
                        id: VariantID("p\(number)-\(size)"), product: id, name: "\(size) 号",
                        price: Money(fen: dice.roll(990...39_900)), stock: dice.roll(0...5_000),
                        options: [Product.Fact(name: "尺码", value: "\(size)")],
                        weight: dice.roll(100...2_000)))
            }
            variants += choices
            store.products.append(
                Product(
                    id: id, title: "第 \(number) 号商品", variants: choices,
                    facts: [Product.Fact(name: "材质", value: "棉 \(dice.roll(50...100))%")]))
        }
        for number in 1...5 {
            store.coupons.append(
                Coupon(
                    id: CouponID("off\(number)"), name: "满 \(number * 50) 减 \(number * 3)",
                    threshold: .yuan(number * 50), amount: .yuan(number * 3),
                    validUntil: Self.opening + .days(30)))
        }
    }

    private mutating func admit(_ count: Int) {
        for number in 1...count {
            var customer = Customer(
                id: CustomerID("b\(number)"), name: "顾客\(number)", account: "tb_\(number)",
                level: dice.pick(Customer.Level.allCases) ?? .store,
                coupons: [CouponID("off\(dice.roll(1...5))")])
            if dice.chance(percent: 30) {
                customer = Customer(
                    id: customer.id, name: customer.name, account: customer.account,
                    level: customer.level,
                    tags: [Tag(name: "喜欢黑色", source: .imported, at: Self.opening - .days(9))],
                    coupons: customer.coupons,
                    accounts: [
                        Account(id: AccountID("card\(number)"), method: .card, label: "8800"),
                        Account(
                            id: AccountID("gift\(number)"), method: .giftCard,
                            balance: Money(fen: dice.roll(0...50_000))),
                    ])
            }
            store.customers.append(customer)
        }
    }

    private mutating func sell(_ count: Int) {
        for number in 1...count {
            let order = order(number)
            store.orders.append(order)
            switch order.status {
            case .done where dice.chance(percent: 5):
                store.reviews.append(
                    Review(
                        id: ReviewID("v\(store.reviews.count + 1)"), order: order.id, line: 0,
                        customer: order.customer, at: Self.opening - .days(1),
                        rating: Review.Rating(stars: dice.roll(1...5)), text: "收到了，跟图上一样"))
            case .shipped where dice.chance(percent: 5):
                store.afterSales.append(
                    AfterSale(
                        id: AfterSaleID("r\(store.afterSales.count + 1)"), order: order.id,
                        kind: .returnRefund, reason: .noReason,
                        items: [AfterSale.Item(line: 0, quantity: 1)],
                        amount: order.net(of: 0), detail: "不合适", openedAt: Self.opening,
                        state: .waitSeller, answerBy: Self.opening + .hours(48)))
            case _: break
            }
        }
    }

    private mutating func order(_ number: Int) -> Order {
        let age = Span(milliseconds: Int64(dice.roll(1...365 * 24 * 3600)) * 1000)
        let placed = Self.opening - age
        var lines: [Order.Line] = []
        for _ in 1...dice.roll(1...3) {
            guard let variant = dice.pick(variants) else { continue }
            lines.append(
                Order.Line(
                    variant: variant.id, quantity: dice.roll(1...3), price: variant.price))
        }
        let goods = lines.reduce(Money.zero) { $0 + $1.gross }
        let isReduced = goods > .yuan(50) && dice.chance(percent: 40)
        let order = Order(
            id: OrderID("20251\(1_000_000_000 + number)"),
            customer: CustomerID("b\(dice.roll(1...store.customers.count))"), placedAt: placed,
            lines: lines,
            address: Address(
                name: "收件人\(number % 97)", phone: "138\(10_000_000 + number)",
                region: dice.pick(Self.regions) ?? "", street: "学院路 \(number % 800) 号 3 幢"),
            postage: goods < .yuan(99) ? .yuan(8) : .zero,
            coupon: isReduced ? "off1" : nil, discount: isReduced ? .yuan(3) : .zero,
            payBy: nil)
        return order.after(past(of: order, number))
    }

    private mutating func past(of order: Order, _ number: Int) -> Order.Past {
        let throwing = dice.roll(1...100)
        let paid = order.placedAt + .minutes(3)
        var past = Order.Past(status: .done, payment: dice.pick([.mobile, .card, .escrow]))
        switch throwing {
        case ...3: past.status = .waitPay
        case ...8: past.status = .waitShip
        case ...18: past.status = .shipped
        case ...22: past.status = .closedUnpaid
        case ...26: past.status = .closedRefunded
        case _: break
        }
        if past.status != .waitPay && past.status != .closedUnpaid { past.paidAt = paid }
        if past.status == .waitShip { past.shipBy = Self.opening + .hours(dice.roll(1...48)) }
        if past.status == .shipped { past.autoConfirmAt = Self.opening + .days(dice.roll(1...10)) }
        if past.status == .done { past.closedAt = paid + .days(4) }
        guard past.status == .shipped || past.status == .done else { return past }
        past.parcels = [
            Parcel(
                carrier: dice.pick(Self.carriers) ?? "", tracking: "SF\(1_000_000_000 + number)",
                shippedAt: paid + .hours(9),
                scans: [
                    Scan(at: paid + .hours(12), code: .pickedUp, text: "杭州 已揽收"),
                    Scan(at: paid + .hours(30), code: .inTransit, text: "到达转运中心"),
                    Scan(at: paid + .hours(60), code: .signed, text: "已签收"),
                ], weight: dice.roll(100...3_000))
        ]
        return past
    }
}
