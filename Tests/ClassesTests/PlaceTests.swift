import Engine
import Grading
import Testing

@testable import Classes

@Suite struct `Places in a class` {
    @Test func `equals share the better place and the next is skipped`() {
        let report = ClassReport(
            [("甲", 90), ("乙", 80), ("丙", 80), ("丁", 70), ("戊", 70), ("己", 70), ("庚", 10)]
                .map { Pupils.shift($0, $1) })
        #expect(report.standings.map(\.place) == [1, 2, 2, 4, 4, 4, 7])
    }

    @Test func `who reads the same score stands on the same place`() {
        // 83.33… and 83.25 are both shown as 83.3.
        let three = [83, 83, 84].enumerated().map { Pupils.shift("甲", $1, day: $0) }
        let four = [83, 83, 83, 84].enumerated().map { Pupils.shift("乙", $1, day: $0) }
        let report = ClassReport(three + four)
        #expect(report.standings.map { "\($0.score)" } == ["83.3", "83.3"])
        #expect(report.standings.map(\.place) == [1, 1])
    }

    @Test func `a place goes by the mean, the best or the latest`() {
        let shifts = [
            Pupils.shift("甲", 40, day: 0), Pupils.shift("甲", 90, day: 1),
            Pupils.shift("甲", 50, day: 2), Pupils.shift("乙", 70, day: 0),
        ]
        func first(_ basis: ScoreBasis) -> (String, String) {
            let standing = ClassReport(shifts, basis: basis).standings[0]
            return (standing.name.zh, "\(standing.score)")
        }
        #expect(first(.mean) == ("乙", "70.0"))
        #expect(first(.best) == ("甲", "90.0"))
        #expect(first(.latest) == ("乙", "70.0"))
    }

    @Test(arguments: UInt64(1)...20)
    func `the order in which files are given changes nothing`(seed: UInt64) {
        var dice = Dice(seed: seed)
        let shifts = (0..<30).map { number in
            Pupils.shift(
                "学员\(number % 9)", dice.roll(0...100), day: dice.roll(0...40),
                file: "\(number)",
                slips: (0..<dice.roll(0...4)).map { _ in
                    Pupils.slip("规则\(dice.roll(1...7))", quote: "话\(dice.roll(1...9))")
                })
        }
        var shuffled = shifts
        for index in shuffled.indices {
            shuffled.swapAt(index, dice.roll(0...shuffled.count - 1))
        }
        #expect(
            ClassDocument(ClassReport(shuffled), teams: []).json
                == ClassDocument(ClassReport(shifts), teams: []).json)
    }

    @Test func `a skill is the share of the points there were to earn`() {
        let report = ClassReport([
            Pupils.shift("甲", 80, points: [.outcome: 35, .accuracy: 30, .process: 10])
        ])
        // Two conversations: 70 points for the outcome, 30 for accuracy and for process.
        #expect(report.standings[0].percent(of: .outcome) == 50)
        #expect(report.standings[0].percent(of: .accuracy) == 100)
        #expect(report.standings[0].percent(of: .process) == 33)
        #expect(report.standings[0].percent(of: .record) == 0)
    }

    @Test func `nobody at all is a report too`() {
        let report = ClassReport([])
        #expect(report.standings.isEmpty && report.mean == nil && report.weeks.isEmpty)
        #expect(ClassPage(report).html(in: .english).contains("no shift that counts"))
    }
}

@Suite struct `Weeks of a class` {
    @Test func `begin on Monday by the shop's clock`() {
        // Sunday 23:59 and Monday 00:00 in China are one minute and two weeks.
        var sunday = Pupils.shift("甲", 60)
        sunday.begunAt = CivilTime(year: 2026, month: 3, day: 22, hour: 23, minute: 59).instant()
        var monday = Pupils.shift("甲", 80)
        monday.begunAt = CivilTime(year: 2026, month: 3, day: 23).instant()
        let weeks = ClassReport([sunday, monday]).weeks
        #expect(weeks.map(\.monday) == ["2026-03-16", "2026-03-23"])
        #expect(weeks.map(\.day) == [0, 7])
        #expect(weeks.map { "\($0.mean)" } == ["60.0", "80.0"])
    }

    @Test func `who serves often weighs no more than the others`() {
        let report = ClassReport([
            Pupils.shift("甲", 90), Pupils.shift("甲", 90, day: 1), Pupils.shift("甲", 90, day: 2),
            Pupils.shift("乙", 50), Pupils.shift("丙", 70, day: 21),
        ])
        #expect(report.weeks.map(\.shifts) == [4, 1])
        #expect(report.weeks.map(\.students) == [2, 1])
        #expect("\(report.weeks[0].mean)" == "70.0")
        #expect("\(report.weeks[0].lowest)" == "50.0" && "\(report.weeks[0].highest)" == "90.0")
        let names = report.standings.map(\.name.zh)
        #expect(names == ["甲", "丙", "乙"])
        #expect(report.standings[1].weeks.map { $0.map { "\($0)" } } == [nil, "70.0"])
    }
}

@Suite struct `Commonest mistakes` {
    @Test func `are those of most students, told with a line of the agent`() {
        let report = ClassReport([
            Pupils.shift("甲", 50, slips: [Pupils.slip("看一眼", quote: "下单了", isAgents: false)]),
            Pupils.shift("乙", 50, day: 1, slips: [Pupils.slip("看一眼", quote: "298元")]),
            Pupils.shift(
                "丙", 50, day: 2,
                slips: (1...9).map { Pupils.slip("问好", conversation: "c\($0)") }),
        ])
        #expect(report.mistakes.map(\.rule.zh) == ["看一眼", "问好"])
        #expect(report.mistakes.map(\.students) == [2, 1])
        #expect(report.mistakes.map(\.conversations) == [2, 9])
        #expect(report.mistakes[0].example.student.zh == "乙")
        #expect(report.mistakes[0].example.quote == "298元")
        #expect(report.mistakes[1].example.quote == nil)
    }

    @Test func `are called by what went wrong, and by the kind where each is another sum`() {
        let report = ClassReport([
            Pupils.shift(
                "甲", 50,
                slips: [
                    Pupils.slip("看一眼", what: "说错: 298"), Pupils.slip("问好", what: "开头没有问好"),
                ].map { slip in
                    var slip = slip
                    slip.what.zh = slip.what.zh.replacing(": ", with: "：")
                    return slip
                }),
            Pupils.shift("乙", 50, day: 1, slips: [Pupils.slip("问好", what: "开头没有问好")]),
            Pupils.shift(
                "丙", 50, day: 2,
                slips: [
                    StudentShift.Slip(
                        dimension: .accuracy, rule: Bilingual(zh: "看一眼", en: "看一眼"),
                        what: Bilingual(zh: "说错：168", en: "说错: 168"), lost: 6,
                        place: Pupils.slip("").place, quote: nil, isAgents: false)
                ]),
        ])
        #expect(Set(report.mistakes.map(\.what.zh)) == ["说错", "开头没有问好"])
    }

    @Test func `are shown by different students where there are any`() {
        let slips = (1...3).map { Pupils.slip("规则\($0)", quote: "一句") }
        let report = ClassReport([
            Pupils.shift("甲", 50, slips: slips), Pupils.shift("乙", 50, day: 1, slips: slips),
            Pupils.shift("丙", 50, day: 2, slips: slips),
        ])
        #expect(Set(report.mistakes.map(\.example.student.zh)) == ["甲", "乙", "丙"])
    }

    @Test func `are five and no more`() {
        let slips = (1...8).map { Pupils.slip("规则\($0)") }
        #expect(ClassReport([Pupils.shift("甲", 10, slips: slips)]).mistakes.count == 5)
    }
}
