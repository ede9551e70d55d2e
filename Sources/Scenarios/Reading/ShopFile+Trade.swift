import Engine
import Yams

/// What a promotion adds to a shop: presales, price actions, purses.
extension FieldReader {
    /// `presale: {deposit, counts, balanceFrom, balanceUntil, shipBy}`.
    mutating func presale(_ fields: Fields) -> Presale? {
        guard let node = fields["presale"],
            let form = self.fields(
                node, fields.path("presale"),
                required: ["deposit", "balanceFrom", "balanceUntil", "shipBy"],
                optional: ["counts"]),
            let deposit = money(form, "deposit"), let from = moment(form, "balanceFrom"),
            let until = moment(form, "balanceUntil"), let shipBy = moment(form, "shipBy")
        else { return nil }
        let counts = money(form, "counts") ?? deposit
        if counts < deposit {
            fail(node, form.path("counts"), .mustNotBeBelow("counts", other: "deposit"))
        }
        if until <= from {
            fail(
                node, form.path("balanceUntil"),
                .mustNotBeBelow("balanceUntil", other: "balanceFrom"))
        }
        return Presale(
            deposit: deposit, counts: counts, balanceFrom: from, balanceUntil: until,
            shipBy: shipBy)
    }

    /// `{id, name, kind: shop, products, threshold, amount, repeats, from, until}`.
    mutating func promotion(_ node: Node, _ path: String, _ shop: inout ShopFile) {
        guard
            let fields = fields(
                node, path, required: ["id", "name", "kind", "amount", "from", "until"],
                optional: ["products", "threshold", "repeats"]),
            let id = newID(fields, \.promotions), let title = bilingual(fields, "name"),
            let kind: Cut.Kind = name(fields, "kind"), let amount = money(fields, "amount"),
            let from = moment(fields, "from"), let until = moment(fields, "until")
        else { return }
        let products = items(fields, "products").compactMap {
            known($0.node, $0.path, .product, names.products).map { ProductID($0) }
        }
        let threshold = money(fields, "threshold") ?? .zero
        let repeats = flag(fields, "repeats") ?? false
        shop.promotions.append {
            Promotion(
                id: PromotionID(id), name: title[$0], kind: kind, products: products,
                threshold: threshold, amount: amount, repeats: repeats, from: from, until: until)
        }
    }

    /// `accounts: [{id, method, label, balance}]`.
    mutating func accounts(_ fields: Fields) -> Both<[Account]> {
        var accounts = Both<[Account]> { _ in [] }
        for item in items(fields, "accounts") {
            guard
                let form = self.fields(
                    item.node, item.path, required: ["id", "method"],
                    optional: ["label", "balance"]),
                let id = newID(form, \.accounts),
                let method: PaymentMethod = name(form, "method")
            else { continue }
            let label = form["label"].flatMap { anyText($0, form.path("label")) }
            let balance = money(form, "balance")
            // What the platform keeps itself always has a balance.
            if method.hasBalance, balance == nil {
                fail(item.node, item.path, .missingField("balance"))
            }
            accounts.append {
                Account(
                    id: AccountID(id), method: method, label: label?[$0] ?? "", balance: balance)
            }
        }
        return accounts
    }

    /// `consent: given`, or `{state: refused, at: -30d 10:00, source: chat}`.
    mutating func consent(_ fields: Fields) -> Customer.Consent {
        guard let node = fields["consent"] else { return Customer.Consent() }
        let path = fields.path("consent")
        if node.mapping == nil {
            let state: Customer.Consent.State? = name(node, path)
            return state.map { Customer.Consent(state: $0) } ?? Customer.Consent()
        }
        guard
            let form = self.fields(node, path, required: ["state"], optional: ["at", "source"]),
            let state: Customer.Consent.State = name(form, "state")
        else { return Customer.Consent() }
        return Customer.Consent(
            state: state, at: moment(form, "at"), source: text(form, "source") ?? "")
    }
}
