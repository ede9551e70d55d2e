import Engine
import Terminal

/// The shop's snippets, numbered as Alt-1 … Alt-9 take them.
struct RepliesPane: Pane {
    func title(_ desk: Desk) -> String {
        let name = desk.say(Words.pane(.replies))
        if let inline = desk.inlineReplies { return name + " /" + inline.code }
        return desk.places.replyFilter.isEmpty ? name : name + " /" + desk.places.replyFilter
    }

    func draw(_ desk: Desk, in rect: Rect, into canvas: inout Canvas) {
        let offered = desk.replies
        if desk.focus == .replies, desk.overlays.isEmpty {
            let title = desk.gate.width(of: title(desk))
            canvas.caret = Point(x: min(rect.right - 1, rect.x + title), y: rect.y - 1)
        }
        guard !offered.isEmpty else {
            let isFiltered = desk.inlineReplies != nil || !desk.places.replyFilter.isEmpty
            let none = desk.talk == nil ? Words.repliesWait : Words.noReplies
            let text = desk.say(isFiltered ? Words.noReplyFound : none)
            let lines = desk.wrapped(text, width: rect.width, ink: .dim)
            return desk.drawLines(lines, from: 0, in: rect, into: &canvas)
        }
        // With height enough, the chosen one is shown whole below the list.
        let preview = rect.height >= 8 ? rect.height / 2 : 0
        let rows = rect.height - preview
        let cursor = min(desk.places.cursor[.replies] ?? 0, offered.count - 1)
        let suggested = offered.prefix { $0.isSuggested }.count
        let isActive = desk.focus == .replies || desk.inlineReplies != nil
        let first = RepliesPane.first(cursor: cursor, rows: rows, count: offered.count)
        for (row, reply) in offered.dropFirst(first).prefix(rows).enumerated() {
            let place = first + row
            let line = rect.row(row)
            let ground: Role = isActive && place == cursor ? .selected : .text
            canvas.fill(line, style: desk.style(ground))
            let number = place - suggested
            let digit = (0..<9).contains(number) ? "\(number + 1) " : "  "
            var x = line.x
            x += canvas.put(digit, at: line.origin, style: desk.style(.key, on: ground))
            x += canvas.put(
                reply.code, at: Point(x: x, y: line.y), limit: line.right - x,
                style: desk.style(reply.isSuggested ? .accent : .strong, on: ground))
            canvas.put(
                (reply.isSuggested ? " ← " : " ") + reply.title, at: Point(x: x, y: line.y),
                limit: max(0, line.right - x),
                style: desk.style(.text, on: ground), overflow: .ellipsis)
        }
        guard preview > 1 else { return }
        let box = rect.inset(top: rows + 1)
        desk.drawLines(
            desk.wrapped(
                offered[cursor].preview(in: desk.tongue), width: box.width, ink: .dim), from: 0,
            in: box, into: &canvas)
    }

    func click(row: Int, _ desk: Desk) {
        guard let rect = desk.arrangement.body(of: .replies) else { return }
        let count = desk.replies.count
        let preview = rect.height >= 8 ? rect.height / 2 : 0
        let cursor = min(desk.places.cursor[.replies] ?? 0, max(0, count - 1))
        let place =
            RepliesPane.first(cursor: cursor, rows: rect.height - preview, count: count) + row
        if place == desk.places.cursor[.replies], let reply = desk.chosenReply {
            return desk.insert(reply)
        }
        if place < count { desk.places.cursor[.replies] = place }
    }

    static func first(cursor: Int, rows: Int, count: Int) -> Int {
        max(0, min(cursor - rows / 2, count - rows))
    }
}
