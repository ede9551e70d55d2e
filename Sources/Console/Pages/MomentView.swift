import Engine
import Grading
import Terminal

/// The transcript of a conversation, opened at one line of it: who said what, what was done in
/// between, and how the customer took it.
struct MomentView {
    let conversation: ConversationID
    let name: String
    let offset: Int
    let chronicle: Chronicle
    /// The line that is pointed at.
    var cursor: Int
    /// Where the debrief pointed.
    let origin: Int

    init(_ id: ConversationID, event: Int, of debrief: Debrief, tongue: Tongue) {
        conversation = id
        name = debrief.report.grade(of: id)?.customerName ?? id.rawValue
        offset = debrief.report.offset
        chronicle = Chronicle(id, of: debrief, tongue: tongue)
        cursor = chronicle.index(of: event)
        origin = cursor
    }

    mutating func move(by step: Int) {
        cursor = max(0, min(cursor + step, chronicle.lines.count - 1))
    }

    /// One line on the screen.
    private struct Row {
        var time = ""
        var who = ""
        var text: String
        var ink: Role
        var indent: Int
        var line: Int
    }

    private func rows(_ desk: Desk, width: Int) -> [Row] {
        var rows: [Row] = []
        for (place, line) in chronicle.lines.enumerated() {
            let (who, ink, shift) = look(of: line.who, desk)
            let indent = 6 + 10 + shift
            let lead =
                switch line.who {
                case .mood(let by): (by > 0 ? "+\(by)" : "−\(-by)") + "  "
                case .deed: "· "
                case .buyer, .agent, .note, .robot: ""
                }
            let texts = desk.gate.wrap(lead + line.text, width: max(6, width - indent - 1))
            for (number, text) in texts.enumerated() {
                rows.append(
                    Row(
                        time: number == 0 ? CivilTime(line.at, offset: offset).clock : "",
                        who: number == 0 ? who : "", text: text, ink: ink, indent: indent,
                        line: place))
            }
        }
        return rows
    }

    private func look(of who: Chronicle.Who, _ desk: Desk) -> (String, Role, Int) {
        switch who {
        case .buyer: (name, .buyer, 0)
        case .agent: (desk.say(DebriefWords.me), .agent, 2)
        case .note: (desk.say(DebriefWords.note), .note, 2)
        case .robot: (desk.say(DebriefWords.robot), .bot, 2)
        case .deed: ("", .system, 2)
        case .mood(let by): ("", by < 0 ? .warning : .ok, 0)
        }
    }

    func draw(_ desk: Desk, title: Bilingual, into canvas: inout Canvas) {
        let frame = PageFrame(
            title: Bilingual(zh: title.zh + " · " + name, en: title.en + " · " + name),
            hints: [
                .init("Esc", PageWords.back), .init("PgUp PgDn", Bilingual(zh: "翻页", en: "page")),
                .init("Home", Bilingual(zh: "开头", en: "beginning")),
            ])
        _ = frame.draw(desk, into: &canvas)
        let area = PageFrame.column(desk, width: 108).inset(columns: 1, rows: 0)
        let rows = rows(desk, width: area.width)
        let chosen = rows.firstIndex { $0.line == cursor } ?? 0
        let first = max(0, min(chosen - area.height / 3, rows.count - area.height))
        for (place, row) in rows.dropFirst(first).prefix(area.height).enumerated() {
            let line = area.row(place)
            let isChosen = row.line == cursor
            let ground: Role = isChosen ? .selected : .text
            canvas.fill(line, style: desk.style(ground))
            if isChosen {
                canvas.put(
                    desk.glyphs.bar, at: line.origin, style: desk.style(.focus, on: ground))
            }
            canvas.put(
                row.time, at: Point(x: line.x + 1, y: line.y), style: desk.style(.dim, on: ground))
            canvas.put(
                desk.gate.cut(row.who, toWidth: 9), at: Point(x: line.x + 7, y: line.y),
                style: desk.style(row.ink, on: ground))
            canvas.put(
                row.text, at: Point(x: line.x + row.indent + 1, y: line.y),
                limit: line.width - row.indent - 1, style: desk.style(row.ink, on: ground))
        }
    }
}

extension DebriefPage {
    mutating func handleMoment(_ input: Input, _ desk: Desk) -> Bool {
        switch input {
        case .mouse(let mouse):
            if mouse.action == .wheelDown { moment?.move(by: 1) }
            if mouse.action == .wheelUp { moment?.move(by: -1) }
            return true
        case .key(let key):
            guard key.modifiers.isEmpty else { return false }
            switch key.code {
            case .down: moment?.move(by: 1)
            case .up: moment?.move(by: -1)
            case .pageDown: moment?.move(by: 10)
            case .pageUp: moment?.move(by: -10)
            case .home: moment?.move(by: -1_000_000)
            case .end: moment?.move(by: 1_000_000)
            case .escape, .enter, .left, .backspace: moment = nil
            case .character, .tab, .backTab, .delete, .insert, .right, .function: return false
            }
            return true
        case .paste: return true
        case .resize, .focus, .resumed, .profile, .hangup, .unknown: return false
        }
    }
}
