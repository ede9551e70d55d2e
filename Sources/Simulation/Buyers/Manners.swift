public import Engine

/// What moves a customer's mood and by how much, when stars are given and when somebody walks
/// out. All of it comes from the profile file.
public struct Manners: Hashable, Sendable {
    public var shifts: [MoodRule: MoodShift]
    /// The mood from which five, four, three and two stars are given; below them, one.
    public var starsFrom: [Int]
    /// At or below this mood a customer walks out.
    public var leavesAtMood: Int
    /// After this long without a human answer a customer walks out.
    public var leavesAfterSilence: Span
    public var personas: [Persona.Kind: Persona]

    public init(
        shifts: [MoodRule: MoodShift], starsFrom: [Int], leavesAtMood: Int,
        leavesAfterSilence: Span, personas: [Persona.Kind: Persona]
    ) {
        self.shifts = shifts
        self.starsFrom = starsFrom
        self.leavesAtMood = leavesAtMood
        self.leavesAfterSilence = leavesAfterSilence
        self.personas = personas
    }

    /// Five for delighted down to one.
    public func stars(at mood: Int) -> Int {
        for (index, threshold) in starsFrom.enumerated() where mood >= threshold {
            return 5 - index
        }
        return 1
    }
}

/// By how much one rule moves the mood, from when on, and how the debrief names it.
public struct MoodShift: Hashable, Sendable {
    public var value: Int
    /// `first-reply-fast`: within this; the slow ones: after this.
    public var span: Span?
    /// `empathy-first`: only below this mood.
    public var below: Int?
    public var title: Engine.Bilingual

    public init(value: Int, span: Span? = nil, below: Int? = nil, title: Engine.Bilingual) {
        self.value = value
        self.span = span
        self.below = below
        self.title = title
    }
}

/// The rules that move any customer's mood, whatever the scenario.
public enum MoodRule: String, Hashable, Sendable, CaseIterable {
    case firstReplyFast = "first-reply-fast"
    case firstReplySlow = "first-reply-slow"
    case firstReplyVerySlow = "first-reply-very-slow"
    case waitBeyondPatience = "wait-beyond-patience"
    case questionResolved = "question-resolved"
    case needMet = "need-met"
    case empathyFirst = "empathy-first"
    case secondApology = "second-apology"
    case datedPromise = "dated-promise"
    case promiseKept = "promise-kept"
    /// News before the customer had to ask for it.
    case earlyNotice = "early-notice"
    case promiseBroken = "promise-broken"
    /// The agent asks for what the shop already knows.
    case askedAgain = "asked-again"
    case cannedRepeat = "canned-repeat"
    case silentTransfer = "silent-transfer"
    case wrongFact = "wrong-fact"
    case pushedAfterNo = "pushed-after-no"
    case faultLight = "fault-light"
    case faultMedium = "fault-medium"
    case faultSevere = "fault-severe"
    case closedUnresolved = "closed-unresolved"
    case misunderstood
}
