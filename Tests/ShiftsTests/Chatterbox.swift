import Engine
import Shifts

/// Customers who say something now and then, and answer each reply after a few seconds: enough
/// people to test a shift without a pack.
struct Chatterbox: OtherActors {
    private var dice: Dice
    private var plans: [(at: Instant, serial: Int, act: Act)] = []
    private var serial = 0

    init(seed: UInt64, start: Instant) {
        dice = Dice(seed: seed)
        for n in 1...4 {
            let customer: CustomerID = "b\(n)"
            plan(
                Act(
                    .buyer(customer),
                    .openConversation(
                        customer: customer, channel: .taobao, stage: .preSale, order: nil,
                        mood: 60)),
                at: start + .seconds(dice.roll(0...90)))
        }
    }

    var nextAct: Instant? { plans.map(\.at).min() }
    var expectsCustomers: Bool { false }

    mutating func act(at instant: Instant, in shop: Shop) -> [Act] {
        let due = plans.filter { $0.at <= instant }.sorted {
            ($0.at, $0.serial) < ($1.at, $1.serial)
        }
        plans.removeAll { $0.at <= instant }
        return due.map(\.act)
    }

    mutating func observe(_ recorded: Recorded, in shop: Shop) {
        switch recorded.event {
        case .conversationOpened(let id, let customer, _, _, _, _):
            plan(
                Act(.buyer(customer), .say(conversation: id, text: "在吗？")),
                at: recorded.at + .seconds(dice.roll(1...5)))
        case .replySent(let id, _, _, _):
            guard let customer = shop.conversations[id]?.customer else { return }
            plan(
                Act(.buyer(customer), .say(conversation: id, text: "嗯 \(dice.roll(1...99))")),
                at: recorded.at + Span(milliseconds: Int64(dice.roll(0...20_000))))
        case _: break
        }
    }

    private mutating func plan(_ act: Act, at instant: Instant) {
        serial += 1
        plans.append((instant, serial, act))
    }
}

enum Corner {
    static let opening = CivilTime(year: 2026, month: 3, day: 18, hour: 9).instant()

    static let fixture = ShopFixture(
        name: "街角",
        rules: Rules(
            payWithin: .hours(24), shipWithin: .hours(48), autoConfirmAfter: .days(10),
            extensionDays: [3], extensionsPerOrder: 1, answerRefundWithin: .hours(48),
            compensationLimit: .yuan(20), compensationPercent: 10, recallWithin: .minutes(2),
            memoBytes: 1000, messageCharacters: 500, ticketWithin: .hours(24),
            postage: .yuan(8), freePostageFrom: .yuan(99)),
        opensAt: opening,
        customers: (1...4).map { Customer(id: "b\($0)", name: "顾客\($0)", account: "b\($0)") })

    static func card(seed: UInt64) -> ShiftCard {
        ShiftCard(
            id: "t", pack: "corner", packHash: "", profile: "", title: Bilingual(zh: "", en: ""),
            seed: seed, tongue: .chinese, startsAt: opening, endsAt: opening + .minutes(20))
    }

    static func shift(seed: UInt64, store: any EntryStore) -> Shift {
        Shift(
            card: card(seed: seed), fixture: fixture,
            others: Chatterbox(seed: seed, start: opening), store: store)
    }

    /// Somebody at the desk who types at odd moments.
    static func serve(_ shift: Shift, seed: UInt64, steps: Int) throws {
        var dice = Dice(seed: seed, purpose: "agent")
        for step in 0..<steps where !shift.isOver {
            try shift.advance(
                to: shift.now + Span(milliseconds: Int64(dice.roll(0...30_000))))
            let talk: ConversationID = "c\(dice.roll(1...5))"
            _ = try? shift.submit(.reply(conversation: talk, text: "第 \(step) 句"))
            if dice.chance(percent: 20) {
                _ = try? shift.submit(.note(conversation: talk, text: "记一笔"))
            }
        }
    }
}
