extension CustomerMerge: Codable {
    private enum CodingKeys: String, CodingKey {
        case from, into, before, orders, conversations, at
    }

    public init(from decoder: any Decoder) throws {
        let form = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            from: try form.decode(Customer.self, forKey: .from),
            into: try form.decode(Customer.self, forKey: .before),
            orders: try form.value(.orders, or: []),
            conversations: try form.value(.conversations, or: []),
            at: try form.decode(Instant.self, forKey: .at))
    }

    public func encode(to encoder: any Encoder) throws {
        var form = encoder.container(keyedBy: CodingKeys.self)
        try form.encode(from, forKey: .from)
        try form.encode(into, forKey: .into)
        try form.encode(before, forKey: .before)
        try form.put(orders, .orders, unless: [])
        try form.put(conversations, .conversations, unless: [])
        try form.encode(at, forKey: .at)
    }
}
