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
    /// Sends a picture, a film or a paper.
    case show(conversation: ConversationID, attachment: Attachment)
    /// Somebody who reads along joins in; only where others read along.
    case joinIn(conversation: ConversationID, name: String, text: String)
    case placeOrder(
        conversation: ConversationID, lines: [LineRequest], coupon: CouponID?, address: Address)
    /// Buys outside a conversation, with all that a platform's basket has.
    indirect case buy(Purchase)
    case pay(order: OrderID, method: PaymentMethod)
    /// Pays what is due now (the whole, a deposit, a balance) from one or several accounts.
    case payFrom(order: OrderID, parts: [PaymentPart])
    case cancelOrder(order: OrderID)
    /// Of these lines, or of everything that has been shipped.
    case confirmReceipt(order: OrderID, lines: [Int]?)
    case requestInvoice(order: OrderID, invoice: InvoiceRequest)
    case requestRefund(order: OrderID, reason: AfterSale.Reason)
    /// Opens an after-sale case of any kind; the desk may do it for the buyer.
    indirect case apply(order: OrderID, request: AfterSale.Request)
    /// Asks again after a refusal, or changes what was asked.
    indirect case editApplication(afterSale: AfterSaleID, request: AfterSale.Request)
    case answerOffer(afterSale: AfterSaleID, accepts: Bool)
    case sendBack(afterSale: AfterSaleID, carrier: String, tracking: String)
    /// The replacement or repaired piece has come.
    case confirmReplacement(afterSale: AfterSaleID)
    case callPlatform(afterSale: AfterSaleID, claim: String)
    case dropDispute(afterSale: AfterSaleID)
    /// Something is wrong with a parcel.
    case reportParcel(tracking: String, fault: Parcel.Fault, text: String, photos: Int)
    case review(order: OrderID, line: Int, rating: Review.Rating, text: String)
    case editReview(review: ReviewID, rating: Review.Rating, text: String)
    case followUp(review: ReviewID, text: String)
    case answerSurvey(campaign: CampaignID, customer: CustomerID, texts: [String])
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
    /// Typed into the knowledge base; `opened` is the title that was taken from the `found`.
    case searchKnowledge(
        conversation: ConversationID?, query: String, found: Int, opened: String?)
    /// Puts an entry forward that was missing: it can be found at once.
    case proposeEntry(
        conversation: ConversationID?, title: String, body: String, keywords: [String])

    // Orders, from the desk
    case memo(order: OrderID, flag: Memo.Flag, text: String)
    case changeAddress(order: OrderID, address: Address)
    /// Sets how much is taken off an unpaid order by hand, and its postage.
    case reprice(order: OrderID, reduction: Money, postage: Money)
    case closeUnpaid(order: OrderID, reason: Order.CloseReason)
    case urge(order: OrderID)
    case changeItem(order: OrderID, line: Int, to: VariantID)
    case extendReceipt(order: OrderID, days: Int)
    /// Another variant, dearer or cheaper, settled with an account; before shipping.
    case changeItems(order: OrderID, changes: [ItemChange], account: AccountID?)
    /// The money goes back to where it came from and comes from another account.
    case changePayment(order: OrderID, to: AccountID)
    case mergeOrders(orders: [OrderID])
    case nudge(order: OrderID)
    case moveShipDate(order: OrderID, to: Instant, reason: String)
    case issueInvoice(order: OrderID, invoice: InvoiceRequest)
    /// Takes an invoice back with a red-letter one.
    case reverseInvoice(order: OrderID, number: String)
    /// Agrees to give the money back; a lower sum only where the platform lets it be lowered.
    case agreeRefund(afterSale: AfterSaleID, amount: Money?)
    case agreeReturn(afterSale: AfterSaleID, to: Address)
    /// Agrees to send something: a reshipment, an exchange or repair without a return.
    case agreeToSend(afterSale: AfterSaleID)
    indirect case refuse(
        afterSale: AfterSaleID, reason: AfterSale.RefusalReason, text: String, proof: [Evidence])
    indirect case negotiate(afterSale: AfterSaleID, offer: AfterSale.Offer)
    case acceptReturn(afterSale: AfterSaleID)
    indirect case rejectReturn(
        afterSale: AfterSaleID, reason: AfterSale.RefusalReason, text: String, proof: [Evidence])
    /// Either side's proof while the platform looks at a case, or before.
    indirect case giveEvidence(afterSale: AfterSaleID, evidence: Evidence)
    case protectPrice(order: OrderID, line: Int)
    case voidParcel(tracking: String)
    /// To another address; back to the shop where none is given.
    indirect case intercept(tracking: String, to: Address?)
    case claim(tracking: String, amount: Money, reason: String)
    /// Tells everybody of a late batch once, with one date.
    case noticeBatch(batch: BatchID, text: String, shipBy: Instant)
    case explainReview(review: ReviewID, text: String)
    case contactReviewer(review: ReviewID, text: String)
    case reportReview(review: ReviewID, abuse: Review.Abuse, proof: [Evidence])
    case reship(order: OrderID, contents: String, reason: AfterSale.Reason)
    case compensate(order: OrderID, amount: Money, reason: AfterSale.Reason)
    case giveCoupon(customer: CustomerID, coupon: CouponID)

    // Customers, promises, tickets
    case tag(customer: CustomerID, name: String, expires: Instant?)
    case untag(customer: CustomerID, name: String)
    case customerNote(customer: CustomerID, text: String)
    case tagMany(customers: [CustomerID], name: String, expires: Instant?)
    case giveConsent(customer: CustomerID, source: String)
    case optOut(customer: CustomerID, source: String)
    case blacklist(customer: CustomerID, reason: String, proof: [Evidence], until: Instant)
    case unblacklist(customer: CustomerID)
    case sendCampaign(
        kind: Campaign.Kind, name: String, text: String, questions: [String],
        customers: [CustomerID])
    case mergeCustomers(from: CustomerID, into: CustomerID)
    case partCustomers(from: CustomerID)
    case promise(
        conversation: ConversationID, text: String, deed: Promise.Deed, due: Instant,
        message: MessageID?)
    case openTicket(
        department: Department, conversation: ConversationID?, order: OrderID?, summary: String,
        fields: [Ticket.Field]?, kind: Ticket.Kind?)

    // Everybody else
    case autoReply(conversation: ConversationID, text: String)
    case ship(order: OrderID, carrier: String, tracking: String)
    /// Some pieces of some lines, in a parcel of their own.
    case shipPieces(
        order: OrderID, carrier: String, tracking: String, pieces: [Parcel.Piece], weight: Int?)
    case reportShortage(order: OrderID, line: Int)
    case answerIntercept(tracking: String, succeeded: Bool)
    case answerClaim(tracking: String, paid: Money)
    case stopArea(region: String, carrier: String?, reason: String, until: Instant?)
    case reopenArea(region: String, carrier: String?)
    case overload(carrier: String, until: Instant)
    case delayBatch(batch: BatchID, orders: [OrderID], reason: String, shipBy: Instant)
    indirect case judge(afterSale: AfterSaleID, verdict: AfterSale.Verdict)
    case judgeReport(review: ReviewID, isUpheld: Bool)
    /// The answer that was promised has been given: the platform reads what is written, and so
    /// hears it even in the minute in which no mere reply counts.
    case hearAnswer(promise: PromiseID)
    case shipPart(afterSale: AfterSaleID, carrier: String, tracking: String)
    case scan(tracking: String, code: Scan.Code, text: String)
    case restock(variant: VariantID, quantity: Int)
    case answerTicket(ticket: TicketID, text: String)
    /// The note for the shift after this one.
    case writeHandover(text: String)
    /// What the leader of a practice does to it.
    indirect case lead(Lead)
    /// The platform's timers that are due by now act.
    case passTime
    case endShift

    /// A basket: what, for whom, with which coupons, whither.
    public struct Purchase: Hashable, Sendable, Codable {
        public var customer: CustomerID
        public var lines: [LineRequest]
        public var coupons: [CouponID]
        public var address: Address
        public var conversation: ConversationID?
        /// Joins this group; a product sold in groups opens one where none is named.
        public var group: GroupID?
        /// Takes the freight insurance.
        public var isInsured: Bool
        public var note: String?

        public init(
            customer: CustomerID, lines: [LineRequest], coupons: [CouponID] = [],
            address: Address, conversation: ConversationID? = nil, group: GroupID? = nil,
            isInsured: Bool = false, note: String? = nil
        ) {
            self.customer = customer
            self.lines = lines
            self.coupons = coupons
            self.address = address
            self.conversation = conversation
            self.group = group
            self.isInsured = isInsured
            self.note = note
        }
    }

    /// A part of a sum, from one account.
    public struct PaymentPart: Hashable, Sendable, Codable {
        public var account: AccountID
        /// Nil: the rest.
        public var amount: Money?
        public init(account: AccountID, amount: Money? = nil) {
            self.account = account
            self.amount = amount
        }
    }

    /// Another variant for one line.
    public struct ItemChange: Hashable, Sendable, Codable {
        public var line: Int
        public var to: VariantID
        public init(line: Int, to: VariantID) {
            self.line = line
            self.to = to
        }
    }

    /// To whom an invoice is made out; the shop sets number and amount.
    public struct InvoiceRequest: Hashable, Sendable, Codable {
        public var kind: Invoice.Kind
        public var title: String
        public var taxNumber: String?
        public var email: String
        public init(kind: Invoice.Kind, title: String, taxNumber: String?, email: String) {
            self.kind = kind
            self.title = title
            self.taxNumber = taxNumber
            self.email = email
        }
    }

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
    /// What a customer has sent: opening it shows what is to be seen.
    case attachment(MessageID)
}

/// Why a customer's mood moved: the rule's name, and the message or promise that touched it.
public struct MoodCause: Hashable, Sendable, Codable {
    public var rule: String
    public var message: MessageID?
    public var promise: PromiseID?

    /// The rule by which a recalled message loses what it had done for the mood.
    public static let recalled = "recalled"

    public init(rule: String, message: MessageID? = nil, promise: PromiseID? = nil) {
        self.rule = rule
        self.message = message
        self.promise = promise
    }
}

/// The usual forms, without what is seldom said.
extension Command {
    public static func openTicket(
        department: Department, conversation: ConversationID?, order: OrderID?, summary: String
    ) -> Command {
        .openTicket(
            department: department, conversation: conversation, order: order, summary: summary,
            fields: nil, kind: nil)
    }

    public static func agreeRefund(afterSale: AfterSaleID) -> Command {
        .agreeRefund(afterSale: afterSale, amount: nil)
    }

    public static func confirmReceipt(order: OrderID) -> Command {
        .confirmReceipt(order: order, lines: nil)
    }
}
