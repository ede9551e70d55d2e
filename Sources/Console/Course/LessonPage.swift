import Course
import Engine
import Terminal

/// A lesson to be read at the desk, with something to try at its end.
struct LessonPage: Page {
    private let door: CourseDoor
    private let lesson: Lesson
    private let way: CourseDoor.Way
    private var top = 0
    private var isRead = false

    init(_ door: CourseDoor, _ lesson: Lesson, from way: CourseDoor.Way) {
        self.door = door
        self.lesson = lesson
        self.way = way
    }

    var title: Bilingual { lesson.title }

    mutating func handle(_ input: Input, _ desk: Desk) -> Bool {
        defer { noteRead(desk) }
        switch input {
        case .mouse(let mouse):
            switch mouse.action {
            case .wheelUp: scroll(by: -3, desk)
            case .wheelDown: scroll(by: 3, desk)
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
        case .escape:
            noteRead(desk)
            door.back(to: way, desk)
        case .enter:
            noteRead(desk)
            door.open(lesson.place, from: .lesson(lesson.name, chapter), desk)
        case .right: turn(by: 1, desk)
        case .left: turn(by: -1, desk)
        case .down: scroll(by: 1, desk)
        case .up: scroll(by: -1, desk)
        case .pageDown, .character(" "): scroll(by: max(1, area(desk).height - 2), desk)
        case .pageUp: scroll(by: -max(1, area(desk).height - 2), desk)
        case .home: top = 0
        case .end: scroll(by: 10_000, desk)
        case .character, .tab, .backTab, .backspace, .delete, .insert, .function: return false
        }
        return true
    }

    private var chapter: Int? { door.curriculum.chapter(of: lesson.name)?.number }

    private mutating func scroll(by step: Int, _ desk: Desk) {
        top = max(0, min(top + step, lines(desk).count - area(desk).height))
    }

    private func turn(by step: Int, _ desk: Desk) {
        let all = door.curriculum.lessons
        guard let place = all.firstIndex(where: { $0.name == lesson.name }),
            all.indices.contains(place + step)
        else { return }
        desk.show(LessonPage(door, all[place + step], from: way))
    }

    /// It counts as read when its end has been on the screen.
    private mutating func noteRead(_ desk: Desk) {
        guard !isRead, top + area(desk).height >= lines(desk).count else { return }
        isRead = true
        do { try door.course.markRead(lesson.name) } catch {
            desk.announce(.refused, error.sentence)
        }
    }

    // MARK: Drawing

    func draw(_ desk: Desk, into canvas: inout Canvas) {
        let frame = PageFrame(
            title: title,
            hints: [
                .init("Enter", CourseWords.tryIt), .init("→", CourseWords.nextLesson),
                .init("↑↓", CourseWords.scroll), .init("Esc", PageWords.back),
            ])
        _ = frame.draw(desk, into: &canvas)
        let heading = chapter.flatMap { door.curriculum.chapter($0) }.map(CourseWords.chapter)
        _ = desk.drawHeading(heading ?? lesson.title, nil, in: column(desk), into: &canvas)
        desk.drawLines(lines(desk), from: top, in: area(desk), into: &canvas)
    }

    private func column(_ desk: Desk) -> Rect { PageFrame.column(desk, width: 78) }

    private func area(_ desk: Desk) -> Rect {
        let column = column(desk)
        return column.inset(left: 1, top: desk.headingHeight(nil, in: column), right: 1)
    }

    private func lines(_ desk: Desk) -> [PaneLine] {
        let width = area(desk).width
        var lines: [PaneLine] = [PaneLine(desk.say(lesson.title), ink: .strong), PaneLine("")]
        var wasPoint = false
        for paragraph in desk.say(lesson.text).split(separator: "\n") {
            let isPoint = paragraph.hasPrefix("- ")
            // A list stands together; paragraphs stand apart.
            if !isPoint || !wasPoint, lines.count > 2 { lines.append(PaneLine("")) }
            wasPoint = isPoint
            guard isPoint else {
                lines += desk.wrapped(String(paragraph), width: width)
                continue
            }
            let wrapped = desk.gate.wrap(String(paragraph.dropFirst(2)), width: max(8, width - 4))
            lines += wrapped.enumerated().map { place, line in
                PaneLine((place == 0 ? "  · " : "    ") + line)
            }
        }
        lines.append(PaneLine(""))
        lines.append(PaneLine(desk.say(CourseWords.tryIt) + "  Enter", ink: .title))
        lines += desk.wrapped(desk.say(lesson.trial), width: width, ink: .accent)
        return lines
    }
}
