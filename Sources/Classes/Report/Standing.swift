public import Engine
public import Grading

/// One student in the class: the place, the score behind it, each skill, and the weeks.
public struct Standing: Hashable, Sendable, Codable {
    public var place: Int
    /// As it is to be shown: the name, or what stands for it.
    public var name: Bilingual
    /// What the place goes by.
    public var score: Tenths
    public var shifts: Int
    public var best: Int
    public var latest: Int
    public var conversations: Int
    public var solved: Int
    public var crossed: Int
    /// Percent of the points there were to earn, in the order of `Dimension.skills`.
    public var skills: [SkillShare]
    /// The mean of each week of the report; nil for a week without a shift.
    public var weeks: [Tenths?]

    /// How much of one skill was shown.
    public struct SkillShare: Hashable, Sendable, Codable {
        public var skill: Dimension
        public var percent: Int
    }

    public func percent(of skill: Dimension) -> Int {
        skills.first { $0.skill == skill }?.percent ?? 0
    }
}

/// What a student's place goes by, where there are several shifts.
public enum ScoreBasis: String, Hashable, Sendable, Codable, CaseIterable {
    case mean, best, latest

    /// - Parameter scores: in the order in which the shifts were begun; never empty.
    func score(of scores: [Int]) -> Tenths {
        let whole: Int
        switch self {
        case .mean: return Tenths(mean: scores) ?? Tenths(count: 0)
        case .best: whole = scores.max() ?? 0
        case .latest: whole = scores.last ?? 0
        }
        return Tenths(count: whole * 10)
    }

    public var name: Bilingual {
        switch self {
        case .mean: Bilingual(zh: "各班得分的平均", en: "the mean of one's shifts")
        case .best: Bilingual(zh: "最好的一班", en: "one's best shift")
        case .latest: Bilingual(zh: "最近的一班", en: "one's latest shift")
        }
    }
}

/// A week of the class: how many served, and how well.
public struct ClassWeek: Hashable, Sendable, Codable {
    /// Its Monday, `2026-03-16`.
    public var monday: String
    /// Days since the first Monday of the report.
    public var day: Int
    public var students: Int
    public var shifts: Int
    /// The mean of the students' means, so that who served often does not weigh more.
    public var mean: Tenths
    public var lowest: Tenths
    public var highest: Tenths
}

/// A way of losing points that many share, with one line in which it was done.
public struct Mistake: Hashable, Sendable, Codable {
    public var skill: Dimension
    /// What went wrong, for all of them together.
    public var what: Bilingual
    /// What would have kept the points.
    public var rule: Bilingual
    public var students: Int
    public var conversations: Int
    public var lost: Int
    public var example: Example

    /// Where it can be seen.
    public struct Example: Hashable, Sendable, Codable {
        public var student: Bilingual
        public var place: StudentShift.Place
        /// What happened there.
        public var what: Bilingual
        /// What was written; nil where nothing was, or where it would give away a hidden name.
        public var quote: String?
        public var isAgents: Bool
        /// Something was not done; this is what was written there instead.
        public var isInstead: Bool
        /// The line holds somebody's name and names are hidden.
        public var isWithheld: Bool
    }
}
