import Engine
import Testing

/// Purchases told by how many days ago they were, for short examples.
enum Bought {
    /// Noon in China.
    static let reference = CivilTime(year: 2026, month: 3, day: 19, hour: 12).instant()

    static func by(_ customer: CustomerID, _ orders: [(daysAgo: Int, yuan: Int)]) -> [Purchase] {
        orders.map {
            Purchase(customer: customer, at: reference - .days($0.daysAgo), paid: .yuan($0.yuan))
        }
    }

    /// Ten customers, with ties in every measure; the arithmetic stands beside the tests.
    static let ten: [Purchase] =
        by("a", [(1, 100), (31, 100), (61, 100)]) + by("b", [(1, 50)])
        + by("c", [(5, 200), (35, 100)]) + by("d", [(10, 80)])
        + by("e", [(20, 50), (50, 50), (80, 50), (110, 50)]) + by("f", [(40, 500)])
        + by("g", [(40, 60), (100, 60)]) + by("h", [(90, 20)])
        + by("i", [(200, 100), (230, 100), (260, 100), (290, 100), (320, 100)])
        + by("j", [(400, 900)])

    /// A shop of chance, the same for the same seed.
    static func shop(seed: UInt64, orders: Int, customers: Int) -> [Purchase] {
        var dice = Dice(seed: seed, purpose: "rfm")
        return (0..<orders).map { _ in
            Purchase(
                customer: CustomerID("c\(dice.roll(1...customers))"),
                at: reference - .minutes(dice.roll(-2000...800_000)),
                paid: Money(fen: dice.roll(-50...40_000)))
        }
    }
}

@Suite struct `RFM, checked by hand` {
    let rfm = RFMAnalysis(Bought.ten, at: Bought.reference)

    private func column<Value>(_ value: (RFMAnalysis.Row) -> Value) -> [Value] {
        rfm.customers.map(value)
    }

    @Test func `days, orders and money are counted in the window`() {
        #expect(column(\.customer.rawValue).joined() == "abcdefghij")
        #expect(column(\.days) == [1, 1, 5, 10, 20, 40, 40, 90, 200, 400])
        // j bought before the window: still there, with nothing in it.
        #expect(column(\.orders) == [3, 1, 2, 1, 4, 1, 2, 1, 5, 0])
        #expect(column(\.ordersEver) == [3, 1, 2, 1, 4, 1, 2, 1, 5, 1])
        let yuan = [300, 50, 300, 80, 200, 500, 120, 20, 500, 0]
        #expect(column(\.spent) == yuan.map(Money.yuan))
    }

    /// Places from the worst, equals sharing the first; score = 1 + place × 5 ÷ 10, down.
    ///
    ///     R   j400 i200 h90 f40 g40 e20 d10 c5 a1 b1
    ///            0    1   2   3   3   5   6  7  8  8
    ///            1    1   2   2   2   3   4  4  5  5    sum 29: high from 3
    ///     F     j0   b1 d1 f1 h1   c2 g2  a3 e4 i5
    ///            0    1  1  1  1    5  5   7  8  9
    ///            1    1  1  1  1    3  3   4  5  5      sum 25: high from 3
    ///     M     j0  h20 b50 d80 g120 e200 a300 c300 f500 i500
    ///            0    1   2   3    4    5    6    6    8    8
    ///            1    1   2   2    3    3    4    4    5    5    sum 30: high from 4
    @Test func `equal values share the score of the first place`() {
        #expect(column(\.r) == [5, 5, 4, 4, 3, 2, 2, 2, 1, 1])
        #expect(column(\.f) == [4, 1, 3, 1, 5, 1, 3, 1, 5, 1])
        #expect(column(\.m) == [4, 2, 4, 2, 3, 5, 3, 1, 5, 1])
    }

    @Test func `high is above the mean, and at the mean is low`() {
        // e and g have M = 3, which is the mean itself.
        #expect(
            column(\.valueClass.letters) == [
                "HHH", "HLL", "HHH", "HLL", "HHL", "LLH", "LHL", "LLL", "LHH", "LLL",
            ])
    }

    @Test func `the segment follows from R and the mean of F and M`() {
        // R / FM: 5/4, 5/1.5, 4/3.5, 4/1.5, 3/4, 2/3, 2/3, 2/1, 1/5, 1/1.
        #expect(
            column(\.segment) == [
                .loyal, .potentialLoyalist, .loyal, .potentialLoyalist, .loyal, .atRisk, .atRisk,
                .lost, .cantLose, .lost,
            ])
    }

    @Test func `the lifecycle is measured by the shop's own gap`() {
        // Ten gaps of 30 days and one of 60.
        #expect(rfm.gap.text == "30")
        #expect(rfm.gap.pairs == 11)
        #expect(
            column(\.lifecycle) == [
                .active, .new, .active, .new, .active, .dormant, .dormant, .preChurn, .churned,
                .churned,
            ])
    }

    @Test func `the grid counts who stands where and what they spend`() {
        let grid = rfm.grid
        #expect(grid[r: 5, f: 4].customers == 1)
        // f and h: (500 + 20) / 2.
        #expect(grid[r: 2, f: 1].customers == 2)
        #expect(grid[r: 2, f: 1].meanSpent == .yuan(260))
        #expect(grid[r: 3, f: 1].meanSpent == nil)
    }

    @Test func `the tallies have a line for every kind, with heads and money`() {
        let segments = rfm.tallies(by: \.segment)
        #expect(segments.map(\.kind) == CustomerSegment.allCases)
        #expect(segments.map(\.customers) == [0, 3, 2, 0, 0, 0, 0, 1, 2, 0, 2])
        #expect(segments.first { $0.kind == .atRisk }?.spent == .yuan(620))
        #expect(rfm.spent == .yuan(2070))
    }
}

@Suite struct `RFM at its edges` {
    @Test func `few values: orders score as they are, days and money spread evenly`() {
        // Three different days and sums, two different counts, five bins.
        let purchases =
            Bought.by("a", [(1, 10), (2, 20)]) + Bought.by("b", [(1, 20)])
            + Bought.by("c", [(7, 20)]) + Bought.by("d", [(30, 10)])
        let rfm = RFMAnalysis(purchases, at: Bought.reference)
        #expect(rfm.customers.map(\.r) == [5, 5, 3, 1])
        #expect(rfm.customers.map(\.f) == [2, 1, 1, 1])
        #expect(rfm.customers.map(\.m) == [5, 3, 3, 1])
    }

    @Test func `three bins are enough for three values`() {
        // R 1, 2, 4, 8, 16, 32: places 5…0, 1 + place × 3 ÷ 6. F is 1 for all.
        let purchases = (0..<6).flatMap { n in
            Bought.by(CustomerID("\(n)"), [(1 << n, 10 * (n / 2))].map { ($0.0, $0.1 + 10) })
        }
        let terms = RFMAnalysis.Terms(bins: 3)
        let rfm = RFMAnalysis(purchases, at: Bought.reference, terms: terms)
        #expect(rfm.customers.map(\.r) == [3, 3, 2, 2, 1, 1])
        #expect(rfm.customers.map(\.f) == [1, 1, 1, 1, 1, 1])
        #expect(rfm.customers.map(\.m) == [1, 1, 2, 2, 3, 3])
        // Stretched to 1, 3, 5: 5/1, 5/1, 3/2, 3/2, 1/3, 1/3.
        #expect(
            rfm.customers.map(\.segment) == [
                .newCustomers, .newCustomers, .aboutToSleep, .aboutToSleep, .atRisk, .atRisk,
            ])
    }

    @Test func `all equal: in the middle, and nobody is above the mean`() {
        let purchases = ["a", "b", "c"].flatMap { Bought.by(CustomerID($0), [(3, 70)]) }
        let rfm = RFMAnalysis(purchases, at: Bought.reference)
        for row in rfm.customers {
            #expect([row.r, row.f, row.m] == [3, 1, 3])
            #expect(row.valueClass == .generalWinBack)
            #expect(row.segment == .aboutToSleep)
        }
    }

    @Test func `a single customer and no customer at all`() {
        let one = RFMAnalysis(Bought.by("a", [(0, 5)]), at: Bought.reference)
        #expect(one.customers.map { [$0.days, $0.orders, $0.r, $0.f, $0.m] } == [[0, 1, 3, 1, 3]])
        #expect(one.customers.first?.lifecycle == .new)
        let none = RFMAnalysis([], at: Bought.reference)
        #expect(none.customers.isEmpty)
        #expect(none.tallies(by: \.lifecycle).map(\.customers) == [0, 0, 0, 0, 0])
    }

    @Test func `days are those on the shop's wall`() {
        // 23:59 the evening before and 00:01 of the same day, in China.
        let evening = CivilTime(year: 2026, month: 3, day: 18, hour: 23, minute: 59).instant()
        let morning = CivilTime(year: 2026, month: 3, day: 19, minute: 1).instant()
        let purchases = [
            Purchase(customer: "a", at: evening, paid: .yuan(1)),
            Purchase(customer: "b", at: morning, paid: .yuan(1)),
        ]
        let china = RFMAnalysis(purchases, at: Bought.reference)
        #expect(china.customers.map(\.days) == [1, 0])
        // Both are the 18th in Greenwich, and so is no part of the 19th gone by.
        let greenwich = RFMAnalysis(purchases, at: Bought.reference, terms: .init(offset: 0))
        #expect(greenwich.customers.map(\.days) == [1, 1])
    }

    @Test func `the window ends with its last day`() {
        let purchases = Bought.by("a", [(30, 1)]) + Bought.by("b", [(31, 1)])
        let terms = RFMAnalysis.Terms(window: 30)
        let rfm = RFMAnalysis(purchases, at: Bought.reference, terms: terms)
        #expect(rfm.customers.map(\.orders) == [1, 0])
    }

    @Test func `what is refunded whole or bought later is left out and counted`() {
        let rfm = RFMAnalysis(
            Bought.by("a", [(1, 10), (2, 0)]) + Bought.by("b", [(-1, 10)]), at: Bought.reference)
        #expect(rfm.customers.map(\.customer) == ["a"])
        #expect(rfm.customers.first?.orders == 1)
        #expect(rfm.refunded == 1)
        #expect(rfm.later == 1)
    }

    @Test func `where nobody came back, the given gap stands in`() {
        // Twice on one day is one errand and makes no gap.
        let purchases = Bought.by("a", [(20, 1), (20, 1)]) + Bought.by("b", [(21, 1)])
        let terms = RFMAnalysis.Terms(fallbackGap: 20)
        let rfm = RFMAnalysis(purchases, at: Bought.reference, terms: terms)
        #expect(!rfm.gap.isMeasured)
        #expect(rfm.customers.map(\.lifecycle) == [.active, .dormant])
    }

    @Test func `a median between two days is kept whole`() {
        // Gaps of 10 and 11 days: g = 10.5, so 21 days is 2g and 22 is past it.
        let purchases =
            Bought.by("a", [(21, 1), (31, 1)]) + Bought.by("b", [(22, 1), (33, 1)])
        let rfm = RFMAnalysis(purchases, at: Bought.reference)
        #expect(rfm.gap.text == "10.5")
        #expect(rfm.customers.map(\.lifecycle) == [.dormant, .preChurn])
    }
}
