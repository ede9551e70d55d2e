import Engine
import Shifts
import Terminal

/// Who else is at the desk: the guide of the first minutes, a demonstration, or another desk that is
/// watched.
extension Desk {
    /// The row below the header that tells of them, or of a race.
    var hasStrip: Bool {
        guide != nil || watched != nil || (demo != nil && presenting == nil)
            || race != nil
    }

    func drawStrip(in row: Rect, into canvas: inout Canvas) {
        if let guide { return guide.draw(self, in: row, into: &canvas) }
        if seat != nil { return drawSeatLine(in: row, into: &canvas) }
        if let demo, watched == nil {
            let text = demo.caption?.text ?? demo.standing(self)
            canvas.fill(row, style: style(.badge))
            canvas.put(
                " " + say(text), at: row.origin, limit: row.width, style: style(.badge),
                overflow: .ellipsis)
            return
        }
        guard let watched else { return drawRace(in: row, into: &canvas) }
        canvas.fill(row, style: style(.banner))
        canvas.put(
            " " + say(PageWords.watching(watched.holder.process)), at: row.origin,
            limit: row.width, style: style(.banner), overflow: .ellipsis)
    }

    /// Lets the guide hear an input; answers whether it was for the guide alone.
    func answerWithGuide(_ input: Input) -> Bool {
        // A copy: what the guide does may put it away.
        guard page == nil, var heard = guide else { return false }
        let isTaken = heard.hear(input, self)
        if guide != nil { guide = heard }
        return isTaken
    }

    /// Takes in what the watched desk has stored meanwhile.
    func follow() {
        guard let watched, let shift else { return }
        // Who is there and what time it is may have changed without an entry.
        if seat != nil { still = nil }
        let entries = watched.newEntries()
        guard !entries.isEmpty else { return }
        observe(shift.follow(entries))
    }
}

extension WatchedShift {
    /// How often the journal of the other desk is looked into.
    static let pollMilliseconds = 500
}
