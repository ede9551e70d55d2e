import Course
import Engine
import Scenarios
import ShippedData
import Support
import Testing

@Suite struct `A payment followed through a shop` {
    private static func walk(_ profile: String = "taobao") throws -> MoneyWalk {
        let pack = try Shipped.pack("first-steps")
        var fixture = pack.fixture(in: .chinese)
        fixture.rules = try Profile.load(Repository.path("Profiles/\(profile).yaml"))
            .rules(in: .chinese)
        let wished = try `The course as shipped`.shipped().settings.payments
        return MoneyWalk(
            fixture, customer: CustomerID(wished.customer), variant: VariantID(wished.variant))
    }

    private func taken(_ moves: MoneyWalk.Move...) throws -> MoneyWalk {
        var walk = try Self.walk()
        for move in moves { try walk.take(move) }
        return walk
    }

    @Test func `begins with nothing paid and only an order to be placed`() throws {
        let walk = try Self.walk()
        let open = walk.answers.filter { $0.hindrance == nil }.map(\.move)
        #expect(open == [.order])
        #expect(walk.stops.count == 1)
    }

    @Test func `holds what is paid until receipt is confirmed, and keeps its commission`() throws {
        var walk = try taken(.order, .pay)
        let price = Money(fen: 26_900)
        #expect(walk.stops.last?.ledger.held == price)
        #expect(walk.stops.last?.shop == .zero)
        try walk.take(.ship)
        try walk.take(.sign)
        #expect(walk.stops.last?.ledger.held == price)
        #expect(walk.stops.last?.goods == .buyer)
        try walk.take(.confirm)
        let end = try #require(walk.stops.last)
        #expect(end.ledger.released == price)
        #expect(end.commission > .zero)
        #expect(end.shop + end.commission == price)
        #expect(end.status == .done)
    }

    @Test func `is confirmed by the clock where the buyer says nothing`() throws {
        var walk = try taken(.order, .pay, .ship, .sign)
        try walk.take(.silence)
        #expect(walk.stops.last?.status == .done)
        #expect(walk.stops.last?.ledger.held == .zero)
    }

    @Test func `closes by the clock where nobody pays`() throws {
        let walk = try taken(.order, .silence)
        #expect(walk.stops.last?.status == .closedUnpaid)
        #expect(walk.stops.last?.ledger.paid == .zero)
    }

    @Test func `gives the money back from the platform before shipping`() throws {
        let walk = try taken(.order, .pay, .askRefund, .agreeRefund)
        let end = try #require(walk.stops.last)
        #expect(end.ledger.refunded == end.ledger.paid)
        #expect(end.shop == .zero)
        #expect(end.status == .closedRefunded)
    }

    @Test func `agrees by the clock where the shop is silent`() throws {
        let walk = try taken(.order, .pay, .askRefund, .silence)
        #expect(walk.stops.last?.ledger.held == .zero)
        #expect(walk.stops.last?.state == .done)
    }

    @Test func `takes a return through all its steps`() throws {
        var walk = try taken(.order, .pay, .ship, .sign, .askReturn, .agreeReturn)
        #expect(walk.stops.last?.state == .waitReturn)
        try walk.take(.sendBack)
        #expect(walk.stops.last?.goods == .comingBack)
        try walk.take(.acceptReturn)
        let end = try #require(walk.stops.last)
        #expect(end.ledger.refunded == end.ledger.paid)
        #expect(end.goods == .warehouse)
    }

    @Test func `takes the money out of the shop after it was released`() throws {
        var walk = try taken(.order, .pay, .ship, .sign, .confirm)
        let before = try #require(walk.stops.last).shop
        for move in [MoneyWalk.Move.askReturn, .agreeReturn, .sendBack, .acceptReturn] {
            try walk.take(move)
        }
        let end = try #require(walk.stops.last)
        #expect(end.shop < before)
        #expect(end.ledger.refunded == end.ledger.paid)
    }

    @Test func `says in the shop's own words why a step cannot be taken`() throws {
        let walk = try taken(.order)
        for move in [MoneyWalk.Move.ship, .confirm, .order, .askReturn] {
            let answer = try #require(walk.answers.first { $0.move == move })
            let hindrance = try #require(answer.hindrance, "\(move) was allowed")
            for tongue in Tongue.allCases { #expect(!hindrance.sentence(in: tongue).isEmpty) }
        }
    }

    @Test func `goes back step by step to the beginning`() throws {
        var walk = try taken(.order, .pay, .ship)
        let before = try taken(.order, .pay)
        var backs = [walk.takeBack()]
        #expect(walk.stops == before.stops)
        for _ in 0..<3 { backs.append(walk.takeBack()) }
        #expect(backs == [true, true, true, false])
        #expect(walk.moves.isEmpty)
    }

    /// Where somebody stands, whatever the hour.
    private struct Place: Hashable {
        var status: Order.Status?
        var state: AfterSale.State.Name?
        var kind: AfterSale.Kind?
        var goods: MoneyWalk.Stop.Goods
        var ledger: Ledger
    }

    /// Wherever one goes, no fen is lost, and what was allowed can be done.
    @Test(arguments: ["taobao", "open-retail"])
    func `keeps its ledger balanced wherever one can go`(profile: String) throws {
        var reached: Set<Order.Status> = []
        var seen: Set<Place> = []
        var waiting = [try Self.walk(profile)]
        while let walk = waiting.popLast() {
            let stop = try #require(walk.stops.last)
            #expect(stop.ledger.isBalanced)
            #expect(walk.shop.violations().isEmpty)
            if let status = stop.status { reached.insert(status) }
            let place = Place(
                status: stop.status, state: stop.state, kind: stop.kind, goods: stop.goods,
                ledger: stop.ledger)
            guard seen.insert(place).inserted else { continue }
            for answer in walk.answers where answer.hindrance == nil {
                var next = walk
                try next.take(answer.move)
                waiting.append(next)
            }
        }
        #expect(reached.isSuperset(of: [.done, .closedUnpaid, .closedRefunded, .signed]))
    }
}
