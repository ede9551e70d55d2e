/// A purchase: what, for whom, for how much, and how far it has come.
///
/// The platform keeps state, refund and timers on the line (子订单); the order (主订单) shows their
/// summary.
public struct Order: Hashable, Sendable {
    public let id: OrderID
    public internal(set) var customer: CustomerID
    public let placedAt: Instant
    public internal(set) var lines: [Line]
    public internal(set) var address: Address
    public internal(set) var postage: Money
    /// What was taken off, in the order in which it was, each with its share for every line.
    public internal(set) var cuts: [Cut]
    /// The deposit and its balance, where the goods are sold before they exist (预售).
    public internal(set) var presale: Presale?
    public internal(set) var group: GroupID?
    /// Sent in one parcel with others: the order under which they go.
    public internal(set) var merge: OrderID?
    /// Freight insurance (运费险): an insurer pays the buyer's return freight.
    public internal(set) var isInsured: Bool
    /// The buyer's word to the shop when ordering.
    public internal(set) var note: String?
    public internal(set) var payments: [Payment]
    public internal(set) var paidAt: Instant?
    public internal(set) var ledger: Ledger
    /// How much of the postage has gone back.
    public internal(set) var postageRefunded: Money
    public internal(set) var parcels: [Parcel]
    /// What the buyer asked to have written on an invoice.
    public internal(set) var invoiceAsked: Command.InvoiceRequest?
    public internal(set) var invoices: [Invoice]
    public internal(set) var memo: Memo?
    /// When an unpaid order closes by itself; for a presale the end of the deposit's time.
    public internal(set) var payBy: Instant?
    public internal(set) var extensions: Int
    public internal(set) var urgedAt: [Instant]
    /// When the buyer was asked to pay (催付).
    public internal(set) var nudgedAt: [Instant]
    public internal(set) var closeReason: CloseReason?
    public internal(set) var closedAt: Instant?
    /// Since when the time to confirm receipt has stood still, because a case is open.
    public internal(set) var pausedAt: Instant?
    /// Through which states the order has come during the shift, with who moved it and when.
    public internal(set) var turns: [Turn]

    public init(
        id: OrderID, customer: CustomerID, placedAt: Instant, lines: [Line], address: Address,
        postage: Money = .zero, cuts: [Cut] = [], payBy: Instant? = nil, presale: Presale? = nil,
        group: GroupID? = nil, isInsured: Bool = false, note: String? = nil
    ) {
        self.id = id
        self.customer = customer
        self.placedAt = placedAt
        self.lines = lines
        self.address = address
        self.postage = postage
        self.cuts = cuts
        self.presale = presale
        self.group = group
        self.isInsured = isInsured
        self.note = note
        self.payments = []
        self.ledger = Ledger()
        self.postageRefunded = .zero
        self.parcels = []
        self.invoices = []
        self.payBy = payBy
        self.extensions = 0
        self.urgedAt = []
        self.nudgedAt = []
        self.turns = []
    }

    /// One coupon and what it took off, for orders as a pack writes them.
    public init(
        id: OrderID, customer: CustomerID, placedAt: Instant, lines: [Line], address: Address,
        postage: Money = .zero, coupon: CouponID?, discount: Money, payBy: Instant? = nil
    ) {
        var cuts: [Cut] = []
        if discount != .zero {
            let gross = lines.map(\.gross)
            cuts.append(
                Cut(
                    kind: .coupon, name: coupon?.rawValue ?? "", amount: discount,
                    shares: Money.apportion(discount, over: gross)))
        }
        self.init(
            id: id, customer: customer, placedAt: placedAt, lines: lines, address: address,
            postage: postage, cuts: cuts, payBy: payBy)
    }

    /// A state the order has come into.
    public struct Turn: Hashable, Sendable, Codable {
        public let at: Instant
        public let actor: Actor
        public let status: Status
    }

    /// Why an order was closed before it was paid; the platform offers this list.
    public enum CloseReason: String, Hashable, Sendable, Codable, CaseIterable {
        case notPaidInTime, buyerDeclined, wrongDetails, outOfStock, wrongItem, suspicious
        case metInPerson, groupFailed
    }
}

// MARK: Money

extension Order {
    /// Goods before any discount.
    public var goods: Money { lines.reduce(.zero) { $0 + $1.gross } }
    /// What the buyer pays or paid, when all has been paid.
    public var due: Money { goods - cuts.reduce(.zero) { $0 + $1.amount } + postage }

    /// What a line costs after its shares of everything that was taken off, postage apart.
    public func net(of line: Int) -> Money {
        cuts.reduce(lines[line].gross) { $0 - $1.shares[line] }
    }

    /// All that was taken off but by hand.
    public var discount: Money {
        cuts.reduce(.zero) { $1.kind == .manual ? $0 : $0 + $1.amount }
    }
    /// What the agent took off by hand while the order was unpaid (改价).
    public var reduction: Money {
        cuts.reduce(.zero) { $1.kind == .manual ? $0 + $1.amount : $0 }
    }
    /// The first coupon used.
    public var coupon: CouponID? {
        cuts.first { $0.kind == .coupon && !$0.name.isEmpty }.map { CouponID($0.name) }
    }
    /// Coupons and red packets out of the buyer's purse, in the order in which they were taken.
    public var couponsUsed: [CouponID] {
        cuts.compactMap { cut in
            guard cut.kind == .coupon || cut.kind == .redPacket, !cut.name.isEmpty else {
                return nil
            }
            return CouponID(cut.name)
        }
    }
    /// How the buyer paid first.
    public var payment: PaymentMethod? { payments.first?.method }

    mutating func setReduction(_ amount: Money) {
        cuts.removeAll { $0.kind == .manual }
        guard amount != .zero else { return }
        let nets = lines.indices.map { net(of: $0) }
        cuts.append(
            Cut(
                kind: .manual, name: "", amount: amount,
                shares: Money.apportion(amount, over: nets)))
    }
}

// MARK: State

extension Order {
    /// How far the order has come: the summary of its lines.
    public var status: Status {
        var alive: [Status] = []
        for line in lines where !line.status.isClosed { alive.append(line.status) }
        guard let first = alive.first else {
            // All lines are closed; money that came and went weighs more than none.
            if lines.contains(where: { $0.status == .closedRefunded }) { return .closedRefunded }
            return lines.first?.status ?? .closedUnpaid
        }
        if alive.allSatisfy({ $0 == first }) { return first }
        let isSomethingHere = alive.contains { $0 == .waitShip || $0 == .partShipped }
        return isSomethingHere ? .partShipped : .shipped
    }

    /// As the platform shows it: `signed` where every parcel of an order on its way was signed for.
    public var shownStatus: Status { status == .shipped && isSigned ? .signed : status }

    public var isShipped: Bool { parcels.contains { !$0.isVoid } }
    /// Every parcel has been signed for.
    public var isSigned: Bool {
        let sent = parcels.filter { !$0.isVoid && !$0.isReturn }
        return !sent.isEmpty && sent.allSatisfy { $0.signedAt != nil }
    }
    /// When the last parcel was signed for; nil while one is on its way.
    public var signedAt: Instant? {
        isSigned ? parcels.filter { !$0.isReturn }.compactMap(\.signedAt).max() : nil
    }
    /// When the shop must have shipped: the earliest of its lines.
    public var shipBy: Instant? {
        lines.compactMap { $0.status == .waitShip || $0.status == .partShipped ? $0.shipBy : nil }
            .min()
    }
    /// When receipt counts as confirmed although the buyer said nothing: the earliest of its lines.
    public var autoConfirmAt: Instant? {
        lines.compactMap { $0.status == .shipped ? $0.confirmBy : nil }.min()
    }

    mutating func setStatus(_ status: Status) {
        for index in lines.indices { lines[index].status = status }
    }

    /// How far an order or a line of it has come; the canonical states of the trade.
    public enum Status: String, Hashable, Sendable, Codable, CaseIterable {
        /// 待付款
        case waitPay
        /// 定金已付
        case depositPaid
        /// 定金罚没
        case depositForfeit
        /// 待成团
        case grouping
        /// 待发货
        case waitShip
        /// 部分发货
        case partShipped
        /// 待收货
        case shipped
        /// 已签收: what the carrier says; an order stands in `shipped` until receipt is confirmed.
        case signed
        /// 交易成功
        case done
        /// 未付款关闭
        case closedUnpaid
        /// 退款后关闭
        case closedRefunded

        public var isClosed: Bool {
            switch self {
            case .depositForfeit, .closedUnpaid, .closedRefunded: true
            case .waitPay, .depositPaid, .grouping, .waitShip, .partShipped, .shipped, .signed,
                .done:
                false
            }
        }
    }
}
