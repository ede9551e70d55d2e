import Engine

/// What a text is looked through for before it goes to a customer.
enum ReplyText {
    /// An order number in the text that is another customer's.
    static func foreignOrder(in text: String, of talk: Conversation, _ shop: Shop) -> Order? {
        for run in text.split(whereSeparator: { !($0.isASCII && ($0.isLetter || $0.isNumber)) })
        where run.count >= 6 {
            if let order = shop.orders[OrderID(String(run))], order.customer != talk.customer {
                return order
            }
        }
        return nil
    }
}
