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
            "<g font-family=\"\(Drawing.fonts)\" font-size=\"\(Drawing.fontSize)\">")
        for row in 0..<size.rows {
            for run in runs(row: row) {
                if let block = drawing.block(run, row: row) { parts.append(block) }
            }
            for run in runs(row: row) {
                parts += run.pieces.map { drawing.text($0, row: row) }
                if let line = drawing.underline(run, row: row) { parts.append(line) }
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

    func text(_ piece: Canvas.Piece, row: Int) -> String {
        let style = piece.run.style
        var attributes = "fill=\"\(colours(of: style).foreground.hex)\""
        // A wide glyph is as wide as its letters are high: so high that it fills its two cells.
        if piece.isWide { attributes += " font-size=\"\(2 * Self.cellWidth)\"" }
        if style.attributes.contains(.bold) { attributes += " font-weight=\"bold\"" }
        if style.attributes.contains(.italic) { attributes += " font-style=\"italic\"" }
        if style.attributes.contains(.dim) { attributes += " opacity=\"0.65\"" }
        return "<text x=\"\(left(piece.run.x))\" y=\"\(top(row) + 15)\" "
            + "textLength=\"\(piece.run.width * Self.cellWidth)\" xml:space=\"preserve\" "
            + "\(attributes)>\(Self.escaped(piece.run.text))</text>"
    }

    func underline(_ run: Canvas.Run, row: Int) -> String? {
        guard run.style.attributes.contains(.underline) else { return nil }
        return "<rect x=\"\(left(run.x))\" y=\"\(top(row) + 17)\" "
            + "width=\"\(run.width * Self.cellWidth)\" height=\"1\" "
            + "fill=\"\(colours(of: run.style).foreground.hex)\"/>"
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

extension Canvas {
    /// Glyphs of one width with no blank at either end and never two together: it can be stretched
    /// to exactly its columns, and nothing that swallows blanks moves it.
    fileprivate struct Piece {
        var run: Run
        var isWide: Bool
    }
}

extension Canvas.Run {
    fileprivate var pieces: [Canvas.Piece] {
        var pieces: [Canvas.Piece] = []
        var x = self.x
        // A blank that waits to see whether something follows it.
        var hasBlank = false
        let gate = TextGate()
        for character in text {
            let columns = gate.width(of: character)
            defer { x += columns }
            if character == " " {
                hasBlank = true
                continue
            }
            let isWide = columns == 2
            if let last = pieces.indices.last, pieces[last].isWide == isWide,
                x - (pieces[last].run.x + pieces[last].run.width) == (hasBlank ? 1 : 0),
                !(hasBlank && isWide)
            {
                pieces[last].run.text += (hasBlank ? " " : "") + String(character)
                pieces[last].run.width += columns + (hasBlank ? 1 : 0)
            } else {
                pieces.append(
                    Canvas.Piece(
                        run: Canvas.Run(
                            x: x, width: columns, text: String(character), style: style),
                        isWide: isWide))
            }
            hasBlank = false
        }
        return pieces
    }
}
