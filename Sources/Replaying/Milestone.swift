public import Engine

/// A moment of a shift worth going to: somebody came, a mood turned, a promise broke, points were
/// lost.
public struct Milestone: Hashable, Sendable {
    /// The entry it happened in, counted from 1.
    public var entry: Int
    public var at: Instant
    public var conversation: ConversationID?
    public var kind: Kind

    public init(entry: Int, at: Instant, conversation: ConversationID?, kind: Kind) {
        self.entry = entry
        self.at = at
        self.conversation = conversation
        self.kind = kind
    }

    public enum Kind: Hashable, Sendable {
        case came
        /// A mood changed its direction, or changed by much at once.
        case moodTurned(by: Int)
        case promiseBroken
        /// A case or what came back was refused.
        case refused
        /// The platform was called in.
        case disputed
        case left
        case rated(stars: Int)
        /// Something should have been done by now: a parcel sent, a ticket answered.
        case overdue
        case handedOver
        case ended
        /// Points of the grade, and for what.
        case lost(Int, Bilingual)
        case won(Int, Bilingual)
        /// A teacher's note.
        case noted(String)
    }

    /// How much it asks for the eye, where several fall into one column: the larger first.
    public var weight: Int {
        switch kind {
        case .noted: 9
        case .promiseBroken: 8
        case .lost: 7
        case .disputed: 6
        case .moodTurned(let by): by < 0 ? 5 : 3
        case .refused, .left, .overdue: 4
        case .rated(let stars): stars <= 2 ? 5 : 2
        case .won: 2
        case .came, .handedOver, .ended: 1
        }
    }

    /// Whether it was to the good; nil where it is neither.
    public var isGood: Bool? {
        switch kind {
        case .moodTurned(let by): by > 0
        case .rated(let stars): stars == 3 ? nil : stars > 3
        case .won: true
        case .promiseBroken, .refused, .disputed, .left, .overdue, .lost: false
        case .came, .handedOver, .ended, .noted: nil
        }
    }

    /// What happened, in a few words.
    public var words: Bilingual {
        switch kind {
        case .came: Bilingual(zh: "来了一位顾客", en: "a customer came")
        case .moodTurned(let by):
            by < 0
                ? Bilingual(zh: "心情变差 −\(-by)", en: "mood fell by \(-by)")
                : Bilingual(zh: "心情好转 +\(by)", en: "mood rose by \(by)")
        case .promiseBroken: Bilingual(zh: "承诺落空", en: "a promise was broken")
        case .refused: Bilingual(zh: "拒绝了售后", en: "a case was refused")
        case .disputed: Bilingual(zh: "请平台介入", en: "the platform was called in")
        case .left: Bilingual(zh: "顾客走了", en: "the customer left")
        case .rated(let stars): Bilingual(zh: "评价 \(stars) 星", en: "rated \(stars) of 5")
        case .overdue: Bilingual(zh: "超时", en: "overdue")
        case .handedOver: Bilingual(zh: "转给同事", en: "handed over")
        case .ended: Bilingual(zh: "下班", en: "the shift ended")
        case .lost(let points, let why):
            Bilingual(zh: "丢 \(points) 分：\(why.zh)", en: "\(points) lost: \(why.en)")
        case .won(let points, let why):
            Bilingual(zh: "得 \(points) 分：\(why.zh)", en: "\(points) won: \(why.en)")
        case .noted(let text): Bilingual(zh: "老师：\(text)", en: "teacher: \(text)")
        }
    }
}

/// Hears a shift event by event and notes where something turned.
public struct MilestoneFinder: Sendable {
    /// So much at once is a turn, whatever went before.
    static let leap = 10
    /// Which way each mood went last; a customer comes with hope.
    private var isFalling: [ConversationID: Bool] = [:]

    public init() {}

    /// - Parameter shop: as it is after the event.
    mutating func hear(
        _ event: Event, by actor: Actor, at instant: Instant, entry: Int, in shop: Shop,
        _ found: inout [Milestone]
    ) {
        guard let kind = kind(of: event) else { return }
        found.append(
            Milestone(
                entry: entry, at: instant, conversation: event.conversation(in: shop), kind: kind))
    }

    private mutating func kind(of event: Event) -> Milestone.Kind? {
        switch event {
        case .conversationOpened: return .came
        case .moodShifted(let id, let by, _):
            let turns = isFalling[id, default: false] != (by < 0)
            isFalling[id] = by < 0
            return turns || abs(by) >= Self.leap ? .moodTurned(by: by) : nil
        case .promiseBroken: return .promiseBroken
        case .afterSaleMoved(_, _, let step): return Self.kind(of: step)
        case .buyerLeft: return .left
        case .rated(_, let stars): return .rated(stars: stars)
        case .shipmentOverdue, .ticketOverdue: return .overdue
        case .transferred: return .handedOver
        case .shiftEnded: return .ended
        case .buyerSpoke, .orderPlaced, .orderPaid, .orderCancelled, .receiptConfirmed,
            .refundRequested, .afterSaleOpened, .orderMoved, .parcelMoved, .roadChanged,
            .reviewed, .customerMoved, .campaignSent, .afterSaleWithdrawn, .needRevealed, .taken,
            .held, .resumed, .closed, .replySent, .cardSent, .talkMoved, .messageRecalled,
            .noteWritten, .lookedUp, .knowledgeMoved, .memoSet, .addressChanged, .repriced,
            .closedUnpaid, .warehouseUrged, .itemChanged, .receiptExtended, .refunded,
            .reshipOpened, .compensated, .couponGiven, .tagged, .untagged, .customerNoted,
            .promiseMade, .promiseKept, .promiseLapsed, .ticketOpened, .ticketAnswered,
            .autoReplied, .shipped,
            .partShipped, .scanned, .restocked, .handoverWritten, .led:
            return nil
        }
    }

    private static func kind(of step: AfterSale.Step) -> Milestone.Kind? {
        switch step {
        case .refused, .returnRejected: .refused
        case .platformCalled: .disputed
        case .edited, .offered, .offerAccepted, .offerDeclined, .returnAgreed, .sendingAgreed,
            .sentBack, .returnAccepted, .consigned, .confirmed, .evidenceGiven, .evidenceClosed,
            .judged, .disputeDropped, .lapsed, .freightPaid, .differenceSettled, .becameRefund,
            .conductMarked:
            nil
        }
    }
}
