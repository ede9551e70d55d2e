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
    case noSuchMessage(MessageID)
    case noSuchParcel(String)
    case noSuchLine(order: OrderID, line: Int)
    case noSuchTag(name: String)
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
    case clockRunsBack
    case shiftIsOver
}
