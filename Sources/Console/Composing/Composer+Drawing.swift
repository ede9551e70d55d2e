public import Terminal

extension Composer {
    /// One line as it stands on the screen.
    public struct Line: Hashable, Sendable {
        public let text: String
        /// The characters of the text it shows, its line end or swallowed blank included.
        public let range: Range<Int>
    }

    /// All lines at this width and the caret in them, counted from the first line.
    public func lines(width: Int, gate: TextGate) -> (lines: [Line], caret: Point) {
        var fitted = self
        fitted.fit(Size(columns: width, rows: area.rows), gate: gate)
        let lines = (0..<fitted.breaks.count).map { number in
            Line(
                text: fitted.shown(number),
                range: fitted.breaks.range(of: number, count: fitted.content.count))
        }
        return (lines, fitted.caretPoint)
    }

    /// The caret's column and its line, counted from the first line of the text.
    var caretPoint: Point {
        let line = caretLine
        return Point(x: column(of: caret, line: line), y: line)
    }

    /// Rows hidden above and below, for a mark at the edge.
    public var hidden: (above: Int, below: Int) {
        (top, max(0, breaks.count - top - max(1, area.rows)))
    }

    /// Draws the lines that fit, and puts the terminal's cursor on the caret when the composer
    /// has the keyboard.
    public func draw(
        on canvas: inout Canvas, in rect: Rect, style: Style = .plain, hasCaret: Bool = true
    ) {
        guard !rect.isEmpty else { return }
        var fitted = self
        fitted.fit(rect.size, gate: canvas.gate)
        canvas.fill(rect, style: style)
        for row in 0..<min(rect.height, fitted.breaks.count - fitted.top) {
            canvas.put(
                fitted.shown(fitted.top + row), at: Point(x: rect.x, y: rect.y + row),
                limit: rect.width, style: style)
        }
        guard hasCaret else { return }
        let point = fitted.caretPoint
        canvas.caret = Point(
            x: rect.x + min(point.x, rect.width - 1), y: rect.y + point.y - fitted.top)
    }

    private func shown(_ line: Int) -> String {
        var range = breaks.range(of: line, count: content.count)
        if let last = range.last, content.characters[last] == "\n" {
            range = range.lowerBound..<last
        }
        // Blanks hanging over the edge would be drawn for nothing.
        return content.text(
            range.prefix(breaks.width + 1).count < range.count
                ? range.lowerBound..<range.lowerBound + breaks.width + 1 : range)
    }
}
