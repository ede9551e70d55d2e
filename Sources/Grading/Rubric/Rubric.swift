public import Engine
public import Language

/// What a good conversation in one scenario looks like: what must be so at the end, what must be
/// done on the way, what must be written down, what is true and what must never be said.
///
/// A rubric is data from a pack. It sees what happened (events) and what was said (readings of
/// messages), never the screen.
public struct Rubric: Hashable, Sendable {
    /// The scenario's name in its pack, e.g. `P07`.
    public var id: String
    public var title: Engine.Bilingual
    /// What must be so in the shop at the end; the 35 points of the outcome are shared evenly.
    public var success: [Goal]
    /// What must be done, in this order; the 15 points of the process are shared evenly.
    public var process: [Step]
    /// What must be written down for the next agent; shares the 10 points of the record.
    public var record: [Goal]
    /// What is true, and what is false, when it is said in this conversation.
    public var facts: [Fact]
    /// Sorts of value of which every one that is said must be known from somewhere: the order, a
    /// page, a fact above, the buyer's own words. Any other is told to the buyer's harm.
    public var exact: Set<Value.Sort> = []
    /// What may be done only so often.
    public var limits: [Limit]
    /// What caps the whole grade, besides the red lines that hold in every conversation.
    public var redLines: [RedLine]

    public init(
        id: String, title: Engine.Bilingual, success: [Goal] = [], process: [Step] = [],
        record: [Goal] = [], facts: [Fact] = [], limits: [Limit] = [], redLines: [RedLine] = []
    ) {
        self.id = id
        self.title = title
        self.success = success
        self.process = process
        self.record = record
        self.facts = facts
        self.limits = limits
        self.redLines = redLines
    }

    /// What its entries are called, whatever they ask for.
    public var titles: [Engine.Bilingual] {
        success.map(\.title) + process.map(\.title) + record.map(\.title) + facts.map(\.title)
            + limits.map(\.title) + redLines.map(\.title)
    }
}

/// Something that must be so at the end: `{title: {zh: 已付款, en: Paid}, is: {paidFor: dress-L}}`.
public struct Goal: Hashable, Sendable {
    public var title: Engine.Bilingual
    public var condition: Condition

    public init(title: Engine.Bilingual, condition: Condition) {
        self.title = title
        self.condition = condition
    }
}

/// One thing to do on the way: `{title: …, do: look track, before: {says: {act: inform}}}`.
public struct Step: Hashable, Sendable {
    public var title: Engine.Bilingual
    public var means: Means
    /// The step must come before the first time this happens, where it happens at all: look
    /// before you tell, verify before you change.
    public var before: Means?

    public init(title: Engine.Bilingual, means: Means, before: Means? = nil) {
        self.title = title
        self.means = means
        self.before = before
    }
}

/// How something is done: by an act at the desk, by words, or by any of several ways.
public indirect enum Means: Hashable, Sendable {
    /// `do: look order`
    case deed(DeedPattern)
    /// `says: {act: probe, about: fit}`: one message of the agent fits.
    case says(Pattern)
    /// `any: [{do: …}, {says: …}]`
    case any([Means])
}

/// A statement that this scenario knows to be true or false. Values inside the words that match a
/// true one (`{value: amount, is: 300.00}`) count as known.
public struct Fact: Hashable, Sendable {
    public var title: Engine.Bilingual
    public var pattern: Pattern
    public var isTrue: Bool

    public init(title: Engine.Bilingual, pattern: Pattern, isTrue: Bool = true) {
        self.title = title
        self.pattern = pattern
        self.isTrue = isTrue
    }
}

/// Something that may be done only so often, e.g. two payment nudges. Each time beyond costs
/// points of the process.
public struct Limit: Hashable, Sendable {
    public var title: Engine.Bilingual
    public var means: Means
    public var atMost: Int
    public var costs: Int

    public init(title: Engine.Bilingual, means: Means, atMost: Int, costs: Int = 5) {
        self.title = title
        self.means = means
        self.atMost = atMost
        self.costs = costs
    }
}

/// Something that must never be done or said; the whole grade is capped at `cap` (59 or 0).
public struct RedLine: Hashable, Sendable {
    public var title: Engine.Bilingual
    public var means: Means
    public var cap: Int

    public init(title: Engine.Bilingual, means: Means, cap: Int = 59) {
        self.title = title
        self.means = means
        self.cap = cap
    }
}
