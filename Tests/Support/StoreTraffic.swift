public import Engine

/// Buyers, warehouse, carrier and desk going about their business in a store, by dice: the same
/// requests from the same seed.
public struct StoreTraffic {
    public private(set) var shop: Shop
    private var dice: Dice
    private var placed: [OrderID] = []
    private var paid: [OrderID] = []
    private var underWay: [OrderID] = []
    private var cases: [AfterSaleID] = []
    private var parcels = 0
    private let variants: [VariantID]
    private let customers: [CustomerID]

    /// One request and what came of it.
    public struct Step: Sendable {
        public let actor: Actor
        public let command: Command
        public let at: Instant
        public let isAccepted: Bool
    }

    public init(_ store: ShopFixture, seed: UInt64) {
        shop = Shop(store)
        dice = Dice(seed: seed, purpose: "store traffic")
        variants = store.products.flatMap { $0.variants.map(\.id) }
        customers = store.customers.map(\.id)
    }

    /// The next request, already carried out in the store of its own; time stands still.
    public mutating func step() -> Step {
        let (actor, command) = request()
        do {
            let events = try shop.decide(command, by: actor, at: shop.now)
            for event in events {
                shop.apply(
                    Recorded(
                        sequence: shop.eventCount + 1, at: shop.now, actor: actor, event: event))
                remember(event)
            }
            return Step(actor: actor, command: command, at: shop.now, isAccepted: true)
        } catch {
            return Step(actor: actor, command: command, at: shop.now, isAccepted: false)
        }
    }

    private mutating func remember(_ event: Event) {
        switch event {
        case .orderPlaced(let order, _): placed.append(order.id)
        case .afterSaleOpened(let item): cases.append(item.id)
        case _: break
        }
    }

    private mutating func request() -> (Actor, Command) {
        switch dice.roll(1...100) {
        case ...22: return buy()
        case ...42:
            guard let id = takeOne(from: \.placed), let order = shop.orders[id] else {
                return buy()
            }
            paid.append(id)
            return (.buyer(order.customer), .pay(order: id, method: .mobile))
        case ...60:
            guard let id = takeOne(from: \.paid) else { return buy() }
            underWay.append(id)
            parcels += 1
            return (
                .warehouse,
                .ship(order: id, carrier: "中通快递", tracking: "T\(100_000_000 + parcels)")
            )
        case ...75:
            guard let id = dice.pick(underWay), let parcel = shop.orders[id]?.parcels.last else {
                return buy()
            }
            let code: Scan.Code = parcel.scans.isEmpty ? .pickedUp : .signed
            return (.carrier, .scan(tracking: parcel.tracking, code: code, text: "杭州中转站"))
        case ...84:
            guard let id = takeOne(from: \.underWay), let order = shop.orders[id] else {
                return buy()
            }
            return (.buyer(order.customer), .confirmReceipt(order: id, lines: nil))
        case ...90:
            guard let id = dice.pick(underWay), let order = shop.orders[id] else { return buy() }
            let request = AfterSale.Request(
                kind: .refund, reason: .quality, items: [AfterSale.Item(line: 0, quantity: 1)],
                detail: "开线了", evidence: [Evidence(kind: .photo, text: "开线处的照片")])
            return (.buyer(order.customer), .apply(order: id, request: request))
        case ...95:
            guard let id = takeOne(from: \.cases) else { return buy() }
            return (.agent(shop.agent), .agreeRefund(afterSale: id, amount: nil))
        case _:
            guard let id = dice.pick(paid) ?? dice.pick(placed) else { return buy() }
            let flag = dice.pick(Memo.Flag.allCases) ?? .red
            return (.agent(shop.agent), .memo(order: id, flag: flag, text: "先发这一单"))
        }
    }

    private mutating func takeOne<ID>(from list: WritableKeyPath<Self, [ID]>) -> ID? {
        let count = self[keyPath: list].count
        guard count > 0 else { return nil }
        let place = dice.roll(0...count - 1)
        self[keyPath: list].swapAt(place, count - 1)
        return self[keyPath: list].removeLast()
    }

    private mutating func buy() -> (Actor, Command) {
        let customer = dice.pick(customers) ?? "b1"
        var lines: [Command.LineRequest] = []
        for _ in 1...dice.roll(1...3) {
            let variant = dice.pick(variants) ?? "p1-1"
            if lines.contains(where: { $0.variant == variant }) { continue }
            lines.append(Command.LineRequest(variant: variant, quantity: dice.roll(1...2)))
        }
        return (
            .buyer(customer),
            .buy(
                Command.Purchase(
                    customer: customer, lines: lines,
                    address: Address(
                        name: "王芳", phone: "13800000000", region: "上海市徐汇区",
                        street: "漕溪路 12 号")))
        )
    }
}
