import Engine
import Terminal

/// The customer's order: state and timer, what was bought, the money, where to, how far it has
/// come, what is being settled.
struct OrderPane: Pane {
    func title(_ desk: Desk) -> String {
        let name = desk.say(Words.pane(.order))
        guard let shop = desk.shop, let order = desk.order else { return name }
        let all = shop.orders(of: order.customer)
        let place = all.firstIndex { $0.id == order.id } ?? 0
        let which = all.count > 1 ? " \(place + 1)/\(all.count)" : ""
        return name + " " + Lengths.tail(order.id.rawValue) + which
    }

    func draw(_ desk: Desk, in rect: Rect, into canvas: inout Canvas) {
        desk.drawLines(
            OrderPane.lines(desk, width: rect.width), from: desk.places.top[.order] ?? 0, in: rect,
            into: &canvas)
    }

    static func lines(_ desk: Desk, width: Int) -> [PaneLine] {
        guard let shop = desk.shop, let talk = desk.talk else {
            return desk.wrapped(desk.say(Words.orderIsEmpty), width: width, ink: .dim)
        }
        guard let order = desk.order else {
            return desk.wrapped(desk.say(Words.noOrderYet), width: width, ink: .dim)
        }
        let isUnveiled = desk.places.unveiled == order.id
        return state(order, desk, width) + goods(order, shop, desk, width) + money(order, desk)
            + memo(order, desk, width)
            + cases(shop.afterSales(of: order.id), desk)
            + address(order, isUnveiled: isUnveiled, desk, width)
            + parcels(order, isSpread: desk.places.tracked.contains(order.id), desk, width)
            + promises(talk, desk, width)
            + [PaneLine(desk.say(Words.orderNumber), order.id.rawValue, ink: .dim)]
    }

    private static func state(_ order: Order, _ desk: Desk, _ width: Int) -> [PaneLine] {
        let name = desk.say(order.status.name)
        guard let due = order.payBy ?? order.shipBy ?? order.autoConfirmAt else {
            return [PaneLine(name, ink: .strong)]
        }
        let room = width - desk.gate.width(of: name) - 1
        let full = desk.left(until: due)
        let timer =
            desk.gate.width(of: full) <= room || due <= desk.now
            ? full : Lengths.short(due - desk.now, desk.tongue)
        return [PaneLine(name, timer, ink: .strong, rightInk: desk.ink(forDue: due))]
    }

    private static func goods(
        _ order: Order, _ shop: Shop, _ desk: Desk, _ width: Int
    ) -> [PaneLine] {
        var lines: [PaneLine] = []
        for line in order.lines {
            lines += desk.fitted(
                "\(desk.itemName(line)) ×\(line.quantity)", (line.price * line.quantity).plain,
                width: width, rightInk: .money)
            guard order.status == .waitPay || order.status == .waitShip,
                let stock = shop.variant(line.variant)?.stock
            else { continue }
            if order.status == .waitShip, !line.isClaimed {
                lines.append(PaneLine("  " + desk.say(Words.notInStock(stock)), ink: .danger))
            } else {
                lines.append(PaneLine("  " + desk.say(Words.stock(stock)), ink: .dim))
            }
        }
        return lines
    }

    private static func money(_ order: Order, _ desk: Desk) -> [PaneLine] {
        var lines: [PaneLine] = []
        func add(_ name: Bilingual, _ amount: Money, _ ink: Role = .text) {
            lines.append(PaneLine(desk.say(name), amount.plain, ink: ink, rightInk: .money))
        }
        if order.discount != .zero { add(Words.discount, -order.discount) }
        if order.reduction != .zero { add(Words.reduction, -order.reduction) }
        if order.postage != .zero { add(Words.postage, order.postage) }
        add(order.ledger.paid == .zero ? Words.toPay : Words.paid, order.due, .strong)
        if order.ledger.refunded != .zero { add(Words.refunded, order.ledger.refunded) }
        if order.ledger.compensated != .zero { add(Words.compensated, order.ledger.compensated) }
        if let method = order.payment {
            lines.append(PaneLine(desk.say(Words.payment), desk.say(method.name), ink: .dim))
        }
        return lines
    }

    private static func memo(_ order: Order, _ desk: Desk, _ width: Int) -> [PaneLine] {
        guard let memo = order.memo else { return [] }
        let text = desk.glyphs.flag + desk.say(memo.flag.name) + " " + memo.text
        return desk.wrapped(text, width: width, ink: memo.flag.role)
    }

    private static func cases(_ cases: [AfterSale], _ desk: Desk) -> [PaneLine] {
        cases.flatMap { item -> [PaneLine] in
            let name = desk.say(item.kind.name)
            let amount = item.amount == .zero ? "" : " " + item.amount.plain
            let why = PaneLine("  " + desk.say(item.reason.name), item.detail, ink: .dim)
            switch item.state {
            case .waitSeller:
                let timer = item.answerBy.map { desk.left(until: $0) } ?? desk.say(Words.openCase)
                return [
                    PaneLine(
                        name + amount, timer, ink: .warning,
                        rightInk: item.answerBy.map { desk.ink(forDue: $0) } ?? .warning), why,
                ]
            case .done(let at):
                return [PaneLine(name + amount, desk.moment(at) + " " + desk.glyphs.ended), why]
            case .withdrawn(let at):
                return [
                    PaneLine(name + amount, desk.say(Words.withdrawn(desk.moment(at))), ink: .dim)
                ]
            }
        }
    }

    private static func address(
        _ order: Order, isUnveiled: Bool, _ desk: Desk, _ width: Int
    ) -> [PaneLine] {
        let address = order.address
        let text =
            isUnveiled
            ? "\(address.name) \(address.phone) \(address.region) \(address.street)"
            : desk.masked(address)
        return desk.wrapped(
            desk.say(Words.shipTo) + " " + text, width: width, ink: isUnveiled ? .text : .dim)
    }

    private static func parcels(
        _ order: Order, isSpread: Bool, _ desk: Desk, _ width: Int
    ) -> [PaneLine] {
        order.parcels.flatMap { parcel -> [PaneLine] in
            let last = parcel.scans.last
            let state = last.map { desk.say($0.code.name) } ?? desk.say(Words.noScanYet)
            var lines = [
                PaneLine(
                    "\(parcel.carrier) \(Lengths.tail(parcel.tracking))", state, rightInk: .accent)
            ]
            if let contents = parcel.contents {
                lines.append(PaneLine("  " + contents, ink: .dim))
            }
            for scan in isSpread ? parcel.scans.reversed() : [] {
                lines += desk.wrapped(
                    "\(desk.moment(scan.at)) \(scan.text)", width: width, indent: 1, ink: .dim)
            }
            return lines
        }
    }

    /// What was promised to this customer and when it is due.
    private static func promises(_ talk: Conversation, _ desk: Desk, _ width: Int) -> [PaneLine] {
        desk.promises.open.filter { $0.conversation == talk.id }.prefix(3).map { promise in
            PaneLine(
                desk.glyphs.promise + " " + promise.text, desk.left(until: promise.due),
                ink: .promise, rightInk: desk.ink(forDue: promise.due))
        }
    }
}

extension Memo.Flag {
    /// The colour of the flag, whose name always stands beside it.
    var role: Role {
        switch self {
        case .grey: .flagGrey
        case .red: .flagRed
        case .yellow: .flagYellow
        case .green: .flagGreen
        case .blue: .flagBlue
        case .pink: .flagPink
        }
    }
}
