/// A purchase: what, for whom, for how much, and how far it has come.
public struct Order: Hashable, Sendable, Codable {
    public let id: OrderID
    public let customer: CustomerID
    public let placedAt: Instant
    public internal(set) var lines: [Line]
    public internal(set) var status: Status
    public internal(set) var address: Address
    public internal(set) var postage: Money
    /// The coupon used, with what it took off.
    public internal(set) var coupon: CouponID?
    public internal(set) var discount: Money
    /// What the agent took off by hand while the order was unpaid (改价).
    public internal(set) var reduction: Money
    public internal(set) var payment: PaymentMethod?
    public internal(set) var paidAt: Instant?
    public internal(set) var ledger: Ledger
    public internal(set) var parcels: [Parcel]
    public internal(set) var memo: Memo?
    /// When an unpaid order closes by itself.
    public internal(set) var payBy: Instant?
    /// When the shop must have shipped a paid order.
    public internal(set) var shipBy: Instant?
    /// When receipt counts as confirmed although the buyer said nothing.
    public internal(set) var autoConfirmAt: Instant?
    public internal(set) var extensions: Int
    public internal(set) var urgedAt: [Instant]
    public internal(set) var closeReason: CloseReason?
    public internal(set) var closedAt: Instant?

    public init(
        id: OrderID, customer: CustomerID, placedAt: Instant, lines: [Line], address: Address,
        postage: Money = .zero, coupon: CouponID? = nil, discount: Money = .zero,
        payBy: Instant? = nil
    ) {
        self.id = id
        self.customer = customer
        self.placedAt = placedAt
        self.lines = lines
        self.status = .waitPay
        self.address = address
        self.postage = postage
        self.coupon = coupon
        self.discount = discount
        self.reduction = .zero
        self.ledger = Ledger()
        self.parcels = []
        self.payBy = payBy
        self.extensions = 0
        self.urgedAt = []
    }

    /// Goods before any discount.
    public var goods: Money { lines.reduce(.zero) { $0 + $1.price * $1.quantity } }
    /// What the buyer pays or paid.
    public var due: Money { goods - discount - reduction + postage }
    public var isShipped: Bool { !parcels.isEmpty }

    /// How far the order has come; the canonical states of the trade.
    public enum Status: String, Hashable, Sendable, Codable, CaseIterable {
        /// 待付款
        case waitPay
        /// 待发货
        case waitShip
        /// 待收货
        case shipped
        /// 交易成功
        case done
        /// 未付款关闭
        case closedUnpaid
        /// 退款后关闭
        case closedRefunded
    }

    /// One kind of thing in the order.
    public struct Line: Hashable, Sendable, Codable {
        public internal(set) var variant: VariantID
        public let quantity: Int
        /// Price of one piece when the order was placed.
        public let price: Money
        /// The pieces are set aside on the shelf. False while unpaid, and where the shop sold
        /// more than it had.
        public internal(set) var isClaimed: Bool

        public init(variant: VariantID, quantity: Int, price: Money, isClaimed: Bool = false) {
            self.variant = variant
            self.quantity = quantity
            self.price = price
            self.isClaimed = isClaimed
        }
    }

    /// Why an order was closed before it was paid; the platform offers this list.
    public enum CloseReason: String, Hashable, Sendable, Codable, CaseIterable {
        case notPaidInTime, buyerDeclined, wrongDetails, outOfStock, wrongItem, suspicious
    }
}

/// The money of one order in escrow: `paid = held + released + refunded`, always.
public struct Ledger: Hashable, Sendable, Codable {
    public internal(set) var paid: Money = .zero
    /// Kept by the platform until the buyer has the goods.
    public internal(set) var held: Money = .zero
    /// Passed on to the shop.
    public internal(set) var released: Money = .zero
    /// Gone back to the buyer by the original route.
    public internal(set) var refunded: Money = .zero
    /// Paid by the shop on top (小额打款); the buyer's, but not part of what was paid.
    public internal(set) var compensated: Money = .zero

    public init() {}
    public var isBalanced: Bool { paid == held + released + refunded }
}

/// How the buyer pays.
public enum PaymentMethod: String, Hashable, Sendable, Codable, CaseIterable {
    case card, eWallet, onlineBank, escrow, mobile
}

/// Where a parcel goes. The desk shows it masked until it is asked for.
public struct Address: Hashable, Sendable, Codable {
    public var name: String
    public var phone: String
    public var region: String
    public var street: String

    public init(name: String, phone: String, region: String, street: String) {
        self.name = name
        self.phone = phone
        self.region = region
        self.street = street
    }
}

/// The shop's own mark on an order: a coloured flag and a text the buyer never sees.
public struct Memo: Hashable, Sendable, Codable {
    public var flag: Flag
    public var text: String

    public init(flag: Flag, text: String) {
        self.flag = flag
        self.text = text
    }

    /// The platform's six flags, 0–5; what each means is the shop's own custom.
    public enum Flag: Int, Hashable, Sendable, Codable, CaseIterable {
        case grey, red, yellow, green, blue, pink
    }
}
