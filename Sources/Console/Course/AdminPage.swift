import Course
import Engine
import Terminal

/// The desk's own administration by the five functions of the text: faults, configuration,
/// accounting, performance, security. All of it is read from files and from shifts that are over.
struct AdminPage: Page {
    private let door: CourseDoor
    private let way: CourseDoor.Way
    let facts: AdminFacts
    private var function = Function.faults
    private var top = 0

    /// One of the five.
    enum Function: Int, CaseIterable {
        case faults, configuration, accounting, performance, security

        var name: Bilingual {
            switch self {
            case .faults: CourseWords.faults
            case .configuration: CourseWords.configuration
            case .accounting: CourseWords.accounting
            case .performance: CourseWords.performance
            case .security: CourseWords.security
            }
        }
    }

    init(_ door: CourseDoor, _ facts: AdminFacts, from way: CourseDoor.Way) {
        self.door = door
        self.facts = facts
        self.way = way
    }

    var title: Bilingual { CourseWords.admin }

    mutating func handle(_ input: Input, _ desk: Desk) -> Bool {
        switch input {
        case .mouse(let mouse):
            switch mouse.action {
            case .wheelUp: scroll(by: -3, desk)
            case .wheelDown: scroll(by: 3, desk)
            case .press(.left):
                guard let hit = tabs(desk).first(where: { $0.rect.contains(mouse.at) }) else {
                    return false
                }
                show(hit.function)
            case .press, .release, .drag: return false
            }
            return true
        case .key(let key):
            guard key.modifiers.isEmpty else { return false }
            return press(key, desk)
        case .paste, .resize, .focus, .resumed, .profile, .hangup, .unknown: return false
        }
    }

    private mutating func press(_ key: Key, _ desk: Desk) -> Bool {
        switch key.code {
        case .escape: door.back(to: way, desk)
        case .tab, .right: turn(by: 1)
        case .backTab, .left: turn(by: -1)
        case .down: scroll(by: 1, desk)
        case .up: scroll(by: -1, desk)
        case .pageDown, .character(" "): scroll(by: 10, desk)
        case .pageUp: scroll(by: -10, desk)
        case .home: top = 0
        case .end: scroll(by: 10_000, desk)
        case .character(let character):
            guard let digit = character.typedDigit, let chosen = Function(rawValue: digit - 1)
            else { return false }
            show(chosen)
        case .enter, .backspace, .delete, .insert, .function: return false
        }
        return true
    }

    private mutating func show(_ chosen: Function) {
        function = chosen
        top = 0
    }

    private mutating func turn(by step: Int) {
        let count = Function.allCases.count
        show(Function.allCases[(function.rawValue + step + count) % count])
    }

    private mutating func scroll(by step: Int, _ desk: Desk) {
        let area = areas(desk).body
        let count = lines(desk, width: area.width).count
        top = max(0, min(top + step, count - area.height))
    }

    // MARK: Drawing

    func draw(_ desk: Desk, into canvas: inout Canvas) {
        let frame = PageFrame(
            title: title,
            hints: [
                .init("1–5", PageWords.choose), .init("Tab", CourseWords.nextFunction),
                .init("↑↓", CourseWords.scroll), .init("Esc", PageWords.back),
            ])
        _ = frame.draw(desk, into: &canvas)
        for tab in tabs(desk) {
            let isShown = tab.function == function
            canvas.put(
                tab.text, at: tab.rect.origin, limit: tab.rect.width,
                style: desk.style(isShown ? .strong : .dim, on: isShown ? .selected : .text))
        }
        let body = areas(desk).body
        desk.drawLines(lines(desk, width: body.width), from: top, in: body, into: &canvas)
    }

    private struct Tab {
        let function: Function
        let text: String
        let rect: Rect
    }

    private func tabs(_ desk: Desk) -> [Tab] {
        let row = areas(desk).tabs
        var x = row.x
        return Function.allCases.map { function in
            let text = " \(function.rawValue + 1) " + desk.say(function.name) + " "
            let wide = desk.gate.width(of: text)
            defer { x += wide + 1 }
            return Tab(
                function: function, text: text,
                rect: Rect(x: x, y: row.y, width: min(wide, max(0, row.right - x)), height: 1))
        }
    }

    private func areas(_ desk: Desk) -> (tabs: Rect, body: Rect) {
        let column = PageFrame.column(desk, width: 104).inset(columns: 1, rows: 0)
        let (tabs, rest) = column.splitTop(1)
        return (tabs, rest.inset(top: 1))
    }

    private func lines(_ desk: Desk, width: Int) -> [PaneLine] {
        switch function {
        case .faults: faultLines(desk, width)
        case .configuration: configurationLines(desk, width)
        case .accounting: accountingLines(desk, width)
        case .performance: performanceLines(desk, width)
        case .security: securityLines(desk, width)
        }
    }

    /// Day and time on the shop's wall in a shift.
    func inShop(_ instant: Instant, _ served: AdminFacts.Served) -> String {
        let time = CivilTime(instant, offset: served.offset)
        return String(time.date.dropFirst(5)) + " " + time.clock
    }
}
