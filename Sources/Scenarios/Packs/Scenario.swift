public import Engine
public import Grading
public import Simulation

/// One customer's case as a lesson: the customer's part, what counts as good service, and how a
/// good agent would serve it.
public struct Scenario: Hashable, Sendable {
    /// The trade course's number, e.g. `P02`.
    public var id: String
    /// 1 easy … 5 hard.
    public var level: Int
    public var chapter: Int
    public var title: Engine.Bilingual
    /// What the learner is to do.
    public var goal: Engine.Bilingual
    /// For the teacher.
    public var note: Engine.Bilingual?
    public var needs: [Need]
    public var script: BuyerScript
    public var rubric: Rubric
    public var golden: [GoldenStep]
    /// Where things stand in the scenario's file, for what `Pack.check()` reports.
    var source: Source

    /// Something the customer does not say unless asked, or unless it is looked up.
    public struct Need: Hashable, Sendable {
        public var id: String
        public var title: Engine.Bilingual
    }

    struct Source: Hashable, Sendable {
        var file: String
        /// Line of each rule and state by its name, e.g. `P02.asking.1`, `asking`.
        var lines: [String: Int]
    }
}
