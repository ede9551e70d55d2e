import Engine
import Terminal
import Typing

/// How a round went: the speed large, accuracy, what went slowest and what went wrong most.
struct DrillResultPage: Page {
    let round: Round
    let sheet: DrillSheet
    let shelf: DrillShelf

    init(_ round: Round, of sheet: DrillSheet, _ shelf: DrillShelf) {
        self.round = round
        self.sheet = sheet
        self.shelf = shelf
    }

    var title: Bilingual { DrillWords.result }
    private var goal: Int { sheet.goal }

    mutating func handle(_ input: Input, _ desk: Desk) -> Bool {
        guard case .key(let key) = input, key.modifiers.isEmpty else { return false }
        switch key.code {
        case .escape: desk.showDrills()
        case .enter: begin(seed: nil, desk)
        case .character(let character):
            switch character.typedDigit {
            case 1: begin(seed: round.seed, desk)
            case 2: begin(seed: nil, desk)
            case 3:
                desk.show(
                    DrillHistoryPage(shelf, tongue: round.tongue, isBeside: desk.drillsBesideShift))
            case _: return false
            }
        case .tab, .backTab, .backspace, .delete, .insert, .up, .down, .left, .right, .home, .end,
            .pageUp, .pageDown, .function:
            return false
        }
        return true
    }

    private func begin(seed: UInt64?, _ desk: Desk) {
        guard let next = desk.host.drills().round(round.choice, seed: seed) else {
            return desk.announce(.refused, DrillWords.noSentences)
        }
        desk.begin(next, of: sheet)
    }

    // MARK: Drawing

    func draw(_ desk: Desk, into canvas: inout Canvas) {
        _ = PageFrame(
            title: title,
            hints: [
                .init("1", DrillWords.sameAgain), .init("2", DrillWords.another),
                .init("3", DrillWords.seeProgress), .init("Esc", PageWords.back),
            ]
        ).draw(desk, into: &canvas)
        var rest = PageFrame.column(desk).inset(left: 1, right: 1, bottom: 1)
        drawScore(desk, in: &rest, into: &canvas)
        let half = rest.height / 2
        drawSlowest(desk, in: rest.takeTop(min(half, 7)), into: &canvas)
        drawSlips(desk, in: rest, into: &canvas)
    }

    private func drawScore(_ desk: Desk, in rest: inout Rect, into canvas: inout Canvas) {
        let figures = round.figures
        let figure = figures.pace.figure(in: round.tongue)
        let big = BigNumber(value: figure ?? 0).rows(desk.gate)
        let beside = [
            desk.say(round.tongue.paceUnit) + "   "
                + desk.say(DrillWords.against(goal, figure, round.tongue)),
            desk.percent(figures.permille) + " " + desk.say(DrillWords.right) + "   "
                + "\(figures.corrections) " + desk.say(DrillWords.taken)
                + "   " + desk.say(DrillWords.seed(round.seed)),
            today(desk),
        ]
        for (place, line) in beside.enumerated() {
            let row = rest.takeTop(1)
            let used =
                figure == nil
                ? 0 : canvas.put(big[place] + "   ", at: row.origin, style: desk.style(.strong))
            let ink: Role =
                place == 0 ? (figure.map { $0 >= goal } == true ? .ok : .text) : .text
            canvas.put(
                line, at: Point(x: row.x + used, y: row.y), limit: max(0, row.width - used),
                style: desk.style(place == 2 ? .dim : ink), overflow: .ellipsis)
        }
        if figures.untimed > 0, figure != nil {
            canvas.put(
                desk.say(DrillWords.untimed(figures.untimed)), at: rest.takeTop(1).origin,
                limit: rest.width, style: desk.style(.dim), overflow: .ellipsis)
        }
        if rest.height > 8 { _ = rest.takeTop(1) }
    }

    /// This round among those of today and before.
    private func today(_ desk: Desk) -> String {
        let days = shelf.history.days(in: round.tongue, offset: shelf.offset)
        let date = CivilTime(round.startedAt, offset: shelf.offset).date
        guard let day = days.first(where: { $0.date == date }) else { return "" }
        let before = days.filter { $0.date < date }.compactMap(\.best).max()
        let unit = " " + desk.say(round.tongue.paceUnit)
        return desk.say(
            DrillWords.today(
                day.rounds, best: (day.best.map { "\($0)" } ?? desk.dash) + unit,
                before: before.map { "\($0)" + unit }))
    }

    private func drawSlowest(_ desk: Desk, in rect: Rect, into canvas: inout Canvas) {
        guard rect.height >= 2 else { return }
        desk.drawRule(
            " " + desk.say(DrillWords.slowest), in: rect.row(0), hasFocus: false, into: &canvas)
        let slowest = RoundFigures.slowest(round.results)
        if slowest.isEmpty {
            canvas.put(
                desk.say(DrillWords.nothingTimed), at: rect.row(1).origin, limit: rect.width,
                style: desk.style(.dim), overflow: .ellipsis)
        }
        for (place, item) in slowest.prefix(min(5, rect.height - 1)).enumerated() {
            let row = rect.row(place + 1)
            let figure = desk.padded(desk.paceText(item.pace, round.tongue), 12)
            let used = canvas.put(figure, at: row.origin, style: desk.style(.strong))
            canvas.put(
                item.result.sentence.text, at: Point(x: row.x + used, y: row.y),
                limit: max(0, row.width - used), style: desk.style(.text), overflow: .ellipsis)
        }
    }

    private func drawSlips(_ desk: Desk, in rect: Rect, into canvas: inout Canvas) {
        guard rect.height >= 2 else { return }
        desk.drawRule(
            " " + desk.say(DrillWords.slips), in: rect.row(0), hasFocus: false, into: &canvas)
        let slips = RoundFigures.slips(of: round.results)
        if slips.isEmpty {
            canvas.put(
                desk.say(DrillWords.noSlips), at: rect.row(1).origin, limit: rect.width,
                style: desk.style(.ok), overflow: .ellipsis)
        }
        let arrow = desk.gate.ambiguousIsWide ? " > " : " → "
        for (place, item) in slips.prefix(rect.height - 1).enumerated() {
            let row = rect.row(place + 1)
            var x = row.x
            let parts: [(String, Role)] = [
                (desk.padded("\(item.count)×", 5), .strong),
                (
                    item.slip.expected.isEmpty
                        ? desk.say(DrillWords.extra) : "“\(item.slip.expected)”", .text
                ),
                (arrow, .dim),
                (
                    item.slip.typed.isEmpty
                        ? desk.say(DrillWords.nothing) : "“\(item.slip.typed)”", .danger
                ),
            ]
            for (text, ink) in parts {
                x += canvas.put(
                    text, at: Point(x: x, y: row.y), limit: max(0, row.right - x),
                    style: desk.style(ink), overflow: .ellipsis)
            }
        }
    }
}
