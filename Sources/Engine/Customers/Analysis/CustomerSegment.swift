/// The eleven groups in which English-speaking marketing sorts customers by how lately they
/// bought (R) and how much and how often (FM, the mean of F and M).
public enum CustomerSegment: String, Hashable, Sendable, Codable, CaseIterable {
    case champions, loyal, potentialLoyalist, newCustomers, promising, needAttention
    case aboutToSleep, cantLose, atRisk, hibernating, lost

    /// A rectangle of the published table: R above `recency.lowerBound` and up to its upper bound,
    /// FM likewise.
    ///
    /// The table is drawn on axes from 0 to 5, where score 1 is the strip between 0 and 1. Read as
    /// strips its rectangles cover every point; read as scores they would overlap nearly
    /// everywhere.
    public struct Rule: Hashable, Sendable {
        public let segment: CustomerSegment
        public let recency: ClosedRange<Int>
        public let value: ClosedRange<Int>

        /// For scores of 1…5. FM is not rounded: twice FM is F + M.
        func covers(r: Int, f: Int, m: Int) -> Bool {
            recency.lowerBound < r && r <= recency.upperBound
                && 2 * value.lowerBound < f + m && f + m <= 2 * value.upperBound
        }
    }

    /// Putler's table of eleven, in its order but for one pair. The first rule that covers a
    /// customer decides; three rectangles lie inside a later one (Champions in Loyal, Can't Lose in
    /// At Risk, Hibernating in Lost) and so must come first, all others lie apart.
    public static let rules: [Rule] = [
        Rule(segment: .champions, recency: 4...5, value: 4...5),
        Rule(segment: .loyal, recency: 2...5, value: 3...5),
        Rule(segment: .potentialLoyalist, recency: 3...5, value: 1...3),
        Rule(segment: .newCustomers, recency: 4...5, value: 0...1),
        Rule(segment: .promising, recency: 3...4, value: 0...1),
        Rule(segment: .needAttention, recency: 2...3, value: 2...3),
        Rule(segment: .aboutToSleep, recency: 2...3, value: 0...2),
        Rule(segment: .cantLose, recency: 0...1, value: 4...5),
        Rule(segment: .atRisk, recency: 0...2, value: 2...5),
        Rule(segment: .hibernating, recency: 1...2, value: 1...2),
        Rule(segment: .lost, recency: 0...2, value: 0...2),
    ]

    /// The segment of three scores of 1…bins. The table knows five scores; others are stretched
    /// to 1…5 first, lowest to lowest and highest to highest, halves up (three bins: 1, 3, 5).
    public init(r: Int, f: Int, m: Int, bins: Int = 5) {
        let five = [r, f, m].map { Self.ofFive($0, bins: bins) }
        let rule = Self.rules.first { $0.covers(r: five[0], f: five[1], m: five[2]) }
        // What no rectangle covers would be lost; a test shows that nothing is left over.
        self = rule?.segment ?? .lost
    }

    static func ofFive(_ score: Int, bins: Int) -> Int {
        precondition((1...bins).contains(score), "a score of 1…\(bins), not \(score)")
        return 1 + (8 * (score - 1) + bins - 1) / (2 * (bins - 1))
    }

    public var name: Bilingual {
        switch self {
        case .champions: Bilingual(zh: "冠军客户", en: "Champions")
        case .loyal: Bilingual(zh: "忠诚客户", en: "Loyal")
        case .potentialLoyalist: Bilingual(zh: "潜在忠诚", en: "Potential Loyalist")
        case .newCustomers: Bilingual(zh: "新客户", en: "New Customers")
        case .promising: Bilingual(zh: "有潜力", en: "Promising")
        case .needAttention: Bilingual(zh: "需要关注", en: "Need Attention")
        case .aboutToSleep: Bilingual(zh: "即将沉睡", en: "About To Sleep")
        case .cantLose: Bilingual(zh: "不能失去", en: "Can't Lose")
        case .atRisk: Bilingual(zh: "有流失风险", en: "At Risk")
        case .hibernating: Bilingual(zh: "休眠客户", en: "Hibernating")
        case .lost: Bilingual(zh: "已流失", en: "Lost")
        }
    }

    /// What to do next. Writing to customers needs their consent, and a no is final.
    public var advice: Bilingual {
        switch self {
        case .champions:
            Bilingual(zh: "先谢谢，再请他试新品、写评价", en: "Thank them; let them try what is new first")
        case .loyal:
            Bilingual(zh: "讲清会员等级的好处，请他说说用得怎么样", en: "Explain the member levels; ask how it goes")
        case .potentialLoyalist:
            Bilingual(zh: "按买过的推荐搭配，邀请入会", en: "Suggest what goes with it; offer membership")
        case .newCustomers:
            Bilingual(zh: "发使用说明，签收后问一声", en: "Send how to use it; ask once it has arrived")
        case .promising:
            Bilingual(zh: "给一张小额券，等第二单", en: "A small coupon towards a second order")
        case .needAttention:
            Bilingual(zh: "用限时的券提醒常买的东西", en: "A dated coupon for what they usually buy")
        case .aboutToSleep:
            Bilingual(zh: "告诉他上新和到货", en: "Tell them what is new or back in stock")
        case .cantLose:
            Bilingual(zh: "专人联系，问为什么不来了，先听再说", en: "One person writes and asks why; listen first")
        case .atRisk:
            Bilingual(zh: "先看有没有没解决的售后，再发唤回券", en: "Settle open cases first, then send a coupon")
        case .hibernating:
            Bilingual(zh: "大促时带一句，不必专门打扰", en: "A word at the next promotion, no more")
        case .lost:
            Bilingual(zh: "试一次唤回，没有回音就不再发", en: "Try once; without an answer stop")
        }
    }
}
