import Engine
import Foundation
import Stores
import Support
import Testing

@Suite struct `A store's file` {
    private func store(_ text: String) throws -> ShopFixture {
        try StoreFile.read(Array(text.utf8)) { _ in .plain }
    }

    @Test(arguments: 1...20)
    func `is the same bytes again after loading, whatever has happened in the store`(
        seed: Int
    ) throws {
        var traffic = StoreTraffic(
            StoreMill.store(orders: 80, customers: 15, seed: UInt64(seed)), seed: UInt64(seed))
        for _ in 1...300 { _ = traffic.step() }
        #expect(traffic.shop.violations().filter { !$0.contains("timer") } == [])
        let bytes = StoreFile.bytes(of: traffic.shop.store)
        let loaded = try StoreFile.read(bytes) { _ in .plain }
        #expect(StoreFile.bytes(of: Shop(loaded).store) == bytes)
    }

    @Test func `of the manual is loaded as it stands there`() throws {
        let page = try Repository.text(of: "Docs/Store.md")
        let blocks = page.components(separatedBy: "```json\n").dropFirst().map {
            $0.components(separatedBy: "\n```")[0]
        }
        #expect(blocks.count >= 2)
        for block in blocks where block.hasPrefix("{\n  \"name\"") {
            let shop = Shop(try store(block))
            #expect(!shop.orders.isEmpty)
            #expect(shop.violations() == [])
        }
    }

    private static let base =
        #"{"name":"小店","opensAt":1773795600000,"products":[{"id":"cup","title":"杯子","variants":[{"id":"cup-1","product":"cup","name":"白","price":6000,"stock":9}]}],"coupons":[{"id":"off5","name":"五元券","threshold":5000,"amount":500,"validUntil":1783795600000}],"customers":[{"id":"wang","name":"王芳","coupons":["off5"]}],"orders":[{"id":"o1","customer":"wang","placedAt":1773709200000,"paidAt":1773709200000,"lines":[{"variant":"cup-1","price":6000,"status":"waitShip","isClaimed":true}],"address":{"name":"王芳","phone":"1","region":"上海","street":"漕溪路 12 号"},"ledger":{"paid":6000,"held":6000},"payments":[{"method":"mobile","amount":6000,"at":1773709200000}]}],"afterSales":[{"id":"r1","order":"o1","kind":"refund","reason":"changedMind","openedAt":1773709200000,"state":{"waitSeller":{}}}]}"#

    @Test func `that is right is not refused`() throws {
        #expect(try store(Self.base).orders.count == 1)
    }

    @Test(arguments: [
        (
            #""variant":"cup-1","price":6000"#, #""variant":"cup-9","price":6000"#,
            "orders[0].lines[0].variant"
        ),
        (#""customer":"wang""#, #""customer":"li""#, "orders[0].customer"),
        (#""coupons":["off5"]"#, #""coupons":["off6"]"#, "customers[0].coupons[0]"),
        (#""product":"cup","name""#, #""product":"mug","name""#, "products[0].variants[0].product"),
        (#""price":6000,"stock":9"#, #""price":-1,"stock":9"#, "products[0].variants[0].price"),
        (#""stock":9"#, #""stock":-9"#, "products[0].variants[0].stock"),
        (
            #""price":6000,"status""#, #""price":6000,"quantity":0,"status""#,
            "orders[0].lines[0].quantity"
        ),
        (#""customers":["#, #""customers":[{"id":"wang","name":"又一个"},"#, "customers[1].id"),
        (
            #""coupons":[{"#,
            #""coupons":[{"id":"off5","name":"","threshold":0,"amount":0,"validUntil":0},{"#,
            "coupons[1].id"
        ),
        (
            #""lines":[{"variant":"cup-1","price":6000,"status":"waitShip","isClaimed":true}]"#,
            #""lines":[]"#, "orders[0].lines"
        ),
        (#""held":6000"#, #""held":5999"#, "orders[0].ledger"),
        (#""paid":6000,"held":6000"#, #""paid":5000,"held":5000"#, "orders[0].payments"),
        (
            #""ledger""#,
            #""cuts":[{"kind":"shop","name":"","amount":100,"shares":[99]}],"ledger""#,
            "orders[0].cuts[0].shares"
        ),
        (
            #""ledger""#,
            #""cuts":[{"kind":"shop","name":"","amount":100,"shares":[50,50]}],"ledger""#,
            "orders[0].cuts[0].shares"
        ),
        (
            #""ledger""#,
            #""cuts":[{"kind":"shop","name":"","amount":6001,"shares":[6001]}],"ledger""#,
            "orders[0].lines[0]"
        ),
        (#""ledger""#, #""postage":-1,"ledger""#, "orders[0].postage"),
        (#""ledger""#, #""merge":"o9","ledger""#, "orders[0].merge"),
        (
            #""ledger""#,
            #""parcels":[{"carrier":"甲","tracking":"T1","shippedAt":0},{"carrier":"乙","tracking":"T1","shippedAt":0}],"ledger""#,
            "orders[0].parcels[1].tracking"
        ),
        (
            #""ledger""#,
            #""parcels":[{"carrier":"甲","tracking":"T1","shippedAt":0,"pieces":[{"line":3}]}],"ledger""#,
            "orders[0].parcels[0].pieces[0].line"
        ),
        (#""order":"o1""#, #""order":"o2""#, "afterSales[0].order"),
        (#""openedAt""#, #""items":[{"line":1}],"openedAt""#, "afterSales[0].items[0].line"),
        (#""openedAt""#, #""amount":-5,"openedAt""#, "afterSales[0].amount"),
        (
            #""afterSales""#,
            #""reviews":[{"id":"v1","order":"o1","line":0,"customer":"wang","at":0,"rating":{"stars":6},"text":""}],"afterSales""#,
            "reviews[0].rating.stars"
        ),
        (
            #""afterSales""#,
            #""tickets":[{"id":"t1","department":"warehouse","order":"o7","summary":"","openedAt":0,"due":0}],"afterSales""#,
            "tickets[0].order"
        ),
        (
            #""afterSales""#,
            #""groups":[{"id":"g1","variant":"cup-1","size":2,"deadline":0,"members":["o5"]}],"afterSales""#,
            "groups[0].members[0]"
        ),
        (
            #""afterSales""#,
            #""books":{"opening":1,"received":0,"returned":0,"shop":0,"commission":0,"insured":0},"afterSales""#,
            "books"
        ),
        (
            #""afterSales""#, #""knowledge":[{"title":"","body":"","product":"mug"}],"afterSales""#,
            "knowledge[0].product"
        ),
        (
            #""afterSales""#,
            #""promotions":[{"id":"p","name":"","kind":"coupon","amount":1,"from":0,"until":1}],"afterSales""#,
            "promotions[0].kind"
        ),
        (
            #""price":6000,"status""#, #""price":999999999999,"quantity":9999999,"status""#,
            "orders[0].lines"
        ),
        (#""price":6000,"stock""#, #""price":60.5,"stock""#, "products[0].variants[0].price"),
        (#""stock":9"#, #""stok":9"#, "products[0].variants[0].stok"),
        (#""status":"waitShip""#, #""status":"sent""#, "orders[0].lines[0].status"),
        (#""name":"小店""#, #""name":"""#, "name"),
    ])
    func `that is wrong is refused with the path, the line and a sentence`(
        right: String, wrong: String, path: String
    ) throws {
        let text = Self.base.replacing(right, with: wrong, maxReplacements: 1)
        #expect(text != Self.base)
        let fault = #expect(throws: StoreFault.self) { try store(text) }
        #expect(fault?.path == path)
        #expect(fault?.code == "bad-store")
        #expect(fault?.place?.line == 1)
        #expect((fault?.place?.column ?? 0) > 1)
        #expect(fault?.sentence.zh.contains(path) == true)
        #expect(fault?.sentence.en.contains(path) == true)
    }

    @Test func `that was cut or is no UTF-8 is refused with line and column`() throws {
        let lines = Self.base.replacing(",", with: ",\n")
        let cut = #expect(throws: StoreFault.self) { try store(String(lines.prefix(200))) }
        #expect((cut?.place?.line ?? 0) > 5)
        let bytes = Array("{\"name\":\n\"".utf8) + [0xC9, 0xCC, 0xB5, 0xEA] + Array("\"}".utf8)
        let gbk = #expect(throws: StoreFault.self) {
            try StoreFile.read(bytes) { _ in .plain }
        }
        #expect(gbk?.place == TextPlace(line: 2, column: 2))
    }

    @Test func `may name a profile, but not beside rules of its own`() throws {
        let named = Self.base.replacing(
            #"{"name""#, with: #"{"profile":"taobao","name""#, maxReplacements: 1)
        var asked: [String] = []
        _ = try StoreFile.read(Array(named.utf8)) { name in
            asked.append(name)
            return .plain
        }
        #expect(asked == ["taobao"])
        let both = named.replacing(#"{"profile""#, with: #"{"rules":{"postage":500},"profile""#)
        #expect(throws: StoreFault.self) { try store(both) }
    }

    @Test func `need name only those rules that differ from the usual`() throws {
        let text = Self.base.replacing(
            #"{"name""#,
            with:
                #"{"rules":{"postage":500,"afterSales":{"noReasonDays":10},"money":{"commission":60}},"name""#,
            maxReplacements: 1)
        let rules = try store(text).rules
        #expect(rules.postage == .yuan(5))
        #expect(rules.afterSales.noReasonDays == 10)
        #expect(rules.afterSales.attempts == Rules.plain.afterSales.attempts)
        #expect(rules.money.commission == 60)
        #expect(rules.payWithin == Rules.plain.payWithin)
    }
}

@Suite struct `The short form of an order` {
    /// Two lines, 2 × 30.00 and 40.00, five off, eight postage: 103.00.
    private func order(_ fields: String) throws -> Order {
        let text =
            #"{"name":"小店","opensAt":1773795600000,"products":[{"id":"cup","title":"杯子","variants":[{"id":"cup-1","product":"cup","name":"白","price":3000},{"id":"cup-2","product":"cup","name":"黑","price":4000}]}],"customers":[{"id":"wang","name":"王芳"}],"groups":[{"id":"g1","variant":"cup-1","size":3,"deadline":1783795600000,"members":["o1"]}],"orders":[{"id":"o1","customer":"wang","placedAt":1773709200000,"lines":[{"variant":"cup-1","quantity":2,"price":3000},{"variant":"cup-2","price":4000}],"discount":500,"postage":800,"address":{"name":"王芳","phone":"1","region":"上海","street":"漕溪路 12 号"},\#(fields)}]}"#
        let store = try StoreFile.read(Array(text.utf8)) { _ in .plain }
        let shop = Shop(store)
        #expect(shop.violations().filter { !$0.contains("group") } == [])
        // Written long, it says the same.
        let again = try StoreFile.read(StoreFile.bytes(of: shop.store)) { _ in .plain }
        #expect(again.orders == shop.store.orders)
        return store.orders[0]
    }

    private static let presale =
        #""presale":{"deposit":2000,"balanceFrom":1773709200000,"balanceUntil":1783795600000,"shipBy":1783795600000}"#
    private static let parcel =
        #""parcels":[{"carrier":"中通","tracking":"ZT1","shippedAt":1773709200000,"pieces":[{"line":0,"quantity":1}]}]"#

    @Test(arguments: [
        (#""status":"waitPay""#, 0, 0, 0, 0), (#""status":"closedUnpaid""#, 0, 0, 0, 0),
        (#""status":"waitShip""#, 10_300, 10_300, 0, 0),
        (#""status":"shipped""#, 10_300, 10_300, 0, 0),
        (#""status":"signed""#, 10_300, 10_300, 0, 0),
        (#""status":"partShipped",\#(parcel)"#, 10_300, 10_300, 0, 0),
        (#""status":"grouping","group":"g1""#, 10_300, 10_300, 0, 0),
        (#""status":"done""#, 10_300, 0, 10_300, 0),
        (#""status":"done","refunded":300"#, 10_300, 0, 10_000, 300),
        (#""status":"closedRefunded""#, 10_300, 0, 0, 10_300),
        (#""status":"depositPaid",\#(presale)"#, 2_000, 2_000, 0, 0),
        (#""status":"depositForfeit",\#(presale)"#, 2_000, 0, 2_000, 0),
        (#""status":"waitShip","reduction":300"#, 10_000, 10_000, 0, 0),
    ])
    func `puts the money where such an order's money is`(
        fields: String, paid: Int, held: Int, released: Int, refunded: Int
    ) throws {
        let order = try order(fields)
        #expect(order.ledger.paid.fen == paid)
        #expect(order.ledger.held.fen == held)
        #expect(order.ledger.released.fen == released)
        #expect(order.ledger.refunded.fen == refunded)
        #expect(order.payments.reduce(0) { $0 + $1.amount.fen } == paid)
        #expect(order.payments.reduce(0) { $0 + $1.refunded.fen } == refunded)
    }

    @Test func `puts the lines into its state`() throws {
        let done = try order(#""status":"done","closedAt":1773795600000"#)
        #expect(done.lines.map(\.status) == [.done, .done])
        #expect(done.lines.map(\.shipped) == [2, 1])
        #expect(done.lines[0].doneAt == Instant(milliseconds: 1_773_795_600_000))
        let signed = try order(#""status":"signed","autoConfirmAt":1783795600000"#)
        #expect(signed.status == .shipped)
        #expect(signed.autoConfirmAt == Instant(milliseconds: 1_783_795_600_000))
        let part = try order(#""status":"partShipped",\#(Self.parcel)"#)
        #expect(part.lines.map(\.status) == [.partShipped, .waitShip])
        #expect(part.lines.map(\.shipped) == [1, 0])
        let refunded = try order(#""status":"closedRefunded""#)
        #expect(refunded.lines.map(\.returned) == [2, 1])
        #expect(refunded.lines.map(\.cancelled) == [2, 1])
        #expect(refunded.postageRefunded == .yuan(8))
        #expect(refunded.lines.map(\.isClaimed) == [false, false])
        let waiting = try order(#""status":"waitShip","shipBy":1783795600000"#)
        #expect(waiting.lines.map(\.isClaimed) == [true, true])
        #expect(waiting.shipBy == Instant(milliseconds: 1_783_795_600_000))
    }

    @Test func `is refused where it asks for a deposit or a group that it does not have`() {
        #expect(throws: StoreFault.self) { try order(#""status":"depositPaid""#) }
        #expect(throws: StoreFault.self) { try order(#""status":"grouping","group":"g9""#) }
    }
}
