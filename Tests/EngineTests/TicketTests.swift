import Engine
import Testing

@Suite struct `A ticket` {
    private static func ruled() -> Counter {
        Counter.caring { fixture in
            fixture.rules.tickets.departments = [
                TicketRules.DepartmentRule(
                    department: .carrier, fields: ["运单号", "异常"], within: .hours(24)),
                TicketRules.DepartmentRule(department: .finance, fields: ["金额"]),
            ]
            fixture.rules.tickets.summaryFields = ["问题", "次数", "建议"]
            fixture.tickets = [
                Ticket(
                    id: "t2", department: .carrier, conversation: nil, order: nil,
                    summary: "旧的", openedAt: fixture.opensAt - .hours(2),
                    due: fixture.opensAt + .hours(1))
            ]
        }
    }

    private static func open(
        _ department: Department, _ fields: [(String, String)], _ kind: Ticket.Kind = .request,
        _ summary: String = "停滞四天"
    ) -> Command {
        .openTicket(
            department: department, conversation: nil, order: nil, summary: summary,
            fields: fields.map { Ticket.Field(name: $0.0, value: $0.1) }, kind: kind)
    }

    @Test func `says what it still needs, in the order of the rules`() {
        let counter = Self.ruled()
        #expect(
            counter.refusal(Self.open(.carrier, [])) == .fieldsMissing(["运单号", "异常"]))
        #expect(
            counter.refusal(Self.open(.carrier, [("异常", "停滞"), ("运单号", " ")]))
                == .fieldsMissing(["运单号"]))
        #expect(
            counter.refusal(Self.open(.warehouse, [("问题", "破")], .summary))
                == .fieldsMissing(["次数", "建议"]))
        #expect(counter.refusal(Self.open(.warehouse, [], .request, " ")) == .nothingToSay)
        #expect(
            counter.refusal(Self.open(.finance, [("金额", String(repeating: "9", count: 2001))]))
                == .tooLong(limit: 2000, length: 2001))
    }

    @Test func `keeps what was needed first, then what else was written, and nothing empty`()
        throws
    {
        var counter = Self.ruled()
        try counter.send(
            Self.open(.carrier, [("天气", "雪"), ("异常", "停滞"), ("备注", ""), ("运单号", "SF1")]))
        let ticket = try #require(counter.shop.tickets.values.last)
        #expect(ticket.fields.map(\.name) == ["运单号", "异常", "天气"])
    }

    @Test func `is due by the department's own time, or the shop's`() throws {
        var counter = Self.ruled()
        let now = counter.shop.now
        try counter.send(Self.open(.carrier, [("运单号", "SF1"), ("异常", "停滞")]))
        #expect(counter.shop.tickets.values.last?.due == now + .hours(24))
        try counter.send(Self.open(.finance, [("金额", "8.00")]))
        #expect(counter.shop.tickets.values.last?.due == now + counter.shop.rules.ticketWithin)
        try counter.send(
            Self.open(.carrier, [("问题", "面单糊"), ("次数", "6"), ("建议", "换纸")], .summary))
        #expect(counter.shop.tickets.values.last?.kind == .summary)
        #expect(counter.shop.tickets.values.last?.due == now + .hours(24))
    }

    @Test func `has a number that no loaded ticket has`() throws {
        var counter = Self.ruled()
        for _ in 0..<3 { try counter.send(Self.open(.warehouse, [])) }
        #expect(Array(counter.shop.tickets.keys) == ["t2", "t3", "t4", "t5"])
    }

    @Test func `is overdue at its minute, once, and can still be answered`() throws {
        var counter = Self.ruled()
        try counter.tick(at: counter.shop.now + .hours(1))
        #expect(counter.shop.tickets["t2"]?.isOverdue == true)
        #expect(counter.records.map(\.event) == [.ticketOverdue(ticket: "t2")])
        try counter.send(
            .answerTicket(ticket: "t2", text: "已到杭州"), by: .department(.carrier))
        #expect(counter.shop.tickets["t2"]?.answer?.text == "已到杭州")
        #expect(
            counter.refusal(
                .answerTicket(ticket: "t2", text: "再说一遍"), by: .department(.carrier))
                == .alreadyAnswered)
        #expect(
            counter.refusal(.answerTicket(ticket: "t9", text: "啊"), by: .department(.carrier))
                == .noSuchTicket("t9"))
    }

    @Test func `belongs to the customer who is talking`() throws {
        var counter = Counter.caring { fixture in
            fixture.orders = [CustomerShop.done("h1", of: "b1", daysAgo: 5, yuan: 59)]
        }
        try counter.send(
            .openConversation(
                customer: "b2", channel: .taobao, stage: .preSale, order: nil, mood: 50),
            by: .buyer("b2"))
        func open(_ talk: ConversationID?, _ order: OrderID?) -> Refusal? {
            counter.refusal(
                .openTicket(
                    department: .finance, conversation: talk, order: order, summary: "查",
                    fields: nil, kind: nil))
        }
        #expect(open("c1", "h1") == .belongsToAnother("h1"))
        #expect(open("c9", nil) == .noSuchConversation("c9"))
        #expect(open(nil, "h9") == .noSuchOrder("h9"))
        #expect(open("c1", nil) == nil)
    }

    @Test func `a ticket that goes to the next shift belongs to no conversation of it`() throws {
        var counter = try Counter.talking()
        try counter.send(
            .openTicket(
                department: .warehouse, conversation: "c1", order: nil, summary: "查一下",
                fields: nil, kind: nil))
        #expect(counter.shop.tickets(of: "c1").count == 1)
        let next = Shop(counter.shop.store)
        #expect(next.tickets.values.count == 1)
        #expect(next.tickets(of: "c1").isEmpty)
    }
}
