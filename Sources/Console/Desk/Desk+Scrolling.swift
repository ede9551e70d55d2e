import Engine
import Terminal

/// Reading back in the chat. New messages never move what is being read.
extension Desk {
    /// Scrolls the chat by nearly a page, one line staying for the eye.
    func scrollPage(by pages: Int) {
        let rows = arrangement.body(of: .chat)?.height ?? 1
        scrollChat(by: pages * max(1, rows - 1))
    }

    func scrollChat(by step: Int) {
        guard let talk, let rect = arrangement.body(of: .chat), !rect.isEmpty else { return }
        let transcript = Transcript(desk: self, talk: talk, width: rect.width - 1)
        let here = transcript.top(rows: rect.height)
        if step < 0 {
            let top = transcript.above(here, by: -step)
            keep(top, in: talk)
        } else {
            let lines = transcript.lines(from: here, count: step + 1)
            let top = lines.count > step ? lines[step].place : transcript.topAtEnd(rows: 1)
            if top >= transcript.topAtEnd(rows: rect.height) {
                places.anchors[talk.id] = .end
            } else {
                keep(top, in: talk)
            }
        }
    }

    private func keep(_ top: Transcript.Place, in talk: Conversation) {
        var seen = talk.messages.count
        if case .line(_, _, let before) = places.anchors[talk.id] ?? .end { seen = before }
        places.anchors[talk.id] = .line(message: top.message, line: top.line, seen: seen)
    }

    /// Marks the next message up or down and brings it into view.
    func moveMark(by step: Int) {
        guard let talk, !talk.messages.isEmpty else { return }
        guard let rect = arrangement.body(of: .chat), !rect.isEmpty else { return }
        let last = talk.messages.count - 1
        let here = places.marked[talk.id] ?? (step < 0 ? last + 1 : last)
        let mark = min(max(0, here + min(max(step, -last - 1), last + 1)), last)
        places.marked[talk.id] = mark
        let transcript = Transcript(desk: self, talk: talk, width: rect.width - 1)
        let top = transcript.top(rows: rect.height)
        let shown = transcript.lines(from: top, count: rect.height)
        if mark < top.message || (mark == top.message && top.line > 0) {
            keep(Transcript.Place(message: mark, line: 0), in: talk)
        } else if let end = shown.last?.place, mark > end.message {
            let behind = Transcript.Place(message: mark, line: transcript.block(mark).count)
            let wanted = transcript.above(behind, by: rect.height)
            if mark == last { places.anchors[talk.id] = .end } else { keep(wanted, in: talk) }
        }
    }
}
