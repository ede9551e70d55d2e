public import Engine
import Shifts
public import Terminal

/// The first screen of every day: what was left, what can be begun, what has been.
///
/// One screen, digits to choose; the sensible thing stands first, so Enter alone is enough.
public struct StartPage: Page {
    let host: any PageHost
    let menu: StartMenu
    private var list = ChoiceList()

    public init(host: any PageHost) {
        self.host = host
        menu = host.startMenu()
    }

    /// The page to begin with: on the very first start the language, else the start page.
    public static func opening(_ host: any PageHost) -> any Page {
        host.startMenu().isFirstStart ? LanguagePage(host: host) : StartPage(host: host)
    }

    public var title: Bilingual { PageWords.start }

    /// What one line of the page does.
    enum Item: Hashable {
        case backToDesk
        case goOn(UnfinishedShift)
        case watch(UnfinishedShift)
        case begin(PackChoice)
        /// More shifts than the page has room for.
        case shifts
        case scenarios
        case course
        case guide(PackChoice)
        case earlier, settings, drill, quit
    }

    /// The lines there are, the sensible one first.
    func items(_ desk: Desk) -> [Item] {
        var items: [Item] = []
        if let shift = desk.shift, !shift.isOver, desk.watched == nil { items.append(.backToDesk) }
        let here = desk.shift?.card.id
        if let shift = menu.unfinished.first(where: { $0.holder == nil && $0.id != here }),
            items.isEmpty
        {
            items.append(.goOn(shift))
        }
        let held = menu.unfinished.first { $0.holder != nil && $0.id != here }
        if let held { items.append(.watch(held)) }
        let packs = menu.packs.filter { !$0.isGuide }
        items += packs.prefix(packs.count > 3 ? 1 : 3).map { .begin($0) }
        if packs.count > 3 { items.append(.shifts) }
        if menu.packs.contains(where: { !$0.isGuide && !$0.scenarios.isEmpty }) {
            items.append(.scenarios)
        }
        if host.course != nil { items.append(.course) }
        if let guide = menu.guide { items.append(.guide(guide)) }
        // Behind the settings: fingers know the digits of what stands before.
        return items + [.earlier, .settings, .drill, .quit]
    }

    public mutating func handle(_ input: Input, _ desk: Desk) -> Bool {
        if case .key(let key) = input, key.modifiers.isEmpty {
            if key.code == .escape {
                // One step back is the desk, where there is one.
                if desk.shift?.isOver == false { desk.leavePage() }
                return true
            }
            if key.typed?.typedDigit == 0 {
                desk.leave()
                return true
            }
        }
        let items = items(desk)
        let answer = list.answer(input, count: items.count) ?? click(input, items.count, desk)
        guard let answer else { return false }
        if case .chose(let index) = answer, items.indices.contains(index) {
            choose(items[index], desk)
        }
        return true
    }

    private mutating func click(
        _ input: Input, _ count: Int, _ desk: Desk
    ) -> ChoiceList.Answer? {
        guard case .mouse(let mouse) = input, mouse.action == .press(.left) else { return nil }
        return list.click(at: mouse.at, in: areas(desk).list, count: count)
    }

    private func choose(_ item: Item, _ desk: Desk) {
        switch item {
        case .backToDesk: desk.leavePage()
        case .goOn(let shift): desk.resume(shift, with: host)
        case .watch(let shift): desk.offerToWatch(shift, with: host)
        case .begin(let pack): desk.begin(ShiftChoice(pack: pack.name), with: host)
        case .shifts: desk.show(ShiftsPage(host: host, menu: menu))
        case .scenarios: desk.show(ScenarioPage(host: host, packs: menu.packs))
        case .course: desk.showCourse(host)
        case .guide(let pack):
            desk.begin(ShiftChoice(pack: pack.name), with: host, isGuided: true)
        case .earlier: desk.show(EarlierPage(host: host, menu: menu))
        case .settings: desk.show(SettingsPage(host: host, menu: menu))
        case .drill: desk.showDrills()
        case .quit: desk.leave()
        }
    }

    // MARK: Drawing

    public func draw(_ desk: Desk, into canvas: inout Canvas) {
        let frame = PageFrame(
            title: title,
            hints: [
                .init("1–\(min(9, items(desk).count))", PageWords.choose), .mark,
                .init("Enter", PageWords.take),
                .init("0", PageWords.quit),
            ])
        _ = frame.draw(desk, into: &canvas)
        let areas = areas(desk)
        _ = desk.drawHeading(PageWords.whatNow, nil, in: areas.whole, into: &canvas)
        list.draw(items(desk).map { row($0, desk) }, desk, in: areas.list, into: &canvas)
        if let course = areas.course { drawCourse(desk, in: course, into: &canvas) }
    }

    private func areas(_ desk: Desk) -> (whole: Rect, list: Rect, course: Rect?) {
        let whole = PageFrame.column(desk)
        let below = whole.inset(top: desk.headingHeight(nil, in: whole))
        let scenarios = menu.packs.filter { !$0.isGuide }.flatMap(\.scenarios)
        let needed = items(desk).count * 2
        let spare = below.height - needed - 2
        guard !scenarios.isEmpty, spare >= min(scenarios.count, 6) else {
            return (whole, below, nil)
        }
        let (list, rest) = below.splitTop(needed + 1)
        return (whole, list, rest)
    }

    private func row(_ item: Item, _ desk: Desk) -> ChoiceList.Row {
        switch item {
        case .backToDesk: return hereRow(desk)
        case .goOn(let shift):
            let detail = PageWords.served(
                shift.title, begun: desk.wallDate(shift.begunAt, offset: menu.offset),
                Lengths.clock(shift.served), of: shift.planned.map(Lengths.clock))
            return .init(title: desk.say(PageWords.goOn), detail: desk.say(detail))
        case .watch(let shift):
            return .init(
                title: desk.say(PageWords.watchIt),
                detail: desk.say(PageWords.busy(shift.title, shift.holder?.process)))
        case .begin(let pack):
            let isFirst = menu.finished.isEmpty && menu.unfinished.isEmpty
            return .init(
                title: desk.say(isFirst ? PageWords.firstShift : PageWords.newShift),
                detail: desk.say(
                    PageWords.pack(
                        pack.title, customers: pack.customers, minutes: pack.minutes)))
        case .shifts:
            let count = menu.packs.filter { !$0.isGuide }.count
            return .init(
                title: desk.say(PageWords.otherShifts),
                detail: desk.say(PageWords.shiftCount(count)))
        case .scenarios:
            let all = menu.packs.filter { !$0.isGuide }.flatMap(\.scenarios)
            let best = all.compactMap(\.best).max()
            return .init(
                title: desk.say(PageWords.oneScenario),
                detail: desk.say(
                    PageWords.scenarios(all.count, served: all.count { $0.best != nil })),
                right: best.map { desk.say(PageWords.best($0)) } ?? "")
        case .course:
            return .init(
                title: desk.say(CourseWords.course), detail: desk.say(CourseWords.courseDetail))
        case .guide:
            return .init(
                title: desk.say(PageWords.guideAgain), detail: desk.say(PageWords.guideDetail))
        case .earlier:
            let last = menu.finished.first?.score
            return .init(
                title: desk.say(PageWords.earlier),
                detail: desk.say(
                    PageWords.earlierShifts(
                        menu.finished.count,
                        unfinished: menu.unfinished.count { $0.holder == nil },
                        damaged: menu.damaged.count)),
                right: last.map { desk.say(PageWords.points($0)) } ?? "")
        case .settings:
            return .init(
                title: desk.say(PageWords.settings), detail: desk.say(PageWords.settingsDetail))
        case .drill:
            return .init(
                title: desk.say(DrillWords.drill), detail: desk.say(DrillWords.startDetail))
        case .quit:
            return .init(
                title: desk.say(PageWords.quitTitle), detail: desk.say(PageWords.quitDetail))
        }
    }

    private func hereRow(_ desk: Desk) -> ChoiceList.Row {
        let index = desk.queue.index
        let text = PageWords.atClock(
            desk.civil(desk.now).clock, index.count, index.waiting)
        let title = desk.shift?.card.title[desk.tongue] ?? ""
        return .init(
            title: desk.say(PageWords.goOnHere),
            detail: (title.isEmpty ? "" : title + " · ") + desk.say(text))
    }

    /// On a large screen, the course with its stars below the menu.
    private func drawCourse(_ desk: Desk, in rect: Rect, into canvas: inout Canvas) {
        desk.drawRule(
            " " + desk.say(PageWords.scenariosTitle), in: rect.row(0), hasFocus: false,
            into: &canvas)
        let scenarios = menu.packs.filter { !$0.isGuide }.flatMap(\.scenarios)
        for (place, scenario) in scenarios.prefix(rect.height - 1).enumerated() {
            ScenarioRow(scenario: scenario).draw(desk, in: rect.row(place + 1), into: &canvas)
        }
    }
}
