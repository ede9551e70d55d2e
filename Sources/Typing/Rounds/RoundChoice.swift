public import Engine

/// Which sentences a round is drawn from.
public struct RoundChoice: Hashable, Sendable, Codable {
    public var tongue: Tongue
    /// Only this stage; all where nil.
    public var stage: String?
    /// Only this grade; all where nil.
    public var grade: DrillSentence.Grade?

    public init(_ tongue: Tongue, stage: String? = nil, grade: DrillSentence.Grade? = nil) {
        self.tongue = tongue
        self.stage = stage
        self.grade = grade
    }
}

extension DrillSheet {
    /// The sentences of a choice, in the order of the file.
    public func sentences(of choice: RoundChoice) -> [DrillSentence] {
        sentences.filter { sentence in
            (choice.stage == nil || choice.stage == sentence.stage)
                && (choice.grade == nil || choice.grade == sentence.grade)
        }
    }

    /// A round's sentences: the same seed draws the same ones. Where fewer fit the choice, all of
    /// them; none twice. They come in the order of a conversation.
    public func draw(_ choice: RoundChoice, seed: UInt64) -> [DrillSentence] {
        let pool = sentences(of: choice)
        var places = Array(pool.indices)
        var dice = Dice(seed: seed, purpose: "typing drill")
        var drawn: [Int] = []
        while drawn.count < length, !places.isEmpty {
            drawn.append(places.remove(at: dice.roll(0...places.count - 1)))
        }
        let order = Dictionary(
            stages.enumerated().map { ($0.element.id, $0.offset) },
            uniquingKeysWith: { first, _ in first })
        return drawn.map { pool[$0] }.enumerated().sorted { a, b in
            let (one, other) = (order[a.element.stage] ?? 0, order[b.element.stage] ?? 0)
            return (one, a.offset) < (other, b.offset)
        }.map(\.element)
    }
}
