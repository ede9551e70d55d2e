import Engine
import Shifts
import Terminal

/// Who else is at the desk: the guide of the first minutes, or another desk that is watched.
extension Desk {
    /// The row below the header that tells of either.
    var hasStrip: Bool { guide != nil || watched != nil }

    func drawStrip(in row: Rect, into canvas: inout Canvas) {
        if let guide { return guide.draw(self, in: row, into: &canvas) }
        guard let watched else { return }
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
        let entries = watched.newEntries()
        guard !entries.isEmpty else { return }
        observe(shift.follow(entries))
    }
}

extension WatchedShift {
    /// How often the journal of the other desk is looked into.
    static let pollMilliseconds = 500
}
