import Terminal

/// Columns of text under each other, wide characters counted as two.
struct PlainTable {
    enum Side { case left, right }

    let sides: [Side]
    private(set) var rows: [[String]] = []

    init(_ sides: [Side]) { self.sides = sides }

    /// Fewer cells than columns leave the last ones empty.
    mutating func add(_ cells: String...) { rows.append(cells) }
    mutating func add(_ cells: [String]) { rows.append(cells) }

    /// Two blanks before the first column and between columns, none at the ends.
    var lines: [String] {
        let gate = TextGate()
        let clean = rows.map { $0.map { gate.cleaned($0) } }
        let widths = sides.indices.map { column in
            clean.map { column < $0.count ? gate.width(of: $0[column]) : 0 }.max() ?? 0
        }
        return clean.map { row in
            var line = ""
            var gap = ""
            for (column, cell) in row.enumerated() {
                let pad = String(repeating: " ", count: widths[column] - gate.width(of: cell))
                line += gap + "  " + (sides[column] == .right ? pad + cell : cell)
                gap = sides[column] == .left ? pad : ""
            }
            return line
        }
    }
}
