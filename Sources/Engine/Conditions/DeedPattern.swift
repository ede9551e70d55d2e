/// Something an agent does, as a pack or a procedure names it: `look order`, `card order`,
/// `ticket carrier`, `change-address`. Matched against events, never against words.
public struct DeedPattern: Hashable, Sendable, Codable, CustomStringConvertible {
    public var kind: Kind
    /// Narrows it: which card, which department, which flag, which variant. Nil takes any.
    public var detail: String?

    public init(_ kind: Kind, _ detail: String? = nil) {
        self.kind = kind
        self.detail = detail
    }

    /// Reads `ticket carrier`; nil where the first word is no deed.
    public init?(text: String) {
        let words = text.split(separator: " ", maxSplits: 1)
        guard let first = words.first, let kind = Kind(rawValue: String(first)) else { return nil }
        self.init(kind, words.count > 1 ? String(words[1]) : nil)
    }

    public var description: String { kind.rawValue + (detail.map { " " + $0 } ?? "") }

    public enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
        case take, hold, resume, transfer, close, reply, card, recall, note, look, propose, memo
        case changeAddress = "change-address"
        case reprice
        case closeUnpaid = "close-unpaid"
        case urge
        case changeItem = "change-item"
        case extend, refund, reship, compensate
        case giveCoupon = "give-coupon"
        case tag, untag
        case customerNote = "customer-note"
        case promise, ticket
        case apply, offer, refuse
        case agreeReturn = "agree-return"
        case agreeToSend = "agree-to-send"
        case acceptReturn = "accept-return"
        case rejectReturn = "reject-return"
        case evidence
        case changePayment = "change-payment"
        case merge, nudge, invoice
        case moveShipDate = "move-ship-date"
        case intercept, claim
        case voidParcel = "void-parcel"
        case notice
        case explainReview = "explain-review"
        case contactReviewer = "contact-reviewer"
        case reportReview = "report-review"
        case blacklist
        case optOut = "opt-out"
        case campaign
    }

    public func matches(_ event: Event) -> Bool {
        guard let deed = event.deed, deed.kind == kind else { return false }
        return detail == nil || detail == deed.detail
    }
}

extension Event {
    /// What the agent did in this event, with its detail; nil when it was not the agent's doing.
    public var deed: DeedPattern? {
        switch self {
        case .taken: DeedPattern(.take)
        case .held: DeedPattern(.hold)
        case .resumed: DeedPattern(.resume)
        case .transferred(_, let to, _): DeedPattern(.transfer, to)
        case .closed: DeedPattern(.close)
        case .replySent: DeedPattern(.reply)
        case .cardSent(_, _, _, let card):
            switch card {
            case .order: DeedPattern(.card, "order")
            case .product: DeedPattern(.card, "product")
            case .coupon: DeedPattern(.card, "coupon")
            case .file: DeedPattern(.card, "file")
            }
        case .messageRecalled: DeedPattern(.recall)
        case .noteWritten: DeedPattern(.note)
        case .lookedUp(_, _, let what):
            switch what {
            case .order: DeedPattern(.look, "order")
            case .track: DeedPattern(.look, "track")
            case .address: DeedPattern(.look, "address")
            case .product: DeedPattern(.look, "product")
            case .coupon: DeedPattern(.look, "coupon")
            case .customer: DeedPattern(.look, "customer")
            case .knowledge: DeedPattern(.look, "knowledge")
            case .attachment: DeedPattern(.look, "attachment")
            }
        case .knowledgeMoved(_, let step):
            switch step {
            case .searched: nil
            case .proposed: DeedPattern(.propose)
            }
        case .memoSet(_, let memo): DeedPattern(.memo, "\(memo.flag)")
        case .addressChanged: DeedPattern(.changeAddress)
        case .repriced: DeedPattern(.reprice)
        case .closedUnpaid(_, let reason, let byTimer):
            byTimer ? nil : DeedPattern(.closeUnpaid, reason.rawValue)
        case .warehouseUrged: DeedPattern(.urge)
        case .itemChanged(_, _, _, let to): DeedPattern(.changeItem, to.rawValue)
        case .receiptExtended: DeedPattern(.extend)
        case .refunded(_, _, _, let byTimer, _): byTimer ? nil : DeedPattern(.refund)
        case .reshipOpened: DeedPattern(.reship)
        case .compensated: DeedPattern(.compensate)
        case .couponGiven(_, let coupon): DeedPattern(.giveCoupon, coupon.rawValue)
        case .tagged(_, let tag): DeedPattern(.tag, tag.name)
        case .untagged(_, let name, let expired): expired ? nil : DeedPattern(.untag, name)
        case .customerNoted: DeedPattern(.customerNote)
        case .promiseMade: DeedPattern(.promise)
        case .ticketOpened(let ticket): DeedPattern(.ticket, ticket.department.rawValue)
        case .afterSaleOpened(let item): DeedPattern(.apply, item.kind.rawValue)
        case .afterSaleMoved(_, _, let step): step.deed
        case .orderMoved(_, let step): step.deed
        case .parcelMoved(_, _, let step): step.deed
        case .roadChanged(let step):
            if case .batchNoticed(let id, _) = step {
                DeedPattern(.notice, id.rawValue)
            } else {
                nil
            }
        case .reviewed(_, _, let step): step.deed
        case .customerMoved(_, let step): step.deed
        case .campaignSent(let campaign): DeedPattern(.campaign, campaign.kind.rawValue)
        case .conversationOpened, .buyerSpoke, .talkMoved, .orderPlaced, .orderPaid,
            .orderCancelled, .receiptConfirmed, .refundRequested, .afterSaleWithdrawn,
            .ticketOverdue, .rated,
            .buyerLeft,
            .moodShifted, .needRevealed, .promiseKept, .promiseBroken, .promiseLapsed,
            .ticketAnswered,
            .autoReplied, .shipped, .partShipped, .scanned, .restocked, .shipmentOverdue,
            .handoverWritten, .led, .shiftEnded:
            nil
        }
    }

    /// The conversation it happened in, where it names one itself.
    public var conversation: ConversationID? {
        switch self {
        case .conversationOpened(let id, _, _, _, _, _), .buyerSpoke(let id, _, _),
            .rated(let id, _), .buyerLeft(let id), .moodShifted(let id, _, _),
            .needRevealed(let id, _), .taken(let id, _), .held(let id, _, _),
            .resumed(let id, _), .transferred(let id, _, _), .closed(let id),
            .replySent(let id, _, _, _), .cardSent(let id, _, _, _), .messageRecalled(let id, _),
            .noteWritten(let id, _, _, _), .lookedUp(let id, _, _), .autoReplied(let id, _, _),
            .talkMoved(let id, _):
            id
        case .orderPlaced(_, let id), .knowledgeMoved(let id, _): id
        case .promiseMade(let promise): promise.conversation
        case .ticketOpened(let ticket): ticket.conversation
        case .orderPaid, .orderCancelled, .receiptConfirmed, .refundRequested,
            .afterSaleWithdrawn, .memoSet, .addressChanged, .repriced, .closedUnpaid,
            .warehouseUrged, .itemChanged, .receiptExtended, .refunded, .reshipOpened,
            .compensated, .couponGiven, .tagged, .untagged, .customerNoted, .promiseKept,
            .promiseBroken, .promiseLapsed, .ticketAnswered, .shipped, .partShipped, .scanned,
            .restocked,
            .shipmentOverdue, .afterSaleOpened, .afterSaleMoved, .orderMoved, .parcelMoved,
            .roadChanged, .reviewed, .customerMoved, .campaignSent, .ticketOverdue,
            .handoverWritten, .led, .shiftEnded:
            nil
        }
    }

    /// The conversation an event belongs to, directly or through its order, customer, promise or
    /// ticket; nil where several could be meant.
    public func conversation(in shop: Shop) -> ConversationID? {
        if let named = conversation { return named }
        switch self {
        case .orderPlaced(let order, _): return shop.conversations(of: order.customer).last?.id
        case .orderPaid, .orderCancelled, .receiptConfirmed, .refundRequested, .afterSaleOpened,
            .afterSaleMoved, .orderMoved, .parcelMoved, .reviewed, .memoSet, .addressChanged,
            .repriced, .closedUnpaid, .warehouseUrged, .itemChanged, .receiptExtended, .refunded,
            .reshipOpened, .compensated, .shipped, .partShipped, .scanned, .shipmentOverdue:
            return order.flatMap { shop.orders[$0]?.customer }
                .flatMap { shop.conversations(of: $0).last?.id }
        case .afterSaleWithdrawn(let id):
            return (shop.afterSales[id]?.order).flatMap { shop.orders[$0]?.customer }
                .flatMap { shop.conversations(of: $0).last?.id }
        case .couponGiven(let id, _), .tagged(let id, _), .untagged(let id, _, _),
            .customerNoted(let id, _), .customerMoved(let id, _):
            return shop.conversations(of: id).last?.id
        case .promiseKept(let id), .promiseBroken(let id), .promiseLapsed(let id):
            return shop.promises[id]?.conversation
        case .ticketAnswered(let id, _), .ticketOverdue(let id):
            return shop.tickets[id]?.conversation
        case .conversationOpened, .buyerSpoke, .rated, .buyerLeft, .moodShifted, .needRevealed,
            .taken, .held, .resumed, .transferred, .closed, .replySent, .cardSent,
            .messageRecalled, .noteWritten, .lookedUp, .autoReplied, .talkMoved, .knowledgeMoved,
            .promiseMade, .ticketOpened, .roadChanged, .campaignSent, .restocked,
            .handoverWritten, .led, .shiftEnded:
            return nil
        }
    }
}

extension Shop {
    /// A check card of an order that the conversation is not about: an old one, sent by mistake.
    public func showsOtherOrder(_ event: Event) -> Bool {
        guard case .cardSent(let id, _, _, .order(let shown)) = event,
            let talk = conversations[id]
        else { return false }
        // Before anything is bought there is no order to check.
        if talk.order == nil, talk.stage == .preSale { return true }
        return (talk.order ?? orders(of: talk.customer).last?.id) != shown
    }
}
