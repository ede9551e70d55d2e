import Engine
import Testing

/// What happens to the knowledge base in a shift.
struct KnowledgeTests {
    private static func proposal(_ title: String, _ body: String = "旧机上门取走") -> Command {
        .proposeEntry(conversation: nil, title: title, body: body, keywords: ["换新"])
    }

    @Test func `a proposed entry is in the base, with who proposed it`() throws {
        var counter = Counter.trading()
        try counter.send(Self.proposal("以旧换新"), by: .agent("me"))
        let entry = try #require(counter.shop.knowledge.last)
        #expect(entry.title == "以旧换新" && entry.proposedBy == counter.shop.agent)
        #expect(entry.keywords == ["换新"])
    }

    @Test func `an entry without words, or one the base has, is refused`() throws {
        var counter = Counter.trading()
        try counter.send(Self.proposal("以旧换新"), by: .agent("me"))
        #expect(
            counter.refusal(Self.proposal("以旧换新"), by: .agent("me")) == .entryExists(title: "以旧换新"))
        #expect(counter.refusal(Self.proposal("  "), by: .agent("me")) == .nothingToSay)
        #expect(counter.refusal(Self.proposal("保养", " "), by: .agent("me")) == .nothingToSay)
        #expect(counter.refusal(Self.proposal("保养"), by: .buyer("liqian")) == .notYourPart)
    }

    @Test func `a search is noted with what was opened, and changes nothing`() throws {
        var counter = Counter.trading()
        let before = counter.shop.knowledge
        try counter.send(
            .searchKnowledge(conversation: nil, query: "fhsj", found: 3, opened: nil),
            by: .agent("me"))
        #expect(counter.shop.knowledge == before)
        #expect(
            counter.refusal(
                .searchKnowledge(conversation: nil, query: "fhsj", found: 3, opened: "没有的"),
                by: .agent("me")) == .noSuchEntry(title: "没有的"))
        try counter.send(Self.proposal("以旧换新"), by: .agent("me"))
        try counter.send(
            .searchKnowledge(conversation: nil, query: "yjhx", found: 1, opened: "以旧换新"),
            by: .agent("me"))
        #expect(counter.shop.store.knowledge.last?.proposedBy == nil)
        #expect(
            counter.refusal(
                .searchKnowledge(conversation: "c99", query: "x", found: 0, opened: nil),
                by: .agent("me")) == .noSuchConversation("c99"))
    }
}
