import Engine

/// The open conversations in the order in which they deserve attention, kept in order as things
/// happen, so that ten thousand of them cost no more per key than ten.
///
/// Those who wait come first, on top whoever is to be answered first: a letter has hours where a
/// chat has minutes. Then come those who were answered, the
/// latest first; then those put on hold. Closed ones are kept apart.
struct QueueIndex {
    /// Where a conversation belongs: its group, then the instant that orders it inside.
    struct Place: Hashable, Comparable {
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
    private(set) var ended: [ConversationID] = []
    private var endedPlaces: [ConversationID: Int] = [:]
    private var channels = ChannelRules()

    init() {}

    init(_ shop: Shop) {
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

    var count: Int { open.count }

    subscript(index: Int) -> ConversationID { open[index].id }

    func index(of id: ConversationID) -> Int? {
        places[id].map { position(of: $0) }
    }

    func isOpen(_ id: ConversationID) -> Bool { places[id] != nil }

    func endedPlace(of id: ConversationID) -> Int? { endedPlaces[id] }

    /// Looks at a conversation again after something happened in it.
    mutating func update(_ talk: Conversation) {
        let place = place(of: talk)
        guard place != places[talk.id] else { return }
        if let old = places.removeValue(forKey: talk.id) { open.remove(at: position(of: old)) }
        guard let place else {
            guard endedPlaces[talk.id] == nil else { return }
            endedPlaces[talk.id] = ended.count
            ended.append(talk.id)
            return
        }
        places[talk.id] = place
        open.insert(place, at: position(of: place))
    }

    /// How many wait for an answer.
    var waiting: Int { position { $0.group > .waiting } }

    /// How many should have been answered by `instant`.
    func overdue(at instant: Instant) -> Int {
        position { $0.group > .waiting || $0.order > instant.milliseconds }
    }

    /// The one who is to be answered first.
    var longestWaiting: ConversationID? {
        guard let first = open.first, first.group == .waiting else { return nil }
        return first.id
    }

    private func place(of talk: Conversation) -> Place? {
        switch talk.phase {
        case .transferred, .closed:
            return nil
        case .waiting, .taken, .onHold:
            if let since = talk.awaitsReplySince {
                let due = since + channels[talk.channel].answerWithin
                return Place(group: .waiting, order: due.milliseconds, id: talk.id)
            }
            let last = talk.messages.last?.at ?? talk.openedAt
            if case .onHold(_, let since, _) = talk.phase {
                return Place(group: .onHold, order: -since.milliseconds, id: talk.id)
            }
            return Place(group: .answered, order: -last.milliseconds, id: talk.id)
        }
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
