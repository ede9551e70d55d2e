/// One line of the table: a property, what each program reached, and what the desk should reach.
struct Figure: Sendable {
    let row: String
    let what: String
    let unit: Unit
    var values: [String: Value] = [:]
    let aim: Aim

    enum Unit: String, Sendable {
        case milliseconds = "ms"
        case bytes = "B"
        case megabytes = "MB"
        case words = ""
        case perSecond = "/s"
        case seconds = "s"
    }

    enum Value: Sendable, Hashable {
        case number(Double)
        case words(String)
    }

    /// What the desk should reach.
    enum Aim: Sendable {
        /// Not above this, whatever the peers do.
        case atMost(Double)
        case atLeast(Double)
        /// Not above this many times the best of these peers in the same run.
        case times(Double, of: [String])
        /// Exactly these words.
        case words(String)
        /// Shown without a judgement.
        case shown
    }

    /// The best (lowest) figure among `peers`, and whose it is.
    func best(of peers: [String]) -> (name: String, value: Double)? {
        peers.compactMap { peer -> (name: String, value: Double)? in
            guard case .number(let value)? = values[peer] else { return nil }
            return (peer, value)
        }.min { $0.value < $1.value }
    }

    /// Whether the desk reaches its aim; nil where it cannot be said.
    var verdict: Bool? {
        switch (aim, values[Desk.name]) {
        case (.shown, _), (_, nil): nil
        case (.atMost(let limit), .number(let ours)): ours <= limit
        case (.atLeast(let limit), .number(let ours)): ours >= limit
        case (.times(let factor, let peers), .number(let ours)):
            best(of: peers).map { ours <= $0.value * factor }
        case (.words(let wanted), .words(let ours)): ours == wanted
        case (.atMost, .words), (.atLeast, .words), (.times, .words), (.words, .number): false
        }
    }
}

extension Array where Element == Double {
    /// The value that `share` of all stay at or below; 0 of nothing.
    func percentile(_ share: Double) -> Double {
        guard !isEmpty else { return 0 }
        let position = (Double(count) * share).rounded(.up) - 1
        return sorted()[Swift.min(count - 1, Swift.max(0, Int(position)))]
    }
}

extension Duration {
    var milliseconds: Double {
        Double(components.seconds) * 1_000 + Double(components.attoseconds) / 1e15
    }
}
