public import Engine

extension Macro {
    /// The dry run for several conversations, one after the other in one copy of the shop, so that
    /// the third sees what the first two took. Each has the draft that is its own.
    ///
    /// - Returns: one rehearsal each, in the order given.
    public func rehearse(
        for conversations: [ConversationID], on occasion: Occasion, answers: Answers = Answers(),
        drafts: (ConversationID) -> Draft = { _ in Draft() }
    ) -> [Rehearsal] {
        var occasion = occasion
        return conversations.map { id in
            occasion.conversation = id
            // What is in view is in view of one conversation.
            occasion.order = nil
            occasion.draft = drafts(id)
            var rehearser = Rehearser(
                self, on: occasion, answers: answers, keepingShop: true)
            rehearser.rehearse()
            if rehearser.result.isReady { occasion.shop = rehearser.shop }
            return rehearser.result
        }
    }
}
