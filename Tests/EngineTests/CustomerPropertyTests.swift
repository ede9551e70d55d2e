import Engine
import Testing

/// Random commands about customers by everybody, right and wrong ones alike, with enough buying
/// between them for the money to move.
struct CareStorm {
    var dice: Dice
    let people: [CustomerID] = ["b1", "b2", "b3", "b4", "nobody"]

    mutating func command(in shop: Shop) -> (Actor, Command) {
        let who = dice.pick(people) ?? "b1"
        let other = dice.pick(people) ?? "b2"
        let order = dice.pick(Array(shop.orders.keys)) ?? "none"
        let due = shop.now + .hours(dice.roll(-1...50))
        let me = Actor.agent("me")
        switch dice.roll(1...26) {
        case 1: return (me, .tagMany(customers: [who, other], name: tagName, expires: due))
        case 2: return (me, .tag(customer: who, name: tagName, expires: due))
        case 3: return (me, .untag(customer: who, name: tagName))
        case 4: return (me, .giveConsent(customer: who, source: "聊天"))
        case 5: return (.buyer(who), .giveConsent(customer: who, source: "自己打开"))
        case 6: return (.buyer(who), .optOut(customer: who, source: "回 T"))
        case 7:
            return (
                me,
                .blacklist(
                    customer: who, reason: "辱骂", proof: CustomerShop.proof, until: due)
            )
        case 8: return (me, .unblacklist(customer: who))
        case 9, 10:
            return (
                me,
                .sendCampaign(
                    kind: dice.pick(Campaign.Kind.allCases) ?? .message, name: "上新",
                    text: "到货了", questions: ["好吗？"], customers: [who, other])
            )
        case 11:
            return (
                .buyer(who),
                .answerSurvey(
                    campaign: CampaignID("m\(dice.roll(1...9))"), customer: who, texts: ["好"])
            )
        case 12, 13: return (me, .mergeCustomers(from: who, into: other))
        case 14, 15, 16: return (me, .partCustomers(from: who))
        case 17, 18, 19:
            return (
                .buyer(who),
                .buy(
                    Command.Purchase(
                        customer: who,
                        lines: [
                            Command.LineRequest(variant: "cup-small", quantity: dice.roll(1...3))
                        ], address: TradeShop.home))
            )
        case 20, 21:
            let purse = shop.customers[who]?.accounts ?? []
            let account = dice.pick(purse)?.id ?? "card1"
            return (
                .buyer(who), .payFrom(order: order, parts: [Command.PaymentPart(account: account)])
            )
        case 22:
            return (
                .warehouse,
                .ship(order: order, carrier: "顺丰", tracking: "T\(dice.roll(1...9999))")
            )
        case 23: return (.buyer(who), .confirmReceipt(order: order, lines: nil))
        case 24: return (.buyer(who), .cancelOrder(order: order))
        case 25:
            return (
                .buyer(who),
                .openConversation(
                    customer: who, channel: .jd, stage: .preSale, order: nil, mood: 50)
            )
        default:
            return (
                me,
                .openTicket(
                    department: .finance, conversation: nil, order: order, summary: "查款",
                    fields: nil, kind: nil)
            )
        }
    }

    private var tagName: String {
        mutating get { dice.pick(["母婴", "急", "回头客"]) ?? "急" }
    }

    static func open() -> Counter {
        Counter.caring { fixture in
            fixture.rules.orders.cancelsPaid = true
            // Two purses with an account of one name.
            for (place, yuan) in [(0, 900), (1, 700), (2, 500)] {
                fixture.customers[place].add(
                    Account(id: "gift", method: .giftCard, balance: .yuan(yuan)))
            }
        }
    }

    static func run(seed: UInt64, steps: Int) throws -> Counter {
        var storm = CareStorm(dice: Dice(seed: seed))
        var counter = open()
        for _ in 0..<steps {
            let (actor, command) = storm.command(in: counter.shop)
            let later = counter.shop.now + .minutes(storm.dice.roll(0...90))
            while let due = counter.shop.nextTimer, due <= later { try counter.tick(at: due) }
            counter.shop.advance(to: later)
            let calm = counter.shop
            do {
                let events = try counter.shop.decide(command, by: actor, at: later)
                counter.enter(events, by: actor, at: later)
            } catch {
                #expect(counter.shop == calm, "seed \(seed): \(command) was refused and changed")
            }
            #expect(counter.shop.violations() == [], "seed \(seed): \(command)")
            #expect(counter.fenAreKept, "seed \(seed): \(command)")
            #expect(counter.everybodyHasAFile, "seed \(seed): \(command)")
        }
        return counter
    }
}

extension Counter {
    /// Orders and conversations belong to a file that there is, and are listed there once; who is
    /// not in the files went into one that is.
    var everybodyHasAFile: Bool {
        var listed = 0
        for id in shop.customers.keys {
            let orders = shop.orders(of: id)
            listed += orders.count
            guard orders.allSatisfy({ $0.customer == id }),
                shop.conversations(of: id).allSatisfy({ $0.customer == id })
            else { return false }
        }
        return listed == shop.orders.count
            && shop.merges.allSatisfy { shop.customers[$0.from.id] == nil }
            && shop.dues(at: shop.now).allSatisfy { due in
                due.customer.map { shop.customers[$0] != nil } ?? true
            }
    }
}

@Suite struct `Customers over many seeds` {
    @Test(arguments: 0..<10)
    func `no file, order or fen is lost, and replay gives the same shop`(block: Int) throws {
        var merged = 0
        var parted = 0
        for seed in UInt64(block * 4)..<UInt64(block * 4 + 4) {
            let counter = try CareStorm.run(seed: seed, steps: 250)
            let replayed = counter.replayed(from: CareStorm.open().shop)
            #expect(replayed == counter.standing, "seed \(seed)")
            for record in counter.records {
                guard case .customerMoved(_, let step) = record.event else { continue }
                if case .merged = step { merged += 1 }
                if case .parted = step { parted += 1 }
            }
        }
        #expect(merged > 5 && parted > 5, "too little happened: \(merged), \(parted)")
    }

    @Test(arguments: 0..<24)
    func `two files put together and parted at once are as they were`(seed: UInt64) throws {
        var counter = try CareStorm.run(seed: 1000 + seed, steps: 120)
        var dice = Dice(seed: seed)
        let ids = Array(counter.shop.customers.keys)
        guard ids.count > 1, let from = dice.pick(ids),
            let into = dice.pick(ids.filter({ $0 != from }))
        else { return }
        let before = counter.shop
        try counter.send(.mergeCustomers(from: from, into: into))
        #expect(counter.fenAreKept && counter.everybodyHasAFile)
        try counter.send(.partCustomers(from: from))
        for id in ids {
            #expect(counter.shop.customers[id] == before.customers[id], "\(id)")
            #expect(counter.shop.orders(of: id) == before.orders(of: id))
            #expect(counter.shop.conversations(of: id) == before.conversations(of: id))
        }
        #expect(counter.fenAreKept && counter.everybodyHasAFile)
    }

    /// The blacklist never takes a right away: the same commands of the same people lead to the
    /// same events, with the flag and without.
    @Test(arguments: 0..<20)
    func `a blacklisted customer is served like any other`(seed: UInt64) throws {
        var storm = Storm(dice: Dice(seed: seed))
        func shop(_ isBlocked: Bool) -> Counter {
            var fixture = SampleShop.fixture()
            guard isBlocked else { return Counter(Shop(fixture)) }
            fixture.customers[0] = Customer(
                id: "b1", name: "顾客1", account: "buyer1", coupons: ["off30"],
                block: Customer.Block(
                    at: SampleShop.opening, reason: "辱骂", proof: CustomerShop.proof,
                    until: SampleShop.opening + .days(900)))
            return Counter(Shop(fixture))
        }
        var plain = shop(false)
        var blocked = shop(true)
        var served = 0
        for _ in 0..<400 {
            let (actor, command) = storm.command(in: plain.shop)
            let wait = Span.minutes(storm.dice.roll(0...30))
            let events = try? plain.send(command, by: actor, after: wait)
            let same = try? blocked.send(command, by: actor, after: wait)
            #expect(events == same, "seed \(seed): \(command)")
            if events != nil { served += 1 }
            plain.shop.advance(to: max(plain.shop.now, blocked.shop.now))
            blocked.shop.advance(to: plain.shop.now)
        }
        #expect(served > 50)
        #expect(plain.records == blocked.records)
    }
}

extension Customer {
    /// The same file with one more account in the purse.
    fileprivate mutating func add(_ account: Account) {
        self = Customer(
            id: id, name: name, account: self.account, level: level, tags: tags, notes: notes,
            history: history, coupons: coupons, accounts: accounts + [account], consent: consent,
            block: block, address: address)
    }
}
