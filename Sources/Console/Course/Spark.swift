import Terminal

/// A row of small bars: how a figure went from one shift, or one line, to the next.
struct Spark {
    /// Nil leaves a gap.
    let values: [Int?]
    let range: ClosedRange<Int>

    /// - Parameter range: what the lowest and the highest bar stand for; the values' own where
    ///   nil.
    init(_ values: [Int?], in range: ClosedRange<Int>? = nil) {
        self.values = values
        let known = values.compactMap { $0 }
        self.range = range ?? (known.min() ?? 0)...(known.max() ?? 0)
    }

    private static let bars = Array("▁▂▃▄▅▆▇█")

    /// The last of the values that fit so many columns. Where blocks are two columns wide, digits
    /// from 0 to 7 stand for them.
    func text(columns: Int, _ gate: TextGate) -> String {
        let bars = gate.ambiguousIsWide ? Array("01234567") : Self.bars
        let wide = max(1, range.upperBound - range.lowerBound)
        return String(
            values.suffix(max(0, columns)).map { value in
                guard let value else { return " " }
                let height =
                    (min(max(value, range.lowerBound), range.upperBound) - range.lowerBound)
                return bars[height * (bars.count - 1) / wide]
            })
    }

    /// One long bar for a value of so many.
    static func bar(_ value: Int, of whole: Int, columns: Int, _ gate: TextGate) -> String {
        let filled = whole > 0 ? max(0, min(columns, value * columns / whole)) : 0
        let full = gate.ambiguousIsWide ? "#" : "█"
        let rest = gate.ambiguousIsWide ? "." : "░"
        return String(repeating: full, count: filled)
            + String(repeating: rest, count: max(0, columns - filled))
    }
}
