import Foundation
import Rig

/// The table that `make bench` prints.
struct Report {
    let subjects: [String]
    let figures: [Figure]

    var text: String {
        let head = ["row", "figure"] + subjects + ["÷ best peer", "aim", ""]
        var rows = [head]
        for figure in figures {
            rows.append(
                [figure.row, figure.what + unit(figure)] + subjects.map { cell(figure, $0) }
                    + [ratio(figure), aim(figure), mark(figure)])
        }
        let widths = head.indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
        return rows.map { row in
            zip(row, widths).enumerated().map { index, pair in
                let blanks = String(repeating: " ", count: pair.1 - pair.0.count)
                let isText = index < 2 || index >= row.count - 2
                return isText ? pair.0 + blanks : blanks + pair.0
            }.joined(separator: "  ").trimmingCharacters(in: .whitespaces)
        }.joined(separator: "\n")
    }

    private func unit(_ figure: Figure) -> String {
        figure.unit == .words ? "" : ", \(figure.unit.rawValue)"
    }

    private func cell(_ figure: Figure, _ subject: String) -> String {
        switch figure.values[subject] {
        case .number(let value): Self.short(value)
        case .words(let words): words
        case nil: "–"
        }
    }

    private func ratio(_ figure: Figure) -> String {
        // Beside those it is to be measured against, where the aim names them.
        let peers =
            if case .times(_, let named) = figure.aim { named } else {
                subjects.filter { $0 != Desk.name }
            }
        guard case .number(let ours)? = figure.values[Desk.name],
            let best = figure.best(of: peers), best.value > 0
        else { return "–" }
        return "\(Self.short(ours / best.value)) \(best.name)"
    }

    private func aim(_ figure: Figure) -> String {
        switch figure.aim {
        case .atMost(let limit): "≤ \(Self.short(limit))"
        case .atLeast(let limit): "≥ \(Self.short(limit))"
        case .times(1, let peers): "≤ \(peers.joined(separator: ", "))"
        case .times(let factor, let peers):
            "≤ \(Self.short(factor)) × \(peers.joined(separator: ", "))"
        case .words(let words): words
        case .shown: ""
        }
    }

    private func mark(_ figure: Figure) -> String {
        switch figure.verdict {
        case true?: "✓"
        case false?: "✗"
        case nil: ""
        }
    }

    /// Three figures that count, never more.
    static func short(_ value: Double) -> String {
        if value == value.rounded() && abs(value) < 1e9 { return String(Int(value)) }
        if abs(value) >= 100 { return String(format: "%.0f", value) }
        if abs(value) >= 10 { return String(format: "%.1f", value) }
        return String(format: "%.2f", value)
    }
}
