import Engine
public import Terminal

extension DebriefPage {
    public func draw(_ desk: Desk, into canvas: inout Canvas) {
        if let moment { return moment.draw(desk, title: title, into: &canvas) }
        var hints: [PageFrame.Hint] = [
            .init("1–4", DebriefWords.parts, isGathered: true), .init("Enter", DebriefWords.open),
        ]
        if practice != nil { hints.append(.init("5", DebriefWords.practise)) }
        hints += [
            .init("6 7 8", DebriefWords.files, isGathered: true), .init("9", ReplayWords.replay),
            .init("Esc", PageWords.back),
        ]
        let more: [PageFrame.Hint] = [
            .init("1", DebriefWords.score), .init("2", DebriefWords.figuresKey),
            .init("3", DebriefWords.conversationsKey), .init("4", DebriefWords.nextKey),
            .init("6", ReportForm.html.title), .init("7", ReportForm.csv.title),
            .init("8", ReportForm.json.title), .mark, .pages,
        ]
        _ = PageFrame(title: title, hints: hints, more: more).draw(desk, into: &canvas)
        let area = area(desk)
        let lines = lines(desk)
        let first = shownTop(lines, desk)
        for (place, row) in lines.rows.dropFirst(first).prefix(area.height).enumerated() {
            draw(row, isChosen: row.item == cursor, desk, in: area.row(place), into: &canvas)
        }
        drawPosition(first, lines, desk, in: area, into: &canvas)
    }

    private func draw(
        _ row: DebriefRow, isChosen: Bool, _ desk: Desk, in line: Rect, into canvas: inout Canvas
    ) {
        let ground: Role = isChosen ? .selected : .text
        if isChosen {
            canvas.fill(line, style: desk.style(.selected))
            canvas.put(
                desk.glyphs.bar, at: Point(x: line.x - 1, y: line.y), style: desk.style(.focus))
        }
        if row.section != nil, row.ink == .title {
            desk.drawRule(row.left, in: line, hasFocus: false, into: &canvas)
            return
        }
        let wide = desk.gate.width(of: row.right)
        if wide > 0 {
            canvas.put(
                row.right, at: Point(x: line.right - wide - 1, y: line.y),
                style: desk.style(row.rightInk, on: ground))
        }
        canvas.put(
            row.left, at: Point(x: line.x + row.indent, y: line.y),
            limit: line.width - row.indent - (wide > 0 ? wide + 2 : 0),
            style: desk.style(row.ink, on: ground), overflow: .ellipsis)
    }

    /// How far one has read, at the right of the header.
    private func drawPosition(
        _ first: Int, _ lines: DebriefLines, _ desk: Desk, in area: Rect, into canvas: inout Canvas
    ) {
        guard lines.rows.count > area.height, desk.size.rows >= 4 else { return }
        let last = min(lines.rows.count, first + area.height)
        let mark = " \(first + 1)–\(last) / \(lines.rows.count) "
        let wide = desk.gate.width(of: mark)
        canvas.put(
            mark, at: Point(x: desk.size.columns - wide, y: 0), style: desk.style(.header))
    }
}

extension ReportForm {
    /// The form's own name is the same in every language.
    var title: Bilingual {
        let name = rawValue.uppercased()
        return Bilingual(zh: name, en: name)
    }
}
