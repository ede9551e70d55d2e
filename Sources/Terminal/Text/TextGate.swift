/// The one gate for all text from outside: it makes text harmless and knows how wide it is.
///
/// ```swift
/// let gate = display.profile.gate
/// gate.cleaned("\u{202E}不发货\u{1B}[2J")       // "不发货[2J"
/// gate.width(of: "饭煲 5L")                     // 7
/// gate.cut("发货时间说明", toWidth: 7)          // "发货时…"
/// gate.wrap("亲，今天发货。", width: 8)          // ["亲，今天", "发货。"]
/// ```
///
/// `Canvas.put` passes everything through it once more, so nothing can be forgotten.
public struct TextGate: Hashable, Sendable {
    public var ambiguousIsWide: Bool
    public var emoji: Emoji

    public init(ambiguousIsWide: Bool = false, emoji: Emoji = .cluster) {
        self.ambiguousIsWide = ambiguousIsWide
        self.emoji = emoji
    }

    /// What stands for text that was cut off.
    public var ellipsis: String { ambiguousIsWide ? ".." : "…" }

    /// The text without control characters, bidi controls, zero-width characters, tags and
    /// everything else a reader cannot see. Line ends become `\n` where they are kept, a space
    /// otherwise; a tab becomes a space.
    public func cleaned(_ raw: String, keepingNewlines: Bool = false) -> String {
        if raw.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return raw }
        var reader = ClusterReader(
            raw, gate: TextGate(ambiguousIsWide: ambiguousIsWide), keepsNewlines: keepingNewlines)
        var clean = ""
        clean.reserveCapacity(raw.utf8.count)
        while let cluster = reader.next() {
            if let whole = cluster.whole {
                clean += whole
            } else {
                clean.unicodeScalars.append(cluster.first)
            }
        }
        return clean
    }

    /// Columns of one character: 1 or 2, or 0 for one that is never shown.
    public func width(of character: Character) -> Int {
        width(of: String(character))
    }

    /// Columns of a text on one line.
    public func width(of text: String) -> Int {
        var reader = ClusterReader(text, gate: self)
        var width = 0
        while let cluster = reader.next() { width += cluster.width }
        return width
    }

    /// The cleaned text in at most `width` columns; what does not fit is replaced by `…`, or
    /// simply dropped.
    public func cut(_ text: String, toWidth width: Int, ellipsis shows: Bool = true) -> String {
        let mark = shows ? ellipsis : ""
        let room = width - (shows ? self.width(of: mark) : 0)
        var reader = ClusterReader(text, gate: self, budget: TextGate.budget(for: width))
        var used = 0
        var kept = ""
        var safe = ""
        while let cluster = reader.next() {
            if used <= room { safe = kept }
            used += cluster.width
            guard used <= width else {
                return room < 0 ? "" : safe + mark
            }
            kept += cluster.text
        }
        return kept
    }

    /// How many code points may be looked at to fill so many columns, so that a megabyte of
    /// invisible characters costs no more than a line.
    static func budget(for columns: Int) -> Int {
        4096 + 16 * min(max(0, columns), 4096)
    }
}
