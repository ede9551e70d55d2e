public import Engine

extension Event {
    /// The conversation it happened in, where it names one.
    public var talk: ConversationID? {
        switch self {
        case .conversationOpened(let id, _, _, _, _, _), .buyerSpoke(let id, _, _),
            .rated(let id, _), .buyerLeft(let id),
            .moodShifted(let id, _, _), .needRevealed(let id, _), .taken(let id, _),
            .held(let id, _, _), .resumed(let id, _), .transferred(let id, _, _),
            .closed(let id), .replySent(let id, _, _, _), .cardSent(let id, _, _, _),
            .messageRecalled(let id, _), .noteWritten(let id, _, _, _), .lookedUp(let id, _, _),
            .autoReplied(let id, _, _):
            id
        case .orderPlaced(_, let id), .knowledgeMoved(let id, _):
            id
        case .talkMoved(let id, _):
            id
        case .promiseMade(let promise):
            promise.conversation
        case .ticketOpened(let ticket):
            ticket.conversation
        case .orderPaid, .orderCancelled, .receiptConfirmed, .refundRequested,
            .afterSaleWithdrawn, .memoSet, .addressChanged, .repriced, .closedUnpaid,
            .warehouseUrged, .itemChanged, .receiptExtended, .refunded, .reshipOpened,
            .compensated, .couponGiven, .tagged, .untagged, .customerNoted, .promiseKept,
            .promiseBroken, .ticketAnswered, .shipped, .partShipped, .scanned, .restocked,
            .shipmentOverdue, .afterSaleOpened, .afterSaleMoved, .orderMoved, .parcelMoved,
            .roadChanged, .reviewed, .customerMoved, .campaignSent, .ticketOverdue,
            .handoverWritten, .led, .shiftEnded:
            nil
        }
    }
}
