import Engine
import Shifts
import Terminal

/// What is said to the class, in two rows above the keys that are told.
extension Desk {
    /// Rows kept for captions: always the same, so that nothing jumps when one comes.
    var captionRows: Int {
        demo != nil && presenting != nil ? 2 : 0
    }

    /// Draws the caption; at a teaching point with the key that goes on.
    func drawCaption(in rect: Rect, into canvas: inout Canvas) {
        guard let demo, !rect.isEmpty else { return }
        guard let caption = demo.caption else {
            return drawStanding(demo, in: rect, into: &canvas)
        }
        canvas.fill(rect, style: style(.badge))
        let key = demo.waits ? " " + say(PresentingWords.goesOn(keyName(of: "pause"))) + " " : ""
        let tail = gate.width(of: key)
        let lines = gate.wrap(say(caption.text), width: max(8, rect.width - 4))
        for (place, line) in lines.prefix(rect.height).enumerated() {
            canvas.put(
                line, at: Point(x: rect.x + 2, y: rect.y + place), limit: rect.width - 3,
                style: style(.badge), overflow: .ellipsis)
        }
        guard tail > 0, tail < rect.width else { return }
        canvas.put(
            key, at: Point(x: rect.right - tail, y: rect.bottom - 1), style: style(.selected))
    }

    /// With nothing to say: whether the demonstration plays, and the key that takes over.
    private func drawStanding(_ demo: DemoPlayer, in rect: Rect, into canvas: inout Canvas) {
        guard demo.canPlay else { return }
        let text = demo.standing(self)
        canvas.put(
            say(text), at: Point(x: rect.x + 2, y: rect.bottom - 1), limit: rect.width - 3,
            style: style(.dim), overflow: .ellipsis)
    }

    /// Covers a page that would give scores away.
    func drawCover(_ page: any Page, into canvas: inout Canvas) {
        let frame = PageFrame(
            title: page.title,
            hints: [PageFrame.Hint(keyName(of: "reveal"), PresentingWords.reveal)])
        let rect = frame.draw(self, into: &canvas)
        let text = say(PresentingWords.scoreIsCovered(keyName(of: "reveal")))
        let lines = gate.wrap(text, width: max(8, min(50, rect.width - 4)))
        for (place, line) in lines.enumerated() {
            let x = rect.x + max(0, (rect.width - gate.width(of: line)) / 2)
            let y = rect.y + max(0, (rect.height - lines.count) / 2) + place
            canvas.put(line, at: Point(x: x, y: y), limit: rect.width, style: style(.strong))
        }
    }
}
