public import Engine
public import Language
import Simulation

/// What a shift is, apart from what happens in it: enough to serve the same one again.
public struct ShiftCard: Hashable, Sendable, Codable {
    public var id: String
    /// Folder name of the pack, and the fingerprint of its files.
    public var pack: String
    public var packHash: String
    public var profile: String
    public var title: Engine.Bilingual
    public var seed: UInt64
    /// The language the customers speak; the desk's own can be switched at any time.
    public var tongue: Engine.Tongue
    public var startsAt: Instant
    /// When the shift ends by the clock; nil when only the empty queue or the agent ends it.
    public var endsAt: Instant?
    /// Scenario ids this shift was narrowed to; empty for the whole pack.
    public var scenarios: [String]
    /// More than zero: a crowd of so many generated customers, for load.
    public var crowd: Int
    /// So many conversations stand there from the beginning, and nobody comes by himself; nil for
    /// every other shift.
    public var filled: Int?
    /// Who plays what, where several people share the shift; nil where one serves it alone.
    public var seating: Seating?
    /// Who serves it, as they called themselves; nil where nobody said.
    public var trainee: String?
    /// What a contest asks for; nil for an ordinary shift.
    public var contest: ContestTerms?

    public init(
        id: String, pack: String, packHash: String, profile: String, title: Engine.Bilingual,
        seed: UInt64, tongue: Engine.Tongue, startsAt: Instant, endsAt: Instant? = nil,
        scenarios: [String] = [], crowd: Int = 0, seating: Seating? = nil, trainee: String? = nil,
        contest: ContestTerms? = nil
    ) {
        self.id = id
        self.pack = pack
        self.packHash = packHash
        self.profile = profile
        self.title = title
        self.seed = seed
        self.tongue = tongue
        self.startsAt = startsAt
        self.endsAt = endsAt
        self.scenarios = scenarios
        self.crowd = crowd
        self.seating = seating
        self.trainee = trainee
        self.contest = contest
    }
}

/// Something a simulated actor tried in vain.
public struct RefusedAct: Hashable, Sendable {
    public var at: Instant
    public var act: Engine.Act
    public var refusal: Refusal
}

/// One shift being served.
///
/// A class, because there is one of it: the desk, the gym and the recorder hold the same shift.
/// Not `Sendable`: it lives on the thread of the loop that drives it.
public final class Shift {
    public let card: ShiftCard
    public internal(set) var shop: Shop {
        _read { yield standing }
        _modify { yield &standing }
    }
    private var standing: Shop

    /// Lent and not copied: a method called on a struct in a class retains every table of it first,
    /// and that was a fifth of a long shift's time.
    private func lent<Answer, Fault: Error>(
        _ ask: (inout Shop) throws(Fault) -> Answer
    ) throws(Fault) -> Answer { try ask(&standing) }
    /// Everything that has happened, oldest first.
    public internal(set) var records: [Recorded] = []
    /// Not where a shift is only played to be compared, and nobody reads them.
    public var keepsRecords = true
    public internal(set) var entryCount = 0
    /// What the others tried and the shop did not allow; in a model run nothing of it should be.
    public private(set) var refusedActs: [RefusedAct] = []
    /// Set while entries cannot be stored; the clock stands, and `submit` tries again first.
    public private(set) var storeFailure: StoreFailure?

    /// Where the shift is decided, when that is in another process.
    public var relay: (any Relay)?

    private var others: any OtherActors
    /// Somebody looks at every event; a store that programs alone act in is spared that.
    private let isWatched: Bool
    private let store: any EntryStore
    /// Reads what the agent writes, so that a promise made in words is remembered like one that
    /// was entered; nil where nobody reads.
    let reads: ((String, Context) -> Reading)?
    /// Applied, simulated, and to be stored before anything else happens.
    private var unstored: [Entry] = []

    public init(
        card: ShiftCard, fixture: ShopFixture, others: any OtherActors = Nobody(),
        store: any EntryStore = ForgetfulStore(),
        reads: ((String, Context) -> Reading)? = nil
    ) {
        self.card = card
        standing = Shop(fixture)
        self.others = others
        isWatched = !(others is Nobody)
        self.store = store
        self.reads = reads
    }

    public var now: Instant { lent { $0.now } }
    public var isOver: Bool { lent { $0.isOver } }
    public var agent: Actor { .agent(lent { $0.agent }) }

    /// The next instant at which something happens without the agent; nil when nothing will.
    public var nextDue: Instant? {
        if isOver { return nil }
        var due = card.endsAt
        if let act = nextAct, due.map({ act < $0 }) ?? true { due = act }
        if let timer = nextTimer, due.map({ timer < $0 }) ?? true { due = timer }
        // What was overdue when the shift began happens now, not in the past.
        return due.map { max($0, now) }
    }

    private var nextTimer: Instant? { lent { $0.nextTimer } }
    private var nextAct: Instant? {
        // Lent as well: the others are many and would be retained one by one.
        func ask(_ others: inout any OtherActors) -> Instant? { others.nextAct }
        return ask(&others)
    }

    /// Every customer who was to come has come and gone: the shift may end.
    public var isQuiet: Bool {
        !others.expectsCustomers && !shop.conversations.isEmpty
            && !shop.conversations.values.contains { $0.isOpen }
    }

    /// Sends one command of the person at the desk, now.
    /// - Returns: the events it led to, in order; the desk draws from `shop`.
    /// - Throws: `.refused` with nothing changed, or `.notStored` with nothing changed.
    @discardableResult
    public func submit(_ command: Command) throws(ShiftFault) -> [Recorded] {
        try submit(command, by: agent)
    }

    /// Sends one command of any actor from outside the simulation, now.
    @discardableResult
    public func submit(_ command: Command, by actor: Actor) throws(ShiftFault) -> [Recorded] {
        // Whose seat it comes from is known where it arrives.
        if let relay { return try relay.carry(command, for: self) }
        try storeWhatWaits()
        let events: [Event]
        let now = now
        do throws(Refusal) {
            events = try lent { shop throws(Refusal) in
                try shop.decide(command, by: actor, at: now)
            }
        } catch { throw .refused(error) }
        let entry = Entry(
            sequence: entryCount + 1, at: now, actor: actor, isExternal: true, command: command,
            events: events)
        do { try store.append([entry]) } catch {
            storeFailure = error
            throw .notStored(error)
        }
        var happened = enter(entry)
        if let reads {
            let heard = lent { shop in
                // Whoever spoke has promised: the leader in the agent's seat as well.
                SpokenPromises.acts(after: happened, by: actor, in: shop, reads: reads)
            }
            for act in heard { happened += simulate(act.command, by: act.actor, at: now) }
        }
        // The command itself is stored; where the promise cannot be, it waits and the desk is
        // told at the next step.
        try? storeWhatWaits()
        return happened
    }

    /// Lets the clock run to `instant`: timers act and people come, each at their own time.
    /// - Returns: the events that happened, in order.
    /// - Throws: `.notStored` when they could not be kept; the clock then stands where it is.
    @discardableResult
    public func advance(to instant: Instant) throws(ShiftFault) -> [Recorded] {
        try storeWhatWaits()
        var happened: [Recorded] = []
        while let due = nextDue, due <= instant {
            happened += step(at: due)
        }
        setClock(to: instant)
        try storeWhatWaits()
        return happened
    }

    /// Lets the clock run to the next thing that happens; nil when nothing will any more.
    public func advanceToNext() throws(ShiftFault) -> [Recorded]? {
        guard let due = nextDue else { return nil }
        return try advance(to: due)
    }

    /// Everything that is due at one instant: timers first, then people, then the end.
    private func step(at instant: Instant) -> [Recorded] {
        var happened: [Recorded] = []
        if let timer = nextTimer, timer <= instant {
            // Each timer sees what the one before it did.
            while case let acted = simulate(.passTime, by: .platform, at: instant), !acted.isEmpty {
                happened += acted
            }
            lent { $0.advance(to: instant) }
        }
        if let act = nextAct, act <= instant {
            let acts = lent { shop in
                shop.advance(to: instant)
                return others.act(at: instant, in: shop)
            }
            for act in acts {
                happened += simulate(act.command, by: act.actor, at: instant)
            }
        }
        if let end = card.endsAt, end <= instant, !isOver {
            happened += simulate(.endShift, by: .instructor, at: instant)
        }
        return happened
    }

    /// A simulated actor may try what the shop refuses, like anybody; then nothing happens.
    private func simulate(_ command: Command, by actor: Actor, at instant: Instant) -> [Recorded] {
        do throws(Refusal) {
            let events = try lent { shop throws(Refusal) in
                try shop.decide(command, by: actor, at: instant)
            }
            if events.isEmpty { return [] }
            let entry = Entry(
                sequence: entryCount + 1, at: instant, actor: actor, isExternal: false,
                command: command, events: events)
            return takeIn(entry)
        } catch {
            refusedActs.append(
                RefusedAct(at: instant, act: Engine.Act(actor, command), refusal: error))
            return []
        }
    }

    func setClock(to instant: Instant) {
        lent { shop in
            if !shop.isOver { shop.advance(to: max(instant, shop.now)) }
        }
    }

    /// Applied at once, and stored before anything else happens.
    @discardableResult
    func takeIn(_ entry: Entry) -> [Recorded] {
        unstored.append(entry)
        return enter(entry)
    }

    func enter(_ entry: Entry) -> [Recorded] {
        entryCount += 1
        var recorded: [Recorded] = []
        for event in entry.events {
            let record = lent { shop in
                let record = Recorded(
                    sequence: shop.eventCount + 1, at: entry.at, actor: entry.actor, event: event)
                shop.apply(record)
                if isWatched { others.observe(record, in: shop) }
                return record
            }
            if keepsRecords { records.append(record) }
            recorded.append(record)
        }
        return recorded
    }

    /// Stores what the simulation has done; throws and keeps it waiting when that fails.
    public func storeWhatWaits() throws(ShiftFault) {
        guard !unstored.isEmpty else {
            storeFailure = nil
            return
        }
        do { try store.append(unstored) } catch {
            storeFailure = error
            throw .notStored(error)
        }
        unstored = []
        storeFailure = nil
    }

    /// Entries that are in memory only, because the store has failed; an export must add them.
    public var entriesNotStored: [Entry] { unstored }
}
