import Engine
import Terminal

/// Who the customer is to the shop: level, tags, history, notes.
struct CustomerPane: Pane {
    func title(_ desk: Desk) -> String {
        let name = desk.say(Words.pane(.customer))
        guard let customer = desk.customer else { return name }
        return name + " " + customer.name
    }

    func draw(_ desk: Desk, in rect: Rect, into canvas: inout Canvas) {
        desk.drawLines(
            CustomerPane.lines(desk, width: rect.width, rows: rect.height),
            from: desk.places.top[.customer] ?? 0, in: rect, into: &canvas)
    }

    static func lines(_ desk: Desk, width: Int, rows: Int) -> [PaneLine] {
        guard let customer = desk.customer else {
            return desk.wrapped(desk.say(Words.customerIsEmpty), width: width, ink: .dim)
        }
        let past = customer.history
        var lines = [
            PaneLine(
                desk.say(customer.level.name),
                past.orders == 0
                    ? desk.say(Words.newCustomer) : desk.say(Words.bought(past.orders)),
                ink: .strong, rightInk: .text)
        ]
        lines += tags(customer, desk, width, spread: rows >= 8)
        for note in customer.notes.reversed() {
            lines += desk.wrapped(
                desk.glyphs.note + " " + note.text + " " + desk.moment(note.at), width: width,
                ink: .note)
        }
        if past.spent != .zero {
            lines.append(
                PaneLine(desk.say(Words.spent), past.spent.plain, rightInk: .money))
        }
        if past.refunds > 0 {
            lines.append(PaneLine(desk.say(Words.refundsBefore), "\(past.refunds)"))
        }
        if let last = past.lastBought {
            lines.append(PaneLine(desk.say(Words.lastBought), desk.civil(last).date, ink: .dim))
        }
        for id in customer.coupons {
            guard let coupon = desk.shop?.coupons[id] else { continue }
            lines.append(PaneLine(desk.glyphs.card + " " + coupon.name))
        }
        lines.append(PaneLine(desk.say(Words.account), customer.account, ink: .dim))
        if desk.arrangement.rect(of: .shelf) == nil {
            lines += ShelfPane.history(desk, customer, width: width)
        }
        return lines
    }

    /// All on one line where it is short; each with source and expiry where there is room.
    private static func tags(
        _ customer: Customer, _ desk: Desk, _ width: Int, spread: Bool
    ) -> [PaneLine] {
        guard !customer.tags.isEmpty else {
            return desk.wrapped(desk.say(Words.noTags), width: width, ink: .dim)
        }
        guard spread || desk.focus == .customer else {
            let text = customer.tags.map { tag in
                "#" + tag.name + (tag.expires.map { " " + days(until: $0, desk) } ?? "")
            }
            return desk.wrapped(text.joined(separator: "  "), width: width, ink: .tag)
        }
        return customer.tags.map { tag in
            let source: Bilingual =
                switch tag.source {
                case .rule: Words.byRule
                case .manual: Words.byHand
                case .imported: Words.imported
                case .batch: Words.byBatch
                }
            let end = tag.expires.map { " " + days(until: $0, desk) } ?? ""
            return PaneLine("#" + tag.name, desk.say(source) + end, ink: .tag, rightInk: .dim)
        }
    }

    private static func days(until instant: Instant, _ desk: Desk) -> String {
        let hours = max(0, (instant - desk.now).seconds / 3600)
        return hours < 48 ? desk.say(Words.hours(hours)) : desk.say(Words.days(hours / 24))
    }
}
