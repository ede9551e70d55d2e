import Engine
import Simulation

extension Pack {
    /// The same shop on a busy day: the pack's scenarios again and again, each with a customer and
    /// orders of its own, spread over the hours by the pack's curve. For load and for long practice.
    public func crowd(customers: Int, hours: Int, seed: UInt64) -> Pack {
        var pack = self
        pack.lasts = .hours(hours)
        pack.rows = 0
        guard !scenarios.isEmpty, customers > 0 else { return pack }
        var dice = Dice(seed: seed, purpose: "crowd")
        var arrivals: [(at: Int, script: Int)] = []
        pack.scenarios = []
        pack.plan.scripts = []
        // What happens to the scenarios' own customers happens to none of these.
        pack.plan.happenings = []
        for number in 1...customers {
            guard var scenario = dice.pick(scenarios) else { break }
            let at = Int(curve.pick(in: .hours(hours), &dice).milliseconds)
            let lookalike = Lookalike(
                of: scenario.script, number: number,
                later: opensAt + Span(milliseconds: Int64(at)) - usualArrival(of: scenario.id),
                dice: &dice)
            lookalike.move(into: &pack, from: self)
            scenario.script.customer = lookalike.customer
            scenario.script.order = scenario.script.order.map { lookalike.order($0) }
            scenario.script.address = lookalike.address(scenario.script.address)
            pack.scenarios.append(scenario)
            pack.plan.scripts.append(scenario.script)
            arrivals.append((at, number - 1))
        }
        pack.plan.arrivals = arrivals.sorted { ($0.at, $0.script) < ($1.at, $1.script) }.map {
            Arrival(script: $0.script, at: opensAt + Span(milliseconds: Int64($0.at)))
        }
        pack.chinese.stockUp(by: customers)
        pack.english.stockUp(by: customers)
        return pack
    }

    /// When the scenario's own customer comes.
    private func usualArrival(of id: String) -> Instant {
        plan.arrivals.first { plan.scripts[$0.script].id == id }?.at ?? opensAt
    }

    /// One more customer like a scenario's own, with copies of their orders.
    private struct Lookalike {
        let original: CustomerID
        let number: Int
        /// By how much this customer comes after the scenario's own: their orders are as much
        /// younger, so that each stands where the scenario needs it.
        let later: Span
        let name: Engine.Bilingual
        let phone: String

        init(of script: BuyerScript, number: Int, later: Span, dice: inout Dice) {
            original = script.customer
            self.number = number
            self.later = later
            name = CrowdNames.name(&dice)
            phone = "139\(dice.roll(10_000_000...99_999_999))"
        }

        var customer: CustomerID { CustomerID("\(original)-\(number)") }
        /// The platform's day, then a number that no other order has.
        func order(_ id: OrderID) -> OrderID {
            var fingerprint = Fingerprint(of: id.rawValue)
            fingerprint.add("\(number)".utf8)
            let tail = 100_000 + Int(fingerprint.value % 899_999)
            return OrderID("\(id.rawValue.prefix(8))9\(number)\(tail)")
        }

        func tracking(_ text: String) -> String { "\(text)\(number)" }

        func address(_ address: Address, _ tongue: Engine.Tongue) -> Address {
            var address = address
            address.name = name[tongue]
            address.phone = phone
            return address
        }

        func address(_ texts: AddressTexts) -> AddressTexts {
            AddressTexts(zh: address(texts.zh, .chinese), en: address(texts.en, .english))
        }

        func move(into pack: inout Pack, from source: Pack) {
            fill(&pack.chinese, from: source.chinese, .chinese)
            fill(&pack.english, from: source.english, .english)
            for order in source.chinese.orders where order.customer == original {
                if let leaving = source.plan.warehouse.leaves[order.id] {
                    pack.plan.warehouse.leaves[self.order(order.id)] = moved(leaving)
                }
                for item in source.plan.unshipped where item.order == order.id {
                    pack.plan.unshipped.append(
                        Unshipped(order: self.order(order.id), paidAt: item.paidAt + later))
                }
                for parcel in order.parcels {
                    for scan in source.plan.coming where scan.tracking == parcel.tracking {
                        pack.plan.coming.append(
                            ComingScan(
                                at: scan.at + later, tracking: tracking(scan.tracking),
                                code: scan.code,
                                text: scan.text))
                    }
                }
            }
        }

        private func moved(_ leaving: WarehouseHabits.Leaving) -> WarehouseHabits.Leaving {
            switch leaving {
            case .never: .never
            case .after(let span, let urged): .after(span + later, urged: urged)
            }
        }

        private func fill(
            _ fixture: inout ShopFixture, from source: ShopFixture, _ tongue: Engine.Tongue
        ) {
            guard let model = source.customers.first(where: { $0.id == original }) else { return }
            fixture.customers.append(
                Customer(
                    id: customer, name: name[tongue], account: "\(model.account)_\(number)",
                    level: model.level, tags: model.tags, notes: model.notes,
                    history: model.history, coupons: model.coupons))
            for order in source.orders where order.customer == original {
                fixture.orders.append(copy(order, tongue))
            }
        }

        private func copy(_ order: Order, _ tongue: Engine.Tongue) -> Order {
            let past = Order.Past(
                status: order.status, reduction: order.reduction, payment: order.payment,
                paidAt: order.paidAt.map { $0 + later }, shipBy: order.shipBy.map { $0 + later },
                autoConfirmAt: order.autoConfirmAt.map { $0 + later },
                closedAt: order.closedAt.map { $0 + later }, closeReason: order.closeReason,
                parcels: order.parcels.map {
                    Parcel(
                        carrier: $0.carrier, tracking: tracking($0.tracking),
                        shippedAt: $0.shippedAt + later,
                        scans: $0.scans.map {
                            Scan(at: $0.at + later, code: $0.code, text: $0.text)
                        }, contents: $0.contents)
                }, memo: order.memo,
                isClaimed: order.lines.allSatisfy(\.isClaimed))
            return Order(
                id: self.order(order.id), customer: customer, placedAt: order.placedAt + later,
                lines: order.lines, address: address(order.address, tongue),
                postage: order.postage, coupon: order.coupon, discount: order.discount,
                payBy: order.payBy.map { $0 + later }
            ).after(past)
        }
    }
}

extension ShopFixture {
    /// Enough on the shelf for everybody; what was sold out stays sold out.
    fileprivate mutating func stockUp(by pieces: Int) {
        products = products.map { product in
            Product(
                id: product.id, title: product.title,
                variants: product.variants.map { variant in
                    Variant(
                        id: variant.id, product: variant.product, name: variant.name,
                        price: variant.price,
                        stock: variant.stock == 0 ? 0 : variant.stock + pieces)
                }, facts: product.facts)
        }
    }
}

/// Names for customers nobody has written.
private enum CrowdNames {
    static let families = [
        ("王", "Wang"), ("李", "Li"), ("张", "Zhang"), ("刘", "Liu"), ("陈", "Chen"), ("杨", "Yang"),
        ("赵", "Zhao"), ("黄", "Huang"), ("周", "Zhou"), ("吴", "Wu"), ("徐", "Xu"), ("孙", "Sun"),
        ("马", "Ma"), ("朱", "Zhu"), ("胡", "Hu"), ("郭", "Guo"), ("何", "He"), ("林", "Lin"),
        ("欧阳", "Ouyang"), ("司马", "Sima"),
    ]
    static let given = [
        ("敏", "Min"), ("静", "Jing"), ("伟", "Wei"), ("芳", "Fang"), ("磊", "Lei"), ("洋", "Yang"),
        ("艳", "Yan"), ("勇", "Yong"), ("娟", "Juan"), ("杰", "Jie"), ("婷婷", "Tingting"),
        ("子涵", "Zihan"), ("雨桐", "Yutong"), ("浩然", "Haoran"), ("思远", "Siyuan"), ("佳怡", "Jiayi"),
    ]

    static func name(_ dice: inout Dice) -> Engine.Bilingual {
        let family = families[dice.roll(0...families.count - 1)]
        let given = given[dice.roll(0...given.count - 1)]
        return Engine.Bilingual(zh: family.0 + given.0, en: "\(given.1) \(family.1)")
    }
}
