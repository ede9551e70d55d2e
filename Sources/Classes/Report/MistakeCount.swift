import Engine
import Grading

/// Counts in how many hands points were lost in the same way.
///
/// Two losses are the same mistake when the same advice would have prevented them: what a mark is
/// called often holds the very sum or time that was wrong, the advice does not.
struct MistakeCount {
    private struct Kind: Hashable {
        var skill: Dimension
        var rule: Bilingual
    }

    private struct Case {
        var student: String
        var slip: ServedShift.Slip
        /// Tells conversations of different shifts apart.
        var shift: Int
    }

    private var cases: [Kind: [Case]] = [:]

    /// - Parameter shifts: the earliest first; an example is taken from as early as may be.
    init(_ shifts: [ServedShift]) {
        for (number, shift) in shifts.enumerated() {
            for slip in shift.slips {
                cases[Kind(skill: slip.dimension, rule: slip.rule), default: []].append(
                    Case(student: shift.student, slip: slip, shift: number))
            }
        }
    }

    func commonest(_ count: Int, naming: Naming) -> [Mistake] {
        let order = Dictionary(
            uniqueKeysWithValues: Dimension.allCases.enumerated().map { ($1, $0) })
        let mistakes = cases.compactMap { kind, cases in mistake(kind, cases, naming) }
        let ranked = mistakes.sorted { a, b in
            let (left, right) = (
                (b.students, b.conversations, b.lost), (a.students, a.conversations, a.lost)
            )
            if left != right { return left < right }
            return (order[a.skill] ?? 0, a.rule.zh, a.rule.en)
                < (order[b.skill] ?? 0, b.rule.zh, b.rule.en)
        }
        return Array(ranked.prefix(count))
    }

    private func mistake(_ kind: Kind, _ cases: [Case], _ naming: Naming) -> Mistake? {
        guard let shown = example(cases, naming) else { return nil }
        let places = Set(cases.map { "\($0.shift) \($0.slip.place.conversation.rawValue)" })
        return Mistake(
            skill: kind.skill, rule: kind.rule, students: Set(cases.map(\.student)).count,
            conversations: places.count, lost: cases.reduce(0) { $0 + $1.slip.lost },
            example: shown)
    }

    /// A line of the agent before a line of the customer before none; with hidden names one that
    /// gives nobody away, and where there is none the line is left out.
    private func example(_ cases: [Case], _ naming: Naming) -> Mistake.Example? {
        let lines = cases.filter { $0.slip.quote != nil }
        let told = lines.filter { !$0.slip.isInstead }
        let wanted =
            told.filter(\.slip.isAgents) + told.filter { !$0.slip.isAgents }
            + lines.filter(\.slip.isInstead)
            + cases.filter { $0.slip.quote == nil }
        let harmless = wanted.first { !givesAway($0.slip, naming) }
        guard let shown = harmless ?? wanted.first else { return nil }
        let isWithheld = harmless == nil
        return Mistake.Example(
            student: naming.name(of: shown.student), place: shown.slip.place,
            what: isWithheld ? shown.slip.rule : shown.slip.what,
            quote: isWithheld ? nil : shown.slip.quote, isAgents: shown.slip.isAgents,
            isInstead: shown.slip.isInstead,
            isWithheld: isWithheld)
    }

    private func givesAway(_ slip: ServedShift.Slip, _ naming: Naming) -> Bool {
        switch naming {
        case .open: false
        case .hidden(let pseudonyms):
            [slip.quote ?? "", slip.what.zh, slip.what.en].contains {
                pseudonyms.areGivenAway(by: $0)
            }
        }
    }
}
