import Course
import Engine
import Terminal

/// The picture of where money and goods are.
extension PaymentsPage {
    /// A place where money can be.
    private struct Purse {
        var name: Bilingual
        var amount: Money
        var note: String
        var isFull: Bool { amount > .zero }
    }

    func draw(
        _ stop: MoneyWalk.Stop, _ desk: Desk, in rect: Rect, into canvas: inout Canvas
    ) {
        let purses = purses(stop, desk)
        let gap = 6
        let wide = max(12, min(28, (rect.width - 2 - gap * 2) / 3))
        var x = rect.x + 1
        for (place, purse) in purses.enumerated() {
            draw(
                purse, desk, in: Rect(x: x, y: rect.y, width: wide, height: 4), into: &canvas)
            x += wide
            if place < 2 {
                let flow = flow(place, stop, desk)
                canvas.put(
                    flow.arrow, at: Point(x: x + 1, y: rect.y + 1), limit: gap - 1,
                    style: desk.style(flow.ink))
                x += gap
            }
        }
        var y = rect.y + 5
        func line(_ label: Bilingual, _ text: String, _ ink: Role = .text) {
            guard y < rect.bottom else { return }
            canvas.put(
                desk.say(label), at: Point(x: rect.x + 1, y: y), limit: 12, style: desk.style(.dim))
            canvas.put(
                text, at: Point(x: rect.x + 13, y: y), limit: rect.width - 14,
                style: desk.style(ink), overflow: .ellipsis)
            y += 1
        }
        line(CourseWords.orderState, state(stop, desk), .strong)
        line(CourseWords.goodsAre, desk.say(stop.goods.name), .text)
        let ledger = stop.ledger
        line(
            CourseWords.always,
            "\(ledger.paid.plain) = \(ledger.held.plain) + \(ledger.released.plain) + "
                + "\(ledger.refunded.plain)  " + desk.say(CourseWords.alwaysMeans), .money)
        let news = stop.events.compactMap(\.deed).map { desk.say($0) }
        line(CourseWords.happened, news.joined(separator: " · "), .system)
    }

    private func purses(_ stop: MoneyWalk.Stop, _ desk: Desk) -> [Purse] {
        let ledger = stop.ledger
        let back =
            ledger.refunded > .zero
            ? desk.say(CourseWords.cameBack) + " " + ledger.refunded.plain : ""
        let fee =
            stop.commission > .zero
            ? desk.say(CourseWords.commission) + " " + stop.commission.plain : ""
        let out = ledger.paid - ledger.refunded
        let owes = ledger.paid == .zero && stop.due > .zero
        return [
            Purse(
                name: CourseWords.buyer, amount: ledger.refunded,
                note: owes
                    ? desk.say(CourseWords.toPay) + " " + stop.due.plain
                    : out > .zero
                        ? desk.say(CourseWords.paidOut) + " " + out.plain : back),
            Purse(name: CourseWords.platform, amount: ledger.held, note: fee),
            Purse(
                name: CourseWords.shop, amount: max(.zero, stop.shop),
                note: stop.shop < .zero ? stop.shop.plain : ""),
        ]
    }

    private func draw(_ purse: Purse, _ desk: Desk, in rect: Rect, into canvas: inout Canvas) {
        desk.drawRule(
            " " + desk.say(purse.name), in: rect.row(0), hasFocus: purse.isFull, into: &canvas)
        let amount = purse.amount.plain
        let ink: Role = purse.isFull ? .money : .dim
        canvas.put(
            amount,
            at: Point(x: rect.right - desk.gate.width(of: amount), y: rect.y + 1),
            style: desk.style(ink))
        canvas.put(
            purse.note, at: Point(x: rect.x, y: rect.y + 2), limit: rect.width,
            style: desk.style(.dim), overflow: .ellipsis)
        canvas.fill(rect.row(3), with: desk.glyphs.rule, style: desk.style(.rule))
    }

    /// Which way the money went with the last step.
    private func flow(
        _ place: Int, _ stop: MoneyWalk.Stop, _ desk: Desk
    ) -> (arrow: String, ink: Role) {
        let before = previous?.ledger ?? Ledger()
        let moved: Int
        if place == 0 {
            moved =
                (stop.ledger.paid.fen - before.paid.fen)
                - (stop.ledger.refunded.fen - before.refunded.fen)
        } else {
            moved = stop.ledger.released.fen - before.released.fen
        }
        let isPlain = desk.gate.ambiguousIsWide
        if moved > 0 { return (isPlain ? "==>" : "━━▶", .accent) }
        if moved < 0 { return (isPlain ? "<==" : "◀━━", .warning) }
        return (isPlain ? "---" : "───", .rule)
    }

    private func state(_ stop: MoneyWalk.Stop, _ desk: Desk) -> String {
        guard let status = stop.status else { return desk.say(CourseWords.noOrder) }
        var text = desk.say(shopRules.name(of: status))
        if let kind = stop.kind, let state = stop.state {
            text += " · " + desk.say(kind.name) + desk.say(CourseWords.colon) + desk.say(state.name)
        }
        return text
    }
}

extension MoneyWalk.Stop.Goods {
    var name: Bilingual {
        switch self {
        case .warehouse: Bilingual(zh: "在仓库", en: "in the warehouse")
        case .underWay: Bilingual(zh: "在路上", en: "on the road")
        case .buyer: Bilingual(zh: "在买家手里", en: "with the buyer")
        case .comingBack: Bilingual(zh: "在退回的路上", en: "on the way back")
        }
    }
}
