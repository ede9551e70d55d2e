import Engine
import Terminal

/// One scenario in a line: stars, number, title, stage, best grade.
struct ScenarioRow {
    let scenario: ScenarioChoice

    func title(_ desk: Desk) -> String {
        scenario.id + "  " + desk.say(scenario.title)
    }

    func right(_ desk: Desk) -> String {
        scenario.best.map { desk.say(PageWords.best($0)) } ?? desk.say(PageWords.notServed)
    }

    func draw(_ desk: Desk, in row: Rect, into canvas: inout Canvas) {
        canvas.put(
            desk.stars(scenario.level), at: Point(x: row.x + 1, y: row.y),
            style: desk.style(.accent))
        let right = right(desk)
        let wide = desk.gate.width(of: right)
        canvas.put(
            right, at: Point(x: row.right - wide - 1, y: row.y),
            style: desk.style(scenario.best == nil ? .dim : .text))
        canvas.put(
            title(desk) + "  " + desk.say(scenario.stage.name), at: Point(x: row.x + 8, y: row.y),
            limit: row.width - wide - 11, style: desk.style(.text), overflow: .ellipsis)
    }
}

/// Which customers to practise with: one by a digit, several by marking them.
struct ScenarioPage: ListPage {
    let host: any PageHost
    private let entries: [(pack: String, scenario: ScenarioChoice)]
    var list = ChoiceList()
    private var marked: Set<Int> = []

    init(host: any PageHost, packs: [PackChoice]) {
        self.host = host
        entries = packs.filter { !$0.isGuide }.flatMap { pack in
            pack.scenarios.map { (pack.name, $0) }
        }
    }

    var title: Bilingual { PageWords.scenariosTitle }
    var detail: Bilingual? { PageWords.scenariosDetail }
    var count: Int { entries.count }

    mutating func handle(_ input: Input, _ desk: Desk) -> Bool {
        if leaves(input, desk) { return true }
        if case .key(let key) = input {
            if key == Key(.character(" ")) || key == Key(.character("　")) {
                toggle()
                return true
            }
            if key == Key(.enter), !marked.isEmpty {
                beginMarked(desk)
                return true
            }
        }
        guard let answer = answer(input, desk) else { return false }
        if case .chose(let index) = answer, entries.indices.contains(index) {
            let entry = entries[index]
            desk.begin(ShiftChoice(pack: entry.pack, scenarios: [entry.scenario.id]), with: host)
        }
        return true
    }

    /// Customers of one shift come from one pack.
    private mutating func toggle() {
        let place = list.cursor
        guard entries.indices.contains(place) else { return }
        marked = marked.filter { entries[$0].pack == entries[place].pack }
        if marked.remove(place) == nil { marked.insert(place) }
    }

    private func beginMarked(_ desk: Desk) {
        let chosen = marked.sorted().map { entries[$0] }
        guard let pack = chosen.first?.pack else { return }
        desk.begin(
            ShiftChoice(pack: pack, scenarios: chosen.map(\.scenario.id)), with: host)
    }

    func draw(_ desk: Desk, into canvas: inout Canvas) {
        let frame = PageFrame(
            title: title,
            hints: [
                .init("1–\(min(9, entries.count))", PageWords.begin),
                .init("Enter", PageWords.begin), .init(spaceKey(desk), PageWords.mark),
                .init("Esc", PageWords.back),
            ])
        _ = frame.draw(desk, into: &canvas)
        let column = PageFrame.column(desk)
        _ = desk.drawHeading(
            PageWords.scenariosHeading, PageWords.scenariosDetail, in: column, into: &canvas)
        let rows = entries.enumerated().map { place, entry in
            let row = ScenarioRow(scenario: entry.scenario)
            let stars = desk.stars(entry.scenario.level)
            let tick = marked.contains(place) ? desk.glyphs.ended + " " : ""
            return ChoiceList.Row(
                title: tick + row.title(desk),
                detail: stars + " " + desk.say(entry.scenario.stage.name) + " · "
                    + desk.say(entry.scenario.goal),
                right: row.right(desk))
        }
        list.draw(rows, desk, in: area(desk), into: &canvas)
    }

    private func spaceKey(_ desk: Desk) -> String {
        desk.tongue == .chinese ? "空格" : "Space"
    }
}
