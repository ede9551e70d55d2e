import Engine
import Foundation
import Testing

@Suite struct `A carrier's scan` {
    /// The table as the field publishes it: code, and the state under which it counts.
    static let published: [(code: Int, parent: Int)] = [
        (1, 1), (101, 1), (102, 1), (103, 1), (0, 0), (1001, 0), (1002, 0), (1003, 0), (5, 5),
        (501, 5), (3, 3), (301, 3), (302, 3), (303, 3), (304, 3), (6, 6), (4, 4), (401, 4),
        (14, 14), (7, 7), (2, 2), (201, 2), (202, 2), (203, 2), (204, 2), (205, 2), (206, 2),
        (207, 2), (208, 2), (209, 2), (210, 2), (8, 8), (10, 8), (11, 8), (12, 8), (13, 8),
    ]

    @Test func `has one of thirty-six published codes, ten states and twenty-six under them`()
        throws
    {
        #expect(Self.published.count == 36)
        #expect(Set(Self.published.map(\.code)) == Set(Scan.Code.allCases.map(\.rawValue)))
        for (number, parent) in Self.published {
            let code = try #require(Scan.Code(fieldCode: number))
            #expect(code.rawValue == number)
            #expect(code.parent.rawValue == parent, "\(number)")
            #expect(code.parent.parent == code.parent)
            #expect(!code.name.zh.isEmpty && !code.name.en.isEmpty)
        }
        #expect(Set(Self.published.map(\.parent)).count == 10)
    }

    @Test func `with a code nobody has heard of counts under its leading digit`() {
        let expected: [(Int, Scan.Code?)] = [
            (1004, .inTransit), (109, .pickedUp), (211, .problem), (305, .signed),
            (402, .returnedSigned), (502, .outForDelivery), (601, .returning),
            (701, .handedOver), (801, .customs), (9, nil), (15, nil), (99, nil), (901, nil),
            (1010, nil), (2001, nil), (-1, nil),
        ]
        for (number, code) in expected { #expect(Scan.Code(fieldCode: number) == code) }
    }

    @Test func `of any code is entered where the parcel is`() throws {
        var counter = Counter.trading()
        let id = try counter.delivered([("shirt-white", 1)], isSigned: false)
        for code in Scan.Code.allCases {
            try counter.send(
                .scan(tracking: "SF\(id)", code: code, text: code.name.zh), by: .carrier,
                after: .minutes(1))
            #expect(counter.order(id).parcels[0].state == code.parent)
        }
        #expect(counter.order(id).parcels[0].scans.count == 36)
        #expect(counter.shop.violations() == [])
    }

    @Test func `of a label alone is no sign that anybody has the parcel`() throws {
        var counter = Counter.trading()
        let id = try counter.delivered([("shirt-white", 1)], isSigned: false)
        for code in [Scan.Code.ordered, .awaitingPickUp, .cancelled, .labelCancelled] {
            try counter.send(
                .scan(tracking: "SF\(id)", code: code, text: ""), by: .carrier)
            #expect(!counter.order(id).parcels[0].wasCollected)
        }
        try counter.send(
            .scan(tracking: "SF\(id)", code: .collected, text: ""), by: .carrier)
        #expect(counter.order(id).parcels[0].wasCollected)
    }

    @Test func `of an unknown number is refused, and of a voided label too`() throws {
        var counter = Counter.trading()
        let id = try counter.delivered([("shirt-white", 1)], isSigned: false)
        let scan = Command.scan(tracking: "SF\(id)", code: .collected, text: "")
        #expect(
            counter.refusal(.scan(tracking: "X", code: .collected, text: ""), by: .carrier)
                == .noSuchParcel("X"))
        try counter.send(.voidParcel(tracking: "SF\(id)"))
        #expect(counter.refusal(scan, by: .carrier) == .parcelVoid("SF\(id)"))
        #expect(counter.refusal(scan) == .notYourPart)
    }

    @Test func `of merged orders reaches every one of them`() throws {
        var counter = Counter.trading()
        let first = try counter.bought([("shirt-white", 1)])
        let second = try counter.bought([("cup-small", 1)])
        try counter.send(.mergeOrders(orders: [first, second]))
        try counter.send(.ship(order: second, carrier: "顺丰", tracking: "M1"), by: .warehouse)
        let events = try counter.send(
            .scan(tracking: "M1", code: .collected, text: "已揽收"), by: .carrier,
            after: .hours(1))
        #expect(events.count == 2)
        #expect(Set(events.compactMap(\.order)) == [first, second])
        #expect(counter.order(first).parcels[0].scans == counter.order(second).parcels[0].scans)
        #expect(counter.order(first).parcels[0].scans.count == 1)
    }

    /// A finished order with a parcel from its buyer under way, as a store brings it.
    private func returning() throws -> (counter: Counter, order: OrderID) {
        var counter = Counter.trading()
        let id = try counter.delivered([("shirt-white", 1)])
        var fixture = counter.shop.store
        let place = try #require(fixture.orders.firstIndex { $0.id == id })
        fixture.orders[place].ship(
            Parcel(carrier: "中通", tracking: "ZT1", shippedAt: fixture.opensAt, isReturn: true),
            confirmBy: fixture.opensAt + .days(10))
        return (Counter(Shop(fixture)), id)
    }

    @Test func `of goods coming back is found, and the shop does not handle them as its own`()
        throws
    {
        var (counter, id) = try returning()
        try counter.send(.scan(tracking: "ZT1", code: .inTransit, text: ""), by: .carrier)
        #expect(counter.order(id).parcels.last?.state == .inTransit)
        for command in [
            Command.voidParcel(tracking: "ZT1"), .intercept(tracking: "ZT1", to: nil),
            .claim(tracking: "ZT1", amount: .yuan(1), reason: "丢件"),
        ] {
            #expect(counter.refusal(command) == .comingBack("ZT1"))
        }
        #expect(counter.order(id).isSigned, "what comes back does not make it unsigned")
    }

    @Test func `of a number that only the case knows shows that there is a parcel`() throws {
        var counter = Counter.trading()
        let id = try counter.delivered([("shirt-white", 1)])
        var fixture = counter.shop.store
        let opened = fixture.opensAt
        let item = AfterSale(
            id: "r1", order: id, kind: .returnRefund, reason: .quality, amount: .yuan(99),
            detail: "", openedAt: opened, state: .waitCheck, answerBy: nil)
        var text = String(decoding: try JSONEncoder().encode(item), as: UTF8.self)
        text.insert(
            contentsOf: "\"returnTracking\":\"ZT1\",", at: text.index(after: text.startIndex))
        fixture.afterSales = [
            try JSONDecoder().decode(AfterSale.self, from: Data(text.utf8))
        ]
        counter = Counter(Shop(fixture))
        let scan = Command.scan(tracking: "ZT1", code: .collected, text: "")
        #expect(try counter.send(scan, by: .carrier).count == 1)
        #expect(counter.order(id).parcels.last?.isReturn == true)
        #expect(counter.order(id).parcels.last?.scans.count == 1)
        try counter.send(scan, by: .carrier)
        #expect(counter.order(id).parcels.count == 2)
        #expect(counter.shop.violations() == [])
    }

    @Test func `starts the time to confirm of each line, where the platform counts from signature`()
        throws
    {
        var rules = Rules.plain
        rules.orders.confirmFrom = .signature
        var counter = Counter.trading(rules)
        let id = try counter.bought([("shirt-white", 1), ("cup-small", 2)])
        func send(_ number: String, _ line: Int, _ quantity: Int) -> Command {
            .shipPieces(
                order: id, carrier: "顺丰", tracking: number,
                pieces: [Parcel.Piece(line: line, quantity: quantity)], weight: nil)
        }
        try counter.send(send("A", 0, 1), by: .warehouse)
        try counter.send(send("B", 1, 1), by: .warehouse)
        #expect(counter.order(id).lines.map(\.confirmBy) == [nil, nil])
        let signed = Command.scan(tracking: "A", code: .signedInPerson, text: "")
        try counter.send(signed, by: .carrier, after: .hours(10))
        let first = counter.shop.now + rules.autoConfirmAfter
        #expect(counter.order(id).lines.map(\.confirmBy) == [first, nil])
        // Half of the second line at home is not the line.
        try counter.send(
            .scan(tracking: "B", code: .signedInPerson, text: ""), by: .carrier)
        #expect(counter.order(id).lines.map(\.confirmBy) == [first, nil])
        try counter.send(send("C", 1, 1), by: .warehouse)
        try counter.send(
            .scan(tracking: "C", code: .signedByOther, text: ""), by: .carrier, after: .hours(20))
        let second = counter.shop.now + rules.autoConfirmAfter
        #expect(counter.order(id).lines.map(\.confirmBy) == [first, second])
        // Signing twice starts nothing again.
        try counter.send(
            .scan(tracking: "C", code: .signedAfterProblem, text: ""), by: .carrier,
            after: .hours(1))
        #expect(counter.order(id).lines.map(\.confirmBy) == [first, second])
    }
}
