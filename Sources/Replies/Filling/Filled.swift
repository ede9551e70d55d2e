public import Engine

/// A snippet made ready for one customer.
public struct Filled: Hashable, Sendable {
    /// What has no value still stands in it as `{{order.tracking}}`.
    public let text: String
    /// Characters from the start where the caret belongs; nil for behind the text.
    public let caret: Int?
    /// The names without a value, in order, each once. A text with any must not be sent.
    public let missing: [String]
    /// What there is to answer, in the order in which it stands in the text: fields, choices, and
    /// whatever the shop does not have or has several of. Those with a value may be changed.
    public let asks: [Ask]
}

extension Snippet {
    /// Fills the holes from the shop and this conversation.
    ///
    /// ```swift
    /// var filled = snippet.fill(in: shop, conversation, tongue: .chinese, now: shop.now)
    /// filled.asks[0].name        // "order": the customer has two
    /// filled = snippet.fill(
    ///     in: shop, conversation, tongue: .chinese, now: shop.now,
    ///     answers: ["order": filled.asks[0].choices[1].id])
    /// ```
    ///
    /// Its order is the one given, else the one the talk is about, else the customer's only one;
    /// with several and none named it is asked for rather than guessed.
    ///
    /// - Parameters:
    ///   - agentName: the shop knows its agents by id only; this is what customers are told.
    ///   - answers: to earlier asks, by their names. An empty answer is none.
    ///   - seed: decides what is left to chance; without one it is asked for.
    public func fill(
        in shop: Shop, _ conversation: Conversation, order: OrderID? = nil,
        agentName: String? = nil, tongue: Tongue, now: Instant,
        answers: [String: String] = [:], seed: UInt64? = nil
    ) -> Filled {
        let source = Variables(
            shop: shop, conversation: conversation, order: order ?? conversation.order,
            agentName: agentName, answers: answers,
            calendar: ShopCalendar(now: now, offset: shop.offset, tongue: tongue))
        var filling = Filling(source: source, code: code, seed: seed)
        filling.add(text[tongue], variables)
        return filling.filled
    }
}
