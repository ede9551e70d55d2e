/// Something that has happened. The shop is the fold of its events; cases are only ever added,
/// because journals written years ago must still be read. What carries much is held behind a
/// pointer (`indirect`): a shift keeps hundreds of thousands of events, and nearly all of them are
/// lines of chat.
public enum Event: Hashable, Sendable, Codable {
    case conversationOpened(
        conversation: ConversationID, customer: CustomerID, channel: Conversation.Channel,
        stage: Conversation.Stage, order: OrderID?, mood: Int)
    case buyerSpoke(conversation: ConversationID, message: MessageID, text: String)
    indirect case orderPlaced(order: Order, conversation: ConversationID?)
    /// The whole, or after a deposit the balance; `parts` where it came from accounts.
    indirect case orderPaid(
        order: OrderID, amount: Money, method: PaymentMethod, shipBy: Instant,
        parts: [Payment]?)
    case orderCancelled(order: OrderID)
    /// Money passes to the shop; `byTimer` when the buyer said nothing.
    indirect case receiptConfirmed(order: OrderID, byTimer: Bool, lines: [Int]?)
    indirect case refundRequested(
        afterSale: AfterSaleID, order: OrderID, reason: AfterSale.Reason, amount: Money,
        answerBy: Instant)
    /// A case of any kind, as it stands when it is opened.
    indirect case afterSaleOpened(AfterSale)
    indirect case afterSaleMoved(afterSale: AfterSaleID, order: OrderID, step: AfterSale.Step)
    indirect case orderMoved(order: OrderID, step: Order.Step)
    indirect case parcelMoved(order: OrderID, tracking: String, step: Parcel.Step)
    indirect case roadChanged(Road.Step)
    indirect case reviewed(review: ReviewID, order: OrderID, step: Review.Step)
    indirect case customerMoved(customer: CustomerID, step: Customer.Step)
    indirect case campaignSent(Campaign)
    case ticketOverdue(ticket: TicketID)
    case afterSaleWithdrawn(afterSale: AfterSaleID)
    case rated(conversation: ConversationID, stars: Int)
    case buyerLeft(conversation: ConversationID)
    indirect case moodShifted(conversation: ConversationID, by: Int, cause: MoodCause)
    case needRevealed(conversation: ConversationID, need: String)

    case taken(conversation: ConversationID, by: AgentID)
    indirect case held(conversation: ConversationID, by: AgentID, note: String)
    case resumed(conversation: ConversationID, by: AgentID)
    indirect case transferred(conversation: ConversationID, to: String, note: String)
    case closed(conversation: ConversationID)
    case replySent(conversation: ConversationID, message: MessageID, by: AgentID, text: String)
    case cardSent(conversation: ConversationID, message: MessageID, by: AgentID, card: Card)
    case talkMoved(conversation: ConversationID, step: Conversation.Step)
    case messageRecalled(conversation: ConversationID, message: MessageID)
    case noteWritten(conversation: ConversationID, message: MessageID, by: AgentID, text: String)
    case lookedUp(conversation: ConversationID, by: AgentID, what: Lookup)
    indirect case knowledgeMoved(conversation: ConversationID?, step: KnowledgeEntry.Step)

    indirect case memoSet(order: OrderID, memo: Memo)
    indirect case addressChanged(order: OrderID, from: Address, to: Address)
    indirect case repriced(order: OrderID, reduction: Money, postage: Money)
    case closedUnpaid(order: OrderID, reason: Order.CloseReason, byTimer: Bool)
    case warehouseUrged(order: OrderID)
    indirect case itemChanged(order: OrderID, line: Int, from: VariantID, to: VariantID)
    case receiptExtended(order: OrderID, until: Instant)
    /// The money has gone back; `byTimer` when the merchant's silence decided it.
    /// Without `refund`, all of an unshipped order went back.
    indirect case refunded(
        afterSale: AfterSaleID, order: OrderID, amount: Money, byTimer: Bool, refund: Refund?)
    indirect case reshipOpened(
        afterSale: AfterSaleID, order: OrderID, contents: String, reason: AfterSale.Reason)
    case compensated(
        afterSale: AfterSaleID, order: OrderID, amount: Money, reason: AfterSale.Reason)
    case couponGiven(customer: CustomerID, coupon: CouponID)

    indirect case tagged(customer: CustomerID, tag: Tag)
    case untagged(customer: CustomerID, name: String, expired: Bool)
    indirect case customerNoted(customer: CustomerID, note: Customer.Note)
    indirect case promiseMade(promise: Promise)
    case promiseKept(promise: PromiseID)
    case promiseBroken(promise: PromiseID)
    /// What it depended on did not come: nothing was owed.
    case promiseLapsed(promise: PromiseID)
    indirect case ticketOpened(ticket: Ticket)
    case ticketAnswered(ticket: TicketID, text: String)

    case autoReplied(conversation: ConversationID, message: MessageID, text: String)
    indirect case shipped(order: OrderID, parcel: Parcel)
    indirect case partShipped(afterSale: AfterSaleID, order: OrderID, parcel: Parcel)
    indirect case scanned(order: OrderID, tracking: String, scan: Scan)
    case restocked(variant: VariantID, quantity: Int)
    /// A paid order was not shipped in time; the platform marks it against the shop.
    case shipmentOverdue(order: OrderID)
    case handoverWritten(text: String)
    indirect case led(Lead)
    case shiftEnded
}

/// An event with its place in the journal.
public struct Recorded: Hashable, Sendable, Codable {
    /// Counted from 1 through the shift.
    public let sequence: Int
    public let at: Instant
    public let actor: Actor
    public let event: Event

    public init(sequence: Int, at: Instant, actor: Actor, event: Event) {
        self.sequence = sequence
        self.at = at
        self.actor = actor
        self.event = event
    }
}
