/// Something that went wrong between the warehouse and the buyer's door, as the desk's list of
/// things to look after shows it (物流异常).
public struct Trouble: Hashable, Sendable, Codable {
    public let kind: Kind
    public let order: OrderID
    /// Nil where the order has not left yet.
    public let tracking: String?
    /// Since when it is so.
    public let since: Instant

    public init(kind: Kind, order: OrderID, tracking: String?, since: Instant) {
        self.kind = kind
        self.order = order
        self.tracking = tracking
        self.since = since
    }

    /// What can go wrong, each with the sign by which it is known and the right way through it.
    public enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
        /// 揽收超时, the danger of 虚假发货
        case noFirstScan
        /// 物流停滞
        case stalled
        /// 派送异常
        case deliveryProblem
        /// 未经同意放柜或驿站
        case leftUnasked
        /// 签收未收到
        case signedButDenied
        /// 拒收、退回
        case refused
        /// 破损
        case damaged
        /// 丢件
        case lost
        /// 错发、漏发
        case wrongOrMissing
        /// 改址、拦截
        case intercepted
        /// 发货超时
        case shipmentOverdue
        /// 停发
        case areaStopped
        /// 批次延误
        case batchLate
    }

    /// What can be done about it.
    public enum Remedy: String, Hashable, Sendable, Codable, CaseIterable {
        case ship, otherCarrier, wait, notice, chase, redeliver, redirect
        case reship, exchange, compensate, refund, refundRefused, claim
    }
}

extension Trouble.Kind {
    /// From what is tried first to the last resort, by who is at fault: what the carrier spoils
    /// the shop makes good at once and claims back afterwards.
    public var remedies: [Trouble.Remedy] {
        switch self {
        case .noFirstScan: [.chase, .ship, .compensate, .refund]
        case .stalled: [.chase, .reship, .refund, .claim]
        case .deliveryProblem: [.redeliver, .redirect, .refundRefused]
        case .leftUnasked: [.redeliver, .compensate]
        case .signedButDenied: [.chase, .reship, .refund, .claim]
        case .refused: [.redeliver, .refundRefused]
        case .damaged, .lost: [.reship, .refund, .claim]
        case .wrongOrMissing: [.reship, .exchange, .refund, .compensate]
        case .intercepted: [.redirect, .refundRefused]
        case .shipmentOverdue: [.ship, .compensate, .refund]
        case .areaStopped: [.otherCarrier, .wait, .refund]
        case .batchLate: [.notice, .compensate, .refund]
        }
    }
}

extension Trouble.Remedy {
    /// The case that brings it about, where it takes one.
    public var afterSale: AfterSale.Kind? {
        switch self {
        case .reship: .reship
        case .exchange: .exchange
        case .compensate: .compensation
        case .refund: .refund
        case .refundRefused: .refusedParcel
        case .ship, .otherCarrier, .wait, .notice, .chase, .redeliver, .redirect, .claim: nil
        }
    }
}
