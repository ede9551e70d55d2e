public import Engine

/// Why a question about staffing has no answer.
public enum StaffingFault: Error, Hashable, Sendable {
    case outOfRange(Number, from: Int, to: Int)
    /// More work than anybody staffs.
    case tooMuch(load: Double)
    /// More comes in than so many agents can do, and nobody gives up: the queue grows for ever.
    case neverSettles(agents: Int, chats: Int, load: Double, needs: Int)
    /// A night by whose curve nobody comes.
    case noNight

    /// What was asked with.
    public enum Number: Hashable, Sendable {
        case perHour, handling, patience, chats, agents, level, within, arrivals, customers, nights
        case hours, shrinkage
    }

    /// The command line is to be mended; else the question itself has no answer.
    public var isMistyped: Bool {
        switch self {
        case .outOfRange, .noNight: true
        case .tooMuch, .neverSettles: false
        }
    }

    public func sentence(in tongue: Tongue) -> String {
        switch self {
        case .outOfRange(.perHour, _, let to):
            // The one number that need not be whole: anything above nought will do.
            switch tongue {
            case .chinese: "--per-hour 要大于 0，最多 \(to)。"
            case .english: "--per-hour is more than 0 and at most \(to)."
            }
        case .outOfRange(let number, let from, let to):
            switch tongue {
            case .chinese: "\(number.option) 从 \(from) 到 \(to)。"
            case .english: "\(number.option) is \(from) to \(to)."
            }
        case .tooMuch(let load):
            switch tongue {
            case .chinese:
                "同时要接待约 \(Int(load)) 位，超出了能算的 \(Int(Workload.mostLoad)) 位。请分组来算。"
            case .english:
                "About \(Int(load)) conversations at once are more than the \(Int(Workload.mostLoad)) "
                    + "that can be reckoned with. Ask for each group by itself."
            }
        case .neverSettles(let agents, let chats, let load, let needs):
            switch tongue {
            case .chinese:
                "来的客人 \(agents) 个客服接不完：同时有 \(Tenths(load)) 位要接，只接得了 \(agents * chats) 位，"
                    + "又没人会走，队伍会越排越长。至少要 \(needs) 个客服，或者用 --patience 说明顾客等多久会走。"
            case .english:
                "More come than \(agents) agents can serve: \(Tenths(load)) at once for "
                    + "\(agents * chats) places, and nobody gives up, so the queue never settles. "
                    + "It takes at least \(needs) agents; or say with --patience how long people wait."
            }
        case .noNight:
            switch tongue {
            case .chinese: "这条来客曲线上一个人也不来。"
            case .english: "Nobody comes by that curve."
            }
        }
    }
}

extension StaffingFault.Number {
    /// As it is written on the command line.
    public var option: String {
        switch self {
        case .perHour: "--per-hour"
        case .handling: "--aht"
        case .patience: "--patience"
        case .chats: "--chats"
        case .agents: "--agents"
        case .level: "--level"
        case .within: "--within"
        case .arrivals: "--arrivals"
        case .customers: "--customers"
        case .nights: "--nights"
        case .hours: "--hours"
        case .shrinkage: "--shrinkage"
        }
    }
}

/// A number of erlangs for a sentence, with one decimal.
private struct Tenths: CustomStringConvertible {
    let tenths: Int
    init(_ value: Double) { tenths = Int(value * 10 + 0.5) }
    var description: String { "\(tenths / 10).\(tenths % 10)" }
}
