extension Shop {
    func take(_ id: ConversationID) throws(Refusal) -> [Event] {
        guard case .waiting = try openTalk(id).phase else { throw .alreadyTaken }
        return [.taken(conversation: id, by: agent)]
    }

    func hold(_ id: ConversationID, _ note: String) throws(Refusal) -> [Event] {
        let talk = try openTalk(id)
        if case .onHold = talk.phase { throw .alreadyTaken }
        return [.held(conversation: id, by: agent, note: note)]
    }

    func resume(_ id: ConversationID) throws(Refusal) -> [Event] {
        guard case .onHold = try openTalk(id).phase else { throw .notOnHold }
        return [.resumed(conversation: id, by: agent)]
    }

    func transfer(_ id: ConversationID, _ to: String, _ note: String) throws(Refusal) -> [Event] {
        let talk = try openTalk(id)
        guard to.contains(where: { !$0.isWhitespace }) else { throw .nothingToSay }
        guard !leading.away.contains(to) else { throw .colleagueAway(name: to) }
        return [.transferred(conversation: talk.id, to: to, note: note)]
    }

    func close(_ id: ConversationID) throws(Refusal) -> [Event] {
        return [.closed(conversation: try openTalk(id).id)]
    }

    func reply(_ id: ConversationID, _ text: String) throws(Refusal) -> [Event] {
        let talk = try openTalk(id)
        try checkLength(text)
        return inHand(talk) + [
            .replySent(conversation: id, message: nextMessage, by: agent, text: text)
        ]
    }

    func sendCard(_ id: ConversationID, _ card: Card, at instant: Instant) throws(Refusal)
        -> [Event]
    {
        let talk = try openTalk(id)
        try check(card, for: talk, at: instant)
        return inHand(talk) + [
            .cardSent(conversation: id, message: nextMessage, by: agent, card: card)
        ]
    }

    func recall(_ id: MessageID, at instant: Instant) throws(Refusal) -> [Event] {
        guard let message = message(id), let place = conversation(of: id),
            case .agent = message.author
        else { throw .noSuchMessage(id) }
        guard message.recalledAt == nil else { throw .alreadyRecalled }
        if let channel = conversations[place]?.channel {
            switch channel.manner {
            case .chat, .open: break
            case .letter, .spoken: throw .noRecall(channel)
            }
        }
        guard instant - message.at <= rules.recallWithin else {
            throw .recallTooLate(limit: rules.recallWithin)
        }
        return [.messageRecalled(conversation: place, message: id)]
    }

    func writeNote(_ id: ConversationID, _ text: String) throws(Refusal) -> [Event] {
        guard conversations[id] != nil else { throw .noSuchConversation(id) }
        try checkLength(text)
        return [.noteWritten(conversation: id, message: nextMessage, by: agent, text: text)]
    }

    func look(_ id: ConversationID, _ what: Lookup) throws(Refusal) -> [Event] {
        guard let talk = conversations[id] else { throw .noSuchConversation(id) }
        try check(what, for: talk)
        return [.lookedUp(conversation: id, by: agent, what: what)]
    }

    /// Answering a customer takes the conversation in hand.
    private func inHand(_ talk: Conversation) -> [Event] {
        switch talk.phase {
        case .waiting: [.taken(conversation: talk.id, by: agent)]
        case .onHold: [.resumed(conversation: talk.id, by: agent)]
        case .taken, .transferred, .closed: []
        }
    }

    private func check(
        _ card: Card, for talk: Conversation, at instant: Instant
    ) throws(Refusal) {
        if talk.channel.manner == .spoken { throw .noCards(talk.channel) }
        switch card {
        case .order(let id):
            if talk.channel.isPublic { throw .othersReadAlong(talk.channel) }
            _ = try order(id, of: talk.customer)
        case .file(let name):
            guard !files.contains(where: { $0.name == name }) else { return }
            throw .noSuchFile(
                name: name, nearest: Spelling.nearest(to: name, among: files.map(\.name)))
        case .product(let id):
            guard variant(id) != nil else { throw .noSuchVariant(id) }
        case .coupon(let id):
            guard let coupon = coupons[id] else { throw .noSuchCoupon(id) }
            guard coupon.validUntil > instant else { throw .couponExpired }
        }
    }

    /// Another customer's order is not looked at from this conversation.
    private func check(_ what: Lookup, for talk: Conversation) throws(Refusal) {
        switch what {
        case .order(let id), .track(let id), .address(let id):
            _ = try order(id, of: talk.customer)
        case .product(let id):
            guard products[id] != nil else { throw .noSuchVariant(VariantID(id.rawValue)) }
        case .coupon(let id):
            guard coupons[id] != nil else { throw .noSuchCoupon(id) }
        case .customer(let id):
            guard id == talk.customer else { throw .noSuchCustomer(id) }
        case .knowledge: break
        case .attachment(let id):
            guard let message = message(id), conversation(of: id) == talk.id,
                case .attachment = message.body
            else { throw .noSuchMessage(id) }
        }
    }

    func order(_ id: OrderID, of customer: CustomerID) throws(Refusal) -> Order {
        guard let found = orders[id] else { throw .noSuchOrder(id) }
        guard found.customer == customer else { throw .belongsToAnother(id) }
        return found
    }
}
