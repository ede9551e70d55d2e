import Engine
import Terminal

/// What the shop should look after without being asked: parcels in trouble, customers to write to,
/// reviews to answer, and how the shop is rated. Enter goes to the customer.
///
/// The lists stand as of the moment in the heading; they are made anew when a list is opened, not
/// for each picture, so that a shop of a hundred thousand orders draws as fast as a small one.
struct ShopPage: Page {
    private var list = ShopList.troubles
    private var rows: [ShopList.Row] = []
    private var asOf = Instant(milliseconds: 0)
    private var cursor = 0

    init(_ desk: Desk) { open(.troubles, desk) }

    var title: Bilingual { Words.shopPage }

    private mutating func open(_ list: ShopList, _ desk: Desk) {
        self.list = list
        rows = desk.shop.map { list.rows(of: $0, at: desk.now, for: desk) } ?? []
        asOf = desk.now
        cursor = 0
    }

    mutating func handle(_ input: Input, _ desk: Desk) -> Bool {
        switch input {
        case .mouse(let mouse):
            if mouse.action == .wheelUp { move(by: -3) }
            if mouse.action == .wheelDown { move(by: 3) }
            return mouse.action == .wheelUp || mouse.action == .wheelDown
        case .key(let key):
            switch key.code {
            case .escape: desk.page = nil
            case .down: move(by: 1)
            case .up: move(by: -1)
            case .pageDown: move(by: 10)
            case .pageUp: move(by: -10)
            case .home: cursor = 0
            case .end: move(by: rows.count)
            case .right, .tab: open(list.next, desk)
            case .left, .backTab: open(list.previous, desk)
            case .enter:
                if rows.indices.contains(cursor) { go(to: rows[cursor], desk) }
            case .character, .backspace, .delete, .insert, .function: return false
            }
            return true
        case .paste, .resize, .focus, .resumed, .profile, .hangup, .unknown: return false
        }
    }

    private mutating func move(by step: Int) {
        cursor = min(max(0, cursor + step), max(0, rows.count - 1))
    }

    private func go(to row: ShopList.Row, _ desk: Desk) {
        guard let customer = row.customer,
            let talk = desk.shop?.conversations(of: customer).last?.id
        else { return desk.announce(.hint, Words.noTalkForDue) }
        desk.page = nil
        desk.select(talk)
        if let order = row.order { desk.showOrder(order) }
    }

    func draw(_ desk: Desk, into canvas: inout Canvas) {
        let frame = PageFrame(
            title: title,
            hints: [
                .init("← →", Words.otherList), .init("Enter", Words.goThere),
                .init("Esc", Words.backToDesk),
            ])
        _ = frame.draw(desk, into: &canvas)
        let column = PageFrame.column(desk, width: 120)
        drawTabs(desk, in: column, into: &canvas)
        var body = column.inset(left: 1, top: 2, right: 1)
        guard !rows.isEmpty else {
            canvas.put(
                desk.say(list.whenEmpty), at: body.origin, limit: body.width,
                style: desk.style(.dim))
            return
        }
        let note = rows[cursor].note.map { desk.gate.wrap(desk.say($0), width: body.width) } ?? []
        let foot = body.takeBottom(min(note.count + 1, body.height / 2))
        for (place, line) in note.prefix(max(0, foot.height - 1)).enumerated() {
            canvas.put(
                line, at: Point(x: foot.x, y: foot.y + 1 + place), limit: foot.width,
                style: desk.style(.dim))
        }
        let first = max(0, min(cursor - body.height / 2, rows.count - body.height))
        for (place, index) in (first..<min(rows.count, first + body.height)).enumerated() {
            draw(
                rows[index], isMarked: index == cursor, desk,
                in: Rect(x: body.x, y: body.y + place, width: body.width, height: 1),
                into: &canvas)
        }
    }

    /// The names of the lists, the open one marked by its brackets too.
    private func drawTabs(_ desk: Desk, in rect: Rect, into canvas: inout Canvas) {
        var x = rect.x + 1
        for other in ShopList.allCases {
            let name = desk.say(other.name)
            let isOpen = other == list
            x += canvas.put(
                isOpen ? "[\(name) \(rows.count)]" : " \(name) ", at: Point(x: x, y: rect.y),
                limit: max(0, (rect.x + rect.width) - x), style: desk.style(isOpen ? .title : .dim))
            x += 1
        }
        let time = desk.say(Words.asOf(desk.moment(asOf)))
        let wide = desk.gate.width(of: time)
        guard x + wide < (rect.x + rect.width) else { return }
        canvas.put(
            time, at: Point(x: (rect.x + rect.width) - wide - 1, y: rect.y), limit: wide,
            style: desk.style(.dim))
    }

    private func draw(
        _ row: ShopList.Row, isMarked: Bool, _ desk: Desk, in rect: Rect,
        into canvas: inout Canvas
    ) {
        let ink: Role = isMarked ? .selected : .text
        canvas.fill(rect, style: desk.style(ink))
        canvas.put(
            isMarked ? desk.glyphs.bar : " ", at: rect.origin, limit: 1,
            style: desk.style(.accent, on: ink))
        let cells: [(text: String, x: Int, width: Int, ink: Role)] = [
            (row.when.map(desk.moment) ?? "", 2, 12, .dim),
            (row.who, 15, 12, .text),
            (desk.say(row.what), 28, 18, row.isUrgent ? .warning : .strong),
            (row.detail, 47, max(0, rect.width - 47), .text),
        ]
        for cell in cells {
            canvas.put(
                cell.text, at: Point(x: rect.x + cell.x, y: rect.y), limit: cell.width,
                style: desk.style(cell.ink, on: ink), overflow: .ellipsis)
        }
    }
}

extension Desk {
    func showShop() { show(ShopPage(self)) }
}
