import Engine
import Language
import Simulation
import Support

@testable import Macros

/// A small store made by dice, with three customers in the queue: the same from the same seed.
enum RandomShop {
    static func desk(
        seed: UInt64, reads: (@Sendable (String, Context) -> Reading)? = nil
    ) throws -> TestDesk {
        var dice = Dice(seed: seed, purpose: "macro shop")
        var store = StoreMill.store(orders: 14, customers: 5, seed: seed)
        let sold = Set(store.orders.flatMap { $0.lines.map(\.variant) })
        store.products = store.products.filter { product in
            product.variants.contains { sold.contains($0.id) }
        }
        store.colleagues = ["老周"]
        let desk = TestDesk(Shop(store), reads: reads)
        for order in desk.shop.orders.values where order.status == .waitShip {
            if dice.chance(percent: 40) {
                // Some of them want their money back.
                try desk.send(
                    .requestRefund(order: order.id, reason: .changedMind),
                    by: .buyer(order.customer))
            }
        }
        for customer in desk.shop.customers.keys.prefix(3) {
            let own = desk.shop.orders(of: customer).map(\.id)
            let order = dice.chance(percent: 80) ? dice.pick(own) : nil
            try desk.send(
                .openConversation(
                    customer: customer, channel: dice.pick(Conversation.Channel.allCases) ?? .web,
                    stage: dice.pick(Conversation.Stage.allCases) ?? .order, order: order,
                    mood: dice.roll(0...100)), by: .buyer(customer))
            let talk = desk.shop.conversations(of: customer)[0].id
            try desk.send(
                .say(conversation: talk, text: dice.pick(["在吗", "怎么还不发", "气死我了", "thanks"]) ?? ""),
                by: .buyer(customer))
            if dice.chance(percent: 70) {
                try desk.send(.take(conversation: talk), by: desk.agent)
            }
            if dice.chance(percent: 20) {
                try desk.send(.hold(conversation: talk, note: "等一下"), by: desk.agent)
            }
        }
        return desk
    }
}

/// A macro made by dice: every kind of step, right ones and wrong ones.
struct RandomMacro {
    var dice: Dice
    private var number = 0

    init(seed: UInt64) { dice = Dice(seed: seed, purpose: "macro") }

    mutating func macro() -> Macro {
        Macro(
            name: "random", label: both("随机"),
            parameters: [
                Parameter("amount", .money, label: both("金额"), standard: both("3.00")),
                Parameter("by", .moment, label: both("时间"), standard: both("+2h")),
                Parameter("what", .text, label: both("内容"), standard: both("{{order.id}}")),
                Parameter("gift", .coupon, label: both("券"), standard: both("off1")),
            ],
            when: dice.chance(percent: 5) ? situation() : nil,
            steps: steps(dice.roll(1...6), depth: 0))
    }

    private mutating func steps(_ count: Int, depth: Int) -> [Step] {
        (0..<count).flatMap { _ -> [Step] in
            // A text on its own is seldom sent, and a sending on its own has seldom a text.
            dice.chance(percent: 15)
                ? [.insert(both(text())), .send] : [step(depth: depth)]
        }
    }

    private mutating func step(depth: Int) -> Step {
        switch dice.roll(1...100) {
        case ...18: return .insert(both(text()))
        case ...21: return .send
        case ...24: return .fill(parameter: "what", with: both(text()))
        case ...26: return .ask(parameter: "amount")
        case ...28: return .confirm(both("好吗？"))
        case ...33:
            return .choose(
                Choice(
                    dice.chance(percent: 50) ? "what" : "tone", question: both("哪个"),
                    options: [
                        .init(value: both("好的")), .init(value: both("马上"), when: situation()),
                    ],
                    isInserted: dice.chance(percent: 50)))
        case ...43 where depth < 2:
            return .branch(
                when: situation(), then: steps(dice.roll(0...2), depth: depth + 1),
                otherwise: steps(dice.roll(0...2), depth: depth + 1))
        case 44: return .next
        case _: return .act(act())
        }
    }

    private mutating func text() -> String {
        dice.pick([
            "您好", "您的订单{{order.id}}共{{order.due}}元", "最晚{{order.shipBy}}发出", "单号{{order.tracking}}",
            "{{what}}", "{{by}}前给您回复", "2小时内给您回复哦", "我会在半小时内给您回复",
            "{{customer.name}}，给您补{{amount}}元，$|$请查收",
        ]) ?? ""
    }

    private mutating func situation() -> Situation {
        dice.pick([
            .shop(.paid), .shop(.status([.waitShip, .shipped])), .hasOrder, .openCase([]),
            .not(.shop(.tagged("VIP"))), .stage([.order]), .mood([.angry, .hurried]), .drafted,
            .amount(.due, .more, than: "100"),
            .amount(.parameter("amount"), .atMost, than: "{{order.paid}}"),
            .any([.shop(.closed), .shop(.answered)]), .parameter("what", isOneOf: ["好的"]),
        ]) ?? .hasOrder
    }

    private mutating func act() -> DeskAct {
        let tag = dice.pick(["VIP", "迟发", "急", "{{what}}", "老客", "尺码", "催", ""]) ?? ""
        let words = dice.pick(["加急", "{{what}}", "{{order.tracking}}", "", "好"]) ?? ""
        let sum = dice.pick(["1.00", "{{amount}}", "50.00", "{{order.due}}", "x"]) ?? ""
        let time = dice.pick(["+1h", "{{by}}", "18:00", "{{order.shipBy}}", "8:00"]) ?? ""
        let reason = dice.pick(["quality", "agreed", "nonsense"]) ?? ""
        let acts: [(String, [(String, String)])] = [
            ("tag", [("name", tag)]), ("tag", [("name", tag)]),
            ("memo", [("flag", "blue"), ("text", words)]), ("memo", [("text", words)]),
            ("look", [("at", "customer")]), ("customerNote", [("text", words)]),
            ("memo", [("flag", "grey"), ("text", "")]),
            ("tag", [("name", tag), ("expires", time)]), ("untag", [("name", tag)]),
            ("hold", [("note", words)]), ("resume", []), ("take", []), ("close", []),
            ("transfer", [("to", "老周")]), ("note", [("text", words)]),
            ("look", [("at", "track")]), ("urge", []), ("nudge", []),
            ("giveCoupon", [("coupon", "{{gift}}")]), ("giveCoupon", [("coupon", "off3")]),
            ("compensate", [("amount", sum), ("reason", reason)]),
            ("reprice", [("reduction", sum)]),
            ("reprice", [("postage", "0.00")]), ("agreeRefund", []),
            ("agreeRefund", [("amount", sum)]), ("extendReceipt", [("days", "3")]),
            ("openTicket", [("department", "carrier"), ("summary", words)]),
            ("promise", [("deed", "report"), ("due", time), ("text", words)]),
            ("promise", [("deed", "ship"), ("due", time), ("text", "发货")]),
            ("sendCard", [("card", "order")]), ("closeUnpaid", [("reason", "buyerDeclined")]),
            ("moveShipDate", [("to", time), ("reason", words)]), ("voidParcel", []),
            ("blacklist", [("reason", words), ("until", time)]), ("unblacklist", []),
            ("optOut", [("source", "会话")]), ("protectPrice", [("line", "0")]),
            ("reply", [("text", words)]), ("intercept", []), ("agreeToSend", []),
        ]
        // What nearly always goes through comes more often, so that long macros do.
        let pool = dice.chance(percent: 45) ? Array(acts.prefix(6)) : acts
        let (name, fields) = dice.pick(pool) ?? acts[0]
        return DeskAct(name, .fields(fields.map { .init($0.0, .text($0.1)) }))
    }

    private func both(_ text: String) -> Bilingual { Bilingual(zh: text, en: text) }
}
