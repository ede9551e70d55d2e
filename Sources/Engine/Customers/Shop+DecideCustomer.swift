extension Shop {
    func decideCustomer(_ command: Command, at instant: Instant) throws(Refusal) -> [Event] {
        switch command {
        case .giveCoupon(let id, let coupon):
            let customer = try anyCustomer(id)
            guard let found = coupons[coupon] else { throw .noSuchCoupon(coupon) }
            guard found.validUntil > instant else { throw .couponExpired }
            guard !customer.coupons.contains(coupon) else { throw .couponAlreadyOwned }
            return [.couponGiven(customer: id, coupon: coupon)]
        case .tag(let id, let name, let expires):
            let customer = try anyCustomer(id)
            guard name.contains(where: { !$0.isWhitespace }) else { throw .nothingToSay }
            guard name.count <= 20 else { throw .tooLong(limit: 20, length: name.count) }
            guard !customer.tags.contains(where: { $0.name == name }) else {
                throw .alreadyTagged(name: name)
            }
            if let expires, expires <= instant { throw .dueInThePast }
            let tag = Tag(name: name, source: .manual(agent), at: instant, expires: expires)
            return [.tagged(customer: id, tag: tag)]
        case .untag(let id, let name):
            let customer = try anyCustomer(id)
            guard customer.tags.contains(where: { $0.name == name }) else {
                throw .noSuchTag(name: name)
            }
            return [.untagged(customer: id, name: name, expired: false)]
        case .customerNote(let id, let text):
            _ = try anyCustomer(id)
            try checkLength(text)
            return [.customerNoted(customer: id, note: Customer.Note(at: instant, text: text))]
        case _: throw .notYourPart
        }
    }

    private func anyCustomer(_ id: CustomerID) throws(Refusal) -> Customer {
        guard let customer = customers[id] else { throw .noSuchCustomer(id) }
        return customer
    }
}
