import Engine
import Replaying
import Terminal

/// Shifts that are over, each with its debrief, and those that were left and can be gone on with;
/// branches stand below what they were taken over from. Files that cannot be read stand last, with what is wrong.
struct EarlierPage: ListPage {
    let host: any PageHost
    let menu: StartMenu
    var list = ChoiceList()
    private let items: [Item]

    /// One line of the page.
    private enum Item {
        case finished(FinishedShift, lead: ShiftTree.Row)
        case unfinished(UnfinishedShift, lead: ShiftTree.Row)
        case damaged(DamagedShift)

        /// The shift's name on the shelf, and what it was taken over from.
        var names: (id: String, parent: String?)? {
            switch self {
            case .finished(let shift, _): (shift.id, shift.branch?.of)
            case .unfinished(let shift, _): (shift.id, shift.branch?.of)
            case .damaged: nil
            }
        }
    }

    init(host: any PageHost, menu: StartMenu) {
        self.host = host
        self.menu = menu
        // The start page has room for one of them; here stands each, but those another desk serves.
        let left = menu.unfinished.filter { $0.holder == nil }
        let begun = menu.finished.map(\.begunAt) + left.map(\.begunAt)
        let names =
            menu.finished.map { ($0.id, $0.branch?.of) } + left.map { ($0.id, $0.branch?.of) }
        // The newest first, of whichever kind.
        let order = names.indices.sorted { (begun[$1], $0) < (begun[$0], $1) }
        let tree = ShiftTree(order.map { (id: names[$0].0, parent: names[$0].1) })
        items =
            tree.rows.map { row in
                let place = order[row.index]
                guard place < menu.finished.count else {
                    return .unfinished(left[place - menu.finished.count], lead: row)
                }
                return .finished(menu.finished[place], lead: row)
            } + menu.damaged.map { .damaged($0) }
    }

    var title: Bilingual { PageWords.earlier }

    var count: Int { items.count }

    mutating func handle(_ input: Input, _ desk: Desk) -> Bool {
        if leaves(input, desk) || goesFurther(input, desk) { return true }
        guard let answer = answer(input, desk) else { return false }
        if case .chose(let index) = answer, items.indices.contains(index) { open(index, desk) }
        return true
    }

    /// Letters: the chosen shift gone through again, or held beside its origin.
    private func goesFurther(_ input: Input, _ desk: Desk) -> Bool {
        guard case .key(let key) = input, key.modifiers.isEmpty, let letter = key.typed,
            items.indices.contains(list.cursor)
        else { return false }
        let names = items[list.cursor].names
        switch letter {
        case "r", "ｒ":
            guard let names else { return true }
            desk.openReplay(names.id, with: host)
        case "c", "ｃ":
            guard let names, let parent = names.parent else {
                desk.announce(.hint, ReplayWords.noParent)
                return true
            }
            desk.showComparison(parent, names.id, with: host)
        case _: return false
        }
        return true
    }

    /// What Enter does to the marked line.
    private var enterTitle: Bilingual {
        guard items.indices.contains(list.cursor) else { return PageWords.openDebrief }
        return switch items[list.cursor] {
        case .finished, .damaged: PageWords.openDebrief
        case .unfinished: ReplayWords.goOn
        }
    }

    private func open(_ index: Int, _ desk: Desk) {
        switch items[index] {
        case .damaged(let file): desk.announce(.refused, file.sentence)
        case .unfinished(let shift, _): desk.resume(shift, with: host)
        case .finished(let shift, _):
            do {
                desk.show(DebriefPage(host: host, try host.openReport(shift.id)))
            } catch {
                desk.announce(.refused, error.sentence)
            }
        }
    }

    func draw(_ desk: Desk, into canvas: inout Canvas) {
        var hints: [PageFrame.Hint] = [.init("Enter", enterTitle)]
        if !items.isEmpty { hints.append(.init("r", ReplayWords.replay)) }
        if items.contains(where: { $0.names?.parent != nil }) {
            hints.append(.init("c", ReplayWords.compareKey))
        }
        hints.append(.init("Esc", PageWords.back))
        _ = PageFrame(title: title, hints: hints, more: [.mark, .pages]).draw(desk, into: &canvas)
        let column = PageFrame.column(desk)
        _ = desk.drawHeading(
            PageWords.earlierHeading, count == 0 ? PageWords.earlierNone : nil, in: column,
            into: &canvas)
        guard count > 0 else { return }
        list.draw(items.map { row($0, desk) }, desk, in: area(desk), into: &canvas)
    }

    private func row(_ item: Item, _ desk: Desk) -> ChoiceList.Row {
        switch item {
        case .finished(let shift, let lead):
            return ChoiceList.Row(
                title: title(shift.title, shift.branch, lead, desk),
                detail: desk.say(
                    PageWords.finished(
                        desk.wallDate(shift.begunAt, offset: menu.offset),
                        Lengths.clock(shift.lasted), shift.conversations)),
                right: shift.score.map { desk.say(PageWords.points($0)) } ?? "")
        case .unfinished(let shift, let lead):
            return ChoiceList.Row(
                title: title(shift.title, shift.branch, lead, desk),
                detail: desk.say(
                    ReplayWords.leftAt(
                        desk.wallDate(shift.begunAt, offset: menu.offset),
                        Lengths.clock(shift.served))),
                right: desk.say(ReplayWords.goOn))
        case .damaged(let file):
            return ChoiceList.Row(
                title: "! " + file.name, detail: desk.say(file.sentence), ink: .danger)
        }
    }

    private func title(
        _ title: Bilingual, _ branch: BranchMark?, _ lead: ShiftTree.Row, _ desk: Desk
    ) -> String {
        guard let branch else { return desk.say(title) }
        let stem = lead.lead(isPlain: desk.gate.ambiguousIsWide)
        return stem + desk.say(ReplayWords.branchedAt(branch.clock)) + " · " + desk.say(title)
    }
}
