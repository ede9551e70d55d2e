extension Shop {
    func decideBuyerTalk(
        _ command: Command, by actor: Actor, at instant: Instant
    ) throws(Refusal) -> [Event] {
        switch command {
        case .openConversation(let customer, let channel, let stage, let order, let mood):
            guard customers[customer] != nil else { throw .noSuchCustomer(customer) }
            if let order { try own(order, customer) }
            return [
                .conversationOpened(
                    conversation: ConversationID("c\(conversations.count + 1)"),
                    customer: customer, channel: channel, stage: stage, order: order,
                    mood: min(100, max(0, mood)))
            ]
        case .say(let id, let text):
            let talk = try openTalk(id, of: actor)
            try checkLength(text)
            return [.buyerSpoke(conversation: talk.id, message: nextMessage, text: text)]
        case .autoReply(let id, let text):
            let talk = try openTalk(id)
            try checkLength(text)
            return [.autoReplied(conversation: talk.id, message: nextMessage, text: text)]
        case .rate(let id, let stars):
            guard let talk = conversations[id] else { throw .noSuchConversation(id) }
            try checkPart(talk, of: actor)
            guard (1...5).contains(stars) else { throw .badStars(stars) }
            guard talk.rating == nil else { throw .alreadyRated }
            return [.rated(conversation: id, stars: stars)]
        case .leave(let id):
            let talk = try openTalk(id, of: actor)
            guard talk.buyerLeftAt == nil else { throw .conversationEnded(id) }
            return [.buyerLeft(conversation: id)]
        case .feel(let id, let shift, let cause):
            guard let talk = conversations[id] else { throw .noSuchConversation(id) }
            try checkPart(talk, of: actor)
            return [.moodShifted(conversation: id, by: shift, cause: cause)]
        case .reveal(let id, let need):
            guard let talk = conversations[id] else { throw .noSuchConversation(id) }
            try checkPart(talk, of: actor)
            return talk.revealedNeeds.contains(need)
                ? [] : [.needRevealed(conversation: id, need: need)]
        case _: throw .notYourPart
        }
    }

    var nextMessage: MessageID { MessageID(messageCount + 1) }

    func checkLength(_ text: String) throws(Refusal) {
        guard text.contains(where: { !$0.isWhitespace }) else { throw .nothingToSay }
        let length = text.count
        guard length <= rules.messageCharacters else {
            throw .tooLong(limit: rules.messageCharacters, length: length)
        }
    }

    func openTalk(_ id: ConversationID) throws(Refusal) -> Conversation {
        guard let talk = conversations[id] else { throw .noSuchConversation(id) }
        guard talk.isOpen else { throw .conversationEnded(id) }
        return talk
    }

    private func openTalk(_ id: ConversationID, of actor: Actor) throws(Refusal) -> Conversation {
        let talk = try openTalk(id)
        try checkPart(talk, of: actor)
        return talk
    }

    /// A buyer speaks only in their own conversation.
    private func checkPart(_ talk: Conversation, of actor: Actor) throws(Refusal) {
        if case .buyer(let customer) = actor, customer != talk.customer { throw .notYourPart }
    }

    private func own(_ order: OrderID, _ customer: CustomerID) throws(Refusal) {
        guard let found = orders[order] else { throw .noSuchOrder(order) }
        guard found.customer == customer else { throw .belongsToAnother(order) }
    }
}
