/// A bar of block characters, to an eighth of a column.
///
///     Bar(7, of: 16, columns: 4).text       // "█▊  "
public struct Bar: Hashable, Sendable {
    /// Exactly as many columns as asked for, blanks at the end.
    public let text: String

    private static let eighths = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"]

    /// The full width stands for `most`; whatever is more than nothing shows at least an eighth.
    public init(_ value: Double, of most: Double, columns: Int) {
        precondition(columns >= 0, "a bar of \(columns) columns")
        guard value > 0, most > 0, columns > 0 else {
            text = String(repeating: " ", count: columns)
            return
        }
        let filled = max(1, Int(min(value / most, 1) * Double(columns * 8) + 0.5))
        let rest = filled % 8
        text =
            String(repeating: "█", count: filled / 8) + Self.eighths[rest]
            + String(repeating: " ", count: columns - filled / 8 - (rest > 0 ? 1 : 0))
    }
}
