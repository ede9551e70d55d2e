import Engine
import Terminal
import Typing

extension DrillPage {
    func draw(_ desk: Desk, into canvas: inout Canvas) {
        guard let drill = desk.drill, let sentence = drill.round.current,
            let soFar = drill.round.soFar
        else { return }
        let hints: [PageFrame.Hint] =
            drill.isPaused
            ? [.init("Enter", DrillWords.goOnTyping), .init("Esc", DrillWords.leave)]
            : [.init("Enter", DrillWords.nextSentence), .init("Esc", DrillWords.pause)]
        _ = PageFrame(title: title, hints: hints).draw(desk, into: &canvas)
        // Header and footer stay free, also where the column begins right below the header.
        var rest = PageFrame.column(desk).inset(left: 1, right: 1, bottom: 1)
        drawPlace(drill, sentence, desk, in: rest.takeTop(1), into: &canvas)
        if rest.height > 12 { _ = rest.takeTop(1) }
        // As many rows as the longest sentence of the round takes: nothing jumps from one to the
        // next.
        let width = max(4, rest.width)
        let high = drill.round.sentences.map { desk.gate.wrap($0.text, width: width).count }.max()
        let rows = min(high ?? 1, max(1, (rest.height - 5) / 2))
        drawTarget(sentence, soFar.alignment, desk, in: rest.takeTop(rows), into: &canvas)
        if rest.height > 10 { _ = rest.takeTop(1) }
        let box = rest.takeTop(rows + 2)
        if rest.height > 6 { _ = rest.takeTop(1) }
        drawFigures(drill, soFar, desk, in: &rest, into: &canvas)
        drawDone(drill.round, desk, in: rest, into: &canvas)
        // Last, so that an input method's window stands on its caret.
        drawTyped(drill, soFar.alignment, desk, in: box, into: &canvas)
    }

    private func drawPlace(
        _ drill: Drill, _ sentence: DrillSentence, _ desk: Desk, in row: Rect,
        into canvas: inout Canvas
    ) {
        let number = drill.round.results.count + 1
        let stage = drill.sheet.stage(sentence.stage)?.title
        let left = [
            DrillWords.place(number, of: drill.round.sentences.count), stage,
            DrillWords.level(sentence.grade),
        ].compactMap { $0.map(desk.say) }.joined(separator: " · ")
        canvas.put(
            left, at: row.origin, limit: row.width, style: desk.style(.title), overflow: .ellipsis)
        let right = desk.say(DrillWords.seed(drill.round.seed))
        let wide = desk.gate.width(of: right)
        guard desk.gate.width(of: left) + wide + 2 <= row.width else { return }
        canvas.put(
            right, at: Point(x: row.right - wide, y: row.y), style: desk.style(.dim))
    }

    /// The sentence: what is typed already is quiet, what was typed otherwise stands out.
    private func drawTarget(
        _ sentence: DrillSentence, _ alignment: Alignment, _ desk: Desk, in rect: Rect,
        into canvas: inout Canvas
    ) {
        let faulty = alignment.faultyTarget
        let lines = desk.gate.lines(of: sentence.text, width: max(4, rect.width))
        let ahead = lines.firstIndex { $0.end > alignment.reached } ?? 0
        // Where the window is too low for all of it, the line being typed is seen.
        let first = max(0, min(ahead - rect.height + 1, lines.count - rect.height))
        for (place, line) in lines.dropFirst(first).prefix(rect.height).enumerated() {
            let point = Point(x: rect.x, y: rect.y + place)
            draw(line.text, from: line.start, at: point, into: &canvas) { index in
                if faulty.contains(index) { return faultStyle(desk, on: .text) }
                return desk.style(index < alignment.reached ? .dim : .strong)
            }
        }
    }

    /// What is typed, in the box with the caret.
    private func drawTyped(
        _ drill: Drill, _ alignment: Alignment, _ desk: Desk, in box: Rect,
        into canvas: inout Canvas
    ) {
        guard !box.isEmpty else { return }
        let name = drill.isPaused ? DrillWords.paused : DrillWords.typeHere
        desk.drawRule(
            " " + desk.say(name), in: box.row(0), hasFocus: !drill.isPaused, into: &canvas)
        let rect = box.inset(top: 1)
        guard !rect.isEmpty else { return }
        canvas.fill(rect, style: desk.style(.input))
        let (lines, caret) = drill.composer.lines(width: rect.width, gate: desk.gate)
        let faulty = alignment.faultyTyped
        let first = max(0, caret.y - rect.height + 1)
        for (place, line) in lines.dropFirst(first).prefix(rect.height).enumerated() {
            let point = Point(x: rect.x, y: rect.y + place)
            draw(line.text, from: line.range.lowerBound, at: point, into: &canvas) { index in
                faulty.contains(index) ? faultStyle(desk, on: .input) : desk.style(.input)
            }
        }
        canvas.caret = Point(
            x: rect.x + min(caret.x, max(0, rect.width - 1)), y: rect.y + caret.y - first)
    }

    /// Red alone would say nothing to some: what is wrong is underlined, too.
    private func faultStyle(_ desk: Desk, on ground: Role) -> Style {
        var style = desk.style(.danger, on: ground)
        style.attributes.insert(.underline)
        return style
    }

    /// One line, each character in a style of its own.
    private func draw(
        _ line: String, from start: Int, at point: Point, into canvas: inout Canvas,
        style: (Int) -> Style
    ) {
        var x = point.x
        for (place, character) in line.enumerated() {
            x += canvas.put(
                String(character), at: Point(x: x, y: point.y), style: style(start + place))
        }
    }

    // MARK: Figures

    private func drawFigures(
        _ drill: Drill, _ soFar: (alignment: Alignment, pace: Pace), _ desk: Desk,
        in rest: inout Rect, into canvas: inout Canvas
    ) {
        let round = drill.round
        let done = round.figures
        drawRow(
            DrillWords.thisSentence, soFar.pace, soFar.alignment.permille,
            round.attempt.corrections, round.tongue, desk, in: rest.takeTop(1), into: &canvas)
        // Over all, as if the sentence ended here.
        let whole = done.adding(
            soFar.alignment, soFar.pace, corrections: round.attempt.corrections)
        drawRow(
            DrillWords.thisRound, whole.pace, whole.permille, whole.corrections, round.tongue, desk,
            in: rest.takeTop(1), into: &canvas)
        let row = rest.takeTop(1)
        guard !row.isEmpty else { return }
        let unit = desk.say(round.tongue.paceUnit)
        let x = row.x + Self.column(desk)
        canvas.put(
            desk.say(DrillWords.goal), at: row.origin, limit: row.width, style: desk.style(.dim))
        let used = canvas.put(
            "\(drill.sheet.goal) \(unit)", at: Point(x: x, y: row.y), style: desk.style(.text))
        let bar = Rect(x: x + used + 2, y: row.y, width: row.right - x - used - 2, height: 1)
        drawBar(
            whole.pace.figure(in: round.tongue) ?? 0, of: drill.sheet.goal, desk,
            in: Rect(x: bar.x, y: bar.y, width: min(40, bar.width), height: 1), into: &canvas)
    }

    private static func column(_ desk: Desk) -> Int {
        [DrillWords.thisSentence, DrillWords.thisRound, DrillWords.goal]
            .map { desk.gate.width(of: desk.say($0)) }.max().map { $0 + 2 } ?? 0
    }

    private func drawRow(
        _ name: Bilingual, _ pace: Pace, _ permille: Int, _ corrections: Int, _ tongue: Tongue,
        _ desk: Desk, in row: Rect, into canvas: inout Canvas
    ) {
        guard !row.isEmpty else { return }
        canvas.put(desk.say(name), at: row.origin, limit: row.width, style: desk.style(.dim))
        var x = row.x + Self.column(desk)
        let parts: [(String, Role)] = [
            (desk.padded(desk.paceText(pace, tongue), 12), .strong),
            (desk.padded(desk.percent(permille), 6), .strong),
            (desk.say(DrillWords.right) + "   ", .dim),
            ("\(corrections) ", .strong), (desk.say(DrillWords.taken), .dim),
        ]
        for (text, ink) in parts {
            x += canvas.put(
                text, at: Point(x: x, y: row.y), limit: max(0, row.right - x),
                style: desk.style(ink))
        }
    }

    /// How near the goal one is; full at the goal.
    private func drawBar(
        _ figure: Int, of goal: Int, _ desk: Desk, in bar: Rect, into canvas: inout Canvas
    ) {
        guard bar.width > 4, goal > 0 else { return }
        let full = min(bar.width, figure * bar.width / goal)
        let plain = desk.gate.ambiguousIsWide
        canvas.fill(bar, with: plain ? "-" : "░", style: desk.style(.dim))
        canvas.fill(
            Rect(x: bar.x, y: bar.y, width: full, height: 1), with: plain ? "#" : "█",
            style: desk.style(figure >= goal ? .ok : .accent))
    }

    /// On a large screen, the sentences that are done.
    private func drawDone(
        _ round: Round, _ desk: Desk, in rect: Rect, into canvas: inout Canvas
    ) {
        guard rect.height >= 4, !round.results.isEmpty else { return }
        desk.drawRule(
            " " + desk.say(DrillWords.done), in: rect.row(1), hasFocus: false, into: &canvas)
        let shown = round.results.enumerated().suffix(rect.height - 2)
        for (place, item) in shown.enumerated() {
            let (number, result) = item
            let row = rect.row(place + 2)
            let alignment = result.alignment
            let figures =
                desk.padded("\(number + 1)", 3)
                + desk.padded(
                    desk.paceText(result.pace(of: alignment), round.tongue), 12)
                + desk.padded(desk.percent(alignment.permille), 7)
            let used = canvas.put(figures, at: row.origin, style: desk.style(.text))
            canvas.put(
                result.sentence.text, at: Point(x: row.x + used, y: row.y),
                limit: max(0, row.width - used), style: desk.style(.dim), overflow: .ellipsis)
        }
    }
}
