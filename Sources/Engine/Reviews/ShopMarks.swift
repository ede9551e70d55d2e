/// What buyers think of the shop on the average, beside every product it sells (店铺评分 DSR):
/// goods as described, service, logistics.
public struct ShopMarks: Hashable, Sendable, Codable {
    /// Hundredths, 100 to 500, rounded half up; nil while nobody has said anything.
    public var described: Int?
    public var service: Int?
    public var logistics: Int?
    /// How many reviews count.
    public var count = 0
    public var good = 0
    public var medium = 0
    public var bad = 0
    /// How many do not, because the platform found them to be abuse.
    public var hidden = 0

    public init() {}
}

extension Shop {
    /// The marks over the time that the profile averages, up to an instant.
    public func shopMarks(at instant: Instant) -> ShopMarks {
        var marks = ShopMarks()
        var sums = (described: 0, service: 0, logistics: 0)
        let since = instant - rules.reviews.averageOver
        for review in reviews.values where review.at > since && review.at <= instant {
            if review.isHidden {
                marks.hidden += 1
                continue
            }
            marks.count += 1
            switch review.rating.grade {
            case .good: marks.good += 1
            case .medium: marks.medium += 1
            case .bad: marks.bad += 1
            }
            sums.described += review.rating.described
            sums.service += review.rating.service
            sums.logistics += review.rating.logistics
        }
        guard marks.count > 0 else { return marks }
        func mean(_ sum: Int) -> Int { (200 * sum + marks.count) / (2 * marks.count) }
        marks.described = mean(sums.described)
        marks.service = mean(sums.service)
        marks.logistics = mean(sums.logistics)
        return marks
    }
}
