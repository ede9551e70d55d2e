public import Engine

/// How many agents to seat in each part of a promotion night.
///
/// ```swift
/// let plan = try NightPlan(
///     customers: 3000, shares: [0.05, 0.10, 0.60, 0.25], each: .minutes(30),
///     handling: .seconds(180), patience: .seconds(300), goal: goal)
/// plan.parts.map(\.agents)             // [17, 32, 177, 75]
/// ```
///
/// Each part is reckoned by itself, as if its rush had always been going on; `NightRun` shows what
/// is left over from one part to the next.
public struct NightPlan: Hashable, Sendable {
    public struct Part: Hashable, Sendable {
        /// Counted from the beginning of the night.
        public let from: Span
        /// Customers expected in it.
        public let customers: Double
        /// Nil where nobody is expected.
        public let work: Workload?
        public let agents: Int
        /// What the formula says of so many agents; nil where nobody is expected.
        public let figures: QueueFigures?
    }

    public let parts: [Part]
    /// How long each part is.
    public let each: Span
    public let goal: ServiceGoal
    public let chats: Int

    /// All of them in one half hour are as many as a `Workload` can have.
    public static let mostCustomers = 50_000

    /// - Parameters:
    ///   - shares: of all customers, in each part; they need not add up to one.
    /// - Throws: `StaffingFault`.
    public init(
        customers: Int, shares: [Double], each: Span, handling: Span, patience: Span?,
        chats: Int = 1, goal: ServiceGoal
    ) throws(StaffingFault) {
        guard (1...Self.mostCustomers).contains(customers) else {
            throw .outOfRange(.customers, from: 1, to: Self.mostCustomers)
        }
        let whole = shares.reduce(0, +)
        guard whole > 0 else { throw .noNight }
        var parts: [Part] = []
        for (index, share) in shares.enumerated() {
            let expected = Double(customers) * share / whole
            let from = each * index
            guard expected > 0 else {
                parts.append(
                    Part(from: from, customers: 0, work: nil, agents: 0, figures: nil))
                continue
            }
            let work = try Workload(
                perHour: expected * 3_600_000 / Double(each.milliseconds), handling: handling,
                patience: patience, chats: chats)
            let agents = work.agents(for: goal)
            parts.append(
                Part(
                    from: from, customers: expected, work: work, agents: agents,
                    figures: try work.figures(agents: agents, within: goal.within)))
        }
        self.parts = parts
        self.each = each
        self.goal = goal
        self.chats = chats
    }

    /// The most that sit there at once.
    public var mostAgents: Int { parts.map(\.agents).max() ?? 0 }

    /// Hours that are worked, all agents together.
    public var agentHours: Double {
        Double(parts.reduce(0) { $0 + $1.agents }) * Double(each.milliseconds) / 3_600_000
    }
}
