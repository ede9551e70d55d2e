import Engine
import Foundation

extension RFMReport {
    /// For reading: who is there, the classes, the segments, the grid, the lifecycle.
    var lines: [String] {
        [""] + heading + noteLines + classes + segments + grid + lifecycle
    }

    private var heading: [String] {
        let reason =
            dayIsGiven ? "" : say("（最后一单的第二天）", " (the day after the newest order)")
        let (window, bins) = (rfm.terms.window, rfm.terms.bins)
        let orders = rfm.customers.reduce(0) { $0 + $1.orders }
        return [
            "RFM · \(name)",
            say("算到 ", "As of ") + asOf + reason
                + say(" · 最近 \(window) 天 · \(bins) 档", " · last \(window) days · \(bins) scores"),
            say(
                "\(rfm.customers.count) 位顾客 · \(orders) 单 · 共 \(rfm.spent.plain)",
                "\(rfm.customers.count) customers · \(orders) orders · \(rfm.spent.plain) spent"),
        ]
    }

    private var classes: [String] {
        var table = PlainTable([.left, .left, .left, .left, .right, .right, .right, .right])
        table.add([say("八分类", "Class"), "R", "F", "M"] + figureHeads)
        for tally in rfm.tallies(by: \.valueClass) {
            let letters = tally.kind.letters.map { $0 == "H" ? say("高", "H") : say("低", "L") }
            table.add([tally.kind.name[tongue]] + letters + figures(tally))
        }
        return [""] + table.lines
    }

    private var segments: [String] {
        var table = PlainTable([.left, .right, .right, .right, .right, .left])
        table.add([say("十一类", "Segment")] + figureHeads + [say("下一步", "What to do next")])
        for tally in rfm.tallies(by: \.segment) {
            let advice = tally.customers > 0 ? [tally.kind.advice[tongue]] : []
            table.add([tally.kind.name[tongue]] + figures(tally) + advice)
        }
        return [""] + table.lines
    }

    private var grid: [String] {
        let grid = rfm.grid
        let scores = Array(1...grid.bins)
        let sides = [PlainTable.Side.left] + scores.map { _ in .right }
        var heads = PlainTable(sides)
        var means = PlainTable(sides)
        heads.add([say("人数", "Customers")] + scores.map { "F\($0)" })
        means.add([say("人均金额", "Mean M")] + scores.map { "F\($0)" })
        for r in scores.reversed() {
            heads.add(["R\(r)"] + scores.map { count(grid[r: r, f: $0].customers) })
            means.add(["R\(r)"] + scores.map { grid[r: r, f: $0].meanSpent?.plain ?? "·" })
        }
        return [""] + heads.lines + [""] + means.lines
    }

    private var lifecycle: [String] {
        var table = PlainTable([.left, .left, .right, .right, .right, .right])
        table.add([say("生命周期", "Lifecycle"), ""] + figureHeads)
        for tally in rfm.tallies(by: \.lifecycle) {
            table.add([tally.kind.name[tongue], tally.kind.limits[tongue]] + figures(tally))
        }
        let source =
            rfm.gap.isMeasured
            ? say("中位数，\(rfm.gap.pairs) 次复购", "the median of \(rfm.gap.pairs) repurchases")
            : say("没有人复购，按 --gap", "nobody bought again: --gap")
        let gap = say(
            "  复购间隔 g = \(rfm.gap.text) 天（\(source)）", "  gap g = \(rfm.gap.text) days (\(source))")
        return [""] + table.lines + [gap]
    }

    private var figureHeads: [String] {
        [say("人数", "customers"), say("占比", "share"), say("金额", "money"), say("占比", "share")]
    }

    private func figures<Kind>(_ tally: RFMAnalysis.Tally<Kind>) -> [String] {
        [
            count(tally.customers), percent(tally.customers, of: rfm.customers.count),
            tally.customers > 0 ? tally.spent.plain : "·",
            percent(tally.spent.fen, of: rfm.spent.fen),
        ]
    }

    private func count(_ number: Int) -> String { number == 0 ? "·" : "\(number)" }

    /// With one decimal; only for the eye, nothing is reckoned from it.
    private func percent(_ part: Int, of whole: Int) -> String {
        part == 0 ? "·" : String(format: "%.1f%%", 100 * Double(part) / Double(whole))
    }
}
