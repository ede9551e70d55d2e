import Engine
import Terminal
import Typing

/// Progress over days: a bar a day, the days in figures, and what real shifts say beside it.
struct DrillHistoryPage: Page {
    let shelf: DrillShelf
    var tongue: Tongue
    let isBeside: Bool

    init(_ shelf: DrillShelf, tongue: Tongue, isBeside: Bool) {
        self.shelf = shelf
        self.tongue = tongue
        self.isBeside = isBeside
    }

    var title: Bilingual { DrillWords.progress }

    mutating func handle(_ input: Input, _ desk: Desk) -> Bool {
        guard case .key(let key) = input, key.modifiers.isEmpty else { return false }
        switch key.code {
        case .escape:
            desk.show(DrillMenuPage(desk.host.drills(), tongue: tongue, isBeside: isBeside))
        case .left, .right, .tab, .backTab: tongue = tongue.other
        case .character, .enter, .backspace, .delete, .insert, .up, .down, .home, .end, .pageUp,
            .pageDown, .function:
            return false
        }
        return true
    }

    private var days: [DrillHistory.Day] { shelf.history.days(in: tongue, offset: shelf.offset) }

    // MARK: Drawing

    func draw(_ desk: Desk, into canvas: inout Canvas) {
        _ = PageFrame(
            title: title,
            hints: [
                .init(
                    desk.gate.ambiguousIsWide ? "Left Right" : "← →", DrillWords.otherLanguage),
                .init("Esc", PageWords.back),
            ]
        ).draw(desk, into: &canvas)
        var rest = PageFrame.column(desk).inset(left: 1, right: 1, bottom: 1)
        canvas.put(
            desk.say(DrillWords.seeProgress) + " · " + desk.say(tongue.paceUnit),
            at: rest.takeTop(1).origin, limit: rest.width, style: desk.style(.title))
        let days = days
        guard !days.isEmpty else {
            for line in desk.gate.wrap(desk.say(DrillWords.noDays), width: max(1, rest.width)) {
                canvas.put(
                    line, at: rest.takeTop(1).origin, limit: rest.width, style: desk.style(.dim))
            }
            return drawShifts(desk, in: rest, into: &canvas)
        }
        let chart = DayChart(
            days: days, goal: shelf.sheet(tongue)?.goal, plain: desk.gate.ambiguousIsWide)
        let high = max(3, min(12, rest.height - 9))
        chart.draw(desk, in: rest.takeTop(high), into: &canvas)
        let legend = desk.gate.ambiguousIsWide ? DrillWords.plainLegend : DrillWords.legend
        canvas.put(
            desk.say(legend), at: rest.takeTop(1).origin, limit: rest.width,
            style: desk.style(.dim), overflow: .ellipsis)
        if rest.height > 8 { _ = rest.takeTop(1) }
        let shifts = shelf.history.shifts.isEmpty ? 0 : min(5, shelf.history.shifts.count + 1)
        drawTable(
            days, desk, in: rest.takeTop(max(3, rest.height - shifts)), into: &canvas)
        drawShifts(desk, in: rest, into: &canvas)
    }

    /// The newest days, the newest on top.
    private func drawTable(
        _ days: [DrillHistory.Day], _ desk: Desk, in rect: Rect, into canvas: inout Canvas
    ) {
        guard !rect.isEmpty else { return }
        let head = [
            DrillWords.day, DrillWords.rounds, DrillWords.best, DrillWords.median,
            DrillWords.right, DrillWords.taken,
        ].map { desk.say($0) }
        drawCells(head, .dim, desk, in: rect.row(0), into: &canvas)
        for (place, day) in days.reversed().prefix(rect.height - 1).enumerated() {
            let cells = [
                day.date, "\(day.rounds)", day.best.map { "\($0)" } ?? desk.dash,
                day.median.map { "\($0)" } ?? desk.dash, desk.percent(day.permille),
                "\(day.corrections)",
            ]
            drawCells(cells, .text, desk, in: rect.row(place + 1), into: &canvas)
        }
    }

    private func drawCells(
        _ cells: [String], _ ink: Role, _ desk: Desk, in row: Rect, into canvas: inout Canvas
    ) {
        let ends = [10, 18, 26, 34, 44, 56]
        for (place, cell) in cells.enumerated() {
            let x = place == 0 ? row.x : row.x + ends[place] - desk.gate.width(of: cell)
            canvas.put(cell, at: Point(x: x, y: row.y), style: desk.style(ink))
        }
    }

    /// What was typed in real shifts, the newest on top.
    private func drawShifts(_ desk: Desk, in rect: Rect, into canvas: inout Canvas) {
        let shifts = shelf.history.shifts.reversed().prefix(max(0, rect.height - 1))
        guard !shifts.isEmpty else { return }
        desk.drawRule(
            " " + desk.say(DrillWords.fromShifts), in: rect.row(0), hasFocus: false, into: &canvas)
        for (place, shift) in shifts.enumerated() {
            let row = rect.row(place + 1)
            let typing = shift.typing
            let figure = tongue == .chinese ? typing.charactersPerMinute : typing.wordsPerMinute
            let parts = [
                (figure.map { "\($0)" } ?? desk.dash) + " " + desk.say(tongue.paceUnit),
                (typing.keysPerSolved.map { "\($0)" } ?? desk.dash) + " "
                    + desk.say(DrillWords.perSolved),
                typing.savedMilliseconds.map {
                    desk.say(DrillWords.spared(Lengths.clock(Span(milliseconds: $0))))
                } ?? "",
            ].filter { !$0.isEmpty }
            let left = CivilTime(shift.at, offset: shelf.offset).date + "  " + desk.say(shift.title)
            let right = parts.joined(separator: "   ")
            let wide = desk.gate.width(of: right)
            canvas.put(
                left, at: row.origin, limit: max(0, row.width - wide - 2),
                style: desk.style(.text), overflow: .ellipsis)
            canvas.put(
                right, at: Point(x: max(row.x, row.right - wide), y: row.y),
                style: desk.style(.strong))
        }
    }
}
