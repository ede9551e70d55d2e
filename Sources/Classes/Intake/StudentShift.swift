public import Engine
public import Grading

/// One student's shift as a class report sees it: who, when, how good, and what went wrong.
///
/// Everything else of the shift is let go, so that two hundred of them are light.
public struct StudentShift: Hashable, Sendable {
    public var student: String
    /// The file it came from, as the teacher names it.
    public var file: String
    public var pack: String
    public var title: Bilingual
    /// When it was begun, on the wall's clock.
    public var begunAt: Instant
    /// Minutes east of UTC, for the day and the week it was served on.
    public var offset: Int
    /// Out of 100.
    public var score: Int
    public var conversations: Int
    /// Conversations in which all came about that the scenario asks for.
    public var solved: Int
    /// Conversations in which a red line was crossed.
    public var crossed: Int
    /// Points earned in each of the skills, over all conversations.
    public var points: [Dimension: Int]
    public var slips: [Slip]

    /// Points that were lost, with the words that lost them.
    public struct Slip: Hashable, Sendable {
        public var dimension: Dimension
        /// What would have kept them: the same for everybody who lost them in this way.
        public var rule: Bilingual
        /// What happened here.
        public var what: Bilingual
        public var lost: Int
        public var place: Place
        /// What was written; nil where the fault is that nothing was.
        public var quote: String?
        /// The agent's own line; else the customer's that went without an answer.
        public var isAgents: Bool
        /// The fault is that something was not done: this is what was written there instead.
        public var isInstead = false
    }

    /// Which conversation of the shift it was.
    public struct Place: Hashable, Sendable, Codable {
        public var conversation: ConversationID
        /// The scenario's name in its pack; nil where it came from none.
        public var scenario: String?
        public var customer: String
        public var title: Bilingual
    }

    /// The day it was served on.
    public var day: CivilTime { CivilTime(begunAt, offset: offset) }
}

extension StudentShift {
    public init(
        _ report: ShiftReport, by student: String, file: String, pack: String, title: Bilingual,
        begunAt: Instant
    ) {
        let grades = report.conversations
        let points = Dimension.skills.map { skill in
            (skill, grades.reduce(0) { $0 + max(0, $1.points(of: skill)) })
        }
        self.init(
            student: student, file: file, pack: pack, title: title, begunAt: begunAt,
            offset: report.offset, score: report.score.total, conversations: grades.count,
            solved: grades.count(where: \.isSuccess), crossed: grades.count { $0.cap != nil },
            points: Dictionary(uniqueKeysWithValues: points),
            slips: grades.flatMap { grade in
                grade.marks.filter { $0.lost > 0 || $0.dimension == .redLines }.map {
                    Slip($0, in: grade)
                }
            })
    }
}

extension StudentShift.Slip {
    fileprivate init(_ mark: Mark, in grade: ConversationGrade) {
        let quotes = mark.evidence.quotes
        let own = quotes.first { !$0.isBuyer } ?? quotes.first
        // What was left undone has no line of its own; what the agent wrote meanwhile shows it.
        let quote = own ?? grade.line(beside: mark.dimension)
        self.init(
            dimension: mark.dimension, rule: mark.advice ?? mark.title, what: mark.title,
            lost: mark.lost,
            place: StudentShift.Place(
                conversation: grade.conversation, scenario: grade.scenario,
                customer: grade.customerName, title: grade.title),
            quote: quote?.text, isAgents: quote.map { !$0.isBuyer } ?? false,
            isInstead: own == nil && quote != nil)
    }
}

extension ConversationGrade {
    /// A line of the agent's from the conversation, of the same skill where one was kept.
    fileprivate func line(beside dimension: Dimension) -> Grading.Evidence.Quote? {
        let near = marks(of: dimension).flatMap(\.evidence.quotes)
        let all = marks.flatMap(\.evidence.quotes) + statements.map(\.quote)
        return (near + all).first { !$0.isBuyer }
    }
}

extension Dimension {
    /// The six that have points of their own; red lines only cap what the others gave.
    public static let skills = allCases.filter { $0.points > 0 }
}
