import Engine
import Grading
import Simulation
import Yams

/// A profile while it is put together: every file of the chain writes over what stood before.
struct ProfileDraft {
    var name = ""
    var title = Engine.Bilingual(zh: "", en: "")
    var dated = ""
    var values = Both { _ in RuleValues() }
    var moods: [MoodRule: MoodShift] = [:]
    /// The mood from which so many stars are given.
    var stars: [Int: Int] = [:]
    var leavesAtMood: Int?
    var leavesAfterSilence: Span?
    var personas: [Persona.Kind: Persona] = [:]
    /// What is known about a value besides the value, by its dotted name.
    var marks: [String: Mark] = [:]
    /// In which file a mistake that only shows in the whole is to be mended.
    var file = ""

    /// Where a value was written last, whether it is one for training, and where it comes from.
    struct Mark {
        var file: String
        var line: Int
        var column: Int
        var field: String
        var isTraining: Bool
        var source: String?
    }

    mutating func set<Value>(_ path: WritableKeyPath<RuleValues, Value>, _ value: Value) {
        values.zh[keyPath: path] = value
        values.en[keyPath: path] = value
    }

    /// Changes a value in both languages alike.
    mutating func change(_ body: (inout RuleValues, Engine.Tongue) -> Void) {
        body(&values.zh, .chinese)
        body(&values.en, .english)
    }

    /// Nil while something is missing that has been complained of.
    func profile(inherits: [String]) -> Profile? {
        let thresholds = [5, 4, 3, 2].compactMap { stars[$0] }
        guard let leavesAtMood, let leavesAfterSilence, thresholds.count == 4,
            moods.count == MoodRule.allCases.count,
            personas.count == Persona.Kind.allCases.count
        else { return nil }
        let training = marks.filter { $0.value.isTraining }.map(\.key).sorted()
        let unwritten = RuleField.all.map(\.name).filter {
            marks[$0] == nil && $0 != "kpi.platform"
        }
        .sorted()
        let source = RuleSource(
            profile: name, dated: dated, training: (training + unwritten).sorted())
        var values = values
        for tongue in Engine.Tongue.allCases {
            values[tongue].rules.source = source
            values[tongue].counting.asOf = dated
            if values[tongue].counting.platform.isEmpty { values[tongue].counting.platform = name }
        }
        return Profile(
            name: name, title: title, dated: dated, rules: values.zh.rules,
            englishRules: values.en.rules,
            manners: Manners(
                shifts: moods, starsFrom: thresholds, leavesAtMood: leavesAtMood,
                leavesAfterSilence: leavesAfterSilence, personas: personas),
            counting: values.zh.counting, trainingValues: training, unwritten: unwritten,
            sources: marks.compactMapValues(\.source), inherits: inherits)
    }
}
