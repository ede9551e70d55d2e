import Engine
import Foundation
import Support
import Testing

@testable import Stores

@Suite struct `What is taken into a store` {
    private func intake(
        _ name: String, into store: ShopFixture? = nil
    ) throws -> StoreIntake {
        let new = ShopFixture(name: "新店", rules: .plain, opensAt: Instant(milliseconds: 0))
        var intake = StoreIntake(into: store ?? new)
        intake.take(try TaobaoOrders.read(Fixture.bytes(name)))
        return intake
    }

    @Test func `from an export in GBK is five orders with their money`() throws {
        let intake = try intake("orders-gbk.csv")
        #expect(intake.tally.rows == 5 && intake.tally.taken == 5 && intake.tally.skipped == 0)
        let orders = intake.store.orders
        #expect(orders.map(\.status) == [.waitPay, .waitShip, .shipped, .done, .closedUnpaid])
        #expect(orders[1].ledger.held == Money(fen: 120_800))
        #expect(orders[1].lines[0].quantity == 4)
        #expect(orders[1].lines[0].price == Money(fen: 29_900))
        #expect(orders[1].postage == .yuan(12))
        #expect(orders[1].address.region == "上海 上海市 徐汇区")
        #expect(orders[1].note?.hasPrefix("请尽快发") == true)
        #expect(orders[1].memo?.text == "送小样")
        #expect(orders[2].parcels.map(\.tracking) == ["73600316247086"])
        #expect(orders[3].ledger.refunded == .yuan(5))
        #expect(orders[3].ledger.isBalanced)
        #expect(orders[4].ledger == Ledger())
        // It opens, nothing is amiss, and it can be dumped and loaded.
        let shop = Shop(intake.store)
        #expect(shop.violations().filter { !$0.contains("timer") && !$0.contains("should") } == [])
        let bytes = StoreFile.bytes(of: shop.store)
        #expect(try StoreFile.read(bytes) { _ in .plain } == shop.store)
    }

    @Test func `accounts for every row and every change, with its line, in both languages`() throws
    {
        let intake = try intake("orders-gbk.csv")
        #expect(intake.notes.contains { $0.line == 3 && $0.kind == .changed })
        for tongue in [Tongue.chinese, .english] {
            let sentences = intake.sentences(in: tongue)
            #expect(sentences.count == intake.notes.count + 1)
            #expect(sentences[0].contains("5"))
        }
        #expect(intake.tally.changed == intake.notes.count)
    }

    @Test func `a second time is skipped`() throws {
        let first = try intake("orders-gbk.csv")
        let second = try intake("orders-gbk.csv", into: first.store)
        #expect(second.tally.taken == 0 && second.tally.skipped == 5)
        #expect(second.store.orders == first.store.orders)
        #expect(second.store.customers == first.store.customers)
    }

    private func take(_ row: ImportedOrder) -> StoreIntake {
        var intake = StoreIntake(
            into: ShopFixture(name: "店", rules: .plain, opensAt: Instant(milliseconds: 0)))
        intake.take(row)
        return intake
    }

    private func row(
        _ state: ImportedOrder.State, goods: Int, postage: Int = 0, paid: Int, pieces: Int = 1,
        refunded: Int? = nil
    ) -> ImportedOrder {
        var row = ImportedOrder(
            line: 2, id: "1", state: state, stateText: "", placedAt: Instant(milliseconds: 1000))
        row.amounts.goods = Money(fen: goods)
        row.amounts.postage = Money(fen: postage)
        row.amounts.paid = Money(fen: paid)
        row.amounts.refunded = refunded.map { Money(fen: $0) }
        row.paidAt = paid > 0 ? Instant(milliseconds: 2000) : nil
        row.goods.pieces = pieces
        row.buyer.nick = "阿梨"
        return row
    }

    @Test func `pays what was really paid, to the fen`() {
        for (goods, postage, paid, pieces) in [
            (1000, 0, 1000, 3), (1000, 800, 1700, 2), (1000, 800, 100, 1), (1000, 0, 1250, 1),
            (0, 0, 0, 1), (999, 1, 1000, 3),
        ] {
            let order = take(
                row(.done, goods: goods, postage: postage, paid: paid, pieces: pieces)
            ).store.orders[0]
            if paid > 0 { #expect(order.due.fen == paid) }
            #expect(order.ledger.paid == order.due)
            #expect(order.ledger.released == order.due)
        }
    }

    @Test func `gives back what went back, goods first and postage last`() {
        let order = take(row(.done, goods: 1000, postage: 800, paid: 1800, refunded: 1200))
            .store.orders[0]
        #expect(order.ledger.refunded.fen == 1200 && order.ledger.released.fen == 600)
        #expect(order.lines[0].refunded.fen == 1000 && order.postageRefunded.fen == 200)
        let closed = take(row(.closed, goods: 1000, paid: 1000, refunded: 1000)).store.orders[0]
        #expect(closed.status == .closedRefunded)
        let unpaid = take(row(.closed, goods: 1000, paid: 0)).store.orders[0]
        #expect(unpaid.status == .closedUnpaid)
    }

    @Test func `brings products with their variants, codes and stock`() throws {
        var intake = StoreIntake(
            into: ShopFixture(name: "店", rules: .plain, opensAt: Instant(milliseconds: 0)))
        intake.take(try ShopifyProducts.read(Fixture.bytes("products-multiline.csv")))
        #expect(intake.tally.taken > 0)
        #expect(intake.tally.taken == intake.store.products.count)
        let variants = intake.store.products.flatMap(\.variants)
        #expect(Set(variants.map(\.id)).count == variants.count)
        let bytes = StoreFile.bytes(of: intake.store)
        #expect(try StoreFile.read(bytes) { _ in .plain } == intake.store)
    }
}
