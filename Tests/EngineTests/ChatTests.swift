import Engine
import Testing

@Suite struct `The chat` {
    @Test func `starts the waiting clock at the first unanswered message and no later one`() throws
    {
        var counter = try Counter.talking()
        let first = counter.shop.now
        try counter.send(
            .say(conversation: "c1", text: "人呢"), by: .buyer("b1"), after: .seconds(50))
        #expect(counter.shop.conversations["c1"]?.waitingSince == first)
        #expect(counter.shop.conversations["c1"]?.unread == 2)
    }

    @Test func `stops the clock for a person and not for the robot`() throws {
        var counter = try Counter.talking()
        try counter.send(.autoReply(conversation: "c1", text: "稍候"), by: .bot)
        #expect(counter.shop.conversations["c1"]?.waitingSince != nil)
        try counter.send(.reply(conversation: "c1", text: "您好"))
        #expect(counter.shop.conversations["c1"]?.waitingSince == nil)
        #expect(counter.shop.conversations["c1"]?.unread == 0)
    }

    @Test func `takes a conversation in hand when it is answered`() throws {
        var counter = try Counter.talking()
        try counter.send(.reply(conversation: "c1", text: "您好"))
        #expect(counter.shop.conversations["c1"]?.phase == .taken(by: "me"))
        #expect(counter.refusal(.take(conversation: "c1")) == .alreadyTaken)
    }

    @Test func `says nothing in a closed conversation`() throws {
        var counter = try Counter.talking()
        try counter.send(.close(conversation: "c1"))
        #expect(
            counter.refusal(.reply(conversation: "c1", text: "还在吗"))
                == .conversationEnded("c1"))
        #expect(
            counter.refusal(.say(conversation: "c1", text: "喂"), by: .buyer("b1"))
                == .conversationEnded("c1"))
    }

    @Test func `recalls a message while there is time`() throws {
        var counter = try Counter.talking()
        try counter.send(.reply(conversation: "c1", text: "写错了"))
        try counter.send(.recall(message: MessageID(2)), after: .seconds(60))
        #expect(counter.shop.message(MessageID(2))?.recalledAt == counter.shop.now)
        #expect(counter.refusal(.recall(message: MessageID(2))) == .alreadyRecalled)
        try counter.send(.reply(conversation: "c1", text: "又写错了"))
        counter.shop.advance(to: counter.shop.now + .seconds(121))
        #expect(
            counter.refusal(.recall(message: MessageID(3)))
                == .recallTooLate(limit: .minutes(2)))
        #expect(counter.refusal(.recall(message: MessageID(1))) == .noSuchMessage(MessageID(1)))
    }

    @Test func `waits again from when the customer wrote once the only reply is recalled`() throws {
        var counter = try Counter.talking()
        let asked = try #require(counter.shop.conversations["c1"]?.waitingSince)
        try counter.send(.reply(conversation: "c1", text: "写错了"), after: .seconds(20))
        try counter.send(.recall(message: MessageID(2)), after: .seconds(10))
        var talk = try #require(counter.shop.conversations["c1"])
        #expect(talk.waitingSince == asked)
        #expect(talk.unread == 1)
        #expect(talk.firstReplyAt == nil)
        // A second reply that stands has answered: recalling one of the two changes nothing.
        try counter.send(.reply(conversation: "c1", text: "在的"), after: .seconds(5))
        let answered = counter.shop.now
        try counter.send(.reply(conversation: "c1", text: "手滑"), after: .seconds(5))
        try counter.send(.recall(message: MessageID(4)), after: .seconds(5))
        talk = try #require(counter.shop.conversations["c1"])
        #expect(talk.waitingSince == nil)
        #expect(talk.firstReplyAt == answered)
    }

    @Test func `keeps a note from the customer`() throws {
        var counter = try Counter.talking()
        try counter.send(.note(conversation: "c1", text: "语气急，先安抚"))
        #expect(counter.shop.conversations["c1"]?.messages.last?.isPrivate == true)
        #expect(counter.shop.conversations["c1"]?.waitingSince != nil)
    }

    @Test func `holds, resumes and hands over`() throws {
        var counter = try Counter.talking()
        #expect(counter.refusal(.resume(conversation: "c1")) == .notOnHold)
        try counter.send(.hold(conversation: "c1", note: "等仓库"))
        try counter.send(.resume(conversation: "c1"))
        try counter.send(.transfer(conversation: "c1", to: "阿强", note: "要退货"))
        #expect(counter.shop.conversations["c1"]?.isOpen == false)
    }

    @Test func `refuses an empty message, a long one and another customer's order`() throws {
        let counter = try Counter.talking()
        #expect(counter.refusal(.reply(conversation: "c1", text: " \n")) == .nothingToSay)
        #expect(
            counter.refusal(.reply(conversation: "c1", text: String(repeating: "好", count: 501)))
                == .tooLong(limit: 500, length: 501))
        #expect(
            counter.refusal(.look(conversation: "c1", at: .address("w2")))
                == .belongsToAnother("w2"))
        #expect(
            counter.refusal(.sendCard(conversation: "c1", card: .order("w2")))
                == .belongsToAnother("w2"))
    }

    @Test func `gives every actor its own part`() throws {
        let counter = try Counter.talking()
        #expect(
            counter.refusal(.reply(conversation: "c1", text: "好"), by: .buyer("b1"))
                == .notYourPart)
        #expect(
            counter.refusal(.say(conversation: "c1", text: "好"), by: .buyer("b2"))
                == .notYourPart)
        #expect(counter.refusal(.pay(order: "u1", method: .card)) == .notYourPart)
        #expect(
            counter.refusal(.ship(order: "w1", carrier: "顺丰", tracking: "1")) == .notYourPart)
    }

    @Test func `lets a customer rate once, from one to five`() throws {
        var counter = try Counter.talking()
        #expect(
            counter.refusal(.rate(conversation: "c1", stars: 6), by: .buyer("b1")) == .badStars(6))
        try counter.send(.rate(conversation: "c1", stars: 5), by: .buyer("b1"))
        #expect(
            counter.refusal(.rate(conversation: "c1", stars: 1), by: .buyer("b1"))
                == .alreadyRated)
    }
}
