/// What the platform will do by itself, and when. A heap: setting one and taking the first costs
/// the logarithm of how many wait, also with a hundred thousand orders.
///
/// A timer is never cancelled: when it falls due, `Shop` looks whether it still applies. That
/// means looking past the first without taking it, which the heap of swift-collections cannot do.
struct Timers: Sendable {
    struct Timer: Hashable, Sendable, Comparable {
        let at: Instant
        /// Timers due at one instant act in the order in which they were set.
        let serial: Int
        let kind: Kind

        static func < (a: Self, b: Self) -> Bool { (a.at, a.serial) < (b.at, b.serial) }
    }

    enum Kind: Hashable, Sendable {
        case payment(OrderID)
        case balance(OrderID)
        case group(GroupID)
        case shipment(OrderID)
        case receipt(OrderID)
        /// The carrier's first scan.
        case firstScan(tracking: String)
        case afterSale(AfterSaleID)
        case promise(PromiseID)
        case ticket(TicketID)
        case tag(customer: CustomerID, name: String)
        case block(CustomerID)
    }

    /// Each earlier than its two children at 2n+1 and 2n+2.
    private var heap = Rows<Timer>()
    private var serial = 0

    var next: Instant? { heap.first?.at }
    var first: Timer? { heap.first }

    mutating func set(_ kind: Kind, at due: Instant) {
        serial += 1
        let timer = Timer(at: due, serial: serial, kind: kind)
        heap.append(timer)
        // Those above move down into the hole, and the new one into the last hole.
        var hole = heap.count - 1
        while hole > 0, timer < heap[(hole - 1) / 2] {
            heap[hole] = heap[(hole - 1) / 2]
            hole = (hole - 1) / 2
        }
        heap[hole] = timer
    }

    mutating func removeFirst() {
        let last = heap.removeLast()
        guard !heap.isEmpty else { return }
        var hole = 0
        while case let left = 2 * hole + 1, left < heap.count {
            let right = left + 1
            let child = right < heap.count && heap[right] < heap[left] ? right : left
            guard heap[child] < last else { break }
            heap[hole] = heap[child]
            hole = child
        }
        heap[hole] = last
    }

    /// The earliest one due by `now` that `applies`, without taking any.
    func firstDue(by now: Instant, where applies: (Timer) -> Bool) -> Timer? {
        var candidates = heap.isEmpty ? [] : [0]
        while let place = candidates.indices.min(by: { heap[candidates[$0]] < heap[candidates[$1]] }
        ) {
            let index = candidates.remove(at: place)
            if heap[index].at > now { return nil }
            if applies(heap[index]) { return heap[index] }
            for child in [2 * index + 1, 2 * index + 2] where child < heap.count {
                candidates.append(child)
            }
        }
        return nil
    }

    mutating func drop(dueBy now: Instant) {
        while let timer = heap.first, timer.at <= now { removeFirst() }
    }
}

/// Two sets of timers are the same when the same ones wait, however the heap lies.
extension Timers: Hashable {
    static func == (a: Self, b: Self) -> Bool {
        a.serial == b.serial && a.heap.count == b.heap.count
            && (a.heap == b.heap || a.heap.sorted() == b.heap.sorted())
    }
    func hash(into hasher: inout Hasher) {
        hasher.combine(serial)
        hasher.combine(heap.count)
    }
}
