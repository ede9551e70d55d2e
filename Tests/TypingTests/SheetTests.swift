import Engine
import Support
import Testing

@testable import Typing

@Suite struct `A file of sentences` {
    private func facts(_ yaml: String) -> [(line: Int, fact: DrillProblem.Fact)] {
        do {
            _ = try DrillSheet(yaml: yaml, file: "zh.yaml")
            return []
        } catch {
            return error.problems.map { ($0.line, $0.fact) }
        }
    }

    private static let good = """
        language: zh
        goal: 80
        round: 2
        stages:
          - id: greeting
            title: {zh: 问候, en: Greeting}
            sentences:
              1: [您好。, 在的。]
              3:
                - 您的订单尾号是8842，对吗？
        """

    @Test func `is read with stages, grades and the goal`() throws {
        let sheet = try DrillSheet(yaml: Self.good, file: "zh.yaml")
        #expect(sheet.tongue == .chinese && sheet.goal == 80 && sheet.length == 2)
        #expect(sheet.stages.map(\.id) == ["greeting"])
        #expect(sheet.sentences.map(\.grade) == [.easy, .easy, .hard])
    }

    @Test(
        arguments: [
            ("goal: 80", "goal: fast", 2, .wrongShape(expected: .number)),
            ("goal: 80", "goal: 900", 2, .outOfRange("900", from: 1, to: 400)),
            ("language: zh", "language: cn", 1, .unknownLanguage("cn")),
            ("round: 2", "rounds: 2", 3, .unknownField("rounds", nearest: "round")),
            ("round: 2\n", "", 1, .missing("round")),
            ("round: 2", "round: 9", 1, .tooFew(3, round: 9)),
            ("      3:", "      4:", 9, .unknownGrade("4")),
            ("en: Greeting", "eng: Greeting", 6, .unknownField("eng", nearest: "en")),
            ("在的。", "您好。", 8, .twice(firstLine: 8)),
            ("在的。", "在的", 8, .unended),
            ("在的。", "\" 在的。\"", 8, .blanks),
            ("尾号是8842", "尾号是 8842", 10, .blankInChinese),
            ("在的。", "OK.", 8, .otherLanguage),
            ("在的。", "在的８。", 8, .strange("８")),
            ("在的。", "\"\"", 8, .empty),
            ("[您好。, 在的。]", "您好。", 8, .wrongShape(expected: .list)),
        ] as [(String, String, Int, DrillProblem.Fact)])
    func `is refused with line and fact for every mistake`(
        old: String, new: String, line: Int, fact: DrillProblem.Fact
    ) {
        let found = facts(Self.good.replacing(old, with: new, maxReplacements: 1))
        #expect(found.contains { $0.line == line && $0.fact == fact }, "\(found)")
    }

    @Test func `says what the parser could not read, and a stage that stands twice`() {
        #expect(
            facts("language: [zh").contains {
                if case .notYAML = $0.fact { true } else { false }
            })
        let twice =
            Self.good + "\n" + """
                  - id: greeting
                    title: {zh: 又, en: Again}
                    sentences: {1: [又来了。]}
                """
        #expect(facts(twice).contains { $0.fact == .stageTwice("greeting") }, "\(facts(twice))")
    }

    @Test func `tells all its mistakes at once, in both languages, with place and remedy`() {
        let bad = Self.good.replacing("goal: 80", with: "goal: x").replacing("在的。", with: "在的")
        do {
            _ = try DrillSheet(yaml: bad, file: "Drills/zh.yaml")
            Issue.record("it was read")
        } catch {
            #expect(error.problems.count == 2)
            #expect(
                error.problems[1].sentence(in: .chinese)
                    == "Drills/zh.yaml:8：stages[1].sentences.1[2]：句尾没有标点，请补上。")
            #expect(
                error.problems[0].sentence(in: .english)
                    == "Drills/zh.yaml:2: goal: a whole number is expected here.")
        }
    }
}

@Suite struct `The sentences that are shipped` {
    @Test(arguments: Tongue.allCases)
    func `are enough, of every stage and grade, with values in the hard ones`(tongue: Tongue) throws
    {
        let sheet = try DrillSheet(path: Repository.path("Drills/\(tongue.rawValue).yaml"))
        #expect(sheet.tongue == tongue)
        #expect(sheet.sentences.count >= 120)
        #expect(sheet.stages.count >= 10)
        for stage in sheet.stages {
            for grade in DrillSentence.Grade.allCases {
                let count = stage.sentences.count { $0.grade == grade }
                #expect(count >= 4, "\(stage.id) \(grade)")
            }
        }
        let hard = sheet.sentences.filter { $0.grade == .hard }
        let valued = hard.count { $0.text.contains(where: \.isNumber) }
        #expect(valued * 10 >= hard.count * 8, "\(valued) of \(hard.count)")
        let easy = sheet.sentences.filter { $0.grade == .easy }.map(\.text.count)
        #expect((easy.max() ?? 0) < (hard.map(\.text.count).min() ?? 0))
    }

    @Test func `of both languages have the same stages`() throws {
        let ids = try Tongue.allCases.map { tongue in
            try DrillSheet(path: Repository.path("Drills/\(tongue.rawValue).yaml")).stages.map(\.id)
        }
        #expect(ids[0] == ids[1])
    }

    @Test func `carry the goals of the post`() throws {
        #expect(try DrillSheet(path: Repository.path("Drills/zh.yaml")).goal == 80)
        #expect(try DrillSheet(path: Repository.path("Drills/en.yaml")).goal == 40)
    }
}
