import Engine

// What belongs to an order, to one line of it, or to one of its parcels.
extension Variables {
    /// The one order that is meant, or all that may be.
    private enum Meant {
        case one(Order)
        case none
        case several([Order])
    }

    private var meant: Meant {
        let all = shop.orders(of: conversation.customer)
        if let named = answers["order"].map({ OrderID($0) }) ?? order {
            // Never another customer's.
            return all.first { $0.id == named }.map { .one($0) } ?? .none
        }
        if all.count > 1 { return .several(all) }
        return all.first.map { .one($0) } ?? .none
    }

    func withOrder(_ find: (Order) -> Found) -> Found {
        switch meant {
        case .one(let order): return find(order)
        case .none: return .missing
        case .several(let orders):
            let newest = orders.sorted {
                ($1.placedAt, $1.id.rawValue) < ($0.placedAt, $0.id.rawValue)
            }
            return .several(
                name: "order", title: Bilingual(zh: "哪一单？", en: "Which order?"),
                newest.map { order in
                    func title(_ tongue: Tongue) -> String {
                        "\(order.id.rawValue) · \(items(order, tongue)) · \(order.status.name[tongue])"
                    }
                    return Ask.Choice(
                        id: order.id.rawValue,
                        title: Bilingual(zh: title(.chinese), en: title(.english)))
                })
        }
    }

    func ofOrder(_ name: String, _ order: Order) -> Found {
        switch name {
        case "order.id": text(order.id.rawValue)
        case "order.items": text(items(order, calendar.tongue))
        case "order.status": text(order.status.name[calendar.tongue])
        case "order.due": money(order.due)
        case "order.paid": money(order.paidAt == nil ? nil : order.ledger.paid)
        case "order.refund":
            money(
                shop.afterSales(of: order.id).last?.amount
                    ?? (order.paidAt == nil ? nil : order.ledger.paid))
        case "order.postage": money(order.postage)
        case "order.discount": money(order.discount)
        case "order.placed": moment(order.placedAt)
        case "order.payBy": moment(order.payBy)
        case "order.name": text(order.address.name)
        case "order.phone": text(ShopValue.masked(order.address.phone))
        case "order.region": text(order.address.region)
        case "order.shipBy": moment(order.shipBy)
        case "order.carrier": text(order.parcels.last?.carrier)
        case "order.tracking": text(order.parcels.last?.tracking)
        case "order.scan": text(order.parcels.last?.scans.last?.text)
        case _: .missing
        }
    }

    private func items(_ order: Order, _ tongue: Tongue) -> String {
        order.lines.map { said($0) }.joined(separator: tongue == .chinese ? "、" : ", ")
    }

    private func said(_ line: Order.Line) -> String {
        let title = shop.product(of: line.variant)?.title ?? line.variant.rawValue
        let variant = shop.variant(line.variant)?.name ?? ""
        return [title, variant, "×\(line.quantity)"].filter { !$0.isEmpty }.joined(separator: " ")
    }

    /// The answer to `item` is the number of the line, counted from 1.
    func ofItem(_ name: String, _ order: Order) -> Found {
        let named = answers["item"].flatMap { Int($0) }.map { $0 - 1 }
        guard let place = named ?? (order.lines.count == 1 ? 0 : nil),
            order.lines.indices.contains(place)
        else {
            if order.lines.isEmpty { return .missing }
            return .several(
                name: "item", title: Bilingual(zh: "哪一件？", en: "Which item?"),
                order.lines.enumerated().map { place, line in
                    Ask.Choice(
                        id: "\(place + 1)", title: Bilingual(zh: said(line), en: said(line)))
                })
        }
        let line = order.lines[place]
        switch name {
        case "item.title": return text(shop.product(of: line.variant)?.title)
        case "item.variant": return text(shop.variant(line.variant)?.name)
        case "item.quantity": return text("\(line.quantity)")
        case "item.price": return money(line.price)
        case "item.stock": return text(shop.variant(line.variant).map { "\($0.stock)" })
        case _: return .missing
        }
    }

    /// The answer to `track` is the parcel's number.
    func ofTrack(_ name: String, _ order: Order) -> Found {
        let parcels = order.parcels.filter { !$0.isVoid && !$0.isReturn }
        let named = answers["track"]
        let parcel =
            named == nil && parcels.count == 1
            ? parcels[0] : parcels.first { $0.tracking == named }
        guard let parcel else {
            if parcels.isEmpty { return .missing }
            return .several(
                name: "track", title: Bilingual(zh: "哪个包裹？", en: "Which parcel?"),
                parcels.map { parcel in
                    let scan = parcel.scans.last?.text ?? ""
                    let title = [parcel.carrier, parcel.tracking, scan].filter { !$0.isEmpty }
                        .joined(separator: " ")
                    return Ask.Choice(
                        id: parcel.tracking, title: Bilingual(zh: title, en: title))
                })
        }
        switch name {
        case "track.carrier": return text(parcel.carrier)
        case "track.number": return text(parcel.tracking)
        case "track.scan": return text(parcel.scans.last?.text)
        case "track.at": return moment(parcel.scans.last?.at)
        case _: return .missing
        }
    }
}
