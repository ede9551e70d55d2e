import Engine
import Support
import Testing

extension TradeStorm {
    /// Runs a random store under random requests and looks at everything after each event.
    static func run(seed: UInt64, steps: Int) throws -> Counter {
        var storm = TradeStorm(dice: Dice(seed: seed))
        var counter = Counter(Shop(store(seed)))
        #expect(counter.shop.violations() == [], "seed \(seed): as it opens")
        for _ in 0..<steps {
            let (actor, command) = storm.command(in: counter.shop)
            let wait = Span.minutes(
                storm.dice.roll(0...(storm.dice.chance(percent: 10) ? 900 : 20)))
            let then = counter.shop.now + wait
            while let due = counter.shop.nextTimer, due <= then {
                try turn(&counter, .passTime, by: .platform, at: due, seed)
                counter.shop.advance(to: due)
            }
            counter.shop.advance(to: then)
            do {
                try turn(&counter, command, by: actor, at: then, seed)
            } catch is Refusal {}
        }
        return counter
    }

    /// One request, decided and applied; the platform's until nothing more is due.
    private static func turn(
        _ counter: inout Counter, _ command: Command, by actor: Actor, at instant: Instant,
        _ seed: UInt64
    ) throws {
        while true {
            let calm = counter.shop
            let events: [Event]
            do {
                events = try counter.shop.decide(command, by: actor, at: instant)
            } catch {
                #expect(counter.shop == calm, "seed \(seed): refused, and changed the shop")
                throw error
            }
            for event in events {
                let before = counter.shop
                counter.enter([event], by: actor, at: instant)
                let broken = counter.shop.violations()
                #expect(broken == [], "seed \(seed): \(event)")
                checkPieces(before, event, counter.shop, seed)
            }
            guard command == .passTime, !events.isEmpty else { return }
        }
    }

    /// No piece appears on the shelf or leaves it but by what says so.
    private static func checkPieces(_ before: Shop, _ event: Event, _ after: Shop, _ seed: UInt64) {
        let old = pieces(in: before)
        let new = pieces(in: after)
        for (variant, count) in new {
            let change = count - (old[variant] ?? 0)
            let isRight = change == expected(variant, event, in: before)
            #expect(isRight, "seed \(seed): \(variant) by \(change), \(event)")
        }
    }

    /// On the shelf and set aside together.
    private static func pieces(in shop: Shop) -> [VariantID: Int] {
        var pieces: [VariantID: Int] = [:]
        for product in shop.products.values {
            for variant in product.variants { pieces[variant.id] = variant.stock }
        }
        for order in shop.orders.values {
            for line in order.lines where line.isClaimed {
                pieces[line.variant, default: 0] += line.unshipped
            }
        }
        return pieces
    }

    private static func expected(_ variant: VariantID, _ event: Event, in shop: Shop) -> Int {
        switch event {
        case .restocked(variant, let quantity): return quantity
        case .shipped(let id, let parcel):
            let lines = shop.orders[id]!.lines
            let pieces =
                parcel.pieces
                ?? lines.indices.map { Parcel.Piece(line: $0, quantity: lines[$0].unshipped) }
            return pieces.reduce(0) { lines[$1.line].variant == variant ? $0 - $1.quantity : $0 }
        case .orderMoved(let id, .shortageFound(let line)):
            let line = shop.orders[id]!.lines[line]
            return line.variant == variant && line.isClaimed ? -line.unshipped : 0
        case _: return 0
        }
    }
}

@Suite struct `Orders and money, in any store` {
    static let blocks = Soak.rounds(24, soaking: 1000)

    @Test(arguments: 0..<blocks)
    func `keep every fen and every piece, and a replay gives the same shop`(block: Int) throws {
        for seed in UInt64(block * 5)..<UInt64(block * 5 + 5) {
            let counter = try TradeStorm.run(seed: seed, steps: 220)
            let replayed = counter.replayed(from: Shop(TradeStorm.store(seed)))
            #expect(replayed == counter.standing, "seed \(seed)")
            for order in counter.shop.orders.values { checkTurns(order, seed) }
        }
    }

    /// What the storm does not do, it cannot prove. It blows until it has done everything.
    @Test func `try everything that an order can meet before it is in the buyer's hands`() throws {
        var missing = Set(Order.Status.allCases.filter { $0 != .signed }.map { "\($0)" })
        missing.formUnion([
            "depositPaid", "depositForfeited", "joinedGroup", "groupCompleted", "groupFailed",
            "cancelledPaid", "itemsChanged", "paymentChanged", "merged", "shipDateMoved",
            "shortageFound", "invoiceIssued", "invoiceReversed", "moneyReturned",
            "depositDoubled", "repriced", "receiptExtended", "itemChanged", "restocked",
        ])
        for seed in UInt64(0)..<400 where !missing.isEmpty {
            let counter = try TradeStorm.run(seed: seed, steps: 220)
            for record in counter.records { missing.remove(record.event.kind) }
            for order in counter.shop.orders.values {
                for turn in order.turns { missing.remove("\(turn.status)") }
            }
        }
        #expect(missing.sorted() == [])
    }

    private func checkTurns(_ order: Order, _ seed: UInt64) {
        var from: Order.Status?
        for turn in order.turns {
            let isKnown = Order.transitions.contains {
                $0.from == from && $0.to == turn.status && $0.party == turn.actor.party
            }
            #expect(
                isKnown,
                "seed \(seed), \(order.id): \(from.map { "\($0)" } ?? "none") to \(turn.status)")
            from = turn.status
        }
    }
}

extension Event {
    /// The name of the event, or of the step it carries.
    var kind: String {
        if case .orderMoved(_, let step) = self {
            return Mirror(reflecting: step).children.first?.label ?? "\(step)"
        }
        return Mirror(reflecting: self).children.first?.label ?? "\(self)"
    }
}

extension Dice {
    mutating func shuffled<Item>(_ items: [Item]) -> [Item] {
        var left = items
        var order: [Item] = []
        while !left.isEmpty { order.append(left.remove(at: roll(0...left.count - 1))) }
        return order
    }
}
