import Terminal
import Typing

/// Two bars a day: a wide one as high as the day's median round, a narrow one as high as its best;
/// a line at the goal.
struct DayChart {
    /// The oldest first; the newest that fit are drawn.
    let days: [DrillHistory.Day]
    let goal: Int?
    /// Blocks are two columns wide in some Chinese terminals: there ASCII stands for them.
    let plain: Bool

    private static let eighths = [" ", "▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"]

    /// The scale's upper end: a round figure above everything there is to show.
    var top: Int {
        let most = max(goal ?? 0, days.compactMap(\.best).max() ?? 0, 1)
        let step = most > 100 ? 20 : 10
        return (most + step - 1) / step * step
    }

    func draw(_ desk: Desk, in rect: Rect, into canvas: inout Canvas) {
        guard rect.height >= 3, rect.width >= 12 else { return }
        let (marks, area) = rect.splitLeft(5)
        let bars = area.inset(bottom: 1)
        let height = bars.height
        drawScale(desk, in: marks, height: height, into: &canvas)
        let line = goal.map { height - 1 - min(height - 1, row(of: $0, height)) }
        if let line {
            canvas.fill(
                bars.row(line), with: plain ? "-" : "┄", style: desk.style(.rule))
        }
        let shown = days.suffix(max(1, bars.width / 6))
        for (place, day) in shown.enumerated() {
            let x = bars.x + place * 6
            canvas.put(
                String(day.date.suffix(5)), at: Point(x: x, y: bars.bottom),
                style: desk.style(.dim))
            for row in 0..<height {
                let y = bars.y + height - 1 - row
                if let median = day.median, let part = part(of: median, row, height, plain: "#") {
                    let ink: Role = goal.map { median >= $0 } == true ? .ok : .accent
                    canvas.put(part + part, at: Point(x: x, y: y), style: desk.style(ink))
                }
                if let best = day.best, let part = part(of: best, row, height, plain: "+") {
                    canvas.put(part, at: Point(x: x + 2, y: y), style: desk.style(.dim))
                }
            }
        }
    }

    /// The row a figure reaches into, counted from below.
    private func row(of figure: Int, _ height: Int) -> Int {
        max(0, figure * height * 8 / top - 1) / 8
    }

    /// What a bar of this height shows in a row counted from below; nil above its end.
    private func part(of figure: Int, _ row: Int, _ height: Int, plain mark: String) -> String? {
        let filled = figure * height * 8 / top - row * 8
        if plain { return filled >= 4 ? mark : nil }
        return filled > 0 ? Self.eighths[min(8, filled)] : nil
    }

    private func drawScale(
        _ desk: Desk, in rect: Rect, height: Int, into canvas: inout Canvas
    ) {
        var marks = [(height - 1, "\(top)"), (0, "0")]
        if let goal { marks.append((row(of: goal, height), "\(goal)")) }
        for (row, text) in marks {
            let line = rect.row(height - 1 - min(row, height - 1))
            canvas.fill(line, style: desk.style(.text))
            canvas.put(
                text, at: Point(x: line.x + max(0, 4 - text.count), y: line.y),
                style: desk.style(.dim))
        }
    }
}
