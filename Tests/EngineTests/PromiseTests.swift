import Engine
import Testing

@Suite struct `A promise` {
    private func promise(
        _ deed: Promise.Deed, in counter: inout Counter, within span: Span = .minutes(10)
    ) throws {
        try counter.send(
            .promise(
                conversation: "c1", text: "十分钟内答复", deed: deed,
                due: counter.shop.now + span, message: nil))
    }

    @Test func `to report is kept by a reply a minute later, not by the next breath`() throws {
        var counter = try Counter.talking()
        try promise(.report(ticket: nil), in: &counter)
        try counter.send(.reply(conversation: "c1", text: "稍等"), after: .seconds(20))
        #expect(counter.shop.promises["p1"]?.isOpen == true)
        try counter.send(.reply(conversation: "c1", text: "查到了"), after: .seconds(60))
        #expect(counter.shop.promises["p1"]?.isKept == true)
    }

    @Test func `to report is kept by no reply that the platform, where it listens, has not heard`()
        throws
    {
        var counter = Counter.caring { $0.rules.speech.answersAreHeard = true }
        try counter.send(
            .openConversation(
                customer: "b1", channel: .taobao, stage: .preSale, order: nil, mood: 60),
            by: .buyer("b1"))
        try promise(.report(ticket: nil), in: &counter)
        try counter.send(.reply(conversation: "c1", text: "理解您"), after: .minutes(2))
        #expect(counter.shop.promises["p1"]?.isOpen == true)
        try counter.send(.hearAnswer(promise: "p1"), by: .platform)
        #expect(counter.shop.promises["p1"]?.isKept == true)
    }

    @Test func `is kept by an answer that the platform hears, and by nobody else's word`() throws {
        var counter = try Counter.talking()
        let heard = Command.hearAnswer(promise: "p1")
        #expect(counter.refusal(heard, by: .platform) == .noAnswerPromised("p1"))
        try promise(.report(ticket: nil), in: &counter)
        #expect(counter.refusal(heard) == .notYourPart)
        try counter.send(heard, by: .platform, after: .seconds(20))
        #expect(counter.shop.promises["p1"]?.isKept == true)
        #expect(counter.refusal(heard, by: .platform) == .noAnswerPromised("p1"))
        // What else is promised is not kept by words.
        try promise(.ship("w1"), in: &counter)
        #expect(
            counter.refusal(.hearAnswer(promise: "p2"), by: .platform)
                == .noAnswerPromised("p2"))
    }

    @Test func `that waits for a ticket is not kept before the answer`() throws {
        var counter = try Counter.talking()
        try counter.send(
            .openTicket(
                department: .carrier, conversation: "c1", order: "s1", summary: "停滞四天", fields: nil,
                kind: nil))
        try promise(.report(ticket: "t1"), in: &counter)
        try counter.send(.reply(conversation: "c1", text: "还在问"), after: .minutes(2))
        #expect(counter.shop.promises["p1"]?.isOpen == true)
        try counter.send(
            .answerTicket(ticket: "t1", text: "今晚到杭州"), by: .department(.carrier))
        try counter.send(.reply(conversation: "c1", text: "今晚到杭州"))
        #expect(counter.shop.promises["p1"]?.isKept == true)
    }

    @Test func `is broken at its minute and late when the deed comes after`() throws {
        var counter = try Counter.talking()
        try promise(.ship("w1"), in: &counter)
        let due = counter.shop.now + .minutes(10)
        try counter.tick(at: due)
        #expect(counter.shop.promises["p1"]?.state == .broken(at: due))
        try counter.send(.ship(order: "w1", carrier: "顺丰", tracking: "SF7"), by: .warehouse)
        #expect(counter.shop.promises["p1"]?.state == .late(at: due))
    }

    @Test func `is withdrawn with the message that made it, and never broken`() throws {
        var counter = try Counter.talking()
        try counter.send(.reply(conversation: "c1", text: "5分钟内答复您"))
        let due = counter.shop.now + .minutes(5)
        try counter.send(
            .promise(
                conversation: "c1", text: "5分钟内答复您", deed: .report(ticket: nil), due: due,
                message: MessageID(2)))
        #expect(counter.shop.holds(.promiseMade, in: "c1"))
        try counter.send(.recall(message: MessageID(2)), after: .seconds(30))
        #expect(counter.shop.openPromises(in: "c1").isEmpty)
        #expect(!counter.shop.holds(.promiseMade, in: "c1"))
        let at = counter.shop.now
        while let next = counter.shop.nextTimer, next <= due { try counter.tick(at: next) }
        #expect(counter.shop.promises["p1"]?.state == .withdrawn(at: at))
    }

    @Test func `a visit is kept by a reply at its time and by none before`() throws {
        var counter = try Counter.talking()
        let from = counter.shop.now + .hours(2)
        #expect(throws: Refusal.dueInThePast) {
            try promise(.visit(from: from), in: &counter, within: .hours(1))
        }
        try promise(.visit(from: from), in: &counter, within: .hours(3))
        try counter.send(.reply(conversation: "c1", text: "再见"), after: .minutes(5))
        #expect(counter.shop.openPromises(in: "c1").count == 1)
        try counter.send(.reply(conversation: "c1", text: "用着怎么样"), after: .hours(2))
        #expect(counter.shop.promises["p1"]?.isKept == true)
    }

    @Test func `to ship what is still to be paid for is owed once it is paid`() throws {
        var counter = try Counter.talking()
        let id: OrderID = "u1"
        try promise(.shipOncePaid, in: &counter)
        try promise(.shipOncePaid, in: &counter, within: .minutes(30))
        // Words and other customers' parcels keep it no more than they pay for it.
        try counter.send(.reply(conversation: "c1", text: "今天就发"), after: .minutes(2))
        try counter.send(.ship(order: "w1", carrier: "顺丰", tracking: "SF7"), by: .warehouse)
        #expect(counter.shop.openPromises(in: "c1").count == 2)
        // Nothing was paid when the first was due: nothing was owed.
        let due = counter.shop.now + .minutes(8)
        try counter.tick(at: due)
        #expect(counter.shop.promises["p1"]?.state == .withdrawn(at: due))
        try counter.send(.pay(order: id, method: .card), by: .buyer("b1"))
        try counter.send(.ship(order: id, carrier: "顺丰", tracking: "SF8"), by: .warehouse)
        #expect(counter.shop.promises["p2"]?.isKept == true)
    }

    @Test func `to ship what was paid for meanwhile is broken when it has not left`() throws {
        var counter = try Counter.talking()
        try promise(.shipOncePaid, in: &counter)
        let due = counter.shop.now + .minutes(10)
        try counter.send(.pay(order: "u1", method: .card), by: .buyer("b1"))
        try counter.tick(at: due)
        #expect(counter.shop.promises["p1"]?.state == .broken(at: due))
    }

    @Test func `names a time to come and this customer's order`() throws {
        let counter = try Counter.talking()
        let now = counter.shop.now
        #expect(
            counter.refusal(
                .promise(
                    conversation: "c1", text: "马上", deed: .report(ticket: nil), due: now,
                    message: nil)) == .dueInThePast)
        #expect(
            counter.refusal(
                .promise(
                    conversation: "c1", text: "今天发", deed: .ship("w2"), due: now + .hours(1),
                    message: nil)) == .belongsToAnother("w2"))
    }

    @Test func `outlives a tag, which ends at its own time`() throws {
        var counter = try Counter.talking()
        let expires = counter.shop.now + .days(7)
        try counter.send(.tag(customer: "b1", name: "急", expires: expires))
        #expect(
            counter.refusal(.tag(customer: "b1", name: "急", expires: nil))
                == .alreadyTagged(name: "急"))
        while let due = counter.shop.nextTimer, due <= expires { try counter.tick(at: due) }
        #expect(counter.shop.customers["b1"]?.tags.isEmpty == true)
    }
}
