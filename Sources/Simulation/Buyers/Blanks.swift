public import Engine

/// Fills `{name}`, `{order}`, `{amount}` … in a pack's texts with what is so in one conversation.
public struct Blanks: Sendable {
    private let shop: Shop
    private let talk: Conversation?

    public init(shop: Shop, conversation: ConversationID) {
        self.shop = shop
        talk = shop.conversations[conversation]
    }

    /// A name nobody knows stays as it is written; one that has nothing to say here vanishes.
    public func fill(_ text: String) -> String {
        guard text.contains("{") else { return text }
        var result = ""
        var rest = Substring(text)
        while let open = rest.firstIndex(of: "{") {
            result += rest[..<open]
            rest = rest[open...]
            guard let close = rest.firstIndex(of: "}") else { break }
            let name = rest[rest.index(after: open)..<close]
            result += value(of: String(name)) ?? String(rest[...close])
            rest = rest[rest.index(after: close)...]
        }
        return result + rest
    }

    private var order: Order? {
        guard let talk else { return nil }
        return talk.order.flatMap { shop.orders[$0] } ?? shop.orders(of: talk.customer).last
    }

    private func value(of name: String) -> String? {
        if name.hasPrefix("+") { return clock(in: name.dropFirst()) }
        let line = order?.lines.first
        let parcel = order?.parcels.last
        switch name {
        case "name": return talk.flatMap { shop.customers[$0.customer]?.name } ?? ""
        case "order": return order?.id.rawValue ?? ""
        case "amount": return order?.due.plain ?? ""
        case "item": return line.flatMap { shop.product(of: $0.variant)?.title } ?? ""
        case "variant": return line.flatMap { shop.variant($0.variant)?.name } ?? ""
        case "quantity": return line.map { "\($0.quantity)" } ?? ""
        case "carrier": return parcel?.carrier ?? ""
        case "tracking": return parcel?.tracking ?? ""
        case "region": return order?.address.region ?? ""
        case "coupon":
            return order?.coupon.flatMap { shop.coupons[$0]?.name } ?? ""
        case "ticket":
            return talk.flatMap { shop.tickets(of: $0.id).last { $0.answer != nil } }?
                .answer?.text ?? ""
        default: return nil
        }
    }

    /// `{+30m}`, `{+2h}`: the time by the shop's clock then, on the next full five minutes.
    private func clock(in text: Substring) -> String? {
        guard let span = Span(written: text) else { return nil }
        let step: Int64 = 300_000
        let then = (shop.now + span).milliseconds
        let rounded = Instant(milliseconds: (then + step - 1) / step * step)
        return CivilTime(rounded, offset: shop.offset).clock
    }
}
