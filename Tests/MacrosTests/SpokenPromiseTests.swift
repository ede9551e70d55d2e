import Engine
import Language
import Simulation
import Testing

@testable import Macros

/// What is heard in the agent's words as a promise, by a shift and by a dry run alike.
struct SpokenPromiseTests {
    @Test func `a dispatch promised before the payment and again after it is one promise`() throws {
        let desk = TestDesk(Shop(Scene.fixture), reads: Scene.reads)
        let order: OrderID = "2026031800018842"
        try desk.send(
            .openConversation(
                customer: "liqian", channel: .taobao, stage: .preSale, order: order, mood: 50),
            by: .buyer("liqian"))
        _ = try desk.submit(.reply(conversation: "c1", text: "您付好了，今天18点前就发出"))
        #expect(desk.shop.promises.values.map(\.deed) == [.shipOncePaid])
        try desk.send(.pay(order: order, method: .card), by: .buyer("liqian"))
        desk.wait(.minutes(1))
        _ = try desk.submit(.reply(conversation: "c1", text: "收到，今天18点前发出"))
        #expect(desk.shop.promises.count == 1)
        // An earlier hour is a new one.
        _ = try desk.submit(.reply(conversation: "c1", text: "今天17点前就能发出"))
        #expect(desk.shop.promises.values.map(\.deed) == [.shipOncePaid, .ship(order)])
    }

    @Test func `when money that has gone back arrives is no promise of the shop's`() throws {
        let desk = TestDesk(Shop(Scene.fixture), reads: Scene.reads)
        let order: OrderID = "2026031800018842"
        try desk.send(.pay(order: order, method: .card), by: .buyer("liqian"))
        try desk.send(
            .openConversation(
                customer: "liqian", channel: .taobao, stage: .order, order: order, mood: 50),
            by: .buyer("liqian"))
        let said = "退款10分钟内给您打款到账"
        _ = try desk.submit(.reply(conversation: "c1", text: said))
        #expect(desk.shop.promises.values.map(\.deed) == [.refund(order)])
        try desk.send(.requestRefund(order: order, reason: .changedMind), by: .buyer("liqian"))
        let item = try #require(desk.shop.afterSales(of: order).first)
        _ = try desk.submit(.agreeRefund(afterSale: item.id, amount: nil))
        _ = try desk.submit(.reply(conversation: "c1", text: "刚退了，" + said))
        #expect(desk.shop.promises.count == 1)
        // Another sum is still to come.
        _ = try desk.submit(.reply(conversation: "c1", text: "另外20分钟内给您打款15元"))
        #expect(desk.shop.promises.count == 2)
    }

    @Test(arguments: [
        "周五下午我再来回访您，问问好不好用", "3月20日14点我再来回访您", "下周我再来回访您",
        "I'll check back with you on Friday afternoon",
    ])
    func `a visit promised for another day is not paid by the goodbye`(text: String) throws {
        let desk = TestDesk(Shop(Scene.fixture), reads: Scene.reads)
        try desk.send(
            .openConversation(
                customer: "liqian", channel: .taobao, stage: .preSale, order: nil, mood: 50),
            by: .buyer("liqian"))
        _ = try desk.submit(.reply(conversation: "c1", text: text))
        let promise = try #require(desk.shop.promises.values.first)
        guard case .visit(let from) = promise.deed else {
            Issue.record("\(promise.deed)")
            return
        }
        #expect(from > desk.shop.now && from < promise.due)
        #expect(CivilTime(from, offset: desk.shop.offset).hour == 0)
        desk.wait(.minutes(2))
        _ = try desk.submit(.reply(conversation: "c1", text: "再见，祝您愉快"))
        #expect(desk.shop.promises.values.map(\.isOpen) == [true])
    }

    @Test func `of two times in a message the nearest is meant`() throws {
        let desk = TestDesk(Shop(Scene.fixture), reads: Scene.reads)
        try desk.send(
            .openConversation(
                customer: "liqian", channel: .taobao, stage: .preSale, order: nil, mood: 50),
            by: .buyer("liqian"))
        _ = try desk.submit(
            .reply(conversation: "c1", text: "给仓库催发货，也备注了周五生日要用，今天18点前发出"))
        let due = CivilTime(Scene.now, offset: desk.shop.offset)
        let promised = desk.shop.promises.values.map { CivilTime($0.due, offset: desk.shop.offset) }
        #expect(promised.map(\.day) == [due.day] && promised.map(\.hour) == [18])
    }
}
