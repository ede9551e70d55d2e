/// How a measure (days, orders, money) becomes a score from 1, worst, to `bins`, best.
///
/// **By quantile** where there are at least as many different values as scores. Customers are put
/// in order, the worst first, and cut into `bins` equal parts. Equal values share the place of the
/// first of them, so equal values always have equal scores. With ten customers and five bins:
///
///     value  10 20 20 30 30 30 40 50 60 70
///     place   0  1  1  3  3  3  6  7  8  9     the first of its equals
///     score   1  1  1  2  2  2  4  4  5  5     1 + place × 5 ÷ 10, rounded down
///
/// **By fixed cuts** where there are fewer different values than scores, because then a quantile
/// says more about how many customers there are than about what they did:
/// - ``Few/spread`` (days, money): the different values are spread evenly over 1…bins, halves up;
///   one value alone stands in the middle, for nothing can be told apart.
///   Three values and five bins: 1, 3, 5.
/// - ``Few/counted`` (orders): as many points as orders, but every value stays apart from its
///   neighbours and inside 1…bins. Values 1, 2: scores 1, 2. Values 4, 9: scores 4, 5. So nobody
///   is called frequent for a second order in a shop where nearly all bought once.
///
/// In every case a better value never has a lower score, and nothing depends on the customers'
/// order. Costs one sort.
enum ScoreScale {
    /// What is done when there are fewer different values than scores.
    enum Few {
        case spread
        case counted
    }

    /// The scores of `values` (the greater the better), in the order of `values`.
    static func scores(_ values: [Int], bins: Int, few: Few) -> [Int] {
        precondition((2...9).contains(bins), "2…9 bins, not \(bins)")
        let order = values.indices.sorted { values[$0] < values[$1] }
        // Where a run of equal values begins in `order`.
        let starts = order.indices.filter {
            $0 == 0 || values[order[$0]] != values[order[$0 - 1]]
        }
        var scores = [Int](repeating: 0, count: values.count)
        for (rung, start) in starts.enumerated() {
            let end = rung + 1 < starts.count ? starts[rung + 1] : order.count
            let score: Int
            if starts.count >= bins {
                score = 1 + start * bins / order.count
            } else {
                let value = values[order[start]]
                score = few.score(value, rung: rung, of: starts.count, bins: bins)
            }
            for place in start..<end { scores[order[place]] = score }
        }
        return scores
    }
}

extension ScoreScale.Few {
    /// The score of the `rung`th (from 0, worst first) of `count` different values; `count` is
    /// below `bins`.
    func score(_ value: Int, rung: Int, of count: Int, bins: Int) -> Int {
        switch self {
        case .spread:
            if count == 1 { return (bins + 1) / 2 }
            return 1 + (2 * rung * (bins - 1) + count - 1) / (2 * (count - 1))
        case .counted:
            // Both bounds rise with every rung, so different values keep different scores.
            return max(rung + 1, min(value, bins - (count - 1 - rung)))
        }
    }
}
