extension Shop {
    func searchKnowledge(
        _ id: ConversationID?, _ query: String, _ found: Int, _ opened: String?
    ) throws(Refusal) -> [Event] {
        if let id, conversations[id] == nil { throw .noSuchConversation(id) }
        guard query.contains(where: { !$0.isWhitespace }) else { throw .nothingToSay }
        try checkLength(query)
        if let opened, !canBeLookedUp(opened) { throw .noSuchEntry(title: opened) }
        return [
            .knowledgeMoved(
                conversation: id,
                step: .searched(query: query, found: max(0, found), opened: opened))
        ]
    }

    /// A title of the knowledge base, or of the goods and coupons that are found with it.
    private func canBeLookedUp(_ title: String) -> Bool {
        knowledge.contains { $0.title == title } || products.values.contains { $0.title == title }
            || coupons.values.contains { $0.name == title }
    }

    func proposeEntry(
        _ id: ConversationID?, _ title: String, _ body: String, _ keywords: [String]
    ) throws(Refusal) -> [Event] {
        if let id, conversations[id] == nil { throw .noSuchConversation(id) }
        for text in [title, body] {
            guard text.contains(where: { !$0.isWhitespace }) else { throw .nothingToSay }
            try checkLength(text)
        }
        if knowledge.contains(where: { $0.title == title }) { throw .entryExists(title: title) }
        let entry = KnowledgeEntry(
            title: title, body: body, keywords: keywords, proposedBy: agent)
        return [.knowledgeMoved(conversation: id, step: .proposed(entry))]
    }

    mutating func apply(_ step: KnowledgeEntry.Step) {
        switch step {
        case .searched: break
        case .proposed(let entry): knowledge.append(entry)
        }
    }
}
