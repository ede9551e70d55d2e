public import Engine

/// What comes to the agents: how many customers, how long each takes, how long each would wait.
///
/// ```swift
/// let work = try Workload(perHour: 200, handling: .seconds(180), patience: .seconds(300))
/// work.load                                                      // 10: ten are talked to at once
/// try work.figures(agents: 14, within: .seconds(20)).serviceLevel             // 0.917
/// try work.agents(for: ServiceGoal(percent: 80, within: .seconds(20)))        // 13
/// ```
///
/// Customers come at random, independent of one another; times are exponential with the means
/// given here (`domain.md` §9).
public struct Workload: Hashable, Sendable {
    /// Customers an hour.
    public let perHour: Double
    /// One conversation from the answer to its end, on average (AHT).
    public let handling: Span
    /// How long customers wait before they give up, on average; nil when nobody ever does.
    public let patience: Span?
    /// Conversations one agent holds at once. `handling` is measured with so many open.
    public let chats: Int

    /// The largest load anybody can ask for, in conversations at once.
    public static let mostLoad = 5000.0
    public static let mostChats = 20

    /// - Throws: `StaffingFault.outOfRange`, `.tooMuch`.
    public init(
        perHour: Double, handling: Span, patience: Span? = nil, chats: Int = 1
    ) throws(StaffingFault) {
        guard perHour > 0, perHour <= 100_000 else {
            throw .outOfRange(.perHour, from: 0, to: 100_000)
        }
        let day = Span.days(1)
        guard handling >= .seconds(1), handling <= day else {
            throw .outOfRange(.handling, from: 1, to: day.seconds)
        }
        if let patience, patience < .seconds(1) || patience > day {
            throw .outOfRange(.patience, from: 1, to: day.seconds)
        }
        guard (1...Self.mostChats).contains(chats) else {
            throw .outOfRange(.chats, from: 1, to: Self.mostChats)
        }
        self.perHour = perHour
        self.handling = handling
        self.patience = patience
        self.chats = chats
        guard load <= Self.mostLoad else { throw .tooMuch(load: load) }
    }

    /// Conversations that would be going on at once if nobody had to wait (erlangs).
    public var load: Double { perHour * Double(handling.milliseconds) / 3_600_000 }

    /// The fewest agents with whom the queue does not grow without end when nobody gives up.
    public var fewestAgents: Int { Int(load / Double(chats)) + 1 }

    /// Milliseconds from one customer to the next, on average.
    var gap: Double { 3_600_000 / perHour }
}

/// The aim agreed for the queue: so many percent answered within a time, of all who came.
public struct ServiceGoal: Hashable, Sendable {
    public let percent: Int
    public let within: Span

    /// - Throws: `StaffingFault.outOfRange`.
    public init(percent: Int, within: Span) throws(StaffingFault) {
        guard (1...99).contains(percent) else { throw .outOfRange(.level, from: 1, to: 99) }
        try Self.check(within)
        self.percent = percent
        self.within = within
    }

    /// What `--within` may be.
    static func check(_ within: Span) throws(StaffingFault) {
        guard within >= .zero, within <= .days(1) else {
            throw .outOfRange(.within, from: 0, to: Span.days(1).seconds)
        }
    }
}

/// What a queue is like in the long run.
public struct QueueFigures: Hashable, Sendable {
    /// The share of customers who are not answered at once.
    public let waiting: Double
    /// Seconds in the queue, over all who came; those who gave up count until they did.
    public let averageWait: Double
    /// The share answered within the goal's time, of all who came.
    public let serviceLevel: Double
    /// The share who gave up.
    public let abandonment: Double
    /// The share of their time in which the agents are busy.
    public let occupancy: Double
}

/// How many must be employed so that enough sit there: some are ill, at a break or in training.
public enum Roster {
    public static let mostShrinkage = 90

    /// - Parameter shrinkage: percent of paid time in which nobody is at the desk.
    /// - Throws: `StaffingFault.outOfRange`.
    public static func count(of agents: Int, shrinkage: Int) throws(StaffingFault) -> Int {
        guard (0...mostShrinkage).contains(shrinkage) else {
            throw .outOfRange(.shrinkage, from: 0, to: mostShrinkage)
        }
        let there = 100 - shrinkage
        return (agents * 100 + there - 1) / there
    }
}
