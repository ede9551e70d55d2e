import Engine
import Foundation
import Stores
import Support
import Testing

/// Forms that are read field by field could forget a field that somebody adds later: the store
/// would then quietly lose it. These look at every stored field there is.
@Suite struct `A form that is read field by field` {
    private func check<Value: Codable & Equatable>(_ value: Value) throws {
        let bytes = try JSONWriter.bytes(of: value)
        #expect(try JSONReader.read(Value.self, from: bytes) == value)
        let form = try #require(
            try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
        // Every field is written, if it holds anything.
        let stored = Mirror(reflecting: value).children.filter { child in
            let mirror = Mirror(reflecting: child.value)
            return mirror.displayStyle != .optional || !mirror.children.isEmpty
        }
        #expect(Set(form.keys) == Set(stored.compactMap(\.label)), "\(Value.self)")
        // And read: a number that is another one makes another value.
        for (name, field) in form {
            guard let number = field as? Int, !(field is Bool) else { continue }
            var changed = form
            changed[name] = number + 1
            let text = try JSONSerialization.data(withJSONObject: changed)
            let other = try? JSONReader.read(Value.self, from: Array(text))
            #expect(other != value, "\(Value.self).\(name)")
        }
        // What is left out is the usual.
        _ = try JSONReader.read(Value.self, from: Array(bytes))
    }

    @Test func `forgets nothing of the rules`() throws {
        var cases = AfterSaleRules()
        cases.returnAddress = Address(name: "退货组", phone: "1", region: "上海", street: "3 号门")
        try check(Rules.plain)
        try check(OrderRules())
        try check(MoneyRules())
        try check(cases)
        try check(LogisticsRules())
        try check(ReviewRules())
        try check(CustomerRules())
        try check(TicketRules())
        try check(SpeechRules())
        try check(RuleSource(profile: "taobao", dated: "2026-03-01", training: ["payWithin"]))
    }

    @Test func `forgets nothing of requests and of money`() throws {
        let address = Address(name: "王芳", phone: "1", region: "上海", street: "漕溪路 12 号")
        try check(
            Command.Purchase(
                customer: "wang", lines: [Command.LineRequest(variant: "cup-1", quantity: 2)],
                coupons: ["off5"], address: address, conversation: "c1", group: "g1",
                isInsured: true, note: "快点"))
        try check(
            AfterSale.Request(
                kind: .refund, reason: .other, items: [AfterSale.Item(line: 0, quantity: 2)],
                amount: .yuan(1), detail: "破了", account: "gift1",
                evidence: [Evidence(kind: .photo, text: "照片")]))
        try check(AfterSale.Item(line: 1, quantity: 2, replacement: "cup-2"))
        try check(AfterSale.Offer(kind: .refund, amount: .yuan(3), text: "退三元"))
        try check(AfterSale.Verdict(outcome: .refund, amount: .yuan(3), text: "支持买家"))
        try check(AfterSale.Freight(payer: .buyer, deducted: .yuan(1), reimbursed: .yuan(2)))
        try check(
            Command.InvoiceRequest(kind: .special, title: "甲公司", taxNumber: "91", email: "a@b"))
        try check(Review.Rating(stars: 5, described: 4, service: 3, logistics: 2))
        try check(
            Ledger(
                paid: .yuan(9), held: .yuan(4), released: .yuan(3), refunded: .yuan(2),
                compensated: .yuan(1)))
        let at = Instant(milliseconds: 1)
        try check(
            Payment(
                method: .giftCard, account: "gift1", amount: .yuan(2), refunded: .yuan(1), at: at))
        try check(Account(id: "gift1", method: .giftCard, label: "81", balance: .yuan(5)))
        try check(
            Presale(
                deposit: .yuan(1), counts: .yuan(2), balanceFrom: at, balanceUntil: at,
                shipBy: at, depositPaidAt: at, isSellerFault: true))
        try check(
            Promotion(
                id: "p", name: "满减", kind: .shop, products: ["cup"], threshold: .yuan(9),
                amount: .yuan(1), repeats: true, from: at, until: at))
        try check(
            Group(
                id: "g1", variant: "cup-1", size: 2, deadline: at, members: ["o1"],
                state: .complete))
        try check(Customer.Consent(state: .given, at: at, source: "聊天"))
        try check(
            Customer.History(
                orders: 1, spent: .yuan(2), lastBought: at, refunds: 3, conversations: ["问过尺码"]))
        try check(Parcel.Piece(line: 1, quantity: 2))
    }

    @Test func `keeps the road with its batches as a list`() throws {
        let at = Instant(milliseconds: 1)
        let road = Road(
            stops: [
                Road.AreaStop(region: "新疆", carrier: nil, reason: "大雪", from: at, until: nil)
            ],
            overloads: [Road.Overload(carrier: "中通", from: at, until: at)],
            batches: [Road.Batch(id: "batch1", orders: ["o1"], reason: "断货", shipBy: at)])
        let text = try JSONWriter.text(of: road)
        #expect(text.contains(#""batches":[{"id":"batch1""#))
        #expect(try JSONReader.read(Road.self, from: Array(text.utf8)) == road)
    }
}
