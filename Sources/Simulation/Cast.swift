public import Engine
import HeapModule
public import Language

/// Everybody in a shift but the agent, as the engine's `OtherActors`.
///
/// ```swift
/// var cast = Cast(plan: plan, seed: 7, tongue: .chinese, reader: reader)
/// let acts = cast.act(at: now, in: shop)      // commands to be decided by the shop
/// cast.observe(recorded, in: shop)            // and everything that happened
/// ```
/// Whoever has something to do later has a wake-up in one heap, so a quiet customer costs nothing
/// however many there are.
public struct Cast: OtherActors {
    let stage: Stage
    var buyers: [Buyer] = []
    var buyerOf: [ConversationID: Int] = [:]
    /// Buyers whose conversation is being opened, by customer, first come first.
    var opening: [CustomerID: [Int]] = [:]
    /// Paid orders that could not be shipped when their time came, in that order.
    var blocked: [OrderID] = []
    /// Happenings of the plan whose cause has not come.
    var awaited: [Int] = []
    /// How far the robot has come in each conversation.
    var robots: [ConversationID: RobotTalk] = [:]
    /// The customer whom a person plays; nobody here speaks or acts for them.
    let played: CustomerID?
    var playedTalks: Set<ConversationID> = []
    /// How often the leader has sent a rush of customers.
    var surges = 0
    private var queue = Heap<Wake>()
    private var serial = 0
    /// For each buyer the wake-up that counts; others are stale.
    private var armed: [Instant?] = []
    /// Which buyers are still expected, and how many: counted as they change, because the loop
    /// asks after every step.
    private var isExpected: [Bool] = []
    private var expected = 0

    /// - Parameter seed: with the same plan, seed and commands everybody does the same again.
    /// - Parameter lookUp: what the robot finds in the knowledge base.
    /// - Parameter played: the customer whom a person plays.
    public init(
        plan: CastPlan, seed: UInt64, tongue: Engine.Tongue, reader: Readings,
        lookUp: RobotHabits.LookUp? = nil, played: CustomerID? = nil
    ) {
        self.played = played
        stage = Stage(plan: plan, tongue: tongue, reader: reader, seed: seed, lookUp: lookUp)
        var visits: [String: Int] = [:]
        for arrival in plan.arrivals {
            let script = plan.scripts[arrival.script]
            guard script.customer != played else { continue }
            visits["\(script.id) \(script.customer)", default: 0] += 1
            let visit = visits["\(script.id) \(script.customer)"] ?? 1
            admit(script, visit: "\(visit)", at: arrival.at, jitter: arrival.jitter)
        }
        planWorld()
        planHappenings()
    }

    /// Lets a customer come.
    mutating func admit(
        _ script: BuyerScript, visit: String, at instant: Instant, jitter: Span = .zero
    ) {
        // Named after the customer's own case: who else comes changes nothing.
        var dice = Dice(
            seed: stage.seed, purpose: "buyer \(script.id) \(script.customer) \(visit)")
        let jitter = Int(jitter.milliseconds)
        let shift = Span(milliseconds: Int64(dice.roll(-jitter...jitter)))
        let at = max(stage.plan.opensAt, instant + shift)
        var buyer = Buyer(
            script: script, dice: dice, channel: stage.plan.channels[script.channel], at: at)
        buyer.plan(.open, at: at)
        buyers.append(buyer)
        armed.append(nil)
        isExpected.append(false)
        rearm(buyers.count - 1)
    }

    public var nextAct: Instant? { queue.min?.at }

    /// Somebody is still to come, or is about to give stars after the conversation was closed.
    public var expectsCustomers: Bool { expected > 0 }

    public mutating func act(at instant: Instant, in shop: Shop) -> [Engine.Act] {
        var acts: [Engine.Act] = []
        while let wake = queue.min, wake.at <= instant {
            queue.removeMin()
            switch wake.kind {
            case .buyer(let index):
                if armed[index] == wake.at { armed[index] = nil }
                acts += self.acts(of: index, at: instant, in: shop)
            case .greet(let id): acts += greet(id, in: shop)
            case .robot(let id): acts += answer(byRobotIn: id, in: shop)
            case .ship(let id): acts += ship(id, in: shop)
            case .part(let id): acts += shipPart(id, in: shop)
            case .scan(let tracking, let code, let text):
                // What has been delivered meanwhile is on no van any more.
                if shop.parcel(tracking)?.parcel.isOver ?? false { continue }
                acts.append(Engine.Act(.carrier, .scan(tracking: tracking, code: code, text: text)))
            case .restock(let variant, let quantity):
                acts.append(Engine.Act(.warehouse, .restock(variant: variant, quantity: quantity)))
            case .answer(let id): acts += answer(id, in: shop)
            case .happening(let index): acts += happen(index, in: shop)
            }
        }
        return acts
    }

    private mutating func acts(of index: Int, at instant: Instant, in shop: Shop) -> [Engine.Act] {
        guard let next = buyers[index].nextAct, next <= instant else {
            rearm(index)
            return []
        }
        let commands = buyers[index].act(at: instant, in: shop, on: stage)
        let customer = buyers[index].script.customer
        for command in commands {
            if case .openConversation = command { opening[customer, default: []].append(index) }
        }
        rearm(index)
        return commands.map { Engine.Act(.buyer(customer), $0) }
    }

    // MARK: Wake-ups

    /// Somebody's next moment. Those of one instant come in the order in which they were planned.
    struct Wake: Comparable, Sendable {
        let at: Instant
        let serial: Int
        let kind: Kind

        enum Kind: Sendable {
            case buyer(Int)
            case greet(ConversationID)
            case robot(ConversationID)
            case ship(OrderID)
            case part(AfterSaleID)
            case scan(tracking: String, code: Scan.Code, text: String)
            case restock(VariantID, Int)
            case answer(TicketID)
            /// By its place in the plan.
            case happening(Int)
        }

        static func < (a: Self, b: Self) -> Bool { (a.at, a.serial) < (b.at, b.serial) }
        static func == (a: Self, b: Self) -> Bool { a.at == b.at && a.serial == b.serial }
    }

    mutating func wake(_ kind: Wake.Kind, at instant: Instant) {
        serial += 1
        queue.insert(Wake(at: instant, serial: serial, kind: kind))
    }

    mutating func rearm(_ index: Int) {
        let stays = buyers[index].isComing || buyers[index].isRating
        if stays != isExpected[index] {
            isExpected[index] = stays
            expected += stays ? 1 : -1
        }
        guard let next = buyers[index].nextAct, next != armed[index] else { return }
        armed[index] = next
        wake(.buyer(index), at: next)
    }

    mutating func goHome() { queue = Heap() }
}
