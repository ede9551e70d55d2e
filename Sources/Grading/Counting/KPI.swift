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
        /// It is in the numerator (answered in time, kept, refunded).
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

extension KPI {
    /// Whether one that was counted is to the shop's credit: of refunds and complaints those that
    /// are in the numerator are not. Nil where it is neither, as a line of a ratio is.
    public func isToCredit(_ counted: Counted) -> Bool? {
        switch kind {
        case .dissatisfaction, .refundRate, .shopFaultRefunds: !counted.isGood
        case .sessions, .answerQuestionRatio, .salesPerBuyer: nil
        case _: counted.isGood
        }
    }
}
