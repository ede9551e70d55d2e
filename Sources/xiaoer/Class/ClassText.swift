import Classes
import Engine
import Grading
import Terminal

/// A class report in eighty columns: places with skills, mistakes, weeks, teams.
struct ClassText {
    let tongue: Tongue
    private let gate = TextGate()
    private let width = 80

    init(tongue: Tongue) { self.tongue = tongue }

    func lines(of report: ClassReport) -> [String] {
        var lines = report.contest.map { [$0[tongue]] } ?? []
        lines.append(report.summary[tongue])
        if report.packs.count > 1 {
            lines += wrapped(
                say(
                    "有 \(report.packs.count) 个教学包的班次，难易不同，名次只供参考。",
                    "Shifts of \(report.packs.count) packs, which differ in difficulty: "
                        + "take the places as a hint."))
        }
        guard !report.standings.isEmpty else { return lines }
        lines += ["", say("名次（同分同名次，后面跳过：1 2 2 4）", "Places (shared by equals: 1 2 2 4)")]
        lines += places(report)
        if !report.mistakes.isEmpty {
            lines += ["", say("最常见的失分", "Commonest mistakes")]
            for (place, mistake) in report.mistakes.enumerated() {
                lines += self.lines(of: mistake, place + 1)
            }
        }
        if report.weeks.count > 1 { lines += ["", say("逐周", "By week")] + weeks(report) }
        return lines
    }

    private func places(_ report: ClassReport) -> [String] {
        var table = PlainTable(
            [.right, .left, .right, .right] + Dimension.skills.map { _ in .right } + [.right])
        table.add(
            [
                say("名次", "no."), say("学员", "trainee"), say("得分", "score"),
                say("班数", "shifts"),
            ] + Dimension.skills.map { short($0) + " " } + [say("越线", "red")])
        for standing in report.standings {
            table.add(
                [
                    "\(standing.place)", gate.cut(standing.name[tongue], toWidth: 14),
                    "\(standing.score)", "\(standing.shifts)",
                ] + standing.skills.map { heat($0.percent) } + ["\(standing.crossed)"])
        }
        table.add(
            ["", say("全班", "class"), report.mean.map { "\($0)" } ?? "", "\(report.shifts)"]
                + Dimension.skills.map { heat(report.percent(of: $0)) })
        return table.lines
    }

    /// The weak spots stand out dark.
    private func heat(_ percent: Int) -> String {
        "\(percent)" + HeatColour(percent: percent).shade
    }

    private func short(_ skill: Dimension) -> String {
        switch skill {
        case .outcome: say("结果", "out")
        case .process: say("流程", "proc")
        case .accuracy: say("准确", "accu")
        case .language: say("用语", "lang")
        case .speed: say("速度", "speed")
        case .record: say("记录", "rec")
        case .redLines: say("红线", "red")
        }
    }

    private func lines(of mistake: Mistake, _ number: Int) -> [String] {
        var lines = wrapped(
            mistake.what[tongue], first: " \(number). ", then: "    ")
        lines += wrapped(mistake.extent[tongue], first: "    ", then: "    ")
        lines += wrapped(mistake.rule[tongue], first: "    → ", then: "      ")
        lines += wrapped(mistake.example.origin[tongue], first: "    ", then: "    ")
        if let quote = mistake.example.quote {
            lines += wrapped(
                mistake.example.lead[tongue] + "“\(quote)”", first: "      ", then: "      ")
        }
        return lines
    }

    private func weeks(_ report: ClassReport) -> [String] {
        var table = PlainTable([.left, .right, .right, .right, .left])
        table.add(
            say("周一", "Monday"), say("人", "people"), say("班", "shifts"), say("平均", "mean"))
        for week in report.weeks {
            table.add(
                week.monday, "\(week.students)", "\(week.shifts)", "\(week.mean)",
                String(repeating: "█", count: week.mean.count / 25))
        }
        return table.lines
    }

    func lines(of team: TeamResult) -> [String] {
        var lines = [
            "", say("互评", "Marked by each other") + " · " + gate.cleaned(team.team[tongue]),
        ]
        lines += wrapped(team.rule[tongue])
        var table = PlainTable([.left, .left, .right, .right, .right, .left])
        table.add(
            say("岗位", "post"), say("学员", "trainee"), say("轮次", "round"), say("平均", "mean"),
            say("已评", "marks"), say("结果", "result"))
        for member in team.members {
            table.add(
                member.post[tongue], gate.cut(member.name[tongue], toWidth: 14), "\(member.round)",
                member.mean.map { "\($0)" } ?? "–", "\(member.marks)/\(member.others)",
                gate.cut(member.verdict.name[tongue], toWidth: 34))
        }
        lines += table.lines
        let again = team.again.map(\.name[tongue]).map { gate.cleaned($0) }
        if team.allHavePassed {
            lines.append(say("全部通过。", "All have passed."))
        } else if !again.isEmpty {
            lines += wrapped(
                say("要重新阐述：", "To speak again: ")
                    + again.joined(separator: say("、", ", ")))
        }
        return lines
    }

    private func wrapped(_ text: String, first: String = "", then: String = "") -> [String] {
        gate.wrap(gate.cleaned(text), width: width - gate.width(of: first)).enumerated().map {
            ($0.offset == 0 ? first : then) + $0.element
        }
    }

    private func say(_ zh: String, _ en: String) -> String { tongue == .chinese ? zh : en }
}
