import Terminal

/// A number three rows high, drawn with half blocks; the score at the top of a debrief.
struct BigNumber {
    let value: Int

    /// Each digit on a grid of 3×6, a bit a dot, two rows of dots in one row of cells.
    private static let digits: [[UInt8]] = [
        [0b111, 0b101, 0b101, 0b101, 0b111, 0],
        [0b010, 0b110, 0b010, 0b010, 0b111, 0],
        [0b111, 0b001, 0b111, 0b100, 0b111, 0],
        [0b111, 0b001, 0b111, 0b001, 0b111, 0],
        [0b101, 0b101, 0b111, 0b001, 0b001, 0],
        [0b111, 0b100, 0b111, 0b001, 0b111, 0],
        [0b111, 0b100, 0b111, 0b101, 0b111, 0],
        [0b111, 0b001, 0b001, 0b010, 0b010, 0],
        [0b111, 0b101, 0b111, 0b101, 0b111, 0],
        [0b111, 0b101, 0b111, 0b001, 0b111, 0],
    ]

    /// Its three rows. Half blocks are two columns wide in some Chinese terminals: there the
    /// number stands as it is.
    func rows(_ gate: TextGate) -> [String] {
        let figures = String(max(0, value)).compactMap(\.wholeNumberValue)
        guard !gate.ambiguousIsWide else { return ["", String(max(0, value)), ""] }
        var rows: [String] = []
        for row in 0..<3 {
            let drawn = figures.map { Self.line(row, of: Self.digits[$0]) }
            rows.append(drawn.joined(separator: " "))
        }
        return rows
    }

    /// Two rows of dots as one row of three cells.
    private static func line(_ row: Int, of dots: [UInt8]) -> String {
        let upper = dots[row * 2]
        let lower = dots[row * 2 + 1]
        var line = ""
        for bit: UInt8 in [4, 2, 1] {
            switch (upper & bit != 0, lower & bit != 0) {
            case (true, true): line += "█"
            case (true, false): line += "▀"
            case (false, true): line += "▄"
            case (false, false): line += " "
            }
        }
        return line
    }
}
