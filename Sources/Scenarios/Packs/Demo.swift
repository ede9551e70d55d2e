public import Engine

/// How a pack's model run is shown to a class: what is said to it and when, and where a teacher
/// may want to stop and talk.
///
/// ```yaml
/// opens: {zh: 三分钟看一位客服怎么接六位顾客。, en: Three minutes, one agent, six customers.}
/// points:
///   - {scenario: P02, at: arrives, say: {zh: 先问习惯，再推荐。, en: "Ask first, then advise."}}
///   - {scenario: P02, step: 3, stop: true, say: {zh: …, en: …}}
///   - {scenario: P02, when: {paid-for: dress-L}, say: {zh: …, en: …}}
/// closes: {zh: …, en: …}
/// ```
///
/// It stands in `demo.yaml` and changes nothing of a shift, so it is no part of the pack's
/// fingerprint.
public struct Demo: Hashable, Sendable {
    /// Said before the first customer comes.
    public var opens: Engine.Bilingual?
    /// Said when the last one has gone.
    public var closes: Engine.Bilingual?
    /// The customers who come; empty for all of the pack.
    public var scenarios: [String]
    public var points: [Point]

    /// One thing said to the class.
    public struct Point: Hashable, Sendable {
        public var scenario: String
        public var moment: Moment
        public var text: Engine.Bilingual
        /// A teaching point: the show waits here where the teacher wants it to.
        public var stops: Bool
    }

    /// When it is said.
    public enum Moment: Hashable, Sendable {
        /// The customer has come.
        case arrives
        /// Before the model run's step of this number, counted from 1.
        case step(Int)
        case when(Condition)
    }

    /// As many characters as two lines of a screen of eighty columns hold.
    static func limit(in tongue: Engine.Tongue) -> Int {
        switch tongue {
        case .chinese: 70
        case .english: 140
        }
    }
}
