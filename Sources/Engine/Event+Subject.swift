extension Event {
    /// The order an event concerns, where it names one.
    public var order: OrderID? {
        switch self {
        case .orderPlaced(let order, _): order.id
        case .afterSaleOpened(let item): item.order
        case .orderPaid(let id, _, _, _, _), .orderCancelled(let id),
            .receiptConfirmed(let id, _, _), .refundRequested(_, let id, _, _, _),
            .afterSaleMoved(_, let id, _), .orderMoved(let id, _), .parcelMoved(let id, _, _),
            .reviewed(_, let id, _), .memoSet(let id, _), .addressChanged(let id, _, _),
            .repriced(let id, _, _), .closedUnpaid(let id, _, _), .warehouseUrged(let id),
            .itemChanged(let id, _, _, _), .receiptExtended(let id, _),
            .refunded(_, let id, _, _, _), .reshipOpened(_, let id, _, _),
            .compensated(_, let id, _, _), .shipped(let id, _), .partShipped(_, let id, _),
            .scanned(let id, _, _), .shipmentOverdue(let id):
            id
        case .conversationOpened, .buyerSpoke, .afterSaleWithdrawn, .rated, .buyerLeft,
            .moodShifted, .needRevealed, .taken, .held, .resumed, .transferred, .closed,
            .replySent, .cardSent, .talkMoved, .messageRecalled, .noteWritten, .lookedUp,
            .knowledgeMoved,
            .roadChanged,
            .customerMoved, .campaignSent, .couponGiven, .tagged, .untagged, .customerNoted,
            .promiseMade, .promiseKept, .promiseBroken, .promiseLapsed, .ticketOpened,
            .ticketOverdue,
            .ticketAnswered, .autoReplied, .restocked, .handoverWritten, .led,
            .shiftEnded:
            nil
        }
    }
}
