import Engine
import Language

/// Sums that follow from known ones by a working that the draft shows: the price less the coupon
/// it names, three pieces of six.
struct Arithmetic {
    /// What stands on the order, the pages and the coupons.
    let known: Set<Money>
    /// The other sums of the same draft.
    let shown: Set<Money>
    /// The counts of the same draft.
    let counts: Set<Int>

    init(known: Set<Money>, of reading: Reading, but sum: Money) {
        shown = Set(reading.values.compactMap(\.subject.money)).subtracting([sum])
        counts = Set(reading.values.compactMap(\.subject.count).filter { (1...1000).contains($0) })
        self.known = known.union(shown)
    }

    func makes(_ sum: Money) -> Bool {
        for one in shown {
            for start in [sum - one, sum + one] {
                if known.contains(start) { return true }
                for other in known
                where known.contains(start - other) || known.contains(start + other) {
                    return true
                }
            }
        }
        for count in counts where count > 1 {
            for one in known {
                if one * count == sum || sum * count == one { return true }
                for part in counts where sum * count == one * part { return true }
            }
        }
        return false
    }
}

extension Value {
    var money: Money? {
        if case .amount(let money) = self { return money }
        return nil
    }

    var count: Int? {
        switch self {
        case .number(let count), .quantity(let count, _): count
        case .amount, .percent, .discount, .time, .duration, .orderNumber, .trackingNumber, .phone,
            .size, .place, .carrier:
            nil
        }
    }
}
