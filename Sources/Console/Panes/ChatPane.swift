import Engine
import Terminal

/// What was said, and the window over it.
struct ChatPane: Pane {
    func title(_ desk: Desk) -> String {
        guard let talk = desk.talk else { return desk.say(Words.pane(.chat)) }
        var parts = [
            desk.say(Words.pane(.chat)), desk.name(of: talk.id), desk.say(talk.channel.name),
            desk.say(talk.stage.name),
        ]
        switch talk.phase {
        case .waiting: break
        case .taken: break
        case .onHold(_, _, let note): parts.append(desk.say(Words.heldFor(note)))
        case .transferred(let to, _): parts.append(desk.say(Words.transferredTo(to)))
        case .closed: parts.append(desk.say(Words.closedState))
        }
        if talk.isOpen, !desk.hidesAnswers, let mood = desk.moods.visible(in: talk) {
            parts.append(desk.say(Words.mood(mood)))
        }
        let width = desk.arrangement.rect(of: .chat)?.width ?? 0
        // Where it is tight the pane's own name says least.
        if desk.gate.width(of: parts.joined(separator: " · ")) >= width { parts.removeFirst() }
        return parts.joined(separator: " · ")
    }

    func draw(_ desk: Desk, in rect: Rect, into canvas: inout Canvas) {
        guard let talk = desk.talk else {
            let text = desk.wrapped(desk.say(Words.chatIsEmpty), width: rect.width, ink: .dim)
            return desk.drawLines(text, from: 0, in: rect, into: &canvas)
        }
        guard !rect.isEmpty else { return }
        let transcript = Transcript(desk: desk, talk: talk, width: rect.width - 1)
        let top = transcript.top(rows: rect.height)
        let lines = transcript.lines(from: top, count: rect.height)
        let marked = desk.places.marked[talk.id]
        let answered = talk.messages.lastIndex { message in
            if case .agent = message.author { return !message.isPrivate }
            return false
        }
        for (row, (place, line)) in lines.enumerated() {
            let y = rect.y + row
            let isMarked = place.message == marked
            let isOpen = place.message > answered ?? -1 && talk.awaitsReplySince != nil
            for piece in line.pieces {
                // What nobody has answered yet stands out until somebody has.
                let ink = isOpen && piece.ink == .text ? Role.strong : piece.ink
                canvas.put(
                    piece.text, at: Point(x: rect.x + piece.x, y: y),
                    limit: rect.width - piece.x, style: desk.style(ink))
            }
            guard isMarked else { continue }
            let row = Rect(x: rect.x, y: y, width: rect.width, height: 1)
            canvas.restyle(row) { $0.background = desk.style(.selected).background }
            if desk.style(.selected).attributes.contains(.reverse) {
                canvas.restyle(row) { $0.attributes.insert(.reverse) }
            }
        }
        drawNews(desk, talk, last: lines.last?.place, in: rect, into: &canvas)
    }

    /// `↓ 3 条新消息`, where one reads further up.
    private func drawNews(
        _ desk: Desk, _ talk: Conversation, last: Transcript.Place?, in rect: Rect,
        into canvas: inout Canvas
    ) {
        guard case .line(_, _, let seen) = desk.places.anchors[talk.id] ?? .end else { return }
        let hidden = talk.messages.count - 1 - (last?.message ?? 0)
        guard hidden > 0 else { return }
        let news = talk.messages.count - seen
        let text =
            " \(desk.glyphs.down) "
            + desk.say(news > 0 ? Words.newMessages(news) : Words.moreBelow(hidden)) + " "
        let width = desk.gate.width(of: text)
        canvas.put(
            text, at: Point(x: max(rect.x, rect.right - width), y: rect.bottom - 1),
            limit: rect.width, style: desk.style(news > 0 ? .waitingAmber : .dim))
    }

    func click(row: Int, _ desk: Desk) {
        guard let talk = desk.talk, let rect = desk.arrangement.body(of: .chat) else { return }
        let transcript = Transcript(desk: desk, talk: talk, width: rect.width - 1)
        let lines = transcript.lines(from: transcript.top(rows: rect.height), count: rect.height)
        let index = row
        guard lines.indices.contains(index) else { return }
        desk.places.marked[talk.id] = lines[index].place.message
    }
}
