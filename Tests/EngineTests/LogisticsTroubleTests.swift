import Engine
import Testing

@Suite struct `Trouble on the road` {
    private func sent(_ rules: Rules = .plain) throws -> (
        counter: Counter, order: OrderID, tracking: String
    ) {
        var counter = Counter.trading(rules)
        let id = try counter.delivered([("shirt-white", 1)], isSigned: false)
        return (counter, id, "SF\(id)")
    }

    private func kinds(_ counter: Counter, after span: Span = .zero) -> [Trouble.Kind] {
        let instant = counter.shop.now + span
        let all = counter.shop.troubles(at: instant)
        for order in Set(all.map(\.order)) {
            #expect(
                counter.shop.troubles(of: order, at: instant) == all.filter { $0.order == order })
        }
        return all.map(\.kind)
    }

    private func scan(
        _ code: Scan.Code, _ tracking: String, in counter: inout Counter, after: Span = .zero
    ) throws {
        try counter.send(
            .scan(tracking: tracking, code: code, text: ""), by: .carrier, after: after)
    }

    @Test func `is none while all goes well`() throws {
        var (counter, _, tracking) = try sent()
        #expect(kinds(counter, after: .hours(23)) == [])
        try scan(.collected, tracking, in: &counter, after: .hours(2))
        #expect(kinds(counter, after: .hours(47)) == [])
        try scan(.signedInPerson, tracking, in: &counter, after: .hours(40))
        #expect(kinds(counter, after: .days(9)) == [])
    }

    @Test func `begins when the first scan does not come, and ends with it`() throws {
        var (counter, id, tracking) = try sent()
        let due = counter.shop.now + .hours(24)
        let found = counter.shop.troubles(at: due)
        #expect(
            found == [Trouble(kind: .noFirstScan, order: id, tracking: tracking, since: due)])
        #expect(counter.shop.troubles(ofParcel: tracking, at: due) == found)
        // A printed label is no scan, however often it is reported.
        try scan(.awaitingPickUp, tracking, in: &counter)
        #expect(kinds(counter, after: .days(9)) == [.noFirstScan])
        try scan(.collected, tracking, in: &counter, after: .hours(30))
        #expect(kinds(counter) == [])
    }

    @Test func `is a parcel that stands still, and later a lost one`() throws {
        var (counter, _, tracking) = try sent()
        try scan(.onTrunk, tracking, in: &counter, after: .hours(1))
        #expect(kinds(counter, after: .hours(48)) == [.stalled])
        #expect(kinds(counter, after: .days(7)) == [.lost])
        var full = counter
        try full.send(
            .overload(carrier: "顺丰", until: counter.shop.now + .days(5)), by: .carrier)
        #expect(kinds(full, after: .hours(71)) == [])
        #expect(kinds(full, after: .hours(72)) == [.stalled])
        // The carrier says so itself.
        try scan(.noUpdate, tracking, in: &counter)
        #expect(kinds(counter) == [.stalled])
        try scan(.atDestination, tracking, in: &counter, after: .hours(50))
        #expect(kinds(counter) == [])
    }

    @Test(arguments: [
        (Scan.Code.problem, Trouble.Kind.deliveryProblem), (.overdueSignature, .deliveryProblem),
        (.noUpdate, .stalled), (.refusalPending, .refused), (.deliveryFailed, .deliveryProblem),
        (.lockerOverdue, .deliveryProblem), (.unreachable, .deliveryProblem),
        (.outOfArea, .deliveryProblem), (.heldAtStation, .deliveryProblem),
        (.damaged, .damaged), (.refused, .refused), (.returning, .refused),
        (.returnedSigned, .refused), (.labelCancelled, .deliveryProblem),
    ])
    func `is read off the newest scan`(code: Scan.Code, kind: Trouble.Kind) throws {
        var (counter, _, tracking) = try sent()
        try scan(.collected, tracking, in: &counter)
        try scan(code, tracking, in: &counter, after: .hours(1))
        #expect(kinds(counter) == [kind])
    }

    @Test func `is not a parcel that waits for its buyer in a locker`() throws {
        var (counter, _, tracking) = try sent()
        try scan(.collected, tracking, in: &counter)
        try scan(.atLocker, tracking, in: &counter, after: .hours(30))
        #expect(kinds(counter, after: .days(8)) == [])
    }

    @Test func `is what the buyer reports, until a case about it is opened`() throws {
        let expected: [(Parcel.Fault, Trouble.Kind)] = [
            (.leftUnasked, .leftUnasked), (.damaged, .damaged), (.wrongItem, .wrongOrMissing),
            (.missingPart, .wrongOrMissing), (.empty, .wrongOrMissing),
            (.notReceived, .signedButDenied),
        ]
        for (fault, kind) in expected {
            var (counter, id, tracking) = try sent()
            try scan(.collected, tracking, in: &counter)
            let report = Command.reportParcel(
                tracking: tracking, fault: fault, text: "看照片", photos: 3)
            // Nothing is signed for yet: there is nothing to deny.
            try counter.send(report, by: .buyer("b1"))
            #expect(kinds(counter) == (fault == .notReceived ? [] : [kind]))
            try scan(.signedByOther, tracking, in: &counter, after: .hours(20))
            #expect(kinds(counter) == [kind])
            // Also when the order is long done.
            try counter.send(.confirmReceipt(order: id, lines: nil), by: .buyer("b1"))
            #expect(kinds(counter) == [kind])
            try counter.send(.reship(order: id, contents: "勺子", reason: .missingPart))
            #expect(kinds(counter) == [])
            #expect(counter.shop.violations() == [])
        }
    }

    @Test func `of a done order is what was sent after it and does not come`() throws {
        var counter = Counter.trading()
        let id = try counter.delivered([("shirt-white", 1)], isConfirmed: true)
        try counter.send(.reship(order: id, contents: "勺子", reason: .missingPart))
        try counter.send(
            .shipPart(afterSale: "r1", carrier: "中通", tracking: "P1"), by: .warehouse)
        #expect(kinds(counter, after: .hours(24)) == [.noFirstScan])
        try scan(.collected, "P1", in: &counter)
        try scan(.signedInPerson, "P1", in: &counter)
        #expect(kinds(counter, after: .days(9)) == [])
    }

    @Test func `is a parcel that is to be turned and has not been`() throws {
        var (counter, _, tracking) = try sent()
        try scan(.collected, tracking, in: &counter)
        try counter.send(.intercept(tracking: tracking, to: nil))
        #expect(kinds(counter) == [.intercepted])
        var turned = counter
        try turned.send(.answerIntercept(tracking: tracking, succeeded: true), by: .carrier)
        #expect(kinds(turned) == [])
        try scan(.returning, tracking, in: &turned)
        #expect(kinds(turned) == [.refused])
        try counter.send(.answerIntercept(tracking: tracking, succeeded: false), by: .carrier)
        #expect(kinds(counter) == [.intercepted])
        try scan(.signed, tracking, in: &counter)
        #expect(kinds(counter) == [])
    }

    @Test func `before anything has left is lateness, a stopped area, a late batch`() throws {
        var counter = Counter.trading()
        let id = try counter.bought([("shirt-white", 1)])
        let due = try #require(counter.order(id).shipBy)
        #expect(counter.shop.troubles(at: due - .hours(1)) == [])
        #expect(
            counter.shop.troubles(at: due) == [
                Trouble(kind: .shipmentOverdue, order: id, tracking: nil, since: due)
            ])
        try counter.send(
            .stopArea(region: "浙江省", carrier: nil, reason: "台风", until: due), by: .carrier)
        #expect(kinds(counter) == [.areaStopped])
        try counter.send(
            .delayBatch(batch: "b", orders: [id], reason: "缺面单", shipBy: due + .days(1)),
            by: .warehouse)
        #expect(kinds(counter) == [.areaStopped, .batchLate])
        #expect(counter.shop.troubles(at: due).map(\.kind) == [.shipmentOverdue, .batchLate])
        try counter.send(.reopenArea(region: "浙江省", carrier: nil), by: .carrier)
        try counter.send(.ship(order: id, carrier: "顺丰", tracking: "A"), by: .warehouse)
        #expect(kinds(counter) == [])
    }

    @Test func `ends with the order: refunded, voided and unknown ones have none`() throws {
        var (counter, id, tracking) = try sent()
        try counter.send(.voidParcel(tracking: tracking))
        #expect(kinds(counter, after: .hours(30)) == [])
        #expect(counter.shop.troubles(of: id, at: counter.shop.now + .hours(49)).count == 1)
        #expect(counter.shop.troubles(of: "X", at: counter.shop.now) == [])
        #expect(counter.shop.troubles(ofParcel: "X", at: counter.shop.now) == [])
    }

    @Test func `is listed in the order in which the orders came`() throws {
        var counter = Counter.trading()
        var orders: [OrderID] = []
        for _ in 0..<20 { orders.append(try counter.bought([("cup-small", 1)])) }
        let found = counter.shop.troubles(at: counter.shop.now + .hours(48))
        #expect(found.map(\.order) == orders)
    }

    @Test func `has a sign, a way through it and remedies, in both languages`() {
        let rules = LogisticsRules()
        for kind in Trouble.Kind.allCases {
            for text in [kind.name, kind.sign(under: rules), kind.procedure(under: rules)] {
                #expect(!text.zh.isEmpty && !text.en.isEmpty)
                #expect(text.en.allSatisfy { $0.isASCII || "“”’…¥".contains($0) }, "\(text.en)")
            }
            #expect(!kind.remedies.isEmpty)
            #expect(Set(kind.remedies).count == kind.remedies.count)
        }
        var slow = rules
        slow.firstScanWithin = .hours(36)
        #expect(Trouble.Kind.noFirstScan.sign(under: slow).zh.contains("36小时"))
        #expect(Trouble.Kind.lost.sign(under: slow).en.contains("7 days"))
        #expect(Trouble.Kind.wrongOrMissing.remedies.first?.afterSale == .reship)
        #expect(
            Set(Trouble.Remedy.allCases.map(\.name.zh)).count == Trouble.Remedy.allCases.count)
    }
}
