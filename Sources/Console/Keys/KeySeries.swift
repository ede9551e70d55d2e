public import Terminal

/// One key, or several pressed one after the other: `Ctrl-K`, `g g`, `Ctrl-X Ctrl-S`.
///
/// ```swift
/// KeySeries(name: "Space o r")?.keys.count == 3
/// ```
public struct KeySeries: Hashable, Sendable {
    /// In the order in which they are pressed; at least one.
    public let keys: [Key]

    public init(_ keys: [Key]) {
        precondition(!keys.isEmpty, "a series has at least one key")
        self.keys = keys
    }

    /// Reads names of keys with blanks between them; nil where one of them is no key.
    public init?(name: String) {
        let parts = name.split(whereSeparator: \.isWhitespace).map(String.init)
        // A blank alone is the space bar, as it was before there were series.
        let names = parts.isEmpty && !name.isEmpty ? ["Space"] : parts
        let keys = names.compactMap { Key(name: $0) }
        guard keys.count == names.count, !keys.isEmpty else { return nil }
        self.init(keys)
    }

    /// The series of keys that was probably meant.
    public static func nearest(to name: String) -> String? {
        KeymapReader<KeyPlace>.nearestKey(to: name)
    }

    /// As keymap files and the footer write it.
    public var name: String { keys.map(\.name).joined(separator: " ") }

    /// What has been pressed on the way: for `Space o r`, `Space` and `Space o`.
    var beginnings: [KeySeries] {
        keys.indices.dropFirst().map { KeySeries(Array(keys[..<$0])) }
    }
}
