public import Engine
public import Grading
public import Simulation

/// A platform's rules as dated data: timers and limits, moods, and how figures are counted.
///
/// Most values are numbers and the same in both languages; a department's fields, a tag and a
/// region are called differently, which is why there are rules for each.
public struct Profile: Hashable, Sendable {
    public var name: String
    public var title: Engine.Bilingual
    /// The day the numbers were written down, e.g. `2026-03-01`.
    public var dated: String
    /// With Chinese names.
    public var rules: Rules
    /// With English names, and everything else the same.
    public var englishRules: Rules
    public var manners: Manners
    public var counting: CountingRules
    /// Numbers that no source confirms, chosen for training: their dotted names, sorted.
    public var trainingValues: [String]
    /// Values that no file of the chain writes, so that the plain ones stand: sorted.
    public var unwritten: [String]
    /// Where a number comes from, by dotted name.
    public var sources: [String: String]
    /// The profiles it says only the differences to, from the nearest to the farthest.
    public var inherits: [String]

    public func rules(in tongue: Engine.Tongue) -> Rules {
        switch tongue {
        case .chinese: rules
        case .english: englishRules
        }
    }

    /// Whether a value, or any part of it, is one for training.
    public func isTraining(_ name: String) -> Bool {
        rules.source.training.contains { $0 == name || $0.hasPrefix(name + ".") }
    }
}

/// All numbers of a profile in one place, as its files are read layer upon layer.
struct RuleValues: Hashable, Sendable {
    var rules = Rules.plain
    var counting = CountingRules(platform: "", asOf: "")
}
