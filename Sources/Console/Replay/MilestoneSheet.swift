import Engine
import Replaying
import Terminal

/// The marks of a replayed shift as a list; Enter goes to one.
struct MilestoneSheet: Overlay {
    private let milestones: [Milestone]
    private var cursor = RowCursor()

    init(_ replay: Replay) {
        milestones = replay.timeLine.milestones
        let here = replay.timeLine.count(upTo: replay.place)
        cursor.move(to: max(0, here - 1))
    }

    mutating func handle(_ input: Input, _ desk: Desk) -> OverlayOutcome {
        if cursor.handle(input, count: milestones.count) { return .stay }
        guard case .key(let key) = input else { return .stay }
        switch key.code {
        case .escape: return .close
        case .enter:
            guard milestones.indices.contains(cursor.row) else { return .close }
            let entry = milestones[cursor.row].entry
            return .closeThen { $0.show(entry: entry) }
        case .character, .tab, .backTab, .backspace, .delete, .insert, .left, .right, .up, .down,
            .home, .end, .pageUp, .pageDown, .function:
            return .stay
        }
    }

    func keys(_ desk: Desk) -> [KeyHint] {
        [KeyHint("Enter", Words.goesThere), .mark, .close]
    }

    func draw(_ desk: Desk, in rect: Rect, into canvas: inout Canvas) {
        let box = rect.centred(
            width: min(70, rect.width), height: min(rect.height, max(3, milestones.count + 2)))
        desk.drawSheet(in: box, title: desk.say(ReplayWords.marksTitle), into: &canvas)
        let inner = box.inset(left: 1, top: 1, right: 1, bottom: 1)
        guard !milestones.isEmpty else {
            canvas.put(
                desk.say(ReplayWords.noMarks), at: inner.origin, limit: inner.width,
                style: desk.style(.dim))
            return
        }
        let window = cursor.window(count: milestones.count, height: inner.height)
        for (line, place) in window.enumerated() {
            draw(
                milestones[place], isMarked: place == cursor.row, desk, in: inner.row(line), &canvas
            )
        }
    }

    private func draw(
        _ milestone: Milestone, isMarked: Bool, _ desk: Desk, in row: Rect, _ canvas: inout Canvas
    ) {
        let ground = desk.drawRow(isMarked: isMarked, in: row, into: &canvas)
        let time = desk.civil(milestone.at)
        canvas.put(
            time.clock + ":" + Lengths.two(time.second), at: Point(x: row.x + 2, y: row.y),
            style: desk.style(.time, on: ground))
        canvas.put(
            milestone.glyph(desk), at: Point(x: row.x + 11, y: row.y),
            style: desk.style(milestone.ink, on: ground))
        let known = milestone.conversation.flatMap { desk.shop?.conversations[$0]?.id }
        let who = known.map { desk.name(of: $0) + " · " } ?? ""
        canvas.put(
            who + desk.say(milestone.words), at: Point(x: row.x + 13, y: row.y),
            limit: row.width - 14, style: desk.style(.text, on: ground), overflow: .ellipsis)
    }
}
