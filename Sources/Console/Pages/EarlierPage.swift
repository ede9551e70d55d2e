import Engine
import Terminal

/// Shifts that are over, each with its debrief; files that cannot be read stand below with what
/// is wrong.
struct EarlierPage: ListPage {
    let host: any PageHost
    let menu: StartMenu
    var list = ChoiceList()

    init(host: any PageHost, menu: StartMenu) {
        self.host = host
        self.menu = menu
    }

    var title: Bilingual { PageWords.earlier }

    var count: Int { menu.finished.count + menu.damaged.count }

    mutating func handle(_ input: Input, _ desk: Desk) -> Bool {
        if leaves(input, desk) { return true }
        guard let answer = answer(input, desk) else { return false }
        if case .chose(let index) = answer, index < count { open(index, desk) }
        return true
    }

    private func open(_ index: Int, _ desk: Desk) {
        guard index < menu.finished.count else {
            return desk.announce(.refused, menu.damaged[index - menu.finished.count].sentence)
        }
        do {
            desk.show(DebriefPage(host: host, try host.openReport(menu.finished[index].id)))
        } catch {
            desk.announce(.refused, error.sentence)
        }
    }

    func draw(_ desk: Desk, into canvas: inout Canvas) {
        let frame = PageFrame(
            title: title,
            hints: [.init("Enter", PageWords.openDebrief), .init("Esc", PageWords.back)])
        _ = frame.draw(desk, into: &canvas)
        let column = PageFrame.column(desk)
        _ = desk.drawHeading(
            PageWords.earlierHeading, count == 0 ? PageWords.earlierNone : nil, in: column,
            into: &canvas)
        guard count > 0 else { return }
        var rows = menu.finished.map { shift in
            ChoiceList.Row(
                title: desk.say(shift.title),
                detail: desk.say(
                    PageWords.finished(
                        desk.wallDate(shift.begunAt, offset: menu.offset),
                        Lengths.clock(shift.lasted), shift.conversations)),
                right: shift.score.map { desk.say(PageWords.points($0)) } ?? "")
        }
        rows += menu.damaged.map { file in
            ChoiceList.Row(
                title: "! " + file.name, detail: desk.say(file.sentence), ink: .danger)
        }
        list.draw(rows, desk, in: area(desk), into: &canvas)
    }
}
