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
        case .shipOncePaid: break
        case .visit(let from): guard from < due else { throw .dueInThePast }
        case .ship(let id), .refund(let id), .scan(let id), .another(let id):
            _ = try order(id, of: talk.customer)
        case .reship(let id), .settle(let id):
            guard let item = afterSales[id] else { throw .noSuchAfterSale(id) }
            _ = try order(item.order, of: talk.customer)
        }
        return [
            .promiseMade(
                promise: Promise(
                    id: fresh("p", in: promises), conversation: conversation,
                    text: text, deed: deed, madeAt: instant, due: due, message: message,
                    state: .open))
        ]
    }

    /// - Throws: where no answer is promised, or the ticket it waits for has none yet.
    func hearAnswer(_ id: PromiseID) throws(Refusal) -> [Event] {
        guard let promise = promises[id], promise.isUnmet, awaitsAnswer(promise) else {
            throw .noAnswerPromised(id)
        }
        return [.promiseKept(promise: id)]
    }
}
