import Engine
import Grading
import Replaying
import Shifts
public import Terminal

extension ComparePage {
    public func draw(_ desk: Desk, into canvas: inout Canvas) {
        var hints: [PageFrame.Hint] = []
        if rows.count > 1 { hints.append(.init("← →", ReplayWords.nextCustomer)) }
        let isWide = desk.size.columns >= Self.wide
        if !isWide { hints.append(.init("Tab", ReplayWords.otherSide)) }
        hints += [.init("↑ ↓", ReplayWords.scroll), .init("Esc", PageWords.back)]
        _ = PageFrame(title: title, hints: hints).draw(desk, into: &canvas)
        var area = PageFrame.column(desk, width: 132).inset(columns: 1, rows: 0)
        drawHead(desk, in: area.takeTop(1), into: &canvas)
        guard rows.indices.contains(cursor) else { return }
        drawCustomer(desk, in: area.takeTop(1), into: &canvas)
        if isWide {
            let left = area.takeLeft(area.width / 2)
            draw(desk, isRight: false, in: left.inset(right: 1), into: &canvas)
            draw(desk, isRight: true, in: area, into: &canvas)
        } else {
            draw(desk, isRight: showsRight, in: area, into: &canvas)
        }
    }

    /// Where the lines part, and the score of either.
    private func drawHead(_ desk: Desk, in row: Rect, into canvas: inout Canvas) {
        let clock = CivilTime(comparison.partAt, offset: comparison.left.shop.offset)
        let isSame =
            comparison.shared == comparison.left.records.count
            && comparison.shared == comparison.right.records.count
        let parts =
            isSame
            ? ReplayWords.neverPart
            : ReplayWords.partedAt(clock.clock + ":" + Lengths.two(clock.second))
        let scores = [comparison.left, comparison.right].map(\.report.score.total)
        let delta = scores[1] - scores[0]
        let text =
            desk.say(parts) + " · " + desk.say(ReplayWords.score)
            + " \(scores[0]) → \(scores[1]) (\(delta < 0 ? "−\(-delta)" : "+\(delta)"))"
        canvas.put(
            text, at: row.origin, limit: row.width,
            style: desk.style(delta < 0 ? .danger : delta > 0 ? .ok : .strong), overflow: .ellipsis)
    }

    private func drawCustomer(_ desk: Desk, in row: Rect, into canvas: inout Canvas) {
        var x = row.x
        for (place, item) in rows.enumerated() {
            let label = " \(place + 1) \(item.name)\(item.differs ? "" : " =") "
            let width = desk.gate.width(of: label)
            // The chosen one is always to be seen.
            guard x + width < row.right || place == cursor else { continue }
            if place > cursor, x + width >= row.right { break }
            if x + width > row.right { x = max(row.x, row.right - width) }
            x += canvas.put(
                label, at: Point(x: x, y: row.y), limit: row.right - x,
                style: desk.style(place == cursor ? .selected : item.differs ? .text : .dim))
        }
    }

    // MARK: One side

    private func draw(
        _ desk: Desk, isRight: Bool, in rect: Rect, into canvas: inout Canvas
    ) {
        var area = rect
        let side = isRight ? comparison.right : comparison.left
        let name = isRight ? ReplayWords.other : ReplayWords.original
        desk.drawRule(
            " " + desk.say(name) + " · " + side.card.id, in: area.takeTop(1), hasFocus: isRight,
            into: &canvas)
        let row = rows[cursor]
        guard let figures = isRight ? row.right : row.left else {
            canvas.put(
                desk.say(ReplayWords.didNotCome), at: area.origin, limit: area.width,
                style: desk.style(.dim))
            return
        }
        let other = isRight ? row.left : row.right
        for (text, ink) in lines(figures, beside: isRight ? other : nil, desk) {
            guard !area.isEmpty else { return }
            let line = area.takeTop(1)
            canvas.put(
                text, at: line.origin, limit: line.width, style: desk.style(ink),
                overflow: .ellipsis)
        }
        drawTranscript(desk, isRight: isRight, in: area, into: &canvas)
    }

    /// What came of it; beside another side, better or worse is coloured.
    private func lines(
        _ figures: Comparison.Figures, beside other: Comparison.Figures?, _ desk: Desk
    ) -> [(String, Role)] {
        let outcome = figures.outcome
        func ink(_ value: Int, _ before: Int?) -> Role {
            guard let before, before != value else { return .text }
            return value > before ? .ok : .danger
        }
        let mood =
            desk.say(ReplayWords.mood) + " \(outcome.mood) (" + desk.say(ReplayWords.lowest)
            + " \(outcome.lowest))"
        let stars = outcome.stars.map { " · " + desk.say(ReplayWords.stars) + " \($0)" } ?? ""
        let orders = outcome.orders.suffix(2).map {
            Lengths.tail($0.id.rawValue) + " " + desk.say($0.status.name)
        }.joined(separator: " · ")
        let promises = PromiseReport.Outcome.allCases.compactMap { kind -> String? in
            let count = outcome.promises.count { $0 == kind }
            return count == 0 ? nil : desk.say(kind.name) + " \(count)"
        }.joined(separator: " · ")
        let lost = figures.losses.prefix(2).map { "−\($0.points) " + desk.say($0.title) }
            .joined(separator: " · ")
        let none = desk.say(ReplayWords.none)
        return [
            (
                desk.say(ReplayWords.grade) + " \(outcome.grade) · " + mood + stars,
                ink(outcome.grade, other?.outcome.grade)
            ),
            (
                desk.say(ReplayWords.order) + " " + (orders.isEmpty ? none : orders),
                other.map { $0.outcome.orders == outcome.orders } == false ? .accent : .text
            ),
            (
                desk.say(ReplayWords.promises) + " " + (promises.isEmpty ? none : promises),
                other.map { $0.outcome.promises == outcome.promises } == false ? .accent : .text
            ),
            (
                desk.say(ReplayWords.lost) + " " + (lost.isEmpty ? none : lost),
                lost.isEmpty ? .dim : .text
            ),
        ]
    }

    private func drawTranscript(
        _ desk: Desk, isRight: Bool, in rect: Rect, into canvas: inout Canvas
    ) {
        guard rect.height > 1, let chronicle = chronicle(of: cursor, isRight: isRight) else {
            return
        }
        var area = rect
        canvas.fill(area.takeTop(1), with: desk.glyphs.rule, style: desk.style(.rule))
        let since = chronicle.lines.filter { $0.event > comparison.shared }
        guard !since.isEmpty else {
            canvas.put(
                desk.say(ReplayWords.nothingSince), at: area.origin, limit: area.width,
                style: desk.style(.dim))
            return
        }
        let offset = comparison.left.shop.offset
        let texts = since.flatMap { line in
            self.texts(of: line, offset: offset, width: area.width, desk)
        }
        desk.reach = max(0, texts.count - area.height)
        let first = min(top, desk.reach)
        for (place, text) in texts.dropFirst(first).prefix(area.height).enumerated() {
            let row = area.row(place)
            canvas.put(
                text.text, at: row.origin, limit: row.width, style: desk.style(text.ink))
        }
    }

    private func texts(
        of line: Chronicle.Line, offset: Int, width: Int, _ desk: Desk
    ) -> [(text: String, ink: Role)] {
        let (lead, ink): (String, Role) =
            switch line.who {
            case .buyer: (rows[cursor].name + "：", .buyer)
            case .agent: (desk.say(DebriefWords.me) + "：", .agent)
            case .note: (desk.say(DebriefWords.note) + "：", .note)
            case .robot: (desk.say(DebriefWords.robot) + "：", .bot)
            case .deed: ("· ", .system)
            case .mood(let by):
                ((by < 0 ? "−\(-by)" : "+\(by)") + " ", by < 0 ? .warning : .ok)
            }
        let clock = CivilTime(line.at, offset: offset).clock + " "
        let indent = desk.gate.width(of: clock)
        return desk.gate.wrap(lead + line.text, width: max(8, width - indent)).enumerated().map {
            ($0 == 0 ? clock : String(repeating: " ", count: indent)) + $1
        }.map { ($0, ink) }
    }
}
