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
    /// What has been typed to find a scenario by its number or its title.
    private var typed = ""

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
            if finds(key) { return true }
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

    /// Letters look for a scenario, and digits behind them do, too: `e2`, 勺子. Anything else ends
    /// the looking.
    private mutating func finds(_ key: Key) -> Bool {
        if key == Key(.backspace), !typed.isEmpty {
            typed.removeLast()
            return true
        }
        guard let letter = key.typed, letter.isLetter || letter.isNumber && !typed.isEmpty else {
            typed = ""
            return false
        }
        typed.append(letter)
        let wanted = typed.lowercased()
        func fits(_ isFit: (ScenarioChoice) -> Bool) -> Int? {
            entries.firstIndex { isFit($0.scenario) }
        }
        let found =
            fits { $0.id.lowercased() == wanted } ?? fits { $0.id.lowercased().hasPrefix(wanted) }
            ?? fits { $0.title.zh.contains(wanted) || $0.title.en.lowercased().contains(wanted) }
        if let found { list.cursor = found }
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
        let column = column(desk)
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
        let area = area(desk)
        list.draw(rows, desk, in: area, into: &canvas)
        let found = typed.isEmpty ? desk.say(PageWords.findHint) : "> " + typed
        let wide = desk.gate.width(of: found)
        canvas.put(
            found, at: Point(x: area.right - wide, y: column.y), limit: wide,
            style: desk.style(typed.isEmpty ? .dim : .accent))
    }

    /// Where there is room, wide enough for what each scenario asks for.
    func column(_ desk: Desk) -> Rect {
        PageFrame.column(desk, width: max(100, min(132, desk.size.columns - 40)))
    }

    private func spaceKey(_ desk: Desk) -> String {
        desk.tongue == .chinese ? "空格" : "Space"
    }
}
