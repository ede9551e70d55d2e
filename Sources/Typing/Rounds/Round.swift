public import Engine

/// A handful of sentences typed one after another.
///
/// A value with a clock of its own that is moved from outside and stands while the drill is
/// paused, so a round that was left in the middle of a sentence goes on as if nothing had been.
public struct Round: Hashable, Sendable, Codable {
    /// Names it in the book of rounds.
    public let id: String
    public let choice: RoundChoice
    public let seed: UInt64
    /// On the person's wall.
    public let startedAt: Instant
    public let sentences: [DrillSentence]
    public private(set) var results: [SentenceResult] = []
    /// The sentence being typed.
    public private(set) var attempt = Attempt()
    /// Milliseconds in which the drill ran.
    public private(set) var clock: Int64 = 0

    /// Draws the sentences. Nil where no sentence fits the choice.
    public init?(
        _ sheet: DrillSheet, _ choice: RoundChoice, seed: UInt64, id: String, at instant: Instant
    ) {
        let drawn = sheet.draw(choice, seed: seed)
        guard !drawn.isEmpty else { return nil }
        self.id = id
        self.choice = choice
        self.seed = seed
        startedAt = instant
        sentences = drawn
    }

    public var tongue: Tongue { choice.tongue }
    public var isFinished: Bool { results.count >= sentences.count }

    /// What is to be typed now; nil when the round is over.
    public var current: DrillSentence? {
        isFinished ? nil : sentences[results.count]
    }

    /// Lets time pass; not called while paused.
    public mutating func elapse(milliseconds: Int) {
        guard milliseconds > 0, !isFinished else { return }
        clock += Int64(milliseconds)
    }

    /// The text has changed: so many characters came, so many went.
    public mutating func change(to text: String, added: Int, removed: Int) {
        attempt.change(to: text, added: added, removed: removed, at: clock)
    }

    /// The sentence is done, right or wrong; on to the next one.
    @discardableResult
    public mutating func finishSentence() -> SentenceResult? {
        guard let current else { return nil }
        let result = SentenceResult(current, attempt)
        take(result)
        return result
    }

    /// A sentence that was done before and read back.
    mutating func take(_ result: SentenceResult) {
        results.append(result)
        attempt = Attempt()
    }

    // MARK: Figures

    public var figures: RoundFigures { RoundFigures(results) }

    /// The sentence being typed, as it stands: what has not been reached is not missing.
    public var soFar: (alignment: Alignment, pace: Pace)? {
        guard let current else { return nil }
        let alignment = Alignment(of: attempt.text, to: current.text, isWhole: false)
        return (alignment, SentenceResult(current, attempt).pace(right: alignment.right))
    }
}

/// What a number of typed sentences come to.
public struct RoundFigures: Hashable, Sendable {
    public private(set) var pace = Pace.none
    public private(set) var corrections = 0
    /// Sentences that came in one commit, so that there was no time to measure.
    public private(set) var untimed = 0
    public private(set) var sentences = 0
    private var length = 0
    private var distance = 0

    public init(_ results: [SentenceResult]) {
        for result in results {
            let alignment = result.alignment
            let own = result.pace(of: alignment)
            self = adding(alignment, own, corrections: result.corrections)
            sentences += 1
            if own == .none { untimed += 1 }
        }
    }

    /// With one more text beside its sentence, which need not be done.
    public func adding(_ alignment: Alignment, _ own: Pace, corrections more: Int) -> Self {
        var sum = self
        sum.pace = pace + own
        sum.corrections += more
        sum.length += max(alignment.reached, alignment.typed.count)
        sum.distance += alignment.distance
        return sum
    }

    /// Right of a thousand characters.
    public var permille: Int {
        length == 0 ? 1000 : max(0, (length - distance) * 1000 / length)
    }

    /// The slips of these sentences, the most frequent first.
    public static func slips(of results: [SentenceResult]) -> [(slip: Slip, count: Int)] {
        var counts: [Slip: Int] = [:]
        for slip in results.flatMap(\.alignment.slips) { counts[slip, default: 0] += 1 }
        return counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
            .map { (slip: $0.key, count: $0.value) }
    }

    /// The sentences that went slowest, the slowest first; only those with a measured time.
    public static func slowest(_ results: [SentenceResult]) -> [(
        result: SentenceResult, pace: Pace
    )] {
        results.map { (result: $0, pace: $0.pace) }.filter { $0.pace.isMeasured }
            .enumerated().sorted { a, b in
                let one = a.element.pace
                let other = b.element.pace
                // Compared as fractions: rounding must not decide.
                let left = Int64(one.characters) * other.milliseconds
                let right = Int64(other.characters) * one.milliseconds
                return (left, a.offset) < (right, b.offset)
            }.map(\.element)
    }
}
