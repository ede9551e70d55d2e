extension Command {
    /// Whether it is this actor's part to send this at all; whether it is right *now* is for
    /// `Shop.decide` to say. The instructor may take any part.
    public func mayBeSent(by actor: Actor) -> Bool {
        if actor == .instructor { return true }
        switch self {
        case .openConversation, .say, .show, .joinIn, .placeOrder, .buy, .pay, .payFrom,
            .confirmReceipt,
            .requestInvoice, .requestRefund, .editApplication, .answerOffer, .sendBack,
            .confirmReplacement, .callPlatform, .dropDispute, .reportParcel, .review, .editReview,
            .followUp, .answerSurvey, .withdraw, .rate, .leave, .feel, .reveal:
            return actor.isBuyer
        case .cancelOrder, .apply, .giveEvidence, .optOut, .giveConsent:
            // The desk may do these in the buyer's name.
            return actor.isBuyer || actor.isAgent
        case .take, .hold, .resume, .transfer, .close, .reply, .sendCard, .recall, .note, .look,
            .proposeEntry,
            .memo, .changeAddress, .reprice, .closeUnpaid, .urge, .changeItem, .changeItems,
            .changePayment, .mergeOrders, .nudge, .issueInvoice, .reverseInvoice, .extendReceipt,
            .agreeRefund, .agreeReturn, .agreeToSend, .refuse, .negotiate, .acceptReturn,
            .rejectReturn, .protectPrice, .reship, .intercept, .claim, .noticeBatch,
            .explainReview, .contactReviewer, .reportReview, .giveCoupon, .tag, .untag,
            .customerNote, .tagMany, .blacklist, .unblacklist, .sendCampaign, .mergeCustomers,
            .partCustomers, .promise, .openTicket, .writeHandover, .endShift:
            return actor.isAgent
        case .compensate:
            return actor.isAgent || actor == .department(.supervisor)
        case .searchKnowledge:
            return actor.isAgent || actor == .bot
        case .autoReply:
            return actor == .bot
        case .ship, .shipPieces, .shipPart, .restock, .reportShortage, .delayBatch:
            return actor == .warehouse
        case .moveShipDate, .voidParcel:
            return actor.isAgent || actor == .warehouse
        case .scan, .answerIntercept, .answerClaim, .stopArea, .reopenArea, .overload:
            return actor == .carrier
        case .answerTicket:
            return actor.isDepartment
        case .judge, .judgeReport, .hearAnswer, .passTime:
            return actor == .platform
        case .lead:
            return actor == .instructor
        }
    }
}

extension Actor {
    public var isBuyer: Bool { if case .buyer = self { true } else { false } }
    public var isAgent: Bool { if case .agent = self { true } else { false } }
    public var isDepartment: Bool { if case .department = self { true } else { false } }
}
