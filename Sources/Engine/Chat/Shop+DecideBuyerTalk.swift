extension Shop {
    func openConversation(
        _ customer: CustomerID, _ channel: Conversation.Channel, _ stage: Conversation.Stage,
        _ order: OrderID?, _ mood: Int, by actor: Actor
    ) throws(Refusal) -> [Event] {
        guard customers[customer] != nil else { throw .noSuchCustomer(customer) }
        // Nobody comes in another's name.
        if case .buyer(let sender) = actor, sender != customer { throw .notYourPart }
        if let order { try own(order, customer) }
        return [
            .conversationOpened(
                conversation: ConversationID("c\(conversations.count + 1)"),
                customer: customer, channel: channel, stage: stage, order: order,
                mood: min(100, max(0, mood)))
        ]
    }

    func say(_ id: ConversationID, _ text: String, by actor: Actor) throws(Refusal) -> [Event] {
        let talk = try openTalk(id, of: actor)
        try checkLength(text)
        return [.buyerSpoke(conversation: talk.id, message: nextMessage, text: text)]
    }

    func show(_ id: ConversationID, _ attachment: Attachment, by actor: Actor)
        throws(Refusal) -> [Event]
    {
        let talk = try openTalk(id, of: actor)
        guard talk.channel != .phone else { throw .noCards(talk.channel) }
        try checkLength(attachment.name)
        guard !attachment.name.contains(where: \.isNewline) else { throw .nothingToSay }
        return [
            .talkMoved(
                conversation: id, step: .shown(message: nextMessage, attachment: attachment))
        ]
    }

    func joinIn(_ id: ConversationID, _ name: String, _ text: String, by actor: Actor)
        throws(Refusal) -> [Event]
    {
        let talk = try openTalk(id, of: actor)
        guard talk.channel.isPublic else { throw .nobodyReadsAlong(talk.channel) }
        try checkLength(name)
        try checkLength(text)
        return [
            .talkMoved(
                conversation: id, step: .joined(message: nextMessage, name: name, text: text))
        ]
    }

    func autoReply(_ id: ConversationID, _ text: String) throws(Refusal) -> [Event] {
        let talk = try openTalk(id)
        try checkLength(text)
        return [.autoReplied(conversation: talk.id, message: nextMessage, text: text)]
    }

    func rate(_ id: ConversationID, _ stars: Int, by actor: Actor) throws(Refusal) -> [Event] {
        guard let talk = conversations[id] else { throw .noSuchConversation(id) }
        try checkPart(talk, of: actor)
        guard (1...5).contains(stars) else { throw .badStars(stars) }
        guard talk.rating == nil else { throw .alreadyRated }
        return [.rated(conversation: id, stars: stars)]
    }

    func leave(_ id: ConversationID, by actor: Actor) throws(Refusal) -> [Event] {
        let talk = try openTalk(id, of: actor)
        guard talk.buyerLeftAt == nil else { throw .conversationEnded(id) }
        return [.buyerLeft(conversation: id)]
    }

    func feel(_ id: ConversationID, _ shift: Int, _ cause: MoodCause, by actor: Actor)
        throws(Refusal) -> [Event]
    {
        guard let talk = conversations[id] else { throw .noSuchConversation(id) }
        try checkPart(talk, of: actor)
        return [.moodShifted(conversation: id, by: shift, cause: cause)]
    }

    func reveal(_ id: ConversationID, _ need: String, by actor: Actor) throws(Refusal) -> [Event] {
        guard let talk = conversations[id] else { throw .noSuchConversation(id) }
        try checkPart(talk, of: actor)
        return talk.revealedNeeds.contains(need)
            ? [] : [.needRevealed(conversation: id, need: need)]
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
