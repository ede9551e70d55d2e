/// Something the shop sells.
public struct Product: Hashable, Sendable, Codable {
    public let id: ProductID
    public var title: String
    public var variants: [Variant]
    /// What can be looked up about it, in the order of the pack: size table, capacity, material.
    public var facts: [Fact]

    public init(id: ProductID, title: String, variants: [Variant], facts: [Fact] = []) {
        self.id = id
        self.title = title
        self.variants = variants
        self.facts = facts
    }

    public struct Fact: Hashable, Sendable, Codable {
        public var name: String
        public var value: String
        public init(name: String, value: String) {
            self.name = name
            self.value = value
        }
    }
}

/// One choice of a product, sold at a price from a stock.
public struct Variant: Hashable, Sendable, Codable {
    public let id: VariantID
    public let product: ProductID
    public var name: String
    public var price: Money
    /// Pieces on the shelf that no paid order has claimed; never negative.
    public internal(set) var stock: Int

    public init(id: VariantID, product: ProductID, name: String, price: Money, stock: Int) {
        self.id = id
        self.product = product
        self.name = name
        self.price = price
        self.stock = stock
    }
}

/// Money off above a threshold (满减 / 优惠券).
public struct Coupon: Hashable, Sendable, Codable {
    public let id: CouponID
    public var name: String
    /// Goods, before postage, must come to at least this.
    public var threshold: Money
    public var amount: Money
    public var validUntil: Instant

    public init(id: CouponID, name: String, threshold: Money, amount: Money, validUntil: Instant) {
        self.id = id
        self.name = name
        self.threshold = threshold
        self.amount = amount
        self.validUntil = validUntil
    }
}
