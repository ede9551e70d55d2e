import Engine
import Testing

/// Random commands by all actors, right and wrong ones alike.
struct Storm {
    var dice: Dice
    let customers = 3

    mutating func command(in shop: Shop) -> (Actor, Command) {
        let buyer = CustomerID("b\(dice.roll(1...customers))")
        let talk = ConversationID("c\(dice.roll(1...6))")
        let order = dice.pick(Array(shop.orders.keys)) ?? "none"
        let afterSale = AfterSaleID("r\(dice.roll(1...5))")
        let variant = dice.pick(["dress-M", "dress-L", "dress-X", "hat"]) ?? "dress-M"
        let amount = Money(fen: dice.roll(-100...30_000))
        let me = Actor.agent("me")
        switch dice.roll(1...36) {
        case 1, 2:
            return (
                .buyer(buyer),
                .openConversation(
                    customer: buyer, channel: .taobao, stage: .preSale,
                    order: dice.chance(percent: 50) ? order : nil, mood: dice.roll(0...100))
            )
        case 3, 4, 5: return (.buyer(buyer), .say(conversation: talk, text: "在吗？🙋"))
        case 6, 7, 8: return (me, .reply(conversation: talk, text: "您好，在的"))
        case 9: return (me, .hold(conversation: talk, note: ""))
        case 10: return (me, .resume(conversation: talk))
        case 11: return (me, .close(conversation: talk))
        case 12: return (me, .recall(message: MessageID(dice.roll(1...30))))
        case 13: return (me, .memo(order: order, flag: .red, text: "急"))
        case 14: return (me, .changeAddress(order: order, address: SampleShop.office))
        case 15: return (me, .reprice(order: order, reduction: amount, postage: .zero))
        case 16: return (me, .closeUnpaid(order: order, reason: .outOfStock))
        case 17: return (me, .urge(order: order))
        case 18: return (me, .changeItem(order: order, line: 0, to: VariantID(variant)))
        case 19: return (me, .extendReceipt(order: order, days: 3))
        case 20: return (me, .agreeRefund(afterSale: afterSale, amount: nil))
        case 21: return (me, .reship(order: order, contents: "勺子", reason: .missingPart))
        case 22: return (me, .compensate(order: order, amount: amount, reason: .quality))
        case 23, 24:
            let request = [
                Command.LineRequest(variant: VariantID(variant), quantity: dice.roll(0...3))
            ]
            return (
                .buyer(buyer),
                .placeOrder(
                    conversation: talk, lines: request,
                    coupon: dice.chance(percent: 40) ? "off30" : nil, address: SampleShop.home)
            )
        case 25, 26: return (.buyer(buyer), .pay(order: order, method: .card))
        case 27: return (.buyer(buyer), .cancelOrder(order: order))
        case 28: return (.buyer(buyer), .confirmReceipt(order: order, lines: nil))
        case 29: return (.buyer(buyer), .requestRefund(order: order, reason: .changedMind))
        case 30: return (.buyer(buyer), .withdraw(afterSale: afterSale))
        case 31:
            return (
                .warehouse, .ship(order: order, carrier: "顺丰", tracking: "T\(dice.roll(1...999))")
            )
        case 32:
            return (.warehouse, .shipPart(afterSale: afterSale, carrier: "中通", tracking: "P1"))
        case 33: return (.warehouse, .restock(variant: VariantID(variant), quantity: 1))
        case 34:
            return (
                me,
                .promise(
                    conversation: talk, text: "一小时内", deed: .ship(order),
                    due: shop.now + .hours(dice.roll(0...3)), message: nil)
            )
        case 35: return (me, .tag(customer: buyer, name: "急", expires: shop.now + .days(1)))
        default:
            return (
                .buyer(buyer),
                .feel(
                    conversation: talk, shift: dice.roll(-50...50), cause: MoodCause(rule: "storm"))
            )
        }
    }

    static func run(seed: UInt64, steps: Int) throws -> Counter {
        var storm = Storm(dice: Dice(seed: seed))
        var counter = Counter()
        for _ in 0..<steps {
            let (actor, command) = storm.command(in: counter.shop)
            let before = counter.shop
            let wait = Span(milliseconds: Int64(storm.dice.roll(0...1_800_000)))
            while let due = counter.shop.nextTimer, due <= counter.shop.now + wait {
                try counter.tick(at: due)
                #expect(counter.shop.violations() == [], "seed \(seed)")
            }
            counter.shop.advance(to: counter.shop.now + wait)
            let calm = counter.shop
            do {
                let events = try counter.shop.decide(command, by: actor, at: counter.shop.now)
                for event in events {
                    counter.enter([event], by: actor, at: counter.shop.now)
                    #expect(counter.shop.violations() == [], "seed \(seed): \(event)")
                }
            } catch {
                #expect(counter.shop == calm, "seed \(seed): a refused command changed the shop")
            }
            #expect(counter.shop.now >= before.now)
        }
        return counter
    }
}

@Suite struct `Over two hundred seeds` {
    @Test(arguments: 0..<20)
    func `the rules of money, stock and time hold, and replay gives the same shop`(block: Int)
        throws
    {
        for seed in UInt64(block * 10)..<UInt64(block * 10 + 10) {
            let counter = try Storm.run(seed: seed, steps: 600)
            let replayed = counter.replayed(from: SampleShop.open())
            #expect(replayed == counter.standing, "seed \(seed)")
            #expect(counter.records.count > 30, "seed \(seed): too little happened")
        }
    }

    @Test func `the same seed gives the same events and another seed others`() throws {
        let first = try Storm.run(seed: 7, steps: 200).records
        #expect(try Storm.run(seed: 7, steps: 200).records == first)
        #expect(try Storm.run(seed: 8, steps: 200).records != first)
    }
}
