import Coaching
import Engine
import Terminal

/// Where one writes: the recipient's name in the rule above, then the text with the caret.
struct ComposerPane {
    func draw(_ desk: Desk, in rect: Rect, into canvas: inout Canvas) {
        guard !rect.isEmpty else { return }
        let isNote = desk.slot?.isNote == true
        var area = rect
        if rect.height > 1 {
            let row = area.takeTop(1)
            desk.drawRule(title(desk), in: row, hasFocus: desk.focus == .composer, into: &canvas)
            let written = desk.gate.width(of: title(desk)) + 1
            drawCoach(desk, in: row.inset(left: written), into: &canvas)
            drawCount(desk, in: row, into: &canvas)
        }
        guard desk.slot != nil else {
            let hint = desk.queue.count == 0 ? Words.nobodyYet : Words.nobodySelected
            canvas.put(
                desk.say(hint), at: area.origin, limit: area.width,
                style: desk.style(.dim), overflow: .ellipsis)
            if desk.overlays.isEmpty { canvas.caret = area.origin }
            return
        }
        let hasCaret = desk.overlays.isEmpty && desk.focus != .replies
        desk.composer.draw(
            on: &canvas, in: area, style: desk.style(isNote ? .note : .input),
            hasCaret: hasCaret)
        if desk.composer.isEmpty {
            let open = isNote ? nil : desk.openQuestions.first
            let hint = open.map { desk.oneLine($0.text) }.map(Words.notAnswered)
            canvas.put(
                desk.say(
                    hint ?? (isNote ? Words.noteHint : Words.writeHint(desk.talk?.channel.manner))),
                at: Point(x: area.x + 1, y: area.y), limit: area.width - 1,
                style: desk.style(.placeholder, on: .input), overflow: .ellipsis)
        }
    }

    private func title(_ desk: Desk) -> String {
        guard let slot = desk.slot else { return "" }
        let name = desk.name(of: slot.conversation)
        if let waiting = desk.outgoing {
            let seconds = (waiting.at - desk.wall + 999) / 1000
            return desk.say(Words.goesIn(Int(seconds), desk.name(of: waiting.conversation)))
        }
        return desk.say(slot.isNote ? Words.noteAbout(name) : Words.to(name))
    }

    /// The gravest thing the coach has to say about what is written, flush right in the rule.
    private func drawCoach(_ desk: Desk, in room: Rect, into canvas: inout Canvas) {
        let advice = desk.advice
        guard let first = advice.first, room.width >= 12 else { return }
        let more = advice.count - 1
        let key = DeskCommand.named("coach").map { desk.keyName(of: $0, in: .composer) } ?? ""
        let tail = more > 0 ? " +\(more) \(key)" : ""
        let space = room.width - 2 - desk.gate.width(of: tail)
        let text = " " + desk.gate.cut(desk.sentence(first), toWidth: space) + tail
        canvas.put(
            text, at: Point(x: room.right - desk.gate.width(of: text), y: room.y),
            style: desk.style(first.ink))
    }

    /// How much of the longest message is used up, once it matters.
    private func drawCount(_ desk: Desk, in row: Rect, into canvas: inout Canvas) {
        guard let limit = desk.shop?.rules.messageCharacters else { return }
        let count = desk.composer.count
        guard count * 10 > limit * 8 else { return }
        let text = " \(count)/\(limit)"
        let width = desk.gate.width(of: text)
        canvas.put(
            text, at: Point(x: row.right - width, y: row.y),
            style: desk.style(count > limit ? .waitingRed : .waitingAmber))
    }
}
