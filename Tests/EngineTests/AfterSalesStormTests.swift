import Engine
import Support
import Testing

/// Random after-sales by everybody over random orders, sensible and senseless ones alike.
struct CaseStorm {
    var dice: Dice
    var tracking = 0

    static func rules(_ dice: inout Dice) -> Rules {
        var rules = Rules.plain
        rules.freePostageFrom = .yuan(dice.roll(50...400))
        rules.money.commission = dice.pick([0, 60, 250]) ?? 0
        rules.money.refundsToGiftCard = dice.chance(percent: 50)
        rules.afterSales.refundOnlyMayBeLowered = dice.chance(percent: 50)
        rules.afterSales.attempts = 9
        if dice.chance(percent: 50) { rules.afterSales.mayNotRefuse = [] }
        if dice.chance(percent: 50) { rules.orders.cancelsPaid = true }
        return rules
    }

    static let promotions =
        TradeShop.vectorA + [
            Promotion(
                id: "down", name: "直降", kind: .item, products: ["dress"], threshold: .zero,
                amount: .yuan(17), from: TradeShop.opening + .days(3),
                until: TradeShop.opening + .days(90))
        ]

    mutating func number() -> String {
        tracking += 1
        return "T\(tracking)"
    }

    mutating func items(_ order: Order?) -> [AfterSale.Item] {
        guard let order, !dice.chance(percent: 10) else { return [] }
        var items: [AfterSale.Item] = []
        for (index, line) in order.lines.enumerated() where dice.chance(percent: 70) {
            let product = String(line.variant.rawValue.prefix { $0 != "-" })
            let to = dice.pick(["dress-M", "dress-L", "dress-XL", "shirt-white", "cup-small"])
            items.append(
                AfterSale.Item(
                    line: index, quantity: dice.roll(1...max(1, line.left)),
                    replacement: dice.chance(percent: 20)
                        ? nil
                        : to.flatMap { $0.hasPrefix(product) ? VariantID($0) : nil }
                            ?? line.variant))
        }
        return items
    }

    mutating func request(_ order: Order?) -> AfterSale.Request {
        let kind = dice.pick(AfterSale.Kind.allCases) ?? .refund
        var amount: Money?
        if kind == .compensation || dice.chance(percent: 20) {
            amount = Money(fen: dice.roll(-1...30_000))
        }
        if !dice.chance(percent: 90) { amount = .yuan(3) }
        return AfterSale.Request(
            kind: kind, reason: dice.pick(AfterSale.Reason.allCases) ?? .other,
            items: items(order), amount: amount, detail: dice.chance(percent: 50) ? "腰带" : "",
            account: dice.pick([nil, nil, "card1", "gift1", "red1", "card2"]) ?? nil)
    }

    mutating func command(in shop: Shop) -> (Actor, Command) {
        let roll = dice.roll(1...40)
        let wanted: [Order.Status] =
            switch roll {
            case 2, 3, 4: [.waitPay, .depositPaid]
            case 5...9: [.waitShip, .partShipped]
            case 10...20: [.depositPaid, .waitShip, .partShipped, .shipped, .done]
            default: Order.Status.allCases
            }
        let some = shop.orders.values.suffix(40).filter { wanted.contains($0.status) }
        let id = dice.pick(some.suffix(8).map(\.id)) ?? "none"
        let order = shop.orders[id]
        let buyer = Actor.buyer(order?.customer ?? "b1")
        let open = shop.afterSales.values.filter(\.isOpen)
        let item = dice.pick(Array(open)) ?? dice.pick(Array(shop.afterSales.values))
        switch roll {
        case 1:
            let variants: [VariantID] = [
                "dress-M", "dress-XL", "shirt-white", "cup-small", "cream-50", "engraved-one",
                "coat-M",
            ]
            let customer = dice.pick(["b1", "b2"]) ?? "b1"
            var lines = (0..<dice.roll(1...3)).map { _ in
                Command.LineRequest(
                    variant: dice.pick(variants) ?? "cup-small", quantity: dice.roll(1...3))
            }
            // Goods sold ahead take a basket of their own.
            if lines.contains(where: { $0.variant == "coat-M" }) {
                lines = [Command.LineRequest(variant: "coat-M", quantity: 1)]
            }
            return (
                .buyer(CustomerID(customer)),
                .buy(
                    Command.Purchase(
                        customer: CustomerID(customer), lines: lines, address: TradeShop.home,
                        isInsured: dice.chance(percent: 50)))
            )
        case 2, 3, 4:
            let card: AccountID = order?.customer == "b2" ? "card2" : "card1"
            var parts = [Command.PaymentPart(account: card)]
            if dice.chance(percent: 40), order?.customer == "b1" {
                parts.insert(
                    Command.PaymentPart(account: "gift1", amount: .yuan(dice.roll(1...90))), at: 0)
            }
            return (buyer, .payFrom(order: id, parts: parts))
        case 5, 6, 7, 8:
            return (.warehouse, .ship(order: id, carrier: "顺丰", tracking: number()))
        case 9:
            let pieces = (order?.lines.indices ?? 0..<0).map {
                Parcel.Piece(line: $0, quantity: 1)
            }
            return (
                .warehouse,
                .shipPieces(
                    order: id, carrier: "中通", tracking: number(),
                    pieces: Array(pieces.prefix(dice.roll(1...2))), weight: nil)
            )
        case 10, 11:
            let code = dice.pick([Scan.Code.collected, .signedInPerson, .refused, .returning])
            let parcel = dice.pick(order?.parcels ?? [])
            return (
                .carrier,
                .scan(tracking: parcel?.tracking ?? "T1", code: code ?? .collected, text: "扫描")
            )
        case 12: return (buyer, .confirmReceipt(order: id, lines: nil))
        case 13: return (buyer, .confirmReceipt(order: id, lines: [0]))
        case 14: return (buyer, .requestRefund(order: id, reason: .changedMind))
        case 15, 16, 17, 18, 19: return (buyer, .apply(order: id, request: request(order)))
        case 20: return (Counter.me, .apply(order: id, request: request(order)))
        case 21...38:
            guard let item else { return (Counter.me, .agreeRefund(afterSale: "r1", amount: nil)) }
            let sensible = AfterSale.transitions.filter { $0.from == item.state.name }.map(\.word)
            let word =
                dice.chance(percent: 80)
                ? dice.pick(sensible) : dice.pick(AfterSale.Word.allCases)
            return say(word ?? .withdraw, to: item, of: shop.orders[item.order])
        case 39:
            switch dice.roll(1...4) {
            case 1: return (Counter.me, .protectPrice(order: id, line: dice.roll(0...1)))
            case 2: return (Counter.me, .reship(order: id, contents: "腰带", reason: .missingPart))
            case 3:
                return (
                    Counter.me,
                    .issueInvoice(
                        order: id,
                        invoice: Command.InvoiceRequest(
                            kind: .ordinary, title: "李倩", taxNumber: nil, email: "a@b.cn"))
                )
            default:
                return (
                    .warehouse,
                    .voidParcel(tracking: dice.pick(order?.parcels ?? [])?.tracking ?? "T1")
                )
            }
        default:
            switch dice.roll(1...4) {
            case 1:
                return (
                    Counter.me, .compensate(order: id, amount: .yuan(2), reason: .quality)
                )
            case 2: return (Counter.me, .changePayment(order: id, to: "card1"))
            case 3:
                return (
                    Counter.me,
                    .moveShipDate(
                        order: id, to: shop.now + .days(dice.roll(200...400)), reason: "延期")
                )
            default:
                let variant = dice.pick(
                    ["dress-M", "dress-L", "dress-XL", "shirt-white", "cup-small", "cream-50"])
                return (
                    .warehouse,
                    .restock(variant: VariantID(variant ?? "dress-M"), quantity: dice.roll(1...40))
                )
            }
        }
    }

    /// One word of the table, said by who says it.
    private mutating func say(_ word: AfterSale.Word, to item: AfterSale, of order: Order?) -> (
        Actor, Command
    ) {
        let id = item.id
        let buyer = Actor.buyer(order?.customer ?? "b1")
        let amount = Money(fen: dice.roll(0...25_000))
        switch word {
        case .apply, .editApplication:
            return (buyer, .editApplication(afterSale: id, request: request(order)))
        case .requestRefund: return (buyer, .requestRefund(order: item.order, reason: .changedMind))
        case .protectPrice: return (Counter.me, .protectPrice(order: item.order, line: 0))
        case .reship:
            return (Counter.me, .reship(order: item.order, contents: "腰带", reason: .missingPart))
        case .compensate:
            return (Counter.me, .compensate(order: item.order, amount: amount, reason: .quality))
        case .withdraw:
            // Else most cases would end so.
            guard dice.chance(percent: 20) else { fallthrough }
            return (buyer, .withdraw(afterSale: id))
        case .giveEvidence:
            return (
                dice.chance(percent: 50) ? buyer : Counter.me,
                .giveEvidence(afterSale: id, evidence: Counter.photo)
            )
        case .agreeRefund:
            return (
                Counter.me,
                .agreeRefund(afterSale: id, amount: dice.chance(percent: 70) ? nil : amount)
            )
        case .agreeReturn: return (Counter.me, .agreeReturn(afterSale: id, to: TradeShop.back))
        case .agreeToSend: return (Counter.me, .agreeToSend(afterSale: id))
        case .refuse:
            let reason = dice.pick(AfterSale.RefusalReason.allCases) ?? .noDefect
            return (
                Counter.me,
                .refuse(afterSale: id, reason: reason, text: "不同意", proof: [Counter.photo])
            )
        case .negotiate:
            let kind = dice.pick(AfterSale.Kind.allCases) ?? .refund
            let isForThings = [.exchange, .repair, .reship].contains(kind)
            return (
                Counter.me,
                .negotiate(
                    afterSale: id,
                    offer: AfterSale.Offer(
                        kind: kind, amount: isForThings ? .zero : Money(fen: dice.roll(1...9000)),
                        text: "您看行吗"))
            )
        case .answerOffer:
            return (buyer, .answerOffer(afterSale: id, accepts: dice.chance(percent: 70)))
        case .sendBack:
            return (buyer, .sendBack(afterSale: id, carrier: "中通", tracking: number()))
        case .acceptReturn: return (Counter.me, .acceptReturn(afterSale: id))
        case .rejectReturn:
            return (
                Counter.me,
                .rejectReturn(
                    afterSale: id, reason: .resaleHarmed, text: "吊牌剪了", proof: [Counter.photo])
            )
        case .shipPart:
            return (.warehouse, .shipPart(afterSale: id, carrier: "顺丰", tracking: number()))
        case .confirmReplacement: return (buyer, .confirmReplacement(afterSale: id))
        case .callPlatform: return (buyer, .callPlatform(afterSale: id, claim: "请平台看看"))
        case .dropDispute: return (buyer, .dropDispute(afterSale: id))
        case .judge:
            let outcome = dice.pick(AfterSale.Verdict.Outcome.allCases) ?? .refund
            return (
                .platform,
                .judge(
                    afterSale: id,
                    verdict: AfterSale.Verdict(outcome: outcome, amount: amount, text: "判定"))
            )
        case .silence: return (.platform, .passTime)
        }
    }

    static func run(seed: UInt64, steps: Int) throws -> (Shop, Counter) {
        var dice = Dice(seed: seed)
        var fixture = TradeShop.fixture(rules(&dice))
        fixture.promotions = promotions
        let ahead = fixture.products.firstIndex { $0.presale != nil } ?? 0
        fixture.products[ahead].presale?.balanceFrom = TradeShop.opening + .days(40)
        fixture.products[ahead].presale?.balanceUntil = TradeShop.opening + .days(400)
        fixture.products[ahead].presale?.shipBy = TradeShop.opening + .days(410)
        let opened = Shop(fixture)
        var counter = Counter(opened)
        var storm = CaseStorm(dice: dice)
        for step in 0..<steps {
            let wait = Span(milliseconds: Int64(storm.dice.roll(0...5_000_000)))
            while let due = counter.shop.nextTimer, due <= counter.shop.now + wait {
                try counter.tick(at: due)
                try #require(counter.shop.violations() == [], "seed \(seed) step \(step)")
            }
            counter.shop.advance(to: counter.shop.now + wait)
            let (actor, command) = storm.command(in: counter.shop)
            let calm = counter.shop
            do {
                let events = try counter.shop.decide(command, by: actor, at: calm.now)
                for event in events {
                    counter.enter([event], by: actor, at: calm.now)
                    try #require(
                        counter.shop.violations() == [],
                        "seed \(seed) step \(step): \(command) → \(event)")
                }
            } catch let refusal as Refusal {
                #expect(counter.shop == calm, "seed \(seed): \(refusal) changed the shop")
            }
        }
        return (opened, counter)
    }
}

private func party(_ actor: Actor) -> AfterSale.Party {
    switch actor {
    case .buyer: .buyer
    case .agent, .department, .instructor, .bot: .seller
    case .warehouse, .carrier: .warehouse
    case .platform: .platform
    }
}

@Suite struct `Whatever everybody does after a sale` {
    @Test(arguments: 0..<Soak.rounds(2, soaking: 400))
    func `no fen is lost, every case keeps to its arrows, and replay gives the same`(seed: Int)
        throws
    {
        let (opened, counter) = try CaseStorm.run(seed: UInt64(seed), steps: 3_000)
        let replayed = counter.replayed(from: opened)
        #expect(replayed == counter.standing, "seed \(seed)")
        for item in counter.shop.afterSales.values {
            var from: AfterSale.State.Name?
            for turn in item.turns {
                let isDrawn = AfterSale.transitions.contains {
                    $0.from == from && $0.to == turn.state
                        && ($0.party == party(turn.actor)
                            || $0.party == .timer && turn.actor == .platform)
                }
                #expect(isDrawn, "\(item.id): \(String(describing: from)) → \(turn)")
                from = turn.state
            }
        }
        let seen = Set(counter.shop.afterSales.values.flatMap { $0.turns.map(\.state) })
        let missed = AfterSale.State.Name.allCases.filter { !seen.contains($0) }
        #expect(missed == [], "seed \(seed): \(counter.shop.afterSales.count) cases")
    }
}
