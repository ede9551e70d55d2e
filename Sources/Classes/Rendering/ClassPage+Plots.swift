import Engine
import Grading

/// The plots of the page: how scores spread, and how they move from week to week.
extension ClassPage {
    /// The score beside its number.
    static func bar(_ score: Tenths) -> String {
        var drawing = Drawing(width: 100, height: 10, kind: "bar", label: "\(score)")
        drawing.rect(x: 0, y: 0, width: 100, height: 10, "b0")
        drawing.rect(x: 0, y: 0, width: min(100, max(0, score.count / 10)), height: 10, "b1")
        return drawing.source
    }

    /// One student's weeks, each week at its place in time.
    static func spark(_ standing: Standing, in report: ClassReport) -> String {
        let last = max(1, report.weeks.last?.day ?? 1)
        let points = zip(report.weeks, standing.weeks).compactMap { week, mean in
            mean.map { (4 + week.day * 112 / last, 22 - $0.count * 20 / 1000) }
        }
        let label = zip(report.weeks, standing.weeks).compactMap { week, mean in
            mean.map { "\(week.monday) \($0)" }
        }.joined(separator: ", ")
        var drawing = Drawing(width: 120, height: 24, kind: "spark", label: label)
        drawing.path(points, "s")
        for point in points { drawing.dot(point, 3, "d") }
        return drawing.source
    }

    /// How many students reached which ten points.
    func writeSpread(_ report: ClassReport, _ page: inout HTMLText) {
        head("得分的分布", "How scores spread", &page)
        var counts = [Int](repeating: 0, count: 10)
        for standing in report.standings { counts[min(9, standing.score.count / 100)] += 1 }
        let most = max(1, counts.max() ?? 1)
        let label = counts.enumerated().map { "\($0.offset * 10)–: \($0.element)" }
            .joined(separator: ", ")
        var drawing = Drawing(width: 720, height: 240, kind: "plot", label: label)
        for (place, count) in counts.enumerated() {
            let height = count * 170 / most
            let x = 30 + place * 67
            drawing.rect(x: x, y: 200 - height, width: 58, height: height, "b1")
            if count > 0 { drawing.text("\(count)", at: (x + 29, 192 - height), "t m") }
            let range = place == 9 ? "90–100" : "\(place * 10)–\(place * 10 + 9)"
            drawing.text(range, at: (x + 29, 222), "t m")
        }
        drawing.line(from: (24, 200), to: (706, 200), "g")
        page.raw(drawing.source)
        page.raw("</section>\n")
    }

    /// The class's mean of each week, the span from the lowest to the highest, and thin lines for
    /// the students of a class small enough to tell them apart.
    func writeWeeks(_ report: ClassReport, _ page: inout HTMLText) {
        guard report.weeks.count > 1, let last = report.weeks.last else { return }
        head("逐周的进步", "Progress by week", &page)
        note(
            Bilingual(
                zh: "粗线是全班每周的平均，浅色是最低到最高，细线是各位学员。周从星期一算起。",
                en: "Thick: the class’s mean of each week. Pale: from the lowest to the highest. "
                    + "Thin: each trainee. Weeks begin on Monday."), &page)
        func x(_ week: ClassWeek) -> Int { 90 + week.day * 580 / max(1, last.day) }
        func y(_ score: Tenths) -> Int { 240 - score.count * 210 / 1000 }
        let label = report.weeks.map { "\($0.monday) \($0.mean)" }.joined(separator: ", ")
        var drawing = Drawing(width: 720, height: 290, kind: "plot", label: label)
        let tops = report.weeks.map { (x($0), y($0.highest)) }
        let bottoms = report.weeks.reversed().map { (x($0), y($0.lowest)) }
        drawing.path(tops + bottoms, closed: true, "r")
        for score in stride(from: 0, through: 100, by: 25) {
            let height = y(Tenths(count: score * 10))
            drawing.line(from: (60, height), to: (690, height), "g")
            drawing.text("\(score)", at: (48, height + 5), "t e")
        }
        if report.standings.count <= 60 {
            for standing in report.standings {
                drawing.path(
                    zip(report.weeks, standing.weeks).compactMap { week, mean in
                        mean.map { (x(week), y($0)) }
                    }, "o")
            }
        }
        drawing.path(report.weeks.map { (x($0), y($0.mean)) }, "l")
        // As many dates as stand beside each other.
        let step = (report.weeks.count + 8) / 9
        for (place, week) in report.weeks.enumerated() {
            drawing.dot((x(week), y(week.mean)), 5, "d")
            guard place % step == 0 || place == report.weeks.count - 1 else { continue }
            drawing.text("\(week.mean)", at: (x(week), y(week.mean) - 12), "t m")
            drawing.text(String(week.monday.dropFirst(5)), at: (x(week), 266), "t m")
        }
        page.raw(drawing.source)
        page.raw("</section>\n")
    }
}
