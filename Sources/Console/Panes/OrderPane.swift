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
        return state(order, shop, desk, width) + urged(order, desk)
            + late(order, shop, desk, width)
            + goods(order, shop, desk, width)
            + money(order, shop, desk, width)
            + memo(order, desk, width)
            + cases(shop.afterSales(of: order.id), shop, desk)
            + reviews(order, shop, desk, width)
            + address(order, isUnveiled: isUnveiled, desk, width)
            + parcels(order, isSpread: desk.places.tracked.contains(order.id), desk, width)
            + promises(talk, desk, width)
            + [PaneLine(desk.say(Words.orderNumber), order.id.rawValue, ink: .dim)]
            + training(order, shop, desk)
    }

    private static func state(
        _ order: Order, _ shop: Shop, _ desk: Desk, _ width: Int
    ) -> [PaneLine] {
        var name = desk.say(shop.rules.name(of: order.shownStatus))
        var due = order.payBy ?? order.shipBy ?? order.autoConfirmAt
        if order.status == .depositPaid { due = order.presale?.balanceUntil }
        if order.status == .grouping, let group = order.group.flatMap({ shop.groups[$0] }) {
            due = group.deadline
            name += " \(group.members.count)/\(group.size)"
        }
        guard let due, order.pausedAt == nil || order.autoConfirmAt == nil else {
            return [PaneLine(name, ink: .strong)]
        }
        let room = width - desk.gate.width(of: name) - 1
        let mark = desk.trainingMark(shop.rule(behind: order))
        let full = desk.left(until: due) + mark
        let timer =
            desk.gate.width(of: full) <= room || due <= desk.now
            ? full : Lengths.short(due - desk.now, desk.tongue) + mark
        return [PaneLine(name, timer, ink: .strong, rightInk: desk.ink(forDue: due))]
            + presale(order, desk)
    }

    /// What the marks beside the timers stand for.
    private static func training(_ order: Order, _ shop: Shop, _ desk: Desk) -> [PaneLine] {
        let rules =
            [shop.rule(behind: order)]
            + shop.afterSales(of: order.id).map(shop.rule)
        let isMarked = rules.contains { desk.trainingMark($0) != "" }
        return isMarked ? [PaneLine(desk.trainingNote, ink: .dim)] : []
    }

    /// When the balance opens and when the goods leave.
    private static func presale(_ order: Order, _ desk: Desk) -> [PaneLine] {
        guard let presale = order.presale, !order.status.isClosed, order.status != .done else {
            return []
        }
        var lines: [PaneLine] = []
        if order.paidAt == nil {
            lines.append(
                PaneLine(
                    desk.say(Words.balanceFrom), desk.moment(presale.balanceFrom), ink: .dim,
                    rightInk: .text))
        }
        if !order.isShipped {
            lines.append(
                PaneLine(
                    desk.say(Words.presaleShips), desk.moment(presale.shipBy), ink: .dim,
                    rightInk: presale.isSellerFault ? .warning : .text))
        }
        return lines
    }

    private static func goods(
        _ order: Order, _ shop: Shop, _ desk: Desk, _ width: Int
    ) -> [PaneLine] {
        var lines: [PaneLine] = []
        for line in order.lines {
            lines += desk.fitted(
                "\(desk.itemName(line)) ×\(line.quantity)", (line.price * line.quantity).plain,
                width: width, rightInk: .money)
            if line.status != order.status {
                // Where the lines have gone different ways each says its own.
                lines.append(
                    PaneLine("  " + desk.say(shop.rules.name(of: line.status)), ink: .accent))
            }
            if line.returned > 0, line.left > 0 {
                lines.append(
                    PaneLine("  " + desk.say(Words.goneBack(line.returned)), ink: .dim))
            }
            guard line.status == .waitPay || line.status == .waitShip,
                let stock = shop.variant(line.variant)?.stock
            else { continue }
            if line.status == .waitShip, !line.isClaimed {
                lines.append(PaneLine("  " + desk.say(Words.notInStock(stock)), ink: .danger))
            } else {
                lines.append(PaneLine("  " + desk.say(Words.stock(stock)), ink: .dim))
            }
        }
        return lines
    }

    private static func money(
        _ order: Order, _ shop: Shop, _ desk: Desk, _ width: Int
    ) -> [PaneLine] {
        var lines: [PaneLine] = []
        func add(_ name: Bilingual, _ amount: Money, _ ink: Role = .text) {
            lines.append(PaneLine(desk.say(name), amount.plain, ink: ink, rightInk: .money))
        }
        for cut in order.cuts { add(cut.kind.name, -cut.amount) }
        if order.postage != .zero { add(Words.postage, order.postage) }
        if let presale = order.presale, order.paidAt == nil {
            add(Words.deposit, presale.deposit, .strong)
            if presale.depositPaidAt != nil {
                add(Words.balance, order.due - order.ledger.paid, .strong)
            }
        }
        add(order.isPaid ? Words.paid : Words.toPay, order.due, .strong)
        if order.ledger.wentBack != .zero { add(Words.refunded, order.ledger.wentBack) }
        if order.ledger.compensated != .zero { add(Words.compensated, order.ledger.compensated) }
        let used = order.payments.filter { $0.left > .zero || order.payments.count == 1 }
        for payment in used {
            lines.append(
                PaneLine(
                    desk.say(Words.payment),
                    desk.say(payment.method.name)
                        + (used.count > 1 ? " " + payment.left.plain : ""),
                    ink: .dim))
        }
        if !order.nudgedAt.isEmpty {
            lines.append(
                PaneLine(
                    desk.say(Words.nudges),
                    desk.say(
                        Words.nudged(
                            order.nudgedAt.count, limit: shop.rules.orders.nudgeLimit)),
                    ink: order.nudgedAt.count > shop.rules.orders.nudgeLimit ? .warning : .dim))
        }
        for invoice in order.invoices {
            lines.append(
                PaneLine(
                    invoice.number + (invoice.isReversed ? " " + desk.say(Words.isReversed) : ""),
                    invoice.amount.plain, ink: .dim, rightInk: invoice.isReversed ? .dim : .money))
        }
        if order.invoices.isEmpty, let asked = order.invoiceAsked {
            lines += desk.wrapped(
                desk.say(Words.invoiceWanted) + " " + asked.title, width: width, ink: .warning)
        }
        return lines
    }

    private static func memo(_ order: Order, _ desk: Desk, _ width: Int) -> [PaneLine] {
        guard let memo = order.memo else { return [] }
        let text = desk.glyphs.flag + desk.say(memo.flag.name) + " " + memo.text
        return desk.wrapped(text, width: width, ink: memo.flag.role)
    }

    private static func cases(_ cases: [AfterSale], _ shop: Shop, _ desk: Desk) -> [PaneLine] {
        cases.flatMap { item -> [PaneLine] in
            let name = desk.say(item.kind.name)
            let amount = item.amount == .zero ? "" : " " + item.amount.plain
            let why = PaneLine("  " + desk.say(item.reason.name), item.detail, ink: .dim)
            switch item.state {
            case .waitSeller, .waitBuyerReply, .refused, .waitReturn, .waitCheck, .returnDisputed,
                .waitConsign, .waitBuyerConfirm, .atPlatform:
                let mark = desk.trainingMark(shop.rule(behind: item))
                let timer =
                    item.answerBy.map { desk.left(until: $0) + mark } ?? desk.say(Words.openCase)
                return [
                    PaneLine(
                        name + amount, timer, ink: .warning,
                        rightInk: item.answerBy.map { desk.ink(forDue: $0) } ?? .warning),
                    PaneLine("  " + desk.say(item.state.name.name), ink: .warning), why,
                ]
            case .done(let at):
                return [PaneLine(name + amount, desk.moment(at) + " " + desk.glyphs.ended), why]
            case .withdrawn(let at), .closed(let at):
                guard let verdict = item.dispute?.verdict else {
                    return [
                        PaneLine(
                            name + amount, desk.say(Words.withdrawn(desk.moment(at))), ink: .dim)
                    ]
                }
                return [
                    PaneLine(name + amount, desk.moment(at), ink: .dim),
                    PaneLine("  " + desk.say(verdict.outcome.name), ink: .accent),
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
            if parcel.isVoid { return [] }
            let last = parcel.scans.last
            let state = last.map { desk.say($0.code.name) } ?? desk.say(Words.noScanYet)
            let name = shortName(parcel, width - desk.gate.width(of: state) - 1, desk)
            var lines = [PaneLine(name, state, rightInk: .accent)]
            if let contents = parcel.contents {
                lines.append(PaneLine("  " + contents, ink: .dim))
            }
            if parcel.isReturn {
                lines.append(PaneLine("  " + desk.say(Words.comingBack), ink: .dim))
            }
            if parcel.isScanOverdue, !parcel.wasCollected {
                lines.append(PaneLine("  " + desk.say(Words.notPickedUp), ink: .danger))
            }
            for report in parcel.reports {
                lines.append(PaneLine("  " + desk.say(report.fault.name), ink: .warning))
            }
            if let intercept = parcel.intercept {
                lines.append(
                    PaneLine("  " + desk.say(Words.interceptState(intercept.succeeded)), ink: .dim))
            }
            if let claim = parcel.claim {
                lines.append(
                    PaneLine(
                        "  " + desk.say(Words.claimState(claim.paid != nil)),
                        (claim.paid ?? claim.amount).plain, ink: .dim, rightInk: .money))
            }
            if isSpread { lines.append(PaneLine("  " + parcel.tracking, ink: .dim)) }
            for scan in isSpread ? parcel.scans.reversed() : [] {
                lines += desk.wrapped(
                    "\(desk.moment(scan.at)) \(scan.text)", width: width, indent: 1, ink: .dim)
            }
            return lines
        }
    }

    /// `SF Express …4411`; where there is no room the carrier gives way, not the number that tells
    /// one parcel from another.
    private static func shortName(_ parcel: Parcel, _ room: Int, _ desk: Desk) -> String {
        let tail = Lengths.tail(parcel.tracking)
        let whole = parcel.carrier + " " + tail
        if desk.gate.width(of: whole) <= room { return whole }
        let left = max(2, room - desk.gate.width(of: tail))
        return desk.gate.cut(parcel.carrier, toWidth: left, ellipsis: false) + tail
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

extension Order {
    /// Of a presale only the deposit is in until the balance is paid.
    var isPaid: Bool { presale == nil ? ledger.paid != .zero : paidAt != nil }
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
