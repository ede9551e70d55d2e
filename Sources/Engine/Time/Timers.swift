/// What the platform will do by itself, and when. Sorted, the earliest last, so that looking at
/// the next one costs nothing and setting one is a binary search.
///
/// A timer is never cancelled: when it falls due, `decide` looks whether it still applies.
struct Timers: Hashable, Sendable, Codable {
    struct Timer: Hashable, Sendable, Codable {
        let at: Instant
        /// Timers due at one instant act in the order in which they were set.
        let serial: Int
        let kind: Kind
    }

    enum Kind: Hashable, Sendable, Codable {
        case payment(OrderID)
        case shipment(OrderID)
        case receipt(OrderID)
        case afterSale(AfterSaleID)
        case promise(PromiseID)
        case tag(customer: CustomerID, name: String)
    }

    private(set) var waiting: [Timer] = []
    private var serial = 0

    var next: Instant? { waiting.last?.at }

    mutating func set(_ kind: Kind, at due: Instant) {
        serial += 1
        var low = 0
        var high = waiting.count
        while low < high {
            let middle = (low + high) / 2
            if waiting[middle].at > due { low = middle + 1 } else { high = middle }
        }
        // Equal instants: the later one goes below the earlier ones, to be taken after them.
        waiting.insert(Timer(at: due, serial: serial, kind: kind), at: low)
    }

    /// Those due by `now`, in the order in which they act.
    func due(by now: Instant) -> [Timer] {
        Array(waiting.reversed().prefix { $0.at <= now })
    }

    mutating func drop(dueBy now: Instant) {
        while let last = waiting.last, last.at <= now { waiting.removeLast() }
    }
}
