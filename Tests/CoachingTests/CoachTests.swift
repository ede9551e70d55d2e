import Coaching
import Engine
import Grading
import Language
import Scenarios
import Shifts
import ShippedData
import Support
import Testing

/// What the coach says of the replies that the model agent sends, and of the liar's.
@Suite struct `The coach` {
    /// Advice on every reply of a shift, each as it stood before the reply went.
    static func heard(
        _ pack: String, _ tongue: Tongue, by trial: TrialAgent
    ) throws -> [(text: String, advice: [Advice])] {
        let reader = try Shipped.reader
        let loaded = try Shipped.pack(pack)
        let premises = try Premises(pack: loaded, reader: reader).varied(by: 7)
        var heard: [(text: String, advice: [Advice])] = []
        for scenario in loaded.scenarios {
            let card = premises.card(
                id: "coach", tongue: tongue, seed: 7, scenarios: [scenario.id])
            let run = try Rehearsal.play(premises, card, by: .trial(trial))
            var shop = Shop(premises.pack.fixture(in: tongue))
            var coach = Coach(offset: shop.offset, read: reader.read)
            for (place, record) in run.records.enumerated() {
                if case .replySent(let id, _, _, let text) = record.event,
                    let talk = shop.conversations[id]
                {
                    coach.follow(Array(run.records[..<place]), in: shop)
                    heard.append((text, coach.advice(on: text, for: talk, in: shop)))
                }
                shop.apply(record)
            }
        }
        return heard
    }

    private static func isObjection(_ advice: Advice) -> Bool {
        switch advice.fact {
        case .fault, .foreign, .wrong, .unfounded: true
        case .undated, .promise, .leavesOpen: false
        }
    }

    @Test(arguments: zip(["chapter-4", "chapter-5"], Tongue.allCases))
    func `is silent on what is right and speaks up at what is wrong`(
        pack: String, tongue: Tongue
    ) throws {
        let right = try Self.heard(pack, tongue, by: .golden)
        let objections = right.filter { $0.advice.contains(where: Self.isObjection) }
        #expect(right.count > 40)
        #expect(objections.count * 25 < right.count, "\(objections)")
        // The liar says every number a little otherwise; a sum is a sum of something.
        let wrong = try Self.heard(pack, tongue, by: .liar)
        let figures = wrong.filter { text, _ in
            text.contains(/\d\.\d\d/) && !right.contains { $0.text == text }
        }
        let caught = figures.filter { $0.advice.contains(where: Self.isObjection) }
        #expect(figures.count > 8)
        #expect(caught.count * 3 > figures.count * 2, "\(caught.count) of \(figures.count)")
    }

    // MARK: One draft

    /// The first shift with its customers' first words said.
    private static func shift() throws -> (shop: Shop, records: [Recorded]) {
        let reader = try Shipped.reader
        let pack = try Shipped.pack("first-shift")
        let premises = Premises(pack: pack, reader: reader)
        let shift = premises.open(premises.card(id: "one", tongue: .chinese, seed: 1))
        try shift.advance(to: shift.now + .minutes(8))
        return (shift.shop, shift.records)
    }

    private static func talk(_ shop: Shop, _ customer: CustomerID) throws -> Conversation {
        try #require(shop.conversations.values.first { $0.customer == customer })
    }

    @Test func `a sum the order does not have is doubted, with the order's own beside it`() throws {
        let (shop, records) = try Self.shift()
        let talk = try #require(
            shop.conversations.values.first { shop.orders(of: $0.customer).last?.paidAt != nil })
        let paid = try #require(shop.orders(of: talk.customer).last?.ledger.paid)
        var coach = Coach(offset: shop.offset, read: try Shipped.reader.read)
        coach.follow(records, in: shop)
        let wrong = coach.advice(
            on: "您这单实付是 \((paid + Money(fen: 777)).plain) 元", for: talk, in: shop)
        guard case .unfounded(let known) = wrong.first?.fact else {
            Issue.record("not doubted: \(wrong)")
            return
        }
        #expect(known.zh.contains(paid.plain), "\(known)")
        #expect(coach.advice(on: "您这单实付是 \(paid.plain) 元", for: talk, in: shop).isEmpty)
    }

    @Test func `another customer's order, parcel and telephone are named as theirs`() throws {
        let (shop, records) = try Self.shift()
        let shipped = try #require(
            shop.orders.values.first { order in
                !order.parcels.isEmpty
                    && shop.conversations.values.contains { $0.customer != order.customer }
            })
        let talk = try #require(
            shop.conversations.values.first { $0.customer != shipped.customer })
        var coach = Coach(offset: shop.offset, read: try Shipped.reader.read)
        coach.follow(records, in: shop)
        let phone = shipped.address.phone
        let parted = phone.prefix(3) + "-" + phone.dropFirst(3).prefix(4) + "-" + phone.suffix(4)
        for number in [
            shipped.id.rawValue, shipped.parcels[0].tracking, phone, String(parted),
            parted.replacing("-", with: " "),
        ] {
            let facts = coach.advice(on: "您的号码是 \(number)", for: talk, in: shop).map(\.fact)
            let isForeign = facts.contains {
                if case .foreign = $0 { true } else { false }
            }
            #expect(isForeign, "\(number): \(facts)")
        }
    }

    @Test func `a promise is shown with its time, one without a time is asked for it`() throws {
        let (shop, _) = try Self.shift()
        let talk = try #require(shop.conversations.values.first)
        var coach = Coach(offset: shop.offset, read: try Shipped.reader.read)
        let due = shop.now + .minutes(10)
        let dated = coach.advice(on: "我10分钟内给您回复", for: talk, in: shop)
        #expect(dated.map(\.fact).contains(.promise(.reply, due: due)), "\(dated)")
        let loose = coach.advice(on: "我尽快给您回复", for: talk, in: shop)
        #expect(loose.map(\.fact).contains(.undated), "\(loose)")
    }

    @Test func `today is true of something always, and states nothing`() throws {
        let (shop, _) = try Self.shift()
        let reader = try Shipped.reader
        let talk = try #require(shop.conversations.values.first)
        let check = FactCheck(fixture: shop.store, read: reader.read)
        func stated(_ text: String) -> [Statement.Truth] {
            check.statements(
                in: reader.read(text, in: Context(now: shop.now, offset: shop.offset)),
                quote: Evidence.Quote(
                    message: MessageID(1), event: 1, at: shop.now, isBuyer: false, text: text),
                talk: talk, rubric: Rubric(id: "", title: Bilingual(zh: "", en: "")), shop: shop
            ).map(\.truth)
        }
        #expect(stated("您好，今天由我为您服务").isEmpty)
        #expect(stated("满99.00元包邮") == [.isTrue])
    }

    // MARK: What is left open

    private static func conversation(_ lines: [(isBuyer: Bool, text: String)]) throws -> Shop {
        var (shop, _) = try shift()
        let talk = try #require(shop.conversations.values.first)
        for (place, line) in lines.enumerated() {
            let id = MessageID(9_000 + place)
            shop.apply(
                Recorded(
                    sequence: shop.eventCount + 1, at: shop.now,
                    actor: line.isBuyer ? .buyer(talk.customer) : .agent("me"),
                    event: line.isBuyer
                        ? .buyerSpoke(conversation: talk.id, message: id, text: line.text)
                        : .replySent(
                            conversation: talk.id, message: id, by: "me", text: line.text)))
        }
        return shop
    }

    @Test func `a question stays open until a reply is about it`() throws {
        func open(_ lines: (Bool, String)...) throws -> [String] {
            let shop = try Self.conversation(lines.map { (isBuyer: $0.0, text: $0.1) })
            let talk = try #require(shop.conversations.values.first)
            var coach = Coach(offset: shop.offset, read: try Shipped.reader.read)
            return coach.openQuestions(in: talk).map(\.text).filter { text in
                lines.contains { $0.1 == text }
            }
        }
        let ship = (true, "什么时候能发货？")
        let price = (true, "有没有优惠券可以用？")
        #expect(try open(ship, price) == [ship.1, price.1])
        #expect(try open(ship, price, (false, "不好意思让您久等了")) == [ship.1, price.1])
        #expect(try open(ship, price, (false, "今天16点前发货")) == [price.1])
        #expect(try open(ship, price, (false, "今天16点前发货"), (false, "券现在有一张满200减20的")) == [])
    }

    @Test func `a draft that passes over a question says so`() throws {
        let shop = try Self.conversation([
            (isBuyer: true, text: "什么时候能发货？"), (isBuyer: true, text: "有没有优惠券可以用？"),
        ])
        let talk = try #require(shop.conversations.values.first)
        var coach = Coach(offset: shop.offset, read: try Shipped.reader.read)
        let advice = coach.advice(on: "今天16点前发货", for: talk, in: shop)
        #expect(
            advice.contains { $0.fact == .leavesOpen && $0.words == "有没有优惠券可以用？" }, "\(advice)")
    }

    @Test(arguments: [
        (Tongue.chinese, "新地址上海市浦东新区锦绣路888弄6号1202", "寄到锦绣路888弄6号1202，对吗", "寄到浦东新区锦绣路***，对吗"),
        (
            .english, "It's 1202, No. 6, Lane 888, Jinxiu Road, Pudong",
            "So 1202, No. 6, Lane 888, Jinxiu Road, is that right?",
            "So Jinxiu Road ***, Pudong, is that right?"
        ),
    ])
    func `warns of a whole address read back, and not of a masked one`(
        tongue: Tongue, typed: String, whole: String, masked: String
    ) throws {
        let reader = try Shipped.reader
        var shop = Shop(try Shipped.pack("first-shift").fixture(in: tongue))
        let customer = try #require(shop.customers.values.first?.id)
        for command in [
            Command.openConversation(
                customer: customer, channel: .taobao, stage: .order, order: nil, mood: 60),
            .say(conversation: "c1", text: typed),
        ] {
            for event in try shop.decide(command, by: .buyer(customer), at: shop.now) {
                shop.apply(event, by: .buyer(customer), at: shop.now)
            }
        }
        let talk = try #require(shop.conversations["c1"])
        var coach = Coach(offset: shop.offset, read: reader.read)
        let faults = { (draft: String) in
            coach.advice(on: draft, for: talk, in: shop).filter(Self.isObjection).count
        }
        #expect(faults(whole) == 1)
        #expect(faults(masked) == 0)
    }
}
