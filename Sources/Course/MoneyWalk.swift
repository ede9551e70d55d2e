public import Engine

/// A purchase followed step by step through a real shop, to see where the money is at each step.
///
/// Every step is a command that the shop decides; what it refuses cannot be taken, and its own
/// words say why. Nothing here knows how escrow works: the ledger is the shop's.
///
/// ```swift
/// var walk = MoneyWalk(fixture, customer: "hujie", variant: "cooker-5l")
/// try walk.take(.order)
/// try walk.take(.pay)
/// walk.stops.last?.ledger.held        // 269.00
/// ```
public struct MoneyWalk {
    public private(set) var shop: Shop
    /// Where it has been, the beginning first.
    public private(set) var stops: [Stop] = []

    private let fixture: ShopFixture
    private let customer: CustomerID
    private let variant: VariantID
    private var order: OrderID?

    public init(_ fixture: ShopFixture, customer: CustomerID, variant: VariantID) {
        self.fixture = fixture
        self.customer = customer
        self.variant = variant
        shop = Shop(fixture)
        stops = [Stop(after: nil, of: nil, in: shop, events: [])]
    }

    /// The steps taken, in order.
    public var moves: [Move] { stops.compactMap(\.move) }

    /// Takes a step.
    /// - Throws: why it cannot be taken; nothing has changed then.
    public mutating func take(_ move: Move) throws(Hindrance) {
        var trial = self
        let events = try trial.carryOut(move)
        trial.stops.append(Stop(after: move, of: trial.order, in: trial.shop, events: events))
        self = trial
    }

    /// Goes back by one step; answers false at the beginning.
    public mutating func takeBack() -> Bool {
        guard stops.count > 1 else { return false }
        let kept = moves.dropLast()
        self = MoneyWalk(fixture, customer: customer, variant: variant)
        for move in kept { try? take(move) }  // What was allowed before is allowed again.
        return true
    }

    /// Every step there is, with what stands in its way now: nil where it may be taken.
    public var answers: [(move: Move, hindrance: Hindrance?)] {
        Move.allCases.map { move in
            var trial = self
            do throws(Hindrance) {
                try trial.take(move)
                return (move, nil)
            } catch { return (move, error) }
        }
    }

    // MARK: Doing it

    private mutating func carryOut(_ move: Move) throws(Hindrance) -> [Event] {
        if move == .silence { return try waitItOut() }
        if move == .order, order != nil { throw .orderedAlready }
        if move != .order, order == nil { throw .nothingOrdered }
        if move == .sign, isSigned { throw .deliveredAlready }
        let at = shop.now + move.takes
        var happened = settle(until: at)
        do throws(Refusal) {
            for (actor, command) in commands(for: move) {
                happened += try enter(command, by: actor, at: at)
            }
        } catch { throw .refused(error) }
        if order == nil {
            order =
                happened.lazy.compactMap { event in
                    if case .orderPlaced(let order, _) = event { order.id } else { nil }
                }.first
        }
        return happened
    }

    private mutating func enter(_ command: Command, by actor: Actor, at instant: Instant)
        throws(Refusal) -> [Event]
    {
        let events = try shop.decide(command, by: actor, at: instant)
        for event in events {
            shop.apply(
                Recorded(
                    sequence: shop.eventCount + 1, at: instant, actor: actor, event: event))
        }
        return events
    }

    /// What timers do of themselves until then.
    private mutating func settle(until instant: Instant) -> [Event] {
        var happened: [Event] = []
        while let due = shop.nextTimer, due <= instant { happened += ring(at: due) }
        shop.advance(to: instant)
        return happened
    }

    /// Everything the platform does at one instant.
    private mutating func ring(at due: Instant) -> [Event] {
        var happened: [Event] = []
        let at = max(due, shop.now)
        // The platform may always pass its own time.
        while let events = try? enter(.passTime, by: .platform, at: at), !events.isEmpty {
            happened += events
        }
        shop.advance(to: at)
        return happened
    }

    /// Nobody says anything until a clock of this order runs out and something comes of it.
    private mutating func waitItOut() throws(Hindrance) -> [Event] {
        let before = Stop(after: nil, of: order, in: shop, events: [])
        var happened: [Event] = []
        while let due = shop.nextTimer {
            happened += ring(at: due)
            let now = Stop(after: nil, of: order, in: shop, events: [])
            if now.status != before.status || now.state != before.state
                || now.ledger != before.ledger
            {
                return happened
            }
        }
        throw .nothingWaits
    }

    /// Who sends what. Where something is missing yet, the shop says so.
    private func commands(for move: Move) -> [(Actor, Command)] {
        let buyer = Actor.buyer(customer)
        let desk = Actor.agent(shop.agent)
        let order = order ?? OrderID("–")
        let item = shop.afterSales(of: order).last?.id ?? AfterSaleID("–")
        switch move {
        case .order: return [(buyer, .buy(basket))]
        case .pay: return [(buyer, .pay(order: order, method: .escrow))]
        case .ship:
            let scan = Command.scan(tracking: Self.parcel, code: .pickedUp, text: "→")
            return [
                (.warehouse, .ship(order: order, carrier: "XE", tracking: Self.parcel)),
                (.carrier, scan),
            ]
        case .sign:
            return [(.carrier, .scan(tracking: Self.parcel, code: .signed, text: "✓"))]
        case .confirm: return [(buyer, .confirmReceipt(order: order))]
        case .askRefund:
            if shop.orders[order]?.isShipped != true {
                return [(buyer, .requestRefund(order: order, reason: .changedMind))]
            }
            // What has come cannot have got lost; it can be faulty.
            let reason: AfterSale.Reason = isSigned ? .quality : .notReceived
            return [(buyer, .apply(order: order, request: request(.refund, reason)))]
        case .askReturn:
            return [(buyer, .apply(order: order, request: request(.returnRefund, .noReason)))]
        case .agreeRefund: return [(desk, .agreeRefund(afterSale: item))]
        case .agreeReturn: return [(desk, .agreeReturn(afterSale: item, to: shopAddress))]
        case .sendBack:
            return [
                (buyer, .sendBack(afterSale: item, carrier: "XE", tracking: Self.wayBack))
            ]
        case .acceptReturn: return [(desk, .acceptReturn(afterSale: item))]
        case .withdraw: return [(buyer, .withdraw(afterSale: item))]
        case .silence: return []
        }
    }

    private var isSigned: Bool { order.flatMap { shop.orders[$0] }?.isSigned == true }

    private static let parcel = "XE0000000001"
    private static let wayBack = "XE0000000002"

    private func request(
        _ kind: AfterSale.Kind, _ reason: AfterSale.Reason
    ) -> AfterSale.Request {
        AfterSale.Request(
            kind: kind, reason: reason, items: [AfterSale.Item(line: 0, quantity: 1)])
    }

    private var basket: Command.Purchase {
        Command.Purchase(
            customer: customer, lines: [Command.LineRequest(variant: variant, quantity: 1)],
            address: shop.customers[customer]?.address ?? shopAddress)
    }

    /// Where returns go; nobody is shown it.
    private var shopAddress: Address {
        Address(name: shop.name, phone: "–", region: shop.name, street: shop.name)
    }
}
