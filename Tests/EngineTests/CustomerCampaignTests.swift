import Engine
import Testing

@Suite struct `A campaign` {
    @Test func `reaches who agreed and says of everybody else why not`() throws {
        var counter = Counter.caring { fixture in
            fixture.customers.append(
                Customer(
                    id: "b5", name: "黑", account: "hei",
                    consent: Customer.Consent(state: .given),
                    block: Customer.Block(
                        at: fixture.opensAt, reason: "辱骂", proof: CustomerShop.proof,
                        until: fixture.opensAt + .days(9))))
        }
        let campaign = try counter.write(to: ["b1", "b3", "b4", "b5", "b3"])
        #expect(campaign.sentTo == ["b3"])
        #expect(
            campaign.skipped == [
                Campaign.Skipped(customer: "b1", why: .noConsent),
                Campaign.Skipped(customer: "b4", why: .optedOut),
                Campaign.Skipped(customer: "b5", why: .blacklisted),
            ])
        #expect(counter.customer("b3").marketedAt == [counter.shop.now])
        #expect(counter.customer("b1").marketedAt.isEmpty)
    }

    @Test func `does not come again too soon`() throws {
        var counter = Counter.caring()
        try counter.write(to: ["b3"])
        let soon = try counter.write(to: ["b3"], after: .days(7) - .seconds(1))
        #expect(soon.skipped == [Campaign.Skipped(customer: "b3", why: .tooSoon)])
        #expect(soon.sentTo.isEmpty)
        #expect(counter.shop.campaigns[soon.id] != nil)
        let late = try counter.write(to: ["b3"], after: .seconds(1))
        #expect(late.sentTo == ["b3"])
    }

    @Test func `that announces goes to everybody, once, and counts against no limit`() throws {
        var counter = Counter.caring()
        let campaign = try counter.write(.announcement, to: ["b1", "b4", "b1"])
        #expect(campaign.sentTo == ["b1", "b4"])
        #expect(campaign.skipped.isEmpty)
        #expect(counter.customer("b1").marketedAt.isEmpty)
    }

    @Test func `that asks goes to who has not refused, and counts against the limit`() throws {
        var counter = Counter.caring()
        let survey = try counter.write(.survey, ["包装好吗？"], to: ["b1", "b3", "b4"])
        #expect(survey.sentTo == ["b1", "b3"])
        #expect(survey.skipped.map(\.why) == [.optedOut])
        #expect(try counter.write(to: ["b3"]).skipped.map(\.why) == [.tooSoon])
    }

    @Test func `needs a name, a text, people, and for a survey questions`() throws {
        let counter = Counter.caring()
        func refusal(
            _ kind: Campaign.Kind = .message, _ name: String = "春上新", _ text: String = "新款",
            _ questions: [String] = [], _ ids: [CustomerID] = ["b3"]
        ) -> Refusal? {
            counter.refusal(
                .sendCampaign(
                    kind: kind, name: name, text: text, questions: questions, customers: ids))
        }
        #expect(refusal(.message, "") == .nothingToSay)
        #expect(refusal(.message, "春", " ") == .nothingToSay)
        #expect(
            refusal(.message, "春", String(repeating: "长", count: 2001))
                == .tooLong(limit: 2000, length: 2001))
        #expect(refusal(.survey) == .nothingToSay)
        #expect(refusal(.survey, "春", "问", ["好吗？", ""]) == .nothingToSay)
        #expect(refusal(.message, "春", "新款", [], []) == .noCustomers)
        #expect(refusal(.message, "春", "新款", [], ["b3", "b9"]) == .noSuchCustomer("b9"))
    }

    @Test func `that asks is answered once, by who was asked, question by question`() throws {
        var counter = Counter.caring()
        let survey = try counter.write(.survey, ["包装？", "速度？"], to: ["b1", "b4"]).id
        func answer(_ texts: [String] = ["好", "快"], _ id: CustomerID = "b1", by actor: Actor)
            -> Refusal?
        {
            counter.refusal(
                .answerSurvey(campaign: survey, customer: id, texts: texts), by: actor)
        }
        #expect(answer(by: .buyer("b2")) == .notYourPart)
        #expect(answer(["好", "快"], "b2", by: .buyer("b2")) == .notAsked)
        #expect(answer(["好", "快"], "b4", by: .buyer("b4")) == .notAsked)
        #expect(answer(["好"], by: .buyer("b1")) == .wrongAnswers(questions: 2))
        #expect(answer(["好", " "], by: .buyer("b1")) == .nothingToSay)
        #expect(
            counter.refusal(
                .answerSurvey(campaign: "m9", customer: "b1", texts: []), by: .buyer("b1"))
                == .noSuchCampaign("m9"))
        try counter.send(
            .answerSurvey(campaign: survey, customer: "b1", texts: ["好", "快"]),
            by: .buyer("b1"))
        #expect(counter.shop.campaigns[survey]?.answers.map(\.texts) == [["好", "快"]])
        #expect(
            counter.refusal(
                .answerSurvey(campaign: survey, customer: "b1", texts: ["好", "快"]),
                by: .buyer("b1")) == .notAsked)
        let news = try counter.write(.announcement, to: ["b2"]).id
        #expect(
            counter.refusal(
                .answerSurvey(campaign: news, customer: "b2", texts: []), by: .buyer("b2"))
                == .notAsked)
    }

    @Test func `is credited with the orders and the no that follow while its time runs`() throws {
        var counter = Counter.caring { fixture in
            fixture.customers.append(
                Customer(
                    id: "b5", name: "迟", account: "chi",
                    accounts: [Account(id: "card5", method: .card)],
                    consent: Customer.Consent(state: .given)))
        }
        let campaign = try counter.write(to: ["b3", "b5"]).id
        counter.shop.advance(to: counter.shop.now + .days(7))
        let first = try counter.buy([("cup-small", 1)], by: "b3")
        try counter.buy([("cup-small", 1)], by: "b1")
        try counter.send(.optOut(customer: "b3", source: "回 T"), by: .buyer("b3"))
        counter.shop.advance(to: counter.shop.now + .seconds(1))
        try counter.buy([("cup-small", 1)], by: "b5")
        try counter.send(.optOut(customer: "b5", source: "回 T"), by: .buyer("b5"))
        #expect(counter.shop.campaigns[campaign]?.orders == [first])
        #expect(counter.shop.campaigns[campaign]?.optedOut == ["b3"])
    }

    @Test func `keeps its credit when an announcement comes between`() throws {
        var counter = Counter.caring()
        let message = try counter.write(to: ["b3"]).id
        let news = try counter.write(.announcement, to: ["b3", "b1"], after: .days(1)).id
        let first = try counter.buy([("cup-small", 1)], by: "b3")
        let other = try counter.buy([("cup-small", 1)], by: "b1")
        #expect(counter.shop.campaigns[message]?.orders == [first])
        #expect(counter.shop.campaigns[news]?.orders == [other])
    }

    @Test func `of an earlier shift is still credited, and its name is not used again`() throws {
        var before = Counter.caring()
        let old = try before.write(to: ["b3"]).id
        var counter = Counter(Shop(before.shop.store))
        let order = try counter.buy([("cup-small", 1)], by: "b3")
        #expect(counter.shop.campaigns[old]?.orders == [order])
        #expect(try counter.write(.announcement, to: ["b1"]).id == "m2")
    }
}
