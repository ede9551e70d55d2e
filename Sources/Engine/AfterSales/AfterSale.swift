/// A case opened after an order was paid: a refund, a part sent again, a sum made good.
public struct AfterSale: Hashable, Sendable, Codable {
    public let id: AfterSaleID
    public let order: OrderID
    public let kind: Kind
    public internal(set) var reason: Reason
    public let amount: Money
    /// What is sent again, or what the sum is for.
    public let detail: String
    public let openedAt: Instant
    public internal(set) var state: State
    /// Whose silence ends it, and when: a merchant who does not answer has agreed.
    public internal(set) var answerBy: Instant?

    public enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
        /// 仅退款
        case refund
        /// 补寄
        case reship
        /// 小额打款
        case compensation
    }

    /// Why; the platform offers this list and the true one must be chosen.
    public enum Reason: String, Hashable, Sendable, Codable, CaseIterable {
        case changedMind, wrongOrder, outOfStock, lateShipment, stuckInTransit, missingPart
        case damaged, quality, agreed, other
    }

    public enum State: Hashable, Sendable, Codable {
        case waitSeller
        case done(at: Instant)
        case withdrawn(at: Instant)
    }

    public var isOpen: Bool { state == .waitSeller }
}
