import Engine

/// How students are called in a report: by their names, or by what stands for them.
public enum Naming: Hashable, Sendable {
    case open
    case hidden(Pseudonyms)

    var isHidden: Bool {
        switch self {
        case .open: false
        case .hidden: true
        }
    }

    func name(of student: String) -> Bilingual {
        switch self {
        case .open: Bilingual(zh: student, en: student)
        case .hidden(let pseudonyms): pseudonyms.name(of: student)
        }
    }

    /// A team of students, which often bears the name of one of them.
    func name(ofTeam team: String) -> Bilingual {
        switch self {
        case .open: Bilingual(zh: team, en: team)
        case .hidden(let pseudonyms): pseudonyms.name(of: team, zh: "队", en: "Team")
        }
    }
}

/// Numbers that stand for names: drawn once, kept by the teacher, and the same in every report.
///
/// They are drawn and not worked out of the name. Whoever has the list of a class could work any
/// function of a name out for all thirty of them and see who is who; of a draw there is nothing to
/// work out.
public struct Pseudonyms: Hashable, Sendable {
    public private(set) var numbers: [String: Int]

    public init(numbers: [String: Int] = [:]) { self.numbers = numbers }

    /// Draws a number for everybody who has none yet. Numbers given once stay.
    public mutating func draw(
        for names: some Sequence<String>, using chance: inout some RandomNumberGenerator
    ) {
        var taken = Set(numbers.values)
        // In the order of names, so that nothing depends on how the files were listed.
        for name in Set(names).subtracting(numbers.keys).sorted() {
            var range = 100...999
            while taken.count * 2 > range.count {
                range = range.lowerBound * 10...range.upperBound * 10 + 9
            }
            var number = Int.random(in: range, using: &chance)
            while taken.contains(number) { number = Int.random(in: range, using: &chance) }
            taken.insert(number)
            numbers[name] = number
        }
    }

    func name(of student: String, zh: String = "学员", en: String = "Trainee") -> Bilingual {
        guard let number = numbers[student] else {
            preconditionFailure("a report with hidden names and no number for somebody in it")
        }
        return Bilingual(zh: "\(zh) \(number)", en: "\(en) \(number)")
    }

    /// Whether a text holds a name that is to be hidden.
    func areGivenAway(by text: String) -> Bool {
        let text = text.lowercased()
        return numbers.keys.contains { !$0.isEmpty && text.contains($0.lowercased()) }
    }
}
