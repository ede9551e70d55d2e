extension Command {
    /// The order an agent's command changes; nil where it changes none.
    public func order(in shop: Shop) -> OrderID? {
        switch self {
        case .memo(let id, _, _), .changeAddress(let id, _), .reprice(let id, _, _),
            .closeUnpaid(let id, _), .urge(let id), .changeItem(let id, _, _),
            .extendReceipt(let id, _), .reship(let id, _, _), .compensate(let id, _, _),
            .changeItems(let id, _, _), .changePayment(let id, _), .nudge(let id),
            .moveShipDate(let id, _, _), .issueInvoice(let id, _), .reverseInvoice(let id, _),
            .protectPrice(let id, _), .apply(let id, _):
            id
        case .agreeRefund(let id, _), .agreeReturn(let id, _), .agreeToSend(let id),
            .refuse(let id, _, _, _), .negotiate(let id, _), .acceptReturn(let id),
            .rejectReturn(let id, _, _, _), .giveEvidence(let id, _):
            shop.afterSales[id]?.order
        case .voidParcel(let tracking), .intercept(let tracking, _), .claim(let tracking, _, _):
            shop.parcel(tracking)?.orders.first
        case .mergeOrders(let ids): ids.first
        case .openConversation, .say, .show, .joinIn, .placeOrder, .pay, .cancelOrder,
            .confirmReceipt,
            .requestRefund, .withdraw, .rate, .leave, .feel, .reveal, .take, .hold, .resume,
            .transfer, .close, .reply, .sendCard, .recall, .note, .look, .giveCoupon, .tag,
            .untag, .customerNote, .promise, .openTicket, .searchKnowledge,
            .proposeEntry, .writeHandover, .lead, .autoReply, .ship, .shipPart, .scan,
            .restock, .answerTicket, .passTime, .endShift, .buy, .payFrom, .requestInvoice,
            .editApplication, .answerOffer, .sendBack, .confirmReplacement, .callPlatform,
            .dropDispute, .reportParcel, .review, .editReview, .followUp, .answerSurvey,
            .noticeBatch, .explainReview, .contactReviewer, .reportReview, .tagMany, .giveConsent,
            .optOut, .blacklist, .unblacklist, .sendCampaign, .mergeCustomers, .partCustomers,
            .shipPieces, .reportShortage, .answerIntercept, .answerClaim, .stopArea, .reopenArea,
            .overload, .delayBatch, .judge, .judgeReport, .hearAnswer:
            nil
        }
    }
}
