/// Palm's formula for a queue in which people give up (Erlang A, M/M/n+M).
///
/// How many are there comes from the ladder of states, each rung from its neighbour, beginning at
/// the likeliest, so that nothing overflows. Who is answered in time comes from the wait that a
/// customer of endless patience would have, whose density is `exp(g(t))` with
/// `g(t) = λ/θ (1 − e^(−θt)) − nμt`: it is added up around its peak.
/// (Mandelbaum and Zeltyn, The Palm/Erlang-A queue.)
struct ErlangA {
    let servers: Int
    /// Events a second: customers come, one server is done, one waiting customer gives up.
    let coming: Double
    let serving: Double
    let leaving: Double
    /// The chance that so many are there, from `lowest` on; what is left out is below 1e-18 of the
    /// likeliest.
    let chances: [Double]
    let lowest: Int

    /// - Parameters: the times in seconds.
    init(perSecond: Double, handling: Double, patience: Double, servers: Int) {
        self.servers = servers
        coming = perSecond
        serving = 1 / handling
        leaving = 1 / patience
        (lowest, chances) = Self.ladder(
            servers: servers, coming: coming, serving: serving, leaving: leaving)
    }

    private static func ladder(
        servers: Int, coming: Double, serving: Double, leaving: Double
    ) -> (lowest: Int, chances: [Double]) {
        /// How fast people go while `count` are there, served or not.
        func going(_ count: Int) -> Double {
            Double(min(count, servers)) * serving + Double(max(0, count - servers)) * leaving
        }
        let all = Double(servers) * serving
        let top =
            coming < all
            ? Int(coming / serving) : servers + Int((coming - all) / leaving)
        let nothing = 1e-18
        var below: [Double] = []
        var chance = 1.0
        var count = top
        while count > 0 {
            chance *= going(count) / coming
            if chance < nothing { break }
            below.append(chance)
            count -= 1
        }
        var chances = Array(below.reversed())
        let lowest = top - below.count
        chance = 1
        count = top
        while chance >= nothing {
            chances.append(chance)
            count += 1
            chance *= coming / going(count)
        }
        // The small ones first, so that none is lost beside a large one.
        let whole = chances.sorted().reduce(0, +)
        return (lowest, chances.map { $0 / whole })
    }

    /// The share of customers who find all servers busy.
    var waiting: Double {
        guard lowest < servers else { return 1 }
        return chances.dropFirst(servers - lowest).reduce(0, +)
    }

    /// How many wait, on average.
    var queue: Double {
        chances.indices.reduce(0) { sum, index in
            sum + Double(max(0, lowest + index - servers)) * chances[index]
        }
    }

    func figures(within: Double) -> QueueFigures {
        let queue = queue
        let abandonment = leaving * queue / coming
        return QueueFigures(
            waiting: waiting,
            averageWait: queue / coming,
            serviceLevel: answered(within: within),
            abandonment: abandonment,
            occupancy: coming * (1 - abandonment) / (Double(servers) * serving))
    }

    /// The share of all who come that is answered within so many seconds; all who are ever
    /// answered where `within` is infinite.
    func answered(within: Double) -> Double {
        let waiting = waiting
        let offered = OfferedWait(of: self)
        let all = offered.sum(upTo: .infinity, patient: false)
        guard all > 0 else { return 1 - waiting }
        return 1 - waiting + waiting * (offered.sum(upTo: within, patient: true) / all)
    }
}

/// How long those would wait who never gave up.
struct OfferedWait {
    private let coming: Double
    private let leaving: Double
    private let working: Double
    /// Where the density is not negligible, in seconds, and the logarithm of its greatest value.
    private let from: Double
    private let to: Double
    private let peak: Double

    init(of model: ErlangA) {
        coming = model.coming
        leaving = model.leaving
        working = Double(model.servers) * model.serving
        let (coming, leaving, working) = (coming, leaving, working)
        func height(_ time: Double) -> Double {
            coming / leaving * (1 - PlainMath.exp(-leaving * time)) - working * time
        }
        let top = coming > working ? PlainMath.ln(coming / working) / leaving : 0
        let peak = height(top)
        /// Where on one side of the top the density falls to e⁻⁴⁵ of it: halving in between.
        func edge(_ far: Double) -> Double {
            var (inside, outside) = (top, far)
            for _ in 0..<60 {
                let middle = (inside + outside) / 2
                if peak - height(middle) < 45 { inside = middle } else { outside = middle }
            }
            return outside
        }
        var far = 1 / working
        while peak - height(top + far) < 45 { far *= 2 }
        to = edge(top + far)
        from = peak - height(0) < 45 ? 0 : edge(0)
        self.peak = peak
    }

    /// The density added up to `end`, in units of its peak; with `patient`, only of those who are
    /// still there.
    func sum(upTo end: Double, patient: Bool) -> Double {
        let end = min(end, to)
        guard end > from else { return 0 }
        // Simpson's rule; the density is smooth and at most some ninety e-foldings wide.
        let parts = 4000
        let width = (end - from) / Double(parts)
        var sum = 0.0
        for part in 0...parts {
            let time = from + Double(part) * width
            let weight = part == 0 || part == parts ? 1.0 : part.isMultiple(of: 2) ? 2 : 4
            sum += weight * density(time, patient: patient)
        }
        return sum * width / 3
    }

    private func density(_ time: Double, patient: Bool) -> Double {
        let there = PlainMath.exp(-leaving * time)
        let value = PlainMath.exp(coming / leaving * (1 - there) - working * time - peak)
        return patient ? value * there : value
    }
}
