import Engine
import Replaying
import Terminal

/// The time line under a replayed desk: how busy each stretch was, where something turned, where
/// one stands, and what has just happened.
struct TimeLinePane {
    /// Rows it takes, its rule included.
    static func rows(of size: Size) -> Int { size.rows >= 20 ? 5 : size.rows >= 12 ? 4 : 2 }

    func draw(_ desk: Desk, in rect: Rect, into canvas: inout Canvas) {
        guard let replay = desk.replay, !rect.isEmpty else { return }
        canvas.fill(rect, style: desk.style(.text))
        var rest = rect
        let rule = rest.takeTop(1)
        desk.drawRule(
            title(replay, desk), in: rule, hasFocus: desk.focus == .composer, into: &canvas)
        drawKept(replay, desk, in: rule, into: &canvas)
        if rest.height >= 4 { drawDensity(replay, desk, in: rest.takeTop(1), into: &canvas) }
        if rest.height >= 2 { drawMarks(replay, desk, in: rest.takeTop(1), into: &canvas) }
        if rest.height >= 1 { drawStep(replay, desk, in: rest.takeTop(1), into: &canvas) }
        if rest.height >= 1 { drawMilestone(replay, desk, in: rest.takeTop(1), into: &canvas) }
        canvas.caret = Point(x: rect.x, y: rect.bottom - 1)
    }

    /// The instant under a click; nil beside the line.
    func instant(at point: Point, in rect: Rect, _ desk: Desk) -> Instant? {
        guard let replay = desk.replay, rect.contains(point), point.y > rect.y else { return nil }
        return TimeLine.instant(at: point.x - rect.x, of: rect.width, in: replay.span)
    }

    private func title(_ replay: Replay, _ desk: Desk) -> String {
        let reel = replay.reel
        let state = replay.isPlaying ? "▶" : desk.glyphs.onHold
        let plain = desk.gate.ambiguousIsWide && replay.isPlaying ? ">" : state
        let last = reel.ending == nil ? reel.total : reel.count
        return " \(plain) ×\(replay.speed)  "
            + desk.say(ReplayWords.place(replay.place, of: last))
            + (replay.follows ? "" : " · " + desk.say(ReplayWords.stays))
    }

    /// How much of the file is here, or how many marks lie behind and before.
    private func drawKept(
        _ replay: Replay, _ desk: Desk, in row: Rect, into canvas: inout Canvas
    ) {
        let reel = replay.reel
        let text: Bilingual
        switch reel.ending {
        case nil: text = ReplayWords.readSoFar(reel.count * 100 / max(1, reel.total))
        case .cut?: text = ReplayWords.isCut
        case .whole?:
            let line = replay.timeLine
            text = ReplayWords.marks(
                line.count(upTo: replay.place), of: line.milestones.count)
        }
        let shown = " " + desk.say(text) + " "
        let width = desk.gate.width(of: shown)
        guard width + 30 < row.width else { return }
        canvas.put(
            shown, at: Point(x: row.right - width, y: row.y),
            style: desk.style(reel.ending == .whole ? .title : .warning))
    }

    private func drawDensity(
        _ replay: Replay, _ desk: Desk, in row: Rect, into canvas: inout Canvas
    ) {
        let counts = replay.reel.density(columns: row.width)
        let most = max(1, counts.max() ?? 1)
        let bars: [Character] =
            desk.gate.ambiguousIsWide
            ? Array(" .:-=+*#") : Array(" ▁▂▃▄▅▆▇█")
        let here = TimeLine.column(of: replay.now, of: row.width, in: replay.span)
        for (column, count) in counts.enumerated() where count > 0 {
            let level = max(1, count * (bars.count - 1) / most)
            canvas.put(
                String(bars[level]), at: Point(x: row.x + column, y: row.y),
                style: desk.style(column <= here ? .accent : .dim))
        }
    }

    private func drawMarks(
        _ replay: Replay, _ desk: Desk, in row: Rect, into canvas: inout Canvas
    ) {
        let here = TimeLine.column(of: replay.now, of: row.width, in: replay.span)
        canvas.fill(row, with: desk.glyphs.rule, style: desk.style(.rule))
        for (column, milestone) in replay.marks(columns: row.width).enumerated() {
            guard let milestone else { continue }
            canvas.put(
                milestone.glyph(desk), at: Point(x: row.x + column, y: row.y), limit: 1,
                style: desk.style(milestone.ink))
        }
        canvas.put(
            desk.gate.ambiguousIsWide ? "^" : "▲", at: Point(x: row.x + here, y: row.y), limit: 1,
            style: desk.style(.selected))
    }

    /// What has just happened, and when.
    private func drawStep(
        _ replay: Replay, _ desk: Desk, in row: Rect, into canvas: inout Canvas
    ) {
        let time = desk.civil(desk.now)
        let clock = time.clock + ":" + Lengths.two(time.second)
        let used = canvas.put(
            " " + clock + "  ", at: row.origin, limit: row.width, style: desk.style(.time))
        let (text, ink) = desk.story(of: replay.step)
        canvas.put(
            text, at: Point(x: row.x + used, y: row.y), limit: row.width - used,
            style: desk.style(ink), overflow: .ellipsis)
    }

    /// The note or the mark of this moment; else the next mark there is to go to.
    private func drawMilestone(
        _ replay: Replay, _ desk: Desk, in row: Rect, into canvas: inout Canvas
    ) {
        let line = replay.timeLine
        let here = line.at(replay.place).max { $0.weight < $1.weight }
        guard let milestone = here ?? line.next(after: replay.place) else { return }
        let lead =
            here == nil
            ? desk.say(ReplayWords.nextMark(desk.civil(milestone.at).clock)) : ""
        let known = milestone.conversation.flatMap { desk.shop?.conversations[$0]?.id }
        let who = known.map { desk.name(of: $0) + " · " } ?? ""
        canvas.put(
            " " + milestone.glyph(desk) + " " + lead + who + desk.say(milestone.words),
            at: row.origin, limit: row.width,
            style: desk.style(here == nil ? .dim : milestone.ink), overflow: .ellipsis)
    }
}

extension Milestone {
    /// One column wide on every terminal.
    func glyph(_ desk: Desk) -> String {
        let plain = desk.gate.ambiguousIsWide
        switch kind {
        case .came: return plain ? "o" : "○"
        case .moodTurned(let by): return by < 0 ? (plain ? "v" : "▼") : (plain ? "^" : "△")
        case .promiseBroken: return "!"
        case .refused: return "x"
        case .disputed: return "?"
        case .left: return "<"
        case .rated: return "*"
        case .overdue: return "!"
        case .handedOver: return ">"
        case .ended: return plain ? "#" : "■"
        case .lost: return "-"
        case .won: return "+"
        case .noted: return desk.glyphs.draft
        }
    }

    var ink: Role {
        if case .noted = kind { return .note }
        return isGood.map { $0 ? .ok : .danger } ?? .accent
    }
}

extension Desk {
    /// What a step was, in a line: who said what, or what was done.
    func story(of step: ReelStep?) -> (text: String, ink: Role) {
        guard let step else { return (say(ReplayWords.beforeAll), .dim) }
        for event in step.events {
            if let said = event.said {
                let name = event.conversation.map { self.name(of: $0) } ?? ""
                let (who, ink) = said.who.shown(name, self)
                return ("\(who)：\(oneLine(said.text))", ink)
            }
        }
        let deeds = step.events.compactMap { event -> String? in
            if case .moodShifted(_, let by, _) = event {
                return say(DebriefWords.mood) + (by < 0 ? " −\(-by)" : " +\(by)")
            }
            return event.deed.map { say($0) }
        }
        let whose = step.events.compactMap(\.conversation).first
        let name = whose.map { self.name(of: $0) + " · " } ?? ""
        return (name + deeds.joined(separator: " · "), .system)
    }
}

extension Event {
    /// Who speaks in it, and the words.
    fileprivate var said: (who: Chronicle.Who, text: String)? {
        switch self {
        case .buyerSpoke(_, _, let text): (.buyer, text)
        case .replySent(_, _, _, let text): (.agent, text)
        case .noteWritten(_, _, _, let text): (.note, text)
        case .autoReplied(_, _, let text): (.robot, text)
        case _: nil
        }
    }
}

extension Chronicle.Who {
    fileprivate func shown(_ name: String, _ desk: Desk) -> (String, Role) {
        switch self {
        case .buyer: (name, .buyer)
        case .agent: (desk.say(DebriefWords.me) + " → " + name, .agent)
        case .note: (desk.say(DebriefWords.note), .note)
        case .robot: (desk.say(DebriefWords.robot), .bot)
        case .deed, .mood: (name, .system)
        }
    }
}
