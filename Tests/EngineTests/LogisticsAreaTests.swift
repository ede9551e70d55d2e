import Engine
import Testing

@Suite struct `The road` {
    private func stop(
        _ region: String = "浙江省", _ carrier: String? = "顺丰", _ reason: String = "台风",
        until: Instant? = nil
    ) -> Command {
        .stopArea(region: region, carrier: carrier, reason: reason, until: until)
    }

    @Test func `into a stopped area takes no parcel of that carrier until it is reopened`() throws {
        var counter = Counter.trading()
        let id = try counter.bought([("shirt-white", 1)])
        let ship = Command.ship(order: id, carrier: "顺丰", tracking: "SF1")
        try counter.send(stop(), by: .carrier)
        #expect(
            counter.refusal(ship, by: .warehouse) == .areaStopped(region: "浙江省", carrier: "顺丰"))
        #expect(
            counter.refusal(.ship(order: id, carrier: "中通", tracking: "ZT1"), by: .warehouse)
                == nil)
        #expect(counter.refusal(stop(), by: .carrier) == .alreadySo)
        #expect(counter.refusal(stop()) == .notYourPart)
        try counter.send(.reopenArea(region: "浙江省", carrier: "顺丰"), by: .carrier)
        #expect(counter.refusal(ship, by: .warehouse) == nil)
        #expect(
            counter.refusal(.reopenArea(region: "浙江省", carrier: "顺丰"), by: .carrier)
                == .notStopped)
    }

    @Test func `stopped for everybody until a time is open again then`() throws {
        var counter = Counter.trading()
        let id = try counter.bought([("shirt-white", 1)])
        let until = counter.shop.now + .hours(5)
        try counter.send(stop("浙江省杭州市", nil, until: until), by: .carrier)
        try counter.send(stop("浙江省杭州市", nil, until: until + .hours(1)), by: .carrier)
        #expect(counter.shop.road.stops.count == 1)
        let ship = Command.ship(order: id, carrier: "中通", tracking: "ZT1")
        #expect(
            counter.refusal(ship, by: .warehouse)
                == .areaStopped(region: "浙江省杭州市", carrier: "中通"))
        counter.shop.advance(to: until + .hours(1))
        #expect(counter.refusal(ship, by: .warehouse) == nil)
        #expect(
            counter.refusal(.reopenArea(region: "浙江省杭州市", carrier: nil), by: .carrier)
                == .notStopped)
    }

    @Test func `is not stopped nowhere, for no reason, or until yesterday`() {
        let counter = Counter.trading()
        #expect(counter.refusal(stop(" "), by: .carrier) == .nothingToSay)
        #expect(counter.refusal(stop("浙江省", ""), by: .carrier) == .nothingToSay)
        #expect(counter.refusal(stop("浙江省", nil, ""), by: .carrier) == .nothingToSay)
        #expect(counter.refusal(stop(until: counter.shop.now), by: .carrier) == .dueInThePast)
    }

    @Test func `of a carrier is overloaded until a time that can be moved`() throws {
        var counter = Counter.trading()
        let opened = counter.shop.now
        let until = opened + .days(1)
        let full = Command.overload(carrier: "顺丰", until: until)
        try counter.send(full, by: .carrier)
        #expect(counter.refusal(full, by: .carrier) == .alreadySo)
        #expect(
            counter.refusal(.overload(carrier: "顺丰", until: opened), by: .carrier)
                == .dueInThePast)
        #expect(
            counter.refusal(.overload(carrier: "", until: until), by: .carrier) == .nothingToSay)
        try counter.send(
            .overload(carrier: "顺丰", until: until + .days(1)), by: .carrier, after: .hours(2))
        #expect(
            counter.shop.road.overloads == [
                Road.Overload(carrier: "顺丰", from: opened, until: until + .days(1))
            ])
    }
}

@Suite struct `A late batch` {
    private func late() throws -> (counter: Counter, orders: [OrderID], shipBy: Instant) {
        var counter = Counter.trading()
        let orders = [
            try counter.bought([("shirt-white", 1)]),
            try counter.bought([("cup-small", 1)], by: "b2"),
            try counter.bought([("cup-small", 2)]),
        ]
        return (counter, orders, counter.shop.now + .days(3))
    }

    private func delay(_ orders: [OrderID], _ shipBy: Instant, reason: String = "面单不够")
        -> Command
    {
        .delayBatch(batch: "batch1", orders: orders, reason: reason, shipBy: shipBy)
    }

    @Test func `is put down once, and moves nobody's clock`() throws {
        var (counter, orders, shipBy) = try late()
        let before = orders.map { counter.order($0) }
        try counter.send(delay(orders + orders, shipBy), by: .warehouse)
        #expect(counter.shop.road.batches["batch1"]?.orders == orders)
        #expect(orders.map { counter.order($0) } == before)
        #expect(counter.refusal(delay(orders, shipBy), by: .warehouse) == .batchExists("batch1"))
    }

    @Test func `holds orders that wait to be shipped, a reason and a date to come`() throws {
        var (counter, orders, shipBy) = try late()
        #expect(counter.refusal(delay([], shipBy), by: .warehouse) == .noOrders)
        #expect(counter.refusal(delay(["X"], shipBy), by: .warehouse) == .noSuchOrder("X"))
        #expect(
            counter.refusal(delay(orders, shipBy, reason: ""), by: .warehouse) == .nothingToSay)
        #expect(
            counter.refusal(delay(orders, counter.shop.now), by: .warehouse) == .dueInThePast)
        #expect(counter.refusal(delay(orders, shipBy)) == .notYourPart)
        try counter.send(.ship(order: orders[0], carrier: "顺丰", tracking: "A"), by: .warehouse)
        #expect(
            counter.refusal(delay(orders, shipBy), by: .warehouse)
                == .orderIs(.shipped, needs: [.waitShip]))
    }

    @Test func `is told to everybody concerned at once, and the date is a promise`() throws {
        var (counter, orders, shipBy) = try late()
        try counter.send(delay(orders, shipBy), by: .warehouse)
        for buyer in ["b1", "b2"] as [CustomerID] {
            try counter.send(
                .openConversation(
                    customer: buyer, channel: .taobao, stage: .order, order: nil, mood: 40),
                by: .buyer(buyer))
        }
        try counter.send(.say(conversation: "c2", text: "五天没发"), by: .buyer("b2"))
        try counter.send(.hold(conversation: "c1", note: "等仓库"))
        let events = try counter.send(
            .noticeBatch(batch: "batch1", text: "22日前发出", shipBy: shipBy))
        let notice = try #require(counter.shop.road.batches["batch1"]?.notice)
        #expect(notice.customers == ["b1", "b2"] && notice.shipBy == shipBy)
        #expect(counter.shop.conversations["c1"]?.messages.last?.id == MessageID(2))
        #expect(counter.shop.conversations["c2"]?.messages.last?.id == MessageID(3))
        #expect(counter.shop.conversation(of: MessageID(3)) == "c2")
        #expect(counter.shop.conversations["c2"]?.waitingSince == nil)
        #expect(counter.shop.conversations["c2"]?.phase == .taken(by: "me"))
        guard case .onHold? = counter.shop.conversations["c1"]?.phase else {
            Issue.record("a notice takes nobody off hold")
            return
        }
        let made = Array(counter.shop.promises.values)
        #expect(made.map(\.deed) == [.ship(orders[0]), .ship(orders[2]), .ship(orders[1])])
        #expect(made.map(\.id) == ["p1", "p2", "p3"])
        #expect(made.allSatisfy { $0.due == shipBy && $0.isOpen })
        #expect(made.map(\.message) == [MessageID(2), MessageID(2), MessageID(3)])
        #expect(events.count == 7)
        #expect(counter.shop.violations() == [])
        try counter.send(.ship(order: orders[1], carrier: "顺丰", tracking: "B"), by: .warehouse)
        #expect(counter.shop.promises["p3"]?.state == .kept(at: counter.shop.now))
    }

    @Test func `is told once, in words, with a date no earlier than the true one`() throws {
        var (counter, orders, shipBy) = try late()
        func notice(_ text: String, _ date: Instant) -> Command {
            .noticeBatch(batch: "batch1", text: text, shipBy: date)
        }
        #expect(counter.refusal(notice("晚发", shipBy)) == .noSuchBatch("batch1"))
        try counter.send(delay(orders, shipBy), by: .warehouse)
        #expect(
            counter.refusal(notice("晚发", shipBy - .hours(1))) == .dateTooEarly(earliest: shipBy))
        #expect(counter.refusal(notice("", shipBy)) == .nothingToSay)
        #expect(counter.refusal(notice("晚发", shipBy), by: .warehouse) == .notYourPart)
        var past = counter
        past.shop.advance(to: shipBy)
        #expect(past.refusal(notice("晚发", shipBy)) == .dueInThePast)
        var gone = counter
        for (n, order) in orders.enumerated() {
            try gone.send(.ship(order: order, carrier: "顺丰", tracking: "T\(n)"), by: .warehouse)
        }
        #expect(gone.refusal(notice("晚发", shipBy)) == .noCustomers)
        try counter.send(.ship(order: orders[0], carrier: "顺丰", tracking: "A"), by: .warehouse)
        try counter.send(.ship(order: orders[2], carrier: "顺丰", tracking: "C"), by: .warehouse)
        try counter.send(notice("晚发", shipBy))
        // Whose goods have left is not told that they are late; who is not here has no promise.
        #expect(counter.shop.road.batches["batch1"]?.notice?.customers == ["b2"])
        #expect(counter.shop.promises.isEmpty)
        #expect(counter.refusal(notice("晚发", shipBy)) == .alreadyNoticed)
    }
}
