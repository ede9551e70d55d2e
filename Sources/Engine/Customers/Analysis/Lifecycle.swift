/// Where a customer stands between the first order and staying away (客户生命周期), measured in
/// the shop's own rhythm: the usual time between two purchases.
public enum Lifecycle: String, Hashable, Sendable, Codable, CaseIterable {
    case new, active, dormant, preChurn, churned

    /// - Parameters:
    ///   - days: Whole days since the last purchase.
    ///   - orders: Purchases ever, so far as they are known.
    public init(days: Int, orders: Int, gap: RepurchaseGap) {
        let doubled = 2 * days
        if doubled <= gap.halfDays {
            self = orders > 1 ? .active : .new
        } else if doubled <= 2 * gap.halfDays {
            self = .dormant
        } else if doubled <= 3 * gap.halfDays {
            self = .preChurn
        } else {
            self = .churned
        }
    }

    public var name: Bilingual {
        switch self {
        case .new: Bilingual(zh: "新客", en: "new")
        case .active: Bilingual(zh: "活跃", en: "active")
        case .dormant: Bilingual(zh: "沉睡", en: "dormant")
        case .preChurn: Bilingual(zh: "预流失", en: "about to churn")
        case .churned: Bilingual(zh: "流失", en: "churned")
        }
    }

    /// In multiples of the gap g.
    public var limits: Bilingual {
        switch self {
        case .new: Bilingual(zh: "只买过一次，≤ 1g", en: "one order, ≤ 1g")
        case .active: Bilingual(zh: "≤ 1g", en: "≤ 1g")
        case .dormant: Bilingual(zh: "1g–2g", en: "1g–2g")
        case .preChurn: Bilingual(zh: "2g–3g", en: "2g–3g")
        case .churned: Bilingual(zh: "> 3g", en: "> 3g")
        }
    }
}

/// The days that usually lie between two purchases of one customer (复购间隔): the median over all
/// pairs of neighbouring purchases in the shop.
public struct RepurchaseGap: Hashable, Sendable {
    /// In halves of a day, because the median of an even number may lie between two days.
    public let halfDays: Int
    /// How many pairs it comes from; 0 where nobody came back and a given gap stands in.
    public let pairs: Int

    /// A gap that was given, not measured.
    public init(days: Int) {
        precondition(days > 0, "a gap of \(days) days")
        halfDays = 2 * days
        pairs = 0
    }

    /// The median; nil where there is no pair. Each is at least one day: what is bought twice on
    /// one day is one errand.
    init?(medianOf gaps: [Int]) {
        guard !gaps.isEmpty else { return nil }
        let sorted = gaps.sorted()
        halfDays = sorted[(sorted.count - 1) / 2] + sorted[sorted.count / 2]
        pairs = sorted.count
    }

    public var isMeasured: Bool { pairs > 0 }

    /// `30` or `30.5`, in days.
    public var text: String { "\(halfDays / 2)" + (halfDays % 2 == 1 ? ".5" : "") }
}
