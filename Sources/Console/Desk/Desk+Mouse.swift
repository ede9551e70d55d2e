import Engine
import Terminal

/// The mouse: a click turns to what is under it, the wheel scrolls it.
extension Desk {
    func point(_ mouse: Mouse) {
        let places = arrangement
        guard let focus = places.focus(at: mouse.at) else { return clickTab(mouse, places) }
        switch mouse.action {
        case .press(.left):
            if let rect = places.timeLine,
                let instant = TimeLinePane().instant(at: mouse.at, in: rect, self)
            {
                return show(at: instant)
            }
            guard focus != .composer else { return turn(to: .composer) }
            turn(to: focus)
            guard let body = arrangement.body(of: focus), body.contains(mouse.at) else { return }
            pane(for: focus).click(row: mouse.at.y - body.y, self)
        case .wheelUp: wheel(focus, by: -3)
        case .wheelDown: wheel(focus, by: 3)
        case .press(.middle), .press(.right), .release, .drag: return
        }
    }

    private func wheel(_ focus: Focus, by step: Int) {
        switch focus {
        case .composer, .chat: scrollChat(by: step)
        case .queue:
            let rows = arrangement.body(of: .queue)?.height ?? 1
            let last = max(0, queue.count - rows)
            self.places.top[.queue] = min(max(0, QueuePane.top(self, rows: rows) + step), last)
        case .order, .customer, .shelf:
            let rows = arrangement.body(of: focus)?.height ?? 1
            let last = max(0, contentRows(of: focus) - rows)
            self.places.top[focus] = min(max(0, (self.places.top[focus] ?? 0) + step), last)
        case .replies:
            let last = max(0, replies.count - 1)
            let here = self.places.cursor[.replies] ?? 0
            self.places.cursor[.replies] = min(max(0, here + step), last)
        }
    }

    /// Lines a scrolling pane has in all.
    func contentRows(of focus: Focus) -> Int {
        guard let body = arrangement.body(of: focus) else { return 0 }
        switch focus {
        case .order: return OrderPane.lines(self, width: body.width).count
        case .customer:
            return CustomerPane.lines(self, width: body.width, rows: body.height).count
        case .shelf: return ShelfPane.lines(self, width: body.width).count
        case .composer, .queue, .chat, .replies: return 0
        }
    }

    private func clickTab(_ mouse: Mouse, _ places: Arrangement) {
        guard case .press(.left) = mouse.action, let row = places.tabs, row.contains(mouse.at)
        else { return }
        var x = row.x
        for tab in [Focus.chat, .queue, .order, .customer, .replies] {
            x += gate.width(of: " " + say(Words.pane(tab)) + " ")
            if mouse.at.x < x { return turn(to: tab == .chat ? .composer : tab) }
        }
    }
}
