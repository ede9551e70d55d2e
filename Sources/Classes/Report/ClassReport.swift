public import Engine
public import Grading

/// A class out of the shifts its students handed in: who stands where, who can do what, what goes
/// wrong most often, and how it goes from week to week.
///
/// Nothing in it says more than it shows: with hidden names there is no name, file or number of a
/// shift anywhere in it.
public struct ClassReport: Hashable, Sendable, Codable {
    public var basis: ScoreBasis
    public var hidesNames: Bool
    /// The titles of the packs that were served, in their order.
    public var packs: [Bilingual]
    public var shifts: Int
    /// The best first; of equal ones in the order of what they are called.
    public var standings: [Standing]
    /// At most five, the commonest first.
    public var mistakes: [Mistake]
    /// Only weeks in which somebody served.
    public var weeks: [ClassWeek]
    public var leftOut: [Omission]
    /// The contest all of them took part in; nil for an ordinary class.
    public var contest: Bilingual?

    /// A file that does not count, in words.
    public struct Omission: Hashable, Sendable, Codable {
        public var file: Bilingual
        public var code: String
        public var reason: Bilingual
    }

    /// How many mistakes are told.
    public static let mistakesTold = 5

    /// - Parameter shifts: in any order; with hidden names everybody in them has a pseudonym.
    public init(
        _ shifts: [StudentShift], leftOut: [LeftOut] = [], naming: Naming = .open,
        basis: ScoreBasis = .mean, contest: Bilingual? = nil
    ) {
        let ordered = shifts.sorted {
            ($0.begunAt, $0.student, $0.file) < ($1.begunAt, $1.student, $1.file)
        }
        let calendar = Calendar(ordered)
        self.basis = basis
        hidesNames = naming.isHidden
        self.shifts = ordered.count
        self.contest = contest
        packs = Self.titles(of: ordered)
        let students = Dictionary(grouping: ordered, by: \.student)
        standings = Self.ranked(
            students.map { name, served in
                Self.standing(naming.name(of: name), served, basis, calendar)
            })
        weeks = calendar.weeks(of: students)
        mistakes = MistakeCount(ordered).commonest(Self.mistakesTold, naming: naming)
        self.leftOut = leftOut.map {
            Omission(file: $0.file, code: $0.reason.code, reason: $0.reason.sentence)
        }
    }

    /// The mean of the students' scores; nil where there are none.
    public var mean: Tenths? {
        Tenths(standings.reduce(0) { $0 + $1.score.count }, among: standings.count * 10)
    }

    /// The class's mean of one skill.
    public func percent(of skill: Dimension) -> Int {
        guard !standings.isEmpty else { return 0 }
        let sum = standings.reduce(0) { $0 + $1.percent(of: skill) }
        return (sum * 2 + standings.count) / (standings.count * 2)
    }

    private static func titles(of shifts: [StudentShift]) -> [Bilingual] {
        var titles: [String: Bilingual] = [:]
        for shift in shifts { titles[shift.pack] = shift.title }
        return titles.sorted { $0.key < $1.key }.map(\.value)
    }

    private static func standing(
        _ name: Bilingual, _ served: [StudentShift], _ basis: ScoreBasis, _ calendar: Calendar
    ) -> Standing {
        let scores = served.map(\.score)
        let conversations = served.reduce(0) { $0 + $1.conversations }
        return Standing(
            place: 0, name: name, score: basis.score(of: scores), shifts: served.count,
            best: scores.max() ?? 0, latest: scores.last ?? 0, conversations: conversations,
            solved: served.reduce(0) { $0 + $1.solved },
            crossed: served.reduce(0) { $0 + $1.crossed },
            skills: Dimension.skills.map { skill in
                let points = served.reduce(0) { $0 + ($1.points[skill] ?? 0) }
                let most = max(1, conversations * skill.points)
                return .init(skill: skill, percent: (points * 200 + most) / (most * 2))
            },
            weeks: calendar.means(of: served))
    }

    /// The best first. Ties are put in the order of what everybody is called in the report: the
    /// order of hidden names would give them away.
    private static func ranked(_ standings: [Standing]) -> [Standing] {
        var standings = standings.sorted {
            ($1.score, $0.name.zh, $0.name.en) < ($0.score, $1.name.zh, $1.name.en)
        }
        for (index, place) in Places.of(standings.map(\.score)).enumerated() {
            standings[index].place = place
        }
        return standings
    }
}
