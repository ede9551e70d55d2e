import Engine
import Testing

@Suite struct `Consent and the blacklist` {
    @Test func `a yes is given once, by the customer or noted by the desk with its source`() throws
    {
        var counter = Counter.caring()
        let give = Command.giveConsent(customer: "b1", source: "聊天里说可以")
        #expect(
            counter.refusal(.giveConsent(customer: "b1", source: " ")) == .nothingToSay)
        #expect(counter.refusal(give, by: .buyer("b2")) == .notYourPart)
        #expect(
            counter.refusal(.giveConsent(customer: "b9", source: "x")) == .noSuchCustomer("b9"))
        try counter.send(give)
        #expect(counter.customer("b1").consent.state == .given)
        #expect(counter.customer("b1").consent.source == "聊天里说可以")
        #expect(counter.refusal(give) == .alreadySo)
    }

    @Test func `a no is final for the desk, and only the customer may take it back`() throws {
        var counter = Counter.caring()
        try counter.send(.optOut(customer: "b3", source: "聊天：别再发了"))
        #expect(counter.customer("b3").consent.state == .refused)
        #expect(
            counter.refusal(.giveConsent(customer: "b3", source: "他后来同意了"))
                == .optedOut("b3"))
        try counter.send(.giveConsent(customer: "b3", source: "自己打开"), by: .buyer("b3"))
        #expect(counter.customer("b3").consent.state == .given)
    }

    @Test func `a no needs its source, is said for oneself, and once`() throws {
        var counter = Counter.caring()
        #expect(counter.refusal(.optOut(customer: "b1", source: "")) == .nothingToSay)
        #expect(
            counter.refusal(.optOut(customer: "b1", source: "短信"), by: .buyer("b2"))
                == .notYourPart)
        #expect(counter.refusal(.optOut(customer: "b4", source: "短信")) == .alreadySo)
        #expect(counter.refusal(.optOut(customer: "b9", source: "短信")) == .noSuchCustomer("b9"))
        try counter.send(.optOut(customer: "b1", source: "短信回 T"), by: .buyer("b1"))
        #expect(counter.records.last?.actor == .buyer("b1"))
        #expect(counter.customer("b1").consent.source == "短信回 T")
    }

    @Test func `blacklisting needs a reason, proof that can be read, and an end`() throws {
        var counter = Counter.caring()
        let until = counter.shop.now + .days(30)
        func block(
            _ id: CustomerID = "b1", _ reason: String = "辱骂客服",
            _ proof: [Evidence] = CustomerShop.proof, _ end: Instant? = nil
        ) -> Command {
            .blacklist(customer: id, reason: reason, proof: proof, until: end ?? until)
        }
        #expect(counter.refusal(block("b9")) == .noSuchCustomer("b9"))
        #expect(counter.refusal(block("b1", " ")) == .reasonMissing)
        #expect(counter.refusal(block("b1", "辱骂", [])) == .reasonMissing)
        #expect(
            counter.refusal(block("b1", "辱骂", [Evidence(kind: .photo, text: "图")]))
                == .badEvidence(least: 2, most: 200))
        #expect(
            counter.refusal(block("b1", "辱骂", CustomerShop.proof, counter.shop.now))
                == .dueInThePast)
        try counter.send(block())
        let kept = counter.customer("b1").block
        #expect(kept?.until == until)
        #expect(kept?.proof.first?.by == .agent("me"))
        #expect(counter.refusal(block()) == .alreadySo)
    }

    @Test func `the blacklist ends by itself at its time, or earlier by hand`() throws {
        var counter = Counter.caring()
        let until = counter.shop.now + .days(3)
        let block = Command.blacklist(
            customer: "b1", reason: "辱骂", proof: CustomerShop.proof, until: until)
        #expect(counter.refusal(.unblacklist(customer: "b1")) == .notBlacklisted)
        try counter.send(block)
        try counter.send(.unblacklist(customer: "b1"))
        #expect(counter.customer("b1").block == nil)
        try counter.send(block)
        try counter.tick(at: until)
        #expect(counter.customer("b1").block == nil)
        #expect(
            counter.records.last?.event
                == .customerMoved(customer: "b1", step: .unblocked(byTimer: true)))
        #expect(counter.records.last?.at == until)
    }
}
