/// A request to change the shop. Whoever sends it, `Shop.decide` answers with the events it
/// leads to, or with a `Refusal` that says why not.
///
///     try shop.decide(.reply(conversation: "c1", text: "您好"), by: .agent("me"), at: now)
public enum Command: Hashable, Sendable, Codable {
    // The buyer
    case openConversation(
        customer: CustomerID, channel: Conversation.Channel, stage: Conversation.Stage,
        order: OrderID?, mood: Int)
    case say(conversation: ConversationID, text: String)
    case placeOrder(
        conversation: ConversationID, lines: [LineRequest], coupon: CouponID?, address: Address)
    case pay(order: OrderID, method: PaymentMethod)
    case cancelOrder(order: OrderID)
    case confirmReceipt(order: OrderID)
    case requestRefund(order: OrderID, reason: AfterSale.Reason)
    case withdraw(afterSale: AfterSaleID)
    case rate(conversation: ConversationID, stars: Int)
    case leave(conversation: ConversationID)
    /// How the buyer takes what happened; sent by the simulation, kept so that the debrief can
    /// show where a conversation turned.
    case feel(conversation: ConversationID, shift: Int, cause: MoodCause)
    /// A hidden need has come to light.
    case reveal(conversation: ConversationID, need: String)

    // The chat, from the desk
    case take(conversation: ConversationID)
    case hold(conversation: ConversationID, note: String)
    case resume(conversation: ConversationID)
    case transfer(conversation: ConversationID, to: String, note: String)
    case close(conversation: ConversationID)
    case reply(conversation: ConversationID, text: String)
    case sendCard(conversation: ConversationID, card: Card)
    case recall(message: MessageID)
    case note(conversation: ConversationID, text: String)
    /// Looking something up changes nothing in the shop, but it is recorded: an answer given
    /// before looking is a guess, and looking at an address is audited.
    case look(conversation: ConversationID, at: Lookup)

    // Orders, from the desk
    case memo(order: OrderID, flag: Memo.Flag, text: String)
    case changeAddress(order: OrderID, address: Address)
    /// Sets how much is taken off an unpaid order by hand, and its postage.
    case reprice(order: OrderID, reduction: Money, postage: Money)
    case closeUnpaid(order: OrderID, reason: Order.CloseReason)
    case urge(order: OrderID)
    case changeItem(order: OrderID, line: Int, to: VariantID)
    case extendReceipt(order: OrderID, days: Int)
    case agreeRefund(afterSale: AfterSaleID)
    case reship(order: OrderID, contents: String, reason: AfterSale.Reason)
    case compensate(order: OrderID, amount: Money, reason: AfterSale.Reason)
    case giveCoupon(customer: CustomerID, coupon: CouponID)

    // Customers, promises, tickets
    case tag(customer: CustomerID, name: String, expires: Instant?)
    case untag(customer: CustomerID, name: String)
    case customerNote(customer: CustomerID, text: String)
    case promise(
        conversation: ConversationID, text: String, deed: Promise.Deed, due: Instant,
        message: MessageID?)
    case openTicket(
        department: Department, conversation: ConversationID?, order: OrderID?, summary: String)

    // Everybody else
    case autoReply(conversation: ConversationID, text: String)
    case ship(order: OrderID, carrier: String, tracking: String)
    case shipPart(afterSale: AfterSaleID, carrier: String, tracking: String)
    case scan(tracking: String, code: Scan.Code, text: String)
    case restock(variant: VariantID, quantity: Int)
    case answerTicket(ticket: TicketID, text: String)
    /// The platform's timers that are due by now act.
    case passTime
    case endShift

    /// One kind of thing a buyer puts in the basket.
    public struct LineRequest: Hashable, Sendable, Codable {
        public var variant: VariantID
        public var quantity: Int
        public init(variant: VariantID, quantity: Int) {
            self.variant = variant
            self.quantity = quantity
        }
    }
}

/// What an agent looks up before speaking.
public enum Lookup: Hashable, Sendable {
    case order(OrderID)
    case track(OrderID)
    /// The full address, unmasked.
    case address(OrderID)
    case product(ProductID)
    case coupon(CouponID)
    case customer(CustomerID)
    /// A knowledge-base entry, by its title.
    case knowledge(String)
}

/// Why a customer's mood moved: the rule's name, and the message or promise that touched it.
public struct MoodCause: Hashable, Sendable, Codable {
    public var rule: String
    public var message: MessageID?
    public var promise: PromiseID?

    public init(rule: String, message: MessageID? = nil, promise: PromiseID? = nil) {
        self.rule = rule
        self.message = message
        self.promise = promise
    }
}
