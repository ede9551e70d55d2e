/// Which customers matter and which are slipping away, from nothing but their orders (RFM):
/// how lately they bought (recency), how often (frequency), for how much (monetary).
///
///     let rfm = RFMAnalysis(purchases, at: now)
///     rfm.customers.first?.segment.name.en   // "Champions"
///
/// R is counted in calendar days on the shop's wall: an order of last night is one day old this
/// morning. F and M count the last `window` days; who bought only before that keeps R and has
/// F = 0 and M = 0, so that nobody vanishes from the list.
///
/// Pure and exact: integers throughout, the same for purchases in any order. O(n log n).
public struct RFMAnalysis: Hashable, Sendable {
    /// What the shop chooses.
    public struct Terms: Hashable, Sendable {
        /// In days, up to and including the day of reckoning.
        public var window: Int
        /// How many scores there are, 2…9.
        public var bins: Int
        /// The gap between purchases, in days, where nobody bought on two different days.
        public var fallbackGap: Int
        /// The shop's clock, in minutes east of UTC.
        public var offset: Int

        public init(
            window: Int = 365, bins: Int = 5, fallbackGap: Int = 90,
            offset: Int = CivilTime.chinaOffset
        ) {
            precondition(window > 0 && (2...9).contains(bins) && fallbackGap > 0)
            self.window = window
            self.bins = bins
            self.fallbackGap = fallbackGap
            self.offset = offset
        }
    }

    /// One customer's line in the list.
    public struct Row: Hashable, Sendable {
        public let customer: CustomerID
        public let lastBought: Instant
        /// Calendar days from the last purchase to the day of reckoning.
        public let days: Int
        /// Purchases in the window.
        public let orders: Int
        /// Purchases ever, so far as they are known.
        public let ordersEver: Int
        /// Spent in the window, refunds taken off.
        public let spent: Money
        /// Scores, 1…bins, the greater the better.
        public let r: Int
        public let f: Int
        public let m: Int
        public let valueClass: ValueClass
        public let segment: CustomerSegment
        public let lifecycle: Lifecycle
    }

    public let terms: Terms
    public let reference: Instant
    /// In the order of their ids.
    public let customers: [Row]
    public let gap: RepurchaseGap
    /// Purchases after the reference: not looked at.
    public let later: Int
    /// Orders with nothing left after refunds: no purchases.
    public let refunded: Int

    /// - Parameter reference: The moment of reckoning; what was bought after it is not yet known.
    public init(_ purchases: [Purchase], at reference: Instant, terms: Terms = Terms()) {
        let known = purchases.filter { $0.at <= reference }
        let kept = known.filter { $0.paid > .zero }
        self.terms = terms
        self.reference = reference
        later = purchases.count - known.count
        refunded = known.count - kept.count

        var gaps: [Int] = []
        let habits = Habit.all(of: kept, at: reference, terms: terms, gaps: &gaps)
        gap = RepurchaseGap(medianOf: gaps) ?? RepurchaseGap(days: terms.fallbackGap)
        let bins = terms.bins
        let r = ScoreScale.scores(habits.map { -$0.days }, bins: bins, few: .spread)
        let f = ScoreScale.scores(habits.map(\.orders), bins: bins, few: .counted)
        let m = ScoreScale.scores(habits.map(\.spent.fen), bins: bins, few: .spread)

        // score > sum / count, without dividing.
        let count = habits.count
        let sums = (r: r.reduce(0, +), f: f.reduce(0, +), m: m.reduce(0, +))
        let gap = gap
        customers = habits.indices.map { index in
            let habit = habits[index]
            let (r, f, m) = (r[index], f[index], m[index])
            return Row(
                customer: habit.customer, lastBought: habit.lastBought, days: habit.days,
                orders: habit.orders, ordersEver: habit.ordersEver, spent: habit.spent,
                r: r, f: f, m: m,
                valueClass: ValueClass(
                    highR: r * count > sums.r, highF: f * count > sums.f, highM: m * count > sums.m
                ),
                segment: CustomerSegment(r: r, f: f, m: m, bins: bins),
                lifecycle: Lifecycle(days: habit.days, orders: habit.ordersEver, gap: gap))
        }
    }
}

/// What one customer did, before anybody is compared.
private struct Habit {
    let customer: CustomerID
    var lastBought: Instant
    var days = 0
    var orders = 0
    var ordersEver = 0
    var spent = Money.zero
    var lastDay: Int

    /// By id; `gaps` takes the days between neighbouring buying days of each customer.
    static func all(
        of purchases: [Purchase], at reference: Instant, terms: RFMAnalysis.Terms,
        gaps: inout [Int]
    ) -> [Self] {
        let today = reference.civilDay(offset: terms.offset)
        var habits: [Self] = []
        // Only asked, never walked through: a dictionary's order changes with every run.
        var places: [CustomerID: Int] = [:]
        for purchase in purchases.sorted(by: { $0.at < $1.at }) {
            let day = purchase.at.civilDay(offset: terms.offset)
            let place = places[purchase.customer] ?? habits.count
            if place == habits.count {
                places[purchase.customer] = place
                habits.append(
                    Self(customer: purchase.customer, lastBought: purchase.at, lastDay: day))
            } else if day > habits[place].lastDay {
                gaps.append(day - habits[place].lastDay)
            }
            habits[place].add(purchase, on: day, today: today, window: terms.window)
        }
        return habits.sorted { $0.customer < $1.customer }
    }

    private mutating func add(_ purchase: Purchase, on day: Int, today: Int, window: Int) {
        lastBought = purchase.at
        lastDay = day
        days = today - day
        ordersEver += 1
        if days <= window {
            orders += 1
            spent += purchase.paid
        }
    }
}
