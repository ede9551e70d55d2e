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

    mutating func answered(_ id: ConversationID, at instant: Instant) {
        conversations[id]?.waitingSince = nil
        conversations[id]?.unread = 0
        if conversations[id]?.firstReplyAt == nil { conversations[id]?.firstReplyAt = instant }
    }
}
