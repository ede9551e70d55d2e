import Engine

/// A promotion night as planned, lived through a number of times in the queue of a shift.
///
/// The plan takes each half hour by itself; here whoever came at ten to one still stands there at
/// one, and an agent whose seat is taken away finishes the talk first.
public struct NightRun: Hashable, Sendable {
    public struct Part: Hashable, Sendable {
        /// Customers who came in it, a night.
        public let customers: Double
        /// Over the nights in which somebody came; nil where nobody ever did.
        public let serviceLevel: Estimate?
        public let abandonment: Estimate?
        /// Seconds.
        public let averageWait: Estimate?
    }

    public let nights: Int
    /// By the time at which people came.
    public let parts: [Part]
    /// Over whole nights.
    public let serviceLevel: Estimate
    public let abandonment: Estimate
    public let averageWait: Estimate

    public static let mostNights = 1000

    /// - Throws: `StaffingFault.outOfRange`.
    public init(of plan: NightPlan, nights: Int, seed: UInt64) throws(StaffingFault) {
        guard (2...Self.mostNights).contains(nights) else {
            throw .outOfRange(.nights, from: 2, to: Self.mostNights)
        }
        self.nights = nights
        var tables: [[Tally]] = []
        for night in 1...nights {
            tables.append(Self.night(plan, seed: Dice(seed: seed, purpose: "night \(night)").state))
        }
        parts = plan.parts.indices.map { index in
            let all = tables.map { $0[index] }
            let some = all.filter { $0.customers > 0 }
            func estimate(_ figure: (Tally) -> Double) -> Estimate? {
                some.isEmpty ? nil : Estimate(of: some.map(figure))
            }
            return Part(
                customers: Double(all.reduce(0) { $0 + $1.customers }) / Double(nights),
                serviceLevel: estimate(\.serviceLevel), abandonment: estimate(\.abandonment),
                averageWait: estimate(\.averageWait))
        }
        let wholes = tables.map { $0[plan.parts.count] }.filter { $0.customers > 0 }
        guard !wholes.isEmpty else { throw .noNight }
        serviceLevel = Estimate(of: wholes.map(\.serviceLevel))
        abandonment = Estimate(of: wholes.map(\.abandonment))
        averageWait = Estimate(of: wholes.map(\.averageWait))
    }

    /// One night: a tally for each part, and one for all of it behind them.
    private static func night(_ plan: NightPlan, seed: UInt64) -> [Tally] {
        guard let any = plan.parts.lazy.compactMap(\.work).first else { return [] }
        var guests = Guests(of: any, seed: seed)
        var floor = Floor(places: 0)
        var partOf: [Int] = []
        for (index, part) in plan.parts.enumerated() {
            let end = (part.from + plan.each).milliseconds
            var now = part.from.milliseconds
            // Where nobody is expected, those who still wait are served by the part's neighbours.
            if part.agents > 0 { floor.staff(part.agents * plan.chats, at: now) }
            guard let work = part.work else { continue }
            while true {
                // However long nobody has come: the next is as far off as ever, so each part may
                // begin to count anew.
                now += guests.gap(mean: work.gap)
                guard now < end else { break }
                partOf.append(index)
                floor.arrive(guests.next(at: now))
            }
        }
        floor.advance(to: .max - 1)
        var tallies = Array(repeating: Tally(), count: plan.parts.count + 1)
        for outcome in floor.outcomes {
            tallies[partOf[outcome.number]].add(outcome, within: plan.goal.within.milliseconds)
            tallies[plan.parts.count].add(outcome, within: plan.goal.within.milliseconds)
        }
        return tallies
    }
}
