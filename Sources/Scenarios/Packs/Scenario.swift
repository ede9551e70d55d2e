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
    /// Runs that look good and do not pass, each for its reason.
    public var nearMisses: [NearMiss]
    /// What the course says of it; nil outside a course.
    public var lesson: Lesson?
    /// Where things stand in the scenario's file, for what `Pack.check()` reports.
    var source: Source

    /// Something the customer does not say unless asked, or unless it is looked up.
    public struct Need: Hashable, Sendable {
        public var id: String
        public var title: Engine.Bilingual
    }

    /// What is to be learned, in the three kinds of goal that a course names.
    public struct Lesson: Hashable, Sendable {
        public var knowledge: Engine.Bilingual
        public var skill: Engine.Bilingual
        public var attitude: Engine.Bilingual
        /// Task points: what is practised.
        public var tasks: [Engine.Bilingual]
    }

    /// A run that looks good and does not pass.
    public struct NearMiss: Hashable, Sendable {
        public var title: Engine.Bilingual
        /// What it fails for: the title of an entry of the rubric, or a kind of fault.
        public var fails: String
        public var steps: [GoldenStep]
        /// Where it stands in the file.
        var line: Int
    }

    struct Source: Hashable, Sendable {
        var file: String
        /// Line of each rule and state by its name, e.g. `P02.asking.1`, `asking`.
        var lines: [String: Int]
    }
}
