extension Shop {
    func giveCoupon(_ id: CustomerID, _ coupon: CouponID, at instant: Instant) throws(Refusal)
        -> [Event]
    {
        let customer = try anyCustomer(id)
        guard let found = coupons[coupon] else { throw .noSuchCoupon(coupon) }
        guard found.validUntil > instant else { throw .couponExpired }
        guard !customer.coupons.contains(coupon) else { throw .couponAlreadyOwned }
        return [.couponGiven(customer: id, coupon: coupon)]
    }

    func hangTag(_ id: CustomerID, _ name: String, _ expires: Instant?, at instant: Instant)
        throws(Refusal) -> [Event]
    {
        let customer = try anyCustomer(id)
        try checkTagName(name)
        guard !customer.tags.contains(where: { $0.name == name }) else {
            throw .alreadyTagged(name: name)
        }
        if let expires, expires <= instant { throw .dueInThePast }
        let tag = Tag(name: name, source: .manual(agent), at: instant, expires: expires)
        return [.tagged(customer: id, tag: tag)]
    }

    /// The same tag for many: all of them or nobody. Who has it already keeps it as it is; where
    /// everybody has it there is nothing to do.
    func tagMany(
        _ ids: [CustomerID], _ name: String, _ expires: Instant?, at instant: Instant
    ) throws(Refusal) -> [Event] {
        try checkTagName(name)
        if let expires, expires <= instant { throw .dueInThePast }
        let tag = Tag(name: name, source: .batch(agent), at: instant, expires: expires)
        var events: [Event] = []
        for id in try everyOne(of: ids)
        where !(customers[id]?.tags.contains { $0.name == name } ?? false) {
            events.append(.tagged(customer: id, tag: tag))
        }
        guard !events.isEmpty else { throw .alreadyTagged(name: name) }
        return events
    }

    /// The customers named, each once, in the order in which they were named first.
    func everyOne(of ids: [CustomerID]) throws(Refusal) -> [CustomerID] {
        guard !ids.isEmpty else { throw .noCustomers }
        var seen: Set<CustomerID> = []
        var each: [CustomerID] = []
        for id in ids {
            _ = try anyCustomer(id)
            if seen.insert(id).inserted { each.append(id) }
        }
        return each
    }

    private func checkTagName(_ name: String) throws(Refusal) {
        guard name.contains(where: { !$0.isWhitespace }) else { throw .nothingToSay }
        guard name.count <= 20 else { throw .tooLong(limit: 20, length: name.count) }
    }

    func takeTagOff(_ id: CustomerID, _ name: String) throws(Refusal) -> [Event] {
        let customer = try anyCustomer(id)
        guard customer.tags.contains(where: { $0.name == name }) else {
            throw .noSuchTag(name: name)
        }
        return [.untagged(customer: id, name: name, expired: false)]
    }

    func noteCustomer(_ id: CustomerID, _ text: String, at instant: Instant) throws(Refusal)
        -> [Event]
    {
        _ = try anyCustomer(id)
        try checkLength(text)
        return [.customerNoted(customer: id, note: Customer.Note(at: instant, text: text))]
    }

    func anyCustomer(_ id: CustomerID) throws(Refusal) -> Customer {
        guard let customer = customers[id] else { throw .noSuchCustomer(id) }
        return customer
    }
}
