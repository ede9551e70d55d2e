import Engine
import Simulation
import Yams

/// What `shop.yaml` holds, with its texts in both languages.
struct ShopFile {
    var products: Both<[Product]> = Both { _ in [] }
    var coupons: Both<[Coupon]> = Both { _ in [] }
    var customers: Both<[Customer]> = Both { _ in [] }
    var orders: Both<[Order]> = Both { _ in [] }
    var promotions: Both<[Promotion]> = Both { _ in [] }
    /// Presales by their variants.
    var presales: [String: (product: String, terms: Presale)] = [:]
    var addresses: [String: AddressTexts] = [:]
    var prices: [String: Money] = [:]
    var discounts: [String: Money] = [:]
    var leaves: [OrderID: WarehouseHabits.Leaving] = [:]
    var coming: [ComingScan] = []
    var restocks: [Restock] = []
    /// Pictures and papers of the shop's own.
    var files: [Shown] = []
}

/// One thing in each language.
struct Both<Value> {
    var zh: Value
    var en: Value

    init(_ make: (Engine.Tongue) -> Value) {
        zh = make(.chinese)
        en = make(.english)
    }

    subscript(tongue: Engine.Tongue) -> Value {
        get {
            switch tongue {
            case .chinese: zh
            case .english: en
            }
        }
        set {
            switch tongue {
            case .chinese: zh = newValue
            case .english: en = newValue
            }
        }
    }

    mutating func append<Item>(_ make: (Engine.Tongue) -> Item) where Value == [Item] {
        zh.append(make(.chinese))
        en.append(make(.english))
    }
}

extension FieldReader {
    mutating func shop(_ root: Node, rules: Rules) -> ShopFile {
        var shop = ShopFile()
        if let fields = fields(root, "", required: ["products", "customers"], optional: Self.more) {
            fill(&shop, from: fields, rules: rules)
        }
        if !problems.isEmpty { noteUnread(root) }
        return shop
    }

    private static let more = ["coupons", "promotions", "orders", "restocks", "files"]

    /// What a scenario brings along: any of the lists.
    mutating func shop(_ node: Node, _ path: String, rules: Rules, into shop: inout ShopFile) {
        let before = problems.count
        if let fields = fields(node, path, optional: ["products", "customers"] + Self.more) {
            fill(&shop, from: fields, rules: rules)
        }
        if problems.count > before { noteUnread(node) }
    }

    private mutating func fill(_ shop: inout ShopFile, from fields: Fields, rules: Rules) {
        for item in items(fields, "products") { product(item.node, item.path, &shop) }
        for item in items(fields, "coupons") { coupon(item.node, item.path, &shop) }
        for item in items(fields, "promotions") { promotion(item.node, item.path, &shop) }
        for item in items(fields, "customers") { customer(item.node, item.path, &shop) }
        for item in items(fields, "orders") { order(item.node, item.path, rules, &shop) }
        for item in items(fields, "restocks") { restock(item.node, item.path, &shop) }
        for item in items(fields, "files") {
            guard let file = shown(item.node, item.path) else { continue }
            names.files[file.name.zh] = file.name
            names.files[file.name.en] = file.name
            shop.files.append(file)
        }
    }

    /// Remembers every `id` in the file whose thing could not be read.
    private mutating func noteUnread(_ node: Node) {
        for item in node.sequence ?? [] { noteUnread(item) }
        for (key, value) in node.mapping ?? [:] {
            if key.string == "id", let id = value.string { names.unread.insert(id) }
            noteUnread(value)
        }
    }

    /// A name that must not have been given before.
    mutating func newID(
        _ fields: Fields, _ taken: WritableKeyPath<KnownNames, Set<String>>
    ) -> String? {
        guard let id = text(fields, "id"), let node = fields["id"] else { return nil }
        if !names[keyPath: taken].insert(id).inserted {
            fail(node, fields.path("id"), .sameIDTwice(id))
        }
        return id
    }

    private mutating func product(_ node: Node, _ path: String, _ shop: inout ShopFile) {
        guard
            let fields = fields(
                node, path, required: ["id", "title", "variants"],
                optional: ["facts", "returns", "delivery", "presale", "groupSize"]),
            let id = newID(fields, \.products), let title = bilingual(fields, "title")
        else { return }
        let facts = namedValues(fields, "facts")
        let returns: Product.Returns = name(fields, "returns") ?? .sevenDays
        let delivery: Product.Delivery = name(fields, "delivery") ?? .express
        let presale = presale(fields)
        let groupSize = whole(fields, "groupSize", 2...1000)
        var variants = Both<[Variant]> { _ in [] }
        let choices = items(fields, "variants")
        if choices.isEmpty { fail(node, fields.path("variants"), .empty) }
        for item in choices {
            guard
                let choice = self.fields(
                    item.node, item.path, required: ["id", "name", "price", "stock"],
                    optional: ["options", "weight"]),
                let variant = newID(choice, \.variants),
                let name = bilingual(choice, "name"), let price = money(choice, "price"),
                let stock = whole(choice, "stock", 0...1_000_000)
            else { continue }
            shop.prices[variant] = price
            if let presale { shop.presales[variant] = (id, presale) }
            let options = namedValues(choice, "options")
            let weight = whole(choice, "weight", 1...1_000_000)
            variants.append {
                Variant(
                    id: VariantID(variant), product: ProductID(id), name: name[$0], price: price,
                    stock: stock, options: options[$0], weight: weight)
            }
        }
        shop.products.append {
            Product(
                id: ProductID(id), title: title[$0], variants: variants[$0], facts: facts[$0],
                returns: returns, delivery: delivery, presale: presale, groupSize: groupSize)
        }
    }

    /// A list of `{name, value}` in both languages.
    private mutating func namedValues(_ fields: Fields, _ name: String) -> Both<[Product.Fact]> {
        var facts = Both<[Product.Fact]> { _ in [] }
        for item in items(fields, name) {
            guard let fact = self.fields(item.node, item.path, required: ["name", "value"]),
                let name = bilingual(fact, "name"), let value = bilingual(fact, "value")
            else { continue }
            facts.append { Product.Fact(name: name[$0], value: value[$0]) }
        }
        return facts
    }

    private mutating func coupon(_ node: Node, _ path: String, _ shop: inout ShopFile) {
        guard
            let fields = fields(
                node, path, required: ["id", "name", "threshold", "amount", "validUntil"]),
            let id = newID(fields, \.coupons), let name = bilingual(fields, "name"),
            let threshold = money(fields, "threshold"), let amount = money(fields, "amount"),
            let until = moment(fields, "validUntil")
        else { return }
        shop.discounts[id] = amount
        shop.coupons.append {
            Coupon(
                id: CouponID(id), name: name[$0], threshold: threshold, amount: amount,
                validUntil: until)
        }
    }

    private mutating func restock(_ node: Node, _ path: String, _ shop: inout ShopFile) {
        guard let fields = fields(node, path, required: ["variant", "quantity", "at"]),
            let value = fields["variant"], let variant = variant(value, fields.path("variant")),
            let quantity = whole(fields, "quantity", 1...100_000), let at = moment(fields, "at")
        else { return }
        shop.restocks.append(Restock(at: at, variant: variant, quantity: quantity))
    }

    // MARK: Customers

    private mutating func customer(_ node: Node, _ path: String, _ shop: inout ShopFile) {
        guard
            let fields = fields(
                node, path, required: ["id", "name", "account", "address"],
                optional: ["level", "tags", "notes", "history", "coupons", "accounts", "consent"]),
            let id = newID(fields, \.customers), let name = bilingual(fields, "name"),
            let account = text(fields, "account"), let value = fields["address"],
            let address = address(value, fields.path("address"))
        else { return }
        shop.addresses[id] = address
        let level: Customer.Level = self.name(fields, "level") ?? .store
        var tags = Both<[Engine.Tag]> { _ in [] }
        for item in items(fields, "tags") { tag(item.node, item.path, &tags) }
        var notes = Both<[Customer.Note]> { _ in [] }
        for item in items(fields, "notes") {
            guard let note = self.fields(item.node, item.path, required: ["at", "text"]),
                let at = moment(note, "at"), let text = bilingual(note, "text")
            else { continue }
            notes.append { Customer.Note(at: at, text: text[$0]) }
        }
        var purse: [CouponID] = []
        for item in items(fields, "coupons") {
            if let coupon = coupon(item.node, item.path) { purse.append(coupon) }
        }
        let history = history(fields)
        let accounts = accounts(fields)
        let consent = consent(fields)
        shop.customers.append {
            Customer(
                id: CustomerID(id), name: name[$0], account: account, level: level, tags: tags[$0],
                notes: notes[$0], history: history[$0], coupons: purse, accounts: accounts[$0],
                consent: consent)
        }
    }

    private mutating func tag(_ node: Node, _ path: String, _ tags: inout Both<[Engine.Tag]>) {
        guard
            let fields = fields(
                node, path, required: ["name"], optional: ["source", "at", "expires"]),
            let name = bilingual(fields, "name")
        else { return }
        let at = moment(fields, "at") ?? clock.opensAt - .days(30)
        let expires = moment(fields, "expires")
        var source = Engine.Tag.Source.rule
        if let node = fields["source"] {
            switch node.string {
            case "rule": source = .rule
            case "imported": source = .imported
            case let word:
                fail(node, fields.path("source"), .unknownName(word ?? "", nearest: "rule"))
            }
        }
        tags.append { Engine.Tag(name: name[$0], source: source, at: at, expires: expires) }
    }

    private mutating func history(_ fields: Fields) -> Both<Customer.History> {
        guard let node = fields["history"],
            let history = self.fields(
                node, fields.path("history"),
                optional: ["orders", "spent", "lastBought", "refunds", "conversations"])
        else { return Both { _ in Customer.History() } }
        let orders = whole(history, "orders", 0...100_000) ?? 0
        let spent = money(history, "spent") ?? .zero
        let last = moment(history, "lastBought")
        let refunds = whole(history, "refunds", 0...100_000) ?? 0
        var talks = Both<[String]> { _ in [] }
        for item in items(history, "conversations") {
            if let text = bilingual(item.node, item.path) { talks.append { text[$0] } }
        }
        return Both {
            Customer.History(
                orders: orders, spent: spent, lastBought: last, refunds: refunds,
                conversations: talks[$0])
        }
    }

    mutating func address(_ node: Node, _ path: String) -> AddressTexts? {
        guard
            let fields = fields(node, path, required: ["name", "phone", "region", "street"]),
            let nameNode = fields["name"], let name = anyText(nameNode, fields.path("name")),
            let phone = text(fields, "phone"), let regionNode = fields["region"],
            let region = anyText(regionNode, fields.path("region")),
            let streetNode = fields["street"],
            let street = anyText(streetNode, fields.path("street"))
        else { return nil }
        func make(_ tongue: Engine.Tongue) -> Address {
            Address(
                name: name[tongue], phone: phone, region: region[tongue], street: street[tongue])
        }
        return AddressTexts(zh: make(.chinese), en: make(.english))
    }
}
