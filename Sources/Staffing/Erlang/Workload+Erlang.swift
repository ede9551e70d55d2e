public import Engine

extension Workload {
    /// The most agents anybody can ask about.
    public static let mostAgents = 20_000

    /// What so many agents lead to in the long run: Erlang A where people give up, Erlang C where
    /// they do not.
    ///
    /// - Throws: `StaffingFault.neverSettles` where there is no long run; `.outOfRange`.
    public func figures(agents: Int, within: Span) throws(StaffingFault) -> QueueFigures {
        try check(agents: agents)
        try ServiceGoal.check(within)
        return longRun(agents: agents, within: within)
    }

    /// The fewest agents with whom the goal is reached.
    public func agents(for goal: ServiceGoal) -> Int {
        // More agents never answer later, so halving finds the first that suffices.
        let start = patience == nil ? fewestAgents : 1
        func suffices(_ agents: Int) -> Bool {
            longRun(agents: agents, within: goal.within).serviceLevel * 100 >= Double(goal.percent)
        }
        var step = 1
        while !suffices(start + step - 1) { step *= 2 }
        var (low, high) = (start + step / 2, start + step - 1)
        while low < high {
            let middle = (low + high) / 2
            if suffices(middle) { high = middle } else { low = middle + 1 }
        }
        return high
    }

    /// - Throws: `StaffingFault.neverSettles`, `.outOfRange`.
    func check(agents: Int) throws(StaffingFault) {
        guard (1...Self.mostAgents).contains(agents) else {
            throw .outOfRange(.agents, from: 1, to: Self.mostAgents)
        }
        guard patience != nil || load < Double(agents * chats) else {
            throw .neverSettles(agents: agents, chats: chats, load: load, needs: fewestAgents)
        }
    }

    private func longRun(agents: Int, within: Span) -> QueueFigures {
        let servers = agents * chats
        let handling = Double(handling.milliseconds) / 1000
        let within = Double(within.milliseconds) / 1000
        guard let patience else {
            return ErlangC(load: load, servers: servers)
                .figures(handling: handling, within: within)
        }
        return ErlangA(
            perSecond: perHour / 3600, handling: handling,
            patience: Double(patience.milliseconds) / 1000, servers: servers
        ).figures(within: within)
    }
}
