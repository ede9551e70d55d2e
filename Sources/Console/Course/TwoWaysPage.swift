import Course
import Engine
import Grading
import Terminal

/// The first lesson: the same customer served politely and then well, stepped through line by
/// line, with the customer's mood and the grade beside.
///
/// Both are real: programs served the case, the simulated customer took it as it takes everything,
/// and the grade is the debrief's, as if the conversation had ended at this line.
struct TwoWaysPage: Page {
    private let door: CourseDoor
    private let way: CourseDoor.Way
    private let ways: [PlayedWay]
    /// Which of them is looked at, and how many lines of each have been shown.
    private var shown = 0
    private var steps: [Int]
    /// Every line of each, told once in a language.
    private let told: [Tongue: [[Chronicle.Line]]]

    init(_ door: CourseDoor, _ ways: [PlayedWay], from way: CourseDoor.Way) {
        self.door = door
        self.way = way
        self.ways = ways
        steps = ways.map { _ in 1 }
        told = Dictionary(
            uniqueKeysWithValues: Tongue.allCases.map { tongue in
                (
                    tongue,
                    ways.map { Chronicle($0.conversation, of: $0.debrief, tongue: tongue).lines }
                )
            })
    }

    var title: Bilingual { CourseWords.twoWays }

    mutating func handle(_ input: Input, _ desk: Desk) -> Bool {
        switch input {
        case .mouse(let mouse):
            if mouse.action == .wheelDown { move(by: 1, desk) }
            if mouse.action == .wheelUp { move(by: -1, desk) }
            return mouse.action == .wheelDown || mouse.action == .wheelUp
        case .key(let key):
            guard key.modifiers.isEmpty else { return false }
            switch key.code {
            case .escape: door.back(to: way, desk)
            case .enter, .down, .right, .character(" "): move(by: 1, desk)
            case .up, .left, .backspace: move(by: -1, desk)
            case .pageDown: move(by: 5, desk)
            case .pageUp: move(by: -5, desk)
            case .end: move(by: 10_000, desk)
            case .home: move(by: -10_000, desk)
            case .tab, .backTab: shown = (shown + 1) % max(1, ways.count)
            case .character(let character):
                guard let digit = character.typedDigit, ways.indices.contains(digit - 1) else {
                    return false
                }
                shown = digit - 1
            case .delete, .insert, .function: return false
            }
            return true
        case .paste, .resize, .focus, .resumed, .profile, .hangup, .unknown: return false
        }
    }

    private mutating func move(by step: Int, _ desk: Desk) {
        guard ways.indices.contains(shown) else { return }
        let count = lines(of: shown, desk).count
        steps[shown] = max(1, min(steps[shown] + step, count))
    }

    private func lines(of place: Int, _ desk: Desk) -> [Chronicle.Line] {
        told[desk.tongue]?[place] ?? []
    }

    // MARK: Drawing

    func draw(_ desk: Desk, into canvas: inout Canvas) {
        let frame = PageFrame(
            title: title,
            hints: [
                .init("Enter", CourseWords.step), .init("↑", CourseWords.stepBack),
                .init("End", CourseWords.toEnd), .init("Tab", CourseWords.otherWay),
                .init("Esc", PageWords.back),
            ])
        _ = frame.draw(desk, into: &canvas)
        guard ways.indices.contains(shown) else { return }
        var body = PageFrame.column(desk, width: 116).inset(columns: 1, rows: 0)
        drawTabs(desk, in: body.takeTop(1), into: &canvas)
        if body.height > 18 { _ = body.takeTop(1) }
        let side = min(36, body.width / 3 + 2)
        let panel = body.takeRight(side)
        _ = body.takeRight(2)
        drawTalk(desk, in: body, into: &canvas)
        drawPanel(desk, in: panel, into: &canvas)
    }

    private func drawTabs(_ desk: Desk, in row: Rect, into canvas: inout Canvas) {
        var x = row.x
        for (place, way) in ways.enumerated() {
            let isShown = place == shown
            let text = " \(place + 1) " + desk.say(way.title) + " "
            canvas.put(
                text, at: Point(x: x, y: row.y), limit: max(0, row.right - x),
                style: desk.style(isShown ? .strong : .dim, on: isShown ? .selected : .text))
            x += desk.gate.width(of: text) + 1
        }
        let count = lines(of: shown, desk).count
        let progress = "\(steps[shown])/\(count)"
        canvas.put(
            progress, at: Point(x: row.right - desk.gate.width(of: progress), y: row.y),
            style: desk.style(.dim))
    }

    /// The lines so far, the newest at the bottom.
    private func drawTalk(_ desk: Desk, in rect: Rect, into canvas: inout Canvas) {
        let way = ways[shown]
        let all = lines(of: shown, desk).prefix(steps[shown])
        let empty = Set(
            (way.debrief.report.grade(of: way.conversation)?.emptyPoliteness ?? []).map(\.event))
        var rows: [(text: String, ink: Role, indent: Int)] = []
        for line in all {
            let (lead, ink, indent) = look(of: line.who, desk)
            let mark = empty.contains(line.event) ? "  [" + desk.say(CourseWords.empty) + "]" : ""
            let hanging = indent + desk.gate.width(of: lead)
            let wrapped = desk.gate.wrap(line.text + mark, width: max(8, rect.width - hanging))
            rows += wrapped.enumerated().map { place, text in
                place == 0 ? (lead + text, ink, indent) : (text, ink, hanging)
            }
        }
        let seen = rows.suffix(rect.height)
        for (place, row) in seen.enumerated() {
            canvas.put(
                row.text, at: Point(x: rect.x + row.indent, y: rect.y + place),
                limit: rect.width - row.indent, style: desk.style(row.ink))
        }
    }

    private func look(of who: Chronicle.Who, _ desk: Desk) -> (String, Role, Int) {
        let name = ways[shown].debrief.report.grade(of: ways[shown].conversation)?.customerName
        switch who {
        case .buyer: return ((name ?? "") + "  ", .buyer, 0)
        case .agent: return (desk.say(DebriefWords.me) + "  ", .agent, 2)
        case .note: return (desk.say(DebriefWords.note) + "  ", .note, 2)
        case .robot: return (desk.say(DebriefWords.robot) + "  ", .bot, 2)
        case .deed: return ("· ", .system, 4)
        case .mood(let by): return (by > 0 ? "+\(by)  " : "−\(-by)  ", by < 0 ? .warning : .ok, 6)
        }
    }

    // MARK: The panel

    private func drawPanel(_ desk: Desk, in rect: Rect, into canvas: inout Canvas) {
        let width = rect.width
        let (now, track) = mood(of: shown, desk)
        let ink: Role = now < 40 ? .warning : .ok
        var lines = [
            PaneLine(desk.say(CourseWords.mood), "\(now)", rightInk: ink),
            PaneLine(Spark.bar(now, of: 100, columns: width, desk.gate), ink: ink),
            PaneLine(
                Spark(track.map { $0 }, in: 0...100).text(columns: width, desk.gate), ink: .dim),
        ]
        if let grade = grade(of: shown, desk) { lines += parts(of: grade, desk, width) }
        for place in ways.indices where place != shown {
            let (mood, _) = mood(of: place, desk)
            let other =
                desk.say(CourseWords.moodShort) + " \(mood)  " + desk.say(CourseWords.gradeShort)
                + " \(grade(of: place, desk)?.total ?? 0)"
            lines.append(PaneLine(desk.say(CourseWords.theOther), other, ink: .dim))
        }
        desk.drawLines(lines, from: 0, in: rect, into: &canvas)
    }

    private func parts(
        of grade: ConversationGrade, _ desk: Desk, _ width: Int
    ) -> [PaneLine] {
        var lines = [
            PaneLine(desk.say(CourseWords.gradeHere), "\(grade.total)", rightInk: .strong)
        ]
        lines += Dimension.allCases.filter { $0.points > 0 }.map { side in
            PaneLine(
                "  " + desk.say(side.name), "\(max(0, grade.points(of: side)))/\(side.points)",
                ink: .dim, rightInk: .text)
        }
        let lit = grade.lights.map { $0.isLit ? desk.glyphs.waiting : desk.glyphs.new }
        lines.append(PaneLine(lit.joined(separator: " "), ink: .accent))
        let promises = grade.promises.filter { $0.due != nil }
        lines.append(
            PaneLine(
                desk.say(CourseWords.promised),
                promises.isEmpty ? desk.say(CourseWords.noPromise) : "", ink: .text,
                rightInk: .warning))
        for promise in promises.suffix(2) {
            lines += desk.wrapped(
                Self.plain(promise.text) + " · " + desk.say(promise.outcome.name), width: width,
                indent: 2, ink: .promise)
        }
        if steps[shown] == self.lines(of: shown, desk).count {
            let end = CourseWords.over(grade.total, mood: mood(of: shown, desk).now)
            lines += desk.wrapped(desk.say(end), width: width, ink: .strong)
        }
        return lines
    }

    /// A promise is a part of a sentence; the stop behind it is none of it.
    private static func plain(_ text: String) -> String {
        var text = Substring(text)
        while let last = text.last, last.isPunctuation || last.isWhitespace { text.removeLast() }
        return String(text)
    }

    /// The event of the line that was shown last.
    private func event(of place: Int, _ desk: Desk) -> Int {
        let all = lines(of: place, desk)
        guard !all.isEmpty else { return 0 }
        return all[max(0, min(steps[place], all.count) - 1)].event
    }

    private func grade(of place: Int, _ desk: Desk) -> ConversationGrade? {
        ways[place].grade(event(of: place, desk))
    }

    /// How the customer feels now, and felt before, change by change.
    private func mood(of place: Int, _ desk: Desk) -> (now: Int, track: [Int]) {
        guard let track = ways[place].debrief.report.grade(of: ways[place].conversation)?.mood
        else { return (0, []) }
        let event = event(of: place, desk)
        var mood = track.start
        var moods = [mood]
        for shift in track.shifts where shift.event <= event {
            mood = max(0, min(100, mood + shift.by))
            moods.append(mood)
        }
        return (mood, moods)
    }
}
