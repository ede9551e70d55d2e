public import Engine
public import Language

/// Sums that follow from known ones by a working that the draft shows: the price less the coupon
/// it names, three pieces of six.
public struct Arithmetic {
    /// What stands on the order, the pages and the coupons.
    private let known: Set<Money>
    /// The other sums of the same draft.
    private let shown: Set<Money>
    /// The counts of the same draft.
    private let counts: Set<Int>

    public init(known: Set<Money>, of reading: Reading) {
        shown = Set(reading.values.compactMap(\.subject.money))
        counts = Set(reading.values.compactMap(\.subject.count).filter { (1...1000).contains($0) })
        self.known = known
    }

    /// Whether a step or two from known sums that the message names makes this one. A sum that is
    /// itself unknown bears nothing out: whoever invents a price invents the total with it.
    public func makes(_ sum: Money) -> Bool {
        let named = shown.intersection(known).subtracting([sum])
        for one in named {
            for start in [sum - one, sum + one] {
                if known.contains(start) { return true }
                for other in named
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
