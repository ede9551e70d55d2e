import Course
import Engine
import Terminal

/// The first page of the course: what to do next and why, the seven chapters with their stars, and
/// the pages that are more than text.
struct CourseStartPage: Page {
    private let door: CourseDoor
    private let record: LearningRecord
    private let suggestions: [Suggestion]
    private var list = CourseList()

    init(_ door: CourseDoor, _ desk: Desk) {
        self.door = door
        do { record = try door.course.learningRecord() } catch {
            // The content can be read all the same.
            desk.announce(.refused, error.sentence)
            record = LearningRecord()
        }
        suggestions = NextSteps.suggestions(for: record, in: door.curriculum)
    }

    var title: Bilingual { CourseWords.course }

    /// The pages offered here; the first lesson leads to its own.
    private static let pages: [CoursePage] = [.worksheets, .payments, .admin]

    /// What can be chosen, in the order of the rows.
    private var places: [CoursePlace] {
        suggestions.map(\.place) + door.curriculum.chapters.map { .chapter($0.number) }
            + Self.pages.map(CoursePlace.page)
    }

    mutating func handle(_ input: Input, _ desk: Desk) -> Bool {
        if case .key(let key) = input, key.code == .escape, key.modifiers.isEmpty {
            desk.show(StartPage(host: door.host))
            return true
        }
        let rows = rows(desk)
        guard let answer = list.answer(input, rows, in: area(desk)) else { return false }
        if case .chose(let place) = answer, places.indices.contains(place) {
            door.open(places[place], from: .course, desk)
        }
        return true
    }

    // MARK: Drawing

    func draw(_ desk: Desk, into canvas: inout Canvas) {
        let frame = PageFrame(
            title: title,
            hints: [
                .init("1–9", PageWords.choose), .init("Enter", PageWords.take),
                .init("Esc", PageWords.back),
            ])
        _ = frame.draw(desk, into: &canvas)
        list.draw(rows(desk), desk, in: area(desk), into: &canvas)
    }

    private func area(_ desk: Desk) -> Rect { PageFrame.column(desk, width: 104) }

    private func rows(_ desk: Desk) -> [CourseList.Row] {
        let isHigh = desk.size.rows >= 30
        var rows: [CourseList.Row] = [.heading(desk.say(CourseWords.next))]
        for suggestion in suggestions {
            rows.append(
                .item(
                    CourseList.Item(
                        mark: desk.say(door.kind(of: suggestion.place)), markInk: .dim,
                        title: desk.say(suggestion.title), isNumbered: false)))
            for line in desk.gate.wrap(
                desk.say(suggestion.reason), width: max(10, area(desk).width - 10))
            {
                rows.append(.text("      " + line, .dim))
            }
        }
        if suggestions.isEmpty {
            for line in desk.gate.wrap(
                desk.say(CourseWords.allDone), width: max(10, area(desk).width - 4))
            {
                rows.append(.text(line))
            }
        }
        if isHigh { rows.append(.blank) }
        rows.append(.heading(desk.say(CourseWords.chapters), stars(desk)))
        for chapter in door.curriculum.chapters { rows.append(.item(row(chapter, desk))) }
        if isHigh { rows.append(.blank) }
        rows.append(.heading(desk.say(CourseWords.pages)))
        rows += Self.pages.map { page in
            .item(
                CourseList.Item(title: desk.say(page.name), detail: desk.say(page.detail)))
        }
        return rows
    }

    private func row(_ chapter: Chapter, _ desk: Desk) -> CourseList.Item {
        let stars = record.stars(of: chapter, in: door.curriculum)
        let read = chapter.lessons.count { record.read.contains($0) }
        return CourseList.Item(
            title: desk.say(CourseWords.listed(chapter)),
            detail: desk.say(CourseWords.lessonsRead(read, of: chapter.lessons.count)),
            right: stars.of > 0 ? "\(desk.star) \(stars.earned)/\(stars.of)" : "")
    }

    /// All stars of the course.
    private func stars(_ desk: Desk) -> String {
        let all = door.curriculum.chapters.map { record.stars(of: $0, in: door.curriculum) }
        let earned = all.reduce(0) { $0 + $1.earned }
        return "\(desk.star) \(earned)/\(all.reduce(0) { $0 + $1.of })"
    }
}

extension Desk {
    /// A star earned.
    var star: String { gate.ambiguousIsWide ? "*" : "★" }

    /// Earned stars and those still to be earned: `★★☆`.
    func earned(_ stars: Int, of all: Int = 3) -> String {
        let empty = gate.ambiguousIsWide ? "-" : "☆"
        return String(repeating: star, count: max(0, min(stars, all)))
            + String(repeating: empty, count: max(0, all - stars))
    }
}
