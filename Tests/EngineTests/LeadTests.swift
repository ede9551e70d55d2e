import Engine
import Testing

/// What the leader of a practice does to a shop.
struct LeadTests {
    private func leads(_ counter: inout Counter, _ lead: Lead) throws {
        try counter.send(.lead(lead), by: .instructor)
    }

    @Test func `nobody but the leader leads`() throws {
        let counter = try Counter.talking()
        for actor in [Actor.agent("me"), .buyer("b1"), .platform, .bot] {
            #expect(counter.refusal(.lead(.freeze), by: actor) == .notYourPart)
        }
    }

    @Test func `while time stands no seat acts, and afterwards all is as it was`() throws {
        var counter = try Counter.talking()
        try leads(&counter, .freeze)
        #expect(counter.refusal(.reply(conversation: "c1", text: "在")) == .timeStands)
        #expect(
            counter.refusal(.say(conversation: "c1", text: "人呢"), by: .buyer("b1"))
                == .timeStands)
        #expect(counter.refusal(.lead(.freeze), by: .instructor) == .alreadySo)
        // The world goes on as far as its own clock lets it.
        #expect(counter.refusal(.passTime, by: .platform) == nil)
        try leads(&counter, .goOn)
        try counter.send(.reply(conversation: "c1", text: "在"))
    }

    @Test func `in a seat that the leader has its person looks on until it is given back`() throws {
        var counter = try Counter.talking()
        try leads(&counter, .takeSeat(seat: .buyer("b1")))
        let word = Command.say(conversation: "c1", text: "人呢")
        #expect(counter.refusal(word, by: .buyer("b1")) == .seatTaken)
        // Another customer is nobody's seat, and the agent has theirs.
        #expect(counter.refusal(word, by: .buyer("b2")) == .notYourPart)
        try counter.send(.reply(conversation: "c1", text: "在"))
        try counter.send(word, by: .instructor)
        try leads(&counter, .giveBack(seat: .buyer("b1")))
        try counter.send(word, by: .buyer("b1"))
        #expect(counter.refusal(.lead(.giveBack(seat: .agent)), by: .instructor) == .alreadySo)
        #expect(
            counter.refusal(.lead(.takeSeat(seat: .buyer("nobody"))), by: .instructor)
                == .noSuchCustomer("nobody"))
    }

    @Test func `nothing is handed to a colleague who is away`() throws {
        var fixture = SampleShop.open().store
        fixture.colleagues = ["老周", "小唐"]
        var counter = Counter(Shop(fixture))
        try counter.send(
            .openConversation(
                customer: "b1", channel: .taobao, stage: .preSale, order: nil, mood: 60),
            by: .buyer("b1"))
        #expect(
            counter.refusal(.lead(.sendAway(colleague: "老邹")), by: .instructor)
                == .noSuchColleague(name: "老邹", nearest: "老周"))
        try leads(&counter, .sendAway(colleague: "老周"))
        #expect(
            counter.refusal(.transfer(conversation: "c1", to: "老周", note: ""))
                == .colleagueAway(name: "老周"))
        #expect(counter.refusal(.transfer(conversation: "c1", to: "小唐", note: "")) == nil)
        try leads(&counter, .callBack(colleague: "老周"))
        try counter.send(.transfer(conversation: "c1", to: "老周", note: ""))
    }

    @Test func `a whisper changes nothing in the shop, and a rush has its limits`() throws {
        var counter = try Counter.talking()
        let before = counter.shop.conversations
        try leads(&counter, .whisper(to: .agent, text: "先问她哪天要"))
        #expect(counter.shop.conversations == before)
        #expect(
            counter.refusal(.lead(.whisper(to: .agent, text: " ")), by: .instructor)
                == .nothingToSay)
        #expect(
            counter.refusal(.lead(.surge(customers: 0)), by: .instructor) == .badCount(0, most: 50))
        #expect(
            counter.refusal(.lead(.surge(customers: 51)), by: .instructor)
                == .badCount(51, most: 50))
    }

    @Test func `nobody comes in another customer's name`() {
        let counter = Counter()
        let command = Command.openConversation(
            customer: "b2", channel: .taobao, stage: .preSale, order: nil, mood: 60)
        #expect(counter.refusal(command, by: .buyer("b1")) == .notYourPart)
    }

    @Test(arguments: ["agent", "buyer:b1"])
    func `a seat is written as one word and read again`(code: String) {
        #expect(Seat(code: code)?.code == code)
        #expect(Seat(code: "leader") == nil)
    }
}
