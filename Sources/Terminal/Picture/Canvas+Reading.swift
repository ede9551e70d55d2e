extension Canvas {
    /// The characters of one row, blanks at its end removed; empty for a row outside.
    public func text(row: Int) -> String {
        guard row >= 0, row < size.rows else { return "" }
        var line = ""
        for x in 0..<size.columns { line += text(of: cells[index(x, row)]) }
        while line.last == " " { line.removeLast() }
        return line
    }

    /// All rows, blanks at their ends removed: what tests compare.
    public var picture: String {
        (0..<size.rows).map { text(row: $0) }.joined(separator: "\n")
    }

    /// How a cell looks; nil outside the picture.
    public func style(at point: Point) -> Style? {
        guard bounds.contains(point) else { return nil }
        return cells[index(point.x, point.y)].style
    }

    /// What stands in a cell; for both halves of a wide glyph the whole glyph. Nil outside.
    public func character(at point: Point) -> Character? {
        guard bounds.contains(point) else { return nil }
        let position = index(point.x, point.y)
        let cell = cells[position].width == 0 && point.x > 0 ? cells[position - 1] : cells[position]
        return text(of: cell).first
    }

    /// A stretch of a row in one style.
    public struct Run: Hashable, Sendable {
        public var x: Int
        /// Columns it takes.
        public var width: Int
        public var text: String
        public var style: Style
    }

    /// One row as stretches of equal style.
    public func runs(row: Int) -> [Run] {
        guard row >= 0, row < size.rows else { return [] }
        var runs: [Run] = []
        for x in 0..<size.columns {
            let cell = cells[index(x, row)]
            if let last = runs.indices.last, runs[last].style == cell.style {
                runs[last].text += text(of: cell)
                runs[last].width += 1
            } else {
                runs.append(Run(x: x, width: 1, text: text(of: cell), style: cell.style))
            }
        }
        return runs
    }

    /// The picture with its styles spelled out, for tests: each stretch that is not plain stands
    /// as `{bold fg:196 bg:236|text}`; the caret as a last line.
    public var styledPicture: String {
        var lines: [String] = []
        for row in 0..<size.rows {
            var line = ""
            for run in runs(row: row) {
                line += run.style == .plain ? run.text : "{\(run.style)|\(run.text)}"
            }
            while line.last == " " { line.removeLast() }
            lines.append(line)
        }
        if let caret { lines.append("caret \(caret.x),\(caret.y)") }
        return lines.joined(separator: "\n")
    }
}

extension Canvas: Equatable {
    /// Whether a person would see any difference.
    public static func == (one: Canvas, other: Canvas) -> Bool {
        guard one.size == other.size, one.caret == other.caret else { return false }
        return one.cells.indices.allSatisfy { one.shows(sameAs: other, at: $0) }
    }

    /// Whether a cell looks the same in both pictures, which number their clusters apart.
    func shows(sameAs other: Canvas, at position: Int) -> Bool {
        let mine = cells[position]
        let theirs = other.cells[position]
        if !mine.isCluster || !theirs.isCluster { return mine == theirs }
        return mine.style == theirs.style && mine.width == theirs.width
            && text(of: mine) == other.text(of: theirs)
    }
}

extension Style: CustomStringConvertible {
    /// `bold fg:196 bg:236`, or `plain`.
    public var description: String {
        var parts: [String] = []
        if attributes.contains(.bold) { parts.append("bold") }
        if attributes.contains(.dim) { parts.append("dim") }
        if attributes.contains(.italic) { parts.append("italic") }
        if attributes.contains(.underline) { parts.append("underline") }
        if attributes.contains(.reverse) { parts.append("reverse") }
        if case .indexed(let number) = foreground { parts.append("fg:\(number)") }
        if case .indexed(let number) = background { parts.append("bg:\(number)") }
        return parts.isEmpty ? "plain" : parts.joined(separator: " ")
    }
}
