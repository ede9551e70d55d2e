import Terminal

/// One block of the desk with a title in the rule above it.
///
/// A pane has no state of its own: what it shows, and where its cursor is, is on the desk.
protocol Pane {
    func title(_ desk: Desk) -> String

    /// Draws what is below the rule.
    func draw(_ desk: Desk, in rect: Rect, into canvas: inout Canvas)

    /// A click on a row, counted from the top of the body.
    func click(row: Int, _ desk: Desk)
}

extension Pane {
    func click(row: Int, _ desk: Desk) {}
}

/// A line of a pane: text on the left, a figure or a date on the right.
struct PaneLine {
    var left: String
    var right: String = ""
    var ink = Role.text
    var rightInk = Role.text

    init(_ left: String, _ right: String = "", ink: Role = .text, rightInk: Role? = nil) {
        self.left = left
        self.right = right
        self.ink = ink
        self.rightInk = rightInk ?? ink
    }
}

extension Desk {
    /// As `drawLines`, of what keys scroll: how far they can is remembered for `scrolled`.
    func drawScrolled(
        _ lines: [PaneLine], from top: Int, in rect: Rect, into canvas: inout Canvas
    ) {
        reach = max(0, lines.count - rect.height)
        drawLines(lines, from: top, in: rect, into: &canvas)
    }

    /// A place further down or up, and never beyond what there was to see: a key in vain is not
    /// to be taken back by others.
    func scrolled(_ top: Int, by step: Int) -> Int {
        let (place, isTooFar) = min(max(0, top), reach).addingReportingOverflow(step)
        return isTooFar ? reach : min(max(0, place), reach)
    }

    /// Draws lines from `top` on; figures stand flush right, text is cut before them.
    func drawLines(
        _ lines: [PaneLine], from top: Int, in rect: Rect, into canvas: inout Canvas
    ) {
        let first = min(max(0, top), max(0, lines.count - rect.height))
        for (place, line) in lines.dropFirst(first).prefix(rect.height).enumerated() {
            let row = rect.row(place)
            let wide = gate.width(of: line.right)
            let fits = wide > 0 && wide < row.width
            if fits {
                canvas.put(
                    line.right, at: Point(x: row.right - wide, y: row.y), limit: wide,
                    style: style(line.rightInk))
            }
            canvas.put(
                line.left, at: row.origin, limit: row.width - (fits ? wide + 1 : 0),
                style: style(line.ink), overflow: .ellipsis)
        }
        let hidden = lines.count - first - rect.height
        guard hidden > 0, rect.width > 6, rect.y > 0 else { return }
        // In the rule above, where it covers no figure.
        let mark = " \(glyphs.down)\(hidden)"
        let wide = gate.width(of: mark)
        canvas.put(
            mark, at: Point(x: rect.right - wide, y: rect.y - 1), style: style(.dim))
    }

    /// A text with a figure: on one line where both fit, else the text is wrapped and the figure
    /// stands on its last line. Quantities must not be cut away.
    func fitted(
        _ left: String, _ right: String, width: Int, ink: Role = .text, rightInk: Role
    ) -> [PaneLine] {
        let room = width - gate.width(of: right) - 1
        guard gate.width(of: left) > room else {
            return [PaneLine(left, right, ink: ink, rightInk: rightInk)]
        }
        var lines = wrapped(left, width: width, ink: ink)
        if let last = lines.last, gate.width(of: last.left) <= room {
            lines[lines.count - 1] = PaneLine(last.left, right, ink: ink, rightInk: rightInk)
        } else {
            lines.append(PaneLine("", right, rightInk: rightInk))
        }
        return lines
    }

    /// A long text as lines of a pane.
    func wrapped(
        _ text: String, width: Int, indent: Int = 0, ink: Role = .text
    ) -> [PaneLine] {
        let space = String(repeating: " ", count: indent)
        return gate.wrap(text, width: max(1, width - indent)).map {
            PaneLine(space + $0, ink: ink)
        }
    }
}
