/// Something the shop sells.
public struct Product: Hashable, Sendable {
    public let id: ProductID
    public var title: String
    public var variants: [Variant]
    /// What can be looked up about it, in the order of the pack: size table, capacity, material.
    public var facts: [Fact]
    /// Whether it can be sent back without a reason (七天无理由).
    public var returns: Returns
    public var delivery: Delivery
    /// Sold before it exists, with a deposit.
    public var presale: Presale?
    /// Sold to several buyers together: how many.
    public var groupSize: Int?

    public init(
        id: ProductID, title: String, variants: [Variant], facts: [Fact] = [],
        returns: Returns = .sevenDays, delivery: Delivery = .express, presale: Presale? = nil,
        groupSize: Int? = nil
    ) {
        self.id = id
        self.title = title
        self.variants = variants
        self.facts = facts
        self.returns = returns
        self.delivery = delivery
        self.presale = presale
        self.groupSize = groupSize
    }

    public struct Fact: Hashable, Sendable, Codable {
        public var name: String
        public var value: String
        public init(name: String, value: String) {
            self.name = name
            self.value = value
        }
    }

    /// What the law takes out of the seven-day right, and what the buyer agreed to at purchase.
    public enum Returns: String, Hashable, Sendable, Codable, CaseIterable {
        case sevenDays
        /// 定作
        case customMade
        /// 鲜活易腐
        case perishable
        /// 在线下载或已拆封的音像、软件
        case digital
        /// 交付的报纸、期刊
        case press
        /// 性质不宜退货，购买时已确认
        case agreedUnsuitable
    }

    /// How it travels; the time to confirm receipt goes by it.
    public enum Delivery: String, Hashable, Sendable, Codable, CaseIterable {
        case express, post, virtual
    }
}

/// One choice of a product, sold at a price from a stock.
public struct Variant: Hashable, Sendable {
    public let id: VariantID
    public let product: ProductID
    public var name: String
    public var price: Money
    /// Pieces on the shelf that no paid order has claimed; never negative.
    public internal(set) var stock: Int
    /// 颜色: 黑, 尺码: M — in the order of the product's page.
    public var options: [Product.Fact]
    /// In grams.
    public var weight: Int?
    /// Off the shelf: can be looked at and returned, not bought.
    public var isAvailable: Bool

    public init(
        id: VariantID, product: ProductID, name: String, price: Money, stock: Int,
        options: [Product.Fact] = [], weight: Int? = nil, isAvailable: Bool = true
    ) {
        self.id = id
        self.product = product
        self.name = name
        self.price = price
        self.stock = stock
        self.options = options
        self.weight = weight
        self.isAvailable = isAvailable
    }
}

/// Money off above a threshold (优惠券, 平台红包券).
public struct Coupon: Hashable, Sendable {
    public let id: CouponID
    public var name: String
    /// Goods, before postage, must come to at least this.
    public var threshold: Money
    public var amount: Money
    public var validUntil: Instant
    /// A shop's coupon, or a red packet of the platform.
    public var kind: Cut.Kind

    public init(
        id: CouponID, name: String, threshold: Money, amount: Money, validUntil: Instant,
        kind: Cut.Kind = .coupon
    ) {
        self.id = id
        self.name = name
        self.threshold = threshold
        self.amount = amount
        self.validUntil = validUntil
        self.kind = kind
    }
}

/// A price action that everybody gets (满减, 单品直降).
public struct Promotion: Hashable, Sendable, Codable {
    public let id: PromotionID
    public var name: String
    /// `item`, `shop` or `crossShop`.
    public var kind: Cut.Kind
    /// For these products only; empty for all.
    public var products: [ProductID]
    /// What the goods it is for must come to.
    public var threshold: Money
    /// Taken off; of an `item` action, off each piece.
    public var amount: Money
    /// For every full threshold again (每满300减50).
    public var repeats: Bool
    public var from: Instant
    public var until: Instant

    public init(
        id: PromotionID, name: String, kind: Cut.Kind, products: [ProductID] = [],
        threshold: Money, amount: Money, repeats: Bool = false, from: Instant, until: Instant
    ) {
        self.id = id
        self.name = name
        self.kind = kind
        self.products = products
        self.threshold = threshold
        self.amount = amount
        self.repeats = repeats
        self.from = from
        self.until = until
    }
}
