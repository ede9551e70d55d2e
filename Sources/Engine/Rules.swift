/// The platform's and the shop's own numbers. They come from a dated profile file and are never
/// written into code.
public struct Rules: Hashable, Sendable, Codable {
    /// An unpaid order closes after this.
    public var payWithin: Span
    /// A paid order must leave within this.
    public var shipWithin: Span
    /// Receipt counts as confirmed this long after shipping.
    public var autoConfirmAfter: Span
    /// By how many days the shop may lengthen the time to confirm, each once per order.
    public var extensionDays: [Int]
    public var extensionsPerOrder: Int
    /// A merchant who has not answered an unshipped refund after this has agreed to it.
    public var answerRefundWithin: Span
    /// What an agent may pay on top without asking: the smaller of the sum and the share of
    /// what was paid.
    public var compensationLimit: Money
    public var compensationPercent: Int
    /// A sent message may be taken back within this.
    public var recallWithin: Span
    /// UTF-8 bytes.
    public var memoBytes: Int
    /// Characters in one message.
    public var messageCharacters: Int
    /// By when a department answers a ticket.
    public var ticketWithin: Span
    /// What the shop charges for sending an order.
    public var postage: Money
    /// Goods from this sum on go free of postage.
    public var freePostageFrom: Money

    public init(
        payWithin: Span, shipWithin: Span, autoConfirmAfter: Span, extensionDays: [Int],
        extensionsPerOrder: Int, answerRefundWithin: Span, compensationLimit: Money,
        compensationPercent: Int, recallWithin: Span, memoBytes: Int, messageCharacters: Int,
        ticketWithin: Span, postage: Money, freePostageFrom: Money
    ) {
        self.payWithin = payWithin
        self.shipWithin = shipWithin
        self.autoConfirmAfter = autoConfirmAfter
        self.extensionDays = extensionDays
        self.extensionsPerOrder = extensionsPerOrder
        self.answerRefundWithin = answerRefundWithin
        self.compensationLimit = compensationLimit
        self.compensationPercent = compensationPercent
        self.recallWithin = recallWithin
        self.memoBytes = memoBytes
        self.messageCharacters = messageCharacters
        self.ticketWithin = ticketWithin
        self.postage = postage
        self.freePostageFrom = freePostageFrom
    }
}
