import Engine
import Terminal

/// Every shift there is, to choose one: by level, by chapter, the promotion night.
struct ShiftsPage: ListPage {
    let host: any PageHost
    let menu: StartMenu
    var list = ChoiceList()

    init(host: any PageHost, menu: StartMenu) {
        self.host = host
        self.menu = menu
    }

    var title: Bilingual { PageWords.otherShifts }

    var count: Int { packs.count }

    private var packs: [PackChoice] { menu.packs.filter { !$0.isGuide } }

    mutating func handle(_ input: Input, _ desk: Desk) -> Bool {
        if leaves(input, desk) { return true }
        guard let answer = answer(input, desk) else { return false }
        if case .chose(let index) = answer, packs.indices.contains(index) {
            desk.begin(ShiftChoice(pack: packs[index].name), with: host)
        }
        return true
    }

    func draw(_ desk: Desk, into canvas: inout Canvas) {
        let frame = PageFrame(
            title: title,
            hints: [.init("Enter", PageWords.take), .init("Esc", PageWords.back)])
        _ = frame.draw(desk, into: &canvas)
        _ = desk.drawHeading(title, nil, in: PageFrame.column(desk), into: &canvas)
        let rows = packs.map { pack in
            ChoiceList.Row(
                title: desk.say(pack.title),
                right: desk.say(PageWords.length(customers: pack.customers, minutes: pack.minutes)))
        }
        list.draw(rows, desk, in: area(desk), into: &canvas)
    }
}
