import Course
import Engine
import Terminal

/// One chapter: its situation, goals and tasks, and everything that belongs to it.
struct ChapterPage: Page {
    private let door: CourseDoor
    private let chapter: Chapter
    private let record: LearningRecord
    private var list = CourseList()

    init(_ door: CourseDoor, _ chapter: Chapter, _ record: LearningRecord) {
        self.door = door
        self.chapter = chapter
        self.record = record
    }

    var title: Bilingual { CourseWords.chapter(chapter) }

    private var scenarios: [LearningRecord.KnownScenario] { record.scenarios(of: chapter) }

    private var places: [CoursePlace] {
        chapter.lessons.map(CoursePlace.lesson) + chapter.worksheets.map(CoursePlace.worksheet)
            + chapter.drills.map(\.place) + scenarios.map(\.place)
    }

    mutating func handle(_ input: Input, _ desk: Desk) -> Bool {
        if case .key(let key) = input, key.code == .escape, key.modifiers.isEmpty {
            desk.show(CourseStartPage(door, desk))
            return true
        }
        guard let answer = list.answer(input, rows(desk), in: area(desk)) else { return false }
        if case .chose(let place) = answer, places.indices.contains(place) {
            door.open(places[place], from: .chapter(chapter.number), desk)
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
        let width = max(10, area(desk).width - 4)
        var rows = desk.gate.wrap(desk.say(chapter.story), width: width).map {
            CourseList.Row.text($0, .dim)
        }
        rows.append(.heading(desk.say(CourseWords.goals)))
        for (name, goals) in [
            (CourseWords.knowledge, chapter.goals.knowledge),
            (CourseWords.skill, chapter.goals.skill),
            (CourseWords.attitude, chapter.goals.attitude),
        ] {
            rows += points(goals, desk.say(name), desk, width)
        }
        rows.append(.heading(desk.say(CourseWords.tasks)))
        rows += points(chapter.tasks, "", desk, width)
        rows.append(.heading(desk.say(CourseWords.lessons)))
        rows += chapter.lessons.compactMap { door.curriculum.lesson($0) }.map { lesson in
            .item(
                CourseList.Item(
                    mark: record.read.contains(lesson.name) ? desk.glyphs.ended : " ",
                    markInk: .ok, title: desk.say(lesson.title), detail: desk.say(lesson.trial)))
        }
        let sheets = chapter.worksheets.compactMap { door.curriculum.worksheet($0) }
        if !sheets.isEmpty { rows.append(.heading(desk.say(CourseWords.sheets))) }
        rows += sheets.map { sheet in
            let filled = record.filled[sheet.name] ?? 0
            return .item(
                CourseList.Item(
                    title: desk.say(sheet.heading),
                    right: desk.say(CourseWords.filled(filled, of: sheet.cells.count))))
        }
        if !chapter.drills.isEmpty { rows.append(.heading(desk.say(CourseWords.drills))) }
        rows += chapter.drills.map { drill in
            .item(CourseList.Item(title: desk.say(drill.title), detail: desk.say(drill.about)))
        }
        let stars = record.stars(of: chapter, in: door.curriculum)
        if !scenarios.isEmpty {
            rows.append(
                .heading(
                    desk.say(CourseWords.scenarios), "\(desk.star) \(stars.earned)/\(stars.of)"))
        }
        rows += scenarios.map { scenario in
            .item(
                CourseList.Item(
                    mark: desk.earned(door.curriculum.stars(for: scenario.best)),
                    title: desk.say(scenario.name),
                    detail: desk.stars(scenario.level) + " " + desk.say(scenario.goal),
                    right: scenario.best.map { desk.say(PageWords.best($0)) }
                        ?? desk.say(PageWords.notServed)))
        }
        return rows
    }

    /// Points of a list, the first line of each with a mark, the name before the first.
    private func points(
        _ texts: [Bilingual], _ name: String, _ desk: Desk, _ width: Int
    ) -> [CourseList.Row] {
        let room = 6
        let pad = String(repeating: " ", count: room)
        var rows: [CourseList.Row] = []
        for (number, text) in texts.enumerated() {
            let lines = desk.gate.wrap(desk.say(text), width: max(8, width - room - 2))
            for (place, line) in lines.enumerated() {
                let wide = desk.gate.width(of: name)
                let lead =
                    number == 0 && place == 0
                    ? name + String(repeating: " ", count: max(0, room - wide)) : pad
                rows.append(.text(lead + (place == 0 ? "· " : "  ") + line))
            }
        }
        return rows
    }
}
