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

    mutating func answered(_ id: ConversationID, at instant: Instant) {
        conversations[id]?.waitingSince = nil
        conversations[id]?.unread = 0
        if conversations[id]?.firstReplyAt == nil { conversations[id]?.firstReplyAt = instant }
    }
}
