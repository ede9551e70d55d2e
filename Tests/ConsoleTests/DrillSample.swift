import Engine
import Typing

@testable import Console

extension DrillShelf {
    static let sampleNow = CivilTime(year: 2026, month: 3, day: 18, hour: 20).instant()

    /// A few sentences of both languages, and the rounds there were.
    static func sample(_ lines: [DrillLine], problems: [Bilingual] = []) -> DrillShelf {
        DrillShelf(
            sheets: [sheet(.chinese), sheet(.english)], history: DrillHistory(lines),
            problems: problems, now: sampleNow, seed: 7)
    }

    static func sheet(_ tongue: Tongue) -> DrillSheet {
        let zh = tongue == .chinese
        let texts: [[String]] =
            zh
            ? [
                ["您好，在的，请说。", "您好，您的订单尾号是8842，对吗？"],
                ["让您久等了，对不起。", "您16号催过一次，18号又催，我们都没给时间，这是我们的错；今天17:00前我一定回您。"],
            ]
            : [
                ["Hi there, how can I help?", "Hello, am I right that this is about order 8842?"],
                [
                    "I'm sorry you had to wait.",
                    "You wrote on the 16th and again on the 18th, and we gave no date; "
                        + "you'll hear from me by 5:00 pm.",
                ],
            ]
        return DrillSheet(
            tongue: tongue, goal: zh ? 80 : 40, length: 3,
            stages: zip(
                [
                    ("greeting", Bilingual(zh: "问候", en: "Greeting")),
                    ("calming", Bilingual(zh: "安抚", en: "Calming")),
                ], texts
            ).map { head, texts in
                DrillSheet.Stage(
                    id: head.0, title: head.1,
                    sentences: zip(texts, [DrillSentence.Grade.easy, .hard]).map {
                        DrillSentence($0, stage: head.0, grade: $1)
                    })
            })
    }

    /// Practice of some days: so many seconds a sentence in each of their rounds.
    static func practised(_ tongue: Tongue) -> [DrillLine] {
        let days: [(day: Int, seconds: [Int64])] = [
            (9, [31]), (10, [28, 24]), (12, [26, 22, 24]), (13, [21]), (16, [20, 17, 23]),
            (17, [16, 14]),
        ]
        return days.flatMap { day, seconds in
            seconds.enumerated().flatMap { number, seconds in
                round("d\(day)-\(number)", day: day, hour: 9 + number, seconds, tongue)
            }
        }
    }

    private static func round(
        _ id: String, day: Int, hour: Int, _ seconds: Int64, _ tongue: Tongue
    ) -> [DrillLine] {
        let at = CivilTime(year: 2026, month: 3, day: day, hour: hour).instant()
        guard
            let round = Round(
                sheet(tongue), RoundChoice(tongue), seed: UInt64(day), id: id, at: at)
        else { preconditionFailure("the sample holds no sentence") }
        return [.round(round)]
            + round.sentences.enumerated().map { number, sentence in
                .sentence(
                    round: id, number: number + 1,
                    SentenceResult(
                        sentence: sentence,
                        typed: number == 0 ? String(sentence.text.dropLast()) : sentence.text,
                        first: 1, milliseconds: seconds * 1000, corrections: number))
            }
    }
}
