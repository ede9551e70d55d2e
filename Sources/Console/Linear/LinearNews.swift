import Engine

/// One event as a sentence to be read aloud.
struct LinearNews {
    let desk: Desk

    init(_ desk: Desk) { self.desk = desk }

    /// Nil for what a person at the desk would not see either.
    func line(of record: Recorded) -> String? {
        guard let words = words(of: record.event, by: record.actor) else { return nil }
        return desk.civil(record.at).clock + " " + desk.say(words)
    }

    private func words(of event: Event, by actor: Actor) -> Bilingual? {
        switch event {
        case .conversationOpened(let id, _, let channel, let stage, _, _):
            let name = desk.name(of: id)
            return Bilingual(
                zh: "\(name) 来了，\(channel.name.zh)，\(stage.name.zh)。",
                en: "\(name) has come, \(channel.name.en), \(stage.name.en).")
        case .buyerSpoke(let id, _, let text): return said(id, text)
        case .replySent(let id, _, _, let text):
            let name = desk.name(of: id)
            return Bilingual(zh: "您对 \(name)：\(flat(text))", en: "You to \(name): \(flat(text))")
        case .autoReplied(let id, _, let text):
            let name = desk.name(of: id)
            return Bilingual(
                zh: "机器人对 \(name)：\(flat(text))", en: "The robot to \(name): \(flat(text))")
        case .noteWritten(let id, _, _, let text):
            let name = desk.name(of: id)
            return Bilingual(
                zh: "内部备注，\(name)：\(flat(text))", en: "Private note on \(name): \(flat(text))")
        case .talkMoved(let id, .joined(_, let who, let text)):
            let name = desk.name(of: id)
            return Bilingual(
                zh: "\(name) 的会话里 \(who) 说：\(flat(text))",
                en: "\(who), reading along with \(name): \(flat(text))")
        // What a drawn desk does not tell either: the customer's heart.
        case .moodShifted, .needRevealed: return nil
        // The agent's own looking is no news to the agent.
        case .lookedUp, .knowledgeMoved: return nil
        case _: return deed(event)
        }
    }

    private func said(_ id: ConversationID, _ text: String) -> Bilingual {
        let name = desk.name(of: id)
        return Bilingual(zh: "\(name) 说：\(flat(text))", en: "\(name) says: \(flat(text))")
    }

    private func deed(_ event: Event) -> Bilingual? {
        guard let deed = event.deed else { return nil }
        guard let name = subject(of: event) else {
            return Bilingual(zh: deed.zh + "。", en: deed.en + ".")
        }
        return Bilingual(zh: "\(name)：\(deed.zh)。", en: "\(name): \(deed.en).")
    }

    /// Whose it is, where the event says so.
    private func subject(of event: Event) -> String? {
        if let id = event.conversation { return desk.name(of: id) }
        return event.orderTold.flatMap { desk.shop?.orders[$0] }.flatMap {
            desk.shop?.customers[$0.customer]?.name
        }
    }

    private func flat(_ text: String) -> String { desk.oneLine(text) }
}

extension Event {
    /// The order it changes, for the events that name one.
    fileprivate var orderTold: OrderID? {
        switch self {
        case .orderPaid(let id, _, _, _, _), .orderCancelled(let id),
            .receiptConfirmed(let id, _, _), .refundRequested(_, let id, _, _, _),
            .memoSet(let id, _), .addressChanged(let id, _, _), .repriced(let id, _, _),
            .closedUnpaid(let id, _, _), .warehouseUrged(let id), .itemChanged(let id, _, _, _),
            .receiptExtended(let id, _), .refunded(_, let id, _, _, _),
            .reshipOpened(_, let id, _, _), .compensated(_, let id, _, _), .shipped(let id, _),
            .partShipped(_, let id, _), .scanned(let id, _, _), .shipmentOverdue(let id):
            id
        case .afterSaleMoved(_, let id, _), .orderMoved(let id, _), .parcelMoved(let id, _, _),
            .reviewed(_, let id, _):
            id
        case .afterSaleOpened(let item): item.order
        case .orderPlaced(let order, _): order.id
        case _: nil
        }
    }
}
