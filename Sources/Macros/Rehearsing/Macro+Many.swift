public import Engine

extension Macro {
    /// The dry run for several conversations, one after the other in one copy of the shop, so that
    /// the third sees what the first two took. Each has the draft that is its own, and the order that
    /// is in view there, if one is.
    ///
    /// - Returns: one rehearsal each, in the order given.
    public func rehearse(
        for conversations: [ConversationID], on occasion: Occasion, answers: Answers = Answers(),
        orders: (ConversationID) -> OrderID? = { _ in nil },
        drafts: (ConversationID) -> Draft = { _ in Draft() }
    ) -> [Rehearsal] {
        var occasion = occasion
        return conversations.map { id in
            occasion.conversation = id
            occasion.order = orders(id)
            occasion.draft = drafts(id)
            var rehearser = Rehearser(
                self, on: occasion, answers: answers, keepingShop: true)
            rehearser.rehearse()
            if rehearser.result.isReady { occasion.shop = rehearser.shop }
            return rehearser.result
        }
    }
}
