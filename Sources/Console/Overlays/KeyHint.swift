public import Engine
import Terminal

/// A key and what it does here, as the last line of the screen and help tell it.
public struct KeyHint: Hashable, Sendable {
    public var key: String
    public var title: Bilingual
    /// Several keys told as one where room is short; help tells each by itself.
    public var isGathered: Bool

    public init(_ key: String, _ title: Bilingual, isGathered: Bool = false) {
        self.key = key
        self.title = title
        self.isGathered = isGathered
    }
}

extension KeyHint {
    fileprivate static let arrows: [(name: String, arrow: String)] = [
        ("Left", "←"), ("Right", "→"), ("Up", "↑"), ("Down", "↓"),
    ]
    static let close = KeyHint("Esc", Words.closes)
    static let scroll = KeyHint("↑ ↓", Words.scrolls)
    static let mark = KeyHint("↑ ↓", Words.moves)
    static let pages = KeyHint("PageUp PageDown", Words.scrolls)
}

extension Desk {
    /// The arrow keys by their arrows, or by name where an arrow takes two columns.
    func shown(key: String) -> String {
        key.split(separator: " ").map { part in
            let pair = KeyHint.arrows.first { $0.name == part || $0.arrow == part }
            return pair.map { gate.ambiguousIsWide ? $0.name : $0.arrow } ?? String(part)
        }.joined(separator: " ")
    }

    /// Keys in one row, as many as fit.
    func drawKeyLine(
        _ keys: [KeyHint], in row: Rect, on ground: Role, into canvas: inout Canvas
    ) {
        guard !row.isEmpty else { return }
        canvas.fill(row, style: style(ground))
        var x = row.x + 1
        for hint in keys {
            let title = say(hint.title)
            let key = shown(key: hint.key)
            guard x + gate.width(of: key + " " + title) < row.right else { break }
            x += canvas.put(
                key, at: Point(x: x, y: row.y), style: style(.key, on: ground))
            x += canvas.put(
                " " + title, at: Point(x: x, y: row.y),
                style: ground == .text ? style(.text) : style(ground))
            x += 2
        }
    }

    /// The keys of the overlay on top stand where those of the desk or the page stood.
    func drawOverlayKeys(into canvas: inout Canvas) {
        guard let top = overlays.last else { return }
        let last = canvas.bounds.row(size.rows - 1)
        let row =
            page == nil
            ? arrangement.footer : size.rows >= 4 ? last : Rect(x: 0, y: 0, width: 0, height: 0)
        guard !row.isEmpty else { return }
        if notice != nil { return drawNotice(in: row, into: &canvas) }
        drawKeyLine(
            top.keys(self), in: row, on: page == nil ? .footer : .text, into: &canvas)
    }
}
