extension Shop {
    func makePromise(
        _ conversation: ConversationID, _ text: String, _ deed: Promise.Deed, _ due: Instant,
        _ message: MessageID?, at instant: Instant
    ) throws(Refusal) -> [Event] {
        let talk = try openTalk(conversation)
        try checkLength(text)
        guard due > instant else { throw .dueInThePast }
        switch deed {
        case .report(let ticket):
            if let ticket, tickets[ticket] == nil { throw .noSuchTicket(ticket) }
        case .ship(let id), .refund(let id):
            _ = try order(id, of: talk.customer)
        }
        return [
            .promiseMade(
                promise: Promise(
                    id: PromiseID("p\(promises.count + 1)"), conversation: conversation,
                    text: text, deed: deed, madeAt: instant, due: due, message: message,
                    state: .open))
        ]
    }

    func openTicket(
        _ department: Department, _ conversation: ConversationID?, _ id: OrderID?,
        _ summary: String, at instant: Instant
    ) throws(Refusal) -> [Event] {
        if let conversation {
            let talk = try openTalk(conversation)
            if let id { _ = try order(id, of: talk.customer) }
        } else if let id {
            _ = try anyOrder(id)
        }
        try checkLength(summary)
        return [
            .ticketOpened(
                ticket: Ticket(
                    id: TicketID("t\(tickets.count + 1)"), department: department,
                    conversation: conversation, order: id, summary: summary,
                    openedAt: instant, due: instant + rules.ticketWithin, answer: nil))
        ]
    }

    func answerTicket(_ id: TicketID, _ text: String) throws(Refusal) -> [Event] {
        guard let ticket = tickets[id] else { throw .noSuchTicket(id) }
        guard ticket.answer == nil else { throw .alreadyAnswered }
        try checkLength(text)
        return [.ticketAnswered(ticket: id, text: text)]
    }
}
