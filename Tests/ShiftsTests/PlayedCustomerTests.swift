import Engine
import Foundation
import Language
import Scenarios
import Shifts
import ShippedData
import Simulation
import Support
import Testing

/// A case whose customer a person plays.
@Suite struct `A customer played by a person` {
    private static let reader = Result {
        try Shipped.reader
    }

    private func premises() throws -> Premises {
        let reader = try Self.reader.get()
        let pack = try Shipped.pack("first-shift")
        return Premises(pack: pack, reader: reader)
    }

    private func card(
        _ premises: Premises, _ scenario: String, _ tongue: Engine.Tongue = .chinese
    ) throws -> ShiftCard {
        var card = premises.card(id: "r-1", tongue: tongue, seed: 7, scenarios: [scenario])
        let customer = try #require(premises.pack.scenario(scenario)).script.customer
        card.seating = Seating(room: "r", round: 1, scenario: scenario, customer: customer)
        return card
    }

    private func words(_ shift: Shift, of customer: CustomerID) -> [String] {
        shift.records.compactMap { record in
            guard record.actor == .buyer(customer),
                case .buyerSpoke(_, _, let text) = record.event
            else { return nil }
            return text
        }
    }

    @Test func `says nothing by itself, whatever the agent does and however long it takes`() throws
    {
        let premises = try premises()
        let shift = premises.open(try card(premises, "P02"))
        try shift.advance(to: shift.now + .minutes(3))
        #expect(shift.records.isEmpty)
        let role = try #require(premises.roleCard(of: "P02", in: .chinese))
        try shift.submit(role.opening, by: .buyer(role.customer))
        try shift.submit(
            .say(conversation: "c1", text: "165/55kg 穿M还是L？"), by: .buyer(role.customer))
        try shift.submit(.reply(conversation: "c1", text: "您平时喜欢宽松一点还是修身一点呢？"))
        try shift.advance(to: shift.now + .minutes(10))
        #expect(words(shift, of: role.customer) == ["165/55kg 穿M还是L？"])
        #expect(shift.records.contains { $0.actor == .bot }, "the robot greets all the same")
    }

    @Test func `a rush brings others of the pack, who are simulated, and the same ones again`()
        throws
    {
        let premises = try premises()
        func played() throws -> [Entry] {
            let store = MemoryStore()
            let shift = premises.open(try card(premises, "P02"), store: store)
            try shift.advance(to: shift.now + .seconds(10))
            try shift.submit(.lead(.surge(customers: 3)), by: .instructor)
            try shift.advance(to: shift.now + .minutes(1))
            let came = shift.shop.conversations.values.map(\.customer)
            #expect(Set(came).count == 3 && !came.contains("liqian"))
            for customer in came { #expect(!words(shift, of: customer).isEmpty) }
            return store.entries
        }
        let coding = EntryCoding()
        let first = try coding.encode(played())
        #expect(try coding.encode(played()) == first)
    }

    @Test func `a round cut off anywhere goes on as if it had not been`() throws {
        let premises = try premises()
        let card = try card(premises, "A08")
        let role = try #require(premises.roleCard(of: "A08", in: .chinese))
        let store = MemoryStore()
        let shift = premises.open(card, store: store)
        let buyer = Actor.buyer(role.customer)
        try shift.advance(to: shift.now + .seconds(3))
        try shift.submit(role.opening, by: buyer)
        try shift.submit(.say(conversation: "c1", text: "少个勺子"), by: buyer)
        try shift.submit(.lead(.whisper(to: .agent, text: "先看清单")), by: .instructor)
        try shift.advance(to: shift.now + .seconds(8))
        try shift.submit(.lead(.surge(customers: 2)), by: .instructor)
        try shift.submit(.reply(conversation: "c1", text: "抱歉，只少勺子，其他都齐吗？"))
        let order = try #require(role.order)
        try shift.submit(.reship(order: order, contents: "瓷勺1只", reason: .missingPart))
        try shift.submit(
            .feel(conversation: "c1", shift: 5, cause: MoodCause(rule: "played-better")),
            by: buyer)
        try shift.advance(to: shift.now + .minutes(9))
        let whole = store.entries
        #expect(whole.count > 12)
        for cut in 1..<whole.count {
            let kept = Array(whole.prefix(cut))
            let again = MemoryStore()
            let gone = try premises.goOn(card, with: kept, until: kept.last?.at, store: again)
            for entry in whole.dropFirst(cut) where entry.isExternal {
                while let due = gone.nextDue, due <= entry.at, gone.entryCount + 1 < entry.sequence
                {
                    try gone.advance(to: due)
                }
                if entry.at > gone.now { try gone.advance(to: entry.at) }
                try gone.submit(entry.command, by: entry.actor)
            }
            try gone.advance(to: shift.now)
            #expect(kept + again.entries == whole, "cut after \(cut)")
        }
    }

    @Test(arguments: [Engine.Tongue.chinese, .english])
    func `has a card that tells need, mood and what satisfies, in every case there is`(
        tongue: Engine.Tongue
    ) throws {
        let premises = try premises()
        for scenario in premises.pack.scenarios {
            let card = try #require(premises.roleCard(of: scenario.id, in: tongue))
            #expect(!card.opens.isEmpty && !card.satisfied.isEmpty && !card.moves.isEmpty)
            #expect(card.needs.count == scenario.needs.count)
            for need in card.needs { #expect(!need.says.isEmpty, "\(scenario.id) \(need.id)") }
        }
    }

    // MARK: How well it was played

    /// P02 with an agent who asks and advises well, and a buyer who does what `play` says.
    private func score(
        answering: (Shift, RoleCard) throws -> Void, atEnd: (Shift, RoleCard) throws -> Void
    ) throws -> BuyerScore {
        let premises = try premises()
        let card = try card(premises, "P02")
        let shift = premises.open(card)
        let role = try #require(premises.roleCard(of: "P02", in: .chinese))
        let buyer = Actor.buyer(role.customer)
        try shift.advance(to: shift.now + .seconds(5))
        try shift.submit(role.opening, by: buyer)
        try shift.submit(.say(conversation: "c1", text: "165/55kg 穿M还是L？"), by: buyer)
        try shift.advance(to: shift.now + .seconds(12))
        try shift.submit(.reply(conversation: "c1", text: "亲，您好！您平时喜欢宽松一点还是修身一点呢？"))
        try shift.advance(to: shift.now + .seconds(25))
        try answering(shift, role)
        try shift.submit(.say(conversation: "c1", text: "喜欢宽松一点的"), by: buyer)
        try shift.advance(to: shift.now + .seconds(15))
        try shift.submit(
            .reply(conversation: "c1", text: "55公斤在L码的52-60kg里，您喜欢宽松，建议您拍L码。"))
        try shift.advance(to: shift.now + .seconds(30))
        try atEnd(shift, role)
        try shift.submit(.endShift)
        return try #require(premises.buyerScore(on: shift.records, of: card))
    }

    private func feel(_ shift: Shift, _ role: RoleCard, _ by: Int) throws {
        try shift.submit(
            .feel(
                conversation: "c1", shift: by,
                cause: MoodCause(rule: by > 0 ? "played-better" : "played-worse")),
            by: .buyer(role.customer))
    }

    private func tell(_ shift: Shift, _ role: RoleCard) throws {
        let need = try #require(role.needs.first)
        try shift.submit(
            .reveal(conversation: "c1", need: need.id), by: .buyer(role.customer))
    }

    @Test func `is full marks for telling when asked and feeling what was done`() throws {
        let score = try score { shift, role in
            try feel(shift, role, 5)
            try tell(shift, role)
        } atEnd: { shift, role in
            try feel(shift, role, 5)
            try feel(shift, role, 5)
        }
        #expect(score.points(of: .needs) == 40, "\(score.lines)")
        #expect(score.points(of: .mood) == 40, "\(score.lines)")
        #expect(score.total >= 94, "\(score.lines)")
        for line in score.lines where line.part == .mood { #expect(!line.events.isEmpty) }
    }

    @Test func `loses the need where it was asked for and kept back`() throws {
        let score = try score { _, _ in
        } atEnd: { _, _ in
        }
        #expect(score.points(of: .needs) == 0, "\(score.lines)")
        #expect(score.points(of: .mood) < 40)
    }

    @Test func `loses fairness for stars out of spite and for moods without a cause`() throws {
        let fair = try score {
            try tell($0, $1)
        } atEnd: { shift, role in
            try shift.submit(
                .rate(conversation: "c1", stars: 4), by: .buyer(role.customer))
        }
        let unfair = try score {
            try tell($0, $1)
        } atEnd: { shift, role in
            for _ in 0..<4 { try feel(shift, role, -5) }
            try feel(shift, role, 100)
            try shift.submit(
                .rate(conversation: "c1", stars: 1), by: .buyer(role.customer))
        }
        #expect(fair.points(of: .fairness) == 20, "\(fair.lines)")
        #expect(unfair.points(of: .fairness) <= 10, "\(unfair.lines)")
    }

    @Test func `is nothing where nothing was asked of the buyer`() throws {
        let premises = try premises()
        let card = try card(premises, "P02")
        let shift = premises.open(card)
        let role = try #require(premises.roleCard(of: "P02", in: .chinese))
        try shift.advance(to: shift.now + .seconds(5))
        try shift.submit(role.opening, by: .buyer(role.customer))
        try shift.submit(
            .say(conversation: "c1", text: "165/55kg 穿M还是L？"), by: .buyer(role.customer))
        try shift.submit(.endShift)
        let score = try #require(premises.buyerScore(on: shift.records, of: card))
        #expect(score.most(of: .needs) == 0 && score.most(of: .mood) == 0, "\(score.lines)")
        #expect(score.total == 0)
    }

    @Test func `takes what there was occasion for as the whole`() throws {
        let score = try score {
            try tell($0, $1)
        } atEnd: { _, _ in
        }
        let points = score.lines.reduce(0) { $0 + $1.points }
        let most = score.lines.reduce(0) { $0 + $1.most }
        #expect(score.points(of: .needs) == 40)
        #expect(score.total == Int((100 * Double(points) / Double(most)).rounded()))
    }

    @Test func `is nothing for a buyer who never speaks`() throws {
        let premises = try premises()
        let card = try card(premises, "P02")
        let shift = premises.open(card)
        try shift.submit(.endShift)
        #expect(premises.buyerScore(on: shift.records, of: card)?.total == 0)
        #expect(premises.buyerScore(on: [], of: premises.card(id: "x", tongue: .chinese)) == nil)
    }
}
