import Course
import Engine
import Terminal

/// All worksheets of the course, with how much of each is filled in.
struct SheetsPage: Page {
    private let door: CourseDoor
    private let record: LearningRecord
    private var list = CourseList()

    init(_ door: CourseDoor, _ record: LearningRecord) {
        self.door = door
        self.record = record
    }

    var title: Bilingual { CourseWords.sheets }

    mutating func handle(_ input: Input, _ desk: Desk) -> Bool {
        if case .key(let key) = input, key.code == .escape, key.modifiers.isEmpty {
            door.back(to: .course, desk)
            return true
        }
        guard let answer = list.answer(input, rows(desk), in: area(desk)) else { return false }
        let sheets = door.curriculum.worksheets
        if case .chose(let place) = answer, sheets.indices.contains(place) {
            door.open(.worksheet(sheets[place].name), from: .sheets, desk)
        }
        return true
    }

    func draw(_ desk: Desk, into canvas: inout Canvas) {
        let frame = PageFrame(
            title: title,
            hints: [
                .init("1–\(min(9, door.curriculum.worksheets.count))", PageWords.choose),
                .init("Enter", PageWords.take), .init("Esc", PageWords.back),
            ])
        _ = frame.draw(desk, into: &canvas)
        let column = PageFrame.column(desk, width: 104)
        _ = desk.drawHeading(
            CourseWords.sheets, CourseWords.sheetsHint, in: column, into: &canvas)
        list.draw(rows(desk), desk, in: area(desk), into: &canvas)
    }

    private func area(_ desk: Desk) -> Rect {
        let column = PageFrame.column(desk, width: 104)
        return column.inset(top: desk.headingHeight(CourseWords.sheetsHint, in: column))
    }

    private func rows(_ desk: Desk) -> [CourseList.Row] {
        door.curriculum.worksheets.flatMap { sheet -> [CourseList.Row] in
            let filled = CourseWords.filled(record.filled[sheet.name] ?? 0, of: sheet.cells.count)
            let task = desk.gate.wrap(desk.say(sheet.task), width: max(10, area(desk).width - 8))
            return [
                .item(CourseList.Item(title: desk.say(sheet.heading), right: desk.say(filled))),
                .text("  " + (task.first ?? "") + (task.count > 1 ? "…" : ""), .dim),
            ]
        }
    }
}
