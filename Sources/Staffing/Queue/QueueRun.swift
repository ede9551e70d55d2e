public import Engine

/// The long run, tried out: so many customers go through the queue of a shift one after another.
///
/// ```swift
/// let run = try QueueRun(of: work, agents: 14, within: .seconds(20), arrivals: 200_000, seed: 1)
/// run.serviceLevel.value         // 0.91, give or take run.serviceLevel.error
/// ```
///
/// The first customers find an empty room; they are let through before counting begins. Those who
/// are counted are cut into batches, and the spread between batches gives the errors: within a
/// batch customers share their fate (whoever stands behind a long queue waits long, and so does
/// the next), so errors by customer would be far too small.
///
/// A batch must be long enough to have forgotten the one before. How soon a queue forgets is known
/// (`memory`), so a batch is at least twenty times as long: forty batches where they fit, never
/// fewer than ten. A run too short for twenty says so (`isLongEnough`): its errors are too small.
public struct QueueRun: Hashable, Sendable {
    /// Customers counted.
    public let arrivals: Int
    /// Customers let through before.
    public let warmUp: Int
    public let batches: Int
    /// The fewest arrivals that give honest errors for this workload.
    public let enough: Int
    public let waiting: Estimate
    /// Seconds.
    public let averageWait: Estimate
    public let serviceLevel: Estimate
    public let abandonment: Estimate

    public var isLongEnough: Bool { arrivals >= enough }

    public static let fewest = 1000
    public static let most = 5_000_000

    /// - Throws: `StaffingFault.neverSettles`, `.outOfRange`.
    public init(
        of work: Workload, agents: Int, within: Span, arrivals: Int, seed: UInt64
    ) throws(StaffingFault) {
        try work.check(agents: agents)
        try ServiceGoal.check(within)
        guard (Self.fewest...Self.most).contains(arrivals) else {
            throw .outOfRange(.arrivals, from: Self.fewest, to: Self.most)
        }
        self.arrivals = arrivals
        let memory = Self.memory(of: work, agents: agents)
        enough = max(Self.fewest, memory * 20 * 20)
        batches = min(40, max(10, arrivals / (memory * 20)))
        warmUp = max(1000, arrivals / 20, memory * 10)
        let tallies = Self.tallies(
            of: work, agents: agents, within: within, counted: warmUp..<warmUp + arrivals,
            batches: batches, seed: seed)
        waiting = Estimate(of: tallies.map(\.waiting))
        averageWait = Estimate(of: tallies.map(\.averageWait))
        serviceLevel = Estimate(of: tallies.map(\.serviceLevel))
        abandonment = Estimate(of: tallies.map(\.abandonment))
    }

    /// After so many customers a queue has forgotten how long it was: the relaxation time of M/M/n,
    /// `1/(√nμ − √λ)²`, or as long as people wait at most where they give up sooner, and never less
    /// than one conversation; in arrivals.
    static func memory(of work: Workload, agents: Int) -> Int {
        let apart = Double(agents * work.chats).squareRoot() - work.load.squareRoot()
        var memory = work.load / (apart * apart)
        if let patience = work.patience {
            memory = min(memory, Double(patience.milliseconds) / work.gap)
        }
        // A queue on the very edge would ask for more customers than there are.
        return Int(min(max(memory, work.load, 10), 1_000_000))
    }

    private static func tallies(
        of work: Workload, agents: Int, within: Span, counted: Range<Int>, batches: Int,
        seed: UInt64
    ) -> [Tally] {
        var guests = Guests(of: work, seed: seed)
        var floor = Floor(places: agents * work.chats)
        var tallies = Array(repeating: Tally(), count: batches)
        var read = 0
        var left = counted.count
        var now: Int64 = 0
        // People keep coming until it is decided for the last who counts: nobody may have it
        // better for coming late.
        while left > 0 {
            now += guests.gap(mean: work.gap)
            floor.arrive(guests.next(at: now))
            while read < floor.outcomes.count {
                let outcome = floor.outcomes[read]
                read += 1
                guard counted.contains(outcome.number) else { continue }
                left -= 1
                let batch = (outcome.number - counted.lowerBound) * batches / counted.count
                tallies[batch].add(outcome, within: within.milliseconds)
            }
        }
        return tallies
    }
}

/// The customers of a run, one after another.
///
/// Each of three dice throws one thing, so that customer 500 comes when they come, asks as much
/// and waits as long, whoever serves: two runs with other numbers of agents are met by the same
/// people.
struct Guests {
    private let handling: Double
    private let patience: Double?
    private var coming: Dice
    private var talking: Dice
    private var leaving: Dice
    private var number = 0

    init(of work: Workload, seed: UInt64) {
        handling = Double(work.handling.milliseconds)
        patience = work.patience.map { Double($0.milliseconds) }
        coming = Dice(seed: seed, purpose: "staffing arrivals")
        talking = Dice(seed: seed, purpose: "staffing handling")
        leaving = Dice(seed: seed, purpose: "staffing patience")
    }

    /// Milliseconds until the next comes.
    mutating func gap(mean: Double) -> Int64 { coming.wait(mean: mean) }

    mutating func next(at instant: Int64) -> Floor.Guest {
        defer { number += 1 }
        return Floor.Guest(
            number: number, arrivedAt: instant, handling: talking.wait(mean: handling),
            patience: patience.map { leaving.wait(mean: $0) })
    }
}
