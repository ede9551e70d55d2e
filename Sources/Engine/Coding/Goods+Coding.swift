extension Product: Codable {
    private enum CodingKeys: String, CodingKey {
        case id, title, variants, facts, returns, delivery, presale, groupSize
    }

    public init(from decoder: any Decoder) throws {
        let form = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            id: try form.decode(ProductID.self, forKey: .id),
            title: try form.decode(String.self, forKey: .title),
            variants: try form.decode([Variant].self, forKey: .variants),
            facts: try form.value(.facts, or: []),
            returns: try form.value(.returns, or: .sevenDays),
            delivery: try form.value(.delivery, or: .express),
            presale: try form.decodeIfPresent(Presale.self, forKey: .presale),
            groupSize: try form.decodeIfPresent(Int.self, forKey: .groupSize))
    }

    public func encode(to encoder: any Encoder) throws {
        var form = encoder.container(keyedBy: CodingKeys.self)
        try form.encode(id, forKey: .id)
        try form.encode(title, forKey: .title)
        try form.encode(variants, forKey: .variants)
        try form.put(facts, .facts, unless: [])
        try form.put(returns, .returns, unless: .sevenDays)
        try form.put(delivery, .delivery, unless: .express)
        try form.encodeIfPresent(presale, forKey: .presale)
        try form.encodeIfPresent(groupSize, forKey: .groupSize)
    }
}

extension Variant: Codable {
    private enum CodingKeys: String, CodingKey {
        case id, product, name, price, stock, options, weight, isAvailable
    }

    public init(from decoder: any Decoder) throws {
        let form = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            id: try form.decode(VariantID.self, forKey: .id),
            product: try form.decode(ProductID.self, forKey: .product),
            name: try form.decode(String.self, forKey: .name),
            price: try form.decode(Money.self, forKey: .price),
            stock: try form.value(.stock, or: 0), options: try form.value(.options, or: []),
            weight: try form.decodeIfPresent(Int.self, forKey: .weight),
            isAvailable: try form.value(.isAvailable, or: true))
    }

    public func encode(to encoder: any Encoder) throws {
        var form = encoder.container(keyedBy: CodingKeys.self)
        try form.encode(id, forKey: .id)
        try form.encode(product, forKey: .product)
        try form.encode(name, forKey: .name)
        try form.encode(price, forKey: .price)
        try form.put(stock, .stock, unless: 0)
        try form.put(options, .options, unless: [])
        try form.encodeIfPresent(weight, forKey: .weight)
        try form.put(isAvailable, .isAvailable, unless: true)
    }
}

extension Coupon: Codable {
    private enum CodingKeys: String, CodingKey {
        case id, name, threshold, amount, validUntil, kind
    }

    public init(from decoder: any Decoder) throws {
        let form = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            id: try form.decode(CouponID.self, forKey: .id),
            name: try form.decode(String.self, forKey: .name),
            threshold: try form.decode(Money.self, forKey: .threshold),
            amount: try form.decode(Money.self, forKey: .amount),
            validUntil: try form.decode(Instant.self, forKey: .validUntil),
            kind: try form.value(.kind, or: .coupon))
    }

    public func encode(to encoder: any Encoder) throws {
        var form = encoder.container(keyedBy: CodingKeys.self)
        try form.encode(id, forKey: .id)
        try form.encode(name, forKey: .name)
        try form.encode(threshold, forKey: .threshold)
        try form.encode(amount, forKey: .amount)
        try form.encode(validUntil, forKey: .validUntil)
        try form.put(kind, .kind, unless: .coupon)
    }
}

extension Customer: Codable {
    private enum CodingKeys: String, CodingKey {
        case id, name, account, level, tags, notes, history, coupons, accounts, consent, block
        case marketedAt, address
    }

    public init(from decoder: any Decoder) throws {
        let form = try decoder.container(keyedBy: CodingKeys.self)
        let id = try form.decode(CustomerID.self, forKey: .id)
        self.init(
            id: id, name: try form.decode(String.self, forKey: .name),
            account: try form.value(.account, or: id.rawValue),
            level: try form.value(.level, or: .store), tags: try form.value(.tags, or: []),
            notes: try form.value(.notes, or: []),
            history: try form.value(.history, or: History()),
            coupons: try form.value(.coupons, or: []),
            accounts: try form.value(.accounts, or: []),
            consent: try form.value(.consent, or: Consent()),
            block: try form.decodeIfPresent(Block.self, forKey: .block),
            address: try form.decodeIfPresent(Address.self, forKey: .address))
        marketedAt = try form.value(.marketedAt, or: [])
    }

    public func encode(to encoder: any Encoder) throws {
        var form = encoder.container(keyedBy: CodingKeys.self)
        try form.encode(id, forKey: .id)
        try form.encode(name, forKey: .name)
        try form.put(account, .account, unless: id.rawValue)
        try form.put(level, .level, unless: .store)
        try form.put(tags, .tags, unless: [])
        try form.put(notes, .notes, unless: [])
        try form.put(history, .history, unless: History())
        try form.put(coupons, .coupons, unless: [])
        try form.put(accounts, .accounts, unless: [])
        try form.put(consent, .consent, unless: Consent())
        try form.encodeIfPresent(block, forKey: .block)
        try form.put(marketedAt, .marketedAt, unless: [])
        try form.encodeIfPresent(address, forKey: .address)
    }
}

extension Ticket: Codable {
    private enum CodingKeys: String, CodingKey {
        case id, department, conversation, order, summary, openedAt, due, answer, fields, kind
        case isOverdue
    }

    public init(from decoder: any Decoder) throws {
        let form = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            id: try form.decode(TicketID.self, forKey: .id),
            department: try form.decode(Department.self, forKey: .department),
            conversation: try form.decodeIfPresent(ConversationID.self, forKey: .conversation),
            order: try form.decodeIfPresent(OrderID.self, forKey: .order),
            summary: try form.decode(String.self, forKey: .summary),
            openedAt: try form.decode(Instant.self, forKey: .openedAt),
            due: try form.decode(Instant.self, forKey: .due),
            answer: try form.decodeIfPresent(Answer.self, forKey: .answer),
            fields: try form.value(.fields, or: []), kind: try form.value(.kind, or: .request),
            isOverdue: try form.value(.isOverdue, or: false))
    }

    public func encode(to encoder: any Encoder) throws {
        var form = encoder.container(keyedBy: CodingKeys.self)
        try form.encode(id, forKey: .id)
        try form.encode(department, forKey: .department)
        try form.encodeIfPresent(conversation, forKey: .conversation)
        try form.encodeIfPresent(order, forKey: .order)
        try form.encode(summary, forKey: .summary)
        try form.encode(openedAt, forKey: .openedAt)
        try form.encode(due, forKey: .due)
        try form.encodeIfPresent(answer, forKey: .answer)
        try form.put(fields, .fields, unless: [])
        try form.put(kind, .kind, unless: .request)
        try form.put(isOverdue, .isOverdue, unless: false)
    }
}
