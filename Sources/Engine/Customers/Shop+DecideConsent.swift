extension Shop {
    /// The customer may be written to. After a no only their own word opens the door again.
    func giveConsent(_ id: CustomerID, _ source: String, by actor: Actor) throws(Refusal)
        -> [Event]
    {
        let customer = try anyCustomer(id)
        try checkOwn(id, actor)
        try checkLength(source)
        switch customer.consent.state {
        case .given: throw .alreadySo
        case .refused where actor.isAgent: throw .optedOut(id)
        case .unasked, .refused: break
        }
        return [.customerMoved(customer: id, step: .consentGiven(source: source))]
    }

    /// No more marketing (退订): said by the customer, or written down by the desk with where it
    /// was said.
    func optOut(_ id: CustomerID, _ source: String, by actor: Actor) throws(Refusal) -> [Event] {
        let customer = try anyCustomer(id)
        try checkOwn(id, actor)
        try checkLength(source)
        guard customer.consent.state != .refused else { throw .alreadySo }
        return [.customerMoved(customer: id, step: .optedOut(source: source))]
    }

    /// Puts a customer on the blacklist: a flag for the desk and no marketing, for a reason that
    /// can be shown and until a day that comes. Orders, refunds and rights are not looked at here
    /// or anywhere: there is nothing in the shop that asks for the flag before serving somebody.
    func blacklist(
        _ id: CustomerID, _ reason: String, _ proof: [Evidence], _ until: Instant,
        at instant: Instant
    ) throws(Refusal) -> [Event] {
        let customer = try anyCustomer(id)
        guard !customer.isBlacklisted(at: instant) else { throw .alreadySo }
        guard reason.contains(where: { !$0.isWhitespace }), !proof.isEmpty else {
            throw .reasonMissing
        }
        try checkLength(reason)
        let (least, most) = (
            rules.afterSales.evidenceTextLeast, rules.afterSales.evidenceTextMost
        )
        for piece in proof where !(least...most).contains(piece.text.count) {
            throw .badEvidence(least: least, most: most)
        }
        guard until > instant else { throw .dueInThePast }
        let signed = proof.map { piece in
            Evidence(
                kind: piece.kind, text: piece.text, by: piece.by ?? .agent(agent),
                at: piece.at ?? instant)
        }
        let block = Customer.Block(at: instant, reason: reason, proof: signed, until: until)
        return [.customerMoved(customer: id, step: .blocked(block))]
    }

    func unblacklist(_ id: CustomerID) throws(Refusal) -> [Event] {
        guard try anyCustomer(id).block != nil else { throw .notBlacklisted }
        return [.customerMoved(customer: id, step: .unblocked(byTimer: false))]
    }

    /// A buyer speaks for themselves only.
    func checkOwn(_ id: CustomerID, _ actor: Actor) throws(Refusal) {
        if case .buyer(let buyer) = actor, buyer != id { throw .notYourPart }
    }
}
