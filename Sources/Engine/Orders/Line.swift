extension Order {
    /// One kind of thing in the order (子订单), with a state, refunds and timers of its own.
    public struct Line: Hashable, Sendable {
        public internal(set) var variant: VariantID
        public internal(set) var quantity: Int
        /// Price of one piece when the order was placed.
        public internal(set) var price: Money
        /// The pieces are set aside on the shelf. False while unpaid, and where the shop sold
        /// more than it had.
        public internal(set) var isClaimed: Bool
        public internal(set) var status: Status
        /// Pieces handed to a carrier.
        public internal(set) var shipped: Int
        /// Pieces that will not be sent, because their money went back before.
        public internal(set) var cancelled: Int
        /// Pieces whose money has gone back, whether or not they came back themselves.
        public internal(set) var returned: Int
        /// What has gone back for this line, postage apart.
        public internal(set) var refunded: Money
        public internal(set) var shipBy: Instant?
        public internal(set) var confirmBy: Instant?
        public internal(set) var doneAt: Instant?
        /// The warehouse has said that it cannot be sent (缺货).
        public internal(set) var isShort: Bool
        /// It was not shipped in time; the platform holds it against the shop.
        public internal(set) var isOverdue: Bool

        public init(
            variant: VariantID, quantity: Int, price: Money, isClaimed: Bool = false,
            status: Status = .waitPay
        ) {
            self.variant = variant
            self.quantity = quantity
            self.price = price
            self.isClaimed = isClaimed
            self.status = status
            self.shipped = 0
            self.cancelled = 0
            self.returned = 0
            self.refunded = .zero
            self.isShort = false
            self.isOverdue = false
        }

        /// Before anything is taken off.
        public var gross: Money { price * quantity }
        public var unshipped: Int { status.isClosed ? 0 : quantity - shipped - cancelled }
        /// Pieces whose money has not gone back.
        public var left: Int { quantity - returned }
    }
}

/// Money off an order and how it falls on the lines (优惠分摊).
public struct Cut: Hashable, Sendable, Codable {
    public let kind: Kind
    /// The promotion's, coupon's or level's name; empty for an agent's hand.
    public let name: String
    public let amount: Money
    /// One a line, in the order of the lines; they add up to `amount`.
    public internal(set) var shares: [Money]

    public init(kind: Kind, name: String, amount: Money, shares: [Money]) {
        self.kind = kind
        self.name = name
        self.amount = amount
        self.shares = shares
    }

    /// What kind of reduction; a profile says in which order they are taken.
    public enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
        /// 单品优惠, a customer level's price among them
        case item
        /// 店铺满减
        case shop
        /// 优惠券
        case coupon
        /// 跨店满减
        case crossShop
        /// 红包
        case redPacket
        /// 定金膨胀: a deposit that counts for more than was paid
        case deposit
        /// 改价
        case manual
    }
}

/// Goods sold before they exist: a deposit now, the balance in a window later (预售).
public struct Presale: Hashable, Sendable, Codable {
    public var deposit: Money
    /// What the deposit takes off the price; at least the deposit itself (定金膨胀).
    public var counts: Money
    public var balanceFrom: Instant
    public var balanceUntil: Instant
    /// When the goods are to leave.
    public var shipBy: Instant
    public var depositPaidAt: Instant?
    /// The shop moved the date of shipping: the deposit is the shop's fault now.
    public var isSellerFault: Bool

    public init(
        deposit: Money, counts: Money? = nil, balanceFrom: Instant, balanceUntil: Instant,
        shipBy: Instant, depositPaidAt: Instant? = nil, isSellerFault: Bool = false
    ) {
        self.deposit = deposit
        self.counts = counts ?? deposit
        self.balanceFrom = balanceFrom
        self.balanceUntil = balanceUntil
        self.shipBy = shipBy
        self.depositPaidAt = depositPaidAt
        self.isSellerFault = isSellerFault
    }
}

/// Buyers who get the goods only if enough of them buy in time (拼团).
public struct Group: Hashable, Sendable, Codable {
    public let id: GroupID
    public let variant: VariantID
    public let size: Int
    public let deadline: Instant
    /// Paid orders, oldest first.
    public internal(set) var members: [OrderID]
    public internal(set) var state: State

    public init(
        id: GroupID, variant: VariantID, size: Int, deadline: Instant, members: [OrderID] = [],
        state: State = .open
    ) {
        self.id = id
        self.variant = variant
        self.size = size
        self.deadline = deadline
        self.members = members
        self.state = state
    }

    public enum State: String, Hashable, Sendable, Codable { case open, complete, failed }
}

/// A tax invoice over what was really paid (发票).
public struct Invoice: Hashable, Sendable, Codable {
    /// The shop's own count, e.g. `INV000012`.
    public let number: String
    public let kind: Kind
    /// To whom: a person's or a firm's name.
    public let title: String
    /// A firm's tax number; required for a VAT special invoice.
    public let taxNumber: String?
    public let email: String
    public let amount: Money
    public let issuedAt: Instant
    /// The red-letter invoice that took it back after a refund (红冲).
    public internal(set) var reversal: String?
    public internal(set) var reversedAt: Instant?

    public init(
        number: String, kind: Kind, title: String, taxNumber: String?, email: String,
        amount: Money, issuedAt: Instant
    ) {
        self.number = number
        self.kind = kind
        self.title = title
        self.taxNumber = taxNumber
        self.email = email
        self.amount = amount
        self.issuedAt = issuedAt
    }

    public var isReversed: Bool { reversal != nil }

    public enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
        /// 电子普通发票
        case ordinary
        /// 增值税专用发票
        case special
    }
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
