import Engine
import Staffing
import Stores

extension StaffingReport {
    var json: String {
        get throws {
            try JSONWriter.text(
                of: StaffingDocument(
                    model: work.patience == nil ? "erlang-c" : "erlang-a", perHour: work.perHour,
                    aht: work.handling.seconds, patience: work.patience?.seconds,
                    chats: work.chats, agents: agents, load: Plain.six(work.load),
                    goal: StaffingDocument.Goal(
                        percent: goal.percent, within: goal.within.seconds, agents: needed,
                        roster: roster),
                    formula: FiguresDocument(figures),
                    simulated: run.map {
                        StaffingDocument.Run(
                            seed: seed, arrivals: $0.arrivals, warmUp: $0.warmUp,
                            batches: $0.batches, isLongEnough: $0.isLongEnough,
                            waiting: EstimateDocument($0.waiting, figures.waiting),
                            averageWait: EstimateDocument($0.averageWait, figures.averageWait),
                            serviceLevel: EstimateDocument($0.serviceLevel, figures.serviceLevel),
                            abandonment: EstimateDocument($0.abandonment, figures.abandonment))
                    }))
        }
    }
}

/// Shares from 0 to 1, times in seconds.
struct StaffingDocument: Encodable {
    struct Goal: Encodable {
        let percent: Int
        let within: Int
        let agents: Int
        let roster: Int?
    }

    struct Run: Encodable {
        let seed: UInt64
        let arrivals: Int
        let warmUp: Int
        let batches: Int
        let isLongEnough: Bool
        let waiting: EstimateDocument
        let averageWait: EstimateDocument
        let serviceLevel: EstimateDocument
        let abandonment: EstimateDocument
    }

    let model: String
    let perHour: Double
    let aht: Int
    let patience: Int?
    let chats: Int
    let agents: Int
    let load: Double
    let goal: Goal
    let formula: FiguresDocument
    let simulated: Run?
}

/// What the formula says.
struct FiguresDocument: Encodable {
    let waiting: Double
    let averageWait: Double
    let serviceLevel: Double
    let abandonment: Double
    let occupancy: Double

    init(_ figures: QueueFigures) {
        waiting = Plain.six(figures.waiting)
        averageWait = Plain.six(figures.averageWait)
        serviceLevel = Plain.six(figures.serviceLevel)
        abandonment = Plain.six(figures.abandonment)
        occupancy = Plain.six(figures.occupancy)
    }
}

/// A simulated figure. Where nothing varied there is no error to measure by.
struct EstimateDocument: Encodable {
    let value: Double
    let standardError: Double?
    /// Standard errors between it and the formula.
    let errorsApart: Double?

    init(_ estimate: Estimate, _ known: Double? = nil) {
        value = Plain.six(estimate.value)
        let isMeasured = estimate.error.isFinite
        standardError = isMeasured ? Plain.six(estimate.error) : nil
        errorsApart = known.flatMap {
            isMeasured && estimate.error > 0 ? Plain.six(estimate.distance(to: $0)) : nil
        }
    }
}
