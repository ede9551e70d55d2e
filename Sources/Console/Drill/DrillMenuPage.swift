import Engine
import Terminal
import Typing

/// What can be typed: a round that was left, a new one by grade or stage, the last one again.
struct DrillMenuPage: Page {
    let shelf: DrillShelf
    /// What is typed; the desk's own language at first.
    var tongue: Tongue
    /// Opened beside a shift, to which Esc goes back.
    let isBeside: Bool
    private var list = ChoiceList()
    private var choosesStage = false

    init(_ shelf: DrillShelf, tongue: Tongue, isBeside: Bool) {
        self.shelf = shelf
        self.tongue = shelf.sheet(tongue) == nil ? shelf.sheets.first?.tongue ?? tongue : tongue
        self.isBeside = isBeside
    }

    var title: Bilingual { DrillWords.drill }

    /// One line of the menu.
    enum Item: Hashable {
        case goOn(Round)
        case mixed
        case grade(DrillSentence.Grade)
        case stages
        case again(Round)
        case progress
        case language(Tongue)
        case stage(String)
    }

    private var sheet: DrillSheet? { shelf.sheet(tongue) }

    func items() -> [Item] {
        guard let sheet else { return [] }
        if choosesStage { return sheet.stages.map { .stage($0.id) } }
        var items: [Item] = []
        if let round = shelf.history.unfinished, shelf.sheet(round.tongue) != nil {
            items.append(.goOn(round))
        }
        items.append(.mixed)
        items += DrillSentence.Grade.allCases.filter { grade in
            sheet.sentences.contains { $0.grade == grade }
        }.map { .grade($0) }
        items.append(.stages)
        if let last = shelf.history.last(in: tongue) { items.append(.again(last)) }
        items.append(.progress)
        if shelf.sheet(tongue.other) != nil { items.append(.language(tongue.other)) }
        return items
    }

    mutating func handle(_ input: Input, _ desk: Desk) -> Bool {
        if case .key(let key) = input, key.code == .escape, key.modifiers.isEmpty {
            stepBack(desk)
            return true
        }
        let items = items()
        let answer = list.answer(input, count: items.count) ?? click(input, items.count, desk)
        guard let answer else { return false }
        if case .chose(let index) = answer, items.indices.contains(index) {
            choose(items[index], desk)
        }
        return true
    }

    private mutating func stepBack(_ desk: Desk) {
        if choosesStage {
            choosesStage = false
            list.move(to: 0)
        } else if isBeside {
            desk.leavePage()
        } else {
            desk.showStart()
        }
    }

    private mutating func click(
        _ input: Input, _ count: Int, _ desk: Desk
    ) -> ChoiceList.Answer? {
        guard case .mouse(let mouse) = input, mouse.action == .press(.left) else { return nil }
        return list.click(at: mouse.at, in: area(desk), count: count)
    }

    private mutating func choose(_ item: Item, _ desk: Desk) {
        switch item {
        case .goOn(let round):
            guard let sheet = shelf.sheet(round.tongue) else { return }
            desk.begin(round, of: sheet)
        case .mixed: begin(RoundChoice(tongue), desk)
        case .grade(let grade): begin(RoundChoice(tongue, grade: grade), desk)
        case .stage(let id): begin(RoundChoice(tongue, stage: id), desk)
        case .again(let round): begin(round.choice, seed: round.seed, desk)
        case .stages:
            choosesStage = true
            list.move(to: 0)
        case .progress: desk.show(DrillHistoryPage(shelf, tongue: tongue, isBeside: isBeside))
        case .language(let other):
            tongue = other
            list.move(to: 0)
        }
    }

    private func begin(_ choice: RoundChoice, seed: UInt64? = nil, _ desk: Desk) {
        guard let sheet, let round = shelf.round(choice, seed: seed) else {
            return desk.announce(.refused, DrillWords.noSentences)
        }
        desk.begin(round, of: sheet)
    }

    // MARK: Drawing

    private var heading: Bilingual { choosesStage ? DrillWords.whichStage : DrillWords.drill }

    private var detail: Bilingual? {
        guard let sheet else { return DrillWords.noSentences }
        return choosesStage ? nil : DrillWords.menuDetail(sheet.goal, tongue, sheet.length)
    }

    private func area(_ desk: Desk) -> Rect {
        let column = PageFrame.column(desk)
        return column.inset(
            top: desk.headingHeight(detail, in: column), bottom: shelf.problems.isEmpty ? 0 : 2)
    }

    func draw(_ desk: Desk, into canvas: inout Canvas) {
        let frame = PageFrame(
            title: title,
            hints: [
                .init("Enter", PageWords.take),
                .init("Esc", isBeside && !choosesStage ? Words.backToDesk : PageWords.back),
            ])
        _ = frame.draw(desk, into: &canvas)
        let column = PageFrame.column(desk)
        _ = desk.drawHeading(heading, detail, in: column, into: &canvas)
        let area = area(desk)
        list.draw(items().map { row($0, desk) }, desk, in: area, into: &canvas)
        guard let problem = shelf.problems.first, column.height > 10 else { return }
        for (place, line) in desk.gate.wrap(desk.say(problem), width: max(1, area.width - 4))
            .prefix(2).enumerated()
        {
            canvas.put(
                (place == 0 ? "! " : "  ") + line,
                at: Point(x: area.x + 1, y: column.bottom - 3 + place), limit: area.width - 2,
                style: desk.style(.danger), overflow: .ellipsis)
        }
    }

    private func row(_ item: Item, _ desk: Desk) -> ChoiceList.Row {
        func row(_ title: Bilingual, _ detail: Bilingual) -> ChoiceList.Row {
            .init(title: desk.say(title), detail: desk.say(detail))
        }
        switch item {
        case .goOn(let round):
            return row(
                DrillWords.goOn,
                DrillWords.goOnDetail(
                    round.results.count, of: round.sentences.count, half: round.attempt.isBegun))
        case .mixed: return row(DrillWords.mixed, DrillWords.mixedDetail)
        case .grade(let grade):
            return row(DrillWords.grade(grade), DrillWords.gradeDetail(grade))
        case .stages:
            let names = (sheet?.stages ?? []).map { desk.say($0.title) }
            return .init(
                title: desk.say(DrillWords.byStage),
                detail: names.joined(separator: desk.tongue == .chinese ? "、" : ", "))
        case .again(let round):
            return row(
                DrillWords.again,
                DrillWords.againDetail(
                    round.seed, desk.paceText(round.figures.pace, round.tongue)))
        case .progress:
            let days = shelf.history.days(in: tongue, offset: shelf.offset).count
            return row(DrillWords.seeProgress, DrillWords.progressDetail(days))
        case .language(let other): return row(DrillWords.other(other), DrillWords.otherDetail)
        case .stage(let id):
            let stage = sheet?.stage(id)
            return row(
                stage?.title ?? Bilingual(zh: id, en: id),
                DrillWords.stageDetail(stage?.sentences.count ?? 0))
        }
    }
}
