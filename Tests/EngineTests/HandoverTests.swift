import Engine
import Testing

/// What one shift leaves to the next.
struct HandoverTests {
    @Test func `what is not done is listed: who waits, what was promised, what was asked for`()
        throws
    {
        var counter = try Counter.talking()
        #expect(counter.shop.openMatters.map(\.kind) == [.conversation(waits: true)])
        try counter.send(.reply(conversation: "c1", text: "您好"))
        let due = counter.shop.now + .hours(1)
        try counter.send(
            .promise(
                conversation: "c1", text: "一小时内回您", deed: .report(ticket: nil), due: due,
                message: nil))
        try counter.send(
            .openTicket(
                department: .warehouse, conversation: "c1", order: nil, summary: "查库存",
                fields: nil, kind: nil))
        #expect(
            counter.shop.openMatters.map(\.kind) == [
                .conversation(waits: false), .promise(text: "一小时内回您", due: due),
                .ticket(.warehouse, summary: "查库存"),
            ])
        try counter.send(.close(conversation: "c1"))
        #expect(!counter.shop.openMatters.contains { $0.kind == .conversation(waits: false) })
    }

    @Test func `a note tells of a matter by the customer's name or the order's digits`() throws {
        let counter = try Counter.talking()
        let shop = counter.shop
        let customer = try #require(shop.conversations["c1"]?.customer)
        let name = try #require(shop.customers[customer]?.name)
        let matter = OpenMatter(
            customer: customer, conversation: "c1", order: "2026031600018842",
            kind: .conversation(waits: true))
        #expect(shop.tells("\(name)还在等", of: matter))
        #expect(shop.tells("尾号8842那单明天催", of: matter))
        #expect(!shop.tells("都办完了", of: matter))
    }

    @Test func `the last note written counts, and the next shift receives it`() throws {
        var counter = try Counter.talking()
        #expect(counter.refusal(.writeHandover(text: " ")) == .nothingToSay)
        try counter.send(.writeHandover(text: "一"))
        #expect(counter.refusal(.writeHandover(text: "一")) == .sameAsBefore)
        try counter.send(.writeHandover(text: "二"))
        #expect(counter.shop.handover.written == "二")
        let next = Shop(counter.shop.store)
        #expect(next.handover == Handover(received: "二"))
        #expect(Shop(next.store).handover == Handover(), "a note is for one shift")
    }
}
