import Engine
import Testing

/// Random commands about roads and reviews by everybody, right and wrong ones alike.
struct RoadStorm {
    var dice: Dice
    var labels = 0

    mutating func order(in shop: Shop) -> OrderID { dice.pick(Array(shop.orders.keys)) ?? "X" }

    mutating func command(in shop: Shop) -> (Actor, Command) {
        let buyer = CustomerID("b\(dice.roll(1...2))")
        let order = order(in: shop)
        let owner = shop.orders[order]?.customer ?? buyer
        let tracking =
            dice.pick(shop.orders[order]?.parcels.map(\.tracking) ?? []) ?? "T\(dice.roll(1...9))"
        let review = dice.pick(Array(shop.reviews.keys)) ?? "v1"
        let author = dice.chance(percent: 80) ? shop.reviews[review]?.customer ?? buyer : buyer
        let rating = Review.Rating(stars: dice.roll(0...6), service: dice.roll(1...5))
        let amount = Money(fen: dice.roll(-100...20_000))
        let region = dice.pick(["浙江省", "浙江省金华市", "北京市"]) ?? "浙江省"
        let carrier = dice.pick(["顺丰", "中通"]) ?? "顺丰"
        let later = shop.now + .hours(dice.roll(-1...200))
        labels += 1
        switch dice.roll(1...34) {
        case 1, 2, 3:
            let item = dice.pick(["shirt-white", "cup-small", "dress-M"]) ?? "cup-small"
            let lines = [item, "cream-50"].map {
                Command.LineRequest(variant: VariantID($0), quantity: dice.roll(1...3))
            }
            return (
                .buyer(buyer),
                .buy(
                    Command.Purchase(
                        customer: buyer, lines: lines,
                        address: dice.chance(percent: 70) ? TradeShop.home : TradeShop.back))
            )
        case 4, 5, 6:
            let account: AccountID = owner == "b1" ? "card1" : "card2"
            return (
                .buyer(owner),
                .payFrom(order: order, parts: [Command.PaymentPart(account: account)])
            )
        case 7, 8:
            return (.warehouse, .ship(order: order, carrier: carrier, tracking: "L\(labels)"))
        case 9, 10:
            let piece = Parcel.Piece(line: dice.roll(0...1), quantity: dice.roll(1...2))
            return (
                .warehouse,
                .shipPieces(
                    order: order, carrier: carrier, tracking: "L\(labels)", pieces: [piece],
                    weight: 300)
            )
        case 11:
            let other = self.order(in: shop)
            return (.agent("me"), .mergeOrders(orders: [order, other]))
        case 12, 13, 14, 15:
            let code = dice.pick(Scan.Code.allCases) ?? .inTransit
            return (.carrier, .scan(tracking: tracking, code: code, text: code.name.zh))
        case 16:
            let fault = dice.pick(Parcel.Fault.allCases) ?? .empty
            return (
                .buyer(owner),
                .reportParcel(
                    tracking: tracking, fault: fault, text: "看照片", photos: dice.roll(0...3))
            )
        case 17, 18: return (.warehouse, .voidParcel(tracking: tracking))
        case 19:
            let place = dice.chance(percent: 50) ? TradeShop.back : nil
            return (.agent("me"), .intercept(tracking: tracking, to: place))
        case 20:
            return (
                .carrier,
                .answerIntercept(tracking: tracking, succeeded: dice.chance(percent: 50))
            )
        case 21:
            return (.agent("me"), .claim(tracking: tracking, amount: amount, reason: "丢件"))
        case 22: return (.carrier, .answerClaim(tracking: tracking, paid: amount))
        case 23:
            return (
                .carrier,
                .stopArea(region: region, carrier: carrier, reason: "大雪", until: later)
            )
        case 24: return (.carrier, .reopenArea(region: region, carrier: carrier))
        case 25: return (.carrier, .overload(carrier: carrier, until: later))
        case 26:
            return (
                .warehouse,
                .delayBatch(
                    batch: BatchID("b\(dice.roll(1...4))"), orders: [order], reason: "缺面单",
                    shipBy: later)
            )
        case 27:
            return (
                .agent("me"),
                .noticeBatch(
                    batch: BatchID("b\(dice.roll(1...4))"), text: "晚发，对不起", shipBy: later)
            )
        case 28:
            return (
                .buyer(buyer),
                .openConversation(
                    customer: buyer, channel: .jd, stage: .order, order: nil, mood: 50)
            )
        case 29: return (.buyer(owner), .confirmReceipt(order: order, lines: nil))
        case 30, 31:
            return (
                .buyer(owner),
                .review(order: order, line: dice.roll(0...2), rating: rating, text: "一般")
            )
        case 32:
            return dice.chance(percent: 50)
                ? (.buyer(author), .editReview(review: review, rating: rating, text: "改了"))
                : (.buyer(author), .followUp(review: review, text: "追评"))
        case 33:
            return dice.chance(percent: 50)
                ? (.agent("me"), .explainReview(review: review, text: "谢谢"))
                : (.agent("me"), .contactReviewer(review: review, text: "给您换新"))
        default:
            let proof = [Evidence(kind: .chat, text: "聊天记录")]
            return dice.chance(percent: 50)
                ? (.agent("me"), .reportReview(review: review, abuse: .spam, proof: proof))
                : (.platform, .judgeReport(review: review, isUpheld: dice.chance(percent: 50)))
        }
    }

    static func run(seed: UInt64, steps: Int) throws -> Counter {
        var storm = RoadStorm(dice: Dice(seed: seed))
        var counter = Counter.trading()
        for _ in 0..<steps {
            let (actor, command) = storm.command(in: counter.shop)
            let wait = Span(milliseconds: Int64(storm.dice.roll(0...7_200_000)))
            let instant = counter.shop.now + wait
            while let due = counter.shop.nextTimer, due <= instant { try counter.tick(at: due) }
            counter.shop.advance(to: instant)
            let calm = counter.shop
            do {
                for event in try calm.decide(command, by: actor, at: instant) {
                    counter.enter([event], by: actor, at: instant)
                    #expect(counter.shop.violations() == [], "seed \(seed): \(event)")
                }
            } catch {
                #expect(counter.shop == calm, "seed \(seed): a refused command changed the shop")
            }
            _ = counter.shop.troubles(at: instant)
        }
        return counter
    }
}

@Suite struct `Roads and reviews over sixty seeds` {
    @Test(arguments: 0..<12)
    func `keep money, pieces and lists in order, and replay to the same shop`(block: Int) throws {
        for seed in UInt64(block * 5)..<UInt64(block * 5 + 5) {
            let counter = try RoadStorm.run(seed: seed, steps: 300)
            let replayed = counter.replayed(from: Counter.trading().shop)
            #expect(replayed == counter.standing, "seed \(seed)")
            #expect(
                replayed.troubles(at: replayed.now) == counter.shop.troubles(at: counter.shop.now))
        }
    }

    @Test func `reach every kind of step`() throws {
        var steps: Set<String> = []
        for seed in 0..<UInt64(12) {
            for record in try RoadStorm.run(seed: seed, steps: 500).records {
                switch record.event {
                case .parcelMoved(_, _, let step): steps.insert(name(step))
                case .roadChanged(let step): steps.insert(name(step))
                case .reviewed(_, _, let step): steps.insert(name(step))
                case _: continue
                }
            }
        }
        #expect(steps.count == 6 + 5 + 7, "\(steps.sorted())")
    }

    private func name(_ step: Any) -> String {
        let label = Mirror(reflecting: step).children.first?.label ?? "\(step)"
        return "\(String(reflecting: type(of: step))).\(label)"
    }
}
