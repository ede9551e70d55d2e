public import Engine

/// Everything a drill needs from outside: sentences, the book of rounds, the time on the wall.
public struct DrillShelf: Sendable {
    public var sheets: [DrillSheet]
    public var history: DrillHistory
    /// What could not be read, with what to do; the rest works on.
    public var problems: [Bilingual]
    public var now: Instant
    /// Minutes east of UTC of the clock on the person's wall.
    public var offset: Int
    /// A seed for the next round.
    public var seed: UInt64

    public init(
        sheets: [DrillSheet], history: DrillHistory = DrillHistory(), problems: [Bilingual] = [],
        now: Instant, offset: Int = CivilTime.chinaOffset, seed: UInt64
    ) {
        self.sheets = sheets
        self.history = history
        self.problems = problems
        self.now = now
        self.offset = offset
        self.seed = seed
    }

    public func sheet(_ tongue: Tongue) -> DrillSheet? { sheets.first { $0.tongue == tongue } }

    /// A new round; nil where no sentence fits.
    public func round(_ choice: RoundChoice, seed: UInt64? = nil) -> Round? {
        sheet(choice.tongue).flatMap {
            Round(
                $0, choice, seed: seed ?? self.seed, id: "\(now.milliseconds)-\(self.seed)",
                at: now)
        }
    }

    /// The goals of the post, by language.
    public var goals: TypingGoals {
        TypingGoals(
            chinese: sheet(.chinese)?.goal, english: sheet(.english)?.goal)
    }
}

/// How fast the post asks one to type, in each language's own figure; nil where no file says so.
public struct TypingGoals: Hashable, Sendable, Codable {
    public var chinese: Int?
    public var english: Int?

    public init(chinese: Int?, english: Int?) {
        self.chinese = chinese
        self.english = english
    }

    public subscript(tongue: Tongue) -> Int? {
        switch tongue {
        case .chinese: chinese
        case .english: english
        }
    }
}
