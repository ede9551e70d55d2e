extension Conversation {
    /// The waiting clock, worked out anew from what stands in the conversation.
    fileprivate mutating func countWaiting() {
        waitingSince = nil
        unread = 0
        firstReplyAt = nil
        for message in messages where !message.isPrivate && message.recalledAt == nil {
            switch message.author {
            case .buyer:
                if waitingSince == nil { waitingSince = message.at }
                unread += 1
            case .agent:
                if firstReplyAt == nil { firstReplyAt = message.at }
                waitingSince = nil
                unread = 0
            // A robot's greeting does not stop the clock; whoever joins in has none of their own.
            case .bystander, .bot, .system: break
            }
        }
    }
}

extension Shop {
    mutating func post(
        _ id: MessageID, in conversation: ConversationID, by author: Message.Author,
        _ body: Message.Body, at instant: Instant
    ) {
        messageCount = max(messageCount, id.number)
        // Numbers are given one after the other, so each is the next.
        placeOfMessage.append(conversation)
        conversations[conversation]?.messages.append(
            Message(id: id, at: instant, author: author, body: body, recalledAt: nil))
    }

    mutating func apply(
        _ step: Conversation.Step, in id: ConversationID, at instant: Instant
    ) {
        switch step {
        case .shown(let message, let attachment):
            post(message, in: id, by: .buyer, .attachment(attachment), at: instant)
            asked(id, at: instant)
        case .joined(let message, let name, let text):
            // Whoever joins in is answered together with the customer: no clock of their own.
            post(message, in: id, by: .bystander(name), .text(text), at: instant)
        }
    }

    /// The customer's clock runs from the first line nobody has answered.
    mutating func asked(_ id: ConversationID, at instant: Instant) {
        if conversations[id]?.waitingSince == nil { conversations[id]?.waitingSince = instant }
        conversations[id]?.unread += 1
    }

    /// What was recalled answers nobody: the customer waits again from when they wrote, unless
    /// another reply reached them, and nothing promised in it is waited for. A promise whose time
    /// had passed by then stays broken.
    mutating func takeBack(_ message: MessageID, in id: ConversationID, at instant: Instant) {
        guard let talk = conversations[id],
            let index = talk.messages.lastIndex(where: { $0.id == message })
        else { return }
        conversations[id]?.messages[index].recalledAt = instant
        conversations[id]?.countWaiting()
        for promise in promisesOfTalk[id] ?? []
        where promises[promise]?.message == message && promises[promise]?.isOpen == true {
            promises[promise]?.state = .withdrawn(at: instant)
            unmetPromises.removeAll { $0 == promise }
        }
    }

    mutating func answered(_ id: ConversationID, at instant: Instant) {
        conversations[id]?.waitingSince = nil
        conversations[id]?.unread = 0
        if conversations[id]?.firstReplyAt == nil { conversations[id]?.firstReplyAt = instant }
    }
}
