import Engine
import Testing

@Suite struct `An order` {
    @Test func `is placed at the shop's price with coupon and postage, paid, shipped, confirmed`()
        throws
    {
        var counter = try Counter.talking()
        let request = [Command.LineRequest(variant: "dress-L", quantity: 2)]
        try counter.send(
            .placeOrder(
                conversation: "c1", lines: request, coupon: "off30", address: SampleShop.home),
            by: .buyer("b1"))
        let id = try #require(counter.shop.conversations["c1"]?.order)
        #expect(counter.shop.orders[id]?.due == .yuan(368))
        #expect(counter.shop.conversations["c1"]?.stage == .order)
        try counter.send(.pay(order: id, method: .mobile), by: .buyer("b1"))
        #expect(counter.shop.variant("dress-L")?.stock == 3)
        #expect(counter.shop.orders[id]?.ledger.held == .yuan(368))
        try counter.send(.ship(order: id, carrier: "顺丰", tracking: "SF9"), by: .warehouse)
        try counter.send(.confirmReceipt(order: id, lines: nil), by: .buyer("b1"))
        #expect(counter.shop.orders[id]?.status == .done)
        #expect(counter.shop.orders[id]?.ledger.released == .yuan(368))
        #expect(counter.shop.violations() == [])
    }

    @Test func `refuses a coupon below its threshold and says how much is missing`() throws {
        let counter = try Counter.talking()
        let request = [Command.LineRequest(variant: "dress-L", quantity: 1)]
        let refusal = counter.refusal(
            .placeOrder(
                conversation: "c1", lines: request, coupon: "off30", address: SampleShop.home),
            by: .buyer("b1"))
        #expect(refusal == .couponNotReached(threshold: .yuan(300), goods: .yuan(199)))
        #expect(refusal?.sentence(in: .chinese).contains("101.00") == true)
        #expect(refusal?.sentence(in: .english).contains("101.00") == true)
    }

    @Test func `takes another address before shipping and not after`() throws {
        var counter = try Counter.talking()
        try counter.send(.changeAddress(order: "w1", address: SampleShop.office))
        #expect(counter.shop.orders["w1"]?.address == SampleShop.office)
        #expect(
            counter.refusal(.changeAddress(order: "w1", address: SampleShop.office))
                == .sameAsBefore)
        #expect(
            counter.refusal(.changeAddress(order: "s1", address: SampleShop.office))
                == .alreadyShipped)
        var broken = SampleShop.office
        broken.phone = " "
        #expect(
            counter.refusal(.changeAddress(order: "w1", address: broken)) == .addressIncomplete)
    }

    @Test func `is repriced only while unpaid, and its postage may only fall`() throws {
        var counter = try Counter.talking()
        try counter.send(.reprice(order: "u1", reduction: .yuan(9), postage: .zero))
        #expect(counter.shop.orders["u1"]?.due == .yuan(190))
        #expect(
            counter.refusal(.reprice(order: "w1", reduction: .yuan(9), postage: .zero))
                == .orderIs(.waitShip, needs: [.waitPay]))
        #expect(
            counter.refusal(.reprice(order: "u1", reduction: .yuan(200), postage: .zero))
                == .badAmount(.yuan(200)))
        #expect(
            counter.refusal(.reprice(order: "u1", reduction: .zero, postage: .yuan(1)))
                == .postageMayNotRise(from: .zero, to: .yuan(1)))
    }

    @Test func `closes by itself at the very instant when nobody paid`() throws {
        var counter = Counter()
        let due = SampleShop.opening + .hours(1)
        #expect(counter.shop.nextTimer == due)
        try counter.tick(at: due)
        #expect(counter.shop.orders["u1"]?.status == .closedUnpaid)
        #expect(counter.records.map(\.at) == [due])
        #expect(counter.shop.orders["u2"]?.status == .waitPay)
    }

    @Test func `swaps an item for another at the same price that is in stock`() throws {
        var counter = try Counter.talking()
        #expect(
            counter.refusal(.changeItem(order: "o1", line: 0, to: "dress-X"))
                == .priceDiffers(by: .yuan(10)))
        #expect(
            counter.refusal(.changeItem(order: "o1", line: 3, to: "dress-L"))
                == .noSuchLine(order: "o1", line: 3))
        try counter.send(.changeItem(order: "o1", line: 0, to: "dress-L"))
        #expect(counter.shop.variant("dress-L")?.stock == 4)
        #expect(counter.shop.orders["o1"]?.lines[0].isClaimed == true)
    }

    @Test func `that was oversold is not shipped, and refunding it adds nothing to the shelf`()
        throws
    {
        var counter = try Counter.talking()
        let ship = Command.ship(order: "o1", carrier: "顺丰", tracking: "SF8")
        #expect(counter.refusal(ship, by: .warehouse) == .outOfStock("dress-M", left: 5))
        try counter.send(.requestRefund(order: "o1", reason: .outOfStock), by: .buyer("b1"))
        #expect(counter.refusal(ship, by: .warehouse) == .afterSaleOpen("r1"))
        try counter.send(.agreeRefund(afterSale: "r1", amount: nil))
        #expect(counter.shop.orders["o1"]?.status == .closedRefunded)
        #expect(counter.shop.orders["o1"]?.ledger.refunded == .yuan(199))
        #expect(counter.shop.variant("dress-M")?.stock == 5)
        #expect(
            counter.refusal(ship, by: .warehouse)
                == .orderIs(.closedRefunded, needs: [.waitShip, .partShipped]))
        #expect(counter.shop.violations() == [])
    }

    @Test func `is extended once, by the days the platform offers`() throws {
        var counter = try Counter.talking()
        let before = try #require(counter.shop.orders["s1"]?.autoConfirmAt)
        #expect(
            counter.refusal(.extendReceipt(order: "s1", days: 4))
                == .badExtension(allowed: [3, 5, 7, 10]))
        try counter.send(.extendReceipt(order: "s1", days: 3))
        #expect(counter.shop.orders["s1"]?.autoConfirmAt == before + .days(3))
        #expect(counter.refusal(.extendReceipt(order: "s1", days: 3)) == .noExtensionLeft)
    }

    @Test func `is made good up to the agent's limit and no further`() throws {
        var counter = try Counter.talking()
        let limit = Money(fen: 1990)
        #expect(
            counter.refusal(.compensate(order: "w1", amount: .yuan(20), reason: .lateShipment))
                == .overTheLimit(limit: limit, asked: .yuan(20)))
        try counter.send(.compensate(order: "w1", amount: .yuan(15), reason: .lateShipment))
        #expect(
            counter.refusal(.compensate(order: "w1", amount: .yuan(5), reason: .lateShipment))
                == .overTheLimit(limit: Money(fen: 490), asked: .yuan(5)))
    }

    @Test func `does not count its days to confirm while a case is open`() throws {
        var counter = try Counter.talking()
        let before = try #require(counter.shop.orders["s1"]?.autoConfirmAt)
        try counter.send(.reship(order: "s1", contents: "勺子", reason: .missingPart))
        try counter.send(
            .shipPart(afterSale: "r1", carrier: "中通", tracking: "ZT1"), by: .warehouse,
            after: .hours(5))
        #expect(counter.shop.orders["s1"]?.autoConfirmAt == before + .hours(5))
        #expect(counter.shop.orders["s1"]?.parcels.count == 2)
    }
}
