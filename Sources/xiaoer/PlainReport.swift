import Engine
import Grading
import Typing

/// A debrief as plain lines: the score, each conversation with what was lost and what would have
/// kept it, the figures, one thing to practise.
struct PlainReport {
    let tongue: Tongue

    func lines(of report: ShiftReport) -> [String] {
        var lines: [String] = ["", say("复盘", "Debrief") + " · \(report.shop)"]
        lines.append(
            say("班次得分", "Shift score") + " \(report.score.total)"
                + say("（工作 ", " (work ") + "\(report.score.work)" + say("，业绩 ", ", performance ")
                + "\(report.score.performance)" + say("）", ")"))
        for grade in report.conversations { lines += self.lines(of: grade) }
        lines += ["", say("指标", "Figures")]
        for kpi in report.kpis where kpi.value != .none {
            lines.append("  \(kpi.kind.name[tongue])  \(kpi.value.text)")
        }
        lines += self.typingLines(of: report)
        lines += ["", say("下一步练习", "Practise next") + ": \(report.nextStep.advice[tongue])"]
        return lines
    }

    private func typingLines(of report: ShiftReport) -> [String] {
        guard let typing = report.typing else { return [] }
        return ["", ShiftTyping.title[tongue]]
            + typing.lines.flatMap { line in
                [
                    "  \(line.title[tongue])  \(line.value[tongue])",
                    "     \(line.counted[tongue])",
                ]
            }
    }

    private func lines(of grade: ConversationGrade) -> [String] {
        var lines = [
            "",
            "\(grade.customerName) · \(grade.title[tongue]) · \(grade.total)"
                + (grade.rating.map { " · " + String(repeating: "★", count: $0) } ?? ""),
        ]
        let lit = grade.lights.map { ($0.isLit ? "●" : "○") + $0.step.name[tongue] }
        lines.append("  " + lit.joined(separator: " "))
        for dimension in Dimension.allCases where dimension.points > 0 {
            lines.append(
                "  \(dimension.name[tongue]) \(grade.points(of: dimension))/\(dimension.points)")
        }
        if let turn = grade.mood.turningPoint {
            lines.append(
                "  " + say("转折", "Turning point") + " \(turn.by > 0 ? "+" : "")\(turn.by): "
                    + (turn.title?[tongue] ?? turn.rule)
                    + (turn.quote.map { " “\($0.text)”" } ?? ""))
        }
        if let cap = grade.cap {
            lines.append(
                "  ! " + say("碰了红线，这场会话最多 \(cap) 分", "a red line was crossed: at most \(cap)"))
        }
        // A red line takes no points of its own, and weighs more than all that does.
        for mark in grade.marks where mark.lost > 0 || mark.dimension == .redLines {
            let quote = mark.evidence.quotes.first.map { " “\($0.text)”" } ?? ""
            let cost = mark.dimension == .redLines ? say("红线", "Red line") : "-\(mark.lost)"
            lines.append("  \(cost) \(mark.title[tongue])\(quote)")
            if let advice = mark.advice { lines.append("     → \(advice[tongue])") }
        }
        for promise in grade.promises {
            lines.append(
                "  " + say("承诺", "Promise") + " “\(promise.text)”: \(promise.outcome.name[tongue])")
        }
        for quote in grade.emptyPoliteness {
            lines.append("  " + say("空洞的礼貌", "Empty politeness") + " “\(quote.text)”")
        }
        return lines
    }

    private func say(_ zh: String, _ en: String) -> String { tongue == .chinese ? zh : en }
}
