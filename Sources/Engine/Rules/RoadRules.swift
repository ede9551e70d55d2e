/// How long carriers take before something is wrong, and what is done then.
public struct LogisticsRules: Hashable, Sendable, Codable {
    /// From "shipped" to the carrier's first scan.
    public var firstScanWithin: Span = .hours(24)
    /// Without any event a parcel has stalled; longer while the hub is overloaded.
    public var stalledAfter: Span = .hours(48)
    public var stalledAfterOverload: Span = .hours(72)
    /// Without any event a parcel is lost.
    public var lostAfter: Span = .days(7)
    /// The carrier's time to prove a signature, and to answer a claim.
    public var proofWithin: Span = .hours(48)
    public var claimWithin: Span = .days(7)
    public var interceptFee: Money = .yuan(8)

    public init() {}
}

/// Windows and limits of reviews.
public struct ReviewRules: Hashable, Sendable, Codable {
    public var scale: Scale = .stars
    public var writeWithin: Span = .days(15)
    public var explainWithin: Span = .days(30)
    public var explainCharacters = 500
    public var followUpWithin: Span = .days(180)
    /// The buyer may change a bad one once within this.
    public var editWithin: Span = .days(30)
    /// How often the desk may write to somebody about a review.
    public var contacts = 1
    /// Over which time the three marks are averaged.
    public var averageOver: Span = .days(180)

    public init() {}

    public enum Scale: String, Hashable, Sendable, Codable, CaseIterable {
        /// One to five stars.
        case stars
        /// Good, medium, bad.
        case grades
    }
}

/// Levels, marketing and what is counted about customers.
public struct CustomerRules: Hashable, Sendable, Codable {
    /// From the lowest to the highest.
    public var levels: [LevelRule] = [
        LevelRule(level: .regular, spent: .yuan(1), orders: 1, percent: 100),
        LevelRule(level: .senior, spent: .yuan(1000), orders: 5, percent: 98),
        LevelRule(level: .vip, spent: .yuan(3000), orders: 15, percent: 95),
        LevelRule(level: .supreme, spent: .yuan(10_000), orders: 50, percent: 90),
    ]
    /// A level's price is never below this share of the list price.
    public var priceFloorPercent = 70
    /// Marketing reaches one customer at most `marketingCap` times within this.
    public var marketingWithin: Span = .days(7)
    public var marketingCap = 1
    /// An order within this after a message is counted to it.
    public var countedWithin: Span = .days(7)
    public var rfmWindow: Span = .days(365)
    public var rfmBins = 5
    /// Stands in for the repurchase gap where nobody has bought twice.
    public var usualGap: Span = .days(30)
    public var tagRules: [TagRule] = []

    public init() {}

    /// Reached by the amount spent *or* by the count of orders.
    public struct LevelRule: Hashable, Sendable, Codable {
        public var level: Customer.Level
        public var spent: Money
        public var orders: Int
        /// What such a customer pays of the list price.
        public var percent: Int
        public init(level: Customer.Level, spent: Money, orders: Int, percent: Int) {
            self.level = level
            self.spent = spent
            self.orders = orders
            self.percent = percent
        }
    }

    /// A tag hung on by itself when something has happened so often.
    public struct TagRule: Hashable, Sendable, Codable {
        public var name: String
        public var when: Measure
        public var atLeast: Int
        public var expiresAfter: Span?
        public init(name: String, when: Measure, atLeast: Int, expiresAfter: Span?) {
            self.name = name
            self.when = when
            self.atLeast = atLeast
            self.expiresAfter = expiresAfter
        }
    }

    /// What a tag rule counts about one customer.
    public enum Measure: String, Hashable, Sendable, Codable, CaseIterable {
        /// Orders done.
        case orders
        /// Whole yuan spent.
        case spent
        /// Percent of orders with a return.
        case returnRate
        /// Orders placed between midnight and six.
        case nightOrders
        /// Invoices asked for.
        case invoices
        /// Bad reviews written.
        case badReviews
    }
}

/// What a department needs to know before it can answer, and how long it takes.
public struct TicketRules: Hashable, Sendable, Codable {
    public var departments: [DepartmentRule] = []
    /// Fields of a problem summary, the fifth of the post's work.
    public var summaryFields: [String] = []

    public init() {}

    public struct DepartmentRule: Hashable, Sendable, Codable {
        public var department: Department
        public var fields: [String]
        /// Nil: `Rules.ticketWithin`.
        public var within: Span?
        public init(department: Department, fields: [String], within: Span? = nil) {
            self.department = department
            self.fields = fields
            self.within = within
        }
    }
}
