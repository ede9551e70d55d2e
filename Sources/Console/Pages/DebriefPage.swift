public import Engine
import Grading
import Replaying
public import Terminal

/// How a shift went, line by line: the score, the five steps, the figures, each conversation with
/// what was lost and what would have kept it, and one thing to practise next.
///
/// Enter on a line opens the moment it speaks of.
public struct DebriefPage: Page {
    let host: any PageHost
    let debrief: Debrief
    let practice: Practice?
    var open: Set<DebriefRow.Fold> = []
    /// The thing that is chosen, by its place among those that can be.
    var cursor = 0
    /// The first line shown.
    var top = 0
    /// The transcript, while one looks at a moment.
    var moment: MomentView?
    private let sheet = Sheet()

    public init(host: any PageHost, _ debrief: Debrief) {
        self.host = host
        self.debrief = debrief
        practice = Practice(after: debrief, menu: host.startMenu())
        // With a handful of customers everything is spread out; with many, one chooses.
        if debrief.report.conversations.count <= 8 {
            open = Set(debrief.report.conversations.map { .conversation($0.conversation) })
        }
    }

    public var givesScores: Bool { true }
    var score: Int { debrief.report.score.total }

    public var title: Bilingual {
        Bilingual(
            zh: DebriefWords.debrief.zh + " · " + debrief.title.zh,
            en: DebriefWords.debrief.en + " · " + debrief.title.en)
    }

    /// The lines as last laid out; laying out again costs more than a key should.
    final class Sheet {
        // A class: drawing changes nothing on the page, but what was laid out is kept.
        struct Key: Hashable {
            var width: Int
            var tongue: Tongue
            var wide: Bool
            var open: Set<DebriefRow.Fold>
        }
        var key: Key?
        var lines = DebriefLines()
    }

    func lines(_ desk: Desk) -> DebriefLines {
        let key = Sheet.Key(
            width: area(desk).width, tongue: desk.tongue, wide: desk.gate.ambiguousIsWide,
            open: open)
        if sheet.key != key {
            sheet.lines =
                DebriefLayout(
                    desk, debrief, width: key.width, open: open, practice: practice?.words
                ).lines
            sheet.key = key
        }
        return sheet.lines
    }

    /// Where the lines stand.
    func area(_ desk: Desk) -> Rect {
        PageFrame.column(desk, width: 108).inset(columns: desk.size.columns >= 60 ? 2 : 1, rows: 0)
    }

    // MARK: Keys

    public mutating func handle(_ input: Input, _ desk: Desk) -> Bool {
        if moment != nil { return handleMoment(input, desk) }
        switch input {
        case .mouse(let mouse):
            handle(mouse, desk)
            return true
        case .key(let key):
            guard key.modifiers.isEmpty else { return false }
            return handle(key, desk)
        case .paste: return true
        case .resize, .focus, .resumed, .profile, .hangup, .unknown: return false
        }
    }

    private mutating func handle(_ key: Key, _ desk: Desk) -> Bool {
        let lines = lines(desk)
        switch key.code {
        case .down: move(by: 1, lines, desk)
        case .up: move(by: -1, lines, desk)
        case .pageDown: scroll(by: max(1, area(desk).height - 2), lines, desk)
        case .pageUp: scroll(by: -max(1, area(desk).height - 2), lines, desk)
        case .home: go(toRow: 0, lines, desk)
        case .end: go(toRow: lines.rows.count, lines, desk)
        case .enter: act(lines, desk)
        case .right: fold(isOpen: true, lines)
        case .left: fold(isOpen: false, lines)
        case .escape: desk.show(StartPage(host: host))
        case .character(let character):
            guard let digit = character.typedDigit else { return false }
            press(digit, lines, desk)
        case .tab, .backTab, .backspace, .delete, .insert, .function: return false
        }
        return true
    }

    private mutating func press(_ digit: Int, _ lines: DebriefLines, _ desk: Desk) {
        switch digit {
        case 1: go(to: .score, lines, desk)
        case 2: go(to: .figures, lines, desk)
        case 3: go(to: .conversations, lines, desk)
        case 4: go(to: .practice, lines, desk)
        case 5: practise(desk)
        case 6: export(.html, desk)
        case 7: export(.csv, desk)
        case 8: export(.json, desk)
        case 9: desk.openReplay(debrief.id, with: host, at: moment(lines))
        case 0: desk.show(StartPage(host: host))
        case _: break
        }
    }

    /// The moment the chosen line speaks of; nil where it speaks of none.
    private func moment(_ lines: DebriefLines) -> MomentWish? {
        guard lines.items.indices.contains(cursor),
            case .moment(_, let event) = lines.items[cursor].target
        else { return nil }
        return .event(event)
    }

    private func export(_ form: ReportForm, _ desk: Desk) {
        do {
            desk.announce(.done, DebriefWords.exported(try host.export(debrief, as: form)))
        } catch {
            desk.announce(.refused, error.sentence)
        }
    }

    private func practise(_ desk: Desk) {
        if let practice { desk.begin(practice.choice, with: host) }
    }

    private mutating func act(_ lines: DebriefLines, _ desk: Desk) {
        guard lines.items.indices.contains(cursor) else { return }
        switch lines.items[cursor].target {
        case .fold(let fold): if open.remove(fold) == nil { open.insert(fold) }
        case .moment(let id, let event):
            moment = MomentView(id, event: event, of: debrief, tongue: desk.tongue)
        case .practise: practise(desk)
        }
    }

    private mutating func fold(isOpen: Bool, _ lines: DebriefLines) {
        guard lines.items.indices.contains(cursor) else { return }
        guard case .fold(let fold) = lines.items[cursor].target else { return }
        if isOpen { open.insert(fold) } else { open.remove(fold) }
    }

    private mutating func handle(_ mouse: Mouse, _ desk: Desk) {
        let lines = lines(desk)
        switch mouse.action {
        case .wheelDown: scroll(by: 3, lines, desk)
        case .wheelUp: scroll(by: -3, lines, desk)
        case .press(.left):
            let area = area(desk)
            guard area.contains(mouse.at) else { return }
            let row = shownTop(lines, desk) + mouse.at.y - area.y
            guard lines.rows.indices.contains(row), let item = lines.rows[row].item else { return }
            if cursor == item { act(lines, desk) } else { cursor = item }
        case .press, .release, .drag: break
        }
    }

    // MARK: Moving

    /// To the next thing that can be chosen; where it is further than the window, a page's part
    /// of the text between is shown first.
    private mutating func move(by step: Int, _ lines: DebriefLines, _ desk: Desk) {
        let height = area(desk).height
        let here = shownTop(lines, desk)
        let next = cursor + step
        guard lines.items.indices.contains(next) else {
            top = step < 0 ? max(0, here - 1) : min(here + 1, lastTop(lines, desk))
            return
        }
        let rows = lines.items[next].rows
        if rows.lowerBound >= here + height {
            top = min(rows.upperBound - height, here + height - 1)
            if rows.lowerBound >= top + height { return }
        } else if rows.upperBound <= here {
            top = max(rows.lowerBound, here - height + 1)
            if rows.upperBound <= top { return }
        }
        cursor = next
        reveal(rows, lines, desk)
    }

    private mutating func scroll(by step: Int, _ lines: DebriefLines, _ desk: Desk) {
        top = max(0, min(shownTop(lines, desk) + step, lastTop(lines, desk)))
        let shown = top..<(top + area(desk).height)
        guard lines.items.indices.contains(cursor),
            !lines.items[cursor].rows.overlaps(shown)
        else { return }
        let inside = lines.items.indices.filter { lines.items[$0].rows.overlaps(shown) }
        if let item = step > 0 ? inside.first : inside.last { cursor = item }
    }

    private mutating func go(to section: DebriefRow.Section, _ lines: DebriefLines, _ desk: Desk) {
        guard let row = lines.start(of: section) else { return }
        go(toRow: row, lines, desk)
    }

    private mutating func go(toRow row: Int, _ lines: DebriefLines, _ desk: Desk) {
        top = max(0, min(row, lastTop(lines, desk)))
        cursor = lines.item(atOrBelow: row) ?? max(0, lines.items.count - 1)
    }

    private mutating func reveal(_ rows: Range<Int>, _ lines: DebriefLines, _ desk: Desk) {
        let height = area(desk).height
        top = shownTop(lines, desk)
        if rows.upperBound > top + height { top = rows.upperBound - height }
        if rows.lowerBound < top { top = rows.lowerBound }
        // The first thing to choose stands below the score, which should be seen with it.
        if cursor == 0 { top = 0 }
    }

    private func lastTop(_ lines: DebriefLines, _ desk: Desk) -> Int {
        max(0, lines.rows.count - area(desk).height)
    }

    func shownTop(_ lines: DebriefLines, _ desk: Desk) -> Int {
        max(0, min(top, lastTop(lines, desk)))
    }
}
