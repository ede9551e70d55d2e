extension Command {
    /// The name of every command, as it stands in JSON, in the order in which they are declared:
    /// for whoever wrote one that does not exist.
    public static let names = [
        "openConversation", "say", "show", "joinIn", "placeOrder", "buy", "pay", "payFrom",
        "cancelOrder",
        "confirmReceipt", "requestInvoice", "requestRefund", "apply", "editApplication",
        "answerOffer", "sendBack", "confirmReplacement", "callPlatform", "dropDispute",
        "reportParcel", "review", "editReview", "followUp", "answerSurvey", "withdraw", "rate",
        "leave", "feel", "reveal", "take", "hold", "resume", "transfer", "close", "reply",
        "sendCard", "recall", "note", "look", "searchKnowledge", "proposeEntry", "memo",
        "changeAddress", "reprice", "closeUnpaid",
        "urge", "changeItem", "extendReceipt", "changeItems", "changePayment", "mergeOrders",
        "nudge", "moveShipDate", "issueInvoice", "reverseInvoice", "agreeRefund", "agreeReturn",
        "agreeToSend", "refuse", "negotiate", "acceptReturn", "rejectReturn", "giveEvidence",
        "protectPrice", "voidParcel", "intercept", "claim", "noticeBatch", "explainReview",
        "contactReviewer", "reportReview", "reship", "compensate", "giveCoupon", "tag", "untag",
        "customerNote", "tagMany", "giveConsent", "optOut", "blacklist", "unblacklist",
        "sendCampaign", "mergeCustomers", "partCustomers", "promise", "openTicket", "autoReply",
        "ship", "shipPieces", "reportShortage", "answerIntercept", "answerClaim", "stopArea",
        "reopenArea", "overload", "delayBatch", "judge", "judgeReport", "hearAnswer",
        "shipPart", "scan",
        "restock", "answerTicket", "writeHandover", "lead", "passTime", "endShift",
    ]
}
