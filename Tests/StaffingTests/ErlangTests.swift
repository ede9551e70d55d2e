import Engine
import Support
import Testing

@testable import Staffing

@Suite struct `Erlang's formulas` {
    static let twenty = Span.seconds(20)

    private func near(_ a: Double, _ b: Double, _ most: Double) -> Bool { (a - b).magnitude < most }

    /// `domain.md` §9; the same figures stand in the documentation of CRAN's ErlangC.
    @Test func `C gives the published figures of 100 in half an hour`() throws {
        let work = try Workload(perHour: 200, handling: .seconds(180))
        let figures = try work.figures(agents: 14, within: Self.twenty)
        #expect(near(figures.waiting, 0.1741319, 5e-8))
        #expect(near(figures.averageWait, 7.83593701, 1e-8))
        #expect(near(figures.serviceLevel, 0.88835, 5e-7))
        #expect(near(figures.occupancy, 0.7142857, 5e-8))
        #expect(figures.abandonment == 0)
        #expect(near(try work.figures(agents: 11, within: Self.twenty).waiting, 0.6821182, 5e-8))
        #expect(
            near(try work.figures(agents: 11, within: Self.twenty).serviceLevel, 0.3896138, 5e-8))
        #expect(work.agents(for: try ServiceGoal(percent: 80, within: Self.twenty)) == 14)
    }

    @Test func `C with five chats an agent gives the known service levels`() throws {
        let work = try Workload(perHour: 600, handling: .seconds(360), chats: 5)
        let levels = try [13, 14, 15].map {
            try work.figures(agents: $0, within: .seconds(30)).serviceLevel
        }
        #expect(near(levels[0], 0.723, 5e-4))
        #expect(near(levels[1], 0.937, 5e-4))
        #expect(near(levels[2], 0.989, 6e-4))
    }

    /// Load, servers, and what factorials give where they are small enough to be written out.
    @Test func `C agrees with factorials`() {
        let known: [(load: Double, servers: Int, waiting: Double)] = [
            (1, 2, 1.0 / 3), (2, 3, 4.0 / 9), (6, 10, 0.10129924268741747),
            (8, 10, 0.40918015079644354), (20, 22, 0.5679151621587111),
            (60, 65, 0.4200722925710185),
        ]
        for row in known {
            let ours = ErlangC(load: row.load, servers: row.servers).waiting
            #expect(near(ours, row.waiting, 1e-13), "\(row)")
        }
    }

    /// Garnett, Mandelbaum and Reiman, Designing a call center with impatient customers (2002):
    /// 50 agents, 48 calls a minute, a minute each. C: 20.8 s; A with two minutes' patience: 3.1 %
    /// give up, 3.7 s.
    @Test func `A gives the published figures of 48 calls a minute`() throws {
        let endless = try Workload(perHour: 2880, handling: .seconds(60))
            .figures(agents: 50, within: Self.twenty)
        #expect(near(endless.averageWait, 20.8, 0.05))
        #expect(near(endless.occupancy, 0.96, 1e-9))
        let patient = try Workload(
            perHour: 2880, handling: .seconds(60), patience: .minutes(2)
        ).figures(agents: 50, within: Self.twenty)
        #expect(near(patient.abandonment, 0.031, 0.0005))
        #expect(near(patient.averageWait, 3.7, 0.05))
        #expect(near(patient.occupancy, 0.93, 0.005))
    }

    struct Row: Sendable {
        var perHour: Double
        var handling: Int
        var patience: Int
        var agents: Int
        var within: Int
        /// Waiting, average wait, service level, abandonment.
        var known: [Double]
    }

    /// From another program: states multiplied up from nought, the density of the wait added up in
    /// 200,000 parts from its value at nought.
    @Test(arguments: [
        Row(
            perHour: 200, handling: 180, patience: 300, agents: 14, within: 20,
            known: [0.1452601143, 4.1951232367, 0.9167920919, 0.0139837441]),
        Row(
            perHour: 200, handling: 180, patience: 300, agents: 9, within: 20,
            known: [0.7345486274, 48.9785865345, 0.3662485521, 0.1632619551]),
        Row(
            perHour: 2880, handling: 60, patience: 120, agents: 50, within: 20,
            known: [0.4677740686, 3.7094698995, 0.9430189547, 0.0309122492]),
        Row(
            perHour: 600, handling: 360, patience: 120, agents: 55, within: 30,
            known: [0.5834310397, 14.0373744293, 0.7243287996, 0.1169781202]),
        Row(
            perHour: 10, handling: 600, patience: 60, agents: 1, within: 30,
            known: [0.6599051721, 36.2434138050, 0.3626189713, 0.6040568967]),
    ])
    func `A agrees with a reckoning made elsewhere`(row: Row) throws {
        let figures = try Workload(
            perHour: row.perHour, handling: .seconds(row.handling), patience: .seconds(row.patience)
        ).figures(agents: row.agents, within: .seconds(row.within))
        let ours = [
            figures.waiting, figures.averageWait, figures.serviceLevel, figures.abandonment,
        ]
        for (own, known) in zip(ours, row.known) { #expect(near(own, known, 1e-9)) }
    }

    /// Random workloads for the properties below.
    private func workloads(_ count: Int) throws -> [(Workload, agents: Int, within: Span)] {
        var dice = Dice(seed: 3)
        return try (0..<count).map { _ in
            let work = try Workload(
                perHour: Double(dice.roll(1...3000)), handling: .seconds(dice.roll(20...600)),
                patience: .seconds(dice.roll(5...3000)), chats: dice.roll(1...5))
            let fair = work.fewestAgents
            return (work, dice.roll(max(1, fair / 2)...fair * 2), .seconds(dice.roll(0...120)))
        }
    }

    /// Two ways that share nothing but the waiting probability: the ladder of states, and the
    /// density of the wait.
    @Test func `A: those answered at any time and those who give up are everybody`() throws {
        for (work, agents, _) in try workloads(Soak.rounds(150, soaking: 5000)) {
            let patience = try #require(work.patience)
            let model = ErlangA(
                perSecond: work.perHour / 3600, handling: Double(work.handling.seconds),
                patience: Double(patience.seconds), servers: agents * work.chats)
            let gaveUp = model.leaving * model.queue / model.coming
            #expect(near(model.answered(within: .infinity) + gaveUp, 1, 1e-8), "\(work) \(agents)")
            #expect(near(model.chances.reduce(0, +), 1, 1e-12))
        }
    }

    @Test func `more agents: fewer wait, shorter, fewer give up, more in time`() throws {
        for (work, agents, within) in try workloads(Soak.rounds(100, soaking: 3000)) {
            let few = try work.figures(agents: agents, within: within)
            let more = try work.figures(agents: agents + 1, within: within)
            let slack = 1e-9
            #expect(more.waiting <= few.waiting + slack)
            #expect(more.averageWait <= few.averageWait + slack)
            #expect(more.abandonment <= few.abandonment + slack)
            #expect(more.serviceLevel >= few.serviceLevel - slack, "\(work) \(agents)")
            for share in [few.waiting, few.serviceLevel, few.abandonment, few.occupancy] {
                #expect(share >= -slack && share <= 1 + slack)
            }
        }
    }

    @Test func `the more patient people are, the nearer A comes to C`() throws {
        let endless = try Workload(perHour: 200, handling: .seconds(180))
            .figures(agents: 12, within: Self.twenty)
        var last = Double.infinity
        for patience in [60, 600, 6000, 60_000, 86_400] {
            let figures = try Workload(
                perHour: 200, handling: .seconds(180), patience: .seconds(patience)
            ).figures(agents: 12, within: Self.twenty)
            let apart = (figures.serviceLevel - endless.serviceLevel).magnitude
            #expect(apart < last)
            last = apart
        }
        #expect(last < 0.002)
        // Not far from nobody ever giving up.
        let model = ErlangA(perSecond: 200.0 / 3600, handling: 180, patience: 1e9, servers: 12)
        #expect(near(model.figures(within: 20).serviceLevel, endless.serviceLevel, 1e-6))
        #expect(near(model.figures(within: 20).averageWait, endless.averageWait, 1e-3))
    }

    @Test func `the agents for a goal reach it, and one fewer does not`() throws {
        for (work, _, within) in try workloads(Soak.rounds(60, soaking: 2000)) {
            for work in [
                work,
                try Workload(
                    perHour: work.perHour, handling: work.handling, chats: work.chats),
            ] {
                let goal = try ServiceGoal(percent: 80, within: within)
                let agents = work.agents(for: goal)
                #expect(try work.figures(agents: agents, within: within).serviceLevel >= 0.8)
                guard agents > (work.patience == nil ? work.fewestAgents : 1) else { continue }
                #expect(try work.figures(agents: agents - 1, within: within).serviceLevel < 0.8)
            }
        }
    }

    @Test func `thousands of agents are no harder than ten`() throws {
        let work = try Workload(perHour: 100_000, handling: .seconds(180))
        #expect(work.load == 5000)
        let goal = try ServiceGoal(percent: 80, within: Self.twenty)
        let agents = work.agents(for: goal)
        #expect(agents > 5000 && agents < 5100)
        let patient = try Workload(
            perHour: 100_000, handling: .seconds(180), patience: .minutes(5))
        #expect(patient.agents(for: goal) < agents)
        // Half of them must give up, whoever waits how long.
        let short = try patient.figures(agents: 2500, within: Self.twenty)
        #expect(near(short.abandonment, 0.5, 1e-6) && near(short.occupancy, 1, 1e-6))
        #expect(short.serviceLevel < 1e-6)
    }

    @Test func `without patience too few agents never settle, and it is said how many it takes`()
        throws
    {
        let work = try Workload(perHour: 200, handling: .seconds(180))
        let fault = StaffingFault.neverSettles(agents: 10, chats: 1, load: 10, needs: 11)
        #expect(throws: fault) { try work.figures(agents: 10, within: Self.twenty) }
        #expect(fault.sentence(in: .english).contains("at least 11 agents"))
        #expect(fault.sentence(in: .chinese).contains("至少要 11 个客服"))
        #expect(!fault.isMistyped)
        #expect(throws: Never.self) { try work.figures(agents: 11, within: Self.twenty) }
        #expect(throws: fault) {
            try QueueRun(of: work, agents: 10, within: Self.twenty, arrivals: 1000, seed: 1)
        }
    }

    @Test func `the roster is longer than the room is full, and never by a part of a person`()
        throws
    {
        #expect(try Roster.count(of: 14, shrinkage: 30) == 20)
        #expect(try Roster.count(of: 14, shrinkage: 0) == 14)
        #expect(try Roster.count(of: 15, shrinkage: 30) == 22)
        #expect(throws: StaffingFault.outOfRange(.shrinkage, from: 0, to: 90)) {
            try Roster.count(of: 1, shrinkage: 100)
        }
    }

    @Test func `numbers beyond reason are refused by name`() throws {
        let second = Span.seconds(1)
        #expect(throws: StaffingFault.outOfRange(.perHour, from: 0, to: 100_000)) {
            try Workload(perHour: 0, handling: second)
        }
        #expect(throws: StaffingFault.outOfRange(.perHour, from: 0, to: 100_000)) {
            try Workload(perHour: .nan, handling: second)
        }
        #expect(throws: StaffingFault.outOfRange(.handling, from: 1, to: 86_400)) {
            try Workload(perHour: 1, handling: .zero)
        }
        #expect(throws: StaffingFault.outOfRange(.patience, from: 1, to: 86_400)) {
            try Workload(perHour: 1, handling: second, patience: .zero)
        }
        #expect(throws: StaffingFault.outOfRange(.chats, from: 1, to: 20)) {
            try Workload(perHour: 1, handling: second, chats: 0)
        }
        #expect(throws: StaffingFault.tooMuch(load: 50_000)) {
            try Workload(perHour: 50_000, handling: .hours(1))
        }
        #expect(throws: StaffingFault.outOfRange(.level, from: 1, to: 99)) {
            try ServiceGoal(percent: 100, within: second)
        }
        #expect(throws: StaffingFault.outOfRange(.within, from: 0, to: 86_400)) {
            try ServiceGoal(percent: 80, within: Span(milliseconds: -1))
        }
        let work = try Workload(perHour: 1, handling: second)
        #expect(throws: StaffingFault.outOfRange(.agents, from: 1, to: 20_000)) {
            try work.figures(agents: 0, within: second)
        }
        #expect(throws: StaffingFault.outOfRange(.arrivals, from: 1000, to: 5_000_000)) {
            try QueueRun(of: work, agents: 1, within: second, arrivals: 999, seed: 1)
        }
    }
}
