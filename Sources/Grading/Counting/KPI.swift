public import Engine

/// One figure of the shift with its formula, what it counted and what it left out and why.
public struct KPI: Hashable, Sendable, Codable {
    public var kind: Kind
    public var value: Value
    /// Numerator and denominator of a rate, or sum and number of a mean.
    public var part: Int
    public var whole: Int
    public var counted: [Counted]
    public var leftOut: [LeftOut]

    public enum Value: Hashable, Sendable, Codable {
        case count(Int)
        case time(Span)
        /// In hundredths of a percent: 9750 is 97.50 %.
        case rate(Int)
        /// In hundredths: 150 is 1.50.
        case ratio(Int)
        case money(Money)
        /// Nothing to count: the figure would have to divide by nothing.
        case none
    }

    /// One thing that went into the figure.
    public struct Counted: Hashable, Sendable, Codable {
        public var conversation: ConversationID?
        public var events: [Int]
        /// It speaks for the figure (answered in time, kept, satisfied).
        public var isGood: Bool
    }

    /// One thing that did not go into it.
    public struct LeftOut: Hashable, Sendable, Codable {
        public var conversation: ConversationID?
        public var events: [Int]
        public var why: Engine.Bilingual
    }

    public enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
        case sessions, firstResponse, averageResponse, threeMinuteRate, promptAnswerRate
        case answeredRate, replyRate, answerQuestionRatio, satisfaction, dissatisfaction
        case conversion, unreplied, firstContactResolution, refunds, refundRate, shopFaultRefunds
        case promisesKept, ticketsInTime, payRate, salesPerBuyer
    }
}

/// How the platform counts: dated numbers from a profile.
public struct CountingRules: Hashable, Sendable, Codable {
    /// The platform whose custom this is, and the day it was written down.
    public var platform: String
    public var asOf: String
    /// Rounds that open outside these hours of the shop's clock are left out.
    public var fromHour: Int
    public var toHour: Int
    /// A round answered within this counts for the three-minute rate.
    public var roundWithin: Span
    /// A first reply within this counts for the prompt-answer rate.
    public var firstReplyWithin: Span
    /// A round's wait counts for at most this in the average.
    public var waitAtMost: Span
    /// Stars from which a rating counts as satisfied.
    public var satisfiedFrom: Int
    /// The same customer coming back within this has not been helped the first time.
    public var returnWithin: Span

    public init(
        platform: String, asOf: String, fromHour: Int = 8, toHour: Int = 24,
        roundWithin: Span = .seconds(180), firstReplyWithin: Span = .seconds(30),
        waitAtMost: Span = .minutes(10), satisfiedFrom: Int = 4, returnWithin: Span = .hours(24)
    ) {
        self.platform = platform
        self.asOf = asOf
        self.fromHour = fromHour
        self.toHour = toHour
        self.roundWithin = roundWithin
        self.firstReplyWithin = firstReplyWithin
        self.waitAtMost = waitAtMost
        self.satisfiedFrom = satisfiedFrom
        self.returnWithin = returnWithin
    }
}
