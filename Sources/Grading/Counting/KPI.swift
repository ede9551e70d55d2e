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
        case promisesKept, ticketsInTime, payRate, salesPerBuyer, knowledgeFound, handedOver
        case channelAnswered, wholeLetters
    }
}
