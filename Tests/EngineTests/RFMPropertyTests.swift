import Support
import Testing

@testable import Engine

@Suite struct `RFM, whatever the shop` {
    @Test func `every one of 125 scores has its segment, and nothing is left over`() {
        var seen: Set<CustomerSegment> = []
        for r in 1...5 {
            for f in 1...5 {
                for m in 1...5 {
                    let covering = CustomerSegment.rules.filter { $0.covers(r: r, f: f, m: m) }
                    // No rectangle beside another: two at most, and then one inside the other.
                    #expect((1...2).contains(covering.count), "\(r)\(f)\(m)")
                    if let inner = covering.first, let outer = covering.last {
                        #expect(
                            outer.recency.contains(inner.recency)
                                && outer.value.contains(inner.value), "\(r)\(f)\(m)")
                    }
                    #expect(CustomerSegment(r: r, f: f, m: m) == covering.first?.segment)
                    seen.insert(CustomerSegment(r: r, f: f, m: m))
                }
            }
        }
        #expect(seen == Set(CustomerSegment.allCases))
        #expect(CustomerSegment.rules.map(\.segment) == CustomerSegment.allCases)
    }

    @Test(arguments: 2...9) func `other bins stretch to five, end to end`(bins: Int) {
        let five = (1...bins).map { CustomerSegment.ofFive($0, bins: bins) }
        #expect(five.first == 1)
        #expect(five.last == 5)
        #expect(five == five.sorted())
        if bins == 5 { #expect(five == [1, 2, 3, 4, 5]) }
    }

    @Test func `few values keep apart, in order, inside the scores`() {
        for bins in 2...9 {
            for count in 1..<bins {
                for few in [ScoreScale.Few.spread, .counted] {
                    // The least, the greatest and something between.
                    for first in [0, 1, 4, 90] {
                        let scores = ScoreScale.scores(
                            Array(first..<(first + count)), bins: bins, few: few)
                        #expect(Set(scores).count == count)
                        #expect(scores == scores.sorted())
                        #expect(scores.allSatisfy { (1...bins).contains($0) })
                    }
                }
            }
        }
    }

    @Test func `everybody has one class, segment and stage, and scores follow the values`() {
        for seed in 1...UInt64(Soak.rounds(60, soaking: 5000)) {
            var dice = Dice(seed: seed)
            let purchases = Bought.shop(
                seed: seed, orders: dice.roll(0...120), customers: dice.roll(1...40))
            let terms = RFMAnalysis.Terms(window: dice.roll(1...500), bins: dice.roll(2...9))
            let rfm = RFMAnalysis(purchases, at: Bought.reference, terms: terms)
            let buyers = Set(
                purchases.filter { $0.at <= Bought.reference && $0.paid > .zero }.map(\.customer))
            #expect(rfm.customers.map(\.customer) == buyers.sorted(), "seed \(seed)")
            let grid = rfm.grid
            var inGrid = 0
            for r in 1...terms.bins {
                for f in 1...terms.bins { inGrid += grid[r: r, f: f].customers }
            }
            let all = rfm.customers.count
            #expect(inGrid == all, "seed \(seed)")
            #expect(heads(rfm.tallies(by: \.valueClass)) == all, "seed \(seed)")
            #expect(heads(rfm.tallies(by: \.segment)) == all, "seed \(seed)")
            #expect(heads(rfm.tallies(by: \.lifecycle)) == all, "seed \(seed)")
            Self.check(rfm, \.r, of: { -$0.days }, "seed \(seed)")
            Self.check(rfm, \.f, of: { $0.orders }, "seed \(seed)")
            Self.check(rfm, \.m, of: { $0.spent.fen }, "seed \(seed)")
        }
    }

    private func heads<Kind>(_ tallies: [RFMAnalysis.Tally<Kind>]) -> Int {
        tallies.reduce(0) { $0 + $1.customers }
    }

    /// Equal values have equal scores, better values no lower ones, and all lie in 1…bins.
    static func check(
        _ rfm: RFMAnalysis, _ score: KeyPath<RFMAnalysis.Row, Int>,
        of value: (RFMAnalysis.Row) -> Int, _ comment: Comment
    ) {
        let rows = rfm.customers.sorted { value($0) < value($1) }
        let scores = rows.map { $0[keyPath: score] }
        for place in rows.indices.dropFirst() {
            let isTie = value(rows[place]) == value(rows[place - 1])
            #expect(
                isTie
                    ? scores[place] == scores[place - 1] : scores[place] >= scores[place - 1],
                comment)
        }
        #expect(scores.allSatisfy { (1...rfm.terms.bins).contains($0) }, comment)
    }

    @Test func `the order of the purchases changes nothing`() {
        for seed in 1...UInt64(Soak.rounds(20, soaking: 1000)) {
            var dice = Dice(seed: seed)
            var purchases = Bought.shop(seed: seed, orders: 80, customers: 25)
            let first = RFMAnalysis(purchases, at: Bought.reference)
            for place in purchases.indices { purchases.swapAt(place, dice.roll(0...place)) }
            #expect(RFMAnalysis(purchases, at: Bought.reference) == first, "seed \(seed)")
        }
    }

    @Test func `the eight classes are told apart by their letters and names`() {
        for r in [true, false] {
            for f in [true, false] {
                for m in [true, false] {
                    let found = ValueClass(highR: r, highF: f, highM: m)
                    #expect(found.letters == [r, f, m].map { $0 ? "H" : "L" }.joined())
                    #expect(found.name.zh.hasPrefix(m ? "重要" : "一般"))
                }
            }
        }
        #expect(Set(ValueClass.allCases.map(\.name.en)).count == 8)
    }

    @Test func `all of many customers find their class`() {
        let purchases = Bought.shop(seed: 1, orders: 20_000, customers: 4_000)
        #expect(RFMAnalysis(purchases, at: Bought.reference).customers.count > 3_800)
    }
}
