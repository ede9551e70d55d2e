import Engine
import Grading

@testable import Classes

/// Students of a class as a test needs them.
enum Pupils {
    /// Monday, 16 March 2026, 10:00 in China.
    static let monday = CivilTime(year: 2026, month: 3, day: 16, hour: 10).instant()

    static func shift(
        _ student: String, _ score: Int, day: Int = 0, pack: String = "first-shift",
        file: String? = nil, slips: [StudentShift.Slip] = [], points: [Dimension: Int]? = nil
    ) -> StudentShift {
        StudentShift(
            student: student, file: file ?? student + ".shift", pack: pack,
            title: Bilingual(zh: "第一班", en: "First shift"), begunAt: monday + .days(day),
            offset: 480, score: score, conversations: 2, solved: 1, crossed: 0,
            points: points ?? [.outcome: 35, .process: 15, .accuracy: 30], slips: slips)
    }

    static func slip(
        _ rule: String, quote: String? = nil, isAgents: Bool = true, what: String = "说错：298",
        conversation: String = "c1", lost: Int = 6
    ) -> StudentShift.Slip {
        StudentShift.Slip(
            dimension: .accuracy, rule: Bilingual(zh: rule, en: rule),
            what: Bilingual(zh: what, en: what), lost: lost,
            place: StudentShift.Place(
                conversation: ConversationID(rawValue: conversation), scenario: "P02",
                customer: "李倩", title: Bilingual(zh: "选尺码", en: "Which size")),
            quote: quote, isAgents: isAgents)
    }

    /// Everybody with a number of their own.
    static func hidden(_ names: String...) -> Naming {
        var pseudonyms = Pseudonyms()
        var dice = DrawnNumbers(dice: Dice(seed: 5))
        pseudonyms.draw(for: names, using: &dice)
        return .hidden(pseudonyms)
    }
}

/// Chance that a test can repeat.
struct DrawnNumbers: RandomNumberGenerator {
    var dice: Dice
    mutating func next() -> UInt64 { dice.next() }
}
