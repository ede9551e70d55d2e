import Engine
import Testing

@testable import Staffing

@Suite struct `A promotion night` {
    static let shares = [0.05, 0.10, 0, 0.60, 0.25]

    private func plan(patience: Span? = .minutes(5), chats: Int = 1) throws -> NightPlan {
        try NightPlan(
            customers: 1000, shares: Self.shares, each: .minutes(30), handling: .seconds(180),
            patience: patience, chats: chats,
            goal: try ServiceGoal(percent: 80, within: .seconds(20)))
    }

    @Test func `seats in each part as many as the goal takes there, and none where nobody comes`()
        throws
    {
        let plan = try plan()
        for part in plan.parts {
            guard let work = part.work, let figures = part.figures else {
                #expect(part.agents == 0 && part.customers == 0)
                continue
            }
            #expect((work.perHour - part.customers * 2).magnitude < 1e-9)
            #expect(figures.serviceLevel >= 0.8)
            #expect(part.agents == work.agents(for: plan.goal))
        }
        #expect(plan.parts.map(\.from) == (0..<5).map { .minutes(30 * $0) })
        #expect(plan.parts.map(\.agents).max() == plan.parts[3].agents)
        #expect(plan.mostAgents == plan.parts[3].agents)
        #expect(plan.agentHours == Double(plan.parts.reduce(0) { $0 + $1.agents }) / 2)
        #expect((plan.parts.reduce(0) { $0 + $1.customers } - 1000).magnitude < 1e-9)
    }

    @Test func `lived through, it keeps the goal where the rush is not just over`() throws {
        let plan = try plan()
        let run = try NightRun(of: plan, nights: 40, seed: 1)
        for index in [0, 1, 3] {
            let level = try #require(run.parts[index].serviceLevel)
            let known = try #require(plan.parts[index].figures)
            // The parts begin with an empty queue: a little better than the long run, never worse.
            #expect(level.value > known.serviceLevel - 3 * level.error, "\(index)")
        }
        #expect(run.parts[2].serviceLevel == nil && run.parts[2].customers == 0)
        let customers = run.parts.reduce(0) { $0 + $1.customers }
        #expect((customers - 1000).magnitude < 3 * (1000.0 / 40).squareRoot())
    }

    @Test func `without patience nobody is lost, and what the rush left is served after it`()
        throws
    {
        let plan = try plan(patience: nil)
        let run = try NightRun(of: plan, nights: 20, seed: 2)
        let after = try #require(run.parts[4].averageWait)
        let known = try #require(plan.parts[4].figures)
        #expect(after.value > 0 && known.averageWait > 0)
        #expect(run.abandonment.value == 0)
    }

    @Test func `is the same for the same seed`() throws {
        let plan = try plan(chats: 3)
        #expect(
            try NightRun(of: plan, nights: 3, seed: 7) == NightRun(of: plan, nights: 3, seed: 7))
        #expect(
            try NightRun(of: plan, nights: 3, seed: 7) != NightRun(of: plan, nights: 3, seed: 8))
    }

    @Test func `nights without customers and runs without nights are refused`() throws {
        let goal = try ServiceGoal(percent: 80, within: .seconds(20))
        #expect(throws: StaffingFault.noNight) {
            try NightPlan(
                customers: 10, shares: [0, 0], each: .minutes(30), handling: .seconds(60),
                patience: nil, goal: goal)
        }
        #expect(throws: StaffingFault.outOfRange(.customers, from: 1, to: 50_000)) {
            try NightPlan(
                customers: 0, shares: [1], each: .minutes(30), handling: .seconds(60),
                patience: nil, goal: goal)
        }
        let plan = try plan()
        #expect(throws: StaffingFault.outOfRange(.nights, from: 2, to: 1000)) {
            try NightRun(of: plan, nights: 1, seed: 1)
        }
    }
}

@Suite struct `A bar` {
    @Test func `is as long as its share, to an eighth, and always as wide as asked`() {
        #expect(Bar(16, of: 16, columns: 4).text == "████")
        #expect(Bar(7, of: 16, columns: 4).text == "█▊  ")
        #expect(Bar(0, of: 16, columns: 4).text == "    ")
        #expect(Bar(0.001, of: 16, columns: 4).text == "▏   ")
        #expect(Bar(20, of: 16, columns: 4).text == "████")
        #expect(Bar(1, of: 0, columns: 2).text == "  ")
        #expect(Bar(1, of: 1, columns: 0).text == "")
        for value in 0...320 {
            #expect(Bar(Double(value), of: 320, columns: 40).text.count == 40)
        }
    }
}
