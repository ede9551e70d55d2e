public import Engine
public import Grading
public import Simulation

/// A platform's rules as dated data: timers and limits, moods, and how figures are counted.
public struct Profile: Hashable, Sendable {
    public var name: String
    public var title: Engine.Bilingual
    /// The day the numbers were written down, e.g. `2026-03-01`.
    public var dated: String
    public var rules: Rules
    public var manners: Manners
    public var counting: CountingRules
    /// Numbers that no source confirms, chosen for training: their field names, sorted.
    public var trainingValues: [String]
    /// Where a number comes from, by field name.
    public var sources: [String: String]
}
