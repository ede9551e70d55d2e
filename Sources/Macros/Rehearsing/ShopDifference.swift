public import Engine

/// What has become different about an order and a customer between two states of the shop, in
/// words: `待付 298.00 → 288.00`.
public enum ShopDifference {
    /// One line of it.
    public struct Change: Hashable, Sendable {
        public let label: Bilingual
        /// Nil where there was nothing.
        public let from: Bilingual?
        public let to: Bilingual

        public init(_ label: Bilingual, from: Bilingual? = nil, to: Bilingual) {
            self.label = label
            self.from = from
            self.to = to
        }
    }

    public static func changes(
        orders: [OrderID], customer: CustomerID?, from before: Shop, to after: Shop
    ) -> [Change] {
        var changes: [Change] = []
        for (place, order) in orders.enumerated() {
            guard let old = before.orders[order], let new = after.orders[order] else { continue }
            // The first one is in view; any other is named.
            let name = place == 0 ? nil : "…" + order.rawValue.suffix(4)
            changes += self.changes(old, new, in: after).map { change in
                guard let name else { return change }
                return Change(
                    Bilingual(zh: name + " " + change.label.zh, en: name + " " + change.label.en),
                    from: change.from, to: change.to)
            }
        }
        if let customer, let old = before.customers[customer],
            let new = after.customers[customer]
        {
            changes += self.changes(old, new, in: after)
        }
        return changes
    }

    private static func changes(_ old: Order, _ new: Order, in shop: Shop) -> [Change] {
        var changes: [Change] = []
        func add(_ label: Bilingual, _ old: Money, _ new: Money) {
            if old != new {
                changes.append(Change(label, from: both(old.plain), to: both(new.plain)))
            }
        }
        func add(_ label: Bilingual, _ old: Instant?, _ new: Instant?) {
            guard old != new, let new else { return }
            changes.append(
                Change(label, from: old.map { moment($0, shop) }, to: moment(new, shop)))
        }
        if old.status != new.status {
            changes.append(
                Change(
                    MacroWords.status, from: shop.rules.name(of: old.status),
                    to: shop.rules.name(of: new.status)))
        }
        for (before, after) in zip(old.lines, new.lines) where before.variant != after.variant {
            changes.append(
                Change(
                    MacroWords.item, from: both(shop.said(before.variant)),
                    to: both(shop.said(after.variant))))
        }
        add(MacroWords.reduction, old.reduction, new.reduction)
        add(MacroWords.postage, old.postage, new.postage)
        add(MacroWords.toPay, old.due, new.due)
        add(MacroWords.refunded, old.ledger.refunded, new.ledger.refunded)
        add(MacroWords.compensated, old.ledger.compensated, new.ledger.compensated)
        if old.address != new.address {
            changes.append(
                Change(
                    MacroWords.shipTo, from: both(line(old.address)), to: both(line(new.address)))
            )
        }
        if old.memo != new.memo {
            changes.append(
                Change(
                    MacroWords.memo, from: old.memo.map(line),
                    to: new.memo.map(line) ?? MacroWords.none))
        }
        add(MacroWords.shipBy, old.shipBy, new.shipBy)
        add(MacroWords.confirmBy, old.autoConfirmAt, new.autoConfirmAt)
        return changes
    }

    private static func changes(_ old: Customer, _ new: Customer, in shop: Shop) -> [Change] {
        var changes: [Change] = []
        for tag in new.tags where !old.tags.contains(where: { $0.name == tag.name }) {
            changes.append(Change(MacroWords.tag, to: both("#" + tag.name)))
        }
        for tag in old.tags where !new.tags.contains(where: { $0.name == tag.name }) {
            changes.append(Change(MacroWords.tag, from: both("#" + tag.name), to: MacroWords.none))
        }
        for id in new.coupons where !old.coupons.contains(id) {
            changes.append(Change(MacroWords.coupon, to: both(shop.coupons[id]?.name ?? "\(id)")))
        }
        return changes
    }

    private static func both(_ text: String) -> Bilingual { Bilingual(zh: text, en: text) }

    private static func moment(_ instant: Instant, _ shop: Shop) -> Bilingual {
        let reader = MomentReader(now: shop.now, offset: shop.offset)
        return Bilingual(
            zh: reader.shown(instant, in: .chinese), en: reader.shown(instant, in: .english))
    }

    private static func line(_ address: Address) -> String {
        "\(address.name) \(address.phone) \(address.region) \(address.street)"
    }

    private static func line(_ memo: Memo) -> Bilingual {
        Bilingual(
            zh: memo.flag.name.zh + " " + memo.text, en: memo.flag.name.en + " " + memo.text)
    }
}

extension Shop {
    /// A thing for sale as one speaks of it: its size only where there are several.
    func said(_ id: VariantID) -> String {
        guard let product = product(of: id), let variant = variant(id) else { return id.rawValue }
        return variant.name.isEmpty || product.variants.count == 1
            ? product.title : product.title + " " + variant.name
    }
}
