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
    private var cursor = RowCursor()

    init(_ desk: Desk) { open(.troubles, desk) }

    var title: Bilingual { Words.shopPage }

    private mutating func open(_ list: ShopList, _ desk: Desk) {
        self.list = list
        rows = desk.shop.map { list.rows(of: $0, at: desk.now, for: desk) } ?? []
        asOf = desk.now
        cursor = RowCursor()
    }

    mutating func handle(_ input: Input, _ desk: Desk) -> Bool {
        if cursor.handle(input, count: rows.count) { return true }
        guard case .key(let key) = input else { return false }
        switch key.code {
        case .escape: desk.page = nil
        case .right, .tab: open(list.next, desk)
        case .left, .backTab: open(list.previous, desk)
        case .enter:
            guard rows.indices.contains(cursor.row) else { return true }
            desk.leavePage(for: rows[cursor.row].customer, order: rows[cursor.row].order)
        case _: return false
        }
        return true
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
        let note =
            rows[cursor.row].note.map { desk.gate.wrap(desk.say($0), width: body.width) } ?? []
        let foot = body.takeBottom(min(note.count + 1, body.height / 2))
        for (place, line) in note.prefix(max(0, foot.height - 1)).enumerated() {
            canvas.put(
                line, at: Point(x: foot.x, y: foot.y + 1 + place), limit: foot.width,
                style: desk.style(.dim))
        }
        let window = cursor.window(count: rows.count, height: body.height)
        for (place, index) in window.enumerated() {
            draw(
                rows[index], isMarked: index == cursor.row, desk, in: body.row(place),
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
                limit: max(0, rect.right - x), style: desk.style(isOpen ? .title : .dim))
            x += 1
        }
        let time = desk.say(Words.asOf(desk.moment(asOf)))
        let wide = desk.gate.width(of: time)
        guard x + wide < rect.right else { return }
        canvas.put(
            time, at: Point(x: rect.right - wide - 1, y: rect.y), limit: wide,
            style: desk.style(.dim))
    }

    private func draw(
        _ row: ShopList.Row, isMarked: Bool, _ desk: Desk, in rect: Rect,
        into canvas: inout Canvas
    ) {
        let ink = desk.drawRow(isMarked: isMarked, in: rect, into: &canvas)
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
