import Engine
import Terminal

/// Everything that waits with a time, the most urgent first: what is looked at first in the
/// morning, and what must not be left lying when the shift ends. Enter goes to the customer.
struct DuesPage: Page {
    private var cursor = RowCursor()

    var title: Bilingual { Words.duesPage }

    mutating func handle(_ input: Input, _ desk: Desk) -> Bool {
        let dues = Self.dues(desk)
        if cursor.handle(input, count: dues.count) { return true }
        guard case .key(let key) = input else { return false }
        switch key.code {
        case .escape: desk.page = nil
        case .enter:
            guard dues.indices.contains(cursor.row) else { return true }
            let due = dues[cursor.row]
            desk.leavePage(for: due.customer, talk: due.conversation, order: due.order)
        case _: return false
        }
        return true
    }

    private static func dues(_ desk: Desk) -> [Due] {
        desk.shop?.dues(at: desk.now) ?? []
    }

    func draw(_ desk: Desk, into canvas: inout Canvas) {
        let frame = PageFrame(
            title: title,
            hints: [.init("Enter", Words.goThere), .init("Esc", Words.backToDesk)])
        _ = frame.draw(desk, into: &canvas)
        let column = PageFrame.column(desk, width: 110)
        let dues = Self.dues(desk)
        let overdue = dues.filter(\.isOverdue).count
        let used = desk.drawHeading(
            Words.dueCount(dues.count, overdue: overdue), nil, in: column, into: &canvas)
        var body = column.inset(left: 1, top: used, right: 1)
        if dues.contains(where: { Self.mark($0, desk) != "" }), body.height > 3 {
            let foot = body.takeBottom(1)
            canvas.put(
                desk.trainingNote, at: foot.origin, limit: foot.width, style: desk.style(.dim))
        }
        guard !dues.isEmpty else {
            canvas.put(
                desk.say(Words.nothingDue), at: body.origin, limit: body.width,
                style: desk.style(.dim))
            return
        }
        let window = cursor.window(count: dues.count, height: body.height)
        for (place, index) in window.enumerated() {
            draw(
                dues[index], isMarked: index == min(cursor.row, dues.count - 1), desk,
                in: body.row(place), into: &canvas)
        }
    }

    private func draw(
        _ due: Due, isMarked: Bool, _ desk: Desk, in row: Rect, into canvas: inout Canvas
    ) {
        let ink = desk.drawRow(isMarked: isMarked, in: row, into: &canvas)
        let timer = desk.left(until: due.at) + Self.mark(due, desk)
        canvas.put(
            timer, at: Point(x: row.x + 2, y: row.y), limit: 14,
            style: desk.style(desk.ink(forDue: due.at), on: ink))
        canvas.put(
            desk.say(due.turn.name), at: Point(x: row.x + 17, y: row.y), limit: 12,
            style: desk.style(due.turn == .desk ? .strong : .dim, on: ink), overflow: .ellipsis)
        canvas.put(
            desk.say(due.kind.name), at: Point(x: row.x + 30, y: row.y), limit: 20,
            style: desk.style(ink), overflow: .ellipsis)
        canvas.put(
            what(due, desk), at: Point(x: row.x + 51, y: row.y), limit: max(0, row.width - 51),
            style: desk.style(ink), overflow: .ellipsis)
    }

    private static func mark(_ due: Due, _ desk: Desk) -> String {
        desk.trainingMark(desk.shop?.rule(behind: due))
    }

    /// Whom it concerns, and what it is in a few words.
    private func what(_ due: Due, _ desk: Desk) -> String {
        guard let shop = desk.shop else { return "" }
        let name = due.customer.flatMap { shop.customers[$0]?.name } ?? ""
        let detail: String =
            switch due.kind {
            case .promise(let id): shop.promises[id]?.text ?? ""
            case .ticket(let id):
                shop.tickets[id].map { desk.say($0.department.name) + " " + $0.summary } ?? ""
            case .answer(let id), .evidence(let id):
                shop.afterSales[id].map { desk.say($0.kind.name) + " " + $0.amount.plain } ?? ""
            case .explanation(let id): shop.reviews[id]?.text ?? ""
            case .firstScan(let tracking): Lengths.tail(tracking)
            case .tagEnd(let tag): "#" + tag
            case .group(let id): id.rawValue
            case .payment, .balance, .shipment, .blacklistEnd:
                due.order.map { Lengths.tail($0.rawValue) } ?? ""
            }
        return [name, detail].filter { !$0.isEmpty }.joined(separator: "  ")
    }
}

extension Desk {
    func showDues() { show(DuesPage()) }
}
