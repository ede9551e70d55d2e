extension Command {
    /// Whether it is this actor's part to send this at all; whether it is right *now* is for
    /// `Shop.decide` to say. The instructor may take any part.
    public func mayBeSent(by actor: Actor) -> Bool {
        if actor == .instructor { return true }
        switch self {
        case .openConversation, .say, .placeOrder, .pay, .cancelOrder, .confirmReceipt,
            .requestRefund, .withdraw, .rate, .leave, .feel, .reveal:
            return actor.isBuyer
        case .take, .hold, .resume, .transfer, .close, .reply, .sendCard, .recall, .note, .look,
            .memo, .changeAddress, .reprice, .closeUnpaid, .urge, .changeItem, .extendReceipt,
            .agreeRefund, .reship, .compensate, .giveCoupon, .tag, .untag, .customerNote,
            .promise, .openTicket, .endShift:
            return actor.isAgent
        case .autoReply:
            return actor == .bot
        case .ship, .shipPart, .restock:
            return actor == .warehouse
        case .scan:
            return actor == .carrier
        case .answerTicket:
            return actor.isDepartment
        case .passTime:
            return actor == .platform
        }
    }
}

extension Actor {
    public var isBuyer: Bool { if case .buyer = self { true } else { false } }
    public var isAgent: Bool { if case .agent = self { true } else { false } }
    public var isDepartment: Bool { if case .department = self { true } else { false } }
}
