public import Engine
import Grading

/// The tables of the page: places, skills, mistakes, teams.
extension ClassPage {
    func writeRanking(_ report: ClassReport, _ page: inout HTMLText) {
        head("名次", "Places", &page)
        note(
            Bilingual(
                zh: "同分同名次，后面的名次跳过（1 2 2 4）。" + several(report).zh,
                en: "Equal scores share a place and the next is skipped (1 2 2 4). "
                    + several(report).en), &page)
        heads(
            [
                (Bilingual(zh: "名次", en: "Place"), true),
                (Bilingual(zh: "学员", en: "Trainee"), false),
                (Bilingual(zh: "得分", en: "Score"), true), (Bilingual(zh: "", en: ""), false),
                (Bilingual(zh: "班数", en: "Shifts"), true),
                (Bilingual(zh: "最好", en: "Best"), true),
                (Bilingual(zh: "最近", en: "Latest"), true),
                (Bilingual(zh: "办成", en: "Solved"), true),
                (Bilingual(zh: "越线", en: "Red lines"), true),
            ] + (report.weeks.count > 1 ? [(Bilingual(zh: "逐周", en: "By week"), false)] : []),
            &page)
        for standing in report.standings {
            page.raw("<tr>")
            number("\(standing.place)", &page)
            name(standing, &page)
            number("\(standing.score)", &page)
            page.raw("<td>\(Self.bar(standing.score))</td>")
            number("\(standing.shifts)", &page)
            number("\(standing.best)", &page)
            number("\(standing.latest)", &page)
            number("\(standing.solved)/\(standing.conversations)", &page)
            number("\(standing.crossed)", &page)
            if report.weeks.count > 1 {
                page.raw("<td>\(Self.spark(standing, in: report))</td>")
            }
            page.raw("</tr>\n")
        }
        page.raw("</tbody></table></section>\n")
    }

    /// Scores of different packs are not alike, and that must be said.
    private func several(_ report: ClassReport) -> Bilingual {
        guard report.packs.count > 1 else { return Bilingual(zh: "", en: "") }
        return Bilingual(
            zh: "这里有 \(report.packs.count) 个教学包的班次，难易不同，名次只供参考。",
            en: "Shifts of \(report.packs.count) packs are compared, and packs differ in "
                + "difficulty: take the places as a hint.")
    }

    private func name(_ standing: Standing, _ page: inout HTMLText) {
        page.raw("<th scope=\"row\">")
        page.both(standing.name)
        page.raw("</th>")
    }

    func writeHeat(_ report: ClassReport, _ page: inout HTMLText) {
        head("各项能力", "Skills", &page)
        note(
            Bilingual(
                zh: "得到的分占应得的百分之几；颜色越深，丢得越多。",
                en: "Percent of the points there were to earn; the darker, the more was lost."),
            &page)
        page.raw("<p class=\"key\">")
        for colour in HeatColour.allCases {
            page.raw("<span class=\"k \(colour.style)\">\(colour.range)</span>")
        }
        page.raw("</p>")
        heads(
            [(Bilingual(zh: "学员", en: "Trainee"), false)]
                + Dimension.skills.map { ($0.name, true) }, kind: "heat", &page)
        for standing in report.standings {
            page.raw("<tr>")
            name(standing, &page)
            for share in standing.skills { cell(share.percent, &page) }
            page.raw("</tr>\n")
        }
        page.raw("<tr class=\"mean\"><th scope=\"row\">")
        page.both(Bilingual(zh: "全班", en: "Class"))
        page.raw("</th>")
        for skill in Dimension.skills { cell(report.percent(of: skill), &page) }
        page.raw("</tr></tbody></table></section>\n")
    }

    private func cell(_ percent: Int, _ page: inout HTMLText) {
        page.raw("<td class=\"c \(HeatColour(percent: percent).style)\">\(percent)</td>")
    }

    func writeMistakes(_ report: ClassReport, _ page: inout HTMLText) {
        guard !report.mistakes.isEmpty else { return }
        head("最常见的失分", "Commonest mistakes", &page)
        page.raw("<ol>")
        for mistake in report.mistakes {
            page.raw("<li><b>")
            page.both(mistake.what)
            page.raw("</b><br>")
            page.both(mistake.extent)
            page.raw("<br>→ ")
            page.both(mistake.rule)
            page.raw("<br>")
            page.both(mistake.example.origin)
            if let quote = mistake.example.quote {
                let side = mistake.example.isAgents ? "agent" : "buyer"
                page.raw("<blockquote class=\"\(side)\">")
                page.both(mistake.example.lead)
                page.text(quote)
                page.raw("</blockquote>")
            }
            page.raw("</li>\n")
        }
        page.raw("</ol></section>\n")
    }

    func write(_ team: TeamResult, _ page: inout HTMLText) {
        head("互评 · \(team.team.zh)", "Marked by each other · \(team.team.en)", &page)
        note(team.rule, &page)
        heads(
            [
                (Bilingual(zh: "岗位", en: "Post"), false),
                (Bilingual(zh: "学员", en: "Trainee"), false),
                (Bilingual(zh: "轮次", en: "Round"), true),
                (Bilingual(zh: "平均分", en: "Mean"), true),
                (Bilingual(zh: "已评", en: "Marks"), true),
                (Bilingual(zh: "要求再说", en: "Asked again"), true),
                (Bilingual(zh: "结果", en: "Result"), false),
            ], &page)
        for member in team.members {
            page.raw("<tr><td>")
            page.both(member.post)
            page.raw("</td><th scope=\"row\">")
            page.both(member.name)
            page.raw("</th>")
            number("\(member.round)", &page)
            number(member.mean.map { "\($0)" } ?? "–", &page)
            number("\(member.marks)/\(member.others)", &page)
            number("\(member.askedAgain)", &page)
            page.raw("<td class=\"\(member.verdict == .passed ? "good" : "bad")\">")
            page.both(member.verdict.name)
            page.raw("</td></tr>\n")
        }
        page.raw("</tbody></table>")
        if !team.faults.isEmpty {
            page.raw("<ul>")
            for fault in team.faults {
                page.raw("<li>")
                page.both(fault)
                page.raw("</li>")
            }
            page.raw("</ul>")
        }
        page.raw("</section>\n")
    }
}

extension Mistake {
    /// `12 trainees · 30 conversations · −84 points`
    public var extent: Bilingual {
        Bilingual(
            zh: "\(skill.name.zh) · \(students) 人 · \(conversations) 段会话 · 共丢 \(lost) 分",
            en: "\(skill.name.en) · \(students) \(students == 1 ? "trainee" : "trainees") · "
                + "\(conversations) \(conversations == 1 ? "conversation" : "conversations") · "
                + "\(lost) \(lost == 1 ? "point" : "points") lost")
    }
}

extension Mistake.Example {
    /// Whose line it is, in which conversation, and what was wrong with it.
    public var origin: Bilingual {
        let scenario = place.scenario.map { $0 + " " } ?? ""
        let withheld =
            isWithheld
            ? Bilingual(zh: "（原话里有姓名，略）", en: " (the line holds a name and is left out)")
            : Bilingual(zh: "", en: "")
        return Bilingual(
            zh: "例：\(student.zh)，\(scenario)\(place.title.zh)（\(place.customer)）：\(what.zh)"
                + withheld.zh,
            en: "Example: \(student.en), \(scenario)\(place.title.en) (\(place.customer)): "
                + what.en + withheld.en)
    }
}

extension Mistake.Example {
    /// What stands before the line: nothing, or that it was written in place of what was missing.
    public var lead: Bilingual {
        guard isInstead else {
            return isAgents
                ? Bilingual(zh: "写的是：", en: "Written: ")
                : Bilingual(zh: "顾客说：", en: "The customer said: ")
        }
        return Bilingual(zh: "当时写的：", en: "Written instead: ")
    }
}

extension TeamResult {
    /// By what one passes.
    public var rule: Bilingual {
        Bilingual(
            zh: "满分 \(most)，别人打的分取平均，到 \(pass) 就通过；一半以上要求再说一遍的，重新阐述。",
            en: "Out of \(most); the mean of the others’ marks counts and \(pass) passes. "
                + "Whom more than half ask to hear again speaks again.")
    }
}
