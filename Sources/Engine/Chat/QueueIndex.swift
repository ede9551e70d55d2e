/// The open conversations in the order in which they deserve attention, kept in order as things
/// happen, so that ten thousand of them cost no more per key than ten.
///
/// Those who wait come first, on top whoever is to be answered first: a letter has hours where a
/// chat has minutes. Then come those who were answered, the
/// latest first; then those put on hold. Closed ones are kept apart.
///
/// ```swift
/// var queue = QueueIndex(shop)
/// queue.update(talk)                                   // after anything happened in it
/// queue.firstDue                                 // whom to answer next
/// ```
///
/// It belongs to nobody's screen: the desk draws its queue from it, and the staffing room takes
/// the next of its simulated customers from the same code.
public struct QueueIndex: Sendable {
    /// Where a conversation belongs: its group, then the instant that orders it inside.
    private struct Place: Hashable, Comparable {
        enum Group: Int, Comparable {
            case waiting, answered, onHold
            static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
        }

        var group: Group
        /// Milliseconds; negated where the latest comes first.
        var order: Int64
        var id: ConversationID

        static func < (a: Self, b: Self) -> Bool {
            if a.group != b.group { return a.group < b.group }
            if a.order != b.order { return a.order < b.order }
            return a.id < b.id
        }
    }

    private var open: [Place] = []
    private var places: [ConversationID: Place] = [:]
    /// Ended ones, in the order in which they ended.
    public private(set) var ended: [ConversationID] = []
    private var endedPlaces: [ConversationID: Int] = [:]
    private var channels = ChannelRules()

    /// An empty queue, for customers who come by `join`.
    public init(channels: ChannelRules = ChannelRules()) { self.channels = channels }

    public init(_ shop: Shop) {
        channels = shop.rules.channels
        for talk in shop.conversations.values {
            if let place = place(of: talk) {
                open.append(place)
                places[talk.id] = place
            } else {
                endedPlaces[talk.id] = ended.count
                ended.append(talk.id)
            }
        }
        open.sort()
    }

    public var count: Int { open.count }

    public subscript(index: Int) -> ConversationID { open[index].id }

    public func index(of id: ConversationID) -> Int? {
        places[id].map { position(of: $0) }
    }

    public func isOpen(_ id: ConversationID) -> Bool { places[id] != nil }

    public func endedPlace(of id: ConversationID) -> Int? { endedPlaces[id] }

    /// Looks at a conversation again after something happened in it.
    public mutating func update(_ talk: Conversation) {
        let place = place(of: talk)
        guard place != places[talk.id] else { return }
        move(talk.id, to: place)
        if place == nil, endedPlaces[talk.id] == nil {
            endedPlaces[talk.id] = ended.count
            ended.append(talk.id)
        }
    }

    /// Somebody waits, of whom nothing more is known than since when and where.
    public mutating func join(
        _ id: ConversationID, waitingSince since: Instant, on channel: Conversation.Channel
    ) {
        move(id, to: waitingPlace(of: id, since: since, on: channel))
    }

    /// Takes one out without a trace: answered elsewhere, or gone.
    public mutating func leave(_ id: ConversationID) { move(id, to: nil) }

    private mutating func move(_ id: ConversationID, to place: Place?) {
        if let old = places.removeValue(forKey: id) { open.remove(at: position(of: old)) }
        guard let place else { return }
        places[id] = place
        open.insert(place, at: position(of: place))
    }

    /// How many wait for an answer.
    public var waiting: Int { position { $0.group > .waiting } }

    /// How many should have been answered by `instant`.
    public func overdue(at instant: Instant) -> Int {
        position { $0.group > .waiting || $0.order > instant.milliseconds }
    }

    /// The one who is to be answered first.
    public var firstDue: ConversationID? {
        guard let first = open.first, first.group == .waiting else { return nil }
        return first.id
    }

    private func place(of talk: Conversation) -> Place? {
        switch talk.phase {
        case .transferred, .closed:
            return nil
        case .waiting, .taken, .onHold:
            if let since = talk.awaitsReplySince {
                return waitingPlace(of: talk.id, since: since, on: talk.channel)
            }
            let last = talk.messages.last?.at ?? talk.openedAt
            if case .onHold(_, let since, _) = talk.phase {
                return Place(group: .onHold, order: -since.milliseconds, id: talk.id)
            }
            return Place(group: .answered, order: -last.milliseconds, id: talk.id)
        }
    }

    /// Ordered by when an answer is due: a letter has hours where a chat has minutes.
    private func waitingPlace(
        of id: ConversationID, since: Instant, on channel: Conversation.Channel
    ) -> Place {
        let due = since + channels[channel].answerWithin
        return Place(group: .waiting, order: due.milliseconds, id: id)
    }

    private func position(of place: Place) -> Int { position { $0 >= place } }

    /// The first place for which `holds`, by halving; all later ones must hold too.
    private func position(where holds: (Place) -> Bool) -> Int {
        var low = 0
        var high = open.count
        while low < high {
            let middle = (low + high) / 2
            if holds(open[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
