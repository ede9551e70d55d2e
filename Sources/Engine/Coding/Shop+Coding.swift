/// The shop as a program sees it in the gym: what it holds, without the engine's own indexes.
extension Shop: Encodable {
    private enum CodingKeys: String, CodingKey {
        case name, agent, colleagues, rules, knowledge, offset, now, isOver, products, coupons
        case customers, orders, afterSales, conversations, promises, tickets, promotions, groups
        case reviews, campaigns, merges, road, books, handover, files, leading, eventCount
    }

    public func encode(to encoder: any Encoder) throws {
        var form = encoder.container(keyedBy: CodingKeys.self)
        try form.encode(name, forKey: .name)
        try form.encode(agent, forKey: .agent)
        try form.encode(colleagues, forKey: .colleagues)
        try form.encode(rules, forKey: .rules)
        try form.encode(knowledge, forKey: .knowledge)
        try form.encode(offset, forKey: .offset)
        try form.encode(now, forKey: .now)
        try form.encode(isOver, forKey: .isOver)
        try form.encode(Array(products.values), forKey: .products)
        try form.encode(Array(coupons.values), forKey: .coupons)
        try form.encode(Array(customers.values), forKey: .customers)
        try form.encode(Array(orders.values), forKey: .orders)
        try form.encode(Array(afterSales.values), forKey: .afterSales)
        try form.encode(Array(conversations.values), forKey: .conversations)
        try form.encode(Array(promises.values), forKey: .promises)
        try form.encode(Array(tickets.values), forKey: .tickets)
        try form.encode(Array(promotions.values), forKey: .promotions)
        try form.encode(Array(groups.values), forKey: .groups)
        try form.encode(Array(reviews.values), forKey: .reviews)
        try form.encode(Array(campaigns.values), forKey: .campaigns)
        try form.encode(merges, forKey: .merges)
        try form.encode(road, forKey: .road)
        try form.encode(books, forKey: .books)
        try form.encode(handover, forKey: .handover)
        try form.encode(files, forKey: .files)
        try form.put(leading, .leading, unless: Leading())
        try form.encode(eventCount, forKey: .eventCount)
    }
}

/// The one documented form of a store (Docs/Store.md): what is left out is empty.
extension ShopFixture: Codable {
    private enum CodingKeys: String, CodingKey {
        case name, agent, colleagues, rules, offset, opensAt, products, coupons, customers, orders
        case knowledge, promotions, groups, afterSales, reviews, tickets, campaigns, merges, road
        case books, invoiceCount, handover, files
    }

    public init(from decoder: any Decoder) throws {
        let form = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            name: try form.decode(String.self, forKey: .name),
            agent: try form.value(.agent, or: "me"),
            colleagues: try form.value(.colleagues, or: []),
            rules: try form.value(.rules, or: .plain),
            offset: try form.value(.offset, or: CivilTime.chinaOffset),
            opensAt: try form.decode(Instant.self, forKey: .opensAt),
            products: try form.value(.products, or: []),
            coupons: try form.value(.coupons, or: []),
            customers: try form.value(.customers, or: []),
            orders: try form.value(.orders, or: []),
            knowledge: try form.value(.knowledge, or: []))
        promotions = try form.value(.promotions, or: [])
        groups = try form.value(.groups, or: [])
        afterSales = try form.value(.afterSales, or: [])
        reviews = try form.value(.reviews, or: [])
        tickets = try form.value(.tickets, or: [])
        campaigns = try form.value(.campaigns, or: [])
        merges = try form.value(.merges, or: [])
        road = try form.value(.road, or: Road())
        books = try form.decodeIfPresent(Books.self, forKey: .books)
        invoiceCount = try form.value(.invoiceCount, or: 0)
        handover = try form.decodeIfPresent(String.self, forKey: .handover)
        files = try form.value(.files, or: [])
    }

    public func encode(to encoder: any Encoder) throws {
        var form = encoder.container(keyedBy: CodingKeys.self)
        try form.encode(name, forKey: .name)
        try form.put(agent, .agent, unless: "me")
        try form.put(colleagues, .colleagues, unless: [])
        try form.encode(rules, forKey: .rules)
        try form.put(offset, .offset, unless: CivilTime.chinaOffset)
        try form.encode(opensAt, forKey: .opensAt)
        try form.put(products, .products, unless: [])
        try form.put(coupons, .coupons, unless: [])
        try form.put(customers, .customers, unless: [])
        try form.put(orders, .orders, unless: [])
        try form.put(knowledge, .knowledge, unless: [])
        try form.put(promotions, .promotions, unless: [])
        try form.put(groups, .groups, unless: [])
        try form.put(afterSales, .afterSales, unless: [])
        try form.put(reviews, .reviews, unless: [])
        try form.put(tickets, .tickets, unless: [])
        try form.put(campaigns, .campaigns, unless: [])
        try form.put(merges, .merges, unless: [])
        try form.put(road, .road, unless: Road())
        try form.encodeIfPresent(books, forKey: .books)
        try form.put(invoiceCount, .invoiceCount, unless: 0)
        try form.encodeIfPresent(handover, forKey: .handover)
        try form.put(files, .files, unless: [])
    }
}
