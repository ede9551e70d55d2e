import Engine
import Terminal

/// All about one customer: figures, where they stand among the others (RFM), what they spent
/// month by month, their orders and cases, and who they were before.
struct CustomerPage: Page {
    private let customer: CustomerID
    private let rfm: RFMAnalysis
    private var top = 0

    /// The whole shop's customers are compared once, when the page is opened.
    init(_ customer: CustomerID, in shop: Shop) {
        self.customer = customer
        rfm = RFMAnalysis(
            shop.purchases, at: shop.now,
            terms: RFMAnalysis.Terms(
                window: max(1, Int(shop.rules.customers.rfmWindow.milliseconds / 86_400_000)),
                bins: min(9, max(2, shop.rules.customers.rfmBins)),
                fallbackGap: max(
                    1, Int(shop.rules.customers.usualGap.milliseconds / 86_400_000)),
                offset: shop.offset))
    }

    var title: Bilingual { Words.customerPage }

    mutating func handle(_ input: Input, _ desk: Desk) -> Bool {
        switch input {
        case .mouse(let mouse):
            if mouse.action == .wheelUp { top = max(0, top - 3) }
            if mouse.action == .wheelDown { top += 3 }
            return mouse.action == .wheelUp || mouse.action == .wheelDown
        case .key(let key):
            switch key.code {
            case .escape: desk.page = nil
            case .down: top += 1
            case .up: top = max(0, top - 1)
            case .pageDown, .character(" "): top += 10
            case .pageUp: top = max(0, top - 10)
            case .home: top = 0
            case .enter, .character, .tab, .backTab, .backspace, .delete, .insert, .left, .right,
                .end, .function:
                return false
            }
            return true
        case .paste, .resize, .focus, .resumed, .profile, .hangup, .unknown: return false
        }
    }

    func draw(_ desk: Desk, into canvas: inout Canvas) {
        let frame = PageFrame(
            title: title,
            hints: [.init("↑↓", Words.scroll), .init("Esc", Words.backToDesk)])
        _ = frame.draw(desk, into: &canvas)
        guard let shop = desk.shop, let found = shop.customers[customer] else { return }
        let column = PageFrame.column(desk, width: 120)
        let heading = Bilingual(
            zh: "\(found.name)  \(found.account)  \(found.level.name.zh)",
            en: "\(found.name)  \(found.account)  \(found.level.name.en)")
        let used = desk.drawHeading(heading, nil, in: column, into: &canvas)
        var body = column.inset(left: 1, top: used, right: 1)
        let isWide = body.width >= 72
        let lines = figures(found, shop, desk) + plot(shop, desk)
        let more =
            grid(desk, shop)
            + past(found, shop, desk, width: isWide ? body.width / 2 - 2 : body.width)
        if isWide {
            let left = body.takeLeft(body.width / 2 - 2)
            _ = body.takeLeft(3)
            desk.drawLines(lines, from: top, in: left, into: &canvas)
            desk.drawLines(more, from: top, in: body, into: &canvas)
        } else {
            desk.drawLines(lines + [PaneLine("")] + more, from: top, in: body, into: &canvas)
        }
    }

    // MARK: Parts

    private func figures(_ found: Customer, _ shop: Shop, _ desk: Desk) -> [PaneLine] {
        guard let card = shop.card(of: customer, at: desk.now) else { return [] }
        var lines: [PaneLine] = []
        func add(_ name: Bilingual, _ value: String, _ ink: Role = .money) {
            lines.append(PaneLine(desk.say(name), value, rightInk: ink))
        }
        add(Words.ordersPaid, "\(card.orders)")
        add(Words.spentInAll, card.spent.plain)
        add(Words.averageOrder, card.average?.plain ?? "—")
        add(
            Words.lastBought,
            card.lastBought.map { desk.civil($0).date } ?? desk.say(Words.never), .text)
        add(Words.refundedOrders, "\(card.refunds)")
        if let rate = card.returnRate {
            add(Words.returnRate, "\(rate)%", rate >= 50 ? .warning : .text)
        }
        if card.openPromises > 0 { add(Words.openPromises, "\(card.openPromises)", .promise) }
        if let row = rfm.customers.first(where: { $0.customer == customer }) {
            add(Words.lifecycle, desk.say(row.lifecycle.name), .text)
            add(Words.valueClass, desk.say(row.valueClass.name), .accent)
            lines.append(
                PaneLine(
                    "R\(row.r) F\(row.f) M\(row.m)", desk.say(row.segment.name), ink: .strong,
                    rightInk: .accent))
        }
        add(Words.consent, desk.say(found.consent.state.name), .text)
        if let block = found.block {
            lines.append(
                PaneLine(
                    desk.say(Words.blackUntil), desk.civil(block.until).date, ink: .warning,
                    rightInk: .warning))
            lines.append(PaneLine("  " + block.reason, ink: .dim))
        }
        for tag in found.tags {
            lines.append(
                PaneLine(
                    "#" + tag.name, tag.expires.map { desk.civil($0).date } ?? "", ink: .tag,
                    rightInk: .dim))
        }
        return lines
    }

    /// A bar a month, the longest as long as there is room for.
    private func plot(_ shop: Shop, _ desk: Desk) -> [PaneLine] {
        guard let card = shop.card(of: customer, at: desk.now) else { return [] }
        let most = card.months.map(\.spent.fen).max() ?? 0
        guard most > 0 else { return [] }
        let bar = desk.gate.ambiguousIsWide ? "#" : "█"
        var lines = [PaneLine(""), PaneLine(desk.say(Words.spending), ink: .title)]
        for month in card.months {
            let length = most == 0 ? 0 : (month.spent.fen * 20 + most - 1) / most
            let name = month.month < 10 ? "0\(month.month)" : "\(month.month)"
            lines.append(
                PaneLine(
                    "\(month.year)-\(name) " + String(repeating: bar, count: max(0, length)),
                    month.spent == .zero ? "" : month.spent.plain, ink: .text, rightInk: .money))
        }
        return lines
    }

    /// How many customers stand where; this one's place is marked.
    private func grid(_ desk: Desk, _ shop: Shop) -> [PaneLine] {
        let own = rfm.customers.first { $0.customer == customer }
        let bins = rfm.terms.bins
        var lines = desk.wrapped(desk.say(Words.rfmGrid), width: 46, ink: .title)
        let head = (1...bins).map { cell("F\($0)") }.joined()
        lines.append(PaneLine("    " + head, ink: .dim))
        for r in (1...bins).reversed() {
            let cells = (1...bins).map { f -> String in
                let count = rfm.grid[r: r, f: f].customers
                let isOwn = own?.r == r && own?.f == f
                return cell(isOwn ? "[\(count)]" : count == 0 ? "·" : "\(count)")
            }
            lines.append(PaneLine("R\(r)  " + cells.joined(), ink: .text))
        }
        return lines + [PaneLine("")]
    }

    private func cell(_ text: String) -> String {
        String(repeating: " ", count: max(0, 5 - text.count)) + text + " "
    }

    private func past(_ found: Customer, _ shop: Shop, _ desk: Desk, width: Int) -> [PaneLine] {
        var lines = [PaneLine(desk.say(Words.allOrders), ink: .title)]
        for order in shop.orders(of: customer).reversed() {
            lines.append(
                PaneLine(
                    desk.civil(order.placedAt).date + " " + Lengths.tail(order.id.rawValue) + " "
                        + desk.say(shop.rules.name(of: order.shownStatus)), order.due.plain,
                    rightInk: .money))
            for item in shop.afterSales(of: order.id) {
                lines.append(
                    PaneLine(
                        "  " + desk.say(item.kind.name) + " " + desk.say(item.state.name.name),
                        item.amount == .zero ? "" : item.amount.plain, ink: .dim, rightInk: .dim))
            }
        }
        let talks = found.history.conversations
        if !talks.isEmpty {
            lines += [PaneLine(""), PaneLine(desk.say(Words.earlierTalks), ink: .title)]
            for talk in talks.reversed() { lines += desk.wrapped(talk, width: width, ink: .dim) }
        }
        for note in found.notes.reversed() {
            lines += desk.wrapped(
                "\(desk.moment(note.at)) \(note.text)", width: width, ink: .text)
        }
        return lines
    }
}

extension Shop {
    /// What the customer analysis is made from: paid orders and what stayed of them. Of what was
    /// bought before the shift the file knows a count, a sum and the last day: they stand as so
    /// many equal orders of that day.
    var purchases: [Purchase] {
        var found = orders.values.compactMap { order in
            order.paidAt.map {
                Purchase(
                    customer: order.customer, at: $0,
                    paid: order.ledger.paid - order.ledger.refunded)
            }
        }
        for customer in customers.values {
            let past = customer.history
            guard past.orders > 0, let last = past.lastBought else { continue }
            let equal = Array(repeating: Money(fen: 1), count: past.orders)
            for share in Money.apportion(past.spent, over: equal) {
                found.append(Purchase(customer: customer.id, at: last, paid: share))
            }
        }
        return found
    }
}

extension Desk {
    func showCustomerPage() {
        guard let customer, let shop else { return }
        look(at: .customer(customer.id))
        show(CustomerPage(customer.id, in: shop))
    }
}
