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
        var slip: StudentShift.Slip
        /// Tells conversations of different shifts apart.
        var shift: Int
    }

    private var cases: [Kind: [Case]] = [:]

    /// - Parameter shifts: the earliest first; an example is taken from as early as may be.
    init(_ shifts: [StudentShift]) {
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
        let ranked = cases.map { Tally(kind: $0, cases: $1) }.sorted { a, b in
            let (left, right) = (
                (b.students, b.conversations, b.lost), (a.students, a.conversations, a.lost)
            )
            if left != right { return left < right }
            return (order[a.kind.skill] ?? 0, a.kind.rule.zh, a.kind.rule.en)
                < (order[b.kind.skill] ?? 0, b.kind.rule.zh, b.kind.rule.en)
        }
        // Not always the same student's line, where another one's shows it too.
        var shown: [String: Int] = [:]
        var mistakes: [Mistake] = []
        for tally in ranked.prefix(count) {
            guard let (example, student) = example(tally.cases, naming, seen: shown) else {
                continue
            }
            shown[student, default: 0] += 1
            mistakes.append(
                Mistake(
                    skill: tally.kind.skill, what: title(of: tally, naming),
                    rule: tally.kind.rule, students: tally.students,
                    conversations: tally.conversations, lost: tally.lost, example: example))
        }
        return mistakes
    }

    /// The losses of one kind, counted.
    private struct Tally {
        let kind: Kind
        let cases: [Case]
        let students: Int
        let conversations: Int
        let lost: Int

        init(kind: Kind, cases: [Case]) {
            self.kind = kind
            self.cases = cases
            students = Set(cases.map(\.student)).count
            conversations =
                Set(cases.map { "\($0.shift) \($0.slip.place.conversation.rawValue)" }).count
            lost = cases.reduce(0) { $0 + $1.slip.lost }
        }
    }

    /// What all of them are called; where each names its own sum or time ("说错：298"), what stands
    /// before it, and else the skill that lost.
    private func title(of tally: Tally, _ naming: Naming) -> Bilingual {
        let whats = tally.cases.filter { !givesAway($0.slip, naming) }.map(\.slip.what)
        if let first = whats.first, whats.allSatisfy({ $0 == first }) { return first }
        func kind(_ what: Bilingual) -> Bilingual? {
            guard let zh = what.zh.firstIndex(of: "："), let en = what.en.firstIndex(of: ":") else {
                return nil
            }
            return Bilingual(zh: String(what.zh[..<zh]), en: String(what.en[..<en]))
        }
        if let first = whats.first.flatMap(kind), whats.allSatisfy({ kind($0) == first }) {
            return first
        }
        let skill = tally.kind.skill.name
        return Bilingual(zh: "\(skill.zh)上失分", en: "Points lost on \(skill.en.lowercased())")
    }

    /// A line of the agent before a line of the customer before none; with hidden names one that
    /// gives nobody away, and where there is none the line is left out.
    private func example(
        _ cases: [Case], _ naming: Naming, seen: [String: Int]
    ) -> (Mistake.Example, student: String)? {
        let lines = cases.filter { $0.slip.quote != nil }
        let told = lines.filter { !$0.slip.isInstead }
        let wanted =
            told.filter(\.slip.isAgents) + told.filter { !$0.slip.isAgents }
            + lines.filter(\.slip.isInstead)
            + cases.filter { $0.slip.quote == nil }
        let harmless = wanted.filter { !givesAway($0.slip, naming) }
        // Of lines that show it equally well, one of whoever was shown least so far.
        func rank(_ slip: StudentShift.Slip) -> Int {
            slip.quote == nil ? 2 : slip.isInstead ? 1 : 0
        }
        let best = (harmless.isEmpty ? wanted : harmless).enumerated().min { a, b in
            (rank(a.element.slip), seen[a.element.student] ?? 0, a.offset)
                < (rank(b.element.slip), seen[b.element.student] ?? 0, b.offset)
        }?.element
        guard let shown = best else { return nil }
        let isWithheld = harmless.isEmpty
        let example = Mistake.Example(
            student: naming.name(of: shown.student), place: shown.slip.place,
            what: isWithheld ? shown.slip.rule : shown.slip.what,
            quote: isWithheld ? nil : shown.slip.quote, isAgents: shown.slip.isAgents,
            isInstead: shown.slip.isInstead,
            isWithheld: isWithheld)
        return (example, shown.student)
    }

    private func givesAway(_ slip: StudentShift.Slip, _ naming: Naming) -> Bool {
        switch naming {
        case .open: false
        case .hidden(let pseudonyms):
            [slip.quote ?? "", slip.what.zh, slip.what.en].contains {
                pseudonyms.areGivenAway(by: $0)
            }
        }
    }
}
