extension AfterSale.Dispute {
    public init(from decoder: any Decoder) throws {
        let form = try decoder.container(keyedBy: FieldName.self)
        self.init(
            status: try form.value("status", or: .evidenceOpen),
            calledAt: try form.needed("calledAt"), claim: try form.needed("claim"),
            evidenceUntil: try form.needed("evidenceUntil"),
            evidenceBefore: try form.value("evidenceBefore", or: 0),
            verdict: try form.optional("verdict"), from: try form.needed("from"))
    }
}

extension AfterSale: Codable {
    private enum CodingKeys: String, CodingKey {
        case id, order, kind, reason, items, amount, detail, openedAt, state, answerBy, attempts
        case account, offer, refusal, evidence, returnTo, returnTracking, sentTracking, freight
        case dispute, turns
    }

    public init(from decoder: any Decoder) throws {
        let form = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            id: try form.decode(AfterSaleID.self, forKey: .id),
            order: try form.decode(OrderID.self, forKey: .order),
            kind: try form.decode(Kind.self, forKey: .kind),
            reason: try form.decode(Reason.self, forKey: .reason),
            items: try form.value(.items, or: []),
            amount: try form.value(.amount, or: .zero),
            detail: try form.value(.detail, or: ""),
            openedAt: try form.decode(Instant.self, forKey: .openedAt),
            state: try form.decode(State.self, forKey: .state),
            answerBy: try form.decodeIfPresent(Instant.self, forKey: .answerBy),
            account: try form.decodeIfPresent(AccountID.self, forKey: .account),
            freight: try form.value(.freight, or: Freight()),
            evidence: try form.value(.evidence, or: []))
        attempts = try form.value(.attempts, or: 1)
        offer = try form.decodeIfPresent(Offer.self, forKey: .offer)
        refusal = try form.decodeIfPresent(Refused.self, forKey: .refusal)
        returnTo = try form.decodeIfPresent(Address.self, forKey: .returnTo)
        returnTracking = try form.decodeIfPresent(String.self, forKey: .returnTracking)
        sentTracking = try form.decodeIfPresent(String.self, forKey: .sentTracking)
        dispute = try form.decodeIfPresent(Dispute.self, forKey: .dispute)
        turns = try form.value(.turns, or: [])
    }

    public func encode(to encoder: any Encoder) throws {
        var form = encoder.container(keyedBy: CodingKeys.self)
        try form.encode(id, forKey: .id)
        try form.encode(order, forKey: .order)
        try form.encode(kind, forKey: .kind)
        try form.encode(reason, forKey: .reason)
        try form.put(items, .items, unless: [])
        try form.put(amount, .amount, unless: .zero)
        try form.put(detail, .detail, unless: "")
        try form.encode(openedAt, forKey: .openedAt)
        try form.encode(state, forKey: .state)
        try form.encodeIfPresent(answerBy, forKey: .answerBy)
        try form.put(attempts, .attempts, unless: 1)
        try form.encodeIfPresent(account, forKey: .account)
        try form.encodeIfPresent(offer, forKey: .offer)
        try form.encodeIfPresent(refusal, forKey: .refusal)
        try form.put(evidence, .evidence, unless: [])
        try form.encodeIfPresent(returnTo, forKey: .returnTo)
        try form.encodeIfPresent(returnTracking, forKey: .returnTracking)
        try form.encodeIfPresent(sentTracking, forKey: .sentTracking)
        try form.put(freight, .freight, unless: Freight())
        try form.encodeIfPresent(dispute, forKey: .dispute)
        try form.put(turns, .turns, unless: [])
    }
}
