/// A figure from a simulation, and how far off it may be.
public struct Estimate: Hashable, Sendable {
    public let value: Double
    /// One standard error.
    public let error: Double

    /// From values that were measured independently of one another: the mean of batches long
    /// enough to have forgotten each other, or of whole runs.
    init(of values: [Double]) {
        let count = Double(values.count)
        let mean = values.reduce(0, +) / count
        let spread = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
        value = mean
        error = values.count < 2 ? .infinity : (spread / (count - 1) / count).squareRoot()
    }

    /// How many standard errors `other` lies away; nought where it is the same.
    public func distance(to other: Double) -> Double {
        let apart = (other - value).magnitude
        return apart == 0 ? 0 : apart / error
    }
}

/// Sums over some customers, out of which figures are made.
struct Tally {
    private(set) var customers = 0
    private var waited = 0
    private var milliseconds: Int64 = 0
    private var inTime = 0
    private var gaveUp = 0

    mutating func add(_ outcome: Floor.Outcome, within: Int64) {
        customers += 1
        milliseconds += outcome.wait
        if outcome.hadToWait { waited += 1 }
        switch outcome.ending {
        case .answered: if outcome.wait <= within { inTime += 1 }
        case .gaveUp: gaveUp += 1
        }
    }

    private func share(_ count: Int) -> Double { Double(count) / Double(customers) }

    var waiting: Double { share(waited) }
    var averageWait: Double { Double(milliseconds) / Double(customers) / 1000 }
    var serviceLevel: Double { share(inTime) }
    var abandonment: Double { share(gaveUp) }
}
