import Engine
import HeapModule

/// The agents' room during a simulated run: people come, stand in the queue, are answered or give
/// up.
///
/// Everybody goes through `QueueIndex`, the queue that an agent of a real shift sees, and whoever
/// it puts on top is answered next. One by one it is told who comes; in between it lets happen
/// what is due.
struct Floor {
    /// One customer, decided before they come: the same person however many agents there are.
    struct Guest {
        var number: Int
        var arrivedAt: Int64
        /// How long the talk with them takes.
        var handling: Int64
        /// How long they wait; nil for ever.
        var patience: Int64?
    }

    /// How it went for one customer.
    struct Outcome: Hashable {
        enum Ending { case answered, gaveUp }

        var number: Int
        var ending: Ending
        /// Milliseconds in the queue.
        var wait: Int64
        /// Not answered at once.
        var hadToWait: Bool
    }

    private struct Limit: Comparable {
        var at: Int64
        var id: ConversationID

        static func < (a: Self, b: Self) -> Bool {
            a.at != b.at ? a.at < b.at : a.id < b.id
        }
    }

    private var queue = QueueIndex()
    private var waiting: [ConversationID: Guest] = [:]
    /// When each conversation that is going on will end.
    private var ends = Heap<Int64>()
    /// When people give up. Those who were answered before are passed over.
    private var limits = Heap<Limit>()
    /// Conversations that can go on at once. Where it falls, those going on are finished first.
    private(set) var places: Int
    /// Everybody for whom it is decided, in the order in which it was.
    private(set) var outcomes: [Outcome] = []

    init(places: Int) { self.places = places }

    mutating func arrive(_ guest: Guest) {
        advance(to: guest.arrivedAt)
        // Eight characters: short texts live in the id itself and cost no memory.
        let id = ConversationID("\(10_000_000 + guest.number)")
        waiting[id] = guest
        queue.join(id, waitingSince: Instant(milliseconds: guest.arrivedAt), on: .web)
        answer(at: guest.arrivedAt, newcomer: guest.number)
        if let patience = guest.patience, waiting[id] != nil {
            limits.insert(Limit(at: guest.arrivedAt + patience, id: id))
        }
    }

    /// Other agents take their seats, or some leave theirs.
    mutating func staff(_ places: Int, at instant: Int64) {
        advance(to: instant)
        self.places = places
        answer(at: instant)
    }

    /// Lets happen what is due by `instant`: of the same millisecond, ends come before goodbyes.
    mutating func advance(to instant: Int64) {
        while true {
            let end = ends.min ?? .max
            let limit = limits.min?.at ?? .max
            guard min(end, limit) <= instant, min(end, limit) < .max else { return }
            if end <= limit {
                ends.removeMin()
                answer(at: end)
            } else {
                let id = limits.removeMin().id
                guard let guest = waiting.removeValue(forKey: id) else { continue }
                queue.leave(id)
                outcomes.append(
                    Outcome(
                        number: guest.number, ending: .gaveUp, wait: limit - guest.arrivedAt,
                        hadToWait: true))
            }
        }
    }

    private mutating func answer(at instant: Int64, newcomer: Int? = nil) {
        while ends.count < places, let id = queue.firstDue {
            queue.leave(id)
            guard let guest = waiting.removeValue(forKey: id) else {
                preconditionFailure("\(id) stands in the queue but has not come")
            }
            ends.insert(instant + guest.handling)
            outcomes.append(
                Outcome(
                    number: guest.number, ending: .answered, wait: instant - guest.arrivedAt,
                    hadToWait: guest.number != newcomer))
        }
    }
}
