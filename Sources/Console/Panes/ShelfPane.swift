import Engine
import Terminal

/// The fourth column: what the customer said before, and what the shop knows.
struct ShelfPane: Pane {
    func title(_ desk: Desk) -> String { desk.say(Words.pane(.shelf)) }

    func draw(_ desk: Desk, in rect: Rect, into canvas: inout Canvas) {
        desk.drawLines(
            ShelfPane.lines(desk, width: rect.width), from: desk.places.top[.shelf] ?? 0, in: rect,
            into: &canvas)
    }

    static func lines(_ desk: Desk, width: Int) -> [PaneLine] {
        guard desk.shop != nil else { return [] }
        var lines: [PaneLine] = []
        if let customer = desk.customer { lines += history(desk, customer, width: width) }
        lines += tickets(desk, width)
        for what in desk.selected.flatMap({ desk.places.shelf[$0] }) ?? [] {
            lines += [PaneLine(""), PaneLine(desk.title(of: what), ink: .title)]
            lines += desk.lines(of: what).flatMap { desk.wrapped($0, width: width) }
        }
        return lines + (lines.isEmpty ? [] : [PaneLine("")])
            + desk.wrapped(desk.say(Words.shelfHint), width: width, ink: .dim)
    }

    /// Earlier conversations, newest first.
    static func history(_ desk: Desk, _ customer: Customer, width: Int) -> [PaneLine] {
        let earlier =
            desk.shop?.conversations(of: customer.id).filter {
                $0.id != desk.selected && !$0.isOpen
            } ?? []
        guard !customer.history.conversations.isEmpty || !earlier.isEmpty else { return [] }
        var lines = [PaneLine(desk.say(Words.earlierTalks), ink: .title)]
        for talk in earlier.reversed() {
            let first = talk.messages.first { $0.author == .buyer }.map { desk.text(of: $0) } ?? ""
            lines += desk.wrapped(
                "\(desk.moment(talk.openedAt)) \(first)", width: width, indent: 1)
        }
        for line in customer.history.conversations.reversed() {
            lines += desk.wrapped(line, width: width, indent: 1)
        }
        return lines
    }

    /// What other departments were asked about this conversation.
    private static func tickets(_ desk: Desk, _ width: Int) -> [PaneLine] {
        guard let shop = desk.shop, let talk = desk.selected else { return [] }
        let mine = shop.tickets(of: talk)
        guard !mine.isEmpty else { return [] }
        var lines = [PaneLine(desk.say(Words.ticketsTitle), ink: .title)]
        for ticket in mine.reversed() {
            let due = ticket.answer == nil ? desk.left(until: ticket.due) : desk.glyphs.ended
            lines.append(
                PaneLine(" \(desk.say(ticket.department.name)) \(ticket.summary)", due))
            if let answer = ticket.answer {
                lines += desk.wrapped(answer.text, width: width, indent: 3, ink: .note)
            }
        }
        return lines
    }
}
