import Engine
import Language
import Scenarios
import ShippedData
import Simulation
import Support

/// A shop with its cast, driven on virtual time: what the engine's loop does, and nothing more.
struct Stageplay {
    private(set) var shop: Shop
    private var cast: Cast
    private(set) var records: [Recorded] = []
    /// Commands that were refused; a well-meant cast has few.
    private(set) var refusals: [Refusal] = []

    init(
        _ sample: SamplePack = SamplePack(), tongue: Engine.Tongue = .english, seed: UInt64 = 7,
        change: (inout Pack) -> Void = { _ in }, lookUp: RobotHabits.LookUp? = nil
    ) throws {
        var pack = try sample.inFolder {
            try Pack.load($0 + "/Packs/sample", profiles: $0 + "/Profiles")
        }
        change(&pack)
        self.init(pack, tongue: tongue, seed: seed, reader: try Shipped.reader, lookUp: lookUp)
    }

    init(
        _ pack: Pack, tongue: Engine.Tongue, seed: UInt64, reader: Reader,
        lookUp: RobotHabits.LookUp? = nil
    ) {
        shop = Shop(pack.fixture(in: tongue))
        cast = Cast(
            plan: pack.plan, seed: seed, tongue: tongue, reader: Readings(reader), lookUp: lookUp)
    }

    var now: Instant { shop.now }

    /// Lets time pass.
    mutating func run(_ span: Span) {
        let end = shop.now + span
        while let due = next, due <= end { step(at: max(due, shop.now)) }
        shop.advance(to: end)
    }

    private var next: Instant? { [cast.nextAct, shop.nextTimer].compactMap { $0 }.min() }

    private mutating func step(at instant: Instant) {
        if let timer = shop.nextTimer, timer <= instant {
            send(.passTime, by: .platform, at: instant)
            shop.advance(to: instant)
        }
        if let act = cast.nextAct, act <= instant {
            shop.advance(to: instant)
            for act in cast.act(at: instant, in: shop) {
                send(act.command, by: act.actor, at: instant)
            }
        }
    }

    /// The agent does something now.
    mutating func agent(_ command: Command) { send(command, by: .agent("me"), at: shop.now) }

    mutating func reply(_ text: String, in id: ConversationID = "c1") {
        agent(.reply(conversation: id, text: text))
    }

    private mutating func send(_ command: Command, by actor: Actor, at instant: Instant) {
        do {
            for event in try shop.decide(command, by: actor, at: instant) {
                let record = Recorded(
                    sequence: records.count + 1, at: instant, actor: actor, event: event)
                shop.apply(record)
                records.append(record)
                cast.observe(record, in: shop)
            }
        } catch { refusals.append(error) }
    }

    // MARK: What happened

    func said(in id: ConversationID = "c1") -> [String] {
        records.compactMap { record in
            if case .buyerSpoke(id, _, let text) = record.event { text } else { nil }
        }
    }

    /// The rules that moved the mood, in order.
    func feelings(in id: ConversationID = "c1") -> [String] {
        records.compactMap { record in
            if case .moodShifted(id, _, let cause) = record.event { cause.rule } else { nil }
        }
    }

    func talk(_ id: ConversationID = "c1") -> Conversation? { shop.conversations[id] }
}
