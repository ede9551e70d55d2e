extension Canvas {
    /// The picture as text with colours that any terminal can print, one line a row.
    public var ansi: String {
        var bytes: [UInt8] = []
        for row in 0..<size.rows {
            var pen = Pen(depth: .full)
            for run in runs(row: row) {
                pen.change(to: run.style, in: &bytes)
                bytes += run.text.utf8
            }
            bytes += "\u{1B}[m\n".utf8
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// The picture as an SVG, for a README or a report: every glyph stands in its cell, whatever
    /// fonts the reader has.
    ///
    /// - Parameters:
    ///   - label: what the picture shows, for those who cannot see it.
    ///   - foreground: the colour of text that asks for none.
    ///   - background: the colour of cells that ask for none.
    public func svg(
        label: String = "", foreground: Palette.RGB = Palette.rgb(252),
        background: Palette.RGB = Palette.rgb(234)
    ) -> String {
        let drawing = Drawing(foreground: foreground, background: background)
        let width = size.columns * Drawing.cellWidth + 2 * Drawing.margin
        let height = size.rows * Drawing.cellHeight + 2 * Drawing.margin
        var parts: [String] = []
        parts.append(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 \(width) \(height)\" "
                + "width=\"\(width)\" height=\"\(height)\" role=\"img\" "
                + "aria-label=\"\(Drawing.escaped(label))\">")
        parts.append(
            "<rect width=\"\(width)\" height=\"\(height)\" rx=\"8\" fill=\"\(background.hex)\"/>")
        parts.append(
            "<g font-family=\"\(Drawing.fonts)\" font-size=\"\(Drawing.fontSize)\" "
                + "style=\"white-space:pre\" xml:space=\"preserve\">")
        for row in 0..<size.rows {
            for run in runs(row: row) {
                if let block = drawing.block(run, row: row) { parts.append(block) }
            }
            for run in runs(row: row) {
                for piece in run.pieces { parts += drawing.text(piece, row: row) }
            }
        }
        if let caret, bounds.contains(caret) { parts.append(drawing.caret(at: caret)) }
        parts.append("</g></svg>\n")
        return parts.joined(separator: "\n")
    }
}

/// Cells turned into shapes and words of an SVG.
private struct Drawing {
    static let cellWidth = 9
    static let cellHeight = 20
    static let fontSize = 15
    static let margin = 12
    static let fonts =
        "ui-monospace, 'SF Mono', Menlo, Consolas, 'DejaVu Sans Mono', 'Sarasa Mono SC', "
        + "'Noto Sans Mono CJK SC', 'PingFang SC', 'Microsoft YaHei', monospace"

    let foreground: Palette.RGB
    let background: Palette.RGB

    /// The colour behind a stretch, where it is not the picture's own.
    func block(_ run: Canvas.Run, row: Int) -> String? {
        let fill = colours(of: run.style).background
        guard fill != background else { return nil }
        return "<rect x=\"\(left(run.x))\" y=\"\(top(row))\" "
            + "width=\"\(run.width * Self.cellWidth)\" height=\"\(Self.cellHeight)\" "
            + "fill=\"\(fill.hex)\"/>"
    }

    func text(_ run: Canvas.Run, row: Int) -> [String] {
        let colour = colours(of: run.style).foreground.hex
        var attributes = "fill=\"\(colour)\""
        if run.style.attributes.contains(.bold) { attributes += " font-weight=\"bold\"" }
        if run.style.attributes.contains(.italic) { attributes += " font-style=\"italic\"" }
        if run.style.attributes.contains(.dim) { attributes += " opacity=\"0.65\"" }
        let width = run.width * Self.cellWidth
        var parts: [String] = []
        if run.text.contains(where: { $0 != " " }) {
            parts.append(
                "<text x=\"\(left(run.x))\" y=\"\(top(row) + 15)\" textLength=\"\(width)\" "
                    + "\(attributes)>\(Self.escaped(run.text))</text>")
        }
        if run.style.attributes.contains(.underline) {
            parts.append(
                "<rect x=\"\(left(run.x))\" y=\"\(top(row) + 17)\" width=\"\(width)\" "
                    + "height=\"1\" fill=\"\(colour)\"/>")
        }
        return parts
    }

    func caret(at point: Point) -> String {
        "<rect x=\"\(left(point.x))\" y=\"\(top(point.y) + 1)\" width=\"2\" "
            + "height=\"\(Self.cellHeight - 2)\" fill=\"\(foreground.hex)\"/>"
    }

    private func left(_ x: Int) -> Int { Self.margin + x * Self.cellWidth }
    private func top(_ row: Int) -> Int { Self.margin + row * Self.cellHeight }

    private func colours(
        of style: Style
    ) -> (foreground: Palette.RGB, background: Palette.RGB) {
        let front = rgb(style.foreground, orElse: foreground)
        let back = rgb(style.background, orElse: background)
        return style.attributes.contains(.reverse) ? (back, front) : (front, back)
    }

    private func rgb(_ colour: Colour, orElse standard: Palette.RGB) -> Palette.RGB {
        switch colour {
        case .standard: standard
        case .indexed(let number): Palette.rgb(number)
        }
    }

    static func escaped(_ text: String) -> String {
        var safe = ""
        for character in text {
            switch character {
            case "&": safe += "&amp;"
            case "<": safe += "&lt;"
            case ">": safe += "&gt;"
            case "\"": safe += "&quot;"
            default: safe.append(character)
            }
        }
        return safe
    }
}

extension Canvas.Run {
    /// The run in pieces of glyphs of one width, and without long gaps, so that each piece can be
    /// stretched to exactly its columns.
    fileprivate var pieces: [Canvas.Run] {
        var pieces: [Canvas.Run] = []
        var x = self.x
        var isWide = false
        let gate = TextGate()
        for character in text {
            let columns = gate.width(of: character)
            let joins = pieces.last.map { $0.style == style && isWide == (columns == 2) } ?? false
            if joins, let last = pieces.indices.last {
                pieces[last].text.append(character)
                pieces[last].width += columns
            } else {
                pieces.append(
                    Canvas.Run(x: x, width: columns, text: String(character), style: style))
            }
            isWide = columns == 2
            x += columns
        }
        return pieces
    }
}
