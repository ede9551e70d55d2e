public import Engine

/// What a person can choose from before a shift: what was left, what can be begun, what has been.
///
/// Plain values, gathered by the program from packs and files, so that the pages can be drawn and
/// tested without either.
public struct StartMenu: Hashable, Sendable {
    /// Nobody has used the desk here before: the language is asked and the guide offered.
    public var isFirstStart: Bool
    /// Shifts that were cut off, the newest first.
    public var unfinished: [UnfinishedShift]
    /// Packs of customers, the one to begin with first.
    public var packs: [PackChoice]
    /// Shifts that are over, the newest first.
    public var finished: [FinishedShift]
    /// Files that cannot be read, with what is wrong and what to do.
    public var damaged: [DamagedShift]
    /// Where a person writes keys of their own.
    public var keysFile: String?
    /// Where a person puts themes of their own.
    public var themesFolder: String?
    /// Minutes east of UTC of the clock on the person's wall, for the dates of shifts.
    public var offset: Int

    public init(
        isFirstStart: Bool = false, unfinished: [UnfinishedShift] = [], packs: [PackChoice] = [],
        finished: [FinishedShift] = [], damaged: [DamagedShift] = [], keysFile: String? = nil,
        themesFolder: String? = nil, offset: Int = CivilTime.chinaOffset
    ) {
        self.isFirstStart = isFirstStart
        self.unfinished = unfinished
        self.packs = packs
        self.finished = finished
        self.damaged = damaged
        self.keysFile = keysFile
        self.themesFolder = themesFolder
        self.offset = offset
    }

    /// The pack to begin with: the first that is not only for the guide.
    public var firstPack: PackChoice? { packs.first { !$0.isGuide } }

    /// The pack with the guided customer.
    public var guide: PackChoice? { packs.first { $0.isGuide } }
}

/// A shift that was cut off and can be gone on with at the same second.
public struct UnfinishedShift: Hashable, Sendable {
    public var id: String
    public var title: Bilingual
    /// On the person's wall.
    public var begunAt: Instant
    /// How long it has run on the shop's clock, and how long it was to run.
    public var served: Span
    public var planned: Span?
    /// Another desk is serving it now; this one may watch.
    public var holder: Holder?
    public var branch: BranchMark?

    public init(
        id: String, title: Bilingual, begunAt: Instant, served: Span, planned: Span? = nil,
        holder: Holder? = nil, branch: BranchMark? = nil
    ) {
        self.id = id
        self.title = title
        self.begunAt = begunAt
        self.served = served
        self.planned = planned
        self.holder = holder
        self.branch = branch
    }

    /// Another desk that has a shift in hand.
    public struct Holder: Hashable, Sendable {
        /// Its process number, where it could be read.
        public var process: Int?
        public init(process: Int?) { self.process = process }
    }
}

/// A pack of customers that a shift can be begun with.
public struct PackChoice: Hashable, Sendable {
    /// The name of its folder.
    public var name: String
    public var title: Bilingual
    public var minutes: Int
    public var scenarios: [ScenarioChoice]
    /// How many come in its shift; a pack may borrow scenarios that are not its own.
    public var customers: Int
    /// Made for the first three minutes; not offered as a shift.
    public var isGuide: Bool

    public init(
        name: String, title: Bilingual, minutes: Int, scenarios: [ScenarioChoice],
        customers: Int? = nil, isGuide: Bool = false
    ) {
        self.name = name
        self.title = title
        self.minutes = minutes
        self.scenarios = scenarios
        self.customers = customers ?? scenarios.count
        self.isGuide = isGuide
    }
}

/// One customer of a pack, to be practised alone.
public struct ScenarioChoice: Hashable, Sendable {
    public var id: String
    /// How hard, 1…5.
    public var level: Int
    public var title: Bilingual
    /// What there is to learn.
    public var goal: Bilingual
    public var stage: Conversation.Stage
    /// The best grade so far out of 100; nil when never served.
    public var best: Int?

    public init(
        id: String, level: Int, title: Bilingual, goal: Bilingual, stage: Conversation.Stage,
        best: Int? = nil
    ) {
        self.id = id
        self.level = level
        self.title = title
        self.goal = goal
        self.stage = stage
        self.best = best
    }
}

/// A shift that is over and can be looked back at.
public struct FinishedShift: Hashable, Sendable {
    public var id: String
    public var title: Bilingual
    /// On the person's wall.
    public var begunAt: Instant
    public var lasted: Span
    public var conversations: Int
    /// Out of 100; nil where it was never worked out.
    public var score: Int?
    public var branch: BranchMark?

    public init(
        id: String, title: Bilingual, begunAt: Instant, lasted: Span, conversations: Int,
        score: Int? = nil, branch: BranchMark? = nil
    ) {
        self.id = id
        self.title = title
        self.begunAt = begunAt
        self.lasted = lasted
        self.conversations = conversations
        self.score = score
        self.branch = branch
    }
}

/// A file on the shelf that cannot be read; it stays as it is.
public struct DamagedShift: Hashable, Sendable {
    public var name: String
    public var sentence: Bilingual

    public init(name: String, sentence: Bilingual) {
        self.name = name
        self.sentence = sentence
    }
}

/// What a shift was taken over from, and at which time of the shop's clock.
public struct BranchMark: Hashable, Sendable {
    public var of: String
    /// `14:05`
    public var clock: String

    public init(of: String, clock: String) {
        self.of = of
        self.clock = clock
    }
}
