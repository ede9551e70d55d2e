import Engine
import Replaying
import Shifts

/// A stored shift on the desk, as it was: which moment is shown, and whether it runs.
struct Replay {
    let host: any PageHost
    let name: String
    let reel: Reel
    let parent: String?
    var notes: TeacherNotes
    /// So many entries have happened.
    var place = 0
    /// The shop's clock.
    var now: Instant
    var isPlaying = false
    /// Shop seconds in one second of the wall.
    var speed = 1
    /// The desk turns to the customer whom something happens with.
    var follows = true
    /// Whom it turned to last: a person who turns elsewhere is not turned back.
    var ledTo: ConversationID?
    /// Where to go as soon as it has been read.
    var wanted: MomentWish.Place?
    /// Points of the grade, once the whole shift has been read and judged.
    var points: [Milestone]?
    private let lines = Lines()

    static let speeds = [1, 2, 4, 8, 16]
    /// Longer shifts are not judged while somebody waits for a key; their other marks are there.
    static let judgedEntries = 30_000

    init(_ opened: OpenedReplay, host: any PageHost) {
        self.host = host
        name = opened.name
        reel = opened.reel
        notes = opened.notes
        parent = opened.parent
        now = opened.reel.card.startsAt
    }

    var span: ClosedRange<Instant> { reel.span }

    /// As far as the shift will reach, where it has not been read to its end.
    var horizon: ClosedRange<Instant> {
        guard reel.ending == nil, let end = reel.card.endsAt else { return span }
        return span.lowerBound...max(span.upperBound, end)
    }

    /// The step that led to the moment shown.
    var step: ReelStep? { reel.step(place) }

    var isAtEnd: Bool { reel.ending != nil && place >= reel.count }

    mutating func changeSpeed(by step: Int) {
        let here = Self.speeds.firstIndex(of: speed) ?? 0
        speed = Self.speeds[min(max(0, here + step), Self.speeds.count - 1)]
    }

    // MARK: The time line

    /// The time line as it was last put together; putting it together costs as much as there are
    /// milestones.
    private final class Lines {
        // A class: drawing changes nothing of the replay, but what was worked out is kept.
        struct Key: Hashable {
            var found: Int
            var points: Int
            var notes: TeacherNotes
        }
        var key: Key?
        var line = TimeLine()
        var columns: [Int: (span: ClosedRange<Instant>, marks: [Milestone?])] = [:]
    }

    var timeLine: TimeLine {
        let found = reel.milestones
        let key = Lines.Key(found: found.count, points: points?.count ?? 0, notes: notes)
        if lines.key != key {
            lines.key = key
            lines.line = TimeLine(
                found, with: (points ?? []) + notes.all.map(\.milestone))
            lines.columns = [:]
        }
        return lines.line
    }

    /// The weightiest milestone of each column of the screen.
    func marks(columns: Int) -> [Milestone?] {
        let line = timeLine
        let span = span
        if let known = lines.columns[columns], known.span == span { return known.marks }
        let marks = line.columns(columns, in: span)
        lines.columns = [columns: (span, marks)]
        return marks
    }
}
