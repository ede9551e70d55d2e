/// One sentence as it was typed: all that is kept of it, and what follows from that.
public struct SentenceResult: Hashable, Sendable, Codable {
    public var sentence: DrillSentence
    public var typed: String
    /// Characters of the first commit, whose time nobody could see.
    public var first: Int
    /// From the first commit to the last change.
    public var milliseconds: Int64
    /// Characters taken back after they were committed.
    public var corrections: Int

    public init(
        sentence: DrillSentence, typed: String, first: Int, milliseconds: Int64, corrections: Int
    ) {
        self.sentence = sentence
        self.typed = typed
        self.first = first
        self.milliseconds = milliseconds
        self.corrections = corrections
    }

    init(_ sentence: DrillSentence, _ attempt: Attempt) {
        self.init(
            sentence: sentence, typed: attempt.text, first: attempt.first,
            milliseconds: attempt.milliseconds, corrections: attempt.corrections)
    }

    /// Beside the sentence; blanks at the end are nobody's slip.
    public var alignment: Alignment {
        var text = Substring(typed)
        while text.last?.isWhitespace == true { text.removeLast() }
        return Alignment(of: String(text), to: sentence.text)
    }

    public var pace: Pace { pace(of: alignment) }

    /// The same, where the sentence has been compared already.
    public func pace(of alignment: Alignment) -> Pace { pace(right: alignment.right) }

    /// Right characters but those of the first commit, in the time there was to see; nothing where
    /// the whole sentence came at once.
    func pace(right: Int) -> Pace {
        guard right > first, milliseconds > 0 else { return .none }
        return Pace(characters: right - first, milliseconds: milliseconds)
    }
}
