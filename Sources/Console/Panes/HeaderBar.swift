import Engine
import Macros
import Shifts
import Terminal

/// The first line: shop and shift, the clock, who waits, what is due.
struct HeaderBar {
    func draw(_ desk: Desk, in row: Rect, into canvas: inout Canvas) {
        guard let shift = desk.shift, !row.isEmpty else { return }
        canvas.fill(row, style: desk.style(.header))
        var right = row.right - 1
        if let recorder = desk.recorder {
            place(
                desk.glyphs.waiting + " " + desk.say(Words.recording(recorder.stepCount)),
                .waitingRed, endingAt: &right, gap: 2, desk, row, &canvas)
        }
        let help = desk.say(Words.helpKey)
        if row.width >= 70 { place(help, .header, endingAt: &right, gap: 2, desk, row, &canvas) }
        let due = desk.promises.open.count
        let waiting = desk.queue.index.waiting
        let overdue = desk.queue.index.overdue(at: desk.now)
        let dueSoon = desk.promises.open.first.map { $0.due - desk.now <= .minutes(5) } ?? false
        place(
            desk.say(Words.promisesDue(due)), dueSoon ? .waitingAmber : .header, endingAt: &right,
            gap: 2, desk, row, &canvas)
        // One line for all breaches; the key beside it jumps to the worst.
        let breach =
            desk.say(Words.overdueCount(overdue)) + (overdue > 0 ? " Alt-0" : "")
        place(
            breach, overdue > 0 ? .waitingRed : .header, endingAt: &right, gap: 2, desk, row,
            &canvas)
        place(
            desk.say(Words.waitingCount(waiting)), .header, endingAt: &right, gap: 2, desk, row,
            &canvas)
        let title = shift.card.title[desk.tongue]
        // The shop's name is in the shift's own language, and a title often begins with it.
        let isNamed = title.hasPrefix(shift.shop.name) || desk.tongue != shift.card.tongue
        let place =
            title.isEmpty
            ? shift.shop.name : isNamed ? title : shift.shop.name + " · " + title
        var name = " " + desk.say(Words.product) + "  " + place
        let full = clock(desk, isShort: false)
        // Where room is short the shift's own name stays longest.
        for shorter in [" " + place, " " + HeaderBar.own(title, of: shift.shop.name)]
        where desk.gate.width(of: name + full) + 2 > right - row.x { name = shorter }
        let fits = desk.gate.width(of: name + full) + 2 <= right - row.x
        self.place(
            clock(desk, isShort: !fits), desk.clock.isPaused ? .waitingAmber : .header,
            endingAt: &right, gap: 2,
            desk, row, &canvas)
        canvas.put(
            name, at: row.origin, limit: max(0, right - row.x), style: desk.style(.header),
            overflow: .ellipsis)
    }

    /// The title without the shop's name before it.
    private static func own(_ title: String, of shop: String) -> String {
        guard title.hasPrefix(shop), title != shop else { return title.isEmpty ? shop : title }
        return String(title.dropFirst(shop.count).drop { !$0.isLetter && !$0.isNumber })
    }

    /// With the key that lets time go on; where room is short, the words before the title give way.
    private func clock(_ desk: Desk, isShort: Bool) -> String {
        let time = desk.civil(desk.now)
        let wall = time.clock + ":" + Lengths.two(time.second)
        if desk.replay != nil { return wall + " " + desk.say(ReplayWords.replay) }
        if desk.shift?.isOver == true { return wall + " " + desk.say(Words.over) }
        if desk.clock.isPaused {
            let key = DeskCommand.named("pause").map { desk.keyName(of: $0) } ?? ""
            return wall + " ‖ " + (isShort ? key : desk.say(Words.paused) + " " + key)
        }
        let contest = desk.shift?.card.contest == nil ? "" : " " + desk.say(Words.contest)
        return wall + " ×\(desk.clock.speed)" + contest
    }

    private func place(
        _ text: String, _ ink: Role, endingAt right: inout Int, gap: Int, _ desk: Desk,
        _ row: Rect, _ canvas: inout Canvas
    ) {
        let width = desk.gate.width(of: text)
        guard right - width > row.x + 8 else { return }
        canvas.put(
            text, at: Point(x: right - width, y: row.y), style: desk.style(ink, on: .header))
        right -= width + gap
    }
}
