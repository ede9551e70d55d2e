import Engine
import Terminal

/// Who is here and how long they have waited.
struct QueuePane: Pane {
    func title(_ desk: Desk) -> String {
        let count = desk.queue.index.count
        let marked = desk.places.chosen.count
        return desk.say(Words.pane(.queue)) + (count > 0 ? " \(count)" : "")
            + (marked > 0 ? desk.say(Words.markedCount(marked)) : "")
    }

    func draw(_ desk: Desk, in rect: Rect, into canvas: inout Canvas) {
        guard let shop = desk.shop, !rect.isEmpty else { return }
        guard desk.queue.count > 0 else {
            return desk.drawLines(
                emptyText(desk, width: rect.width), from: 0, in: rect, into: &canvas)
        }
        let due = desk.promises.open.prefix(4)
        if !due.isEmpty, desk.queue.count + due.count + 3 <= rect.height {
            let block = Rect(
                x: rect.x, y: rect.bottom - due.count - 1, width: rect.width,
                height: due.count + 1)
            drawPromises(Array(due), desk, in: block, into: &canvas)
        }
        let top = QueuePane.top(desk, rows: rect.height)
        for place in 0..<rect.height {
            guard let id = desk.queue[top + place], let talk = shop.conversations[id] else { break }
            QueueRow(talk: talk, desk: desk).draw(in: rect.row(place), into: &canvas)
        }
    }

    /// What was promised to anybody, the next due first, where the list leaves room.
    private func drawPromises(
        _ promises: [Promise], _ desk: Desk, in block: Rect, into canvas: inout Canvas
    ) {
        desk.drawRule(
            desk.say(Words.promisesTitle), in: block.row(0), hasFocus: false, into: &canvas)
        for (row, promise) in promises.enumerated() {
            let line = PaneLine(
                desk.name(of: promise.conversation) + " " + promise.text,
                Lengths.brief(promise.due - desk.now, desk.tongue),
                rightInk: desk.ink(forDue: promise.due))
            desk.drawLines([line], from: 0, in: block.row(row + 1), into: &canvas)
        }
    }

    func click(row: Int, _ desk: Desk) {
        let rows = desk.arrangement.body(of: .queue)?.height ?? 0
        guard let id = desk.queue[QueuePane.top(desk, rows: rows) + row] else { return }
        desk.select(id)
        desk.turn(to: .composer)
    }

    /// The first row shown. The list is long and the selected row is held in its place, so the
    /// window over it moves only when that row would be outside.
    static func top(_ desk: Desk, rows: Int) -> Int {
        let count = desk.queue.count
        let selected = desk.selected.flatMap { desk.queue.row(of: $0) } ?? 0
        var top = desk.places.top[.queue] ?? 0
        if selected < top { top = selected }
        if selected >= top + rows { top = selected - rows + 1 }
        return min(max(0, top), max(0, count - rows))
    }

    /// An empty queue says who is expected and what is due.
    private func emptyText(_ desk: Desk, width: Int) -> [PaneLine] {
        var lines = desk.wrapped(desk.say(Words.queueIsEmpty), width: width, ink: .dim)
        if let due = desk.promises.open.first {
            lines.append(PaneLine(""))
            lines += desk.wrapped(
                desk.say(Words.nextPromise(due.text, desk.moment(due.due))), width: width)
        }
        return lines
    }
}

/// One row of the queue: bar, state, name, wait, unread, promise, and where there is room the
/// channel and the stage.
struct QueueRow {
    let talk: Conversation
    let desk: Desk

    func draw(in row: Rect, into canvas: inout Canvas) {
        let glyphs = desk.glyphs
        let isSelected = talk.id == desk.selected
        let base: Role = isSelected ? .selected : .text
        canvas.fill(row, style: desk.style(base))
        var left = row
        let bar = left.takeLeft(1)
        if isSelected {
            canvas.put(
                glyphs.bar, at: bar.origin,
                style: desk.style(desk.focus == .queue ? .titleFocused : .title))
        }
        if desk.places.chosen.contains(talk.id) {
            canvas.put("+", at: bar.origin, style: paint(.accent, isSelected))
        }
        let (glyph, ink) = state
        canvas.put(glyph, at: left.takeLeft(1).origin, style: paint(ink, isSelected))
        var right = left
        drawMarks(in: right.takeRight(3), isSelected, into: &canvas)
        if row.width >= 28 {
            let words = desk.say(talk.channel.name) + " " + desk.say(talk.stage.name)
            let block = right.takeRight(row.width >= 31 ? 12 : 9)
            canvas.put(
                words, at: Point(x: block.x + 1, y: block.y), limit: block.width - 1,
                style: paint(.dim, isSelected))
        } else if row.width >= 23 {
            let block = right.takeRight(5)
            canvas.put(
                desk.say(Words.shortStage(talk.stage)), at: Point(x: block.x + 1, y: block.y),
                limit: 4, style: paint(.dim, isSelected))
        }
        let name = desk.name(of: talk.id)
        let words = stateWords(besides: name, columns: right.width)
        let shown = words ?? waited
        let wait = right.takeRight(max(5, desk.gate.width(of: shown) + 1))
        drawWait(words, in: wait, ink, isSelected, into: &canvas)
        canvas.put(
            name, at: right.origin, limit: right.width - 1,
            style: paint(isSelected ? .strong : .text, isSelected), overflow: .ellipsis)
    }

    /// What stands in place of the waiting time; nil where somebody waits. It is said in full
    /// only where the name is not cut for it.
    private func stateWords(besides name: String, columns: Int) -> String? {
        guard talk.awaitsReplySince == nil || !talk.isOpen else { return nil }
        let full = desk.say(Words.state(of: talk))
        return desk.gate.width(of: name + full) + 2 <= columns
            ? full : desk.say(Words.shortState(of: talk))
    }

    /// The glyph and the colour of the state; the same stand in the legend of F1.
    private var state: (String, Role) {
        let glyphs = desk.glyphs
        switch talk.phase {
        case .closed, .transferred: return (glyphs.ended, .dim)
        case .onHold where talk.awaitsReplySince == nil: return (glyphs.onHold, .dim)
        case .waiting, .taken, .onHold: break
        }
        guard let since = talk.awaitsReplySince else { return (glyphs.answered, .answered) }
        let wait = desk.now - since
        let limit = desk.shop?.rules.channels[talk.channel].answerWithin ?? Waiting.overdue
        if wait >= limit { return (glyphs.overLimit, .waitingRed) }
        if wait >= Waiting.late(of: limit) { return (glyphs.waiting, .waitingAmber) }
        return talk.firstReplyAt == nil
            ? (glyphs.new, .waitingCalm) : (glyphs.waiting, .waitingCalm)
    }

    private var waited: String {
        talk.awaitsReplySince.map { Lengths.brief(desk.now - $0, desk.tongue) } ?? ""
    }

    private func drawWait(
        _ words: String?, in block: Rect, _ ink: Role, _ isSelected: Bool, into canvas: inout Canvas
    ) {
        let text = words ?? waited
        let ink = words == nil ? ink : .dim
        let width = min(block.width, desk.gate.width(of: text))
        canvas.put(
            text, at: Point(x: block.right - width, y: block.y), limit: width,
            style: paint(ink, isSelected))
    }

    /// A pencil for a draft, the unread count, the promise.
    private func drawMarks(in block: Rect, _ isSelected: Bool, into canvas: inout Canvas) {
        let glyphs = desk.glyphs
        if let promise = desk.promises.next(in: talk.id) {
            canvas.put(
                glyphs.promise, at: Point(x: block.x + 2, y: block.y),
                style: paint(desk.ink(forDue: promise.due), isSelected))
        }
        // What is being read, or can no longer be answered, is not pressing.
        let unread = isSelected || !talk.isOpen ? 0 : talk.unread
        let hasDraft = desk.hasDraft(talk.id)
        if unread > 0 {
            canvas.put(
                glyphs.count(unread), at: Point(x: block.x + 1, y: block.y),
                limit: unread > 9 ? 2 : 1, style: paint(.unread, isSelected))
        }
        if hasDraft {
            canvas.put(
                glyphs.draft, at: Point(x: block.x + (unread > 0 ? 0 : 1), y: block.y), limit: 1,
                style: paint(.dim, isSelected))
        }
    }

    /// A colour on the background of the row it stands in.
    private func paint(_ ink: Role, _ isSelected: Bool) -> Style {
        desk.style(ink, on: isSelected ? .selected : .text)
    }
}
