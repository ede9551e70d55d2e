/// Why a command was not carried out. It holds facts; `sentence(in:)` turns them into words.
/// A refused command changes nothing.
public enum Refusal: Error, Hashable, Sendable, Codable {
    case noSuchConversation(ConversationID)
    case noSuchCustomer(CustomerID)
    case noSuchOrder(OrderID)
    case noSuchVariant(VariantID)
    case noSuchCoupon(CouponID)
    case noSuchAfterSale(AfterSaleID)
    case noSuchTicket(TicketID)
    /// No answer is waited for under this name, or not yet: its ticket is open.
    case noAnswerPromised(PromiseID)
    case noSuchMessage(MessageID)
    case noSuchParcel(String)
    case noSuchLine(order: OrderID, line: Int)
    case noSuchTag(name: String)
    case entryExists(title: String)
    case noSuchEntry(title: String)
    /// This actor never does this.
    case notYourPart
    /// The order or case belongs to somebody else.
    case belongsToAnother(OrderID)
    case conversationEnded(ConversationID)
    case alreadyTaken
    case notOnHold
    case nothingToSay
    case tooLong(limit: Int, length: Int)
    case recallTooLate(limit: Span)
    /// A letter that has left, a word that was said aloud.
    case noRecall(Conversation.Channel)
    /// Nothing can be shown to somebody on the telephone.
    case noCards(Conversation.Channel)
    /// Others read along: an order is nobody else's business.
    case othersReadAlong(Conversation.Channel)
    /// Nobody reads along here.
    case nobodyReadsAlong(Conversation.Channel)
    case noSuchFile(name: String, nearest: String?)
    case alreadyRecalled
    case orderIs(Order.Status, needs: [Order.Status])
    case alreadyShipped
    case notShipped
    case outOfStock(VariantID, left: Int)
    case badQuantity(Int)
    case couponNotReached(threshold: Money, goods: Money)
    case couponExpired
    case couponNotOwned
    case couponAlreadyOwned
    case badAmount(Money)
    case overTheLimit(limit: Money, asked: Money)
    case postageMayNotRise(from: Money, to: Money)
    case priceDiffers(by: Money)
    case sameAsBefore
    case addressIncomplete
    case afterSaleOpen(AfterSaleID)
    case afterSaleNotOpen(AfterSaleID)
    case wrongKind(AfterSale.Kind)
    case badExtension(allowed: [Int])
    case noExtensionLeft
    case dueInThePast
    case alreadyTagged(name: String)
    case alreadyAnswered
    case alreadyRated
    case badStars(Int)
    // Orders
    /// This platform does not do this at all.
    case notOffered(Operation)
    case noLines
    case notOnSale(VariantID)
    case noSuchGroup(GroupID)
    case groupClosed(GroupID)
    /// A presale or group product takes a basket of its own.
    case ownBasket(ProductID)
    /// A group is several buyers.
    case alreadyInGroup(GroupID)
    case balanceNotOpen(from: Instant)
    case balanceClosed(since: Instant)
    case nothingToPay
    case sameLineTwice(Int)
    case notMergeable(OrderID)
    /// Where the time to confirm begins with the signature, nothing runs before it.
    case clockNotRunning
    case areaStopped(region: String, carrier: String)
    case trackingUsed(String)
    case tooManyPieces(line: Int, left: Int)
    case noInvoice(number: String)
    case invoiceStands(number: String)
    case taxNumberMissing
    case badEmail(String)
    // Money
    case noSuchAccount(AccountID)
    case methodNotTaken(PaymentMethod)
    case oneMethodOnly
    case accountTwice(AccountID)
    case balanceTooLow(AccountID, left: Money)
    case sumDiffers(due: Money, given: Money)
    case accountNeeded(by: Money)
    case mayNotGoThere(AccountID)
    case moreThanPaid(limit: Money, asked: Money)
    // After-sales
    case kindNotOffered(AfterSale.Kind)
    case caseIs(AfterSale.State.Name, needs: [AfterSale.State.Name])
    case noItems
    case replacementMissing(line: Int)
    case windowOver(since: Instant)
    case noReasonRightOver
    case notReturnable(Product.Returns)
    case tooManyAttempts(limit: Int)
    case mayNotBeRefused(AfterSaleRules.Ground)
    case wrongRefusalReason(AfterSale.RefusalReason)
    case evidenceMissing
    case badEvidence(least: Int, most: Int)
    case mayNotBeLowered
    case evidenceClosed
    case noDispute
    case priceNotFallen
    /// Nobody has refused the parcel that this line travelled in.
    case parcelNotRefused(line: Int)
    /// A deposit is given back for the shop's fault, or where both agreed.
    case depositBinds
    // Logistics
    case alreadyMoving(String)
    case parcelVoid(String)
    /// The parcel is on its way back, or comes from the buyer.
    case comingBack(String)
    /// What is in it was agreed in a case, and is settled there.
    case parcelOfCase(AfterSaleID)
    case alreadyIntercepted
    case notIntercepted
    case alreadyClaimed
    case moreThanItCost(limit: Money, asked: Money)
    case notClaimed
    case alreadySigned
    case noSuchBatch(BatchID)
    case alreadyNoticed
    case noOrders
    case batchExists(BatchID)
    case dateTooEarly(earliest: Instant)
    case notStopped
    // Reviews
    case noSuchReview(ReviewID)
    case alreadyReviewed
    /// This platform knows good, medium and bad only: 5, 3 and 1.
    case badGrade(Int)
    case reviewTimeOver(since: Instant)
    case alreadyEdited
    case alreadyFollowedUp
    case alreadyExplained
    /// The text names the buyer, a phone or an address for everybody to read.
    case tellsPrivateData
    case afterFollowUp
    case contactedAlready(limit: Int)
    case alreadyReported
    case notReported
    case alreadyJudged
    case notABadReview
    // Customers
    case noCustomers
    case optedOut(CustomerID)
    case alreadySo
    case notBlacklisted
    case noSuchCampaign(CampaignID)
    case notAsked
    case wrongAnswers(questions: Int)
    case sameCustomer
    case notMerged
    /// Another file was put to the same one later; it is parted first.
    case partFirst(CustomerID)
    case reasonMissing
    // Tickets
    case fieldsMissing([String])
    // A practice with several seats
    /// The leader has let time stand.
    case timeStands
    /// The leader acts in this seat.
    case seatTaken
    case noSuchColleague(name: String, nearest: String?)
    case colleagueAway(name: String)
    case badCount(Int, most: Int)
    case clockRunsBack
    case shiftIsOver
}
