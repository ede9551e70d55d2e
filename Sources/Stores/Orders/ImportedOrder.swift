public import Engine

/// An order as another program exported it: facts only, not yet an order of a shop of ours. What
/// the export does not say is nil or empty.
public struct ImportedOrder: Hashable, Sendable {
    /// The line of the file, counted from 1.
    public var line: Int
    /// The platform's number of the order, as text: it is longer than a spreadsheet can count.
    public var id: String
    public var state: State
    /// The state in the platform's own words.
    public var stateText: String
    public var buyer = Buyer()
    public var receiver = Receiver()
    public var amounts = Amounts()
    public var goods = Goods()
    public var delivery = Delivery()
    public var placedAt: Instant
    public var paidAt: Instant?
    public var shippedAt: Instant?
    public var confirmedAt: Instant?
    /// What the buyer wrote to the shop when ordering (买家留言).
    public var buyerMessage = ""
    /// The shop's own note, which the buyer never sees (订单备注).
    public var memo = ""
    /// Why the order was closed; empty while it is not.
    public var closeReason = ""
    public var shop = ""

    /// How far it has come.
    public enum State: String, Hashable, Sendable, CaseIterable {
        /// 等待买家付款
        case waitPay
        /// 买家已付款，等待卖家发货
        case waitShip
        /// 部分发货
        case partShipped
        /// 卖家已发货，等待买家确认
        case shipped
        /// 交易成功
        case done
        /// 交易关闭，whether unpaid or refunded: `paidAt` tells.
        case closed
    }

    /// Who ordered.
    public struct Buyer: Hashable, Sendable {
        public var nick = ""
        /// The account from which was paid.
        public var account = ""
    }

    /// Where the parcel goes; recent exports mask it with stars.
    public struct Receiver: Hashable, Sendable {
        public var name = ""
        public var address = ""
        public var phone = ""
        public var mobile = ""
    }

    /// The money of the order.
    public struct Amounts: Hashable, Sendable {
        /// Goods after discounts (买家应付货款).
        public var goods: Money?
        public var postage: Money?
        public var total: Money?
        public var paid: Money?
        /// Gone back to the buyer.
        public var refunded: Money?
        /// Paid in the platform's points, and points given for the purchase; not money.
        public var pointsPaid: Int?
        public var pointsGiven: Int?
    }

    /// What was ordered, as far as a row for a whole order says it.
    public struct Goods: Hashable, Sendable {
        /// The titles of all that was ordered, run together by the platform.
        public var titles = ""
        /// The chosen variants, in the platform's words.
        public var variants = ""
        public var kinds: Int?
        public var pieces: Int?
    }

    /// How it travels.
    public struct Delivery: Hashable, Sendable {
        public var method = ""
        public var carrier = ""
        public var trackingNumbers: [String] = []
    }
}
