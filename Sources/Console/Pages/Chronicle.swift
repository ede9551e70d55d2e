import Engine
import Grading

/// What happened in one conversation, in order: what was said, what was done in the shop, and how
/// the customer felt. A debrief opens it at the line a point was gained or lost on.
struct Chronicle {
    /// One thing that happened.
    struct Line {
        /// Its place in the journal.
        var event: Int
        var at: Instant
        var who: Who
        var text: String
    }

    /// Who a line comes from.
    enum Who {
        case buyer, agent, note, robot
        /// Done in the shop, by whomever.
        case deed
        /// The customer's mood moved by so much.
        case mood(Int)
    }

    let lines: [Line]

    init(_ id: ConversationID, of debrief: Debrief, tongue: Tongue) {
        let shop = debrief.shop
        let customer = shop.conversations[id]?.customer
        let grade = debrief.report.grade(of: id)
        var isOpen = false
        var found: [Line] = []
        for record in debrief.records {
            let event = record.event
            let place = event.conversation
            if place == id { isOpen = true }
            // Deeds on an order carry no conversation: they belong to the one that was open.
            let isTheirs =
                place == id
                || (place == nil && isOpen && customer != nil
                    && event.customer(in: shop) == customer)
            if isTheirs, let line = Self.line(record, grade, tongue) { found.append(line) }
            switch event {
            case .closed(id), .transferred(id, _, _): isOpen = false
            case _: break
            }
        }
        lines = found
    }

    /// The line of an event, or the one nearest before it.
    func index(of event: Int) -> Int {
        lines.lastIndex { $0.event <= event } ?? 0
    }

    private static func line(
        _ record: Recorded, _ grade: ConversationGrade?, _ tongue: Tongue
    ) -> Line? {
        func line(_ who: Who, _ text: String) -> Line {
            Line(event: record.sequence, at: record.at, who: who, text: text)
        }
        switch record.event {
        case .buyerSpoke(_, _, let text): return line(.buyer, text)
        case .replySent(_, _, _, let text): return line(.agent, text)
        case .noteWritten(_, _, _, let text): return line(.note, text)
        case .autoReplied(_, _, let text): return line(.robot, text)
        case .talkMoved(_, .joined(_, let name, let text)): return line(.note, "\(name)：\(text)")
        case .moodShifted(_, let by, _):
            let shift = grade?.mood.shifts.first { $0.event == record.sequence }
            return line(.mood(by), shift?.title?[tongue] ?? DebriefWords.mood[tongue])
        case _:
            return record.event.deed.map { line(.deed, $0[tongue]) }
        }
    }

    /// The words an event carries, where it carries any.
    static func words(of event: Event) -> String? {
        switch event {
        case .buyerSpoke(_, _, let text), .replySent(_, _, _, let text),
            .noteWritten(_, _, _, let text), .autoReplied(_, _, let text):
            "“" + text.split(separator: "\n").joined(separator: " ") + "”"
        case _: nil
        }
    }
}

extension Event {
    /// Whose order, parcel or file it touches, where it names no conversation.
    func customer(in shop: Shop) -> CustomerID? {
        switch self {
        case .orderPaid, .orderCancelled, .receiptConfirmed, .refundRequested, .afterSaleOpened,
            .afterSaleMoved, .orderMoved, .parcelMoved, .reviewed, .memoSet, .addressChanged,
            .repriced, .closedUnpaid, .warehouseUrged, .itemChanged, .receiptExtended, .refunded,
            .reshipOpened, .compensated, .shipped, .partShipped, .scanned, .shipmentOverdue:
            order.flatMap { shop.orders[$0]?.customer }
        case .couponGiven(let id, _), .tagged(let id, _), .untagged(let id, _, _),
            .customerNoted(let id, _), .customerMoved(let id, _):
            id
        case .promiseKept(let id), .promiseBroken(let id), .promiseLapsed(let id):
            shop.promises[id].flatMap { shop.conversations[$0.conversation]?.customer }
        case .ticketAnswered(let id, _), .ticketOverdue(let id):
            shop.tickets[id]?.conversation.flatMap { shop.conversations[$0]?.customer }
        case .afterSaleWithdrawn(let id):
            shop.afterSales[id].flatMap { shop.orders[$0.order]?.customer }
        case .conversationOpened, .buyerSpoke, .talkMoved, .orderPlaced, .rated, .buyerLeft,
            .moodShifted,
            .needRevealed, .taken, .held, .resumed, .transferred, .closed, .replySent, .cardSent,
            .messageRecalled, .noteWritten, .lookedUp, .knowledgeMoved, .promiseMade, .ticketOpened,
            .autoReplied,
            .restocked, .roadChanged, .campaignSent, .handoverWritten, .led, .shiftEnded:
            nil
        }
    }
}
