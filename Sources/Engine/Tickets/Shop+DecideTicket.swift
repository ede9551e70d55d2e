extension Shop {
    /// Asks another department, with all that it needs to know to answer at once (工单).
    func openTicket(
        _ department: Department, _ conversation: ConversationID?, _ id: OrderID?,
        _ summary: String, _ fields: [Ticket.Field], _ kind: Ticket.Kind, at instant: Instant
    ) throws(Refusal) -> [Event] {
        if let conversation {
            let talk = try openTalk(conversation)
            if let id { _ = try order(id, of: talk.customer) }
        } else if let id {
            _ = try anyOrder(id)
        }
        try checkLength(summary)
        for field in fields {
            try checkLength(field.name)
            if !field.isBlank { try checkLength(field.value) }
        }
        let rule = rules.tickets.departments.first { $0.department == department }
        let needed =
            switch kind {
            case .request: rule?.fields ?? []
            case .summary: rules.tickets.summaryFields
            }
        let filled = fields.filter { !$0.isBlank }
        let missing = needed.filter { name in !filled.contains { $0.name == name } }
        guard missing.isEmpty else { throw .fieldsMissing(missing) }
        // What must be known first, in the order of the rules; then what else was written.
        let ordered =
            needed.flatMap { name in filled.filter { $0.name == name } }
            + filled.filter { !needed.contains($0.name) }
        return [
            .ticketOpened(
                ticket: Ticket(
                    id: fresh("t", in: tickets), department: department,
                    conversation: conversation, order: id, summary: summary, openedAt: instant,
                    due: instant + (rule?.within ?? rules.ticketWithin), fields: ordered,
                    kind: kind))
        ]
    }

    func answerTicket(_ id: TicketID, _ text: String) throws(Refusal) -> [Event] {
        guard let ticket = tickets[id] else { throw .noSuchTicket(id) }
        guard ticket.answer == nil else { throw .alreadyAnswered }
        try checkLength(text)
        return [.ticketAnswered(ticket: id, text: text)]
    }
}
