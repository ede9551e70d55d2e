public import Engine
public import Grading
public import Language
import Replies
public import Scenarios
import Simulation
import Synchronization

/// A pack made ready: its shop can be opened, its customers come, its shifts are judged.
///
///     let premises = Premises(pack: pack, reader: Reader(lexicon: lexicon))
///     let shift = premises.open(premises.card(id: "try", tongue: .chinese))
public struct Premises: Sendable {
    public let pack: Pack
    /// Knows the lexicon and what the platform of this shop forbids.
    public var reader: Reader { readings.reader }
    /// What was read once need not be read again by the next who hears it.
    let readings: Readings
    private let pages = Pages()

    /// What stands on the shop's pages, read when a shift is first judged and kept for the next:
    /// reading them takes longer than judging a short shift.
    private final class Pages: Sendable {
        // A class: a report changes nothing of the premises but this.
        private let read = Mutex<[Engine.Tongue: FactCheck]>([:])

        func facts(in tongue: Engine.Tongue, reading: () -> FactCheck) -> FactCheck {
            read.withLock { known in
                if let facts = known[tongue] { return facts }
                let facts = reading()
                known[tongue] = facts
                return facts
            }
        }
    }

    /// - Parameter reader: reads messages; it is told what the pack's platform forbids, and what
    ///   stands on the shop's pages.
    public init(pack: Pack, reader: Reader) {
        let pages = Engine.Tongue.allCases.flatMap { pack.fixture(in: $0).knowledge.map(\.body) }
        self.init(
            pack: pack, heeding: reader.heeding(pack.profile.rules.speech, pages: pages))
    }

    private init(pack: Pack, heeding reader: Reader) {
        self.init(pack: pack, sharing: Readings(reader))
    }

    private init(pack: Pack, sharing readings: Readings) {
        self.pack = pack
        self.readings = readings
    }

    /// The same shop with the names and numbers that a seed gives it. A shift of that seed is
    /// opened, gone on with and judged by these.
    public func varied(by seed: UInt64) throws(PackProblems) -> Premises {
        // The platform stays, so what it forbids does too, and what was read is read.
        Premises(pack: try pack.varied(by: seed), sharing: readings)
    }

    /// The same shop on a long day: so many generated customers over eight hours.
    public func crowd(_ customers: Int, seed: UInt64) -> Premises {
        Premises(
            pack: pack.crowd(customers: customers, hours: 8, seed: seed), heeding: reader)
    }

    /// The card of a new shift.
    /// - Parameters:
    ///   - seed: the pack's own where nil.
    ///   - scenarios: narrows it to these customers; empty for all.
    public func card(
        id: String, tongue: Engine.Tongue, seed: UInt64? = nil, scenarios: [String] = [],
        crowd: Int = 0
    ) -> ShiftCard {
        ShiftCard(
            id: id, pack: pack.name, packHash: pack.contentHash, profile: pack.profile.name,
            title: scenarios.count == 1
                ? pack.scenario(scenarios[0])?.title ?? pack.title : pack.title,
            seed: seed ?? pack.seed, tongue: tongue, startsAt: pack.opensAt,
            endsAt: pack.opensAt + pack.lasts, scenarios: scenarios, crowd: crowd)
    }

    /// Opens a shift; nobody is simulated where `hasPeople` is false.
    public func open(
        _ card: ShiftCard, store: any EntryStore = ForgetfulStore(), hasPeople: Bool = true
    ) -> Shift {
        Shift(
            card: card, fixture: pack.fixture(in: card.tongue),
            others: hasPeople ? people(of: card) : Nobody(), store: store, reads: readings.read)
    }

    /// Serves a stored shift again up to where it was left.
    /// - Throws: `ReplayDifference` where it does not come out the same.
    public func goOn(
        _ card: ShiftCard, with entries: [Entry], until clock: Instant?, store: any EntryStore
    ) throws -> Shift {
        try Shift.replay(
            entries, card: card, fixture: pack.fixture(in: card.tongue), others: people(of: card),
            until: clock, then: store, reads: readings.read)
    }

    private func people(of card: ShiftCard) -> any OtherActors {
        // Those who stand there say no more than they have said.
        guard card.filled == nil else { return Nobody() }
        let cast = card.scenarios.isEmpty ? pack : pack.narrowed(to: card.scenarios)
        return Cast(
            plan: cast.plan, seed: card.seed, tongue: card.tongue, reader: readings,
            lookUp: pack.plan.robot == nil ? nil : answering(in: card.tongue),
            played: card.seating?.customer)
    }

    /// The robot looks into the same base as the agent, by the same search.
    private func answering(in tongue: Engine.Tongue) -> RobotHabits.LookUp {
        let index = ShopIndex(Shop(pack.fixture(in: tongue)))
        return { words, shop in
            let found = index.answers(to: words)
            guard let best = found.first, case .knowledge(let title) = best.what else {
                return (0, nil)
            }
            return (found.count, shop.knowledge.first { $0.title == title })
        }
    }

    /// What has happened, judged. The shift need not be over.
    public func report(on records: [Recorded], of card: ShiftCard) -> ShiftReport {
        let fixture = pack.fixture(in: card.tongue)
        let rubrics = Dictionary(
            pack.scenarios.map { ($0.script.customer, $0.rubric) },
            uniquingKeysWith: { first, _ in first })
        let facts = pages.facts(in: card.tongue) {
            FactCheck(fixture: fixture, read: readings.read)
        }
        let grader = ShiftGrader(
            fixture: fixture, facts: facts, counting: pack.profile.counting,
            read: readings.read, moodTitle: pack.moodTitle
        ) { rubrics[$0.customer] }
        return grader.report(on: records)
    }
}
