import Engine

/// Looks through a store before it is opened: every name that is mentioned exists, every sum adds
/// up. The first thing that is wrong is thrown, with the path to it.
struct StoreCheck {
    let store: ShopFixture
    private(set) var variants: Set<VariantID> = []
    private(set) var products: Set<ProductID> = []
    private(set) var coupons: Set<CouponID> = []
    private(set) var customers: Set<CustomerID> = []
    /// Those whose file was put into another's; old reviews and campaigns still name them.
    private(set) var formerCustomers: Set<CustomerID> = []
    private(set) var orders: [OrderID: Int] = [:]
    private(set) var groups: Set<GroupID> = []
    var carriers: [String: String] = [:]

    init(_ store: ShopFixture) { self.store = store }

    mutating func all() throws(StoreFault) {
        if store.name.isEmpty { throw StoreFault("name", zh: "店要有名字", en: "a shop has a name") }
        guard (-24 * 60...24 * 60).contains(store.offset) else {
            throw StoreFault(
                "offset", zh: "时区以分钟计，在 -1440 到 1440 之间",
                en: "the offset is minutes, from -1440 to 1440")
        }
        try goods()
        try promotions()
        try people()
        groups = try names(store.groups, "groups") { $0.id.rawValue }.reduce(into: []) {
            $0.insert(GroupID($1))
        }
        for (index, order) in store.orders.enumerated() {
            if order.id.rawValue.isEmpty { throw Self.nameless("orders[\(index)]") }
            guard orders.updateValue(index, forKey: order.id) == nil else {
                throw Self.twice("orders[\(index)].id", order.id.rawValue)
            }
        }
        for index in store.orders.indices { try check(store.orders[index], at: index) }
        try companions()
        try books()
    }

    // MARK: Goods

    private mutating func goods() throws(StoreFault) {
        for (index, product) in store.products.enumerated() {
            let path = "products[\(index)]"
            if product.id.rawValue.isEmpty { throw Self.nameless(path) }
            guard products.insert(product.id).inserted else {
                throw Self.twice(path + ".id", product.id.rawValue)
            }
            if product.variants.isEmpty {
                throw StoreFault(
                    path + ".variants", zh: "商品至少要有一个规格",
                    en: "a product has at least one variant")
            }
            if let size = product.groupSize, size < 2 {
                throw StoreFault(
                    path + ".groupSize", zh: "成团人数至少是 2", en: "a group has at least 2 buyers")
            }
            for (place, variant) in product.variants.enumerated() {
                try check(variant, of: product, at: path + ".variants[\(place)]")
            }
        }
        for (index, entry) in store.knowledge.enumerated() {
            if let product = entry.product, !products.contains(product) {
                throw Self.unknown("knowledge[\(index)].product", product.rawValue)
            }
        }
    }

    private mutating func check(
        _ variant: Variant, of product: Product, at path: String
    ) throws(StoreFault) {
        if variant.id.rawValue.isEmpty { throw Self.nameless(path) }
        guard variants.insert(variant.id).inserted else {
            throw Self.twice(path + ".id", variant.id.rawValue)
        }
        guard variant.product == product.id else {
            throw StoreFault(
                path + ".product", zh: "规格写在商品 \(product.id) 里，这里却是 \(variant.product)",
                en: "the variant stands in the product \(product.id) and says \(variant.product)")
        }
        try notNegative(variant.price, path + ".price")
        try notNegative(variant.stock, path + ".stock")
        try notNegative(variant.weight ?? 0, path + ".weight")
    }

    private mutating func promotions() throws(StoreFault) {
        for (index, coupon) in store.coupons.enumerated() {
            let path = "coupons[\(index)]"
            if coupon.id.rawValue.isEmpty { throw Self.nameless(path) }
            guard coupons.insert(coupon.id).inserted else {
                throw Self.twice(path + ".id", coupon.id.rawValue)
            }
            guard coupon.kind == .coupon || coupon.kind == .redPacket else {
                throw StoreFault(
                    path + ".kind", zh: "券只能是 coupon 或 redPacket",
                    en: "a coupon is coupon or redPacket")
            }
            try notNegative(coupon.threshold, path + ".threshold")
            try notNegative(coupon.amount, path + ".amount")
        }
        try names(store.promotions, "promotions") { $0.id.rawValue }
        for (index, promotion) in store.promotions.enumerated() {
            let path = "promotions[\(index)]"
            guard [.item, .shop, .crossShop].contains(promotion.kind) else {
                throw StoreFault(
                    path + ".kind", zh: "活动只能是 item、shop 或 crossShop",
                    en: "a promotion is item, shop or crossShop")
            }
            try notNegative(promotion.threshold, path + ".threshold")
            try notNegative(promotion.amount, path + ".amount")
            for (place, id) in promotion.products.enumerated() where !products.contains(id) {
                throw Self.unknown(path + ".products[\(place)]", id.rawValue)
            }
        }
    }

    // MARK: Customers

    private mutating func people() throws(StoreFault) {
        for (index, customer) in store.customers.enumerated() {
            let path = "customers[\(index)]"
            if customer.id.rawValue.isEmpty { throw Self.nameless(path) }
            guard customers.insert(customer.id).inserted else {
                throw Self.twice(path + ".id", customer.id.rawValue)
            }
            for (place, id) in customer.coupons.enumerated() where !coupons.contains(id) {
                throw Self.unknown(path + ".coupons[\(place)]", id.rawValue)
            }
            if !customer.accounts.isEmpty {
                try names(customer.accounts, path + ".accounts") { $0.id.rawValue }
            }
            for (place, account) in customer.accounts.enumerated() {
                try notNegative(account.balance ?? .zero, path + ".accounts[\(place)].balance")
                if account.method.hasBalance, account.balance == nil {
                    throw StoreFault(
                        path + ".accounts[\(place)].balance", zh: "礼品卡和红包要写余额",
                        en: "a gift card or red packet has a balance")
                }
            }
            try notNegative(customer.history.orders, path + ".history.orders")
            try notNegative(customer.history.spent, path + ".history.spent")
            try notNegative(customer.history.refunds, path + ".history.refunds")
        }
        formerCustomers = Set(store.merges.map(\.from.id))
    }

    // MARK: Words

    /// No name is empty or used twice.
    @discardableResult
    func names<Item>(
        _ items: [Item], _ path: String, _ name: (Item) -> String
    ) throws(StoreFault) -> Set<String> {
        var seen: Set<String> = []
        for (index, item) in items.enumerated() {
            let name = name(item)
            if name.isEmpty { throw Self.nameless("\(path)[\(index)]") }
            guard seen.insert(name).inserted else { throw Self.twice("\(path)[\(index)].id", name) }
        }
        return seen
    }

    func notNegative(_ amount: Money, _ path: @autoclosure () -> String) throws(StoreFault) {
        guard amount < .zero else { return }
        throw StoreFault(
            path(), zh: "\(amount.plain) 元是负数", en: "\(amount.plain) yuan is below zero")
    }

    func notNegative(_ count: Int, _ path: @autoclosure () -> String) throws(StoreFault) {
        guard count < 0 else { return }
        throw StoreFault(path(), zh: "\(count) 是负数", en: "\(count) is below zero")
    }

    static func unknown(_ path: String, _ name: String) -> StoreFault {
        StoreFault(
            path, zh: "店里没有 \(name)", en: "there is no \(name) in the store")
    }

    static func twice(_ path: String, _ name: String) -> StoreFault {
        StoreFault(path, zh: "\(name) 用了两次", en: "\(name) is used twice")
    }

    static func nameless(_ path: String) -> StoreFault {
        StoreFault(path + ".id", zh: "编号不能是空的", en: "the id is empty")
    }
}
