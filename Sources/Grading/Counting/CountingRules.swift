public import Engine

/// How the platform counts: dated numbers from a profile.
public struct CountingRules: Hashable, Sendable, Codable {
    /// The platform whose custom this is, and the day it was written down.
    public var platform: String
    public var asOf: String
    /// What the platform's share of timely answers is a share of.
    public var unit: Unit
    /// Rounds that open outside these hours of the shop's clock are left out.
    public var fromHour: Int
    public var toHour: Int
    /// A round answered within this counts for the three-minute rate.
    public var roundWithin: Span
    /// A first reply within this counts for the prompt-answer rate.
    public var firstReplyWithin: Span
    /// A first reply within the last of these earns one point of four, within the first all four.
    public var firstReplySteps: [Span]
    /// The same for the average wait, with three points.
    public var averageSteps: [Span]
    /// A round's wait counts for at most this in the average.
    public var waitAtMost: Span
    /// Stars from which a rating counts as satisfied.
    public var satisfiedFrom: Int
    /// The same customer coming back within this has not been helped the first time.
    public var returnWithin: Span

    public init(
        platform: String, asOf: String, fromHour: Int = 8, toHour: Int = 24,
        roundWithin: Span = .seconds(180), firstReplyWithin: Span = .seconds(30),
        firstReplySteps: [Span] = [.seconds(30), .seconds(60), .seconds(100), .seconds(180)],
        averageSteps: [Span] = [.seconds(45), .seconds(75), .seconds(120)],
        waitAtMost: Span = .minutes(10), satisfiedFrom: Int = 4, returnWithin: Span = .hours(24),
        unit: Unit = .rounds
    ) {
        self.platform = platform
        self.asOf = asOf
        self.fromHour = fromHour
        self.toHour = toHour
        self.roundWithin = roundWithin
        self.firstReplyWithin = firstReplyWithin
        self.firstReplySteps = firstReplySteps
        self.averageSteps = averageSteps
        self.waitAtMost = waitAtMost
        self.satisfiedFrom = satisfiedFrom
        self.returnWithin = returnWithin
        self.unit = unit
    }

    /// What is counted: the same chat gives another figure on another platform.
    public enum Unit: String, Hashable, Sendable, Codable, CaseIterable {
        /// From the first unanswered message of a buyer to the next answer.
        case rounds
        case messages
        /// Each buyer once a day.
        case buyers
        case sessions
    }
}

extension CountingRules {
    func points(forFirstReply wait: Span) -> Int { Self.points(for: wait, steps: firstReplySteps) }
    func points(forAverage wait: Span) -> Int { Self.points(for: wait, steps: averageSteps) }

    /// As many points as there are steps for a wait within the first, one less for each passed.
    private static func points(for wait: Span, steps: [Span]) -> Int {
        steps.count - steps.filter { wait > $0 }.count
    }

    func isOpen(at instant: Instant, offset: Int) -> Bool {
        let hour = CivilTime(instant, offset: offset).hour
        return hour >= fromHour && hour < toHour
    }
}
