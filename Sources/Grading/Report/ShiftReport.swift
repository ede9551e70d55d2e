public import Engine
public import Typing

/// The debrief of a whole shift: its figures, the grade of every conversation, the shift score
/// and one thing to practise next.
public struct ShiftReport: Hashable, Sendable, Codable {
    public var shop: String
    public var agent: AgentID
    public var startedAt: Instant
    public var endedAt: Instant
    /// Minutes east of UTC of the shop's clock.
    public var offset: Int
    public var counting: CountingRules
    public var conversations: [ConversationGrade]
    public var kpis: [KPI]
    public var score: ShiftScore
    public var nextStep: NextStep
    /// Keys and typing, where somebody at a desk was counted.
    public var typing: ShiftTyping?

    public func kpi(_ kind: KPI.Kind) -> KPI? { kpis.first { $0.kind == kind } }
    public func grade(of conversation: ConversationID) -> ConversationGrade? {
        conversations.first { $0.conversation == conversation }
    }
}

/// The score of the shift after the job description's two tables: work (reception, problem
/// summaries, product reports: 70/20/10) and performance (satisfaction, process: 60/40); the
/// mean of the two.
public struct ShiftScore: Hashable, Sendable, Codable {
    public var reception: Part
    public var summaries: Part
    public var findings: Part
    public var satisfaction: Part
    public var process: Part

    public init(
        reception: Part, summaries: Part, findings: Part, satisfaction: Part, process: Part
    ) {
        self.reception = reception
        self.summaries = summaries
        self.findings = findings
        self.satisfaction = satisfaction
        self.process = process
    }

    /// Out of 100.
    public struct Part: Hashable, Sendable, Codable {
        /// 0…100; nil where the shift gave no occasion for it. Its weight then falls to the
        /// other parts.
        public var points: Int?
        public var weight: Int
        public var explanation: Engine.Bilingual

        public init(points: Int?, weight: Int, explanation: Engine.Bilingual) {
            self.points = points
            self.weight = weight
            self.explanation = explanation
        }
    }

    public var work: Int { Self.mean([reception, summaries, findings]) }
    public var performance: Int { Self.mean([satisfaction, process]) }
    public var total: Int { (work + performance + 1) / 2 }

    private static func mean(_ parts: [Part]) -> Int {
        let present = parts.filter { $0.points != nil }
        let weight = present.reduce(0) { $0 + $1.weight }
        guard weight > 0 else { return 0 }
        let sum = present.reduce(0) { $0 + ($1.points ?? 0) * $1.weight }
        return (sum + weight / 2) / weight
    }
}

/// The one thing to practise next: where the shift lost most.
public struct NextStep: Hashable, Sendable, Codable {
    /// Nil when nothing was lost.
    public var dimension: Dimension?
    public var advice: Engine.Bilingual
    /// The conversations in which it showed.
    public var conversations: [ConversationID]
}
