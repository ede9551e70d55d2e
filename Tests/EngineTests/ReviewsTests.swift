import Engine
import Testing

@Suite struct `A review` {
    private func done(_ rules: Rules = .plain) throws -> (counter: Counter, order: OrderID) {
        var counter = Counter.trading(rules)
        let id = try counter.delivered(
            [("shirt-white", 1), ("cup-small", 1)], isConfirmed: true)
        return (counter, id)
    }

    private func write(
        _ order: OrderID, _ stars: Int = 1, line: Int = 0, _ text: String = "质量太差"
    ) -> Command {
        .review(order: order, line: line, rating: Review.Rating(stars: stars), text: text)
    }

    private func reviewed(_ stars: Int = 1, _ rules: Rules = .plain) throws -> Counter {
        var (counter, id) = try done(rules)
        try counter.send(write(id, stars), by: .buyer("b1"))
        return counter
    }

    // MARK: Writing

    @Test func `is written by the buyer, one a line`() throws {
        var (counter, id) = try done()
        #expect(counter.refusal(write(id), by: .buyer("b2")) == .belongsToAnother(id))
        #expect(counter.refusal(write(id)) == .notYourPart)
        #expect(counter.refusal(write("X"), by: .buyer("b1")) == .noSuchOrder("X"))
        #expect(
            counter.refusal(write(id, line: 2), by: .buyer("b1"))
                == .noSuchLine(order: id, line: 2))
        #expect(counter.refusal(write(id, 1, " "), by: .buyer("b1")) == .nothingToSay)
        try counter.send(write(id), by: .buyer("b1"))
        try counter.send(write(id, 5, line: 1), by: .buyer("b1"))
        #expect(counter.refusal(write(id), by: .buyer("b1")) == .alreadyReviewed)
        #expect(counter.shop.reviews(of: id).map(\.id) == ["v1", "v2"])
        #expect(counter.shop.reviews["v1"]?.rating.grade == .bad)
        #expect(counter.shop.reviews["v1"]?.customer == "b1")
        #expect(counter.shop.violations() == [])
    }

    @Test func `is written when the line is done and within its days, not before or after`()
        throws
    {
        var counter = Counter.trading()
        let id = try counter.delivered([("shirt-white", 1)])
        #expect(
            counter.refusal(write(id), by: .buyer("b1")) == .orderIs(.shipped, needs: [.done]))
        try counter.send(.confirmReceipt(order: id, lines: nil), by: .buyer("b1"))
        let over = counter.shop.now + .days(15)
        counter.shop.advance(to: over)
        #expect(counter.refusal(write(id), by: .buyer("b1")) == nil)
        counter.shop.advance(to: over + Span(milliseconds: 1))
        #expect(counter.refusal(write(id), by: .buyer("b1")) == .reviewTimeOver(since: over))
        var rules = Rules.plain
        rules.orders.permits = [OrderRules.Permit(operation: .review, states: [])]
        let (none, other) = try done(rules)
        #expect(none.refusal(write(other), by: .buyer("b1")) == .notOffered(.review))
    }

    @Test func `gives one to five stars and marks, or one of three grades`() throws {
        let (counter, id) = try done()
        for stars in [0, 6, -1] {
            #expect(counter.refusal(write(id, stars), by: .buyer("b1")) == .badStars(stars))
        }
        for rating in [
            Review.Rating(stars: 5, described: 9), Review.Rating(stars: 5, service: 9),
            Review.Rating(stars: 5, logistics: 9),
        ] {
            #expect(
                counter.refusal(
                    .review(order: id, line: 0, rating: rating, text: "好"), by: .buyer("b1"))
                    == .badStars(9))
        }
        for stars in 1...5 { #expect(counter.refusal(write(id, stars), by: .buyer("b1")) == nil) }
        var rules = Rules.plain
        rules.reviews.scale = .grades
        let (graded, order) = try done(rules)
        #expect(graded.refusal(write(order, 4), by: .buyer("b1")) == .badGrade(4))
        #expect(graded.refusal(write(order, 2), by: .buyer("b1")) == .badGrade(2))
        for stars in [1, 3, 5] {
            #expect(graded.refusal(write(order, stars), by: .buyer("b1")) == nil)
        }
    }

    @Test func `takes a name that no review of the store has`() throws {
        var (counter, id) = try done()
        var fixture = counter.shop.store
        fixture.reviews = [
            Review(
                id: "v2", order: id, line: 1, customer: "b1", at: fixture.opensAt,
                rating: Review.Rating(stars: 5), text: "好")
        ]
        counter = Counter(Shop(fixture))
        try counter.send(write(id), by: .buyer("b1"))
        #expect(counter.shop.reviews(of: id).map(\.id) == ["v2", "v3"])
    }

    // MARK: The buyer's second thoughts

    @Test func `that is bad is changed once, by its buyer, in time`() throws {
        var counter = try reviewed()
        func edit(_ stars: Int, _ text: String = "换了新的，满意") -> Command {
            .editReview(review: "v1", rating: Review.Rating(stars: stars), text: text)
        }
        let id = try #require(counter.shop.reviews["v1"]?.order)
        #expect(
            counter.refusal(
                .editReview(review: "X", rating: Review.Rating(stars: 5), text: "好"),
                by: .buyer("b1")) == .noSuchReview("X"))
        #expect(counter.refusal(edit(5), by: .buyer("b2")) == .belongsToAnother(id))
        #expect(counter.refusal(edit(5)) == .notYourPart)
        #expect(counter.refusal(edit(7), by: .buyer("b1")) == .badStars(7))
        #expect(counter.refusal(edit(5, ""), by: .buyer("b1")) == .nothingToSay)
        #expect(counter.refusal(edit(1, "质量太差"), by: .buyer("b1")) == .sameAsBefore)
        let over = counter.shop.now + .days(30)
        var late = counter
        late.shop.advance(to: over + .seconds(1))
        #expect(late.refusal(edit(5), by: .buyer("b1")) == .reviewTimeOver(since: over))
        try counter.send(edit(3), by: .buyer("b1"))
        #expect(counter.shop.reviews["v1"]?.rating.grade == .medium)
        #expect(counter.shop.reviews["v1"]?.editedAt == counter.shop.now)
        #expect(counter.refusal(edit(5), by: .buyer("b1")) == .alreadyEdited)
        let good = try reviewed(5)
        #expect(good.refusal(edit(1), by: .buyer("b1")) == .notABadReview)
    }

    @Test func `is followed up once, by its buyer, within half a year`() throws {
        var counter = try reviewed(5)
        let follow = Command.followUp(review: "v1", text: "洗了两次起球")
        let id = try #require(counter.shop.reviews["v1"]?.order)
        #expect(
            counter.refusal(.followUp(review: "X", text: "好"), by: .buyer("b1"))
                == .noSuchReview("X"))
        #expect(counter.refusal(follow, by: .buyer("b2")) == .belongsToAnother(id))
        #expect(
            counter.refusal(.followUp(review: "v1", text: ""), by: .buyer("b1")) == .nothingToSay)
        let over = counter.shop.now + .days(180)
        var late = counter
        late.shop.advance(to: over + .seconds(1))
        #expect(late.refusal(follow, by: .buyer("b1")) == .reviewTimeOver(since: over))
        try counter.send(follow, by: .buyer("b1"))
        #expect(counter.shop.reviews["v1"]?.followUp?.text == "洗了两次起球")
        #expect(counter.refusal(follow, by: .buyer("b1")) == .alreadyFollowedUp)
    }

    // MARK: What the shop may do

    @Test func `is explained once, in time, in five hundred characters, before a follow-up`()
        throws
    {
        var counter = try reviewed()
        func explain(_ text: String) -> Command { .explainReview(review: "v1", text: text) }
        #expect(
            counter.refusal(.explainReview(review: "X", text: "谢谢")) == .noSuchReview("X"))
        #expect(counter.refusal(explain("谢谢"), by: .buyer("b1")) == .notYourPart)
        #expect(counter.refusal(explain(" ")) == .nothingToSay)
        let long = String(repeating: "谢", count: 501)
        #expect(counter.refusal(explain(long)) == .tooLong(limit: 500, length: 501))
        #expect(counter.refusal(explain(String(long.dropLast()))) == nil)
        let over = counter.shop.now + .days(30)
        var late = counter
        late.shop.advance(to: over + .seconds(1))
        #expect(late.refusal(explain("谢谢")) == .reviewTimeOver(since: over))
        var followed = counter
        try followed.send(.followUp(review: "v1", text: "还是差"), by: .buyer("b1"))
        #expect(followed.refusal(explain("谢谢")) == .afterFollowUp)
        try counter.send(explain("谢谢提醒，这批线头没剪干净，已换新"))
        #expect(counter.shop.reviews["v1"]?.explanation?.at == counter.shop.now)
        #expect(counter.refusal(explain("谢谢")) == .alreadyExplained)
    }

    @Test(arguments: [
        "李倩您好", "收件人：李 倩", "电话13800001111", "138-0000-1111", "１３８ ００００ １１１１",
        "寄到文三路 1 号", "寄到 文三路1号",
    ])
    func `is not answered with the buyer's name, phone or address`(text: String) throws {
        let counter = try reviewed()
        #expect(
            counter.refusal(.explainReview(review: "v1", text: text)) == .tellsPrivateData)
        #expect(
            counter.refusal(.contactReviewer(review: "v1", text: text)) == .tellsPrivateData)
    }

    @Test func `may be answered with anything that tells nobody who the buyer is`() throws {
        let counter = try reviewed()
        for text in ["李女士您好", "订单尾号1111", "发往浙江省", "客服电话400-820-1111"] {
            #expect(counter.refusal(.explainReview(review: "v1", text: text)) == nil, "\(text)")
        }
    }

    @Test func `that is good is no reason to write, and a bad one is a reason once`() throws {
        var counter = try reviewed()
        let contact = Command.contactReviewer(review: "v1", text: "给您换一件，运费我们出")
        #expect(
            counter.refusal(.contactReviewer(review: "X", text: "您好")) == .noSuchReview("X"))
        #expect(counter.refusal(.contactReviewer(review: "v1", text: "")) == .nothingToSay)
        try counter.send(contact)
        #expect(counter.shop.reviews["v1"]?.contactedAt == [counter.shop.now])
        #expect(counter.refusal(contact) == .contactedAlready(limit: 1))
        #expect(try reviewed(4).refusal(contact) == .notABadReview)
        #expect(try reviewed(3).refusal(contact) == nil)
        var rules = Rules.plain
        rules.reviews.contacts = 0
        #expect(try reviewed(1, rules).refusal(contact) == .contactedAlready(limit: 0))
    }

    @Test func `is reported with proof, once, and the platform decides, once`() throws {
        var counter = try reviewed()
        let proof = [Evidence(kind: .chat, text: "不给钱就差评")]
        func report(_ proof: [Evidence]) -> Command {
            .reportReview(review: "v1", abuse: .extortion, proof: proof)
        }
        let judge = Command.judgeReport(review: "v1", isUpheld: true)
        #expect(
            counter.refusal(.reportReview(review: "X", abuse: .spam, proof: proof))
                == .noSuchReview("X"))
        #expect(counter.refusal(report([])) == .evidenceMissing)
        #expect(
            counter.refusal(report([Evidence(kind: .chat, text: "钱")]))
                == .badEvidence(least: 2, most: 200))
        #expect(counter.refusal(judge, by: .platform) == .notReported)
        #expect(
            counter.refusal(.judgeReport(review: "X", isUpheld: true), by: .platform)
                == .noSuchReview("X"))
        try counter.send(report(proof))
        #expect(counter.refusal(report(proof)) == .alreadyReported)
        #expect(counter.shop.reviews["v1"]?.isHidden == false)
        #expect(counter.refusal(judge) == .notYourPart)
        var stands = counter
        try stands.send(.judgeReport(review: "v1", isUpheld: false), by: .platform)
        #expect(stands.shop.reviews["v1"]?.isHidden == false)
        #expect(stands.refusal(judge, by: .platform) == .alreadyJudged)
        try counter.send(judge, by: .platform)
        #expect(counter.shop.reviews["v1"]?.isHidden == true)
    }
}

@Suite struct `The shop's marks` {
    private func shop(_ reviews: [(days: Int, rating: Review.Rating)]) -> Shop {
        var fixture = TradeShop.fixture()
        for (n, item) in reviews.enumerated() {
            fixture.reviews.append(
                Review(
                    id: ReviewID("v\(n + 1)"), order: "o\(n)", line: 0, customer: "b1",
                    at: fixture.opensAt - .days(item.days), rating: item.rating, text: "好"))
        }
        return Shop(fixture)
    }

    @Test func `are means of half a year in hundredths, half up`() {
        let shop = shop([
            (1, Review.Rating(stars: 5, described: 5, service: 4, logistics: 5)),
            (30, Review.Rating(stars: 3, described: 4, service: 4, logistics: 2)),
            (90, Review.Rating(stars: 1, described: 5, service: 5, logistics: 1)),
            (180, Review.Rating(stars: 1)),
        ])
        let marks = shop.shopMarks(at: shop.now)
        #expect(marks.described == 467 && marks.service == 433 && marks.logistics == 267)
        #expect([marks.count, marks.good, marks.medium, marks.bad] == [3, 1, 1, 1])
        #expect(shop.shopMarks(at: shop.now - .days(91)).count == 1)
        let eighths = Array(repeating: (days: 1, rating: Review.Rating(stars: 4)), count: 7)
        let half = self.shop(eighths + [(1, Review.Rating(stars: 5))])
        #expect(half.shopMarks(at: half.now).described == 413, "4.125 is 4.13")
    }

    @Test func `are none while nobody has said anything, and leave abuse out`() throws {
        var counter = Counter.trading()
        #expect(counter.shop.shopMarks(at: counter.shop.now) == ShopMarks())
        let id = try counter.delivered([("shirt-white", 1)], isConfirmed: true)
        try counter.send(
            .review(order: id, line: 0, rating: Review.Rating(stars: 1), text: "给钱删评"),
            by: .buyer("b1"))
        #expect(counter.shop.shopMarks(at: counter.shop.now).described == 100)
        try counter.send(
            .reportReview(
                review: "v1", abuse: .extortion,
                proof: [Evidence(kind: .chat, text: "要钱的聊天")]))
        try counter.send(.judgeReport(review: "v1", isUpheld: true), by: .platform)
        let marks = counter.shop.shopMarks(at: counter.shop.now)
        #expect(marks.count == 0 && marks.hidden == 1 && marks.described == nil)
    }
}

@Suite struct `The way through a bad review` {
    @Test func `is read, one contact, remedy, explanation, ticket, tag, each ticked when done`()
        throws
    {
        var counter = Counter.trading()
        let id = try counter.delivered([("shirt-white", 1)], isConfirmed: true)
        func done() -> [Bool] { counter.shop.reviewCare(of: "v1").map(\.isDone) }
        #expect(done() == [])
        // What was done before the review is no answer to it.
        try counter.send(.compensate(order: id, amount: .yuan(1), reason: .quality))
        try counter.send(.tag(customer: "b1", name: "急", expires: nil))
        try counter.send(
            .review(order: id, line: 0, rating: Review.Rating(stars: 2), text: "客服装死"),
            by: .buyer("b1"), after: .hours(1))
        #expect(
            counter.shop.reviewCare(of: "v1").map(\.kind)
                == [.read, .contact, .remedy, .explain, .ticket, .tag])
        #expect(counter.shop.reviewCare(of: "v1").allSatisfy { !$0.name.en.isEmpty })
        #expect(done() == [false, false, false, false, false, false])
        try counter.send(
            .openConversation(
                customer: "b1", channel: .taobao, stage: .afterSale, order: id, mood: 20),
            by: .buyer("b1"))
        try counter.send(.look(conversation: "c1", at: .order(id)))
        #expect(done() == [true, false, false, false, false, false])
        try counter.send(.contactReviewer(review: "v1", text: "对不起，没回您消息"))
        #expect(done() == [true, true, false, false, false, false])
        try counter.send(.compensate(order: id, amount: .yuan(5), reason: .quality))
        #expect(done() == [true, true, true, false, false, false])
        try counter.send(.explainReview(review: "v1", text: "谢谢您，已补偿并改了排班"))
        #expect(done() == [true, true, true, true, false, false])
        try counter.send(
            .openTicket(
                department: .supervisor, conversation: nil, order: id, summary: "夜班没人",
                fields: nil, kind: .summary))
        #expect(done() == [true, true, true, true, true, false])
        try counter.send(.tag(customer: "b1", name: "差评已处理", expires: nil))
        #expect(done() == [true, true, true, true, true, true])
        // A buyer who thinks better of it leaves the record as it is.
        try counter.send(
            .editReview(review: "v1", rating: Review.Rating(stars: 5), text: "解决了"),
            by: .buyer("b1"))
        #expect(done().count == 6)
    }

    @Test func `is not walked for a good review`() throws {
        var counter = Counter.trading()
        let id = try counter.delivered([("shirt-white", 1)], isConfirmed: true)
        try counter.send(
            .review(order: id, line: 0, rating: Review.Rating(stars: 5), text: "好"),
            by: .buyer("b1"))
        #expect(counter.shop.reviewCare(of: "v1") == [])
    }
}
