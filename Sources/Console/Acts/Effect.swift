import Engine

/// What a command would change, found by trying it on a copy of the shop.
enum Effect {
    static func of(_ command: Command, in shop: Shop, on desk: Desk) -> FormEffect {
        var after = shop
        do {
            let actor = Actor.agent(shop.agent)
            for event in try shop.decide(command, by: actor, at: shop.now) {
                after.apply(event, by: actor, at: shop.now)
            }
        } catch {
            return .refused(
                Bilingual(zh: error.sentence(in: .chinese), en: error.sentence(in: .english)))
        }
        var changes: [FormEffect.Change] = []
        if let id = command.order(in: shop), let old = shop.orders[id], let new = after.orders[id] {
            changes += difference(old, new, desk)
        }
        if let id = desk.talk?.customer, let old = shop.customers[id],
            let new = after.customers[id]
        {
            changes += difference(old, new, after)
        }
        return changes.isEmpty ? .none : .changes(changes)
    }

    private static func difference(
        _ old: Order, _ new: Order, _ desk: Desk
    ) -> [FormEffect.Change] {
        var changes: [FormEffect.Change] = []
        func same(_ text: String) -> Bilingual { Bilingual(zh: text, en: text) }
        func add(_ label: Bilingual, _ old: Money, _ new: Money) {
            if old != new { changes.append(.init(label, from: old, to: new)) }
        }
        if old.status != new.status {
            changes.append(.init(Words.status, from: old.status.name, to: new.status.name))
        }
        for (before, after) in zip(old.lines, new.lines) where before.variant != after.variant {
            changes.append(
                .init(
                    Words.item, from: same(desk.itemName(before)), to: same(desk.itemName(after))))
        }
        add(Words.reduction, old.reduction, new.reduction)
        add(Words.postage, old.postage, new.postage)
        add(Words.toPay, old.due, new.due)
        add(Words.refunded, old.ledger.refunded, new.ledger.refunded)
        add(Words.compensated, old.ledger.compensated, new.ledger.compensated)
        if old.address != new.address {
            changes.append(
                .init(Words.shipTo, from: same(line(old.address)), to: same(line(new.address))))
        }
        if old.memo != new.memo, let memo = new.memo {
            changes.append(.init(Words.memo, from: old.memo.map(line), to: line(memo)))
        }
        if let before = old.autoConfirmAt, let after = new.autoConfirmAt, before != after {
            changes.append(
                .init(
                    Words.confirmBy, from: same(desk.civil(before).date),
                    to: same(desk.civil(after).date)))
        }
        return changes
    }

    private static func difference(
        _ old: Customer, _ new: Customer, _ shop: Shop
    ) -> [FormEffect.Change] {
        var changes: [FormEffect.Change] = []
        for tag in new.tags where !old.tags.contains(tag) {
            changes.append(.init(Words.tag, to: Bilingual(zh: "#" + tag.name, en: "#" + tag.name)))
        }
        for id in new.coupons where !old.coupons.contains(id) {
            let name = shop.coupons[id]?.name ?? id.rawValue
            changes.append(.init(Words.coupon, to: Bilingual(zh: name, en: name)))
        }
        return changes
    }

    private static func line(_ address: Address) -> String {
        "\(address.name) \(address.phone) \(address.region) \(address.street)"
    }

    private static func line(_ memo: Memo) -> Bilingual {
        Bilingual(
            zh: memo.flag.name.zh + " " + memo.text, en: memo.flag.name.en + " " + memo.text)
    }
}
