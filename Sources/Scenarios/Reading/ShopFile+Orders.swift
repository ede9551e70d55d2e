import Engine
import Simulation
import Yams

extension FieldReader {
    /// An order in whatever state the pack gives it, with its parcels and what will happen to
    /// them during the shift.
    mutating func order(_ node: Node, _ path: String, _ rules: Rules, _ shop: inout ShopFile) {
        guard
            let fields = fields(
                node, path, required: ["id", "customer", "placed", "status", "lines"],
                optional: [
                    "coupon", "reduction", "postage", "address", "paid", "method", "payBy",
                    "shipBy", "claimed", "leaves", "memo", "parcels", "done", "reason",
                ]),
            let id = text(fields, "id"), let idNode = fields["id"],
            let customerNode = fields["customer"],
            let customer = customer(customerNode, fields.path("customer")),
            let placed = moment(fields, "placed"),
            let status: Order.Status = name(fields, "status")
        else { return }
        let number = number(of: id, placed: placed)
        if names.orders[id] != nil { fail(idNode, fields.path("id"), .sameIDTwice(id)) }
        names.orders[id] = (number, customer.rawValue)

        let lines = orderLines(fields, shop)
        let goods = lines.reduce(Money.zero) { $0 + $1.price * $1.quantity }
        var couponID: CouponID?
        if let value = fields["coupon"] { couponID = coupon(value, fields.path("coupon")) }
        let discount = couponID.flatMap { shop.discounts[$0.rawValue] }.map { min($0, goods) }
        let terms = presale(of: lines, shop)
        let usual = goods - (discount ?? .zero) >= rules.freePostageFrom ? .zero : rules.postage
        let postage = money(fields, "postage") ?? usual
        var address = shop.addresses[customer.rawValue]
        if let value = fields["address"] { address = self.address(value, fields.path("address")) }
        let parcels = parcels(fields, &shop)
        let past = past(fields, status, placed, rules, parcels[.chinese])
        if let value = fields["leaves"] {
            shop.leaves[number] = leaving(value, fields.path("leaves"))
        }
        let memo = memoTexts(fields)
        let payWithin = terms == nil ? rules.payWithin : rules.orders.depositWithin
        let payBy = moment(fields, "payBy") ?? placed + payWithin
        guard let address, let past else { return }
        shop.orders.append { tongue in
            var past = past
            past.parcels = parcels[tongue]
            past.memo = memo?[tongue]
            var order = Order(
                id: number, customer: customer, placedAt: placed, lines: lines,
                address: address[tongue], postage: postage, coupon: couponID,
                discount: discount ?? .zero, payBy: payBy)
            if let terms { order = order.soldAhead(terms) }
            return order.after(past)
        }
    }

    /// The platform's order number: the day it was placed and eight digits made from its name.
    /// Orders placed during the shift count upwards from 70000137.
    private func number(of id: String, placed: Instant) -> OrderID {
        let day = CivilTime(placed, offset: clock.offset)
        let date = day.year * 10_000 + day.month * 100 + day.day
        var tail = 10_000_000 + Int(Fingerprint(of: id).value % 59_999_999)
        while names.orders.values.contains(where: { $0.id == OrderID("\(date)\(tail)") }) {
            tail += 1
        }
        return OrderID("\(date)\(tail)")
    }

    private mutating func orderLines(_ fields: Fields, _ shop: ShopFile) -> [Order.Line] {
        var lines: [Order.Line] = []
        let written = items(fields, "lines")
        if written.isEmpty { fail(fields.node, fields.path("lines"), .empty) }
        for item in written {
            guard
                let line = self.fields(
                    item.node, item.path, required: ["variant"], optional: ["quantity", "price"]),
                let value = line["variant"], let variant = variant(value, line.path("variant"))
            else { continue }
            let price = money(line, "price") ?? shop.prices[variant.rawValue] ?? .zero
            lines.append(
                Order.Line(
                    variant: variant, quantity: whole(line, "quantity", 1...999) ?? 1,
                    price: price))
        }
        return lines
    }

    /// What is sold ahead is ordered by itself, with the deposit of all its pieces.
    private func presale(of lines: [Order.Line], _ shop: ShopFile) -> Presale? {
        guard let first = lines.first, let sold = shop.presales[first.variant.rawValue],
            lines.allSatisfy({ shop.presales[$0.variant.rawValue]?.product == sold.product })
        else { return nil }
        let pieces = lines.reduce(0) { $0 + $1.quantity }
        var terms = sold.terms
        terms.deposit = terms.deposit * pieces
        terms.counts = terms.counts * pieces
        return terms
    }

    private mutating func past(
        _ fields: Fields, _ status: Order.Status, _ placed: Instant, _ rules: Rules,
        _ parcels: [Parcel]
    ) -> Order.Past? {
        var past = Order.Past(status: status, reduction: money(fields, "reduction") ?? .zero)
        past.payment = name(fields, "method")
        past.paidAt = moment(fields, "paid")
        past.closedAt = moment(fields, "done")
        past.closeReason = name(fields, "reason")
        past.isClaimed = flag(fields, "claimed") ?? true
        if let paid = past.paidAt {
            past.shipBy = moment(fields, "shipBy") ?? paid + rules.shipWithin
            if past.payment == nil { past.payment = .mobile }
        }
        if let shipped = parcels.first?.shippedAt {
            past.autoConfirmAt = shipped + rules.autoConfirmAfter
        }
        let word = Spelling.hyphened("\(status)")
        switch status {
        case .grouping, .signed:
            if let node = fields["status"] {
                fail(
                    node, fields.path("status"),
                    .unreadable(word, expected: .orderStatus))
            }
            return nil
        case .waitPay, .depositPaid, .depositForfeit, .waitShip, .partShipped, .shipped, .done,
            .closedUnpaid, .closedRefunded:
            break
        }
        let (needed, refused): ([String], [String]) =
            switch status {
            case .waitPay: ([], ["paid", "parcels", "done"])
            case .closedUnpaid: (["done"], ["paid", "parcels"])
            case .waitShip: (["paid"], ["parcels", "done"])
            case .depositPaid: (["paid"], ["parcels", "done"])
            case .depositForfeit: (["paid", "done"], ["parcels"])
            case .partShipped, .shipped: (["paid", "parcels"], ["done"])
            case .done: (["paid", "parcels", "done"], [])
            case .closedRefunded: (["paid", "done"], [])
            case .grouping, .signed:
                // These come about during a shift; a pack's order begins before or after them.
                ([], [])
            }
        for name in needed where !fields.has(name) {
            fail(fields.node, fields.path, .missingField(name))
        }
        for name in refused {
            if let node = fields[name] {
                fail(node, fields.path(name), .wrongForState(name, state: word))
            }
        }
        if status == .closedUnpaid, past.closeReason == nil { past.closeReason = .notPaidInTime }
        return past
    }

    private mutating func parcels(
        _ fields: Fields, _ shop: inout ShopFile
    ) -> Both<[Parcel]> {
        var parcels = Both<[Parcel]> { _ in [] }
        for item in items(fields, "parcels") {
            guard
                let form = self.fields(
                    item.node, item.path, required: ["carrier", "tracking", "shipped"],
                    optional: ["scans", "coming", "contents", "pieces"]),
                let carrierNode = form["carrier"],
                let carrier = anyText(carrierNode, form.path("carrier")),
                let tracking = text(form, "tracking"), let shipped = moment(form, "shipped")
            else { continue }
            var scans = Both<[Scan]> { _ in [] }
            for scan in items(form, "scans") {
                guard let found = self.scan(scan.node, scan.path) else { continue }
                scans.append { Scan(at: found.at, code: found.code, text: found.text[$0]) }
            }
            for scan in items(form, "coming") {
                guard let found = self.scan(scan.node, scan.path) else { continue }
                shop.coming.append(
                    ComingScan(
                        at: found.at, tracking: tracking, code: found.code, text: found.text))
            }
            let contents = bilingual(form, "contents")
            let pieces = pieces(form)
            parcels.append {
                Parcel(
                    carrier: carrier[$0], tracking: tracking, shippedAt: shipped,
                    scans: scans[$0], contents: contents?[$0], pieces: pieces)
            }
        }
        return parcels
    }

    /// `pieces: [{line: 1, quantity: 2}]`: what of the order is in this parcel; all where absent.
    private mutating func pieces(_ fields: Fields) -> [Parcel.Piece]? {
        guard fields.has("pieces") else { return nil }
        return items(fields, "pieces").compactMap { item in
            guard
                let form = self.fields(
                    item.node, item.path, required: ["line"], optional: ["quantity"]),
                let line = whole(form, "line", 1...100)
            else { return nil }
            return Parcel.Piece(line: line - 1, quantity: whole(form, "quantity", 1...999) ?? 1)
        }
    }

    private mutating func scan(
        _ node: Node, _ path: String
    ) -> (at: Instant, code: Scan.Code, text: Engine.Bilingual)? {
        guard let fields = fields(node, path, required: ["at", "code", "text"]),
            let at = moment(fields, "at"), let code: Scan.Code = name(fields, "code"),
            let text = bilingual(fields, "text")
        else { return nil }
        return (at, code, text)
    }

    private mutating func leaving(_ node: Node, _ path: String) -> WarehouseHabits.Leaving? {
        if node.string == "never" { return .never }
        guard let fields = fields(node, path, required: ["after"], optional: ["urged"]),
            let after = span(fields, "after")
        else { return nil }
        return .after(after, urged: span(fields, "urged") ?? after)
    }

    private mutating func memoTexts(_ fields: Fields) -> Both<Memo>? {
        guard let node = fields["memo"],
            let form = self.fields(node, fields.path("memo"), required: ["flag", "text"]),
            let flag: Memo.Flag = name(form, "flag"), let text = bilingual(form, "text")
        else { return nil }
        return Both { Memo(flag: flag, text: text[$0]) }
    }
}
