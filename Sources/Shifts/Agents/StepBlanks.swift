import Engine

/// Fills `{name}`, `{order}`, `{amount}`, `{ticket}`, `{+30m}` … in what a model agent says, from
/// the shop as it stands.
struct StepBlanks {
    let shop: Shop
    let talk: Conversation

    private var order: Order? {
        talk.order.flatMap { shop.orders[$0] } ?? shop.orders(of: talk.customer).last
    }

    func fill(_ text: String) -> String {
        guard text.contains("{") else { return text }
        var filled = ""
        var rest = Substring(text)
        while let open = rest.firstIndex(of: "{") {
            filled += rest[..<open]
            let tail = rest[rest.index(after: open)...]
            guard let close = tail.firstIndex(of: "}") else {
                filled += rest[open...]
                return filled
            }
            let name = String(tail[..<close])
            // A blank that nothing fills stays as it was written: it must be seen, not lost.
            filled += value(of: name) ?? "{\(name)}"
            rest = tail[tail.index(after: close)...]
        }
        return filled + rest
    }

    private func value(of name: String) -> String? {
        if name.hasPrefix("+"), let span = Span(text: name) {
            return CivilTime(shop.now + span, offset: shop.offset).clock
        }
        let line = order?.lines.first
        let parcel = order?.parcels.last
        switch name {
        case "name": return shop.customers[talk.customer]?.name
        case "order": return order?.id.rawValue
        case "amount": return order?.due.plain
        case "item": return line.flatMap { shop.product(of: $0.variant)?.title }
        case "variant": return line.flatMap { shop.variant($0.variant)?.name }
        case "quantity": return line.map { String($0.quantity) }
        case "carrier": return parcel?.carrier
        case "tracking": return parcel?.tracking
        case "coupon": return order?.coupon.flatMap { shop.coupons[$0]?.name }
        case "region": return order?.address.region
        case "ticket":
            return shop.tickets.values.last {
                $0.conversation == talk.id && $0.answer != nil
            }?.answer?.text
        case _: return nil
        }
    }
}
