import Engine
import Grading
import Language
import Scenarios
import Shifts
import ShippedData
import Support
import Testing

/// Scenarios have several good ways and several bad ones; the customer and the grade tell them
/// apart.
@Suite struct `Several ways through a scenario` {
    /// Answers each time the customer has spoken with the next turn of a list.
    struct TurnAgent: ScriptedAgent {
        typealias Turn = (Shop, Conversation) -> [Command]
        var turns: [Turn]
        private var next = 0

        init(_ turns: [Turn]) { self.turns = turns }

        mutating func nextAct(in shift: Shift) -> Instant? {
            guard next < turns.count, let talk = shift.shop.conversations.values.first,
                talk.isOpen, let heard = talk.heardSinceReply
            else { return nil }
            return max(shift.now, heard + .seconds(12))
        }

        mutating func act(in shift: Shift) -> [Command] {
            guard let talk = shift.shop.conversations.values.first, next < turns.count else {
                return []
            }
            next += 1
            return turns[next - 1](shift.shop, talk)
        }
    }

    private func play(
        _ id: String, in tongue: Engine.Tongue = .chinese, _ turns: [TurnAgent.Turn]
    ) throws -> ConversationGrade {
        let pack = try Shipped.pack("first-shift")
        let reader = try Shipped.reader
        let premises = Premises(pack: pack, reader: reader)
        let card = premises.card(id: "test", tongue: tongue, seed: 3, scenarios: [id])
        let shift = premises.open(card)
        var agent = TurnAgent(turns)
        var run = Playthrough()
        try run.run(shift, with: &agent)
        #expect(run.stumbles.isEmpty, "\(run.stumbles)")
        return try #require(premises.report(on: shift.records, of: card).conversations.first)
    }

    private func say(_ text: String) -> TurnAgent.Turn {
        { _, talk in [.reply(conversation: talk.id, text: text)] }
    }

    /// Looks at the conversation's order, then speaks.
    private func lookAndSay(_ text: String) -> TurnAgent.Turn {
        { _, talk in
            let looks = talk.order.map { [Command.look(conversation: talk.id, at: .order($0))] }
            return (looks ?? []) + [.reply(conversation: talk.id, text: text)]
        }
    }

    @Test func `an honest refund for want of stock passes as well as a swap`() throws {
        let grade = try play(
            "M06",
            [
                lookAndSay("您好，抱歉让您久等，是我们的疏忽：米色缺货，24日才到。"),
                say("我能理解您着急。今天就按缺货给您退款，原路退回，您看可以吗？"),
                { shop, talk in
                    guard let order = talk.order, let open = shop.afterSales(of: order).last else {
                        return []
                    }
                    return [
                        .agreeRefund(afterSale: open.id),
                        .compensate(order: order, amount: .yuan(10), reason: .outOfStock),
                        .memo(order: order, flag: .red, text: "缺货退款，补偿10元"),
                        .reply(
                            conversation: talk.id,
                            text: "238.00元已经退给您了，另外补偿您10.00元。还有其他可以帮您的吗？祝您旅途愉快！"),
                        .close(conversation: talk.id),
                    ]
                },
            ])
        #expect(grade.isSuccess)
        #expect(grade.total >= 80, "\(grade.marks.filter { $0.lost > 0 }.map(\.title.en))")
    }

    @Test func `plain English tells the truth about the stock, dates the choice and opens kindly`()
        throws
    {
        let grade = try play(
            "M06", in: .english,
            [
                lookAndSay("I am very sorry. The warehouse is short of the beige jacket."),
                say("I can ship navy by 15:00 today, or before the 20th I refund you in full."),
            ])
        let gained = grade.marks.filter { $0.points > 0 }.map(\.title.en)
        #expect(gained.contains("Tell the truth about the stock"), "\(gained)")
        #expect(gained.contains("Give dated choices"), "\(gained)")
        #expect(gained.contains("Greeting"), "\(gained)")
        #expect(grade.points(of: .accuracy) > 0)
    }

    @Test func `the check card of an old order is no check of the new one`() throws {
        func steps(old: Bool) throws -> [String] {
            let grade = try play(
                "P02",
                [
                    say("您好，您平时喜欢宽松一点还是修身一点呢？"),
                    say("55公斤在L码的52-60kg里，建议您拍L码，签收后七天内可退换。"),
                    { shop, talk in
                        let orders = shop.orders(of: talk.customer)
                        let shown = old ? orders.first : orders.last
                        return
                            (shown.map { [.sendCard(conversation: talk.id, card: .order($0.id))] })
                            ?? []
                    },
                ])
            return grade.marks(of: .process).filter { $0.points > 0 }.map(\.title.en)
        }
        #expect(try steps(old: false).contains("Check the order"))
        #expect(try !steps(old: true).contains("Check the order"))
    }

    @Test func `asking for a false refund reason caps the grade and angers the customer`() throws {
        let grade = try play(
            "M06",
            [
                lookAndSay("您好，米色缺货了。"),
                say("您申请退款吧，理由选不想要了就行"),
                say("好的，再见"),
            ])
        #expect(grade.total <= 59)
        #expect(grade.cap != nil)
        #expect(grade.mood.shifts.contains { $0.by <= -15 })
    }

    @Test func `a coupon that the order reaches works as well as an add-on`() throws {
        let grade = try play(
            "P07",
            [
                lookAndSay("您好，是哪张券呢，提示什么？"),
                { _, talk in
                    [
                        .look(conversation: talk.id, at: .coupon("off30")),
                        .reply(
                            conversation: talk.id,
                            text: "查到了，满300.00元才能用，您这单298.00元，还差2.00元。"),
                    ]
                },
                { _, talk in
                    [
                        .giveCoupon(customer: talk.customer, coupon: "off10"),
                        .note(conversation: talk.id, text: "券差2元，改送满199减10"),
                        .reply(
                            conversation: talk.id, text: "给您发了一张满199减10的券，重新拍就能用，实付288.00元。"),
                    ]
                },
                say("收到您的付款了，还有其他可以帮您的吗？谢谢支持！"),
                { _, talk in [.close(conversation: talk.id)] },
            ])
        #expect(grade.isSuccess, "\(grade.marks.filter { $0.lost > 0 }.map(\.title.en))")
    }

    @Test func `a guessed M sells, and is not a success`() throws {
        let grade = try play(
            "P02",
            [
                say("您好，建议您拍M码，肯定合适"), say("M码就可以的，建议您拍M码"),
                say("感谢您的支持，祝您生活愉快"),
            ])
        #expect(!grade.isSuccess)
        #expect(grade.statements.contains { $0.truth == .isFalse })
        #expect(grade.total < 60)
    }

    @Test func `saying the address is changed without changing it is found out`() throws {
        let grade = try play(
            "M02",
            [
                say("您好，麻烦核对一下收件人姓名和手机尾号，新地址发我"),
                say("已经帮您改好了"), say("改好了的，请放心"),
            ])
        #expect(!grade.isSuccess)
        #expect(grade.marks.contains { $0.title.en == "Said it was done when it was not" })
        #expect(grade.mood.shifts.contains { $0.by <= -15 })
    }

    @Test func `making a customer return the pot for a spoon costs mood and points`() throws {
        let grade = try play(
            "A08",
            [
                lookAndSay("您好，麻烦您申请退货，把整件寄回来给您退款"),
                say("需要您把整套退回来呢"), say("感谢理解，再见"),
            ])
        #expect(!grade.isSuccess)
        #expect(grade.marks.contains { $0.title.en == "Not kept to: No full return for a spoon" })
        #expect(grade.mood.end < grade.mood.start)
    }

    @Test func `a promise that is not kept breaks the conversation`() throws {
        let grade = try play(
            "A03",
            [
                lookAndSay("您好，理解您着急，5分钟内给您回复结果。")
            ])
        #expect(!grade.isSuccess)
        #expect(grade.promises.contains { $0.outcome == .broken })
        #expect(grade.mood.shifts.contains { $0.by <= -25 })
    }

    @Test(arguments: [
        ("查到了，今天上午已经到中转站，一般还要2到3天送到您家。", 20, true),
        ("麻烦您稍等一下哦", 20, false),
        ("您别着急哦，我特别理解您，正在帮您看呢", 90, false),
        ("Please do not worry, dear Mr Shen, we really care about you.", 90, false),
        ("包裹卡在中转站了，仓库说下午走", 90, true),
    ])
    func `an answer keeps the promise of one at once, kind words and "please wait" never do`(
        words: String, after seconds: Int, isKept: Bool
    ) throws {
        let premises = Premises(pack: try Shipped.pack("chapter-5"), reader: try Shipped.reader)
        let card = premises.card(id: "test", tongue: .chinese, seed: 3, scenarios: ["A01"])
        let shift = premises.open(card)
        while shift.shop.conversations.isEmpty { _ = try #require(try shift.advanceToNext()) }
        let id = try #require(shift.shop.conversations.keys.first)
        try shift.submit(.take(conversation: id), by: .agent(shift.shop.agent))
        for reply in ["您好，2分钟内回复您", words] {
            try shift.advance(to: shift.now + .seconds(reply == words ? seconds : 20))
            try shift.submit(
                .reply(conversation: id, text: reply), by: .agent(shift.shop.agent))
        }
        let promise = try #require(shift.shop.promises(in: id).first)
        #expect(promise.isOpen != isKept)
    }

    @Test func `money promised for the only order there is comes back by a refund, not by words`()
        throws
    {
        let premises = Premises(pack: try Shipped.pack("chapter-5"), reader: try Shipped.reader)
        let card = premises.card(id: "test", tongue: .chinese, seed: 3, scenarios: ["A15"])
        let shift = premises.open(card)
        while shift.shop.conversations.isEmpty { _ = try #require(try shift.advanceToNext()) }
        let talk = try #require(shift.shop.conversations.values.first)
        try shift.submit(.take(conversation: talk.id), by: .agent(shift.shop.agent))
        try shift.submit(
            .reply(conversation: talk.id, text: "10分钟内一定给您退款，您放心。"),
            by: .agent(shift.shop.agent))
        let order = try #require(shift.shop.orders(of: talk.customer).first)
        #expect(shift.shop.promises(in: talk.id).map(\.deed) == [.refund(order.id)])
        // Signed for when the shift began: the carrier has nothing more to say of it.
        try shift.advance(to: shift.now + .minutes(30))
        let parcel = try #require(shift.shop.orders[order.id]?.parcels.first)
        #expect(parcel.scans.last?.code.parent == .signed)
    }
}
