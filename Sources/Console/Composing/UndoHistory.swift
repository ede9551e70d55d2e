/// What was typed, in steps a person would call one: a word, a cut, a paste. Nothing here is kept
/// beyond the running program.
struct UndoHistory: Hashable, Sendable {
    /// One step back or forth.
    struct Step: Hashable, Sendable {
        var splices: [GraphemeText.Splice]
        var before: Int
        var after: Int

        var size: Int {
            splices.reduce(0) { $0 + $1.removed.count + $1.inserted.count }
        }
    }

    /// What the last change was; a change of another kind begins a new step.
    enum Kind: Hashable, Sendable {
        case typing, erasing, whole
    }

    private var done: [Step] = []
    private var undone: [Step] = []
    private var open: Kind?
    private var stored = 0

    /// Characters kept for undoing before the oldest steps are forgotten.
    private static let limit = 2_000_000

    mutating func record(
        _ splice: GraphemeText.Splice, kind: Kind, before: Int, after: Int, startsStep: Bool
    ) {
        stored += splice.removed.count + splice.inserted.count
        if open == kind, kind != .whole, !startsStep, let last = done.indices.last,
            done[last].after == before
        {
            done[last].splices.append(splice)
            done[last].after = after
        } else {
            done.append(Step(splices: [splice], before: before, after: after))
        }
        open = kind
        stored -= undone.reduce(0) { $0 + $1.size }
        undone = []
        while stored > UndoHistory.limit, done.count > 1 {
            stored -= done.removeFirst().size
        }
    }

    /// The next change begins a step of its own.
    mutating func closeStep() {
        open = nil
    }

    mutating func stepBack() -> Step? {
        open = nil
        guard let step = done.popLast() else { return nil }
        undone.append(step)
        return step
    }

    mutating func stepForth() -> Step? {
        open = nil
        guard let step = undone.popLast() else { return nil }
        done.append(step)
        return step
    }
}

/// Texts that were cut, newest last, for Ctrl-Y and Alt-Y.
struct KillRing: Hashable, Sendable {
    private(set) var texts: [String] = []
    /// The last command cut too, so the next cut joins it.
    private(set) var isJoining = false

    private static let limit = 32

    /// Keeps a text; cuts in a row become one, in the order in which they stood.
    mutating func keep(_ text: String, ahead: Bool) {
        guard !text.isEmpty else { return }
        if isJoining, let last = texts.popLast() {
            texts.append(ahead ? last + text : text + last)
        } else {
            texts.append(text)
            if texts.count > KillRing.limit { texts.removeFirst() }
        }
        isJoining = true
    }

    mutating func stopJoining() {
        isJoining = false
    }
}
